import pytest

from pos_app.services.abandon_basket import AbandonBasket
from pos_app.services.basket import SaveBasket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.hand_over_order import HandOverOrder
from pos_app.services.open_shift import OpenShift
from pos_app.services.records import Actor, TenderKind
from tests.fakes import NOON_MS
from tests.four_eyes import close_allowed
from tests.till_shop import LI, ORDER_ID, Till, order_doc, pickup_code, store_page
from tests.unit.pos_app.services.reporting.test_reports import reports

HOUR_MS = 3_600_000
WEEK_MS = 7 * 24 * HOUR_MS


def _morning(till: Till) -> None:
    """Two sales: 28.00 in cash, and a cake of 19.95 with 10.00 by card and 9.95 in cash, which is 10.00."""
    till.open_shift(20_000)
    till.sell(["latte"], TenderInput("cash", 5_000))
    till.clock.advance(2 * HOUR_MS)
    till.sell(["cake"], TenderInput("external", 1_000, "4711"), TenderInput("cash", 2_000))


def test_expected_cash_comes_from_the_entries_alone(till: Till) -> None:
    _morning(till)
    z = till.close_shift(LI, {"cash": 23_700, "external": 1_000}).z
    # 200.00 float + 28.00 + 10.00 = 238.00; 237.00 counted.
    counts = [(c.kind, c.expected_minor, c.counted_minor, c.difference_minor, c.count) for c in z.tenders]
    assert counts == [("cash", 23_800, 23_700, -100, 2), ("external", 1_000, 1_000, 0, 1)]


def test_the_z_sums_up_the_shift(till: Till) -> None:
    _morning(till)
    z = till.close_shift(LI, {"cash": 23_800, "external": 1_000}).z
    assert (z.z_number, z.sales_count, z.items_milli) == (1, 2, 2_000)
    assert (z.list_minor, z.discount_minor, z.total_minor, z.rounding_minor) == (4_795, 0, 4_795, 5)
    assert (z.first_receipt, z.last_receipt) == ("S01-T02-000001", "S01-T02-000002")
    # 28.00 holds 3.22 and 19.95 holds 2.30 of 13 %.
    assert [(row.rate_bp, row.tax_minor, row.gross_minor) for row in z.tax] == [(1300, 552, 4_795)]
    assert z.grand_total_sales_minor == 4_795
    assert z.cashiers == ("李娜",)


def test_z_numbers_have_no_gaps_and_totals_go_on(till: Till) -> None:
    _morning(till)
    till.close_shift(LI, {"cash": 23_800, "external": 1_000})
    till.open_shift(0)
    till.sell(["latte"], TenderInput("cash", 2_800))
    z = till.close_shift(LI, {"cash": 2_800}).z
    assert (z.z_number, z.shift_number, z.grand_total_sales_minor) == (2, 2, 7_595)


def test_less_than_nothing_lies_in_no_drawer_but_may_stand_on_the_shops_own_device(till: Till) -> None:
    _morning(till)
    with pytest.raises(RuleError) as refused:
        till.close_shift(LI, {"cash": -1, "external": -1_995})
    assert (refused.value.code, refused.value.arguments) == ("shift.bad_count", ("cash",))
    # More went back over the device in this shift than came in by it.
    counts: dict[TenderKind, int] = {"cash": 23_800, "external": -1_995}
    z = close_allowed(till.close_shift, LI, counts)
    assert [c.counted_minor for c in z.tenders if c.kind == "external"] == [-1_995]


def test_a_tender_that_was_used_has_to_be_counted(till: Till) -> None:
    _morning(till)
    assert till.close_shift.prepare().tenders == ("cash", "external")
    with pytest.raises(RuleError) as refused:
        till.close_shift(LI, {"cash": 23_800})
    assert (refused.value.code, refused.value.arguments) == ("shift.count_missing", ("external",))


def test_a_basket_with_goods_has_to_be_ended_first(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    basket.add_product(till.product("latte"))
    assert till.close_shift.prepare().basket_open
    with pytest.raises(RuleError, match=r"shift.basket_open"):
        till.close_shift(LI, {"cash": 20_000})
    AbandonBasket(store=till.store, clock=till.clock)(LI, basket.basket, total_minor=2_800)
    z = till.close_shift(LI, {"cash": 20_000}).z
    assert (z.abandoned_baskets, z.removed_lines) == (1, 1)
    assert SaveBasket(till.store).load() is None


def test_lines_taken_out_of_a_basket_that_nobody_paid_are_counted(till: Till) -> None:
    till.open_shift()
    basket = till.basket()
    basket.add_product(till.product("latte"))
    basket.clear()
    z = till.close_shift(LI, {"cash": 20_000}).z
    assert (z.abandoned_baskets, z.removed_lines) == (1, 1)


def test_who_may_not_close_does_not(till: Till) -> None:
    till.open_shift()
    with pytest.raises(RuleError, match=r"right.missing"):
        till.close_shift(Actor("wu", "吴昊", "cashier", {"sell": None}), {"cash": 20_000})


def test_a_shift_is_open_once(till: Till) -> None:
    till.open_shift()
    with pytest.raises(RuleError, match=r"shift.already_open"):
        till.open_shift()


@pytest.mark.parametrize("float_minor", [-1, 100_000_001])
def test_a_float_that_cannot_be_is_refused(till: Till, float_minor: int) -> None:
    with pytest.raises(RuleError, match=r"shift.bad_float"):
        till.open_shift(float_minor)


def test_a_shift_after_midnight_belongs_to_the_day_before(till: Till) -> None:
    # 03:59 in the store; its day ends at 04:00.
    till.clock.advance(16 * HOUR_MS - 60_000)
    till.open_shift()
    current = OpenShift(store=till.store, clock=till.clock, ids=till.ids, events=till.events).current()
    assert current is not None
    assert current.business_day == "2026-11-22"


def test_hand_overs_stand_apart_from_sales(till: Till) -> None:
    page = store_page(("order", ORDER_ID, order_doc()))
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    till.open_shift(0)
    hand_over = HandOverOrder(store=till.store, clock=till.clock, ids=till.ids, events=till.events)
    hand_over.confirm(LI, hand_over.by_code(pickup_code(till.clock)))
    z = till.close_shift(LI, {"cash": 0}).z
    assert (z.hand_overs, z.hand_over_value_minor, z.total_minor) == (1, 2_800, 0)


def test_the_z_is_printed_again_as_a_copy(till: Till) -> None:
    till.open_shift()
    z = till.close_shift(LI, {"cash": 20_000}).z
    job_id = till.close_shift.print_again(LI, z.shift_id)
    with till.store.read() as work:
        job = work.spool.get(job_id)
    assert job is not None
    assert '"banner"' in job.document


def test_the_report_shows_the_open_shift_by_hours(till: Till) -> None:
    _morning(till)
    report = reports(till)(LI, reports(till).newest(LI))
    values = {name: figure.value for name, figure in report.figures.items()}
    assert (values["net_sales"], values["receipts"], values["average_basket"]) == (4_795, 2, 2_398)
    hours, tenders = report.series_of("net_sales_by_hour"), report.series_of("tendered_by_tender")
    assert hours is not None
    assert tenders is not None
    assert [(point.key, point.value) for point in hours.points] == [("12", 2_800), ("13", 0), ("14", 1_995)]
    assert [(point.key, point.value) for point in tenders.points] == [("cash", 3_800), ("external", 1_000)]


def test_the_report_compares_with_the_same_day_of_last_week(till: Till) -> None:
    _morning(till)
    till.close_shift(LI, {"cash": 23_800, "external": 1_000})
    till.clock.advance(WEEK_MS - 2 * HOUR_MS)
    till.open_shift(0)
    report = reports(till)(LI, reports(till).newest(LI))
    assert [each.kind for each in report.comparisons] == ["week_before"]
    assert (report.figures["net_sales"].compared, report.figures["receipts"].compared) == ((4_795,), (2,))


def test_vouchers_are_counted_by_their_printed_value_and_cards_by_nobody(till: Till) -> None:
    till.open_shift()
    # 19.95 each: a card and a voucher of 15.00 for the other 9.95; a voucher of 50.00 for all of it.
    till.sell(
        ["cake"], TenderInput("card", 1_000, "r-1", "scanpay"), TenderInput("voucher", 1_500, "GV-0001")
    )
    till.sell(["cake"], TenderInput("voucher", 5_000, "GV-0002"))
    assert till.close_shift.prepare().tenders == ("cash", "voucher")

    z = till.close_shift(LI, {"cash": 20_000, "voucher": 6_400}).z

    counts = {t.kind: (t.expected_minor, t.counted_minor, t.difference_minor, t.count) for t in z.tenders}
    assert counts == {
        "cash": (20_000, 20_000, 0, 0),
        "voucher": (6_500, 6_400, -100, 2),
        "card": (1_000, 1_000, 0, 1),
    }
    # 5.05 of the first voucher and 30.05 of the second.
    assert z.forfeited_minor == 505 + 3_005


def test_what_a_provider_approved_cannot_be_typed(till: Till) -> None:
    till.open_shift()
    till.sell(["cake"], TenderInput("card", 1_995, "r-1", "scanpay"))
    z = till.close_shift(LI, {"cash": 20_000, "card": 1}).z
    assert [(t.kind, t.counted_minor) for t in z.tenders] == [("cash", 20_000), ("card", 1_995)]
