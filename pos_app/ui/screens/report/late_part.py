"""Asks head office what came from all tills for a day after it was closed; this till's own is known here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pos_app.services.errors import SyncError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.ui.screens.report.hands import Hands
from pos_app.ui.screens.report.state import LateSum
from retail_core.reporting.report import Scope


class LatePart:
    """The line above a day's report; nobody waits for it."""

    def __init__(self, ask: Callable[[Actor, str], LateSum | None], hands: Hands, *, network: Lane) -> None:
        self._ask = ask
        self._hands = hands
        self._network = network

    def read(self, scope: Scope) -> None:
        """Ask about a day; without an answer the line has this till alone, and says so."""
        if scope.kind != "day":
            return
        actor = self._hands.session.require_actor()
        self._network.run(
            lambda: self._ask(actor, scope.last_day),
            self._hands.guarded(self._on_told),
            self._hands.guarded(_on_error),
        )

    def _on_told(self, told: LateSum | None) -> None:
        self._hands.show(replace(self._hands.state(), late_of_all=told))


def _on_error(error: BaseException) -> None:
    if not isinstance(error, SyncError):
        raise error
