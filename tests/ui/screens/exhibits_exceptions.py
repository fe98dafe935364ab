"""The work list, full, empty and without head office."""

from collections.abc import Callable, Mapping

from pos_app.services.errors import Unreachable
from tests.ui.screens.hall import Hall


def _full(hall: Hall) -> None:
    hall.show("exceptions")
    hall.exceptions.choose(12)
    hall.exceptions.open_receipt("S01-T02-000116")


def _overrun(hall: Hall) -> None:
    hall.show("exceptions")


def _settled(hall: Hall) -> None:
    hall.show("exceptions")
    hall.exceptions.settle("accept", "")
    hall.exceptions.switch("done")


def _empty(hall: Hall) -> None:
    hall.doubts.open = ()
    hall.show("exceptions")


def _error(hall: Hall) -> None:
    hall.doubts.fault = Unreachable()
    hall.show("exceptions")


DOUBTS: Mapping[str, Callable[[Hall], None]] = {
    "exceptions.full": _full,
    "exceptions.overrun": _overrun,
    "exceptions.settled": _settled,
    "exceptions.empty": _empty,
    "exceptions.error": _error,
}
