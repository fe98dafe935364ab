"""The screens of a shift, from the float to the Z, as they are looked at."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pos_app.services.card_comparison import Comparison, OrderDifference
from pos_app.services.errors import RuleError
from pos_app.services.shift_desk import Unfinished
from tests.ui.screens.hall import Hall
from tests.ui.screens.shift_floor import MORNING_MS
from tests.unit.pos_app.ui.screens.close_shift.fakes import EVERYTHING


def _open_shift_full(hall: Hall) -> None:
    hall.show("open_shift")
    for value, pieces in ((10_000, 3), (5_000, 2), (1_000, 10), (100, 20), (10, 5)):
        hall.shifts.open_shift.choose(value)
        for digit in str(pieces):
            hall.shifts.open_shift.press(digit)


def _open_shift_amount(hall: Hall) -> None:
    hall.show("open_shift")
    for key in "12345":
        hall.shifts.open_shift.press(key)


def _open_shift_personal(hall: Hall) -> None:
    hall.shifts.opening.wait_for_people()
    hall.show("open_shift")
    hall.shifts.open_shift.step(50_000, 1)


def _open_shift_empty(hall: Hall) -> None:
    hall.shifts.opening.begins = type(hall.shifts.opening.begins)()
    hall.show("open_shift")


def _open_shift_error(hall: Hall) -> None:
    hall.show("open_shift")
    hall.shifts.open_shift.submit()


def _close_shift_full(hall: Hall) -> None:
    hall.show("close_shift")
    hall.shifts.close_shift.confirm()
    for value, pieces in ((10_000, 14), (5_000, 3), (1_000, 12), (100, 20), (10, 5)):
        hall.shifts.close_shift.choose_value(value)
        for digit in str(pieces):
            hall.shifts.close_shift.press(digit)


def _close_shift_unfinished(hall: Hall) -> None:
    hall.shifts.closing.unfinished = (Unfinished("basket", stops=True), *EVERYTHING)
    hall.show("close_shift")


def _close_shift_clear(hall: Hall) -> None:
    hall.show("close_shift")


CARDS_DIFFER = Comparison(
    "different",
    "CNY",
    97,
    517_280,
    510_180,
    open=1,
    differing=4,
    differences=(
        OrderDifference("0199c0de0000700080000000a1b2c3d4", "missing", 9_900, 0),
        OrderDifference("0199c0de0000700080000000a1b2c3e5", "unknown", 0, 2_800),
        OrderDifference("0199c0de0000700080000000a1b2c3f6", "amount", 2_800, 2_000),
        OrderDifference("0199c0de0000700080000000a1b2c407", "taken", 0, 800),
    ),
)


def _close_shift_cards_equal(hall: Hall) -> None:
    hall.shifts.cards.answer = Comparison("equal", "CNY", 97, 517_280, 517_280, open=1)
    hall.show("close_shift")


def _close_shift_cards_differ(hall: Hall) -> None:
    hall.shifts.closing.unfinished = EVERYTHING[1:3]
    hall.shifts.cards.answer = CARDS_DIFFER
    hall.show("close_shift")


def _close_shift_cards_not_heard(hall: Hall) -> None:
    hall.shifts.cards.answer = Comparison("not_heard", "CNY", 97, 517_280)
    hall.show("close_shift")


def _close_shift_cards_beside_the_count(hall: Hall) -> None:
    hall.shifts.cards.answer = CARDS_DIFFER
    _count(hall, "1495")


def _close_shift_empty(hall: Hall) -> None:
    hall.shifts.closing.fault = RuleError("shift.none_open")
    hall.show("close_shift")


def _close_shift_error(hall: Hall) -> None:
    hall.show("close_shift")
    hall.shifts.close_shift.confirm()
    hall.shifts.close_shift.submit()


def _count(hall: Hall, cash: str) -> None:
    hall.show("close_shift")
    hall.shifts.close_shift.confirm()
    for key in cash:
        hall.shifts.close_shift.press(key)
    hall.shifts.close_shift.confirm()
    for key in "3908.38":
        hall.shifts.close_shift.press(key)
    hall.shifts.close_shift.confirm()


def _close_shift_right(hall: Hall) -> None:
    _count(hall, "1500")


def _close_shift_short(hall: Hall) -> None:
    _count(hall, "1400")
    hall.shifts.close_shift.recount()
    for key in "1450":
        hall.shifts.close_shift.press(key)
    hall.shifts.close_shift.confirm()
    for key in "3908.38":
        hall.shifts.close_shift.press(key)
    hall.shifts.close_shift.confirm()
    hall.shifts.close_shift.explain("wrong_change", "")


def _close_shift_question(hall: Hall) -> None:
    hall.shifts.closing.in_question_minor = 10_000
    _count(hall, "1500")


def _close_shift_recount(hall: Hall) -> None:
    _count(hall, "1400")


def _close_shift_closed(hall: Hall) -> None:
    _count(hall, "1499.5")
    hall.shifts.close_shift.confirm()


def _drawer_full(hall: Hall) -> None:
    hall.show("drawer")


def _drawer_empty(hall: Hall) -> None:
    hall.shifts.drawer_desk.notes = ()
    hall.show("drawer")


def _drawer_error(hall: Hall) -> None:
    hall.show("drawer")
    hall.shifts.drawer.begin("paid_out")
    hall.shifts.drawer.submit()


def _drawer_done(hall: Hall) -> None:
    hall.show("drawer")
    hall.shifts.drawer.begin("safe_drop")
    hall.shifts.drawer.choose_reason("too_much_cash")
    hall.shifts.drawer.step(10_000, 20)
    hall.shifts.drawer.submit()


def _drawer_pieces(hall: Hall) -> None:
    hall.show("drawer")
    hall.shifts.drawer.begin("safe_drop")
    hall.shifts.drawer.choose_reason("too_much_cash")
    hall.shifts.drawer.step(10_000, 20)


def _drawer_no_sale(hall: Hall) -> None:
    hall.show("drawer")
    hall.shifts.drawer.begin("no_sale")


def _drawer_suspend(hall: Hall) -> None:
    hall.show("drawer")
    hall.shifts.drawer.begin("suspend")


def _drawer_x(hall: Hall) -> None:
    hall.show("drawer")
    hall.shifts.drawer.read_x()


def _day_close_full(hall: Hall) -> None:
    hall.show("day_close")


def _day_close_whole(hall: Hall) -> None:
    days = hall.shifts.days
    days.book = replace(days.book, missing=(), closed_ms=MORNING_MS + 54_000_000)
    hall.show("day_close")


def _day_close_asking(hall: Hall) -> None:
    days = hall.shifts.days
    days.book = replace(days.book, asked=False)
    hall.show("day_close")
    hall.shifts.day_close.confirm()


def _day_close_empty(hall: Hall) -> None:
    days = hall.shifts.days
    days.book = replace(days.book, shifts=(), missing=())
    hall.show("day_close")


def _day_close_error(hall: Hall) -> None:
    hall.shifts.days.fault = RuleError("right.missing", "day.close")
    hall.show("day_close")


SHIFT_EXHIBITS: Mapping[str, Callable[[Hall], None]] = {
    "open_shift.full": _open_shift_full,
    "open_shift.amount": _open_shift_amount,
    "open_shift.personal": _open_shift_personal,
    "open_shift.empty": _open_shift_empty,
    "open_shift.error": _open_shift_error,
    "close_shift.cards_equal": _close_shift_cards_equal,
    "close_shift.cards_differ": _close_shift_cards_differ,
    "close_shift.cards_not_heard": _close_shift_cards_not_heard,
    "close_shift.cards_beside_the_count": _close_shift_cards_beside_the_count,
    "close_shift.full": _close_shift_full,
    "close_shift.unfinished": _close_shift_unfinished,
    "close_shift.clear": _close_shift_clear,
    "close_shift.empty": _close_shift_empty,
    "close_shift.error": _close_shift_error,
    "close_shift.right": _close_shift_right,
    "close_shift.question": _close_shift_question,
    "close_shift.recount": _close_shift_recount,
    "close_shift.short": _close_shift_short,
    "close_shift.closed": _close_shift_closed,
    "drawer.full": _drawer_full,
    "drawer.empty": _drawer_empty,
    "drawer.error": _drawer_error,
    "drawer.done": _drawer_done,
    "drawer.pieces": _drawer_pieces,
    "drawer.no_sale": _drawer_no_sale,
    "drawer.suspend": _drawer_suspend,
    "drawer.x": _drawer_x,
    "day_close.full": _day_close_full,
    "day_close.whole": _day_close_whole,
    "day_close.asking": _day_close_asking,
    "day_close.empty": _day_close_empty,
    "day_close.error": _day_close_error,
}
