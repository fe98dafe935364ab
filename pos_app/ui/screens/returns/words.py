"""The sentences of the Returns screen that need figures."""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.services.records import Names
from pos_app.services.return_model import GoodsBack
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.returns.state import EntryForm, LooseRow, ReturnsState, SoldRow
from pos_app.ui.widgets.labels import Kind
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class SumText:
    """One row of what a return gives."""

    text: str
    figure: str
    tone: Kind = "neutral"


class ReturnsWords:
    """Puts the state into words."""

    def __init__(self, formats: Formats, language: Callable[[], str], *, currency: str) -> None:
        self._formats = formats
        self._language = language
        self.currency = currency

    def money(self, amount: Money) -> str:
        """Return an amount as it is written."""
        return self._formats.money(amount)

    def head(self, state: ReturnsState) -> str:
        """Return when and by whom a receipt was sold."""
        found = state.found
        if state.loose is not None:
            return translate("Returns", "Scan the goods, or type a name or a code.")
        if found is None:
            return ""
        parts = [self._formats.date_time(found.sold_ms)]
        if found.cashier:
            parts.append(found.cashier)
        parts.append(self.money(Money(found.sold.total_minor, found.sold.currency)))
        return " · ".join(parts)

    def warning(self, state: ReturnsState) -> str:
        """Return what the person should know before goods come back."""
        found = state.found
        if state.loose is not None:
            return translate(
                "Returns", "It gives today's price or less, in cash. Nothing is known of points and coupons."
            )
        if found is None:
            return ""
        if state.asking:
            return translate("Returns", "Asking head office what came back elsewhere…")
        parts = []
        if found.too_old:
            days = self._formats.number(found.days)
            parts.append(translate("Returns", "{days} days old: somebody has to allow it.").format(days=days))
        if not found.complete:
            parts.append(
                translate("Returns", "Without the network: what came back at another till is not known here.")
            )
        return " ".join(parts)

    def quantity(self, milli: int, *, weighed: bool) -> str:
        """Return a quantity of a line."""
        text = self._formats.quantity(milli)
        return f"{text} kg" if weighed else text

    def row(self, row: SoldRow) -> str:
        """Return what was sold of a line, and what is left of it."""
        weighed = row.sold_by == "weight"
        sold = f"{self.quantity(row.sold_milli, weighed=weighed)} · {self.money(row.paid)}"
        if row.left_milli == row.sold_milli:
            return sold
        left = translate("Returns", "{left} left").format(left=self.quantity(row.left_milli, weighed=weighed))
        return f"{sold} · {left}"

    def name(self, name: str | Names) -> str:
        """Return a name as it is written."""
        return name if isinstance(name, str) else name.in_language(self._language())

    def loose_name(self, row: LooseRow) -> str:
        """Return what goods without a receipt are called, with their pack."""
        name = self.name(row.product.names)
        return name if row.pack is None else f"{name} {self.name(row.pack.names)}"

    def loose(self, row: LooseRow) -> str:
        """Return what goods cost today."""
        return translate("Returns", "Today {price}").format(price=self._unit(row.today, row))

    def unit(self, row: LooseRow) -> str:
        """Return what one gives."""
        return self._unit(row.unit, row)

    def price_of(self, row: LooseRow) -> str:
        """Return what the button with the price does."""
        return translate("Returns", "Price of {name}").format(name=self.loose_name(row))

    def asked(self, form: EntryForm) -> str:
        """Return what is asked for."""
        if form.kind == "price":
            return translate("Returns", "What one gives")
        weighed = form.quantity.weighed
        return translate("Returns", "Weight") if weighed else translate("Returns", "Quantity")

    def most(self, form: EntryForm) -> str:
        """Return the bound of what can be keyed in."""
        if isinstance(form.most, Money):
            return translate("Returns", "At most {amount}").format(amount=self.money(form.most))
        if isinstance(form.name, Names):
            return ""
        left = self.quantity(form.most, weighed=form.quantity.weighed)
        return translate("Returns", "{left} left").format(left=left)

    def entered(self, form: EntryForm) -> str:
        """Return what was keyed in."""
        if form.kind == "price":
            return self.money(form.price.money)
        return f"{form.quantity.text or '0'}{' kg' if form.quantity.weighed else ''}"

    def sums(self, state: ReturnsState) -> list[SumText]:
        """Return what comes back and what it gives, row by row."""
        if state.plan is None:
            return []
        rows = [
            SumText(self._back(line.name, line.qty_milli, weighed=line.sold_by == "weight"), figure)
            for line in state.plan.refund.lines
            for figure in (self.money(Money(line.total_minor, self.currency)),)
        ]
        rows += self._held(state.plan)
        rows += self._member(state.plan)
        return rows

    def ways(self, state: ReturnsState) -> str:
        """Return how the money would go back by itself."""
        names = {
            "cash": translate("Pay", "Cash"),
            "external": translate("Pay", "Other device"),
            "voucher": translate("Pay", "Voucher"),
            "points": translate("Pay", "Points"),
            "stored_value": translate("Pay", "Balance"),
            "card": translate("Pay", "Card or code"),
        }
        return " · ".join(
            f"{names[each.kind]} {self.money(Money(each.amount_minor, self.currency))}"
            for each in state.payouts
        )

    def _unit(self, amount: Money, row: LooseRow) -> str:
        return f"{self.money(amount)}{'/kg' if row.is_weighed else ''}"

    def _back(self, name: str, qty_milli: int, *, weighed: bool) -> str:
        qty = self._formats.quantity(qty_milli)
        return f"{name}  {qty} kg" if weighed else f"{name} × {qty}"

    def _held(self, plan: GoodsBack) -> list[SumText]:
        """Return what offers hold back, or that the store lets them stand."""
        rows = []
        for name, minor in plan.held_back().items():
            amount = self.money(Money(-minor, self.currency))
            if minor > 0:
                text = translate("Returns", "{name} no longer holds").format(name=name)
                rows.append(SumText(text, amount, "warn"))
            else:
                text = translate("Returns", "{name}: held back before").format(name=name)
                rows.append(SumText(text, amount, "ok"))
        is_reduced = any(line.reductions for line in plan.refund.lines)
        if not rows and is_reduced and plan.refund.policy == "keep":
            rows.append(SumText(translate("Returns", "The offers stay: nothing is held back"), "", "ok"))
        return rows

    def _member(self, plan: GoodsBack) -> list[SumText]:
        rows = []
        if plan.refund.points_reversed:
            points = self._formats.number(-plan.refund.points_reversed)
            rows.append(SumText(translate("Returns", "Points that go with it"), points, "warn"))
        if plan.refund.coupons:
            count = self._formats.number(len(plan.refund.coupons))
            rows.append(SumText(translate("Returns", "Coupons that come back"), count, "ok"))
        if plan.lapsed:
            count = self._formats.number(len(plan.lapsed))
            rows.append(SumText(translate("Returns", "Coupons that ran out meanwhile"), count, "warn"))
        return rows
