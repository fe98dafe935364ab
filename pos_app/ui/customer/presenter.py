"""Follows Sell and Pay for the customer's screen; whatever goes wrong here, selling goes on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from pos_app.services.ports import Timers
from pos_app.services.receipts import receipt_link
from pos_app.services.records import StoreProfile
from pos_app.ui.customer.state import MOST_LINES, CustomerState, ShownLine
from pos_app.ui.screens.pay.state import PayState
from pos_app.ui.screens.sell.state import BackState, LineState, SellState
from retail_core.figures import quantity
from retail_core.money import Money

THANKS_MS = 45_000
"""How long the thanks and the receipt's code stay when nobody comes next."""

_ONE_MILLI = 1000


class CustomerView(Protocol):
    """What shows the state."""

    def show_state(self, state: CustomerState) -> None:
        """Show ``state``."""
        ...


class CustomerPresenter:
    """Owns what the customer sees."""

    def __init__(
        self,
        profile: StoreProfile,
        *,
        timers: Timers,
        is_paying: Callable[[], bool],
        on_failure: Callable[[Exception], None],
    ) -> None:
        """Start with nothing in the basket.

        Args:
            profile: The store: its language, and where its receipts can be fetched.
            timers: For the end of the thanks.
            is_paying: Whether Pay is on the cashier's screen.
            on_failure: Is told once when this screen can show nothing any more.
        """
        self._profile = profile
        self._timers = timers
        self._is_paying = is_paying
        self._on_failure = on_failure
        self._view: CustomerView | None = None
        self._has_failed = False
        self._stop_thanks: Callable[[], None] = _nothing
        nothing = Money(0, profile.currency)
        self.state = self._idle = CustomerState("idle", nothing, nothing, nothing)

    def bind(self, view: CustomerView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        self._guarded(lambda: view.show_state(self.state))

    def on_sell(self, state: SellState) -> None:
        """Follow the basket."""
        self._guarded(lambda: self._follow_sell(state))

    def on_pay(self, state: PayState) -> None:
        """Follow the payment."""
        self._guarded(lambda: self._follow_pay(state))

    def _follow_sell(self, state: SellState) -> None:
        if self._is_paying():
            return
        if not (state.lines or state.returned):
            # The thanks stay until the next goods come, or for a while.
            if self.state.phase != "paid":
                self._show(self._idle)
            return
        lines = self._lines(state)
        self._show(
            CustomerState(
                phase="basket",
                due=abs(state.totals.due),
                saving=state.totals.saving,
                change=self._idle.change,
                lines=tuple(lines[-MOST_LINES:]),
                earlier=max(0, len(lines) - MOST_LINES),
                member="" if state.member is None else state.member.masked_name,
                points=0 if state.member is None else state.totals.points,
                gives_back=state.totals.due.minor < 0,
            )
        )

    def _follow_pay(self, state: PayState) -> None:
        if not self._is_paying():
            return
        if state.paid is None:
            self._show(
                replace(
                    self.state,
                    phase="pay",
                    due=state.given_total if state.gives_back else state.to_pay,
                    change=max(self._idle.change, state.change, key=lambda money: money.minor),
                    gives_back=state.gives_back,
                    lines=tuple(replace(line, is_new=False) for line in self.state.lines),
                )
            )
        elif self.state.phase != "paid":
            self._thank(state)

    def _thank(self, state: PayState) -> None:
        paid = state.paid
        assert paid is not None, "it is paid"
        base_url = self._profile.receipt_base_url
        has_link = bool(base_url and paid.entry_hash)
        self._show(
            replace(
                self._idle,
                phase="paid",
                due=state.given_total if state.gives_back else self._idle.due,
                gives_back=state.gives_back,
                change=Money(paid.change_minor, self._profile.currency),
                member=state.member,
                points=paid.points_earned,
                saving=self.state.saving,
                link=receipt_link(base_url, paid.receipt_number, entry_hash=paid.entry_hash)
                if has_link
                else "",
                joins=not state.member and not state.gives_back,
            )
        )
        self._stop_thanks = self._timers.after(THANKS_MS, self._end_thanks)

    def _end_thanks(self) -> None:
        if self.state.phase == "paid":
            self._guarded(lambda: self._show(self._idle))

    def _lines(self, state: SellState) -> list[ShownLine]:
        before = {line.line_id: line for line in self.state.lines} if self.state.phase == "basket" else {}
        shown = [*(_back(line) for line in state.returned), *(self._line(line) for line in state.lines)]
        fresh = {line.line_id for line in shown if before.get(line.line_id, line).pieces != line.pieces}
        fresh |= {shown[-1].line_id} if shown[-1].line_id not in before else set()
        if not fresh:
            fresh = {line.line_id for line in before.values() if line.is_new}
        return [replace(line, is_new=line.line_id in fresh) for line in shown]

    def _line(self, line: LineState) -> ShownLine:
        language = self._profile.receipt_language
        names = [line.names, *(option.names for option in line.options if not option.preset)]
        names += [line.pack] if line.pack is not None else []
        return ShownLine(
            line.line_id,
            " ".join(each.in_language(language) for each in names),
            _pieces(line.qty_milli, line.sold_by),
            line.total,
        )

    def _show(self, state: CustomerState) -> None:
        if state.phase != "paid":
            self._stop_thanks()
            self._stop_thanks = _nothing
        if state != self.state:
            self.state = state
            if self._view is not None:
                self._view.show_state(state)

    def _guarded(self, show: Callable[[], None]) -> None:
        """Show something; the first failure is the last: a customer's screen must not stop a sale."""
        if self._has_failed:
            return
        try:
            show()
        except Exception as error:  # noqa: BLE001 - whatever it is, it happened beside the sale.
            self._has_failed = True
            self._on_failure(error)


def _back(line: BackState) -> ShownLine:
    return ShownLine(line.line_id, line.name, _pieces(line.qty_milli, line.sold_by), line.total)


def _pieces(qty_milli: int, sold_by: str) -> str:
    if sold_by == "weight":
        return f"{quantity(qty_milli)} kg"
    return "" if qty_milli == _ONE_MILLI else f"× {quantity(qty_milli)}"


def _nothing() -> None:
    """Stop what is not there."""
