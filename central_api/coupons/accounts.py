"""What campaigns' coupons cost: budgets that are never exceeded, and conflicts on an account of their own.

What sales did is insert-only; :func:`settle` adds it to the accounts once at the end of a unit of work and in
order of the campaign, as the uses of campaigns do and for the same reason.

Source: docs/rules/coupons.md, "The account of a campaign" and "Conflicts".
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from central_api.catalog import service as catalog
from central_api.coupons import repository
from central_api.coupons.schemas import Account, AccountEntry, Change, Redemption
from central_api.coupons.terms import CampaignTerms, read_issuing
from central_api.feed import service as feed
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact
from central_api.kit.unit import Unit
from central_api.uses.schemas import Overrun

MOST_CONFLICTS_OF_1000: Final = 5
"""A campaign with more conflicts in a thousand redemptions loses its offline right."""

AWAY_MS: Final = 7 * 24 * 3600 * 1000
"""So long after its end a coupon keeps what it reserved: a till that was away may still send its sale."""

_MEMO_SETTLED = "coupons.settled"


def issued(unit: Unit, terms: CampaignTerms, *, in_wallet: bool, wants_reserve: bool) -> int | None:
    """Count a new coupon, and reserve its greatest cost if it is ``wants_reserve``.

    Returns what was reserved; ``None`` where the budget had no room for that, and the coupon counts without.

    Raises:
        ApiError: 409 ``coupon.all_issued``.
    """
    repository.open_account(unit, terms.campaign_id)
    change = Change(issued=1, claimed=int(in_wallet))
    total = terms.issuing.total
    if wants_reserve:
        reserved = replace(change, reserved_minor=terms.to_reserve_minor)
        if _reserve(unit, terms, change=reserved, total=total):
            return reserved.reserved_minor
    if repository.change_account(unit, terms.campaign_id, change=change, total=total) is None:
        raise ApiError(409, "coupon.all_issued", detail=terms.campaign_id)
    return None if wants_reserve else 0


def reserve(unit: Unit, terms: CampaignTerms) -> bool:
    """Reserve the greatest cost of a coupon for a sale; False where the budget has no room."""
    repository.open_account(unit, terms.campaign_id)
    return _reserve(unit, terms, change=Change(reserved_minor=terms.to_reserve_minor), total=None)


def hold_row(unit: Unit, campaign_id: str) -> None:
    """Let nobody else change a campaign's account before this unit ends."""
    repository.open_account(unit, campaign_id)
    repository.change_account(unit, campaign_id, change=Change())


def add(unit: Unit, campaign_id: str, *, change: Change) -> None:
    """Change an account in a way that no limit asks about."""
    repository.change_account(unit, campaign_id, change=change)


def redeemed(unit: Unit, campaign_id: str, *, redemption: Redemption, released_minor: int) -> None:
    """Write that a sale used a coupon; the account follows at :func:`settle`."""
    _write(unit, _entry(campaign_id, redemption, released_minor=released_minor))


def conflict(unit: Unit, campaign_id: str, *, redemption: Redemption, first_sale_id: str) -> None:
    """Write that a sale used a coupon that was not its to use."""
    entry = _entry(campaign_id, redemption, released_minor=0)
    _write(unit, replace(entry, kind="conflict", first_sale_id=first_sale_id))


def returned(unit: Unit, campaign_id: str, *, redemption: Redemption, of_sale_id: str) -> None:
    """Write that goods came back and their coupon with them: its cost goes from the account."""
    spent = repository.redeemed_amount(unit, redemption.coupon_id, sale_id=of_sale_id)
    entry = _entry(campaign_id, redemption, released_minor=0)
    _write(unit, replace(entry, kind="returned", amount_minor=-spent, first_sale_id=of_sale_id))


def settle(
    unit: Unit, *, then: Callable[[Unit, str], None], also: Collection[str] = ()
) -> tuple[Overrun, ...]:
    """Bring the accounts up to what this unit wrote since the last call; return what is doubtful about it.

    ``then`` runs for each campaign after its account was changed, for those of ``also`` too; all in order of
    the campaign, so that no two units wait for each other.
    """
    written = repository.entries_of(unit, txid=feed.txid(unit), after_id=unit.memo.get(_MEMO_SETTLED, 0))
    if written:
        unit.memo[_MEMO_SETTLED] = written[-1][0]
    entries: dict[str, list[AccountEntry]] = {campaign_id: [] for campaign_id in also}
    for _, entry in written:
        entries.setdefault(entry.campaign_id, []).append(entry)
    found: list[Overrun] = []
    for campaign_id, of_campaign in sorted(entries.items()):
        if of_campaign:
            found += _settle(unit, campaign_id, entries=of_campaign)
        then(unit, campaign_id)
    if not written:
        return ()
    last = repository.entries_of(unit, txid=feed.txid(unit), after_id=unit.memo[_MEMO_SETTLED])
    if last:
        unit.memo[_MEMO_SETTLED] = last[-1][0]
    return tuple(found)


def _settle(unit: Unit, campaign_id: str, *, entries: Sequence[AccountEntry]) -> list[Overrun]:
    repository.open_account(unit, campaign_id)
    budget_minor = _budget_of(unit, campaign_id)
    together = _sum([_change(entry) for entry in entries])
    now = repository.change_account(unit, campaign_id, change=together, budget_minor=budget_minor)
    found: list[Overrun] = []
    if now is None:
        # Somewhere among them the budget ends: each by itself shows where.
        for entry in entries:
            found += _settle_one(unit, entry, budget_minor=budget_minor)
        now = repository.account(unit, campaign_id)
    assert now is not None, "it was opened above"
    if any(entry.kind == "conflict" for entry in entries) or found:
        found += _end_offline(unit, now, entry_id=entries[-1].entry_id)
    return found


def _settle_one(unit: Unit, entry: AccountEntry, *, budget_minor: int | None) -> list[Overrun]:
    change = _change(entry)
    if (
        repository.change_account(unit, entry.campaign_id, change=change, budget_minor=budget_minor)
        is not None
    ):
        return []
    aside = replace(change, spent_minor=0, conflicts=change.conflicts + 1, conflict_minor=change.spent_minor)
    repository.change_account(unit, entry.campaign_id, change=aside)
    undone = replace(entry, kind="over_budget", amount_minor=-entry.amount_minor, released_minor=0)
    _write(unit, undone)
    args: dict[str, str | int] = {
        "rule_id": entry.campaign_id,
        "coupon_id": entry.coupon_id,
        "sale_id": entry.sale_id,
        "amount_minor": entry.amount_minor,
    }
    return [Overrun(entry.entry_id, DoubtfulFact("coupon.over_budget", args))]


def _end_offline(unit: Unit, now: Account, *, entry_id: str) -> list[Overrun]:
    """Take the offline right of a campaign with too many conflicts, once."""
    conflicts, redeemed = now.conflicts - now.conflicts_before, now.redeemed - now.redeemed_before
    if conflicts * 1000 <= MOST_CONFLICTS_OF_1000 * max(redeemed, 1):
        return []
    if not catalog.end_offline(unit, now.campaign_id):
        return []
    repository.set_offline(unit, now.campaign_id, values={"offline_ended_ms": unit.now_ms})
    args: dict[str, str | int] = {
        "rule_id": now.campaign_id,
        "conflicts": now.conflicts,
        "redeemed": now.redeemed,
    }
    return [Overrun(entry_id, DoubtfulFact("campaign.offline_ended", args))]


def _reserve(unit: Unit, terms: CampaignTerms, *, change: Change, total: int | None) -> bool:
    """Change an account with a reservation in it; holds and coupons that ended give way where it is full."""
    budget_minor = terms.issuing.budget_minor
    name = terms.campaign_id
    if (
        repository.change_account(unit, name, change=change, budget_minor=budget_minor, total=total)
        is not None
    ):
        return True
    if budget_minor is None or change.reserved_minor == 0:
        return False
    freed = repository.end_old_holds(unit, name, ended_ms=unit.now_ms)
    freed += repository.free_expired(unit, name, expired_ms=unit.now_ms - AWAY_MS)
    if not freed:
        return False
    add(unit, name, change=Change(reserved_minor=-freed))
    return (
        repository.change_account(unit, name, change=change, budget_minor=budget_minor, total=total)
        is not None
    )


def _budget_of(unit: Unit, campaign_id: str) -> int | None:
    found = catalog.campaign(unit, campaign_id)
    if found is None:
        return None
    try:
        return read_issuing(found.issuing).budget_minor
    except ApiError:
        return None


def _change(entry: AccountEntry) -> Change:
    """Return what an entry adds to its account."""
    if entry.kind == "conflict":
        return Change(conflicts=1, conflict_minor=entry.amount_minor)
    return Change(
        redeemed=1 if entry.kind == "redeemed" else -1,
        spent_minor=entry.amount_minor,
        reserved_minor=-entry.released_minor,
    )


def _sum(changes: Sequence[Change]) -> Change:
    return Change(
        redeemed=sum(each.redeemed for each in changes),
        spent_minor=sum(each.spent_minor for each in changes),
        reserved_minor=sum(each.reserved_minor for each in changes),
        conflicts=sum(each.conflicts for each in changes),
        conflict_minor=sum(each.conflict_minor for each in changes),
    )


def _entry(campaign_id: str, redemption: Redemption, *, released_minor: int) -> AccountEntry:
    return AccountEntry(
        campaign_id=campaign_id,
        coupon_id=redemption.coupon_id,
        kind="redeemed",
        sale_id=redemption.sale_id,
        store_id=redemption.store_id,
        amount_minor=redemption.amount_minor,
        released_minor=released_minor,
        at_ms=redemption.sold_ms,
        entry_id=redemption.entry_id,
    )


def _write(unit: Unit, entry: AccountEntry) -> None:
    repository.insert_entries(unit, [entry], txid=feed.txid(unit))
