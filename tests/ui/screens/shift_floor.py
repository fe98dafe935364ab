"""Shifts that are opened, and a drawer with notes, as the screens need them to be looked at."""

from collections.abc import Mapping

from pos_app.services.act_model import Approval
from pos_app.services.day_model import DayBook, DayRow, UnknownTill
from pos_app.services.documents import Document, DocumentKind
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift
from pos_app.services.shift_desk import (
    DrawerBook,
    DrawerNote,
    NewMove,
    ShiftStart,
    SuspendedShift,
    XRead,
)
from tests.unit.pos_app.ui.screens.close_shift.fakes import CNY, OPEN

EUR = (50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
MORNING_MS = 1_795_305_600_000

NOTES = (
    DrawerNote("x_read", MORNING_MS + 28_800_000, "陈思远"),
    DrawerNote("safe_drop", MORNING_MS + 25_200_000, "王芳", 200_000, "S01-T02-M000004", "too_much_cash"),
    DrawerNote(
        "paid_out",
        MORNING_MS + 18_000_000,
        "王芳",
        25_800,
        "S01-T02-M000003",
        "purchase",
        "灯泡两只、胶带",
        "陈思远",
    ),
    DrawerNote("no_sale", MORNING_MS + 10_800_000, "王芳", reason="change_for_customer"),
    DrawerNote("float_added", MORNING_MS + 9_000_000, "王芳", 30_000, "S01-T02-M000002", "change_needed"),
    DrawerNote(
        "paid_in", MORNING_MS + 7_200_000, "Alexandra Featherstone", 5_000, "S01-T02-M000001", "found"
    ),
)


class FakeOpenShift:
    """Refuses: a shift is open already."""

    def __init__(self) -> None:
        self.begins = ShiftStart("shared", 48_000, CNY)

    def start(self, actor: Actor) -> ShiftStart:  # noqa: ARG002 - by its name
        return self.begins

    def open(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        *,
        float_minor: int,  # noqa: ARG002 - by its name
        denominations: Mapping[int, int],  # noqa: ARG002 - by its name
    ) -> Shift:
        raise RuleError("shift.already_open", OPEN.number)

    def resume(self, actor: Actor, shift_id: str) -> Shift:  # noqa: ARG002 - by its name
        raise RuleError("shift.already_open", OPEN.number)

    def wait_for_people(self) -> None:
        """Let two suspended shifts wait, in a till of personal drawers with euros."""
        self.begins = ShiftStart(
            "personal",
            12_345,
            EUR,
            (
                SuspendedShift("h5", 5, "王芳", MORNING_MS, "break"),
                SuspendedShift("h6", 6, "Alexandra Featherstone", MORNING_MS + 3_600_000),
            ),
        )


class FakeDrawer:
    """A drawer with notes, or without; refuses when it is told to."""

    def __init__(self) -> None:
        self.notes: tuple[DrawerNote, ...] = NOTES
        self.fault: RuleError | None = None
        self.moved: list[NewMove] = []
        self.opened: list[tuple[str, str]] = []
        self.suspended: list[str] = []
        self.printed: list[int] = []

    def book(self) -> DrawerBook:
        return DrawerBook(8, MORNING_MS, "王芳", "CNY", "shared", CNY, self.notes)

    def begin(self) -> str:
        return "m1"

    def move(self, actor: Actor, move: NewMove, *, approval: Approval | None) -> None:  # noqa: ARG002
        self._refuse(approval)
        self.moved.append(move)

    def open_drawer(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        *,
        reason: str,
        note: str,
        approval: Approval | None,
    ) -> None:
        self._refuse(approval)
        self.opened.append((reason, note))

    def read_x(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        *,
        printed: bool,
        approval: Approval | None,
    ) -> XRead:
        self._refuse(approval)
        number = 3 + len(self.printed)
        if printed:
            self.printed.append(number + 1)
            number += 1
        return XRead(number, Document(DocumentKind.Z_REPORT, ()))

    def suspend(self, actor: Actor, *, reason: str) -> None:  # noqa: ARG002 - by its name
        self._refuse(None)
        self.suspended.append(reason)

    def _refuse(self, approval: Approval | None) -> None:
        if self.fault is not None and approval is None:
            raise self.fault


class FakeDays:
    """A day of three tills of which one is still open, and one was not heard of."""

    def __init__(self) -> None:
        self.book = DayBook(
            "2026-11-22",
            "CNY",
            (
                _day_row("S01-T01", 41, 10, net_minor=390_838, difference_minor=-50, taken_minor=100_000),
                _day_row("S01-T01", 42, 14, net_minor=268_110, difference_minor=0, taken_minor=98_200),
                _day_row("S01-T02", 17, 14, net_minor=1_234_567, difference_minor=300, taken_minor=200_000),
            ),
            (UnknownTill("t3", "S01-T03", "open"), UnknownTill("t4", "S01-T04", "silent")),
        )
        self.fault: RuleError | None = None

    def look(self, actor: Actor, day: str | None) -> DayBook:  # noqa: ARG002 - by its name
        if self.fault is not None:
            raise self.fault
        return self.book

    def close(self, actor: Actor, book: DayBook) -> DayBook:  # noqa: ARG002 - by its name
        return book


def _day_row(
    till: str, z_number: int, hour: int, *, net_minor: int, difference_minor: int, taken_minor: int
) -> DayRow:
    return DayRow(
        terminal_id=till,
        till=till,
        shift_id=f"{till}-{z_number}",
        shift_number=z_number,
        z_number=z_number,
        closed_ms=MORNING_MS + hour * 3_600_000,
        sales_count=88,
        total_minor=net_minor,
        returns_minor=0,
        tax_minor=0,
        cash_expected_minor=150_000,
        cash_counted_minor=150_000 + difference_minor,
        difference_minor=difference_minor,
        taken_minor=taken_minor,
    )
