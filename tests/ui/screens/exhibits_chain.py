"""All stores in every state worth a look."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QApplication

from pos_app.services.errors import Rejected, Unreachable
from pos_app.services.reporting.chain_model import ChainQuestion
from tests.ui.screens.hall import Hall


def _press(hall: Hall, name: str) -> None:
    button = hall.part(name)
    assert isinstance(button, QAbstractButton), name
    button.click()
    QApplication.processEvents()


def _full(hall: Hall) -> None:
    hall.show("chain")


def _shown(section: str) -> Callable[[Hall], None]:
    def show(hall: Hall) -> None:
        hall.show("chain")
        _press(hall, f"report.chain.tab.{section}")

    return show


def _missing(hall: Hall) -> None:
    hall.chain_office.complete = False
    _shown("missing")(hall)


def _region(hall: Hall) -> None:
    hall.show("chain")
    hall.chain.ask(ChainQuestion("2026-11-01", "2026-11-22", region="华东"))


def _offline(hall: Hall) -> None:
    hall.chain_office.fault, hall.chain_office.remembered = Unreachable(), True
    hall.show("chain")


def _never_heard(hall: Hall) -> None:
    hall.chain_office.fault = Unreachable()
    hall.show("chain")


def _refused(hall: Hall) -> None:
    hall.chain_office.fault = Rejected("report.no_right", "report.chain")
    hall.show("chain")


def _choices(hall: Hall) -> None:
    hall.show("chain")
    _press(hall, "report.chain.choose")


def _days(hall: Hall) -> None:
    _choices(hall)
    _press(hall, "report.chain.by.days")


def _parts(hall: Hall) -> None:
    hall.show("chain")
    _press(hall, "report.chain.overview.figure.receipts")


def _parts_offline(hall: Hall) -> None:
    hall.chain_office.behind_fault = Unreachable()
    _parts(hall)


def _rows(hall: Hall) -> None:
    _parts(hall)
    hall.chain.choose_store("S02")


def _receipt(hall: Hall) -> None:
    _rows(hall)
    hall.chain.open_row("S02-0")


def _order(hall: Hall) -> None:
    _rows(hall)
    hall.chain.open_row("o17")


def _out(hall: Hall) -> None:
    hall.show("chain")
    _press(hall, "report.chain.more")


CHAIN_EXHIBITS: dict[str, Callable[[Hall], None]] = {
    "chain.full": _full,
    "chain.region": _region,
    "chain.offline": _offline,
    "chain.never_heard": _never_heard,
    "chain.refused": _refused,
    "chain.missing": _missing,
    **{f"chain.{section}": _shown(section) for section in ("stores", "o2o")},
}
CHAIN_SHEETS: dict[str, Callable[[Hall], None]] = {
    "chain.choices": _choices,
    "chain.choices.days": _days,
    "chain.parts": _parts,
    "chain.parts.offline": _parts_offline,
    "chain.behind": _rows,
    "chain.evidence": _receipt,
    "chain.evidence.order": _order,
    "chain.out": _out,
}
