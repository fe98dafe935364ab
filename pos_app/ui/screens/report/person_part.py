"""Reads the figures of one person, in the time that the report is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from pos_app.services.records import Actor
from pos_app.ui.screens.report.hands import Hands, message_of
from pos_app.ui.screens.report.state import Person
from retail_core.reporting.report import Report, Scope


class OneReportUseCase(Protocol):
    """Makes a report."""

    def __call__(self, actor: Actor, scope: Scope, *, language: str = "zh-Hans") -> Report:
        """Return the report of a scope."""


class PersonPart:
    """The page of a cashier."""

    def __init__(self, reports: OneReportUseCase, hands: Hands) -> None:
        self._reports = reports
        self._hands = hands

    def open(self, key: str, name: str) -> None:
        """Turn to the page of a person."""
        state = self._hands.state()
        if state.report is None:
            return
        scope = replace(state.report.scope, cashier=key)
        self._hands.show(replace(state, section="person", behind=None, person=Person(name, scope)))
        actor, language = self._hands.session.require_actor(), self._hands.language()
        self._hands.reading.run(
            lambda: self._reports(actor, scope, language=language),
            self._hands.guarded(lambda report: self._on_read(scope, report)),
            self._hands.guarded(lambda error: self._on_error(scope, error)),
        )

    def close(self) -> None:
        """Turn back to everybody."""
        self._hands.show(replace(self._hands.state(), section="people", person=None, behind=None))

    def _on_read(self, scope: Scope, report: Report) -> None:
        state = self._hands.state()
        if state.person is not None and state.person.scope == scope:
            self._hands.show(replace(state, person=replace(state.person, report=report)))

    def _on_error(self, scope: Scope, error: BaseException) -> None:
        state = self._hands.state()
        if state.person is not None and state.person.scope == scope:
            self._hands.show(replace(state, person=replace(state.person, fault=message_of(error))))
