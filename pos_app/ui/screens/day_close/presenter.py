"""Looks at a business day of the store over all its tills, and closes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from pos_app.services.day_model import DayBook
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.day_close.state import DayCloseState


class DayCloseView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: DayCloseState) -> None:
        """Show ``state``."""


class DayUseCase(Protocol):
    """Knows the store's days."""

    def look(self, actor: Actor, day: str | None) -> DayBook:
        """Return a day, today's for none; asks head office for the other tills, on a network lane."""

    def close(self, actor: Actor, book: DayBook) -> DayBook:
        """Close a day as it was seen; storage lane."""


@dataclass(frozen=True, slots=True)
class DayLanes:
    """Where a day is looked at, and where it is written."""

    storage: Lane
    network: Lane


class DayClosePresenter:
    """Owns the state of the screen."""

    def __init__(
        self,
        days: DayUseCase,
        *,
        session: Session,
        lanes: DayLanes,
        navigate: Callable[[str], None],
    ) -> None:
        """Keep the use case and where to go afterwards."""
        self._days = days
        self._session = session
        self._lanes = lanes
        self._navigate = navigate
        self._view: DayCloseView | None = None
        self._asked = 0
        self._state = DayCloseState()

    def bind(self, view: DayCloseView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Look at today."""
        self._look(None)

    def turn(self, days: int) -> None:
        """Look at an earlier day, or a later one."""
        book = self._state.book
        if book is not None and not self._state.busy:
            self._look((date.fromisoformat(book.day) + timedelta(days=days)).isoformat())

    def confirm(self) -> None:
        """Close the day; one that is not complete is asked about once more."""
        state = self._state
        if state.busy or state.book is None:
            return
        if not state.book.complete and not state.asking:
            self._show(replace(state, asking=True, said=Said()))
            return
        book, actor = state.book, self._session.require_actor()
        self._show(replace(state, busy=True, said=Said()))
        self._lanes.storage.run(lambda: self._days.close(actor, book), self._on_closed, self._on_error)

    def go_back(self) -> None:
        """Think better of closing an incomplete day; or leave."""
        if self._state.asking:
            self._show(replace(self._state, asking=False))
        elif not self._state.busy:
            # Without a shift one came from the one that was just closed, which is still shown.
            self._navigate("sell" if self._session.shift is not None else "close_shift")

    def _look(self, day: str | None) -> None:
        actor = self._session.require_actor()
        self._asked += 1
        asked = self._asked
        self._show(DayCloseState(self._state.book if day is not None else None, busy=True))
        self._lanes.network.run(
            lambda: self._days.look(actor, day),
            lambda book: self._on_book(asked, book),
            lambda error: self._on_look_error(asked, error),
        )

    def _on_book(self, asked: int, book: DayBook) -> None:
        # An answer about a day that was turned away from says nothing any more.
        if asked == self._asked:
            self._show(DayCloseState(book))

    def _on_look_error(self, asked: int, error: BaseException) -> None:
        if asked == self._asked or not isinstance(error, PosError):
            self._on_error(error)

    def _on_closed(self, book: DayBook) -> None:
        self._show(DayCloseState(book, said=Said("day_news.closed", (book.day,)), good=True))

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, PosError):
            raise error
        currency = "" if self._state.book is None else self._state.book.currency
        said = said_of(error, currency)
        self._show(replace(self._state, asking=False, busy=False, said=said, good=False))

    def _show(self, state: DayCloseState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
