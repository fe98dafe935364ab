"""Puts scopes beside each other: those that lie near, or two of one's own choosing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from pos_app.services.records import Actor
from pos_app.ui.screens.report.hands import Hands, message_of
from pos_app.ui.screens.report.scopes import beside
from pos_app.ui.screens.report.state import Beside, BesideKind, Side
from retail_core.reporting.report import Report, Scope, SideBySide


class SideBySideUseCase(Protocol):
    """Reads several scopes at once."""

    def side_by_side(self, actor: Actor, scopes: Sequence[Scope], *, language: str = "zh-Hans") -> SideBySide:
        """Return scopes beside each other."""


class BesidePart:
    """The page *Compare*."""

    def __init__(self, reports: SideBySideUseCase, hands: Hands) -> None:
        self._reports = reports
        self._hands = hands

    def show_kind(self, kind: BesideKind) -> None:
        """Compare shifts, days or cashiers, or what was chosen for the left and the right."""
        state = self._hands.state()
        report = state.report
        if report is None:
            return
        before = state.beside
        left, right = before.left or report.scope, before.right or _other(report)
        scopes = (left, right) if kind == "chosen" else beside(kind, report, shifts=state.shifts)
        self._hands.show(replace(state, beside=Beside(kind, left=left, right=right)))
        actor, language = self._hands.session.require_actor(), self._hands.language()
        self._hands.reading.run(
            lambda: self._reports.side_by_side(actor, scopes, language=language),
            self._hands.guarded(lambda table: self._on_read(table, kind=kind, scopes=scopes)),
            self._hands.guarded(self._on_error),
        )

    def choose(self, side: Side, scope: Scope) -> None:
        """Take a shift, a day, a period or a person for one side."""
        state = self._hands.state()
        changed = replace(state.beside, left=scope) if side == "left" else replace(state.beside, right=scope)
        self._hands.show(replace(state, beside=changed))
        self.show_kind("chosen")

    def _on_read(self, table: SideBySide, *, kind: BesideKind, scopes: Sequence[Scope]) -> None:
        state = self._hands.state()
        now = state.beside
        if kind != now.kind or (kind == "chosen" and tuple(scopes) != (now.left, now.right)):
            return  # Something else was chosen meanwhile.
        self._hands.show(replace(state, beside=replace(now, table=table)))

    def _on_error(self, error: BaseException) -> None:
        state = self._hands.state()
        self._hands.show(replace(state, beside=replace(state.beside, fault=message_of(error))))


def _other(report: Report) -> Scope:
    """Return what the report itself is compared with, so that something stands on the right at once."""
    return next((each.scope for each in report.comparisons if each.found), report.scope)
