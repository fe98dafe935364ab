"""Puts options, packs, sizes and deposits into words of the language in use."""

from collections.abc import Callable, Sequence

from pos_app.services.basket_model import ChosenOption
from pos_app.services.find_products import FoundProduct
from pos_app.services.records import Names, Option, OptionGroup
from pos_app.ui.format import Formats
from pos_app.ui.i18n import LanguageName, translate
from pos_app.ui.screens.sell.goods_state import Choice, StyleForm
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.money import Money, round_ratio

_PIECE = 1000


class GoodsWords:
    """Writes what the sheets show that ask how goods are wanted."""

    def __init__(self, formats: Formats, language: Callable[[], LanguageName]) -> None:
        self._formats = formats
        self._language = language

    def name(self, names: Names) -> str:
        """Return a name in the language in use."""
        return names.in_language(self._language())

    def options(self, options: Sequence[ChosenOption]) -> str:
        """Return what was chosen of a line: what is not usual, or all of it where everything is."""
        shown = [option for option in options if not option.preset] or options
        return " · ".join(self.name(option.names) for option in shown)

    def group(self, group: OptionGroup) -> str:
        """Return what a group is called, and how many of it are chosen where that is not plain."""
        name, least, most = self.name(group.names), group.least, group.most
        if least == most == 1:
            return name
        if least == most:
            rule = translate("Sell", "choose {count}").format(count=self._formats.number(most))
        elif least:
            rule = translate("Sell", "choose {least} to {most}").format(
                least=self._formats.number(least), most=self._formats.number(most)
            )
        elif most == 1:
            rule = translate("Sell", "if wanted")
        else:
            rule = translate("Sell", "up to {count}").format(count=self._formats.number(most))
        return f"{name} · {rule}"

    def option(self, option: Option, currency: str) -> str:
        """Return an option with what it costs; nothing for one that is free."""
        name = self.name(option.names)
        if not option.price_minor:
            return name
        return f"{name} +{self._formats.money(Money(option.price_minor, currency))}"

    def per_piece(self, unit_price: Money, options_price: Money) -> str:
        """Return what a piece is made of: its own price and that of its options."""
        own = self._formats.money(unit_price)
        if not options_price:
            return own
        return f"{own} + {self._formats.money(options_price)}"

    def choice(self, choice: Choice, currency: str) -> PickItem:
        """Return a product or a pack as the picker shows it."""
        product, pack = choice.product, choice.pack
        notes = [product.brand, product.sku]
        name, minor = self.name(product.names), product.price_minor
        if pack is not None:
            name, minor = f"{name} {self.name(pack.names)}", pack.price_minor
            each = Money(round_ratio(pack.price_minor, pack.pieces), currency)
            notes = [
                translate("Sell", "{count} pieces, {price} each").format(
                    count=self._formats.number(pack.pieces), price=self._formats.money(each)
                )
            ]
        price = self._formats.money(Money(minor, currency))
        value = f"{price}/kg" if product.sold_by == "weight" else price
        return PickItem(choice.key, name, " · ".join(note for note in notes if note), value)

    def style_price(self, form: StyleForm, currency: str) -> str:
        """Return the price of a style, or that of its cheapest variant."""
        if form.price_minor is not None:
            return self._formats.money(Money(form.price_minor, currency))
        least = min((found.product.price_minor for found in form.variants), default=0)
        return translate("Sell", "from {price}").format(price=self._formats.money(Money(least, currency)))

    def cell(self, found: FoundProduct, *, shows_price: bool, currency: str) -> tuple[str, str]:
        """Return what a place of the grid says, and its tone: free pieces, and the price where it differs."""
        stock, tone, there = found.stock, "", "·"
        if stock is not None and stock.as_of_ms:
            left = max(0, stock.free_milli) // _PIECE
            there, tone = self._formats.number(left), "" if left else "warn"
        if not shows_price:
            return there, tone
        return f"{self._formats.money(Money(found.product.price_minor, currency))}\n{there}", tone
