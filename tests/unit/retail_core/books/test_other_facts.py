"""What shifts, orders and payments come to in the books, and what is asserted; amounts by hand."""

from decimal import Decimal

import pytest

from retail_core.books import Emptied, Period, Transaction
from tests.booked import (
    Doc,
    balances,
    booked,
    closed,
    line,
    of_type,
    opened,
    problems_of,
    sale,
    tender,
    text_of,
    transactions,
)

DRAWER = "Assets:Cash:Drawer:S01-T02:Shift-3"
SAFE = "Assets:Cash:Safe:S01"
LAY_THERE = "Assets:Cash:Float:S01-T02"
AT_OPENING = "Expenses:OverShort:Opening"


def handed_over(value_minor: int = 5_000) -> Doc:
    return {
        "type": "order.handed_over",
        "hand_over_id": "h1",
        "order_id": "o1",
        "shift_id": "shift-3",
        "business_day": "2026-11-28",
        "means": "code",
        "evidence": "",
        "value_minor": value_minor,
        "currency": "CNY",
        "lines": [],
    }


UNDONE: Doc = {"type": "order.hand_over_undone", "hand_over_id": "h1", "order_id": "o1"}


def resolved(outcome: str, kind: str = "charge") -> Doc:
    return {
        "type": "payment.resolved",
        "payment_id": "P7",
        "kind": kind,
        "sale_id": "sale-9",
        "provider": "alpha",
        "amount_minor": 2_800,
        "currency": "CNY",
        "outcome": outcome,
        "means": "provider",
        "reference": "r1",
    }


def test_a_float_comes_out_of_the_safe() -> None:
    assert of_type(booked(opened()), "shift.opened") == [[(DRAWER, "500.00"), (SAFE, "-500.00")]]


@pytest.mark.parametrize(
    ("float_minor", "carried", "expected"),
    [
        (50_000, 50_000, [(DRAWER, "500.00"), (LAY_THERE, "-500.00")]),
        (48_000, 50_000, [(DRAWER, "480.00"), (LAY_THERE, "-500.00"), (AT_OPENING, "20.00")]),
        (50_000, 48_000, [(DRAWER, "500.00"), (LAY_THERE, "-480.00"), (AT_OPENING, "-20.00")]),
        (30_000, 0, [(DRAWER, "300.00"), (SAFE, "-300.00")]),
    ],
)
def test_a_float_is_what_the_last_close_left_and_the_difference_is_seen(
    float_minor: int, carried: int, expected: list[tuple[str, str]]
) -> None:
    items = booked(opened(float_minor=float_minor, carried_minor=carried))
    assert of_type(items, "shift.opened") == [expected]


@pytest.mark.parametrize(
    ("kind", "reason", "expected"),
    [
        ("paid_in", "debt_settled", [(DRAWER, "12.00"), ("Income:PaidIn:DebtSettled", "-12.00")]),
        ("paid_out", "service", [(DRAWER, "-12.00"), ("Expenses:PaidOut:Service", "12.00")]),
        ("safe_drop", "too_much_cash", [(DRAWER, "-12.00"), (SAFE, "12.00")]),
        ("float_added", "change_needed", [(DRAWER, "12.00"), (SAFE, "-12.00")]),
    ],
)
def test_cash_that_moves_without_a_document_has_its_other_side(
    kind: str, reason: str, expected: list[tuple[str, str]]
) -> None:
    moved: Doc = {
        "type": "cash.moved",
        "movement_id": "m1",
        "number": "S01-T02-M000001",
        "shift_id": "shift-3",
        "business_day": "2026-11-28",
        "currency": "CNY",
        "kind": kind,
        "amount_minor": 1_200,
        "reason": reason,
    }
    assert of_type(booked(opened(), moved), "cash.moved") == [expected]


def test_a_shift_without_a_float_moves_nothing() -> None:
    assert of_type(booked(opened(float_minor=0)), "shift.opened") == []


def test_a_prepaid_order_is_no_takings_of_the_till() -> None:
    assert of_type(booked(opened(), handed_over()), "order.handed_over") == [
        [("Assets:Clearing:Online", "50.00"), ("Income:Orders:HandedOver", "-50.00")]
    ]


def test_the_hand_over_of_an_order_that_was_paid_at_a_till_is_worth_nothing() -> None:
    assert of_type(booked(opened(), handed_over(0)), "order.handed_over") == []


def test_a_hand_over_that_is_undone_is_taken_back_once() -> None:
    items = booked(opened(), handed_over(), UNDONE, UNDONE)
    assert of_type(items, "order.hand_over_undone") == [
        [("Assets:Clearing:Online", "-50.00"), ("Income:Orders:HandedOver", "50.00")]
    ]


def test_what_comes_back_of_an_order_is_given_back_by_who_took_the_money() -> None:
    returned: Doc = {
        "type": "order.returned",
        "step_id": "s1",
        "order_id": "o1",
        "reason": "unwanted",
        "lines": [{"line_id": "1", "qty_milli": 1000, "refund_minor": 2_000, "restock": True}],
    }
    assert of_type(booked(opened(), returned), "order.returned") == [
        [("Assets:Clearing:Online", "-20.00"), ("Income:Orders:Returned", "20.00")]
    ]


def test_money_of_a_provider_that_no_sale_used_came_and_went() -> None:
    assert of_type(booked(opened(), resolved("refunded")), "payment.resolved") == [
        [("Assets:Clearing:Card:Alpha", "28.00"), ("Assets:Clearing:Card:Alpha", "-28.00")]
    ]


@pytest.mark.parametrize(
    ("outcome", "kind"), [("paid", "charge"), ("not_paid", "charge"), ("paid", "refund")]
)
def test_a_doubt_that_ends_moves_nothing_by_itself(outcome: str, kind: str) -> None:
    assert of_type(booked(opened(), resolved(outcome, kind)), "payment.resolved") == []


def a_day() -> list[Doc]:
    """A shift that takes 100.00 and a slip of 50.00, and is counted 2.00 short."""
    return [
        opened(),
        sale([line(8850, 1150)], [tender("cash", 10_000)]),
        sale([line(5000, 0)], [tender("voucher", 5_000, reference="V-1")], sale_id="sale-2"),
        closed(tenders={"cash": (60_000, 59_800), "voucher": (5_000, 5_000)}),
    ]


def test_a_close_posts_the_difference_and_takes_out_what_was_counted() -> None:
    items = booked(*a_day())
    assert of_type(items, "shift.closed") == [
        [(DRAWER, "-2.00"), ("Expenses:OverShort:Cash", "2.00")],
        [
            (DRAWER, "-598.00"),
            (SAFE, "598.00"),
            ("Assets:Vouchers:S01-T02:Shift-3", "-50.00"),
            ("Liabilities:Vouchers", "50.00"),
        ],
    ]
    assert [item for item in items if isinstance(item, Emptied)] == [
        Emptied("2026-11-29", DRAWER, "CNY"),
        Emptied("2026-11-29", "Assets:Vouchers:S01-T02:Shift-3", "CNY"),
    ]
    assert problems_of(text_of(items)) == []


def test_what_a_close_leaves_lies_there_until_the_next_shift() -> None:
    opening, *sales, _ = a_day()
    left = closed(
        tenders={"cash": (60_000, 60_000), "voucher": (5_000, 5_000)}, left_minor=50_000, taken_minor=10_000
    )
    items = booked(opening, *sales, left, opened(4, carried_minor=50_000))
    assert of_type(items, "shift.closed") == [
        [
            (DRAWER, "-600.00"),
            (LAY_THERE, "500.00"),
            (SAFE, "100.00"),
            ("Assets:Vouchers:S01-T02:Shift-3", "-50.00"),
            ("Liabilities:Vouchers", "50.00"),
        ]
    ]
    loaded = balances(transactions(text_of(items)))
    assert (LAY_THERE, "CNY") not in loaded
    assert loaded["Assets:Cash:Drawer:S01-T02:Shift-4", "CNY"] == Decimal("500.00")
    assert loaded[SAFE, "CNY"] == Decimal("-400.00")


def test_two_shifts_of_a_till_that_lie_side_by_side_keep_their_cash_apart() -> None:
    other = opened(4, float_minor=10_000)
    items = booked(
        opened(),
        other,
        sale([line(700, 0)], [tender("cash", 700)], shift_id="shift-4"),
        closed(4, tenders={"cash": (10_700, 10_700)}),
        sale([line(300, 0)], [tender("cash", 300)], sale_id="sale-2"),
        closed(tenders={"cash": (50_300, 50_300)}),
    )
    assert problems_of(text_of(items)) == []


def test_a_z_that_is_a_cent_from_its_entries_is_found() -> None:
    opening, *sales, _ = a_day()
    wrong = closed(tenders={"cash": (60_001, 59_800), "voucher": (5_000, 5_000)})
    (problem,) = problems_of(text_of(booked(opening, *sales, wrong)))
    assert "Balance failed for" in problem
    assert DRAWER in problem


def test_a_sale_behind_its_z_is_found() -> None:
    late = sale([line(100, 0)], [tender("cash", 100)], business_day="2026-11-30")
    assert problems_of(text_of(booked(*a_day()))) == []
    text = text_of(booked(*a_day()))
    text += text_of(booked(opened(), late)).split("\n", 2)[2].replace("1970-01-01 open", "; open")
    assert any("inactive account" in problem or "Balance failed" in problem for problem in problems_of(text))


def test_a_shift_whose_beginning_is_missing_is_not_asserted() -> None:
    items = booked(*a_day()[1:])
    assert not [item for item in items if isinstance(item, Emptied)]
    assert problems_of(text_of(items)) == []


def test_the_day_before_carries_forward_what_stood_there() -> None:
    before = [
        opened(2, day="2026-11-27"),
        sale([line(8850, 1150)], [tender("cash", 10_000)], shift_id="shift-2", business_day="2026-11-27"),
        closed(2, business_day="2026-11-27", tenders={"cash": (60_000, 60_000)}),
    ]
    everything = booked(*before, *a_day())
    part = booked(*before, *a_day(), period=Period("2026-11-28", "2026-11-28"))
    carried = [item for item in part if isinstance(item, Transaction) and item.kind == "Carried forward"]
    assert [(item.day, {each.account: each.minor for each in item.postings}) for item in carried] == [
        ("2026-11-27", {SAFE: 10_000, "Liabilities:Tax:Rate-13": -1_150, "Equity:Opening-Balances": -8_850})
    ]
    whole, loaded = balances(transactions(text_of(everything))), balances(transactions(text_of(part)))
    assert loaded[SAFE, "CNY"] == whole[SAFE, "CNY"] == Decimal("198.00")
    assert loaded["Income:Sales:Drinks", "CNY"] == Decimal("-138.50")
    assert whole["Income:Sales:Drinks", "CNY"] == Decimal("-227.00")


def test_nothing_behind_the_last_day_is_in_the_books() -> None:
    items = booked(opened(2, day="2026-11-27"), *a_day(), period=Period("", "2026-11-27"))
    assert [item.day for item in items] == ["2026-11-27"]


def test_a_shift_that_the_period_cuts_still_holds() -> None:
    night = [
        opened(day="2026-11-27"),
        sale([line(100, 0)], [tender("cash", 100)], business_day="2026-11-27"),
        sale([line(200, 0)], [tender("cash", 200)], sale_id="sale-2"),
        closed(tenders={"cash": (50_300, 50_300)}),
    ]
    items = booked(*night, period=Period("2026-11-28"))
    assert problems_of(text_of(items)) == []
    assert balances(transactions(text_of(items)))[SAFE, "CNY"] == Decimal("3.00")
