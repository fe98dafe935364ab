"""Loads the work list, opens the receipts behind an exception, and says what was done about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.return_model import FoundReceipt
from pos_app.services.session import Session
from pos_app.services.work_list_model import ExceptionItem, ExceptionPage, ExceptionState
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.exceptions.state import Evidence, ExceptionsState


class ExceptionsView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: ExceptionsState) -> None:
        """Show ``state``."""


class WorkListUseCase(Protocol):
    """The work list; network lane."""

    def page(self, actor: Actor, state: ExceptionState, *, after: int = 0) -> ExceptionPage:
        """Return exceptions of the store."""

    def settle(self, actor: Actor, item: ExceptionItem, *, action: str, note: str) -> ExceptionItem:
        """Say what was done."""

    def names(self, items: ExceptionPage) -> Mapping[str, str]:
        """Return the names of people."""


@dataclass(frozen=True, slots=True)
class ExceptionsTools:
    """What the screen works with; all of it on the network lane."""

    work_list: WorkListUseCase
    find_receipt: Callable[[str], FoundReceipt]
    currency: str


class ExceptionsPresenter:
    """Owns the state of the screen."""

    def __init__(
        self, tools: ExceptionsTools, *, session: Session, network: Lane, navigate: Callable[[str], None]
    ) -> None:
        self._tools = tools
        self._session = session
        self._network = network
        self._navigate = navigate
        self._view: ExceptionsView | None = None
        self._state = ExceptionsState()
        self._asked = 0

    @property
    def state(self) -> ExceptionsState:
        """What is shown."""
        return self._state

    def bind(self, view: ExceptionsView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Load what is open."""
        self._state = ExceptionsState()
        self.reload()

    def leave(self) -> None:
        """Take no answer that comes too late."""
        self._asked += 1

    def switch(self, showing: ExceptionState) -> None:
        """Show what is open, or what was settled."""
        if showing != self._state.showing:
            before = self._state
            self._state = replace(
                ExceptionsState(), showing=showing, open_count=before.open_count, is_known=before.is_known
            )
            self.reload()

    def reload(self) -> None:
        """Load the list anew."""
        self._ask(after=0)

    def load_more(self) -> None:
        """Load what comes behind the last one, or all of it again where head office did not answer."""
        state = self._state
        if not state.loading and (state.after or not state.is_known):
            self._ask(after=state.after)

    def choose(self, exception_id: int) -> None:
        """Show the details of one."""
        self._show(replace(self._state, chosen_id=exception_id, evidence=None, error=Said(), news=Said()))

    def open_receipt(self, number: str) -> None:
        """Show a receipt that an exception is about."""
        self._show(replace(self._state, evidence=Evidence(number)))
        self._network.run(
            lambda: self._tools.find_receipt(number),
            lambda found: self._on_receipt(Evidence(number, found)),
            lambda error: self._on_receipt(Evidence(number, error=self._said(error))),
        )

    def settle(self, action: str, note: str) -> None:
        """Say what was done about the chosen one."""
        item = self._state.chosen
        if item is None or self._state.settling or item.state == "done":
            return
        actor = self._session.require_actor()
        self._show(replace(self._state, settling=True, error=Said(), news=Said()))
        self._network.run(
            lambda: self._tools.work_list.settle(actor, item, action=action, note=note),
            self._on_settled,
            self._on_not_settled,
        )

    def go_back(self) -> None:
        """Return to selling, or to where a shift is opened."""
        self._navigate("open_shift" if self._session.shift is None else "sell")

    def _ask(self, *, after: int) -> None:
        actor = self._session.require_actor()
        self._asked += 1
        asked, showing = self._asked, self._state.showing
        self._show(replace(self._state, loading=True, error=Said()))
        self._network.run(
            lambda: self._load(actor, showing, after=after),
            lambda found: self._on_page(asked, found, after=after),
            lambda error: self._on_no_page(asked, error),
        )

    def _load(
        self, actor: Actor, showing: ExceptionState, *, after: int
    ) -> tuple[ExceptionPage, Mapping[str, str]]:
        page = self._tools.work_list.page(actor, showing, after=after)
        return page, self._tools.work_list.names(page)

    def _on_page(self, asked: int, found: tuple[ExceptionPage, Mapping[str, str]], *, after: int) -> None:
        if asked != self._asked:
            return
        page, names = found
        state = self._state
        items = (*state.items, *page.items) if after else page.items
        chosen = state.chosen_id
        if chosen not in {each.exception_id for each in items}:
            chosen = items[0].exception_id if items else None
        self._show(
            replace(
                state,
                items=items,
                open_count=page.open_count,
                after=page.after,
                chosen_id=chosen,
                names={**state.names, **names},
                is_known=True,
                loading=False,
            )
        )

    def _on_no_page(self, asked: int, error: BaseException) -> None:
        if asked == self._asked:
            self._show(replace(self._state, loading=False, error=self._said(error)))

    def _on_receipt(self, evidence: Evidence) -> None:
        shown = self._state.evidence
        if shown is not None and shown.number == evidence.number:
            self._show(replace(self._state, evidence=evidence))

    def _on_settled(self, item: ExceptionItem) -> None:
        state = self._state
        place = next((at for at, each in enumerate(state.items) if each.exception_id == item.exception_id), 0)
        left = tuple(each for each in state.items if each.exception_id != item.exception_id)
        chosen = left[min(place, len(left) - 1)].exception_id if left else None
        self._show(
            replace(
                state,
                items=left,
                open_count=max(0, state.open_count - 1),
                chosen_id=chosen,
                evidence=None,
                settling=False,
                news=Said("exception.settled"),
            )
        )
        if not left and state.after:
            self.load_more()

    def _on_not_settled(self, error: BaseException) -> None:
        self._show(replace(self._state, settling=False, error=self._said(error)))

    def _said(self, error: BaseException) -> Said:
        """Return what to say; what is no error of the shop is a bug and goes on."""
        if not isinstance(error, PosError):
            raise error
        return said_of(error, self._tools.currency)

    def _show(self, state: ExceptionsState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
