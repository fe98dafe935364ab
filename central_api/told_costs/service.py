"""Telling what marketing and deliveries cost, and what of it falls on a window.

Source: docs/rules/figures.md, "What channels keep, and what others pay".
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from central_api.kit.errors import UsageError
from central_api.kit.unit import Unit
from central_api.told_costs import repository
from central_api.told_costs.schemas import CHAIN, Kind, ToldCost
from retail_core.money import round_ratio


def tell(unit: Unit, cost: ToldCost) -> None:
    """Keep what something cost; the same days again take the place of what was told before.

    Raises:
        UsageError: The days are in the wrong order, the amount is below zero, or other days that were told
            share some with these.
    """
    if cost.last_day < cost.first_day:
        raise UsageError(f"{cost.last_day} is before {cost.first_day}.", "Name the earlier day first.")
    if cost.minor < 0:
        raise UsageError("A cost is not below zero.", "Name the whole cost of these days.")
    known = repository.between(
        unit, cost.kind, currency=cost.currency, first=cost.first_day, last=cost.last_day
    )
    for other in known:
        same = (other.first_day, other.last_day) == (cost.first_day, cost.last_day)
        if other.place == cost.place and not same:
            raise UsageError(
                f"{other.first_day} to {other.last_day} is told already and shares days with these.",
                "Name exactly these days to change what was told, or days that share none with them.",
            )
    repository.put(unit, cost)


def of_window(
    unit: Unit, kind: Kind, *, store_ids: Collection[str], everywhere: bool, currency: str, days: list[str]
) -> int | None:
    """Return what falls on days, minor units; ``None`` where some of them were not told.

    ``everywhere`` says that the stores are all of the currency: only then what the chain spent is theirs.
    """
    places = {*store_ids, CHAIN} if everywhere else set(store_ids)
    told: dict[str, set[str]] = defaultdict(set)
    minor = 0
    for cost in repository.between(unit, kind, currency=currency, first=days[0], last=days[-1]):
        if cost.place not in places:
            continue
        within = {day for day in days if cost.first_day <= day <= cost.last_day}
        told[cost.place] |= within
        minor += round_ratio(cost.minor * len(within), _length(cost))
    everything = set(days)
    if everywhere and told[CHAIN] == everything:
        return minor
    by_stores = (told[store_id] | (told[CHAIN] if everywhere else set()) for store_id in store_ids)
    return minor if all(each == everything for each in by_stores) else None


def _length(cost: ToldCost) -> int:
    return (date.fromisoformat(cost.last_day) - date.fromisoformat(cost.first_day)).days + 1
