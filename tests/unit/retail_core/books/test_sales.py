"""What sales, returns and top-ups come to in the books; every amount was reckoned by hand."""

import pytest

from retail_core.books import Transaction
from tests.booked import (
    Doc,
    back,
    booked,
    came_back,
    clawed,
    line,
    of_type,
    opened,
    problems_of,
    sale,
    tender,
    text_of,
)

DRAWER = "Assets:Cash:Drawer:S01-T02:Shift-3"
SLIPS = "Assets:Vouchers:S01-T02:Shift-3"
DRINKS = "Income:Sales:Drinks"
BACK = "Income:Returns:Drinks"
TAX = "Liabilities:Tax:Rate-13"
OFF = "Income:Discounts:Store"
Expected = list[tuple[str, str]]

SALES: dict[str, tuple[Doc, Expected]] = {
    "cash": (
        sale([line(8850, 1150)], [tender("cash", 10_000, tendered_minor=12_000, change_minor=2_000)]),
        [(DRAWER, "100.00"), (DRINKS, "-88.50"), (TAX, "-11.50")],
    ),
    "the store takes 10.00 off 100.00": (
        sale([line(7965, 1035, off={"store": 1000})], [tender("cash", 9000)]),
        [(DRAWER, "90.00"), (OFF, "10.00"), (DRINKS, "-89.65"), (TAX, "-10.35")],
    ),
    "a brand pays 10.00 of 100.00": (
        sale([line(7850, 1150, off={"brand": 1000})], [tender("cash", 9000)]),
        [(DRAWER, "90.00"), ("Assets:Receivable:Brand", "10.00"), (DRINKS, "-88.50"), (TAX, "-11.50")],
    ),
    "store 6.00, brand 4.00 of 100.00": (
        sale([line(7919, 1081, off={"store": 600, "brand": 400})], [tender("cash", 9000)]),
        [
            (DRAWER, "90.00"),
            ("Assets:Receivable:Brand", "4.00"),
            (OFF, "6.00"),
            (DRINKS, "-89.19"),
            (TAX, "-10.81"),
        ],
    ),
    "prices without tax, the store takes 10.00 off": (
        sale([line(9000, 1170, off={"store": 1000})], [tender("cash", 10_170)], prices_include_tax=False),
        [(DRAWER, "101.70"), (OFF, "10.00"), (DRINKS, "-100.00"), (TAX, "-11.70")],
    ),
    "two categories, two rates, one of them without tax": (
        sale(
            [line(8850, 1150), line(1900, 0, category="fresh_fruit", rate=0), line(1000, 55, rate=550)],
            [tender("cash", 12_955)],
        ),
        [
            (DRAWER, "129.55"),
            (DRINKS, "-98.50"),
            ("Income:Sales:FreshFruit", "-19.00"),
            (TAX, "-11.50"),
            ("Liabilities:Tax:Rate-5-5", "-0.55"),
        ],
    ),
    "19.90 in cash for 19.92": (
        sale([line(1763, 229)], [tender("cash", 1990)], rounding_minor=-2),
        [(DRAWER, "19.90"), ("Income:CashRounding", "0.02"), (DRINKS, "-17.63"), (TAX, "-2.29")],
    ),
    "card and the shop's own device": (
        sale([line(4000, 0)], [tender("external", 1000), tender("card", 3000, provider="alpha")]),
        [("Assets:Clearing:Card:Alpha", "30.00"), ("Assets:Clearing:External", "10.00"), (DRINKS, "-40.00")],
    ),
    "a voucher of 50.00 for 30.00, the rest is forfeited": (
        sale([line(3000, 0)], [tender("voucher", 3000, tendered_minor=5000, reference="V-1")]),
        [(SLIPS, "50.00"), (DRINKS, "-30.00"), ("Income:VouchersForfeited", "-20.00")],
    ),
    "a voucher of 50.00 for 29.97, change 20.00": (
        sale(
            [line(2997, 0)],
            [tender("voucher", 3000, tendered_minor=5000, change_minor=2000, reference="V-1")],
            rounding_minor=3,
        ),
        [(DRAWER, "-20.00"), (SLIPS, "50.00"), ("Income:CashRounding", "-0.03"), (DRINKS, "-29.97")],
    ),
    "a balance of 60.00, 15 points earned": (
        sale([line(6000, 0)], [tender("stored_value", 6000)], points_earned=15),
        [
            ("Expenses:Points", "15 POINTS"),
            (DRINKS, "-60.00"),
            ("Liabilities:Points", "-15 POINTS"),
            ("Liabilities:StoredValue:Spent", "60.00"),
        ],
    ),
    "3.50 with 350 points, 10 earned, a reward for 500": (
        sale(
            [line(1350, 0), line(0, 0, reward_id="mug", reward_points=500)],
            [tender("points", 350, points=350), tender("cash", 1000)],
            points_earned=10,
        ),
        [
            (DRAWER, "10.00"),
            ("Expenses:Marketing:Points", "3.50"),
            ("Expenses:Points", "-840 POINTS"),
            (DRINKS, "-13.50"),
            ("Liabilities:Points", "840 POINTS"),
        ],
    ),
    "water 2.00 with a deposit of 0.50": (
        sale(
            [line(177, 23), line(50, 0, rate=0, deposit=True, category="deposits")],
            [tender("cash", 250)],
        ),
        [(DRAWER, "2.50"), (DRINKS, "-1.77"), ("Liabilities:Deposits", "-0.50"), (TAX, "-0.23")],
    ),
    "goods of an order that is paid at the till": (
        sale([line(2655, 345, order_id="o1", order_line_id="1", label_minor=3000)], [tender("cash", 3000)]),
        [(DRAWER, "30.00"), (DRINKS, "-26.55"), (TAX, "-3.45")],
    ),
    "a return of what was bought for 90.00": (
        sale([], [tender("cash", -9000)], returned=[came_back([back(7965, 1035, off={"store": 1000})])]),
        [(DRAWER, "-90.00"), (OFF, "-10.00"), (BACK, "89.65"), (TAX, "10.35")],
    ),
    "a return of 90.00, of which 10.00 of the store are clawed back": (
        sale(
            [],
            [tender("cash", -8000)],
            returned=[
                came_back(
                    [back(7965, 1035, off={"store": 1000})], clawed(1000, 885, 115, funders={"store": 1000})
                )
            ],
        ),
        [(DRAWER, "-80.00"), (OFF, "-20.00"), (BACK, "90.80"), (TAX, "9.20")],
    ),
    "a return of 90.00, of which 10.00 of a brand are clawed back": (
        sale(
            [],
            [tender("card", -8000, provider="alpha")],
            returned=[
                came_back(
                    [back(7849, 1151, off={"brand": 1000})], clawed(1000, 1000, 0, funders={"brand": 1000})
                )
            ],
        ),
        [
            ("Assets:Clearing:Card:Alpha", "-80.00"),
            ("Assets:Receivable:Brand", "-20.00"),
            (BACK, "88.49"),
            (TAX, "11.51"),
        ],
    ),
    "prices without tax, 10.00 of the store are clawed back": (
        sale(
            [],
            [tender("cash", -9040)],
            prices_include_tax=False,
            returned=[
                came_back(
                    [back(9000, 1170, off={"store": 1000})], clawed(1130, 1000, 130, funders={"store": 1000})
                )
            ],
        ),
        [(DRAWER, "-90.40"), (OFF, "-20.00"), (BACK, "100.00"), (TAX, "10.40")],
    ),
    "points and their payment come back": (
        sale(
            [],
            [tender("points", -300, points=-450), tender("voucher", -2000, reference="V-9")],
            returned=[came_back([back(2300, 0)], points_reversed=20)],
        ),
        [
            ("Expenses:Marketing:Points", "-3.00"),
            ("Expenses:Points", "430 POINTS"),
            (BACK, "23.00"),
            ("Liabilities:Points", "-430 POINTS"),
            ("Liabilities:Vouchers", "-20.00"),
        ],
    ),
    "an empty bottle comes back": (
        sale([], [tender("cash", -50)], returned=[came_back([back(50, 0, rate=0, deposit=True)])]),
        [(DRAWER, "-0.50"), ("Liabilities:Deposits", "0.50")],
    ),
    "an exchange of 80.00 for 120.00": (
        sale([line(12_000, 0)], [tender("cash", 4000)], returned=[came_back([back(8000, 0)])]),
        [(DRAWER, "40.00"), (BACK, "80.00"), (DRINKS, "-120.00")],
    ),
    "an exchange at the same price": (
        sale([line(8000, 0)], [], returned=[came_back([back(8000, 0)])]),
        [(BACK, "80.00"), (DRINKS, "-80.00")],
    ),
    "amounts that do not add up": (
        sale([line(8850, 1150)], [tender("cash", 9_000)]),
        [(DRAWER, "90.00"), ("Equity:Unexplained", "10.00"), (DRINKS, "-88.50"), (TAX, "-11.50")],
    ),
}


@pytest.mark.parametrize("name", SALES)
def test_a_sale_is_posted_as_the_page_says(name: str) -> None:
    fact, expected = SALES[name]
    items = booked(opened(), fact)
    assert of_type(items, "sale.completed") == [expected]
    assert problems_of(text_of(items)) == []


def test_a_top_up_is_money_that_is_owed_and_its_bonus_marketing() -> None:
    top_up = {
        "type": "balance.topped_up",
        "top_up_id": "t1",
        "number": "S01-T02-P000001",
        "shift_id": "shift-3",
        "business_day": "2026-11-28",
        "currency": "CNY",
        "principal_minor": 30_000,
        "bonus_minor": 3_000,
        "rounding_minor": 0,
        "tenders": [tender("cash", 20_000), tender("card", 10_000, provider="alpha")],
        "spend": "principal_first",
    }
    assert of_type(booked(opened(), top_up), "balance.topped_up") == [
        [
            ("Assets:Cash:Drawer:S01-T02:Shift-3", "200.00"),
            ("Assets:Clearing:Card:Alpha", "100.00"),
            ("Expenses:Marketing:Bonus", "30.00"),
            ("Liabilities:StoredValue:Bonus", "-30.00"),
            ("Liabilities:StoredValue:Principal", "-300.00"),
        ]
    ]


def test_a_transaction_says_where_it_comes_from_and_a_return_what_it_is_of() -> None:
    fact = sale([], [tender("cash", -50)], returned=[came_back([back(50, 0)])])
    found = [item for item in booked(opened(), fact) if isinstance(item, Transaction)][-1]
    assert (found.day, found.kind, found.number) == ("2026-11-28", "Sale", "S01-T02-000007")
    assert found.links == ("S01-T02-000007", "S01-T02-000005")
    assert found.about == {
        "type": "sale.completed",
        "store": "S01",
        "till": "S01-T02",
        "incarnation": 1,
        "seq": 2,
        "shift": "Shift-3",
    }
