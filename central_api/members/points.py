"""The ledger of points: what facts enter into it, and which points are too old.

Source: docs/rules/points.md, "The ledger".
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from central_api.enrolment import service as enrolment
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import repository
from central_api.members.schemas import Burned, Member, Points
from central_api.uses.schemas import Overrun
from retail_core.points import expired, next_expiry
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import SaleCompleted

EARNED = "earned"
"""The rule under which a sale's own points stand in the ledger."""

RETURNED = "returned"
"""The rule under which points go with returned goods; the sale that had given them follows it."""

BURNED = "burned"
"""The rule under which the points stand that a sale was paid with, and those of its rewards."""

UNBURNED = "unburned"
"""The rule under which burned points come back; the sale that had burned them follows it."""

EXPIRED = "expired"
"""The rule under which old points go; the reference is the member with the time of the run."""

POINTS = "points"
_PAGE = 500


def of_sale(context: FactContext, sale: SaleCompleted, *, buyer: Member) -> list[Points]:
    """Return what a sale gives its member, none perhaps, that something was bought, and what it burned."""
    found = []
    if sale.lines:
        found.append(
            Points(
                member_id=buyer.member_id,
                ref=sale.sale_id,
                rule=EARNED,
                points=sale.points_earned,
                store_id=context.store_id,
                earned_ms=context.wall_ms,
                entry_id=context.entry_id,
                purchases=1,
            )
        )
    burned = burned_by(sale)
    if burned:
        found.append(
            Points(
                member_id=buyer.member_id,
                ref=sale.sale_id,
                rule=BURNED,
                points=-burned,
                store_id=context.store_id,
                earned_ms=context.wall_ms,
                entry_id=context.entry_id,
                kind="burn",
            )
        )
    return found


def burned_by(sale: SaleCompleted) -> int:
    """Return the points that a sale was paid with, and those of its rewards."""
    by_tender = sum(max(0, part.points) for part in sale.tenders if part.kind == POINTS)
    return by_tender + sum(max(0, line.reward_points) for line in sale.lines)


def of_returns(
    unit: Unit, context: FactContext, *, sale: SaleCompleted, joined: Mapping[str, int]
) -> list[Points]:
    """Return what goes with returned goods: what they had earned is taken, what they had burned comes back.

    ``joined`` is what goes of sales by whose receipt somebody may have joined: tills know nothing of it.

    Each from and to whoever it was; the balance may fall below zero. What comes back of a payment is never
    more than it burned, whatever two tills took back that did not know of each other.
    """
    found = []
    for back in sale.returned:
        taken = back.points_reversed or joined.get(back.sale_id or "", 0)
        if back.sale_id is None or not taken:
            continue
        earned = repository.entry_of(unit, ref=back.sale_id, rule=EARNED)
        if earned is not None:
            found.append(
                Points(
                    member_id=earned.member_id,
                    ref=sale.sale_id,
                    rule=f"{RETURNED}:{back.sale_id}",
                    points=-taken,
                    store_id=context.store_id,
                    earned_ms=earned.earned_ms,
                    entry_id=context.entry_id,
                    kind="reverse",
                )
            )
    return [*found, *_unburned(unit, context, sale=sale)]


def _unburned(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[Points]:
    sums: dict[str, int] = {}
    for back in sale.returned:
        for part in back.parts:
            if part.kind == POINTS and part.reference and not part.moved_minor:
                sums[part.reference] = sums.get(part.reference, 0) + part.points
    found = []
    for reference, stated in sorted(sums.items()):
        burned = repository.entry_of(unit, ref=reference, rule=BURNED)
        if burned is None:
            continue
        rule = f"{UNBURNED}:{reference}"
        given = min(stated, -burned.points - repository.unburned(unit, rule=rule))
        if given > 0:
            found.append(
                Points(
                    member_id=burned.member_id,
                    ref=sale.sale_id,
                    rule=rule,
                    points=given,
                    store_id=context.store_id,
                    earned_ms=context.wall_ms,
                    entry_id=context.entry_id,
                    kind="reverse",
                    of_burn=1,
                )
            )
    return found


def next_expiries(unit: Unit, homes: Mapping[str, str | None]) -> dict[str, tuple[int, int]]:
    """Return which points of members (by id, with their home stores) go next, and when."""
    found: dict[str, tuple[int, int]] = {}
    by_home: dict[str, list[str]] = {}
    for member_id, home in sorted(homes.items()):
        by_home.setdefault(home or "", []).append(member_id)
    for home, member_ids in by_home.items():
        card = card_of_home(unit, home)
        if card is None or card.points is None or not card.points.hold_days:
            continue
        day_of = partial(_day, zone=ZoneInfo(card.time_zone))
        for member_id, entries in repository.entries_of_many(unit, member_ids).items():
            told = next_expiry(entries, hold_days=card.points.hold_days, day_of=day_of)
            if told is not None:
                found[member_id] = told
    return found


def card_of_home(unit: Unit, home: str) -> StoreCard | None:
    """Return the card of a home store; that of the first store for members without one."""
    store_id = home or next(iter(enrolment.store_ids(unit)), "")
    return enrolment.store_card(unit, store_id) if store_id else None


def _day(at_ms: int, *, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(zone).date().isoformat()


def overdrawn(burned: Sequence[Burned], balances: dict[str, int]) -> tuple[Overrun, ...]:
    """Return the facts that burned points of a balance that is below zero now."""
    return tuple(
        Overrun(
            each.entry_id,
            DoubtfulFact("points.overdrawn", {"sale_id": each.ref, "missing": -balances[each.member_id]}),
        )
        for each in burned
        if balances.get(each.member_id, 0) < 0
    )


def expiring(
    unit: Unit, *, before_ms: int, after: str, home_store: str | None = None
) -> tuple[list[Points], str]:
    """Return the entries that let points go which are too old, of some members, and where to go on.

    ``home_store`` is whose members they are: a store, empty for those without one, ``None`` for all.
    """
    members = repository.earners(unit, before_ms=before_ms, after=after, limit=_PAGE, home_store=home_store)
    found = []
    for member_id in members:
        gone = expired(repository.entries_of(unit, member_id), before_ms=before_ms)
        if gone:
            ref = f"{member_id}:{before_ms}"
            found.append(Points(member_id, ref, EXPIRED, -gone, None, unit.now_ms, None, kind="expire"))
    return found, members[-1] if members else ""
