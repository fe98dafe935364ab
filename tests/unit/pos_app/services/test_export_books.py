"""A shift of the real counter in the exported books: accepted by beancount, each figure as in its Z."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.export_journal import ExportBooks
from pos_app.services.records import TenderKind
from retail_core.books import Period
from retail_core.wire.facts import ShiftClosed
from tests.booked import transactions
from tests.booked_zs import differences, of_shifts
from tests.returns_counter import ReturnsCounter, stock_menu
from tests.till_shop import LI, Till, open_shop

BRAND = {
    "id": "brand",
    "kind": "percent",
    "names": {"en": "10 % off lattes"},
    "params": {"percent_bp": 1_000},
    "scope": {"product_ids": ["latte"]},
    "funders": [{"funder": "store", "share_bp": 4_000}, {"funder": "brand", "share_bp": 6_000}],
}


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        shop.open_shift()
        stock_menu(shop, BRAND)
        yield shop


def a_day(till: Till) -> ShiftClosed:
    """Sales by cash, card and the shop's device, half a bundle and a latte back, cash 0.50 short."""
    counter = ReturnsCounter(till)
    counter.sell({"latte": 3, "cake": 1})
    counter.sell({"cake": 2}, TenderInput("external", 3_000, "4711"), TenderInput("cash", 2_000))
    till.sell(["cake"], TenderInput("card", 1_995, "ref-1", provider="alpha"))
    menu = counter.sell({"burger": 1, "cola": 1})
    counter.take_back(menu.receipt_number, {"cola": 1})
    with_brand = counter.sell({"latte": 2})
    counter.take_back(with_brand.receipt_number, {"latte": 1})
    counted = expected_of(till)
    return till.close_shift(LI, {**counted, "cash": counted["cash"] - 50}).z


def expected_of(till: Till) -> dict[TenderKind, int]:
    """Return what must be there, by the tenders themselves."""
    with till.store.read() as work:
        shift = work.shifts.open()
        assert shift is not None
        sales = [sale for sale, _ in work.sales.of_shift(shift.shift_id)]
    found: dict[TenderKind, int] = {"cash": shift.float_minor}
    for sale in sales:
        for part in sale.tenders:
            found[part.kind] = found.get(part.kind, 0) + part.amount_minor
    return found


def books_of(till: Till) -> str:
    return "".join(ExportBooks(store=till.store).lines("beancount", Period()))


def test_each_figure_of_a_shift_is_that_of_its_z(till: Till) -> None:
    z = a_day(till).model_dump(mode="json")
    sums = of_shifts(transactions(books_of(till)))["Shift-1"]
    assert differences(sums, z) == []
    assert ("sale.completed", "Assets:Receivable:Brand") in sums
    assert ("sale.completed", "Income:CashRounding") in sums
    assert sums["shift.closed", "Expenses:OverShort:Cash"] == 50


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("total_minor", "sold less returned"),
        ("rounding_minor", "rounding"),
        ("returns_minor", "sold less returned"),
        ("hand_over_value_minor", "hand-overs"),
    ],
)
def test_a_z_that_says_something_else_is_named(till: Till, field: str, named: str) -> None:
    z = a_day(till).model_dump(mode="json")
    sums = of_shifts(transactions(books_of(till)))["Shift-1"]
    (found,) = differences(sums, {**z, field: z[field] + 1})
    assert found.startswith(f"{named}: ")


def test_a_tax_a_funder_and_a_tender_that_are_a_cent_off_are_named(till: Till) -> None:
    z = a_day(till).model_dump(mode="json")
    sums = of_shifts(transactions(books_of(till)))["Shift-1"]
    z["tax"][0]["tax_minor"] += 1
    z["discounts"][0]["funders"]["store"] += 1
    z["tenders"][0]["expected_minor"] += 1
    assert sorted(found.split(":")[0] for found in differences(sums, z)) == [
        "Income",
        "Liabilities",
        "cash expected",
    ]
