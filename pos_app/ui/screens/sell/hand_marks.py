"""What the lines and sums say about acts by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pos_app.services.act_by_hand import MeasuredAct, is_allowed, measured_acts
from pos_app.services.basket_model import Basket
from pos_app.services.records import Actor
from pos_app.ui.screens.sell.hand_state import HandMark
from retail_core.money import Money
from retail_core.pricing.model import CASHIER_DROP_ID, PricedBasket, PricedLine


@dataclass(frozen=True, slots=True)
class HandMarks:
    """Acts of the lines by line id, and those of the sale in their order."""

    of_lines: Mapping[str, HandMark] = field(default_factory=dict)
    of_sale: tuple[HandMark, ...] = ()


def hand_marks(basket: Basket, priced: PricedBasket, *, actor: Actor | None) -> HandMarks:
    """Return what is to be said about the acts of a basket to ``actor``."""
    if not basket.discounts:
        return HandMarks()
    acts = measured_acts(basket, priced)
    marks = [(found.discount.line_id, _mark(found, actor, currency=priced.currency)) for found in acts]
    return HandMarks(
        {line_id: mark for line_id, mark in marks if line_id is not None},
        tuple(mark for line_id, mark in marks if line_id is None),
    )


def dropped_of(line: PricedLine) -> Money:
    """Return the line's part of dropped change, >= 0: it is shown among the sums and not on the line."""
    parts = (each.amount.minor for each in line.adjustments if each.rule_id == CASHIER_DROP_ID)
    return Money(-sum(parts), line.total.currency)


def _mark(found: MeasuredAct, actor: Actor | None, *, currency: str) -> HandMark:
    approval = found.discount.approval
    other = approval is not None and (actor is None or approval.staff_id != actor.staff_id)
    allowed = actor is None or is_allowed(actor, found)
    return HandMark(
        kind=found.discount.kind,
        value=found.discount.value,
        amount=Money(-found.act.given_minor, currency),
        allowed_by=approval.name if approval is not None and other and allowed else "",
        open=not allowed,
    )
