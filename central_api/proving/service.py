"""A member proves who they are: by the PIN, or by the code of a message. Every try is limited and noted.

Source: docs/rules/members.md, "Proof before spending"; docs/decisions/0060.
"""

import hmac
import secrets
from hashlib import sha256
from typing import Final

from nacl.pwhash import argon2id

from central_api.enrolment import service as enrolment
from central_api.keys import service as keys
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import Member
from central_api.messages import service as messages
from central_api.proving import repository
from central_api.proving.schemas import Outcome, Pin, Proof, TriedPin, Where
from central_api.staff import service as staff
from retail_core.proofs import (
    CODE_LIFE_MS,
    CODE_TRIES,
    FREE_TRIES,
    HOUR_MS,
    PROOF_DIGITS,
    ProofMeans,
    is_pin,
    wait_after_ms,
    wait_for_code_ms,
)
from retail_core.wire.counter import MemberCodeAsk, MemberCodeSent, MemberProve, MemberProven
from retail_core.wire.facts import SaleCompleted, SalePerson

PIN_OPS: Final = 2
PIN_MEM: Final = 32 * 1024 * 1024
_DIGEST_BYTES: Final = 32
_SPENDING: Final = frozenset({"points", "stored_value"})

_WORDS: Final = {
    "zh-Hans": "【{store}】验证码 {code}，{minutes} 分钟内有效，用于使用积分或余额。请勿告诉他人。",
    "zh-Hant": "【{store}】驗證碼 {code}，{minutes} 分鐘內有效，用於使用點數或餘額。請勿告訴他人。",
    "en": "{store}: {code} is your code to use points or your balance. It is good for {minutes} minutes.",
}


def set_pin(database: Database, member_id: str, *, pin: str) -> bool:
    """Let a member have a PIN, or none for an empty one; return whether there is one now.

    Raises:
        ApiError: 404 ``member.unknown``; 422 ``member.pin_simple``: all the same, or a run.
    """
    if pin and not is_pin(pin):
        raise ApiError(422, "member.pin_simple")
    made = _digest(pin) if pin else None
    database.run(lambda unit: repository.set_pin(unit, members.hold(unit, member_id).member_id, pin=made))
    return made is not None


def prove(database: Database, question: MemberProve, *, where: Where) -> MemberProven:
    """Say whether a member is who they say; argon2id runs outside of every transaction.

    Raises:
        ApiError: 403 ``member.no_right``; 404 ``member.unknown``.
    """
    if question.means == "message":
        return database.run(lambda unit: _prove_by_code(unit, question, where=where))
    tried = database.run(lambda unit: _take_try(unit, question, where=where))
    if tried.wait_ms:
        return MemberProven(status="locked", wait_ms=tried.wait_ms)
    if tried.pin is None:
        return MemberProven(status="none")
    is_right = hmac.compare_digest(_derived(tried.pin, question.digits), bytes.fromhex(tried.pin.digest))
    outcome: Outcome = "proven" if is_right else "wrong"
    database.run(
        lambda unit: _note(
            unit, _person(unit, question, where=where), outcome=outcome, means="pin", where=where
        )
    )
    if is_right:
        return MemberProven(status="proven")
    wait_ms = wait_after_ms(tried.wrong)
    if wait_ms:
        return MemberProven(status="locked", wait_ms=wait_ms)
    return MemberProven(status="wrong", tries_left=FREE_TRIES - tried.wrong)


def send_code(unit: Unit, ask: MemberCodeAsk, *, where: Where, is_sending: bool) -> MemberCodeSent:
    """Put a message with a new code into the outbox; the codes before it are over.

    Raises:
        ApiError: 403 ``member.no_right``; 404 ``member.unknown``.
    """
    person = _person(unit, ask, where=where)
    if not is_sending:
        return MemberCodeSent(status="no_channel")
    if not person.phone:
        return MemberCodeSent(status="no_phone")
    members.hold(unit, person.member_id)
    asked = repository.codes_asked(unit, person.member_id, since_ms=unit.now_ms - HOUR_MS)
    wait_ms = wait_for_code_ms(asked, now_ms=unit.now_ms)
    if wait_ms:
        return MemberCodeSent(status="wait", phone_last4=person.phone_last4, wait_ms=wait_ms)
    code = f"{secrets.randbelow(10**PROOF_DIGITS):0{PROOF_DIGITS}d}"
    expires_ms = unit.now_ms + CODE_LIFE_MS
    repository.add_code(
        unit, person.member_id, code_mac=_mac(unit, person.member_id, code=code), expires_ms=expires_ms
    )
    _note(unit, person, outcome="asked", means="message", where=where)
    messages.send(
        unit,
        member_id=person.member_id,
        kind="member_code",
        phone=person.phone,
        words=_words(unit, where.store_id, code=code),
        expires_ms=expires_ms,
    )
    return MemberCodeSent(status="on_its_way", phone_last4=person.phone_last4)


def doubts_of_sale(
    unit: Unit, *, sale: SaleCompleted, person: SalePerson | None, buyer: Member | None
) -> list[DoubtfulFact]:
    """Return the doubt about a sale that spent a member's points or balance without a proof.

    A scanned code is the till's word; what was typed needs a proof that this server took.
    """
    spends = any(part.kind in _SPENDING and part.amount_minor > 0 for part in sale.tenders)
    spends = spends or any(line.reward_points > 0 for line in sale.lines)
    if not spends or person is None or buyer is None or person.means != "phone":
        return []
    if person.proof and repository.is_proven(unit, sale.sale_id, member_id=buyer.member_id):
        return []
    return [DoubtfulFact("spend.not_proven", {"sale_id": sale.sale_id})]


def forget(unit: Unit, member_id: str) -> None:
    """Let nothing be sent to somebody who is to be forgotten."""
    messages.forget(unit, member_id)


def _take_try(unit: Unit, question: MemberProve, *, where: Where) -> TriedPin:
    person = _person(unit, question, where=where)
    tried = repository.take_try(unit, person.member_id)
    if tried.wait_ms:
        _note(unit, person, outcome="locked", means="pin", where=where)
    return tried


def _prove_by_code(unit: Unit, question: MemberProve, *, where: Where) -> MemberProven:
    person = _person(unit, question, where=where)
    code = repository.take_code_try(unit, person.member_id)
    if code is None:
        return MemberProven(status="none")
    is_other_sale = code.used_for not in ("", where.sale_id)
    if code.expires_ms <= unit.now_ms or code.tries > CODE_TRIES or is_other_sale:
        _note(unit, person, outcome="expired", means="message", where=where)
        return MemberProven(status="expired")
    if not hmac.compare_digest(code.code_mac, _mac(unit, person.member_id, code=question.digits)):
        _note(unit, person, outcome="wrong", means="message", where=where)
        return MemberProven(status="wrong", tries_left=CODE_TRIES - code.tries)
    repository.use_code(unit, code.code_id, sale_id=where.sale_id)
    _note(unit, person, outcome="proven", means="message", where=where)
    return MemberProven(status="proven")


def _person(unit: Unit, asked: MemberProve | MemberCodeAsk, *, where: Where) -> Member:
    if not staff.may(unit, where.store_id, staff_id=where.staff_id, verb="sell"):
        raise ApiError(403, "member.no_right", detail=where.staff_id)
    found = members.by_alias(unit, asked.alias)
    if found is None:
        raise ApiError(404, "member.unknown")
    return found


def _note(unit: Unit, person: Member, *, outcome: Outcome, means: ProofMeans, where: Where) -> None:
    repository.note(unit, Proof(person.member_id, means, outcome), where=where)
    if outcome == "proven":
        repository.forget_wrong(unit, person.member_id)


def _digest(pin: str) -> Pin:
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    blank = Pin(salt.hex(), PIN_OPS, PIN_MEM, "")
    return Pin(blank.salt, blank.ops, blank.mem, _derived(blank, pin).hex())


def _derived(pin: Pin, digits: str) -> bytes:
    salt = bytes.fromhex(pin.salt)
    return argon2id.kdf(_DIGEST_BYTES, digits.encode(), salt, opslimit=pin.ops, memlimit=pin.mem)


def _mac(unit: Unit, member_id: str, *, code: str) -> str:
    """Return what is kept of a code: without the server's key nobody tries out a million of them."""
    text = f"member-code\0{member_id}\0{code}".encode()
    return hmac.digest(keys.phone_mac_key(unit), text, sha256).hex()


def _words(unit: Unit, store_id: str, *, code: str) -> str:
    card = enrolment.store_card(unit, store_id)
    language = next((each for each in card.languages if each in _WORDS), "en")
    return _WORDS[language].format(store=card.name, code=code, minutes=CODE_LIFE_MS // 60_000)
