"""From lines to goods: checks a basket, and recognises what was in the one before.

Source: docs/rules/promotions.md, "Goods and units".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter

from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import Basket, BasketLine, CashierDiscount
from retail_core.pricing.occasion import Occasion
from retail_core.pricing.working import BadBasket, Goods, is_whole_pieces

_TIE_KEY = attrgetter("tie_key")
_LINE_ID = attrgetter("line_id")


class _Known:
    """A line as it was given and as it is priced, and the key of the goods that it belongs to."""

    __slots__ = ("given", "key", "line")

    def __init__(self, given: BasketLine, *, by_hand: tuple[int, ...] | None, takes_away: bool) -> None:
        line = given
        if takes_away and given.away_tax_rate_bp is not None:
            line = replace(given, tax_rate_bp=given.away_tax_rate_bp)
        self.given = given
        self.line = line
        # What the cashier touched by hand stands alone.
        self.key = _goods_key(line) if by_hand is None else (line.line_id, by_hand)


class _Group:
    """The lines of the same goods, and the goods themselves once they are made."""

    __slots__ = ("by_hand", "goods", "lines")

    def __init__(self, by_hand: tuple[int, ...]) -> None:
        self.by_hand = by_hand
        self.lines: dict[str, BasketLine] = {}
        self.goods: Goods | None = None


class Gathering:
    """Makes goods of the lines of basket after basket; where lines stay the same, so do the goods."""

    def __init__(self, occasion: Occasion) -> None:
        self._occasion = occasion
        self._known: dict[str, _Known] = {}
        self._by_hand: dict[str, tuple[int, ...]] = {}
        self._groups: dict[object, _Group] = {}
        self._goods: list[Goods] = []

    def gather(self, basket: Basket) -> list[Goods]:
        """Return the goods of ``basket``, in order of product and line id.

        Raises:
            BadBasket: a line has no quantity, a negative price, a foreign currency, or another line's id; or
                a discount by hand is below zero, above 100 %, not for such a target, or on no line.
        """
        by_hand = _by_hand(basket)
        known, fresh = self._recognise(basket, by_hand)
        for discount in basket.cashier:
            _check_discount(discount, known)
        if fresh or len(known) != len(self._known):
            self._regroup(known, fresh, by_hand=by_hand)
        self._known = known
        self._by_hand = by_hand
        return self._goods

    def _recognise(
        self, basket: Basket, by_hand: Mapping[str, tuple[int, ...]]
    ) -> tuple[dict[str, _Known], dict[str, _Known]]:
        """Return the lines of the basket in its order, and those among them that are new or have changed."""
        before = self._known
        by_hand_before = self._by_hand
        hands = by_hand or by_hand_before
        found: dict[str, _Known] = {}
        fresh: dict[str, _Known] = {}
        for line in basket.lines:
            line_id = line.line_id
            if line_id in found:
                raise BadBasket("pricing.duplicate_line", line_id)
            known = before.get(line_id)
            if (
                known is None
                or not (known.given is line or known.given == line)
                or (hands and by_hand.get(line_id) != by_hand_before.get(line_id))
            ):
                _check_line(line, basket.currency)
                known = _Known(line, by_hand=by_hand.get(line_id), takes_away=basket.takes_away)
                fresh[line_id] = known
            found[line_id] = known
        return found, fresh

    def _regroup(
        self,
        known: Mapping[str, _Known],
        fresh: Mapping[str, _Known],
        *,
        by_hand: Mapping[str, tuple[int, ...]],
    ) -> None:
        """Take the lines that have gone or changed out of their groups, and put the fresh ones in."""
        touched: dict[object, _Group] = {}
        gone = [(line_id, old) for line_id, old in self._known.items() if known.get(line_id) is not old]
        for line_id, old in gone:
            group = touched[old.key] = self._groups[old.key]
            del group.lines[line_id]
        for line_id, new in fresh.items():
            group = self._groups.get(new.key) or _Group(by_hand.get(line_id, ()))
            self._groups[new.key] = touched[new.key] = group
            group.lines[line_id] = new.line
        self._remake(touched)

    def _remake(self, touched: Mapping[object, _Group]) -> None:
        """Make the goods of the groups whose lines are not the same any more."""
        gone = {group.goods for group in touched.values()}
        made = []
        for key, group in touched.items():
            if not group.lines:
                del self._groups[key]
                continue
            lines = sorted(group.lines.values(), key=_LINE_ID)
            group.goods = Goods(
                lines,
                self._occasion.tier,
                offers=self._occasion.offers_of(lines[0]),
                by_hand=group.by_hand,
            )
            made.append(group.goods)
        # What stays is in order already, which makes it quick.
        kept = [goods for goods in self._goods if goods not in gone]
        self._goods = sorted(kept + made, key=_TIE_KEY)


def _by_hand(basket: Basket) -> dict[str, tuple[int, ...]]:
    """Return the unit prices set by hand, by line; lines that are only discounted by hand have none."""
    found: dict[str, tuple[int, ...]] = {}
    for discount in basket.cashier:
        if discount.line_id is not None:
            prices = (discount.value,) if discount.kind == "price" else ()
            found[discount.line_id] = found.get(discount.line_id, ()) + prices
    return found


def _goods_key(line: BasketLine) -> object:
    if not is_whole_pieces(line):
        return line.line_id
    return (
        line.product_id,
        line.name,
        line.category_id,
        line.brand,
        line.unit_price.minor,
        line.tax_rate_bp,
        frozenset((tier, price.minor) for tier, price in line.tier_prices),
        line.regulated,
        line.deposit,
        0 if line.options_price is None else line.options_price.minor,
        line.pack_id,
    )


def _check_line(line: BasketLine, currency: str) -> None:
    if line.qty_milli <= 0:
        raise BadBasket("pricing.bad_quantity", line.line_id)
    if line.tax_rate_bp < 0:
        raise BadBasket("pricing.bad_tax_rate", line.line_id)
    prices = [line.unit_price, *[tier_price for _, tier_price in line.tier_prices]]
    prices += [price for price in (line.label_amount, line.options_price) if price is not None]
    if line.agreed and line.label_amount is None:
        raise BadBasket("pricing.agreed_without_price", line.line_id)
    for price in prices:
        if price.currency != currency:
            raise BadBasket("pricing.wrong_currency", line.line_id)
    for price in prices:
        if price.minor < 0:
            raise BadBasket("pricing.negative_price", line.line_id)
    if line.options_price and not is_whole_pieces(line):
        raise BadBasket("pricing.options_by_weight", line.line_id)


def _check_discount(discount: CashierDiscount, lines: Mapping[str, object]) -> None:
    line_id = discount.line_id
    if line_id is not None and line_id not in lines:
        raise BadBasket("pricing.discount_without_line", line_id)
    whole_only = discount.kind == "drop"
    line_only = discount.kind == "price"
    fits = (line_id is None and not line_only) or (line_id is not None and not whole_only)
    if not fits or discount.value < 0 or (discount.kind == "percent" and discount.value > WHOLE_BP):
        raise BadBasket("pricing.bad_discount", line_id or "")
