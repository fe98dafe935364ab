"""Turns a receipt number and touches into goods that come back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket_model import Basket
from pos_app.services.errors import PosError, RuleError
from pos_app.services.give_back import original_payouts
from pos_app.services.ports import Lane
from pos_app.services.read_scan import ReceiptScanned, ScanAction, Step
from pos_app.services.records import Actor
from pos_app.services.return_model import FoundReceipt, GoodsBack
from pos_app.services.return_steps import goods_back_of
from pos_app.services.session import Session
from pos_app.ui.approval.presenter import ApprovalPresenter, Request
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.returns.state import ReturnsState, SoldRow
from retail_core.money import Money

PIECE_MILLI = 1000
WEIGHT_STEP_MILLI = 100
"""A touch on a weighed line: 100 g."""


class ReturnsView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: ReturnsState) -> None:
        """Show ``state``."""


class ReceiptFinder(Protocol):
    """Finds receipts."""

    def own(self, text: str) -> FoundReceipt | None:
        """Return one of this till; storage lane."""

    def __call__(self, text: str) -> FoundReceipt:
        """Return one of any till, with all that came back of it; network lane."""


class GoodsTaker(Protocol):
    """Reckons returns and puts them onto the counter."""

    def plan(
        self, found: FoundReceipt, quantities: Mapping[str, int], *, reason: str, restock: bool
    ) -> GoodsBack:
        """Return what it gives."""

    def put(self, actor: Actor, goods: GoodsBack, *, approval: Approval | None = None) -> None:
        """Put it onto the counter."""


class ScanReader(Protocol):
    """Says what a scan means."""

    def __call__(self, raw: str, *, step: Step) -> ScanAction:
        """Return what to do."""


@dataclass(frozen=True, slots=True)
class ReturnsTools:
    """What the Returns screen works with; ``reprint`` prints a copy on the storage lane."""

    find: ReceiptFinder
    returns: GoodsTaker
    reprint: Callable[[Actor, str], int]
    basket: Callable[[], Basket]
    approval: ApprovalPresenter
    read_scan: ScanReader


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
        self._tools = tools
        self._session = session
        self._lanes = lanes
        self._navigate = navigate
        self._currency = currency
        self._view: ReturnsView | None = None
        self._asked = 0
        self._state = ReturnsState()

    @property
    def state(self) -> ReturnsState:
        """What is shown."""
        return self._state

    def bind(self, view: ReturnsView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def take_number(self, text: str) -> None:
        """Begin anew, with a receipt if one is named."""
        self._asked += 1
        self._show(ReturnsState())
        if text:
            self.find(text)

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
        """Look a scanned receipt up; ``False`` for any other code."""
        action = self._tools.read_scan(text, step="sell")
        if isinstance(action, ReceiptScanned):
            self.find(action.receipt_number)
            return True
        self._say(Said("scan.not_here"))
        return False

    def step(self, line_id: str, direction: int) -> None:
        """Let a piece, or 100 g, more or less of a line come back."""
        row = next((row for row in self._state.rows if row.line_id == line_id), None)
        if row is None:
            return
        size = WEIGHT_STEP_MILLI if row.sold_by == "weight" else PIECE_MILLI
        milli = row.back_milli + direction * size
        self._choose({line_id: min(max(milli, 0), row.left_milli)})

    def take_all(self) -> None:
        """Let everything come back that is left."""
        self._choose({row.line_id: row.left_milli for row in self._state.rows})

    def take_none(self) -> None:
        """Let nothing come back."""
        self._choose({row.line_id: 0 for row in self._state.rows})

    def set_reason(self, reason: str) -> None:
        """Say why; what is defective does not go back on the shelf unless somebody says so."""
        self._plan(replace(self._state, reason=reason, restock=reason != "defective"))

    def set_restock(self, restock: bool) -> None:
        """Put the goods back on the shelf, or write them off."""
        self._plan(replace(self._state, restock=restock))

    def confirm(self) -> None:
        """Put the goods onto the counter, and go there."""
        state = self._state
        if not state.can_confirm:
            if state.found is not None and state.plan is None:
                self._say(Said("return.nothing"))
            return
        if not state.reason:
            self._say(Said("by_hand.no_reason"))
            return
        assert state.plan is not None
        self._put(state.plan, None)

    def print_copy(self) -> None:
        """Print the receipt that is shown again; of this till only."""
        found, asked = self._state.found, self._asked
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
        self._show(replace(self._state, asking=True))
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
        chosen = {row.line_id: row.back_milli for row in self._state.rows}
        reason, restock = self._state.reason, self._state.restock
        there = goods_back_of(self._tools.basket(), found.sold.receipt_number)
        if there is not None and not self._state.rows:
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
        self._plan(ReturnsState(found=found, rows=rows, reason=reason, restock=restock, said=said))

    def _choose(self, milli: Mapping[str, int]) -> None:
        rows = tuple(
            replace(row, back_milli=milli.get(row.line_id, row.back_milli)) for row in self._state.rows
        )
        self._plan(replace(self._state, rows=rows, said=Said()))

    def _plan(self, state: ReturnsState) -> None:
        """Show ``state`` with what it gives."""
        wanted = {row.line_id: row.back_milli for row in state.rows if row.back_milli}
        if state.found is None or not wanted:
            self._show(replace(state, plan=None, payouts=()))
            return
        try:
            plan = self._tools.returns.plan(
                state.found, wanted, reason=state.reason or "other", restock=state.restock
            )
        except RuleError as error:
            said = said_of(error, self._currency)
            self._show(replace(state, plan=None, payouts=(), said=said, good=False))
            return
        alone = Basket("return", self._currency, returns=(plan,))
        payouts = original_payouts(alone, plan.refund_minor)
        self._show(replace(state, plan=plan, payouts=payouts))

    def _put(self, goods: GoodsBack, approval: Approval | None) -> None:
        try:
            self._tools.returns.put(self._session.require_actor(), goods, approval=approval)
        except NeedsApproval as needed:
            amount = Money(goods.refund_minor, self._currency)
            request = Request(
                needed.act, Said("ask.return", (goods.key, amount)), said_of(needed, self._currency)
            )
            self._tools.approval.ask(request, lambda allowed: self._put(goods, allowed))
            return
        except RuleError as error:
            self._say(said_of(error, self._currency))
            return
        self.go_back()

    def _on_error(self, asked: int, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        if asked == self._asked:
            self._show(replace(self._state, finding=False, asking=False))
            self._say(said_of(error, self._currency))

    def _say(self, said: Said, *, good: bool = False) -> None:
        self._show(replace(self._state, said=said, good=good))

    def _show(self, state: ReturnsState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
