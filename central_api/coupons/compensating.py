"""Coupons for orders that were late: one for each order, given when the unit of work ends.

Source: docs/rules/promises.md, "A coupon for being late".
"""

import json
from typing import Final

from central_api.coupons import blanks, instances, repository, wallets
from central_api.coupons.schemas import Coupon, Grant, Late
from central_api.coupons.terms import terms_of
from central_api.enrolment import service as enrolment
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from retail_core.wire.shop import CouponIssued

_MEMO_LATE: Final = "coupons.late:"


def note(unit: Unit, late: Late) -> None:
    """Note that an order earns a coupon; it is given as the accounts of campaigns are settled."""
    unit.memo[_MEMO_LATE + json.dumps((late.campaign_id, late.order_id, late.member_id, late.store_id))] = 1


def take(unit: Unit) -> dict[str, list[Late]]:
    """Return what was noted, by campaign, and forget it."""
    found: dict[str, list[Late]] = {}
    for name in [name for name in unit.memo if name.startswith(_MEMO_LATE)]:
        del unit.memo[name]
        campaign_id, order_id, member_id, store_id = json.loads(name.removeprefix(_MEMO_LATE))
        found.setdefault(campaign_id, []).append(Late(campaign_id, order_id, member_id, store_id))
    return found


def give(unit: Unit, late: Late) -> None:
    """Issue the coupon of an order, once; none where the campaign has none left, or is none."""
    try:
        with unit.savepoint():
            grant = Grant(_request(late.order_id), late.campaign_id, late.member_id, late.store_id)
            number = enrolment.store_card(unit, late.store_id).store_number
            instances.issue(unit, grant, tenant=keys.tenant_number(unit), store_number=number)
    except ApiError:
        return


def of_order(unit: Unit, order_id: str) -> CouponIssued | None:
    """Return the coupon that was given for a late order, with its codes; a blocked one is none."""
    given = repository.by_request(unit, _request(order_id))
    found = [*([] if given is None else [given]), *repository.earned_by(unit, [blanks.late_ref(order_id)])]
    return next((shown(unit, each) for each in found if each.state != "void"), None)


def shown(unit: Unit, found: Coupon) -> CouponIssued:
    """Return a coupon as its holder sees it."""
    number = 0 if found.store_id is None else enrolment.store_card(unit, found.store_id).store_number
    terms = terms_of(unit, found.campaign_id)
    return wallets.issued(unit, found, campaign=terms, tenant=keys.tenant_number(unit), store_number=number)


def _request(order_id: str) -> str:
    return f"late:{order_id}"
