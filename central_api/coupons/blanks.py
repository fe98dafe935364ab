"""Coupons that tills print with a sale: signed ahead, allotted to one till each, counted once.

A till has no issuer's key, so head office signs; and it counts each one in the campaign's total before a till
can print it, so that no number of tills without a network gives more away than the campaign has.

Source: docs/rules/coupons.md, "Coupons from the till".
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from central_api.catalog import service as catalog
from central_api.coupons import accounts, repository, wallets
from central_api.coupons.schemas import Change, Coupon
from central_api.coupons.terms import CampaignTerms, terms_of
from central_api.enrolment import service as enrolment
from central_api.enrolment.schemas import ActiveTill
from central_api.feed import service as feed
from central_api.feed.schemas import STORE
from central_api.keys import service as keys
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.uses.schemas import Overrun
from retail_core.codes.pq1 import MEMBER_BOUND, OFFLINE_ALLOWED, PERCENT, SINGLE_USE
from retail_core.codes.short import RANDOM_BYTES, make_short
from retail_core.wire.facts import IssuedCoupon, SaleCompleted
from retail_core.wire.feed import BlankDoc

STOCK: Final = 20
"""How many coupons of a campaign a till holds, as far as the campaign has them."""

_DAY_MS: Final = 24 * 3600 * 1000
SHELF_MS: Final = 14 * _DAY_MS
"""So long after it was signed may a till print one: longer than tills are without a network."""

_FRESH_MS: Final = 7 * _DAY_MS
"""One that may be printed for less than this is replaced."""

_MEMO_PRINTED: Final = "coupons.printed:"
_MEMO_STOCK: Final = "coupons.stock:"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a till says of a coupon that it printed."""

    coupon_id: str
    campaign_id: str
    sale_id: str
    member_id: str | None
    entry_id: str
    till: str
    expires_ms: int


def note(unit: Unit, context: FactContext, *, sale: SaleCompleted, member_id: str | None) -> None:
    """Note what a sale's till printed; :func:`arrived` counts it."""
    for each in sale.issued:
        named = (
            each.campaign_id,
            each.coupon_id,
            sale.sale_id,
            member_id,
            context.entry_id,
            context.terminal_id,
        )
        # As JSON: a till chooses its ids, and may choose any character.
        unit.memo[_MEMO_PRINTED + json.dumps(named)] = each.expires_ms
    if sale.issued:
        note_till(unit, context, campaign_ids=[each.campaign_id for each in sale.issued])


def note_late(
    unit: Unit, context: FactContext, *, issued: IssuedCoupon, order_id: str, member_id: str | None
) -> None:
    """Note what a till printed for an order that was late; :func:`arrived` counts it."""
    ref = late_ref(order_id)
    named = (issued.campaign_id, issued.coupon_id, ref, member_id, context.entry_id, context.terminal_id)
    unit.memo[_MEMO_PRINTED + json.dumps(named)] = issued.expires_ms
    note_till(unit, context, campaign_ids=[issued.campaign_id])


def late_ref(order_id: str) -> str:
    """Return what stands in place of a sale where an order earned a coupon."""
    return f"order:{order_id}"


def note_till(unit: Unit, context: FactContext, *, campaign_ids: Sequence[str] | None = None) -> None:
    """Note that a till needs coupons of some campaigns, or of all of its store: one that has just joined."""
    if campaign_ids is None:
        found = catalog.campaigns_of(unit, context.store_id, kind_prefix="coupon_")
        campaign_ids = [each.campaign_id for each in found if _is_at_till(each.issuing)]
    for campaign_id in campaign_ids:
        unit.memo[_MEMO_STOCK + json.dumps((campaign_id, context.terminal_id))] = 1


def take_printed(unit: Unit) -> dict[str, list[Printed]]:
    """Return what was noted as printed, by campaign, and forget it."""
    found: dict[str, list[Printed]] = {}
    for name in [name for name in unit.memo if name.startswith(_MEMO_PRINTED)]:
        expires_ms = unit.memo.pop(name)
        named = json.loads(name.removeprefix(_MEMO_PRINTED))
        campaign_id, coupon_id, sale_id, member_id, entry_id, till = named
        printed = Printed(
            coupon_id,
            campaign_id,
            sale_id,
            member_id,
            entry_id,
            till,
            expires_ms,
        )
        found.setdefault(campaign_id, []).append(printed)
    return found


def take_tills(unit: Unit) -> dict[str, list[str]]:
    """Return which tills need coupons, by campaign, and forget it."""
    found: dict[str, list[str]] = {}
    for name in [name for name in unit.memo if name.startswith(_MEMO_STOCK)]:
        del unit.memo[name]
        campaign_id, till = json.loads(name.removeprefix(_MEMO_STOCK))
        found.setdefault(campaign_id, []).append(till)
    return found


def arrived(unit: Unit, printed: Printed) -> Overrun | None:
    """Count a coupon that a till printed with a sale, once; return what is doubtful about it.

    In the wallet of the sale's member it gets a code of its own, which is bound to the member.
    """
    found = repository.lock(unit, printed.coupon_id)
    args: dict[str, str | int] = {
        "coupon_id": printed.coupon_id,
        "rule_id": printed.campaign_id,
        "sale_id": printed.sale_id,
    }
    is_ours = found is not None and (found.allotted_to, found.campaign_id) == (
        printed.till,
        printed.campaign_id,
    )
    if found is None or not is_ours:
        return Overrun(printed.entry_id, DoubtfulFact("coupon.not_allotted", args))
    if found.earned_sale_id == printed.sale_id:
        return None
    if found.earned_sale_id is not None:
        args["first_sale_id"] = found.earned_sale_id
        return Overrun(printed.entry_id, DoubtfulFact("coupon.issued_twice", args))
    expires_ms = min(found.expires_ms, printed.expires_ms)
    repository.note_printed(unit, found.coupon_id, sale_id=printed.sale_id, expires_ms=expires_ms)
    accounts.add(unit, found.campaign_id, change=Change(issued=1, allotted=-1))
    _tell_gone(unit, found)
    if printed.member_id is not None and found.state in {"issued", "held", "returned"}:
        _bind(unit, replace(found, expires_ms=expires_ms), member_id=printed.member_id)
    return None


def stock(unit: Unit, campaign_id: str, *, tills: Sequence[str]) -> None:
    """Sign coupons of a campaign for tills that have too few, as far as its total and budget go."""
    found = catalog.campaign(unit, campaign_id)
    active = {each.terminal_id: each for each in enrolment.active_tills(unit)}
    needing = [active[till] for till in sorted(set(tills)) if till in active]
    if found is None or not found.active or not _is_at_till(found.issuing) or not needing:
        return
    try:
        terms = terms_of(unit, campaign_id)
    except ApiError:
        return
    # Whoever allots counts first, so nobody else may meanwhile.
    accounts.hold_row(unit, campaign_id)
    for till in needing:
        missing = STOCK - repository.count_blanks(
            unit,
            campaign_id,
            till=(till.terminal_id, till.incarnation),
            usable_ms=unit.now_ms + _FRESH_MS,
        )
        # A till that has most of them is left alone: not each sale is worth a signature of its own.
        if missing > STOCK // 4 or (missing > 0 and terms.issuing.total is not None):
            _allot(unit, terms, till=till, wanted=_share(unit, terms, missing=missing, tills=len(active)))


def wanted(unit: Unit) -> dict[str, list[str]]:
    """Return the tills of each campaign whose coupons tills print."""
    tills = enrolment.active_tills(unit)
    found: dict[str, list[str]] = {}
    for store_id in sorted({till.store_id for till in tills}):
        here = [till.terminal_id for till in tills if till.store_id == store_id]
        for campaign in catalog.campaigns_of(unit, store_id, kind_prefix="coupon_"):
            if campaign.active and _is_at_till(campaign.issuing):
                found.setdefault(campaign.campaign_id, []).extend(here)
    return found


def withdraw(unit: Unit, campaign_id: str) -> None:
    """Tell tills to print no more of a campaign; what one has printed meanwhile still counts."""
    for found in repository.end_blanks(unit, campaign_id):
        _tell_gone(unit, found)


def _is_at_till(issuing: object) -> bool:
    return isinstance(issuing, dict) and (issuing.get("at_till") is True or issuing.get("at_late") is True)


def _share(unit: Unit, terms: CampaignTerms, *, missing: int, tills: int) -> int:
    """Return how many of the missing ones a till gets: none takes what all others would have."""
    account = repository.account(unit, terms.campaign_id)
    budget_minor, total = terms.issuing.budget_minor, terms.issuing.total
    if account is not None and budget_minor is not None:
        taken = account.spent_minor + account.reserved_minor
        if taken + terms.to_reserve_minor > budget_minor:
            return 0
    if total is None:
        return missing
    left = total - (0 if account is None else account.issued + account.allotted)
    return min(missing, left, max(1, left // max(1, tills)))


def _allot(unit: Unit, terms: CampaignTerms, *, till: ActiveTill, wanted: int) -> None:
    if wanted < 1:
        return
    repository.open_account(unit, terms.campaign_id)
    change = Change(allotted=wanted)
    if repository.change_account(unit, terms.campaign_id, change=change, total=terms.issuing.total) is None:
        return
    tenant = keys.tenant_number(unit)
    for _ in range(wanted):
        new = _blank(unit, terms, till=till)
        repository.insert(unit, new, request_id=f"blank:{new.coupon_id}")
        code = wallets.issued(unit, new, campaign=terms, tenant=tenant, store_number=0)
        doc = BlankDoc(
            coupon_id=new.coupon_id,
            campaign_id=new.campaign_id,
            terminal=till.terminal_id,
            incarnation=till.incarnation,
            code=code.code,
            short_code=code.short_code,
            from_minor=terms.issuing.from_minor,
            days=terms.issuing.days,
            use_until_ms=unit.now_ms + SHELF_MS,
            expires_ms=new.expires_ms,
            use="late" if terms.issuing.at_late else "sale",
        )
        plain = doc.model_dump(mode="json")
        feed.publish(unit, STORE, scope=till.store_id, kind="blank", key=new.coupon_id, doc=plain)


def _blank(unit: Unit, terms: CampaignTerms, *, till: ActiveTill) -> Coupon:
    return Coupon(
        coupon_id=secrets.token_hex(8),
        campaign_id=terms.campaign_id,
        short_code=make_short(secrets.token_bytes(RANDOM_BYTES)),
        member_id=None,
        store_id=None,
        state="issued",
        flags=SINGLE_USE | (PERCENT if terms.is_percent else 0),
        value_minor=terms.value,
        starts_ms=unit.now_ms,
        # The day on which one is printed counts to its end.
        expires_ms=unit.now_ms + SHELF_MS + (terms.issuing.days + 1) * _DAY_MS,
        redeemed_sale_id=None,
        allotted_to=till.terminal_id,
        allotted_incarnation=till.incarnation,
        use_until_ms=unit.now_ms + SHELF_MS,
        earned_from_minor=terms.issuing.from_minor,
    )


def _bind(unit: Unit, found: Coupon, *, member_id: str) -> None:
    """Put a printed coupon into the wallet of the member whose sale earned it."""
    terms = terms_of(unit, found.campaign_id)
    home = members.get(unit, member_id).home_store
    reserved = 0
    flags = found.flags | MEMBER_BOUND
    has_room = not terms.to_reserve_minor or accounts.reserve(unit, terms)
    if terms.offline_allowed and home is not None and has_room:
        flags |= OFFLINE_ALLOWED
        reserved = terms.to_reserve_minor
    bound = replace(found, member_id=member_id, store_id=home, flags=flags, reserved_minor=reserved)
    repository.bind(unit, bound)
    accounts.add(unit, found.campaign_id, change=Change(claimed=1))
    members.count_coupons(unit, member_id, change=1)
    wallets.tell(unit, bound)


def _tell_gone(unit: Unit, found: Coupon) -> None:
    scope = enrolment.store_of(unit, found.allotted_to or "")
    if scope is not None:
        feed.publish(unit, STORE, scope=scope, kind="blank", key=found.coupon_id, doc=None)
