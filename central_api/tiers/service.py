"""Which tier a member has reached: rules of the store's card over a ledger of what was spent.

Source: docs/rules/members.md, "Tiers".
"""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from central_api.enrolment import service as enrolment
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.tiers import repository
from retail_core.people import tier_reached
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import SaleCompleted

_DAY_MS = 24 * 3_600 * 1_000


def apply_sale(
    unit: Unit, context: FactContext, *, sale: SaleCompleted, member_id: str | None
) -> list[DoubtfulFact]:
    """Enter what a sale's member paid for goods, and take off from whoever had paid what was given back."""
    given_back = sum(back.refund_minor for back in sale.returned)
    entries: list[tuple[str, str, int]] = []
    if member_id is not None and sale.lines:
        entries.append((sale.sale_id, member_id, sale.total_minor + given_back))
    for back in sale.returned:
        spender = None if back.sale_id is None else repository.spender_of(unit, back.sale_id)
        if spender is not None:
            entries.append((f"{sale.sale_id}:{back.sale_id}", spender, -back.refund_minor))
    repository.insert(
        unit,
        [
            {
                "ref": ref,
                "member_id": spender,
                "spent_minor": amount_minor,
                "currency": sale.currency,
                "spent_ms": context.wall_ms,
                "entry_id": context.entry_id,
            }
            for ref, spender, amount_minor in entries
        ],
    )
    return []


def spent_by(unit: Unit, homes: Mapping[str, str | None]) -> dict[str, int]:
    """Return what members spent within the window of their home stores (by member id); 0 is left out."""
    found: dict[str, int] = {}
    for home, pairs in groupby(sorted((store or "", name) for name, store in homes.items()), itemgetter(0)):
        card = _card(unit, home)
        if card is None:
            continue
        found |= repository.spent_since(
            unit,
            [name for _, name in pairs],
            after_ms=unit.now_ms - card.tier_window_days * _DAY_MS,
            currency=card.currency,
        )
    return found


def reached(unit: Unit, people: Sequence[tuple[str, str | None, str]]) -> dict[str, str]:
    """Return who of (member, home store, tier) has reached a higher tier, and which."""
    spent = spent_by(unit, {member_id: home for member_id, home, _ in people})
    found = {}
    for member_id, home, tier in people:
        card = _card(unit, home or "") if member_id in spent else None
        steps = () if card is None else tuple((step.tier, step.spend_minor) for step in card.tiers)
        higher = tier_reached(tier, spent.get(member_id, 0), steps=steps)
        if higher != tier:
            found[member_id] = higher
    return found


def _card(unit: Unit, home: str) -> StoreCard | None:
    """Return the card of a home store; that of the first store for a member without one."""
    store_id = home or next(iter(enrolment.store_ids(unit)), "")
    return enrolment.store_card(unit, store_id) if store_id else None
