"""Names of accounts, texts that others read, and facts that nobody expected."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retail_core.books import Bookkeeper, Period, Posted, amount, table
from retail_core.books.accounts import part_of, tax, till_name
from tests.booked import TILL, booked, line, opened, posted, problems_of, sale, tender, text_of, transactions


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("drinks", "Drinks"),
        ("S01-T02", "S01-T02"),
        ("0123", "0123"),
        ("store-a", "Store-a"),
        ("fresh_fruit", "FreshFruit"),
        # What would read like another id, or holds what a name cannot, says which one it is.
        ("tea_1", "Tea-1-8ecdfe"),
        ("Drinks", "Drinks-ad4e30"),
        ("a1", "A1-f55ff1"),
        ("茶", "X-7e005b"),
        ("", "X-e3b0c4"),
    ],
)
def test_an_id_becomes_a_part_of_a_name(text: str, part: str) -> None:
    assert part_of(text) == part


@settings(max_examples=30)
@given(st.lists(st.text(max_size=50), unique=True, max_size=8))
def test_two_ids_are_never_one_account_and_every_name_is_one(texts: list[str]) -> None:
    parts = [part_of(text) for text in texts]
    assert len(set(parts)) == len(texts)
    assert problems_of("".join(f"1970-01-01 open Income:Sales:{part}\n" for part in parts)) == []


def test_a_till_has_the_name_that_its_receipts_have() -> None:
    assert [till_name("S01-T02", each) for each in (1, 2, 27)] == ["S01-T02", "S01-T02B", "S01-T02AA"]


@pytest.mark.parametrize(
    ("rate", "part"), [(1300, "Rate-13"), (0, "Rate-0"), (550, "Rate-5-5"), (505, "Rate-5-05")]
)
def test_a_rate_has_its_decimals(rate: int, part: str) -> None:
    assert tax(rate) == f"Liabilities:Tax:{part}"


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(-123_450, "CNY", "-1234.50"), (5, "CNY", "0.05"), (101, "TWD", "101"), (-1, "KWD", "-0.001")],
)
def test_an_amount_has_the_decimals_of_its_currency(minor: int, currency: str, text: str) -> None:
    assert amount(minor, currency) == text


def test_what_a_till_says_cannot_leave_its_place_in_the_text() -> None:
    nasty = 'x"\n2026-11-28 close Assets:Cash\\'
    fact = sale([line(100, 0, category=nasty)], [tender("card", 100, provider=nasty)], receipt_number=nasty)
    text = text_of(booked(opened(), fact))
    assert [each.narration for each in transactions(text)] == [
        "Shift 3",
        'x" 2026-11-28 close Assets:Cash\\',
    ]


def test_a_day_that_is_none_is_the_stores_day_of_the_moment() -> None:
    items = booked(opened(day="yesterday"))
    assert [item.day for item in items] == ["2026-11-28"]


def test_what_a_newer_till_wrote_is_counted_and_left_out() -> None:
    newer = Posted("S01-T02", "S01", 1, seq=9, type="till.dreamt", version=1, wall_ms=0, body="{}")
    other = Posted("S01-T02", "S01", 1, seq=10, type="sale.completed", version=2, wall_ms=0, body="{}")
    broken = Posted("S01-T02", "S01", 1, seq=11, type="sale.completed", version=1, wall_ms=0, body='{"a":1}')
    keeper = Bookkeeper(TILL, Period())
    assert len(list(keeper.read([*posted([opened()]), newer, other, broken]))) == 1
    assert keeper.left_out == 3


def test_the_table_has_a_row_for_each_posting_and_no_formula() -> None:
    fact = sale([line(8850, 1150)], [tender("cash", 10_000)], receipt_number="=1+1")
    rows = list(csv.DictReader(io.StringIO(table.head() + "".join(table.rows(booked(opened(), fact))))))
    assert len(rows) == 5
    assert list(rows[2]) == list(table.COLUMNS)
    assert rows[2] == {
        "day": "2026-11-28",
        "store": "S01",
        "till": "S01-T02",
        "incarnation": "1",
        "seq": "2",
        "type": "sale.completed",
        "kind": "Sale",
        "number": "'=1+1",
        "shift": "Shift-3",
        "account": "Assets:Cash:Drawer:S01-T02:Shift-3",
        "amount": "100.00",
        "currency": "CNY",
    }
    assert [row["amount"] for row in rows[3:]] == ["-88.50", "-11.50"]
