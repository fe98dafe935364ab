"""One line of what comes back: taken out, changed, allowed, kept over a restart, and traced when given up."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.abandon_basket import AbandonBasket
from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket import SaveBasket
from pos_app.services.errors import RuleError
from pos_app.services.records import Names, Pack
from pos_app.services.return_goods import WithoutReceipt
from retail_core.wire.facts import BASKET_ABANDONED
from tests.returns_counter import CASHIER, ReturnsCounter, stock_menu
from tests.till_shop import LI, open_shop


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[ReturnsCounter]:
    with open_shop(tmp_path) as till:
        till.open_shift()
        stock_menu(till)
        yield ReturnsCounter(till)


def _line(counter: ReturnsCounter, product_id: str) -> str:
    lines = (line for goods in counter.current.basket.returns for line in goods.refund.lines)
    return next(line.line_id for line in lines if line.product_id == product_id)


def _refund(counter: ReturnsCounter) -> int:
    return counter.current.basket.refund_minor


def test_one_line_is_taken_out_and_the_rest_is_reckoned_anew(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1})
    counter.put(sale.receipt_number, {"burger": 1, "cola": 1})
    assert _refund(counter) == 2_800
    counter.returns.change_line(LI, _line(counter, "cola"), qty_milli=0)
    # The burger alone: 21.21, less what the cola costs without its menu (8.00 - 6.79).
    assert _refund(counter) == 2_000
    counter.current.undo()
    assert _refund(counter) == 2_800


def test_the_last_line_takes_its_receipt_along(counter: ReturnsCounter) -> None:
    sale = counter.sell({"cola": 1})
    counter.put(sale.receipt_number, {"cola": 1})
    counter.returns.change_line(LI, _line(counter, "cola"), qty_milli=0)
    assert not counter.current.basket.returns
    assert not counter.current.basket.has_goods


def test_another_quantity_comes_back_never_more_than_was_sold(counter: ReturnsCounter) -> None:
    sale = counter.sell({"cola": 3})
    counter.put(sale.receipt_number, {"cola": 1})
    line_id = _line(counter, "cola")
    counter.returns.change_line(LI, line_id, qty_milli=3_000)
    assert _refund(counter) == 2_400
    for milli, code in ((4_000, "return.more_than_left"), (1_500, "return.bad_quantity"), (-1_000, "return")):
        with pytest.raises(RuleError, match=code):
            counter.returns.change_line(LI, line_id, qty_milli=milli)
    with pytest.raises(RuleError, match=r"return\.no_line"):
        counter.returns.change_line(LI, "nobody", qty_milli=1_000)
    assert _line(counter, "cola") == line_id
    assert counter.complete().total_minor == -2_400


def test_a_line_is_changed_after_a_restart_as_before(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 2})
    counter.put(sale.receipt_number, {"burger": 1, "cola": 2})
    before = counter.current.basket
    SaveBasket(counter.till.store)(before)
    kept = SaveBasket(counter.till.store).load()
    assert kept == before
    assert kept is not None
    counter.current.restore(kept)
    counter.returns.change_line(LI, _line(counter, "burger"), qty_milli=0)
    # Paid were 28.00 for the menu and 8.00; the burger that is kept costs 25.00 by itself.
    assert _refund(counter) == 1_100


def test_what_a_manager_allowed_holds_for_less_and_never_for_more(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 3})
    _, goods = counter.plan(sale.receipt_number, {"burger": 2})
    with pytest.raises(NeedsApproval) as asked:
        counter.returns.put(CASHIER, goods)
    allowed = Approval(asked.value.act, LI.staff_id, LI.name, 1)
    counter.returns.put(CASHIER, goods, approval=allowed)
    line_id = _line(counter, "burger")
    with pytest.raises(NeedsApproval):
        counter.returns.change_line(CASHIER, line_id, qty_milli=3_000)
    assert _refund(counter) == 5_000
    counter.returns.change_line(CASHIER, line_id, qty_milli=1_000)
    # 25.00 is still above the cashier's 20.00: the manager's word holds for less.
    assert (_refund(counter), counter.current.basket.returns[0].approval) == (2_500, allowed)
    with pytest.raises(NeedsApproval):
        counter.returns.change_line(CASHIER, line_id, qty_milli=2_000)


def test_an_approval_for_one_receipt_allows_no_other(counter: ReturnsCounter) -> None:
    first, second = counter.sell({"burger": 1}), counter.sell({"burger": 1})
    _, one = counter.plan(first.receipt_number, {"burger": 1})
    _, other = counter.plan(second.receipt_number, {"burger": 1})
    with pytest.raises(NeedsApproval) as asked:
        counter.returns.put(CASHIER, one)
    allowed = Approval(asked.value.act, LI.staff_id, LI.name, 1)
    with pytest.raises(NeedsApproval):
        counter.returns.put(CASHIER, other, approval=allowed)
    with pytest.raises(NeedsApproval):
        counter.returns.put(CASHIER, one, approval=replace(allowed, staff_id=CASHIER.staff_id))
    counter.returns.put(CASHIER, one, approval=allowed)
    assert [goods.key for goods in counter.current.basket.returns] == [first.receipt_number]


def test_goods_without_a_receipt_are_changed_and_taken_out_line_by_line(counter: ReturnsCounter) -> None:
    latte, cola = counter.till.product("latte"), counter.till.product("cola")
    goods = [
        WithoutReceipt(latte, 2_000, 2_000, "other", restock=True),
        WithoutReceipt(cola, 1_000, 750, "defective", restock=False),
    ]
    counter.returns.put(LI, counter.returns.plan_without_receipt(goods))
    assert _refund(counter) == 4_750
    counter.returns.change_line(LI, _line(counter, "latte"), qty_milli=3_000)
    assert _refund(counter) == 6_750
    with pytest.raises(RuleError, match=r"basket\.bad_quantity"):
        counter.returns.change_line(LI, _line(counter, "latte"), qty_milli=500)
    counter.returns.change_line(LI, _line(counter, "latte"), qty_milli=0)
    assert _refund(counter) == 750
    [line] = counter.complete().returned[0].lines
    assert (line.name, line.total_minor, line.reason, line.restock) == ("商品 cola", 750, "defective", False)


def test_a_case_without_a_receipt_gives_the_price_of_the_case(counter: ReturnsCounter) -> None:
    cola = counter.till.product("cola")
    case = Pack("case", "69012345", Names("整箱", "整箱", "case"), 24, 15_000, {})
    goods = WithoutReceipt(cola, 1_000, 15_000, "other", restock=True, pack=case)
    assert counter.returns.price_today(cola, case) == 15_000
    planned = counter.returns.plan_without_receipt([goods])
    assert (planned.refund_minor, planned.refund.lines[0].pack_pieces) == (15_000, 24)
    with pytest.raises(RuleError, match=r"return\.price_above"):
        counter.returns.plan_without_receipt([replace(goods, unit_price_minor=15_001)])


@pytest.mark.parametrize("qty_milli", [0, -1_000, 500, 10_000_000])
def test_no_odd_quantity_comes_back_without_a_receipt(counter: ReturnsCounter, qty_milli: int) -> None:
    goods = WithoutReceipt(counter.till.product("cola"), qty_milli, 100, "other", restock=True)
    with pytest.raises(RuleError, match=r"basket\.bad_quantity"):
        counter.returns.plan_without_receipt([goods])


def test_nothing_without_a_receipt_is_no_return(counter: ReturnsCounter) -> None:
    with pytest.raises(RuleError, match=r"return\.nothing"):
        counter.returns.plan_without_receipt([])


def test_a_basket_of_returned_goods_that_is_given_up_stands_in_the_journal(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1})
    counter.put(sale.receipt_number, {"burger": 1, "cola": 1})
    counter.returns.change_line(LI, _line(counter, "cola"), qty_milli=0)
    till = counter.till
    AbandonBasket(store=till.store, clock=till.clock)(LI, counter.current.basket, total_minor=0)
    with till.store.read() as work:
        entries = [entry for entry in work.journal.after(0, limit=50) if entry.type == BASKET_ABANDONED]
    [entry] = entries
    lines = entry.body["lines"]
    assert lines == [
        {
            "name": "商品 burger",
            "qty_milli": 1_000,
            "list_minor": 2_121,
            "returned": True,
            "after_total": False,
        },
        {"name": "商品 cola", "qty_milli": 1_000, "list_minor": 679, "returned": True, "after_total": False},
    ]
