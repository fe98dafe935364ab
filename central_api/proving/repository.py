"""Rows of PINs, message codes, and tries."""

import json
from dataclasses import asdict

from sqlalchemy import insert, select, update

from central_api.kit.unit import Unit
from central_api.models.members import member
from central_api.models.proofs import member_code, member_proof
from central_api.proving.schemas import Pin, Proof, SentCode, TriedPin, Where
from retail_core.proofs import wait_after_ms


def set_pin(unit: Unit, member_id: str, *, pin: Pin | None) -> None:
    """Write what checks a member's PIN; wrong tries of the one before count no more."""
    text = "" if pin is None else json.dumps(asdict(pin))
    unit.conn.execute(
        update(member).where(member.c.member_id == member_id).values(pin=text, pin_wrong=0, pin_locked_ms=0)
    )


def take_try(unit: Unit, member_id: str) -> TriedPin:
    """Use up a try of a member's PIN, as if it were wrong; while there is a wait none is used up."""
    row = unit.conn.execute(
        select(member.c.pin, member.c.pin_wrong, member.c.pin_locked_ms)
        .where(member.c.member_id == member_id)
        .with_for_update()
    ).one()
    if not row.pin:
        return TriedPin(None, 0)
    wait_ms = row.pin_locked_ms - unit.now_ms
    if wait_ms > 0:
        return TriedPin(None, row.pin_wrong, wait_ms)
    wrong = row.pin_wrong + 1
    waits = wait_after_ms(wrong)
    unit.conn.execute(
        update(member)
        .where(member.c.member_id == member_id)
        .values(pin_wrong=wrong, pin_locked_ms=unit.now_ms + waits if waits else 0)
    )
    return TriedPin(Pin(**json.loads(row.pin)), wrong)


def forget_wrong(unit: Unit, member_id: str) -> None:
    """Begin anew with wrong PINs: the member was recognised."""
    unit.conn.execute(
        update(member).where(member.c.member_id == member_id).values(pin_wrong=0, pin_locked_ms=0)
    )


def note(unit: Unit, proof: Proof, *, where: Where) -> None:
    """Note a try."""
    unit.conn.execute(insert(member_proof).values({**asdict(proof), **asdict(where), "at_ms": unit.now_ms}))


def is_proven(unit: Unit, sale_id: str, *, member_id: str) -> bool:
    """Return whether a member proved who they are for a sale."""
    query = select(member_proof.c.id).where(
        member_proof.c.sale_id == sale_id,
        member_proof.c.member_id == member_id,
        member_proof.c.outcome == "proven",
    )
    return unit.conn.execute(query.limit(1)).first() is not None


def codes_asked(unit: Unit, member_id: str, *, since_ms: int) -> list[int]:
    """Return when message codes were made for a member."""
    query = select(member_code.c.made_ms).where(
        member_code.c.member_id == member_id, member_code.c.made_ms > since_ms
    )
    return [int(row.made_ms) for row in unit.conn.execute(query)]


def add_code(unit: Unit, member_id: str, *, code_mac: str, expires_ms: int) -> None:
    """Let a new code be the one that counts."""
    unit.conn.execute(
        insert(member_code).values(
            member_id=member_id, code_mac=code_mac, expires_ms=expires_ms, made_ms=unit.now_ms
        )
    )


def take_code_try(unit: Unit, member_id: str) -> SentCode | None:
    """Use up a try of the code that counts for a member, and return it."""
    newest = (
        select(member_code.c.id)
        .where(member_code.c.member_id == member_id)
        .order_by(member_code.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    row = unit.conn.execute(
        update(member_code)
        .where(member_code.c.id == newest)
        .values(tries=member_code.c.tries + 1)
        .returning(member_code)
    ).first()
    if row is None:
        return None
    return SentCode(row.id, row.code_mac, row.tries, row.expires_ms, row.used_for)


def use_code(unit: Unit, code_id: int, *, sale_id: str) -> None:
    """Note for which sale a code was right."""
    unit.conn.execute(update(member_code).where(member_code.c.id == code_id).values(used_for=sale_id))
