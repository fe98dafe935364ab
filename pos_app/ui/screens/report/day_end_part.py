"""Sets up which files are written by themselves at each close."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.reporting_files.day_end import DayEndPlan
from pos_app.services.reporting_files.day_end_desk import DayEndBook
from pos_app.ui.screens.report.hands import Hands, message_of
from pos_app.ui.screens.report.state import DayEndForm, Message


class DayEndUseCase(Protocol):
    """Keeps the setting."""

    def look(self, actor: Actor) -> DayEndBook:
        """Return what is set and what became of it."""

    def put(self, actor: Actor, plan: DayEndPlan | None) -> DayEndBook:
        """Keep the setting."""

    def test(self, actor: Actor, plan: DayEndPlan) -> tuple[Path, ...]:
        """Write a file now."""


class DayEndPart:
    """The sheet of day-end files."""

    def __init__(self, desk: DayEndUseCase, hands: Hands, *, storage: Lane, paper: Lane) -> None:
        self._desk = desk
        self._hands = hands
        self._storage = storage
        self._paper = paper

    def open(self) -> None:
        """Read what is set."""
        actor = self._hands.session.require_actor()
        self._show(DayEndForm(busy=True))
        self._storage.run(lambda: self._desk.look(actor), self._on_book, self._on_error)

    def close(self) -> None:
        """Show the report alone again."""
        self._hands.show(replace(self._hands.state(), day_end=None))

    def save(self, plan: DayEndPlan | None) -> None:
        """Keep a setting; ``None`` writes no files any more."""
        form = self._begun()
        if form is None:
            return
        actor = self._hands.session.require_actor()
        said = Message("day_end_news.off" if plan is None else "day_end_news.set", good=True)
        self._storage.run(
            lambda: self._desk.put(actor, plan), lambda book: self._on_book(book, said), self._on_error
        )

    def test(self, plan: DayEndPlan) -> None:
        """Write a file now, as it would be written at a close."""
        form = self._begun()
        if form is None:
            return
        actor = self._hands.session.require_actor()
        self._paper.run(lambda: self._desk.test(actor, plan), self._on_tested, self._on_error)

    def _begun(self) -> DayEndForm | None:
        """Begin something; not while something else goes on, nor where nothing was read."""
        form = self._hands.state().day_end
        if form is None or form.busy or form.book is None:
            return None
        self._show(replace(form, busy=True, said=None))
        return form

    def _on_book(self, book: DayEndBook, said: Message | None = None) -> None:
        if self._hands.state().day_end is not None:
            self._show(DayEndForm(book, said=said))

    def _on_tested(self, paths: tuple[Path, ...]) -> None:
        form = self._hands.state().day_end
        if form is not None:
            said = Message("report.saved", (str(paths[0]),), good=True)
            self._show(replace(form, busy=False, said=said))

    def _on_error(self, error: BaseException) -> None:
        said = message_of(error)
        form = self._hands.state().day_end
        if form is not None:
            self._show(replace(form, busy=False, said=said))

    def _show(self, form: DayEndForm) -> None:
        self._hands.show(replace(self._hands.state(), day_end=form))
