"""Puts the state of the Sell screen into words and figures of the language in use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pos_app.services.basket_model import HandKind, Line
from pos_app.services.find_products import FoundProduct
from pos_app.services.records import Names, Product
from pos_app.ui.format import Formats
from pos_app.ui.i18n import LanguageName, translate
from pos_app.ui.said import Said
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.sell.goods_words import GoodsWords
from pos_app.ui.screens.sell.hand_state import HandMark
from pos_app.ui.screens.sell.state import BackState, CouponState, LineState, SellState
from pos_app.ui.texts import known_codes, text_of
from pos_app.ui.widgets.basket_line import BasketLine, LineTag
from pos_app.ui.widgets.list_picker import PickItem
from pos_app.ui.widgets.tiles import TileState
from retail_core.money import Money
from retail_core.pricing.model import (
    CASHIER_BASKET_ID,
    CASHIER_DROP_ID,
    CASHIER_LINE_ID,
    CASHIER_PRICE_ID,
    Hint,
)

LOW_STOCK_MILLI = 5_000
"""From this many free pieces on downwards a tile says how many are left."""

_HUES = ("coffee", "sky", "leaf", "brick", "wheat", "caramel", "slate", "mint", "rose", "plum")
"""The names of the tile colours, in the order of the themes."""
_PIECE = 1000
_BY_HAND = frozenset({CASHIER_PRICE_ID, CASHIER_LINE_ID})
_RULES: dict[HandKind, str] = {
    "price": CASHIER_PRICE_ID,
    "percent": CASHIER_BASKET_ID,
    "amount": CASHIER_BASKET_ID,
    "drop": CASHIER_DROP_ID,
}
"""Under which rule an act of the sale stands; of a line it is only its price."""


class SellWords:
    """Writes lines, tiles, offers and messages; keeps the lines that did not change."""

    def __init__(
        self,
        formats: Formats,
        language: Callable[[], LanguageName],
        *,
        campaign_name: Callable[[str, str], str],
    ) -> None:
        self._formats = formats
        self._language = language
        self._campaign_name = campaign_name
        self._say = Sayings(formats, language, campaign_name=campaign_name)
        self._lines: dict[str, _Written] = {}
        self.goods = GoodsWords(formats, language)

    def forget(self) -> None:
        """Write everything anew: the language has changed."""
        self._lines = {}

    def name(self, names: Names) -> str:
        """Return a name in the language in use."""
        return names.in_language(self._language())

    def money(self, amount: Money) -> str:
        """Return an amount as it is written."""
        return self._formats.money(amount)

    def number(self, value: int) -> str:
        """Return a whole number as it is written."""
        return self._formats.number(value)

    def quantity(self, qty_milli: int) -> str:
        """Return a quantity as it is written."""
        return self._formats.quantity(qty_milli)

    def full_name(self, line: Line) -> str:
        """Return the name of a line with its pack's."""
        return line.full_name(self._language())

    def percent(self, basis_points: int) -> str:
        """Return a rate as it is written."""
        return self._formats.percent(basis_points)

    def said(self, what: Said) -> str:
        """Return a message; nothing for no code."""
        return self._say(what)

    def lines(self, lines: Sequence[LineState]) -> list[BasketLine]:
        """Return the lines of the basket; what did not change since the last call is the same object."""
        written = {line.line_id: self._written(line) for line in lines}
        self._lines = written
        return [each.line for each in written.values()]

    def returned(self, lines: Sequence[BackState]) -> list[BasketLine]:
        """Return the lines of goods that come back."""
        return [self._back(line) for line in lines]

    def offer(self, rule_id: str) -> str:
        """Return what a campaign, or the member's price, is called."""
        return self._campaign_name(rule_id, self._language())

    def summary(self, line: LineState) -> str:
        """Return how the price of a line comes about, and what was decided about it by hand."""
        unit = self.money(line.unit_price)
        each = f"{unit}/kg" if line.sold_by == "weight" else unit
        parts = [f"{each} × {self._formats.quantity(line.qty_milli)}", self.money(line.total)]
        if line.mark is not None:
            parts.append(self.mark(line.mark, of_line=True))
        return " · ".join(parts)

    def remarks(self, state: SellState) -> str:
        """Return what is noted on the whole sale: its note, and that a gift receipt is wanted."""
        gift = translate("Sell", "with a gift receipt") if state.gift_receipt else ""
        note = f"✎ {state.sale_note}" if state.sale_note else ""
        return " · ".join(part for part in (note, gift) if part)

    def mark(self, mark: HandMark, *, of_line: bool = False) -> str:
        """Return an act by hand in words, with who allowed it."""
        rule_id = CASHIER_LINE_ID if of_line and mark.kind != "price" else _RULES[mark.kind]
        name = self._campaign_name(rule_id, self._language())
        parts = [f"{name} {self.percent(mark.value)}" if mark.kind == "percent" else name]
        if mark.open:
            parts.append(translate("Sell", "not allowed yet"))
        elif mark.allowed_by:
            parts.append(translate("Sell", "allowed by {name}").format(name=mark.allowed_by))
        return " · ".join(parts)

    def tier(self, tier: str) -> str:
        """Return what a tier is called; one of the shop's own keeps its name."""
        code = f"tier.{tier}"
        return text_of(code) if code in known_codes() else tier

    def coupon(self, coupon: CouponState) -> tuple[str, str]:
        """Return the name of a coupon with its reason, and what it takes off."""
        name = self._campaign_name(coupon.campaign_id, self._language())
        amount = self.money(Money(-coupon.amount.minor, coupon.amount.currency))
        if not coupon.applied:
            return f"{name} · {text_of(coupon.reason_code)}", amount
        if coupon.checking:
            checking = translate("Sell", "being checked")
            return f"{name} · {checking}", amount
        if coupon.status == "valid_settled_later":
            later = translate("Sell", "settled later")
            return f"{name} · {later}", amount
        return name, amount

    def hint(self, hint: Hint, currency: str) -> str:
        """Return what is missing for the next offer."""
        missing = dict(hint.args)
        off = (
            self.money(Money(missing["off_minor"], currency))
            if missing.get("off_minor")
            else self.percent(missing.get("off_bp", 0))
        )
        name = self.offer(hint.rule_id)
        if missing.get("spend_minor"):
            spend = self.money(Money(missing["spend_minor"], currency))
            return translate("Sell", "{spend} more: {off} off ({name})").format(
                spend=spend, off=off, name=name
            )
        units = self.number(missing.get("units", 1))
        return translate("Sell", "{units} more: {off} off ({name})").format(units=units, off=off, name=name)

    def tile(self, found: FoundProduct, currency: str) -> TileState:
        """Return a product as its tile shows it."""
        product = found.product
        character, _, hue = product.tile.partition("|")
        family = _HUES.index(hue) if hue in _HUES else sum(map(ord, product.category_id))
        # A variant on a tile stands for its style: what is there of each size, the grid says.
        name = self.name(product.names if product.variant is None else product.variant.style)
        return TileState(
            name,
            self.price(product, currency),
            character or name[:1],
            family,
            corner=" ".join(_corner(product)),
            stock_hint="" if product.variant is not None else self._stock(found),
        )

    def result(self, found: FoundProduct, currency: str) -> PickItem:
        """Return a product as the results of a search show it."""
        product = found.product
        notes = (product.brand, product.sku, self._stock(found))
        note = " · ".join(each for each in notes if each)
        return PickItem(product.product_id, self.name(product.names), note, self.price(product, currency))

    def price(self, product: Product, currency: str) -> str:
        """Return the list price, for a piece or a kilogram."""
        price = self.money(Money(product.price_minor, currency))
        return f"{price}/kg" if product.sold_by == "weight" else price

    def _stock(self, found: FoundProduct) -> str:
        stock = found.stock
        if stock is None or not stock.as_of_ms or stock.free_milli > LOW_STOCK_MILLI:
            return ""
        left = max(0, stock.free_milli)
        amount = f"{self._formats.quantity(left)} kg" if found.product.sold_by == "weight" else ""
        return translate("Sell", "{amount} left").format(amount=amount or self.number(left // _PIECE))

    def _written(self, line: LineState) -> "_Written":
        known = self._lines.get(line.line_id)
        return known if known is not None and known.of is line else _Written(line, self._write(line))

    def _write(self, line: LineState) -> BasketLine:
        unit = self.money(line.unit_price)
        tags = self._tags(line)
        detail, hint = "", ""
        if line.sold_by == "weight":
            hint = f"{self._formats.quantity(line.qty_milli)} kg × {unit}/kg"
            detail, hint = (hint, "") if tags else ("", hint)
        elif line.is_deposit:
            detail = f"{unit} × {self._formats.quantity(line.qty_milli)}"
            hint = translate("Sell", "deposit, goes with its goods")
        elif line.qty_milli != _PIECE:
            detail = f"{unit} × {self._formats.quantity(line.qty_milli)}"
        elif line.offers:
            detail = unit
        name = self.name(line.names)
        return BasketLine(
            line.line_id,
            f"↳ {name}" if line.is_deposit else name,
            self.money(line.total),
            self._formats.quantity(line.qty_milli),
            detail=detail,
            hint=hint,
            tags=tags,
            old_total="" if line.total == line.list_amount else self.money(line.list_amount),
            can_step=line.can_step,
        )

    def _back(self, line: BackState) -> BasketLine:
        receipt = translate("Sell", "Return of {number}").format(number=line.key)
        if not line.key:
            receipt = translate("Sell", "Return without a receipt")
        if line.held:
            said = translate("Sell", "no longer holds") if line.total.minor > 0 else translate("Sell", "ends")
            return BasketLine(
                line.line_id, f"↳ {line.name}", self.money(line.total), hint=said, can_step=False
            )
        qty = self._formats.quantity(line.qty_milli)
        detail = f"{qty} kg" if line.sold_by == "weight" else f"× {qty}"
        return BasketLine(
            line.line_id,
            line.name,
            self.money(line.total),
            qty,
            detail=detail,
            tags=(LineTag(receipt, "warn"),),
            can_step=line.sold_by == "piece",
        )

    def _offer_tag(self, rule_id: str, off: Money, *, line: LineState) -> LineTag:
        text = f"{self.offer(rule_id)} {self.money(off)}"
        mark = line.mark
        if mark is None or rule_id not in _BY_HAND:
            return LineTag(text)
        if mark.open:
            waiting = translate("Sell", "not allowed yet")
            return LineTag(f"{text} · {waiting}", "warn")
        return LineTag(f"{text} · {mark.allowed_by}" if mark.allowed_by else text)

    def _tags(self, line: LineState) -> tuple[LineTag, ...]:
        off: dict[str, int] = {}
        for offer in line.offers:
            off[offer.rule_id] = off.get(offer.rule_id, 0) + offer.amount.minor
        # What a person did comes first: there may be no room for the rest.
        ordered = sorted(off.items(), key=lambda each: each[0] not in _BY_HAND)
        tags = [
            self._offer_tag(rule_id, Money(minor, line.total.currency), line=line)
            for rule_id, minor in ordered
        ]
        if line.options:
            tags.insert(0, LineTag(self.goods.options(line.options), "neutral"))
        if line.pack is not None:
            tags.insert(0, LineTag(self.name(line.pack), "neutral"))
        if line.comes_from:
            text = translate("Sell", "comes later · {store}").format(store=line.comes_from)
            tags.insert(0, LineTag(text, "primary"))
        if line.note:
            tags.append(LineTag(f"✎ {line.note}", "neutral"))
        if line.shortage is not None:
            kept, there = (
                max(0, each) // _PIECE for each in (line.shortage.kept_milli, line.shortage.on_hand_milli)
            )
            text = (
                translate("Sell", "{kept} of {there} kept")
                if kept
                else translate("Sell", "only {there} there")
            )
            tags.insert(0, LineTag(text.format(kept=kept, there=there), "warn"))
        if line.min_age:
            # The words of Pickup: the same check.
            tags.insert(0, LineTag(translate("Pickup", "{age}+ check").format(age=line.min_age), "warn"))
        return tuple(tags)


@dataclass(frozen=True, slots=True)
class _Written:
    """A line beside what was written of it."""

    of: LineState
    line: BasketLine


def _corner(product: Product) -> list[str]:
    """Return the marks of a tile: from which age it is sold, three dots where a tap asks first."""
    age = [f"{product.min_age}+"] if product.min_age else []
    asks = product.sold_by == "weight" or product.variant is not None or product.packs or product.options
    return [*age, "…"] if asks else age
