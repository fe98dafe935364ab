"""What returned goods look like on the receipt, in the Z and in the shift report."""

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.documents import Banner, Block, Document, Row, Text
from pos_app.services.receipt_texts import LANGUAGES, ReceiptTexts
from pos_app.services.receipts import PaperContext, compose_receipt
from pos_app.services.records import Actor
from pos_app.services.reprint_receipt import ReprintReceipt
from pos_app.services.return_goods import WithoutReceipt
from pos_app.services.z_paper import compose_z
from retail_core.wire.facts import SaleCompleted, ShiftClosed
from tests.returns_counter import COUPON, GOLD, POINTS, ReturnsCounter, stock_menu
from tests.till_shop import LI, Till
from tests.unit.pos_app.services.reporting.test_reports import reports


@pytest.fixture
def counter(till: Till) -> ReturnsCounter:
    till.open_shift()
    stock_menu(till, POINTS)
    return ReturnsCounter(till)


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    """Return what is printed, a row's cells with a bar between them."""
    found = []
    for block in blocks:
        if isinstance(block, Row):
            found.append("|".join(cell.text for cell in block.cells))
        elif isinstance(block, Text | Banner):
            found.append(block.text)
    return found


def _context(counter: ReturnsCounter) -> PaperContext:
    return PaperContext(counter.till.profile, "S01-T02", "李娜", counter.till.clock.now_ms())


def _receipt(counter: ReturnsCounter, body: SaleCompleted, language: str = "en") -> list[str]:
    document: Document = compose_receipt(body, _context(counter), texts=ReceiptTexts.load(language))
    return _texts(document.blocks)


def test_a_return_prints_its_receipt_what_is_held_back_and_the_refund(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1})
    printed = _receipt(counter, counter.take_back(sale.receipt_number, {"cola": 1}))
    start = printed.index("Returned from S01-T02-000001")
    assert printed[start : start + 4] == [
        "Returned from S01-T02-000001",
        "商品 cola|-6.79",
        "  汉堡套餐 no longer holds|3.79",
        "Refund|-3.00",
    ]
    assert "GIVEN BACK|¥3.00" in printed
    assert "Cash|-3.00" in printed
    # The cola had 0.78 of tax in it; 0.44 are in what is held back.
    assert "13%|-2.66|-0.34|-3.00" in printed
    assert not any("items" in text for text in printed)


def test_the_rest_prints_that_what_was_held_back_is_given_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1})
    counter.take_back(sale.receipt_number, {"cola": 1})
    printed = _receipt(counter, counter.take_back(sale.receipt_number, {"burger": 1}))
    assert "  汉堡套餐, held back before|-3.79" in printed
    assert "GIVEN BACK|¥25.00" in printed


def test_an_exchange_prints_both_and_what_is_to_pay(counter: ReturnsCounter) -> None:
    sale = counter.sell({"cola": 2})
    counter.put(sale.receipt_number, {"cola": 2})
    counter.current.add_product(counter.till.product("latte"))
    printed = _receipt(counter, counter.complete(TenderInput("cash", 2_000)))
    start = printed.index("商品 cola")
    assert printed[start : start + 5] == [
        "商品 cola",
        "  2 pieces|-16.00",
        "Refund|-16.00",
        "Bought",
        "商品 latte|28.00",
    ]
    assert [text for text in printed[start + 5 :] if text.startswith(("1 items", "Refund", "TOTAL"))] == [
        "1 items|28.00",
        "Refund|-16.00",
        "TOTAL|¥12.00",
    ]


def test_points_and_coupons_of_a_return_are_printed(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1}, member=GOLD, coupons=(COUPON,))
    printed = _receipt(counter, counter.take_back(sale.receipt_number, {"latte": 1}))
    assert "Points taken back|-21" in printed
    assert "Coupons given back|1" in printed


def test_goods_without_a_receipt_say_so_in_every_language(counter: ReturnsCounter) -> None:
    goods = WithoutReceipt(counter.till.product("latte"), 1_000, 2_800, "other", restock=True)
    counter.returns.put(LI, counter.returns.plan_without_receipt([goods]))
    body = counter.complete()
    said = [ReceiptTexts.load(language).text("return.without_receipt") for language in LANGUAGES]
    assert len(set(said)) == len(LANGUAGES)
    assert all(
        text in _receipt(counter, body, language) for text, language in zip(said, LANGUAGES, strict=True)
    )


def test_a_copy_of_a_return_says_the_same(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    body = counter.take_back(sale.receipt_number, {"latte": 1})
    till = counter.till
    ReprintReceipt(store=till.store, clock=till.clock, events=till.events, texts=till.texts)(
        LI, body.receipt_number
    )
    with till.store.read() as work:
        [*_, copy] = [job for job in work.spool.in_states(("written",), 10) if job.kind == "document"]
    assert "S01-T02-000001" in copy.document
    assert "应退" in copy.document


def _close(counter: ReturnsCounter, cash_minor: int) -> ShiftClosed:
    return counter.till.close_shift(LI, {"cash": cash_minor}, explanation="不明").z


def test_the_z_counts_returns_for_themselves_and_nets_the_rest(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1})
    counter.sell({"latte": 1})
    counter.take_back(sale.receipt_number, {"cola": 1})
    z = _close(counter, 20_000 + 2_800 + 2_800 - 300)
    assert (z.sales_count, z.total_minor, z.items_milli) == (2, 5_600, 3_000)
    assert (z.returns_count, z.returns_minor) == (1, 300)
    assert (z.grand_total_sales_minor, z.grand_total_returns_minor) == (5_600, 300)
    assert (z.first_receipt, z.last_receipt) == ("S01-T02-000001", "S01-T02-000003")
    [cash] = z.tenders
    assert (cash.expected_minor, cash.difference_minor) == (25_300, 0)
    # 5.00 of the menu: 1.21 went with the cola, 3.79 were clawed back.
    assert [(each.name, each.count, each.amount_minor) for each in z.discounts] == [("汉堡套餐", 1, 0)]
    assert [(each.qty_milli, each.total_minor) for each in z.categories] == [(2_000, 5_300)]
    assert sum(row.gross_minor for row in z.tax) == 5_300


def test_grand_totals_go_on_over_shifts(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2})
    counter.take_back(sale.receipt_number, {"latte": 1})
    _close(counter, 20_000 + 2_800)
    counter.till.open_shift()
    counter.take_back(sale.receipt_number, {"latte": 1})
    z = _close(counter, 20_000 - 2_800)
    assert (z.sales_count, z.total_minor, z.returns_minor) == (0, 0, 2_800)
    assert (z.grand_total_sales_minor, z.grand_total_returns_minor) == (5_600, 5_600)


def test_the_z_prints_what_came_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2})
    counter.take_back(sale.receipt_number, {"latte": 1})
    z = _close(counter, 20_000 + 2_800)
    texts = ReceiptTexts.load("en")
    printed = _texts(compose_z(z, _context(counter), texts=texts, category_names={}).blocks)
    start = printed.index("Sold|56.00")
    assert printed[start : start + 3] == ["Sold|56.00", "Returns x1|-28.00", "Net sales|¥28.00"]
    assert "Grand total of returns|28.00" in printed


def test_the_report_is_net_of_returns_and_names_them(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2})
    counter.take_back(sale.receipt_number, {"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    counter.current.add_product(counter.till.product("cola"))
    counter.complete()
    report = reports(counter.till)(LI, reports(counter.till).newest(LI))
    names = ("net_sales", "receipts", "average_basket", "return_receipts", "returned")
    # Two receipts sold; what came back lowers the average.
    assert [report.figures[name].value for name in names] == [800, 2, 400, 2, 5_600]


def test_who_returns_goods_for_money_by_card_leaves_the_drawer_alone(counter: ReturnsCounter) -> None:
    clerk = Actor("wu", "吴昊", "cashier", {"sell": None, "sale.return": None})
    sale = counter.sell({"latte": 1}, TenderInput("external", 2_800))
    counter.put(sale.receipt_number, {"latte": 1})
    counter.complete(actor=clerk)
    z = counter.till.close_shift(LI, {"cash": 20_000, "external": 0}, explanation="不明").z
    assert [(each.kind, each.expected_minor, each.count) for each in z.tenders] == [
        ("cash", 20_000, 0),
        ("external", 0, 2),
    ]
