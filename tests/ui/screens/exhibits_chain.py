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


def _chosen(hall: Hall) -> None:
    hall.show("chain")
    hall.chain.ask(ChainQuestion("2026-11-22", "2026-11-22", compare_first_day="2025-11-23"))


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


def _beside(hall: Hall) -> None:
    _choices(hall)
    _press(hall, "report.chain.by.beside")


def _late(hall: Hall) -> None:
    _shown("missing")(hall)
    _press(hall, "report.chain.late.open")


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
    "report.chain.full": _full,
    "report.chain.region": _region,
    "report.chain.chosen": _chosen,
    "report.chain.offline": _offline,
    "report.chain.never_heard": _never_heard,
    "report.chain.refused": _refused,
    "report.chain.missing": _missing,
    **{f"report.chain.{section}": _shown(section) for section in ("stores", "discounts", "o2o")},
}
CHAIN_SHEETS: dict[str, Callable[[Hall], None]] = {
    "report.chain.choices": _choices,
    "report.chain.choices.days": _days,
    "report.chain.choices.beside": _beside,
    "report.chain.late": _late,
    "report.chain.parts": _parts,
    "report.chain.parts.offline": _parts_offline,
    "report.chain.behind": _rows,
    "report.chain.evidence": _receipt,
    "report.chain.evidence.order": _order,
    "report.chain.out": _out,
}
