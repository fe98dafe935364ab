"""Which shift and day a fact belongs to, when shifts are suspended, resumed and closed."""

from retail_core.reporting.cells import Cell, Lookups
from retail_core.reporting.folding import Folding, OpenShifts, Place, Stated, StoreTime
from retail_core.wire.base import Message
from retail_core.wire.facts import ReceiptReprinted, ShiftClosed, ShiftOpened

TIME = StoreTime("Asia/Shanghai", day_cutoff_minutes=240)
NOON_MS = 1_795_320_000_000  # 2026-11-22 12:00 in Shanghai
HOUR_MS = 3_600_000


class Step(Message):
    """A shift is suspended or goes on."""

    shift_id: str


def fold(*, shifts: OpenShifts | None = None) -> Folding:
    return Folding(TIME, lookups=Lookups(), shifts=shifts or OpenShifts())


def opened(shift_id: str, day: str) -> Stated:
    body = ShiftOpened(shift_id=shift_id, number=1, business_day=day, currency="CNY", float_minor=0)
    return Stated("shift.opened", body, "Li", NOON_MS)


def closed(shift_id: str) -> Stated:
    counts = dict.fromkeys(
        (
            "items_milli",
            "list_minor",
            "discount_minor",
            "total_minor",
            "rounding_minor",
            "float_minor",
            "removed_lines",
            "abandoned_baskets",
            "hand_overs",
            "hand_over_value_minor",
            "members_sales",
            "copies",
            "open_orders_ready",
            "unsent_entries",
            "grand_total_sales_minor",
            "opened_ms",
            "closed_ms",
            "sales_count",
        ),
        0,
    )
    body = ShiftClosed.model_validate(
        {
            **counts,
            "shift_id": shift_id,
            "shift_number": 1,
            "z_number": 1,
            "business_day": "2026-11-22",
            "currency": "CNY",
            "opened_by": "Li",
            "closed_by": "Li",
            "first_receipt": None,
            "last_receipt": None,
            **dict.fromkeys(("cashiers", "tax", "categories", "discounts", "tenders"), ()),
        }
    )
    return Stated("shift.closed", body, "Li", NOON_MS)


def copy_at(at_ms: int) -> Stated:
    return Stated("receipt.reprinted", ReceiptReprinted(receipt_number="R1", copy_no=1), "Li", at_ms)


def test_a_fact_without_a_shift_belongs_to_the_active_one_and_to_its_day() -> None:
    folding = fold()
    folding.take(opened("a", "2026-11-22"))
    place, cells = folding.take(copy_at(NOON_MS + 20 * HOUR_MS))
    assert place == Place("a", "2026-11-22")
    assert cells[Cell("copies", "hour", "08")] == 1


def test_while_a_shift_is_suspended_the_other_one_gets_what_happens() -> None:
    folding = fold()
    folding.take(opened("a", "2026-11-22"))
    folding.take(Stated("shift.suspended", Step(shift_id="a"), "Li", NOON_MS))
    folding.take(opened("b", "2026-11-22"))
    assert folding.take(copy_at(NOON_MS))[0].shift_id == "b"
    folding.take(closed("b"))
    assert folding.take(copy_at(NOON_MS))[0].shift_id == ""
    folding.take(Stated("shift.resumed", Step(shift_id="a"), "Li", NOON_MS))
    assert folding.take(copy_at(NOON_MS))[0] == Place("a", "2026-11-22")


def test_without_a_shift_the_day_is_that_of_the_moment_until_the_cut_off() -> None:
    assert fold().take(copy_at(NOON_MS + 15 * HOUR_MS))[0] == Place("", "2026-11-22")
    assert fold().take(copy_at(NOON_MS + 16 * HOUR_MS))[0] == Place("", "2026-11-23")


def test_it_goes_on_where_it_stopped() -> None:
    before = fold()
    before.take(opened("a", "2026-11-22"))
    assert fold(shifts=before.shifts).take(copy_at(NOON_MS))[0] == Place("a", "2026-11-22")
