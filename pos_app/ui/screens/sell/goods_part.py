"""Ringing goods up: what a scan or a touch of a product means, with its options, packs and sizes.

A scan sells at once, drinks as they usually are: a queue waits, and the line can be changed. A touch is the
order that is being taken, so that it asks how the drink is wanted; Enter takes it as usual.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pos_app.services import goods_options
from pos_app.services.basket_model import Basket, ChosenOption
from pos_app.services.basket_steps import MOST_QTY_MILLI, with_options, with_quantity
from pos_app.services.errors import RuleError
from pos_app.services.piece_marks import NO_MARKS
from pos_app.services.read_scan import ChooseProduct, NeedsWeight, SellProduct
from pos_app.services.records import Pack, Product
from pos_app.services.style_grid import colours_of, sizes_of
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.goods_state import Choice, OptionsForm, PickerForm, StyleForm
from pos_app.ui.screens.sell.piece_part import PiecePart
from pos_app.ui.screens.sell.quantity_part import QuantityPart
from retail_core.money import Money

_MILLI = 1000
_MOST_PIECES = MOST_QTY_MILLI // _MILLI


class GoodsPart:
    """Owns the sheets that ask how goods are wanted."""

    def __init__(self, counter: Counter, quantity: QuantityPart, *, piece: PiecePart) -> None:
        self._counter = counter
        self._quantity = quantity
        self.piece = piece

    def scanned(self, action: SellProduct | NeedsWeight | ChooseProduct) -> None:
        """Sell what was scanned, or ask what is missing."""
        self.piece.begin(NO_MARKS if isinstance(action, NeedsWeight) else action.marks)
        if isinstance(action, NeedsWeight):
            self._counter.sounds.good()
            self._quantity.open_for_weight(action.product, action.code)
        elif isinstance(action, ChooseProduct):
            choices = [Choice(each.product_id, each, each.pack_with(action.code)) for each in action.products]
            self._counter.sounds.good()
            self._open_picker(PickerForm(tuple(choices), action.code, action.qty_milli, action.label_minor))
        elif action.pack is not None:
            self._sell(action.product, code=action.code, chosen=action.pack)
        elif action.label_minor is not None or action.product.sold_by == "weight":
            self._sell(
                action.product,
                code=action.code,
                qty_milli=action.qty_milli,
                label_minor=action.label_minor,
            )
        else:
            self._sell_as_usual(action.product, code=action.code)

    def tap_tile(self, product: Product) -> None:
        """Sell what was touched; the tile of a style opens its sizes and colours."""
        variants = self._counter.services.products.style(product.variant.style_id) if product.variant else ()
        if len(variants) > 1 and product.variant is not None:
            products = [found.product for found in variants]
            form = StyleForm(product.variant.style, sizes_of(products), colours_of(products), tuple(variants))
            self._counter.show(replace(self._counter.state, sheet="style", style=form, note=None))
            return
        self.take(product)

    def take(self, product: Product) -> None:
        """Sell a product that somebody pointed at: ask for its weight, its pack or its options."""
        self.piece.begin()
        if product.sold_by == "weight":
            self._quantity.open_for_weight(product, None)
        elif product.packs:
            packs = (Choice(f"{product.product_id}|{pack.pack_id}", product, pack) for pack in product.packs)
            self._open_picker(PickerForm((Choice(product.product_id, product), *packs)))
        elif product.options:
            self._open_options(product, None)
        else:
            self._sell(product)

    def pick(self, key: str) -> None:
        """Sell what was picked."""
        form = self._counter.state.picker
        self._counter.open_sheet("")
        chosen = next((each for each in form.choices if each.key == key), None)
        if chosen is None:
            return
        product = chosen.product
        if chosen.pack is not None:
            self._sell(product, code=form.code, chosen=chosen.pack)
        elif product.sold_by == "weight" and form.label_minor is None and form.qty_milli == _MILLI:
            self._quantity.open_for_weight(product, form.code)
        elif form.label_minor is not None or product.sold_by == "weight":
            self._sell(product, code=form.code, qty_milli=form.qty_milli, label_minor=form.label_minor)
        elif form.code is None and product.options:
            self._open_options(product, None)
        else:
            self._sell_as_usual(product, code=form.code)

    def pick_variant(self, product_id: str) -> None:
        """Sell one piece of a place in the grid; that the count says none is there refuses nothing."""
        form = self._counter.state.style
        found = next((each for each in form.variants if each.product.product_id == product_id), None)
        self._counter.open_sheet("")
        if found is not None:
            self.take(found.product)

    def open_options_of_line(self) -> None:
        """Ask anew how the goods of the chosen line are wanted."""
        counter = self._counter
        line = counter.basket.line(counter.state.current_id or "")
        if line is None:
            return
        found = counter.services.products.by_id(line.product_id) if line.product_id else None
        groups = (
            () if found is None or line.pack_id or line.label_minor is not None else found.product.options
        )
        if not groups:
            counter.refuse(RuleError("basket.no_options"))
            return
        form = OptionsForm(
            line.names,
            Money(line.unit_price_minor, counter.currency),
            groups,
            frozenset((option.group_id, option.option_id) for option in line.options),
            pieces=line.qty_milli // _MILLI,
            line_id=line.line_id,
        )
        counter.show(replace(counter.state, sheet="options", options=form, note=None))

    def toggle(self, group_id: str, option_id: str) -> None:
        """Choose an option, or think better of it; where one is asked for, another takes its place."""
        form = self._form
        group = next((each for each in form.groups if each.group_id == group_id), None)
        if group is None:
            return
        pair = (group_id, option_id)
        if pair in form.chosen:
            # The one that must be chosen stays: another one takes its place.
            is_needed = group.least == group.most == 1
            chosen = form.chosen if is_needed else form.chosen - {pair}
        else:
            others = form.chosen if group.most > 1 else _without(form.chosen, group_id)
            chosen = others | {pair}
        self._show(replace(form, chosen=chosen, error=Said()))

    def set_pieces(self, pieces: int) -> None:
        """Want so many pieces."""
        self._show(replace(self._form, pieces=min(max(1, pieces), _MOST_PIECES), error=Said()))

    def submit(self) -> None:
        """Sell it so, or change the line."""
        form = self._form
        if form.product is not None and not self.piece.lets(form.product, self.submit):
            return
        chosen = goods_options.choose(form.groups, form.chosen)
        try:
            goods_options.check(form.groups, chosen)
            line_id = self._write(form, chosen)
        except RuleError as error:
            self._refuse(said_of(error, self._counter.currency))
            return
        self._counter.sounds.good()
        self._counter.open_sheet("")
        self._counter.refresh(current_id=line_id)
        if form.product is not None:
            self._counter.watch_stock(form.product.product_id)

    def answer_first(self) -> None:
        """Say that what was begun has to be finished before something else is scanned."""
        self._show(replace(self._form, error=Said("scan.answer_first")))

    def _write(self, form: OptionsForm, chosen: Sequence[ChosenOption]) -> str:
        basket = self._counter.services.basket
        if form.product is not None:
            line = basket.add_product(
                form.product,
                qty_milli=form.pieces * _MILLI,
                code=form.code,
                chosen=tuple(chosen),
                marks=self.piece.marks,
            )
            return line.line_id
        basket.change(partial(_with_choice, form=form, chosen=tuple(chosen)))
        return form.line_id

    def _sell_as_usual(self, product: Product, *, code: str | None) -> None:
        usual = goods_options.usual_options(product)
        if usual is None:
            self._counter.sounds.good()
            self._open_options(product, code)
        else:
            self._sell(product, code=code, chosen=usual)

    def _sell(
        self,
        product: Product,
        *,
        code: str | None = None,
        qty_milli: int = _MILLI,
        label_minor: int | None = None,
        chosen: tuple[ChosenOption, ...] | Pack = (),
    ) -> None:
        counter, piece = self._counter, self.piece

        def again() -> None:
            self._sell(product, code=code, qty_milli=qty_milli, label_minor=label_minor, chosen=chosen)

        if not piece.lets(product, again, is_pack=isinstance(chosen, Pack)):
            return
        counter.clear_note()
        line = counter.change(
            lambda: counter.services.basket.add_product(
                product,
                qty_milli=qty_milli,
                code=code,
                label_minor=label_minor,
                chosen=chosen,
                marks=piece.marks,
            )
        )
        if line is not None:
            counter.sounds.good()
            counter.watch_stock(product.product_id)
            piece.sold(product, line)

    def _open_options(self, product: Product, code: str | None) -> None:
        form = OptionsForm(
            product.names,
            Money(product.price_minor, self._counter.currency),
            product.options,
            goods_options.preset_ids(product.options),
            product=product,
            code=code,
        )
        self._counter.show(replace(self._counter.state, sheet="options", options=form, note=None))

    def _open_picker(self, form: PickerForm) -> None:
        self._counter.show(replace(self._counter.state, sheet="picker", picker=form, note=None))

    def _refuse(self, what: Said) -> None:
        self._counter.sounds.attention()
        self._show(replace(self._form, error=what))

    @property
    def _form(self) -> OptionsForm:
        return self._counter.state.options

    def _show(self, form: OptionsForm) -> None:
        self._counter.show(replace(self._counter.state, options=form))


def _with_choice(basket: Basket, *, form: OptionsForm, chosen: tuple[ChosenOption, ...]) -> Basket:
    """Return the basket with options and pieces of a line changed, as one step."""
    changed = with_options(basket, form.line_id, options=chosen)
    return with_quantity(changed, form.line_id, qty_milli=form.pieces * _MILLI)


def _without(chosen: frozenset[tuple[str, str]], group_id: str) -> frozenset[tuple[str, str]]:
    return frozenset(pair for pair in chosen if pair[0] != group_id)
