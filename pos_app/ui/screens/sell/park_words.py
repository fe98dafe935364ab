"""Puts parked sales into words and figures of the language in use."""

from collections.abc import Sequence

from pos_app.services.park_sale import SECOND_PART
from pos_app.services.parked import ParkedSale
from pos_app.services.parked_steps import LineChange
from pos_app.services.recall_sale import Recalled
from pos_app.services.records import Names
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.said import Said
from pos_app.ui.screens.sell.state import LineState, SellState
from pos_app.ui.screens.sell.words import SellWords
from pos_app.ui.widgets.list_picker import PickItem
from retail_core.money import Money

_MOST_NAMED = 8
"""So many goods of a parked sale are named."""


class ParkWords:
    """Writes names, ages and contents of parked sales."""

    def __init__(self, words: SellWords, formats: Formats) -> None:
        self._words = words
        self._formats = formats

    def name(self, names: Names) -> str:
        """Return a name in the language in use."""
        return self._words.name(names)

    def money(self, amount: Money) -> str:
        """Return an amount as it is written."""
        return self._words.money(amount)

    def said(self, what: Said) -> str:
        """Return a message; nothing for no code."""
        return self._words.said(what)

    def quantity(self, qty_milli: int) -> str:
        """Return a count or a measure as it is written."""
        return self._formats.quantity(qty_milli)

    def of_all(self, line: LineState) -> str:
        """Return how much there is of a line."""
        unit = " kg" if line.sold_by == "weight" else ""
        return translate("Parked", "of {all}").format(all=f"{self.quantity(line.qty_milli)}{unit}")

    def suggestion(self, state: SellState) -> str:
        """Return what the sale is called when no name is given."""
        if state.member is not None and state.member.masked_name:
            return state.member.masked_name
        return self.name(state.lines[0].names) if state.lines else ""

    def title(self, sale: ParkedSale) -> str:
        """Return what a parked sale is called."""
        if sale.name and sale.name != SECOND_PART:
            return sale.name
        member = sale.basket.member
        own = member.masked_name if member is not None else ""
        title = own or self.name(sale.basket.lines[0].names)
        return f"{title} {sale.name}".strip()

    def item(self, sale: ParkedSale) -> PickItem:
        """Return a parked sale as the list shows it."""
        pieces = sum(line.counted_milli for line in sale.basket.lines) // 1000
        note = translate("Parked", "{time} · {who} · {pieces} pcs · kept until {until}").format(
            time=self._formats.time(sale.parked_ms),
            who=sale.parked_by_name,
            pieces=self._words.number(pieces),
            until=self._formats.time(sale.expires_ms),
        )
        return PickItem(sale.basket.basket_id, self.title(sale), note, self._total(sale))

    def detail(self, sale: ParkedSale) -> str:
        """Return what is in a parked sale."""
        lines = [line for line in sale.basket.lines if not line.deposit_of]
        named = [self.name(line.names) + self._times(line.qty_milli) for line in lines[:_MOST_NAMED]]
        if len(lines) > _MOST_NAMED:
            named.append("…")
        return translate("Parked", ", ").join(named)

    def expired(self, sales: Sequence[ParkedSale]) -> str:
        """Return what was given up because it had expired."""
        if not sales:
            return ""
        named = [f"{self.title(sale)} {self._total(sale)}" for sale in sales]
        return translate("Parked", "Expired and given up: {sales}").format(
            sales=translate("Parked", ", ").join(named)
        )

    def totals(self, found: Recalled) -> str:
        """Return what the sale came to when it was parked, and what it comes to now."""
        currency = found.basket.currency
        return translate("Parked", "Parked at {before}, now {after}.").format(
            before=self.money(Money(found.before_minor, currency)),
            after=self.money(Money(found.after_minor, currency)),
        )

    def changes(self, found: Recalled) -> list[PickItem]:
        """Return what is different, line by line."""
        return [
            self._change(str(place), change, currency=found.basket.currency)
            for place, change in enumerate(found.changes)
        ]

    def _change(self, key: str, change: LineChange, *, currency: str) -> PickItem:
        before, after = (
            self.money(Money(minor, currency)) for minor in (change.before_minor, change.after_minor)
        )
        note, value = {
            "price": (translate("Parked", "The price has changed"), f"{before} → {after}"),
            "gone": (translate("Parked", "No longer in the catalog: the price stays"), after),
            "act_left_out": (translate("Parked", "The price by hand was left out"), f"{before} → {after}"),
        }[change.what]
        return PickItem(key, self.name(change.names), note, value)

    def _total(self, sale: ParkedSale) -> str:
        return self.money(Money(sale.total_minor, sale.basket.currency))

    def _times(self, qty_milli: int) -> str:
        return "" if qty_milli == 1000 else f" × {self.quantity(qty_milli)}"
