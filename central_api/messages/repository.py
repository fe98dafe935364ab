"""Rows of the outbox."""

from dataclasses import asdict

from sqlalchemy import insert, select, update

from central_api.kit.unit import Unit
from central_api.messages.schemas import Message
from central_api.models.proofs import message_outbox


def add(unit: Unit, message: Message) -> None:
    """Put a message into the outbox."""
    row = {**asdict(message), "next_ms": unit.now_ms, "made_ms": unit.now_ms}
    unit.conn.execute(insert(message_outbox).values(row))


def claim(unit: Unit, *, until_ms: int) -> Message | None:
    """Take the oldest message that is due, so that no other worker takes it before ``until_ms``."""
    due = (message_outbox.c.state == "waiting", message_outbox.c.next_ms <= unit.now_ms)
    oldest = (
        select(message_outbox.c.message_id)
        .where(*due)
        .order_by(message_outbox.c.made_ms, message_outbox.c.message_id)
        .limit(1)
        .scalar_subquery()
    )
    row = unit.conn.execute(
        update(message_outbox)
        # Asked once more: another worker may have taken it while this one waited for the row.
        .where(message_outbox.c.message_id == oldest, *due)
        .values(next_ms=until_ms, tries=message_outbox.c.tries + 1)
        .returning(message_outbox)
    ).first()
    if row is None:
        return None
    return Message(
        message_id=row.message_id,
        member_id=row.member_id,
        kind=row.kind,
        to_phone=row.to_phone or "",
        words=row.words or "",
        expires_ms=row.expires_ms,
        tries=row.tries,
    )


def end(unit: Unit, message_id: str, *, state: str) -> None:
    """Note that a message was sent, or is over, and forget to whom and what."""
    unit.conn.execute(
        update(message_outbox)
        .where(message_outbox.c.message_id == message_id)
        .values(state=state, to_phone=None, words=None, done_ms=unit.now_ms)
    )


def withdraw(unit: Unit, message_id: str) -> None:
    """End a message that waits; one that was sent stays sent."""
    unit.conn.execute(
        update(message_outbox)
        .where(message_outbox.c.message_id == message_id, message_outbox.c.state == "waiting")
        .values(state="expired", to_phone=None, words=None, done_ms=unit.now_ms)
    )


def put_off(unit: Unit, message_id: str, *, next_ms: int, fault: str) -> None:
    """Try a message again later."""
    unit.conn.execute(
        update(message_outbox)
        .where(message_outbox.c.message_id == message_id, message_outbox.c.state == "waiting")
        .values(next_ms=next_ms, fault=fault)
    )


def end_all_of(unit: Unit, member_id: str) -> None:
    """Let nothing that waits for a member be sent any more."""
    unit.conn.execute(
        update(message_outbox)
        .where(message_outbox.c.member_id == member_id, message_outbox.c.state == "waiting")
        .values(state="expired", to_phone=None, words=None, done_ms=unit.now_ms)
    )
