"""Drinks with options, packs, deposits and exchanges come back: what was paid for that unit, to the coin."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services import goods_options
from pos_app.services.basket_model import Basket, ChosenOption
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.park_sale import ParkSale
from pos_app.services.recall_sale import RecallSale
from retail_core.wire.facts import SaleCompleted
from tests.goods_shop import stock_goods
from tests.returns_counter import ReturnsCounter
from tests.till_shop import LI, Till, open_shop


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[ReturnsCounter]:
    with open_shop(tmp_path) as till:
        till.open_shift()
        stock_goods(till)
        yield ReturnsCounter(till)


def _options(till: Till, *ids: str) -> tuple[ChosenOption, ...]:
    groups = till.product("mocha").options
    wanted = {(group.group_id, option.option_id) for group in groups for option in group.options}
    return goods_options.choose(groups, {pair for pair in wanted if pair[1] in ids})


def _pay(counter: ReturnsCounter, basket: Basket) -> SaleCompleted:
    due = counter.till.complete_sale.due(counter.till.prices(basket)).cash_minor
    return counter.body(counter.till.pay(basket, TenderInput("cash", due)).receipt_number)


def _take_back(counter: ReturnsCounter, number: str, **milli: int) -> SaleCompleted:
    found = counter.find(number)
    wanted = {line.line_id: milli[line.product_id or ""] for line in found.sold.lines}
    counter.returns.put(LI, counter.returns.plan(found, wanted, reason="other", restock=True))
    return counter.complete()


def test_a_drink_comes_back_with_what_its_options_cost(counter: ReturnsCounter) -> None:
    basket = counter.till.basket()
    options = _options(counter.till, "large", "hot", "shot")
    basket.add_product(counter.till.product("mocha"), qty_milli=2_000, chosen=options)
    # 28.00 + 3.00 for the cup + 4.00 for the shot.
    sale = _pay(counter, basket.basket)
    assert sale.total_minor == 7_000
    assert _take_back(counter, sale.receipt_number, mocha=1_000).total_minor == -3_500
    assert _take_back(counter, sale.receipt_number, mocha=1_000).total_minor == -3_500


def test_a_case_comes_back_as_a_case_and_its_deposits_by_the_bottle(counter: ReturnsCounter) -> None:
    till = counter.till
    basket = till.basket()
    water = till.product("water")
    basket.add_product(water, chosen=water.packs[0])
    # The case for 40.00 and 24 bottles at 0.50.
    sale = _pay(counter, basket.basket)
    assert sale.total_minor == 5_200
    with till.store.read() as work:
        before = {key: level.on_hand_milli for key, level in work.stock.levels(["water", "bottle"]).items()}
    with pytest.raises(RuleError, match=r"return\.bad_quantity"):
        _take_back(counter, sale.receipt_number, water=500, bottle=0)
    body = _take_back(counter, sale.receipt_number, water=0, bottle=10_000)
    assert (body.total_minor, body.returned[0].lines[0].tax_minor) == (-500, 0)
    body = _take_back(counter, sale.receipt_number, water=1_000, bottle=14_000)
    assert body.total_minor == -4_700
    with till.store.read() as work:
        after = {key: level.on_hand_milli for key, level in work.stock.levels(["water", "bottle"]).items()}
    # Deposits have no stock of their own.
    assert (after["water"] - before["water"], after["bottle"] - before["bottle"]) == (24_000, 0)


def test_a_parked_drink_with_options_and_a_case_is_recalled_paid_and_comes_back(
    counter: ReturnsCounter,
) -> None:
    till = counter.till
    basket = till.basket()
    basket.add_product(till.product("mocha"), chosen=_options(till, "large", "iced", "oat"))
    water = till.product("water")
    basket.add_product(water, chosen=water.packs[0])
    park = ParkSale(store=till.store, clock=till.clock, events=till.events, ids=till.ids, prices=till.prices)
    parked = park(LI, basket.basket, name="王", total_minor=8_800)
    recall = RecallSale(
        store=till.store, clock=till.clock, events=till.events, catalog=till.data.catalog, prices=till.prices
    )
    recalled = recall(LI, parked.basket.basket_id, into=till.basket().basket)
    # 28.00 + 3.00 + 5.00; 40.00 for the case; 12.00 for its bottles.
    sale = _pay(counter, recalled.basket)
    assert sale.total_minor == 8_800
    body = _take_back(counter, sale.receipt_number, mocha=1_000, water=1_000, bottle=24_000)
    assert body.total_minor == -8_800


def test_goods_that_come_back_are_not_parked(counter: ReturnsCounter) -> None:
    till = counter.till
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    park = ParkSale(store=till.store, clock=till.clock, events=till.events, ids=till.ids, prices=till.prices)
    with pytest.raises(RuleError, match=r"parked\.with_returns"):
        park(LI, counter.current.basket, name="", total_minor=0)
    assert [goods.key for goods in counter.current.basket.returns] == [sale.receipt_number]


def test_a_receipt_of_a_return_has_nothing_to_give_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    body = counter.take_back(sale.receipt_number, {"latte": 1})
    found = counter.find(body.receipt_number)
    assert (found.sold.lines, found.is_all_back) == ((), True)
    with pytest.raises(RuleError, match=r"return\.no_line"):
        counter.returns.plan(found, {sale.lines[0].line_id: 1_000}, reason="other", restock=True)


def test_undo_and_redo_keep_a_return_exactly_once(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2})
    counter.put(sale.receipt_number, {"latte": 1})
    counter.put(sale.receipt_number, {"latte": 2})
    assert counter.current.basket.refund_minor == 5_600
    for refund in (2_800, 0):
        counter.current.undo()
        assert counter.current.basket.refund_minor == refund
    counter.current.redo()
    counter.current.redo()
    counter.current.redo()
    assert counter.complete().total_minor == -5_600
    with pytest.raises(RuleError, match=r"return\.more_than_left"):
        counter.plan(sale.receipt_number, {"latte": 1})


def test_a_return_that_was_paid_out_is_not_paid_out_again_after_a_kill(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    waiting = counter.current.basket
    counter.complete()
    # The till died before it heard that it was paid: the same basket is tried once more, then a copy.
    for basket in (waiting, replace(waiting, basket_id="another")):
        counter.current.restore(basket)
        with pytest.raises(RuleError, match=r"return\.changed_meanwhile"):
            counter.complete()
    with counter.till.store.read() as work:
        assert len(work.returns.of_sale(sale.sale_id)) == 1
