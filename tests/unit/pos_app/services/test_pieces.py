"""Batch, date and serial number of a piece from the basket to the fact, the receipt and the stock."""

from pos_app.services.act_model import Approval
from pos_app.services.basket import CurrentBasket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.documents import Text
from pos_app.services.piece_marks import PieceMarks, act_past_date, offered_bp
from pos_app.services.read_scan import ReadScan, SellProduct
from pos_app.storage.basket_json import basket_from_json, basket_to_json
from retail_core.wire.facts import SaleCompleted
from tests.till_shop import LI, Till


def _sold(till: Till, basket: CurrentBasket) -> SaleCompleted:
    till.open_shift()
    total = till.prices(basket.basket).total.minor
    paid = till.pay(basket.basket, TenderInput("external", total))
    with till.store.read() as work:
        found = work.sales.by_number(paid.receipt_number)
    assert found is not None
    return found[0]


def test_a_symbol_says_batch_date_and_serial_number(till: Till) -> None:
    scan = ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock)
    action = scan("01040063813339311726121510L1\x1d21S1", step="sell")
    assert isinstance(action, SellProduct)
    assert action.marks == PieceMarks("L1", "2026-12-15", "use_by", "S1")


def test_what_is_over_may_still_be_received_counted_and_wasted(till: Till) -> None:
    scan = ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock)
    action = scan("010400638133393117261101", step="stock")
    assert isinstance(action, SellProduct)
    assert action.marks.expires == "2026-11-01"


def test_the_fact_and_the_receipt_carry_the_piece(till: Till) -> None:
    basket = till.basket()
    basket.add_product(till.product("cake"), marks=PieceMarks("L1", "2026-12-15", "use_by", "SN-1"))
    basket.restore(basket_from_json(basket_to_json(basket.basket)))
    sale = _sold(till, basket)
    [line] = sale.lines
    assert (line.batch, line.expires, line.serial) == ("L1", "2026-12-15", "SN-1")
    assert not sale.acts


def test_what_is_sold_past_its_date_is_an_act_with_who_let_it(till: Till) -> None:
    marks = PieceMarks("", "2026-11-21", "best_before")
    act = act_past_date("cake", marks)
    basket = till.basket()
    allowed = PieceMarks("", "2026-11-21", "best_before", past_date=Approval(act, "boss", "Boss", 1))
    basket.add_product(till.product("cake"), marks=allowed)
    basket.restore(basket_from_json(basket_to_json(basket.basket)))
    [line] = basket.basket.lines
    assert line.past_date == allowed.past_date
    [stated] = _sold(till, basket).acts
    assert (stated.kind, stated.value, stated.amount_minor, stated.approved_by) == (
        "sell.past_date",
        20_261_121,
        0,
        None if "sell.past_date" in LI.rights else "boss",
    )


def test_what_is_offered_follows_the_store_s_steps(till: Till) -> None:
    from dataclasses import replace

    profile = replace(till.profile, markdowns=((3, 2_000), (1, 5_000)))
    offered = [
        offered_bp(profile, day, today="2026-11-22")
        for day in ("2026-11-26", "2026-11-25", "2026-11-23", "2026-11-21", "")
    ]
    assert offered == [0, 2_000, 5_000, 0, 0]


def test_a_receipt_shows_the_serial_number(till: Till) -> None:
    from pos_app.services.receipt_texts import ReceiptTexts
    from pos_app.services.receipts import _sale_line

    basket = till.basket()
    basket.add_product(till.product("cake"), marks=PieceMarks(serial="SN-1"))
    [line] = _sold(till, basket).lines
    rows = [
        row.text for row in _sale_line(line, "CNY", texts=ReceiptTexts.load("en")) if isinstance(row, Text)
    ]
    assert "  S/N SN-1" in rows
