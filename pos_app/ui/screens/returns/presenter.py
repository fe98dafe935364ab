"""Turns a receipt number, scans and touches into goods that come back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.read_scan import ReceiptScanned
from pos_app.services.return_model import FoundReceipt
from pos_app.services.return_steps import goods_back_of
from pos_app.services.session import Session
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.returns.desk import ReturnsDesk, ReturnsTools, ReturnsView
from pos_app.ui.screens.returns.entry_part import EntryEnds, EntryPart
from pos_app.ui.screens.returns.loose_part import PIECE_MILLI, LoosePart
from pos_app.ui.screens.returns.state import ReturnsState, SoldRow
from retail_core.money import Money

__all__ = ["ReturnsLanes", "ReturnsPresenter", "ReturnsTools", "ReturnsView"]


@dataclass(frozen=True, slots=True)
class ReturnsLanes:
    """Where work goes that may take longer than a frame."""

    storage: Lane
    network: Lane


class ReturnsPresenter:
    """Owns the state of the Returns screen."""

    def __init__(
        self,
        tools: ReturnsTools,
        *,
        session: Session,
        lanes: ReturnsLanes,
        navigate: Callable[[str], None],
        currency: str,
    ) -> None:
        """Build the desk and its parts."""
        self._tools = tools
        self._session = session
        self._lanes = lanes
        self._navigate = navigate
        self._currency = currency
        self._asked = 0
        self._desk = ReturnsDesk(tools, session=session, currency=currency, leave=self.go_back)
        self.entry = EntryPart(self._desk)
        self.loose = LoosePart(self._desk, self.entry)
        self.entry.connect(EntryEnds(self._set_sold, self.loose.set_quantity, self.loose.set_price))

    @property
    def state(self) -> ReturnsState:
        """What is shown."""
        return self._desk.state

    def bind(self, view: ReturnsView) -> None:
        """Show everything in ``view`` from now on."""
        self._desk.bind(view)

    def take_number(self, text: str) -> None:
        """Begin anew, with a receipt if one is named."""
        self._asked += 1
        self._show(ReturnsState())
        if text:
            self.find(text)

    def begin_loose(self) -> None:
        """Take goods back for which there is no receipt."""
        self._asked += 1
        self.loose.begin()

    def submit(self, text: str) -> None:
        """Take what was typed: the number of a receipt, or goods without one."""
        if self.state.loose is None:
            self.find(text)
        else:
            self.loose.find(text)

    def find(self, text: str) -> None:
        """Look a receipt up: one of this till at once, then head office says what else it knows."""
        self._asked += 1
        asked = self._asked
        self._show(ReturnsState(finding=True))
        self._lanes.storage.run(
            lambda: self._tools.find.own(text),
            lambda own: self._on_own(asked, text, own=own),
            lambda error: self._on_error(asked, error),
        )

    def take_scan(self, text: str) -> bool:
        """Look a scanned receipt up, or take scanned goods without one; ``False`` for any other code."""
        action = self._tools.read_scan(text, step="sell")
        if isinstance(action, ReceiptScanned):
            self.find(action.receipt_number)
            return True
        if self.state.loose is not None:
            return self.loose.take(action)
        self._say(Said("scan.not_here"))
        return False

    def step(self, line_id: str, direction: int) -> None:
        """Let a piece more or less of a line come back."""
        for row in self.state.rows:
            if row.line_id == line_id:
                milli = row.back_milli + direction * PIECE_MILLI
                self._choose({line_id: min(max(milli, 0), row.left_milli)})
        for loose in self.state.loose or ():
            if loose.line_id == line_id:
                self.loose.step(loose, direction)

    def ask_quantity(self, line_id: str) -> None:
        """Ask for the weight, or the number of pieces."""
        self.entry.open_quantity(line_id)

    def take_all(self) -> None:
        """Let everything come back that is left."""
        self._choose({row.line_id: row.left_milli for row in self.state.rows})

    def take_none(self) -> None:
        """Let nothing come back."""
        self._choose({row.line_id: 0 for row in self.state.rows})

    def set_reason(self, reason: str) -> None:
        """Say why; what is defective does not go back on the shelf unless somebody says so."""
        self._plan(replace(self.state, reason=reason, restock=reason != "defective"))

    def set_restock(self, restock: bool) -> None:
        """Put the goods back on the shelf, or write them off."""
        self._plan(replace(self.state, restock=restock))

    def confirm(self) -> None:
        """Put the goods onto the counter, and go there."""
        state = self.state
        if not state.can_confirm:
            if state.is_open and state.plan is None and not state.said.code:
                self._say(Said("return.nothing"))
            return
        if not state.reason:
            self._say(Said("by_hand.no_reason"))
            return
        assert state.plan is not None
        self._desk.put(state.plan)

    def print_copy(self) -> None:
        """Print the receipt that is shown again; of this till only."""
        found, asked = self.state.found, self._asked
        if found is None:
            return
        actor, number = self._session.require_actor(), found.sold.receipt_number
        self._lanes.storage.run(
            lambda: self._tools.reprint(actor, number),
            lambda _job: self._say(Said("receipt.copied", (number,)), good=True),
            lambda error: self._on_error(asked, error),
        )

    def go_back(self) -> None:
        """Leave the receipt; what lies on the counter stays."""
        self._asked += 1
        self._show(ReturnsState())
        self._navigate("sell")

    def _on_own(self, asked: int, text: str, *, own: FoundReceipt | None) -> None:
        if asked != self._asked:
            return
        if own is not None:
            self._on_found(own)
        self._show(replace(self.state, asking=True))
        self._lanes.network.run(
            lambda: self._tools.find(text),
            lambda found: self._on_answer(asked, found),
            lambda error: self._on_error(asked, error),
        )

    def _on_answer(self, asked: int, found: FoundReceipt) -> None:
        if asked == self._asked:
            self._on_found(found)

    def _on_found(self, found: FoundReceipt) -> None:
        """Show a receipt; what was chosen of it before stays, as far as it is left."""
        chosen = {row.line_id: row.back_milli for row in self.state.rows}
        reason, restock = self.state.reason, self.state.restock
        there = goods_back_of(self._tools.basket(), found.sold.receipt_number)
        if there is not None and not self.state.rows:
            for line in there.refund.lines:
                chosen[line.of_line_id or ""] = line.qty_milli
                reason, restock = line.reason, line.restock
        rows = tuple(
            SoldRow(
                line.line_id,
                line.name,
                line.sold_by,
                line.qty_milli,
                left,
                min(chosen.get(line.line_id, 0), left),
                Money(line.total_minor, self._currency),
            )
            for line in found.sold.lines
            for left in (found.left_milli(line.line_id),)
        )
        said = Said("return.all_back") if found.is_all_back else Said()
        form = self.state.form
        self._plan(ReturnsState(found=found, rows=rows, form=form, reason=reason, restock=restock, said=said))

    def _choose(self, milli: Mapping[str, int]) -> None:
        rows = tuple(
            replace(row, back_milli=milli.get(row.line_id, row.back_milli)) for row in self.state.rows
        )
        self._plan(replace(self.state, rows=rows, said=Said()))

    def _set_sold(self, line_id: str, qty_milli: int) -> None:
        self._choose({line_id: qty_milli})

    def _plan(self, state: ReturnsState) -> None:
        """Show ``state`` with what it gives."""
        if state.loose is not None:
            self.loose.show(state)
            return
        found = state.found
        wanted = {row.line_id: row.back_milli for row in state.rows if row.back_milli}
        if found is None or not wanted:
            self._show(replace(state, plan=None, payouts=()))
            return
        reason = state.reason or "other"
        self._desk.show_plan(
            state, lambda: self._tools.returns.plan(found, wanted, reason=reason, restock=state.restock)
        )

    def _on_error(self, asked: int, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        if asked == self._asked:
            self._show(replace(self.state, finding=False, asking=False))
            self._say(said_of(error, self._currency))

    def _say(self, said: Said, *, good: bool = False) -> None:
        self._desk.say(said, good=good)

    def _show(self, state: ReturnsState) -> None:
        self._desk.show(state)
