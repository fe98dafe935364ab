"""Coupons that end before they are used: the sale that earned one came back, or their time is over.

Source: docs/rules/coupons.md, "When the sale comes back" and "When their time is over".
"""

from collections.abc import Collection
from typing import Final

from central_api.coupons import accounts, instances, repository, wallets
from central_api.coupons.schemas import Change
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.sales import service as sales
from retail_core.wire.facts import SaleCompleted

_MEMO_BACK: Final = "coupons.came_back:"
_OPEN: Final = frozenset({"issued", "held", "returned"})


def note(unit: Unit, sale: SaleCompleted) -> None:
    """Note of which sales a document took goods back."""
    for back in sale.returned:
        if back.sale_id is not None:
            unit.memo[_MEMO_BACK + back.sale_id] = 1


def take(unit: Unit) -> tuple[str, ...]:
    """Return the sales of which goods came back in this unit, and forget it."""
    names = [name for name in unit.memo if name.startswith(_MEMO_BACK)]
    for name in names:
        del unit.memo[name]
    return tuple(sorted(name.removeprefix(_MEMO_BACK) for name in names))


def campaigns_of(unit: Unit, sale_ids: Collection[str]) -> set[str]:
    """Return the campaigns of the coupons that sales earned."""
    return {found.campaign_id for found in repository.earned_by(unit, sale_ids)}


def lapse(unit: Unit, campaign_id: str, *, sale_ids: Collection[str]) -> None:
    """End the unused coupons of sales of which too little is kept; what was used stays used."""
    for found in repository.earned_by(unit, sale_ids):
        if found.campaign_id != campaign_id or found.state not in _OPEN or found.earned_sale_id is None:
            continue
        if sales.kept_minor(unit, found.earned_sale_id) < (found.earned_from_minor or 1):
            instances.revoke(unit, found.coupon_id, reason="sale_returned")


def expire(unit: Unit, campaign_id: str) -> int:
    """Take the coupons of a campaign whose time is over out of wallets, and return how many.

    One that a till took in its time, and of which it could not tell yet, still counts when its sale arrives;
    so what it reserved stays a while (:data:`central_api.coupons.accounts.AWAY_MS`), and so does its place
    among those that a till may have printed.
    """
    ended = repository.expire(unit, campaign_id, ended_ms=unit.now_ms - instances.HOLD_MS)
    for found in ended:
        wallets.tell_gone(unit, found)
        if found.member_id is not None:
            members.count_coupons(unit, found.member_id, change=-1)
    away_ms = unit.now_ms - accounts.AWAY_MS
    freed = repository.free_expired(unit, campaign_id, expired_ms=away_ms)
    unprinted = repository.forget_blanks(unit, campaign_id, expired_ms=away_ms)
    if freed or unprinted:
        accounts.add(unit, campaign_id, change=Change(reserved_minor=-freed, allotted=-unprinted))
    return len(ended)
