"""The sentences of the Returns screen that need figures."""

from dataclasses import dataclass

from pos_app.services.return_model import GoodsBack
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.returns.state import ReturnsState, SoldRow
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

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def money(self, amount: Money) -> str:
        """Return an amount as it is written."""
        return self._formats.money(amount)

    def head(self, state: ReturnsState) -> str:
        """Return when and by whom a receipt was sold."""
        found = state.found
        if found is None:
            return ""
        parts = [self._formats.date_time(found.sold_ms)]
        if found.cashier:
            parts.append(found.cashier)
        parts.append(self.money(Money(found.sold.total_minor, found.sold.currency)))
        return " · ".join(parts)

    def warning(self, state: ReturnsState) -> str:
        """Return what the person should know of a receipt before goods come back."""
        found = state.found
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

    def quantity(self, row: SoldRow, milli: int) -> str:
        """Return a quantity of a line."""
        text = self._formats.quantity(milli)
        return f"{text} kg" if row.sold_by == "weight" else text

    def row(self, row: SoldRow) -> str:
        """Return what was sold of a line, and what is left of it."""
        sold = f"{self.quantity(row, row.sold_milli)} · {self.money(row.paid)}"
        if row.left_milli == row.sold_milli:
            return sold
        left = translate("Returns", "{left} left").format(left=self.quantity(row, row.left_milli))
        return f"{sold} · {left}"

    def sums(self, state: ReturnsState) -> list[SumText]:
        """Return what comes back and what it gives, row by row."""
        if state.plan is None or state.found is None:
            return []
        currency = state.found.sold.currency
        rows = [
            SumText(self._back(line.name, line.qty_milli, weighed=line.sold_by == "weight"), figure)
            for line in state.plan.refund.lines
            for figure in (self.money(Money(line.total_minor, currency)),)
        ]
        rows += self._held(state.plan, currency)
        rows += self._member(state.plan)
        return rows

    def ways(self, state: ReturnsState) -> str:
        """Return how the money would go back by itself."""
        names = {
            "cash": translate("Pay", "Cash"),
            "external": translate("Pay", "Other device"),
            "voucher": translate("Pay", "Voucher"),
            "card": translate("Pay", "Card or code"),
        }
        if state.found is None:
            return ""
        currency = state.found.sold.currency
        return " · ".join(
            f"{names[each.kind]} {self.money(Money(each.amount_minor, currency))}" for each in state.payouts
        )

    def _back(self, name: str, qty_milli: int, *, weighed: bool) -> str:
        qty = self._formats.quantity(qty_milli)
        return f"{name}  {qty} kg" if weighed else f"{name} × {qty}"

    def _held(self, plan: GoodsBack, currency: str) -> list[SumText]:
        rows = []
        for name, minor in plan.held_back().items():
            amount = self.money(Money(-minor, currency))
            if minor > 0:
                text = translate("Returns", "{name} no longer holds").format(name=name)
                rows.append(SumText(text, amount, "warn"))
            else:
                text = translate("Returns", "{name}: held back before").format(name=name)
                rows.append(SumText(text, amount, "ok"))
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
