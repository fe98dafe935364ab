"""Becoming a member by the code on a receipt: one receipt, one person, once.

Source: docs/rules/members.md, "By a receipt".
"""

import hmac
import secrets
from hashlib import sha256
from typing import Final

from central_api.joining import service as joining
from central_api.joining.schemas import Agreed, Joiner, Place
from central_api.keys import service as keys
from central_api.kit.ids import new_id
from central_api.kit.unit import Unit
from central_api.kit.words import Words
from central_api.members import service as members
from central_api.members.schemas import Points
from central_api.messages import service as messages
from central_api.receipts import repository
from central_api.receipts.schemas import JoinAnswer, JoinWish, ShownReceipt
from central_api.sales import service as sales
from retail_core.people import (
    CONSENTS,
    LEAST_PHONE_DIGITS,
    MOST_PHONE_DIGITS,
    RECEIPT_JOINS_DAYS,
    TIERS,
    phone_digits,
    phone_mac,
)
from retail_core.proofs import CODE_LIFE_MS, CODE_TRIES, PROOF_DIGITS, wait_for_code_ms

WORDING: Final = "receipt-1"
"""The version of what is agreed to on the page of a receipt."""

_DAY_MS: Final = 24 * 3_600_000


def may_join(unit: Unit, shown: ShownReceipt) -> bool:
    """Return whether a receipt can still make somebody a member."""
    return _is_open(unit, shown) and joining.joined_by(unit, _ref(shown)) is None


def points_of(unit: Unit, shown: ShownReceipt) -> int:
    """Return the points that whoever joins by a receipt gets."""
    return sales.joining_points(unit, shown.sale.sale_id)


def join(unit: Unit, shown: ShownReceipt, *, wish: JoinWish, words: Words, is_sending: bool) -> JoinAnswer:
    """Let the holder of a receipt be a member, after a code by message where messages are sent."""
    phone = phone_digits(wish.phone)
    if not LEAST_PHONE_DIGITS <= len(phone) <= MOST_PHONE_DIGITS:
        return JoinAnswer("bad_phone")
    mac = phone_mac(keys.phone_mac_key(unit), phone)
    joined = joining.joined_by(unit, _ref(shown))
    if joined is not None:
        if joined.phone_mac != mac:
            return JoinAnswer("used")
        # A lost answer: what was credited stands in the ledger, and nothing is done again.
        return JoinAnswer("joined", points=_credited(unit, shown))
    if not (_is_open(unit, shown) and wish.terms):
        return JoinAnswer("no_terms" if _is_open(unit, shown) else "over")
    asked = _prove(unit, shown, wish=wish, words=words, mac=mac) if is_sending else None
    if asked is not None:
        return asked
    return _enter(unit, shown, phone=phone, mac=mac, marketing=wish.marketing and is_sending)


def _enter(unit: Unit, shown: ShownReceipt, *, phone: str, mac: str, marketing: bool) -> JoinAnswer:
    if members.find_by_phone(unit, phone) is not None:
        return JoinAnswer("known")
    seller = sales.seller_of(unit, shown.sale.receipt_number)
    assert seller is not None, "the receipt is here"
    agreed = [Agreed(CONSENTS[0], given=True, wording=WORDING)]
    if marketing:
        agreed.append(Agreed(CONSENTS[1], given=True, wording=WORDING))
    joiner = Joiner(
        ref=_ref(shown),
        member_id=new_id(unit.now_ms),
        alias=members.new_alias(),
        phone=phone,
        name="",
        birthday="",
        tier=TIERS[0],
        means="link",
        joined_ms=unit.now_ms,
        place=Place(seller.store_id, seller.terminal_id, seller.cashier_id),
        consents=tuple(agreed),
    )
    account = joining.join(unit, joiner)
    if account.phone_mac != mac:
        # Somebody else joined by the same receipt at the same time.
        return JoinAnswer("used")
    if account.member_id != joiner.member_id:
        return JoinAnswer("known")
    points = points_of(unit, shown)
    credit = Points(
        member_id=account.member_id,
        ref=shown.sale.sale_id,
        rule=members.EARNED,
        points=points,
        store_id=seller.store_id,
        earned_ms=shown.sold_ms,
        entry_id=shown.entry_id,
        purchases=1,
    )
    members.give(unit, [credit])
    members.settle(unit)
    return JoinAnswer("joined", points=points)


def _prove(unit: Unit, shown: ShownReceipt, *, wish: JoinWish, words: Words, mac: str) -> JoinAnswer | None:
    """Send a code, or look at the one that was typed; ``None``: the number is proven."""
    sale_id = shown.sale.sale_id
    if not wish.code:
        return _send(unit, shown, phone=phone_digits(wish.phone), words=words, mac=mac)
    sent = repository.take_try(unit, sale_id, phone_mac=mac)
    if sent is None or sent.expires_ms <= unit.now_ms or sent.tries > CODE_TRIES:
        return JoinAnswer("code_over")
    typed = "".join(each for each in wish.code if each.isascii() and each.isdigit())
    is_right = hmac.compare_digest(sent.code_mac, _code_mac(unit, sale_id, mac=mac, code=typed))
    return None if is_right else JoinAnswer("code_wrong")


def _send(unit: Unit, shown: ShownReceipt, *, phone: str, words: Words, mac: str) -> JoinAnswer:
    sale_id = shown.sale.sale_id
    asked = repository.codes_asked(unit, sale_id, phone_mac=mac)
    wait_ms = wait_for_code_ms(asked, now_ms=unit.now_ms)
    if wait_ms:
        return JoinAnswer("wait", wait_ms=wait_ms)
    code = f"{secrets.randbelow(10**PROOF_DIGITS):0{PROOF_DIGITS}d}"
    expires_ms = unit.now_ms + CODE_LIFE_MS
    code_mac = _code_mac(unit, sale_id, mac=mac, code=code)
    repository.add_code(unit, sale_id, phone_mac=mac, code_mac=code_mac, expires_ms=expires_ms)
    minutes = CODE_LIFE_MS // 60_000
    messages.send(
        unit,
        member_id="",
        kind="join_code",
        phone=phone,
        words=words.text("join.message", store=shown.store.name, code=code, minutes=minutes),
        expires_ms=expires_ms,
    )
    return JoinAnswer("code_sent")


def _is_open(unit: Unit, shown: ShownReceipt) -> bool:
    is_young = unit.now_ms - shown.sold_ms < RECEIPT_JOINS_DAYS * _DAY_MS
    return is_young and bool(shown.sale.lines) and not shown.had_member


def _credited(unit: Unit, shown: ShownReceipt) -> int:
    return members.earned_of(unit, shown.sale.sale_id)


def _ref(shown: ShownReceipt) -> str:
    return f"receipt:{shown.sale.sale_id}"


def _code_mac(unit: Unit, sale_id: str, *, mac: str, code: str) -> str:
    text = f"join-code\0{sale_id}\0{mac}\0{code}".encode()
    return hmac.digest(keys.phone_mac_key(unit), text, sha256).hex()
