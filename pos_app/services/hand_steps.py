"""The steps of a basket by hand: prices, discounts, notes; pure functions from one basket to the next."""

from dataclasses import replace
from typing import Final

from pos_app.services.basket_model import Basket, HandDiscount, HandKind
from pos_app.services.basket_steps import line_of, with_line, within_bounds
from pos_app.services.errors import RuleError

MOST_NOTE: Final = 80
"""Characters of a note on a line or on the sale."""

MOST_VALUE: Final = 999_999_999
"""No price or amount by hand is larger; the display takes no more either."""

_WHOLE_BP: Final = 10_000


def slot_of(line_id: str | None, kind: HandKind) -> tuple[str | None, bool]:
    """Return what an act stands for: a line has one, a basket one discount and one dropped amount."""
    return line_id, kind == "drop"


def with_discount(basket: Basket, discount: HandDiscount) -> Basket:
    """Return the basket with an act by hand instead of the one in its place.

    Raises:
        RuleError: ``basket.no_line``, ``by_hand.regulated``, ``by_hand.bad_value``, ``by_hand.above_list``,
            ``basket.full``.
    """
    _check(basket, discount)
    others = _others(basket, discount.line_id, kind=discount.kind)
    return within_bounds(basket, replace(basket, discounts=(*others, discount)))


def without_discount(basket: Basket, line_id: str | None, *, kind: HandKind) -> Basket:
    """Return the basket without the act in the place of ``kind``."""
    return replace(basket, discounts=_others(basket, line_id, kind=kind))


def with_note(basket: Basket, line_id: str, *, note: str) -> Basket:
    """Return the basket with another note on a line; an empty one takes it away.

    Raises:
        RuleError: ``basket.no_line``, ``basket.full``.
    """
    line = line_of(basket, line_id)
    return within_bounds(basket, with_line(basket, replace(line, note=_written(note))))


def with_sale_note(basket: Basket, *, note: str) -> Basket:
    """Return the basket with another note on the whole sale; an empty one takes it away."""
    return replace(basket, note=_written(note))


def with_gift_receipt(basket: Basket, *, wanted: bool) -> Basket:
    """Return the basket that prints a gift receipt besides, or does not."""
    return replace(basket, gift_receipt=wanted)


def _written(note: str) -> str:
    """Return a note on one line, without what is no character to read."""
    return " ".join("".join(each if each.isprintable() else " " for each in note).split())[:MOST_NOTE]


def _others(basket: Basket, line_id: str | None, *, kind: HandKind) -> tuple[HandDiscount, ...]:
    place = slot_of(line_id, kind)
    return tuple(each for each in basket.discounts if slot_of(each.line_id, each.kind) != place)


def _check(basket: Basket, discount: HandDiscount) -> None:
    highest = _WHOLE_BP if discount.kind == "percent" else MOST_VALUE
    least = 0 if discount.kind == "price" else 1
    if not least <= discount.value <= highest:
        raise RuleError("by_hand.bad_value")
    if discount.line_id is None:
        return
    line = line_of(basket, discount.line_id)
    if line.regulated or line.deposit:
        raise RuleError("by_hand.regulated")
    options = sum(option.price_minor for option in line.options)
    if discount.kind == "price" and discount.value > line.unit_price_minor + options:
        raise RuleError("by_hand.above_list")
