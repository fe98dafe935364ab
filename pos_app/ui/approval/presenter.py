"""Asks another person to allow one act, and gives the approval to who asked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services.act_model import Act, Approval
from pos_app.services.approve_act import Approvers
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.ui.approval.state import ApprovalState
from pos_app.ui.said import Said


class ApprovalView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: ApprovalState) -> None:
        """Show ``state``; open or close as it says."""


class Approver(Protocol):
    """Knows who may allow what; storage lane."""

    def approvers(self, actor: Actor, act: Act) -> Approvers:
        """Return who may allow ``act``."""

    def with_pin(self, actor: Actor, act: Act, *, staff_id: str, pin: str) -> Approval:
        """Allow by PIN."""

    def with_badge(self, actor: Actor, act: Act, *, badge: str) -> Approval:
        """Allow by badge."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the act, what it is in words, and why it needs somebody."""

    act: Act
    about: Said
    why: Said


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request with who waits for the answer, and in whose name."""

    request: Request
    actor: Actor
    on_approved: Callable[[Approval], None]
    on_dropped: Callable[[], None]


class ApprovalPresenter:
    """One at a time; what any screen asks when a right does not reach."""

    def __init__(self, approver: Approver, *, session: Session, storage: Lane) -> None:
        self._approver = approver
        self._session = session
        self._storage = storage
        self._view: ApprovalView | None = None
        self._asked: _Asked | None = None
        self._state = ApprovalState()

    @property
    def state(self) -> ApprovalState:
        """What is shown."""
        return self._state

    def bind(self, view: ApprovalView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def ask(
        self,
        request: Request,
        on_approved: Callable[[Approval], None],
        *,
        on_dropped: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask for an approval; exactly one of the two callbacks runs later, the sheet is closed by then.

        Args:
            request: What is to be allowed.
            on_approved: Takes the approval and does the act.
            on_dropped: Runs when nobody allowed it.

        Raises:
            RuleError: ``staff.not_signed_in``.
        """
        actor = self._session.require_actor()
        self._drop()
        asked = _Asked(request, actor, on_approved, on_dropped)
        self._asked = asked
        self._show(ApprovalState(open=True, about=request.about, why=request.why))
        self._storage.run(
            lambda: self._approver.approvers(actor, request.act),
            lambda found: self._on_approvers(asked, found),
            lambda error: self._on_error(asked, error),
        )

    def choose(self, staff_id: str) -> None:
        """Ask ``staff_id`` for the PIN."""
        chosen = next((person for person in self._state.people if person.staff_id == staff_id), None)
        if not self._state.busy:
            self._show(replace(self._state, chosen=chosen, message=Said()))

    def go_back(self) -> None:
        """Show all people again."""
        if not self._state.busy:
            self._show(replace(self._state, chosen=None, message=Said()))

    def submit_pin(self, pin: str) -> None:
        """Try ``pin`` for the person chosen."""
        chosen = self._state.chosen
        if chosen is not None:
            self._try(
                lambda asked: self._approver.with_pin(
                    asked.actor, asked.request.act, staff_id=chosen.staff_id, pin=pin
                )
            )

    def submit_badge(self, badge: str) -> None:
        """Try a scanned badge."""
        self._try(lambda asked: self._approver.with_badge(asked.actor, asked.request.act, badge=badge))

    def on_closed(self) -> None:
        """The sheet was left: nobody allowed it."""
        self._drop()

    def _try(self, work: Callable[[_Asked], Approval]) -> None:
        asked = self._asked
        if asked is None or self._state.busy:
            return
        self._show(replace(self._state, busy=True, message=Said()))
        self._storage.run(
            lambda: work(asked),
            lambda approval: self._on_approval(asked, approval),
            lambda error: self._on_error(asked, error),
        )

    def _on_approvers(self, asked: _Asked, found: Approvers) -> None:
        if self._asked is not asked:
            return
        only_one = found.people[0] if len(found.people) == 1 else None
        self._show(
            replace(
                self._state,
                people=found.people,
                loaded=True,
                only_managers=found.only_managers,
                chosen=only_one,
            )
        )

    def _on_approval(self, asked: _Asked, approval: Approval) -> None:
        # An answer that comes after the sheet was left allows nothing.
        if self._asked is not asked:
            return
        self._asked = None
        self._show(ApprovalState())
        asked.on_approved(approval)

    def _on_error(self, asked: _Asked, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        if self._asked is asked:
            self._show(replace(self._state, busy=False, message=Said(error.code, error.arguments)))

    def _drop(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._show(ApprovalState())
            asked.on_dropped()

    def _show(self, state: ApprovalState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
