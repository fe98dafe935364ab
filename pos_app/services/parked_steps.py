"""What becomes of a basket that is recalled, merged or split; pure functions.

Source: docs/rules/by-hand.md, "Parked sales".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pos_app.services import basket_steps as steps
from pos_app.services.basket_model import Basket, HandDiscount, Line
from pos_app.services.errors import RuleError
from pos_app.services.hand_steps import with_discount
from pos_app.services.order_goods_model import HeldGoods
from pos_app.services.records import Names, Product


@dataclass(frozen=True, slots=True)
class LineChange:
    """What is different about a line since it was parked.

    ``price``: ``before_minor`` and ``after_minor`` are for one unit, options included. ``gone``: the catalog
    has it no longer, and it keeps its price. ``act_left_out``: a price by hand that is above the list now.
    """

    what: Literal["price", "gone", "act_left_out"]
    names: Names
    before_minor: int
    after_minor: int


def priced_anew(
    basket: Basket, find: Callable[[str], Product | None]
) -> tuple[Basket, tuple[LineChange, ...]]:
    """Return the basket as the catalog has its goods now, and what is different.

    Args:
        basket: As it was parked.
        find: Returns a product of the catalog.
    """
    lines: list[Line] = []
    changes: list[LineChange] = []
    for line in basket.lines:
        after = _refreshed(line, find)
        if after is None:
            changes.append(LineChange("gone", line.names, _unit(line), _unit(line)))
        elif _unit(after) != _unit(line):
            changes.append(LineChange("price", after.names, _unit(line), _unit(after)))
        lines.append(after or line)
    anew = replace(basket, lines=tuple(lines), discounts=())
    for discount in basket.discounts:
        try:
            anew = with_discount(anew, discount)
        except RuleError:
            changes += _left_out(anew, discount)
    return anew, tuple(changes)


def merged(into: Basket, recalled: Basket) -> Basket:
    """Return ``into`` with the goods of ``recalled`` beside its own.

    Raises:
        RuleError: ``basket.full``.
    """
    grown = into
    for line in recalled.lines:
        grown = steps.with_appended(grown, line)
    held = {coupon.coupon_id for coupon in into.coupons}
    both = replace(
        grown,
        member=into.member or recalled.member,
        coupons=(*into.coupons, *(each for each in recalled.coupons if each.coupon_id not in held)),
        removed=(*into.removed, *recalled.removed),
        discounts=(*into.discounts, *(each for each in recalled.discounts if each.line_id is not None)),
        ordered=(*into.ordered, *recalled.ordered),
        gift_receipt=into.gift_receipt or recalled.gift_receipt,
        note=into.note or recalled.note,
        total_told=into.total_told or recalled.total_told,
    )
    return steps.within_bounds(into, both)


def split(basket: Basket, parts: Mapping[str, int], *, new_id: Callable[[], str]) -> tuple[Basket, Basket]:
    """Return what stays and what goes; ``parts`` says how much of each line goes, in thousandths.

    Raises:
        RuleError: ``split.nothing``, ``split.everything``, ``basket.bad_quantity`` for a part of what stands
            whole, ``split.order_together``: an order is paid as a whole.
    """
    moves = {line.line_id: _moved(line, parts) for line in basket.lines if not line.deposit_of}
    if not any(moves.values()):
        raise RuleError("split.nothing")
    if all(moves[line.line_id] == line.qty_milli for line in basket.lines if line.line_id in moves):
        raise RuleError("split.everything")
    orders_going = {line.order_id for line in basket.lines if moves.get(line.line_id)}
    orders_left = {line.order_id for line in basket.lines if not moves.get(line.line_id)}
    if (orders_going & orders_left) - {""}:
        raise RuleError("split.order_together")
    names = {
        line.line_id: line.line_id if moves[line.line_id] == line.qty_milli else new_id()
        for line in basket.lines
        if moves.get(line.line_id)
    }
    stays = tuple(line for line in basket.lines if names.get(line.deposit_of or line.line_id) != _home(line))
    rest = tuple(
        replace(line, qty_milli=line.qty_milli - moves[line.line_id]) if moves.get(line.line_id) else line
        for line in stays
    )
    goes = tuple(_gone(basket.lines, moves, names=names))
    gone = {line_id for line_id, name in names.items() if line_id == name}
    stay = tuple(each for each in basket.discounts if each.line_id not in gone)
    first = replace(basket, lines=rest, discounts=stay, ordered=_ordered_in(basket, rest))
    second = Basket(
        new_id(),
        basket.currency,
        lines=goes,
        takes_away=basket.takes_away,
        discounts=tuple(_discounts_gone(basket.discounts, names)),
        ordered=_ordered_in(basket, goes),
        total_told=basket.total_told,
    )
    return steps.settled(first), steps.settled(second)


def _ordered_in(basket: Basket, lines: Iterable[Line]) -> tuple[HeldGoods, ...]:
    """Return the orders that are taken with ``lines``."""
    named = {line.order_id for line in lines}
    return tuple(each for each in basket.ordered if each.order_id in named)


def _refreshed(line: Line, find: Callable[[str], Product | None]) -> Line | None:
    """Return a line as the catalog has it now; ``None`` where it has it no longer."""
    if line.product_id is None or line.order_id:
        return line  # What was agreed stays.
    product = find(line.product_id)
    if product is None or product.sold_by != line.sold_by:
        return None
    prices = {
        (group.group_id, option.option_id): option.price_minor
        for group in product.options
        for option in group.options
    }
    keys = [(option.group_id, option.option_id) for option in line.options]
    if any(key not in prices for key in keys):
        return None
    anew = replace(
        line,
        names=product.names,
        brand=product.brand,
        category_id=product.category_id,
        unit_price_minor=product.price_minor,
        tier_prices=dict(product.tier_prices),
        tax_rate_bp=product.tax_rate_bp,
        away_tax_rate_bp=product.away_tax_rate_bp,
        min_age=product.min_age,
        regulated=product.regulated,
        tile=product.tile,
        cost_minor=product.cost_minor,
        options=tuple(
            replace(option, price_minor=prices[key]) for option, key in zip(line.options, keys, strict=True)
        ),
    )
    if not line.pack_id:
        return anew
    pack = next((each for each in product.packs if each.pack_id == line.pack_id), None)
    return None if pack is None else steps.as_pack(anew, pack)


def _unit(line: Line) -> int:
    return line.unit_price_minor + line.options_minor if line.label_minor is None else line.label_minor


def _left_out(basket: Basket, discount: HandDiscount) -> Iterator[LineChange]:
    line = basket.line(discount.line_id or "")
    if line is not None:
        yield LineChange("act_left_out", line.names, discount.value, _unit(line))


def _moved(line: Line, parts: Mapping[str, int]) -> int:
    moved = parts.get(line.line_id, 0)
    whole = line.sold_by == "weight" or line.label_minor is not None
    if not 0 <= moved <= line.qty_milli or (whole and moved not in {0, line.qty_milli}):
        raise RuleError("basket.bad_quantity")
    if not whole and moved % steps.ONE_MILLI:
        raise RuleError("basket.bad_quantity")
    return moved


def _home(line: Line) -> str:
    return line.deposit_of or line.line_id


def _gone(lines: tuple[Line, ...], moves: Mapping[str, int], *, names: Mapping[str, str]) -> Iterator[Line]:
    """Yield the lines that go, each with its deposit."""
    for line in lines:
        name = names.get(_home(line))
        if name is None:
            continue
        if line.deposit_of:
            yield replace(line, line_id=steps.deposit_line_id(name), deposit_of=name)
        else:
            yield replace(line, line_id=name, qty_milli=moves[line.line_id])


def _discounts_gone(discounts: tuple[HandDiscount, ...], names: Mapping[str, str]) -> Iterator[HandDiscount]:
    for each in discounts:
        name = names.get(each.line_id or "")
        if name is None:
            continue
        if name == each.line_id:
            yield each
        elif each.kind != "amount":
            # What was allowed was allowed for the whole line.
            yield replace(each, line_id=name, approval=None)
