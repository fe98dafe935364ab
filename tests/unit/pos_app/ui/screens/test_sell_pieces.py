"""Dates and serial numbers on the Sell screen: refused, let through, marked down, asked for.

Source: docs/rules/stock.md, "Batches with a date", "Serial numbers". The fakes' day is 2026-11-22.
"""

from dataclasses import replace

import pytest

from pos_app.services.basket_model import HandDiscount
from pos_app.ui.said import Rate, Said
from tests.unit.pos_app.ui.screens.sell_world import CAKE, CASHIER, CHEESE_TEA, SellWorld

_CODE = "4006381333931"
_GTIN = f"0{_CODE}"
_PHONE = replace(CAKE, barcodes=(_CODE,), serials=True)
_MILK = replace(CAKE, barcodes=(_CODE,), dated="best_before")


@pytest.fixture
def world() -> SellWorld:
    return SellWorld().enter()


def dated(world: SellWorld) -> None:
    world.catalog.products = (_MILK, CHEESE_TEA)


def numbered(world: SellWorld) -> None:
    world.catalog.products = (_PHONE, CHEESE_TEA)


def said(world: SellWorld) -> Said | None:
    return None if world.now.note is None else world.now.note.said


def test_after_its_use_by_date_nothing_is_sold_and_no_right_helps(world: SellWorld) -> None:
    dated(world)
    world.presenter.on_scan(f"01{_GTIN}17261121")
    assert not world.now.lines
    assert said(world) == Said("scan.expired", ("2026-11-21",))
    assert world.now.note is not None
    assert not world.now.note.action


def test_after_its_best_before_date_somebody_with_the_right_sells_it(world: SellWorld) -> None:
    dated(world)
    world.session.actor = replace(CASHIER, rights={**CASHIER.rights, "sell.past_date": None})
    world.presenter.on_scan(f"01{_GTIN}1526112110L7")
    assert not world.now.lines
    assert said(world) == Said("scan.past_date", ("2026-11-21",))
    world.presenter.act_on_note()
    [line] = world.basket.basket.lines
    assert (line.batch, line.expires) == ("L7", "2026-11-21")
    assert line.past_date is not None
    assert (line.past_date.act.verb, line.past_date.staff_id) == ("sell.past_date", "W1")


def test_without_the_right_somebody_else_is_asked_and_nothing_is_sold_before(world: SellWorld) -> None:
    dated(world)
    world.presenter.on_scan(f"01{_GTIN}15261121")
    world.presenter.act_on_note()
    assert not world.now.lines
    asked = world.approval.state.about
    assert asked == Said("ask.past_date", (_MILK.names, "2026-11-21"))


def test_near_its_date_one_touch_marks_it_down_within_the_right(world: SellWorld) -> None:
    dated(world)
    world.dates.offered["2026-11-23"] = 1_000
    world.presenter.on_scan(f"01{_GTIN}15261123")
    assert said(world) == Said("scan.near_date", ("2026-11-23", Rate(1_000)))
    world.presenter.act_on_note()
    [discount] = world.basket.basket.discounts
    [line] = world.basket.basket.lines
    assert replace(discount, approval=None) == HandDiscount(line.line_id, "percent", 1_000, "near_expiry")
    assert world.now.totals.total.minor == 2_880


def test_above_the_right_a_markdown_asks_another_person(world: SellWorld) -> None:
    dated(world)
    world.dates.offered["2026-11-23"] = 5_000
    world.presenter.on_scan(f"01{_GTIN}15261123")
    world.presenter.act_on_note()
    assert not world.basket.basket.discounts
    assert world.approval.state.why == Said("right.over_limit", ("discount.line", Rate(1_000)))


def test_another_batch_is_another_line_and_the_same_one_is_not(world: SellWorld) -> None:
    dated(world)
    for batch in ("A", "A", "B"):
        world.presenter.on_scan(f"01{_GTIN}1526120110{batch}")
    assert [(line.batch, line.qty_milli) for line in world.basket.basket.lines] == [
        ("A", 2_000),
        ("B", 1_000),
    ]


def test_where_all_that_is_left_is_past_its_date_the_till_warns_and_sells(world: SellWorld) -> None:
    dated(world)
    world.dates.over.add(_MILK.product_id)
    world.presenter.on_scan(_CODE)
    assert len(world.now.lines) == 1
    assert said(world) == Said("stock.all_over")


def test_a_serial_number_is_asked_for_and_each_piece_is_a_line(world: SellWorld) -> None:
    numbered(world)
    for serial in ("SN-1", "SN-2"):
        world.presenter.on_scan(_CODE)
        assert world.presenter.sheet == "serial"
        world.presenter.goods.piece.scanned(serial)
        assert not world.presenter.sheet
    lines = world.basket.basket.lines
    assert [(line.serial, line.qty_milli) for line in lines] == [("SN-1", 1_000), ("SN-2", 1_000)]


def test_a_serial_number_in_the_code_is_taken_without_a_question(world: SellWorld) -> None:
    numbered(world)
    world.presenter.on_scan(f"01{_GTIN}21SN-9")
    assert [line.serial for line in world.basket.basket.lines] == ["SN-9"]


def test_the_product_s_own_code_is_no_serial_number(world: SellWorld) -> None:
    numbered(world)
    world.presenter.on_scan(_CODE)
    world.presenter.goods.piece.scanned(_CODE)
    assert world.now.serial.error == Said("serial.is_product")
    world.presenter.goods.piece.scanned("6901234500023")
    assert world.now.serial.error == Said("serial.is_product")
    world.presenter.goods.piece.submit("  ")
    assert world.now.serial.error == Said("serial.is_none")
    assert not world.now.lines


def test_the_same_piece_is_not_sold_twice_and_has_no_second_one(world: SellWorld) -> None:
    numbered(world)
    world.presenter.on_scan(f"01{_GTIN}21SN-9")
    world.presenter.on_scan(f"01{_GTIN}21SN-9")
    assert said(world) == Said("serial.in_basket", ("SN-9",))
    world.presenter.step(world.now.lines[0].line_id, 1)
    assert said(world) == Said("serial.one_piece")
    assert [line.qty_milli for line in world.basket.basket.lines] == [1_000]


def test_a_question_that_is_left_sells_nothing(world: SellWorld) -> None:
    numbered(world)
    world.presenter.on_scan(_CODE)
    world.presenter.on_sheet_closed()
    assert not world.now.lines
    world.presenter.on_scan("6901234500023")
    assert [line.product_id for line in world.basket.basket.lines] == [CHEESE_TEA.product_id]
