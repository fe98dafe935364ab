"""How often campaigns with limits were used, and what happens when a limit is overrun.

Uses are insert-only; :func:`settle` adds them to the sums once at the end of a unit of work and in order of
the key, as stock does and for the same reason. What comes out above a limit is told to a person: no fact is
refused and no price is changed afterwards.

Source: docs/rules/promotions.md, "What is counted".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Final

from central_api.catalog import service as catalog
from central_api.feed import service as feed
from central_api.feed.schemas import STORE, Publication
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.uses import repository
from central_api.uses.schemas import Cause, Counts, Overrun, Per, Settled, Sum, Use
from retail_core.wire.facts import SaleCompleted
from retail_core.wire.feed import CampaignUseDoc, MemberUseDoc

_LIMIT_OF: Final[Mapping[Per, str]] = {
    "store": "stock",
    "member": "per_member",
    "member_day": "per_member_day",
}
_PERSONAL = ("per_member", "per_member_day")
_MEMO_SETTLED = "uses.settled"


def apply_sale(unit: Unit, context: FactContext, *, sale: SaleCompleted, member_id: str | None) -> None:
    """Count what a sale used, and take back what it gives back."""
    use(
        unit,
        [
            Use(
                rule_id=item.rule_id,
                store_id=context.store_id,
                member_id=member_id,
                day=item.day,
                times=item.count,
                cause="sale",
                ref=sale.sale_id,
                used_ms=context.wall_ms,
                entry_id=context.entry_id,
            )
            for item in sale.uses
        ],
    )
    for returned in sale.returned:
        back = {item.rule_id for item in returned.uses}
        if returned.sale_id is not None and back:
            _take_back(unit, context, sale_id=returned.sale_id, rule_ids=back)


def for_first_purchases(unit: Unit, sale: SaleCompleted) -> list[str]:
    """Return the campaigns for first purchases that lowered a sale's price, in order of the id."""
    applied = {item.rule_id for line in sale.lines for item in line.discounts}
    terms = catalog.terms(unit, applied) if applied else {}
    return sorted(rule_id for rule_id, each in terms.items() if each.first_purchase)


def use(unit: Unit, uses: Sequence[Use]) -> None:
    """Count uses; the sums follow at :func:`settle`."""
    repository.insert(unit, uses, txid=feed.txid(unit))


def give_back(unit: Unit, ref: str, *, cause: Cause, of: Cause) -> None:
    """Give back everything that a reference used, once."""
    use(
        unit,
        [
            Use(
                rule_id=found.rule_id,
                store_id=found.store_id,
                member_id=found.member_id,
                day=found.day,
                times=-found.times,
                cause=cause,
                ref=ref,
                used_ms=unit.now_ms,
            )
            for found in repository.of_ref(unit, ref, cause=of)
        ],
    )


def _take_back(unit: Unit, context: FactContext, *, sale_id: str, rule_ids: Collection[str]) -> None:
    """Give back what a sale used of some campaigns, once, from where and whom it was counted."""
    use(
        unit,
        [
            replace(
                found,
                times=-found.times,
                cause="return",
                used_ms=context.wall_ms,
                entry_id=context.entry_id,
            )
            for found in repository.of_ref(unit, sale_id, cause="sale")
            if found.rule_id in rule_ids
        ],
    )


def settle(unit: Unit) -> Settled:
    """Add what this unit counted since the last call to the sums, and publish those of the stores."""
    txid = feed.txid(unit)
    counted = repository.of_transaction(unit, txid=txid, after_id=unit.memo.get(_MEMO_SETTLED, 0))
    if not counted:
        return Settled()
    unit.memo[_MEMO_SETTLED] = counted[-1][0]
    uses = [found for _, found in counted]
    changes = _sums(uses)
    after = repository.add(unit, changes)
    _publish(unit, [(item, now) for item, now in zip(changes, after, strict=True) if item.per == "store"])
    return Settled(
        member_ids=frozenset(found.member_id for found in uses if found.member_id is not None),
        overruns=_overruns(unit, list(zip(changes, after, strict=True))),
    )


def merge(unit: Unit, loser: str, *, into: str) -> None:
    """Add the sums of a member to another one's; uses that are not summed yet follow with their rows."""
    found = repository.sums(unit, ("member", "member_day"), holders=[loser])
    repository.add(unit, [replace(item, holder=into) for item in sorted(found, key=_key)])
    repository.drop_member(unit, loser)


def of_store(unit: Unit, store_id: str) -> dict[str, int]:
    """Return how often a store used each campaign."""
    return {found.rule_id: found.times for found in repository.sums(unit, ("store",), holders=[store_id])}


def of_members(unit: Unit, member_ids: Iterable[str]) -> dict[str, tuple[MemberUseDoc, ...]]:
    """Return how often members used the campaigns that limit this and still run, in order of the campaign."""
    found = repository.sums(unit, ("member", "member_day"), holders=member_ids)
    terms = catalog.terms(unit, {item.rule_id for item in found})
    running = {rule_id for rule_id, each in terms.items() if any(name in each.limits for name in _PERSONAL)}
    return {
        member_id: tuple(
            _member_use(rule_id, list(items))
            for rule_id, items in groupby(of_member, key=attrgetter("rule_id"))
            if rule_id in running
        )
        for member_id, of_member in groupby(found, key=attrgetter("holder"))
    }


def counts(unit: Unit, store_id: str, *, member_id: str | None) -> Counts:
    """Return what the price of a basket in a store has to know."""
    of_member = () if member_id is None else of_members(unit, [member_id]).get(member_id, ())
    return Counts(of_store(unit, store_id), {item.rule_id: item for item in of_member})


def _sums(uses: Sequence[Use]) -> list[Sum]:
    """Return the changes of the sums, in order of their keys."""
    found: dict[tuple[str, Per, str, str], tuple[int, str | None]] = {}
    for item in uses:
        for key in _keys(item):
            before, _ = found.get(key, (0, None))
            found[key] = (before + item.times, item.entry_id)
    return [Sum(*key, *found[key]) for key in sorted(found)]


def _keys(item: Use) -> list[tuple[str, Per, str, str]]:
    keys: list[tuple[str, Per, str, str]] = [(item.rule_id, "store", item.store_id, "")]
    if item.member_id is not None:
        keys.append((item.rule_id, "member", item.member_id, ""))
        keys.append((item.rule_id, "member_day", item.member_id, item.day))
    return keys


def _key(item: Sum) -> tuple[str, Per, str]:
    return item.rule_id, item.per, item.day


def _overruns(unit: Unit, changed: Sequence[tuple[Sum, int]]) -> tuple[Overrun, ...]:
    terms = catalog.terms(unit, {change.rule_id for change, _ in changed})
    found = []
    for change, now in changed:
        name = _LIMIT_OF[change.per]
        allowed = terms[change.rule_id].limits.get(name) if change.rule_id in terms else None
        if allowed is not None and now > allowed and change.times > 0:
            args: dict[str, str | int] = {
                "rule_id": change.rule_id,
                "limit": name,
                "allowed": allowed,
                "used": now,
            }
            found.append(Overrun(change.entry_id, DoubtfulFact("campaign.over_limit", args)))
    return tuple(found)


def _publish(unit: Unit, changed: Sequence[tuple[Sum, int]]) -> None:
    by_store = sorted(changed, key=lambda item: (item[0].holder, item[0].rule_id))
    for store_id, items in groupby(by_store, key=lambda item: item[0].holder):
        feed.publish_many(
            unit,
            STORE,
            scope=store_id,
            publications=[
                Publication(
                    "campaign_use",
                    change.rule_id,
                    CampaignUseDoc(rule_id=change.rule_id, count=now).model_dump(mode="json"),
                )
                for change, now in items
            ],
        )


def _member_use(rule_id: str, found: Sequence[Sum]) -> MemberUseDoc:
    """Return a member's uses of one campaign; ``found`` is the sum of all days, then each day's."""
    last = found[-1]
    return MemberUseDoc(
        rule_id=rule_id,
        count=next(item.times for item in found if item.per == "member"),
        day=last.day,
        day_count=last.times,
    )
