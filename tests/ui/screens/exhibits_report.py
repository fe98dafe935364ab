"""The reports in every state worth a look."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QApplication

from pos_app.services.errors import RuleError
from pos_app.services.reporting.find_receipts import LateFacts
from pos_app.ui.screens.report.state import LateSum, Opening
from retail_core.reporting.report import Drill
from tests.ui.screens.hall import Hall
from tests.unit.pos_app.ui.screens.report.fakes import BEGUN, DAY, MONTH


def _shown(section: str) -> Callable[[Hall], None]:
    def show(hall: Hall) -> None:
        hall.show("report")
        _press(hall, f"report.tab.{section}")

    return show


def _press(hall: Hall, name: str) -> None:
    button = hall.part(name)
    assert isinstance(button, QAbstractButton), name
    button.click()
    QApplication.processEvents()


def _full(hall: Hall) -> None:
    hall.show("report")


def _tables(hall: Hall) -> None:
    hall.show("report")
    for name in ("hours", "tenders", "categories"):
        _press(hall, f"report.turn.{name}")


def _month(hall: Hall) -> None:
    hall.reports.reports = [MONTH]
    hall.show("report")
    _press(hall, "report.tab.sales")


def _late(hall: Hall) -> None:
    hall.reports.reports = [DAY]
    hall.evidence.came_late = LateFacts(3, 1_200, DAY.as_of_ms)
    hall.evidence.late_of_all = LateSum(5, -3_400)
    hall.show("report")


def _late_alone(hall: Hall) -> None:
    hall.reports.reports = [DAY]
    hall.evidence.came_late = LateFacts(3, 1_200, DAY.as_of_ms)
    hall.show("report")


def _empty(hall: Hall) -> None:
    hall.reports.reports, hall.reports.known = [], []
    hall.show("report")


def _begun(hall: Hall) -> None:
    hall.reports.reports = [BEGUN]
    hall.show("report")


def _error(hall: Hall) -> None:
    hall.reports.fault = RuleError("right.missing", "report.view")
    hall.show("report")


def _behind(hall: Hall) -> None:
    hall.show("report")
    _press(hall, "report.figure.receipts")


def _behind_error(hall: Hall) -> None:
    hall.show("report")
    hall.evidence.fault = RuleError("shift.unknown")
    _press(hall, "report.figure.receipts")


def _receipt(hall: Hall) -> None:
    _behind(hall)
    hall.report.open_row("1:88")


def _entry(hall: Hall) -> None:
    _behind(hall)
    hall.report.open_row("1:42")


def _choices(hall: Hall) -> None:
    hall.show("report")
    _press(hall, "report.choose")


def _periods(hall: Hall) -> None:
    _choices(hall)
    _press(hall, "report.by.period")


def _person(hall: Hall) -> None:
    hall.show("report")
    _press(hall, "report.tab.people")
    opening = Opening("receipts", Drill("receipts", "cashier", "u3"), "136", "李强", is_person=True)
    hall.report.open_behind(opening)
    QApplication.processEvents()


def _person_unread(hall: Hall) -> None:
    hall.show("report")
    hall.reports.fault = RuleError("right.missing", "report.view")
    hall.report.person.open("u3", "李强")
    QApplication.processEvents()


def _chosen(hall: Hall) -> None:
    hall.show("report")
    _press(hall, "report.tab.beside")
    _press(hall, "report.beside.chosen")


def _side(hall: Hall) -> None:
    _chosen(hall)
    _press(hall, "report.beside.right")
    _press(hall, "report.by.cashier")


def _out(hall: Hall) -> None:
    hall.show("report")
    _press(hall, "report.more")


def _day_end(hall: Hall) -> None:
    _out(hall)
    _press(hall, "report.out.day_end")


REPORT_EXHIBITS: dict[str, Callable[[Hall], None]] = {
    "report.full": _full,
    "report.empty": _empty,
    "report.error": _error,
    "report.begun": _begun,
    "report.tables": _tables,
    "report.month": _month,
    "report.late": _late,
    "report.late.alone": _late_alone,
    "report.person": _person,
    "report.person.error": _person_unread,
    "report.beside.chosen": _chosen,
    **{
        f"report.{section}": _shown(section)
        for section in ("sales", "discounts", "members", "orders", "people", "cash", "o2o", "watch", "beside")
    },
}
REPORT_SHEETS: dict[str, Callable[[Hall], None]] = {
    "report.behind": _behind,
    "report.behind.error": _behind_error,
    "report.evidence": _receipt,
    "report.evidence.entry": _entry,
    "report.out": _out,
    "report.day_end": _day_end,
    "report.beside.side": _side,
    "report.shifts": _choices,
    "report.shifts.period": _periods,
}
