"""What is not here is ordered at the till: kept at head office, in the basket, placed by the sale."""

import json
from dataclasses import replace

import pytest

from pos_app.services import parked_steps
from pos_app.services.basket import CurrentBasket, SaveBasket
from pos_app.services.basket_model import Basket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.documents import Qr, Row, Text, document_from_json
from pos_app.services.errors import Rejected, RuleError, Unreachable
from pos_app.services.order_goods import LetOrdersGo, OrderGoods
from pos_app.services.order_goods_model import Wish
from pos_app.services.parked import ParkedSale
from pos_app.services.records import Actor
from pos_app.storage.basket_json import basket_from_json, basket_to_json
from retail_core.wire.facts import SaleCompleted
from tests.aisle_fakes import MINUTE_MS, FakeAisle, held
from tests.fakes import NOON_MS, InlineLane
from tests.till_shop import LI, Till

WISH = Wish("latte", 2_000, store_id="S02", name="王小明", phone="13912345678")
OTHER = replace(WISH, qty_milli=1_000)


class Aisle:
    """A till with a basket and head office."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.office = FakeAisle()
        self.current: CurrentBasket = till.basket()
        self.orders = OrderGoods(
            api=self.office,
            basket=self.current,
            ids=till.ids,
            clock=till.clock,
            find=till.data.catalog.by_id,
        )
        lane = InlineLane()
        LetOrdersGo(self.orders, basket=self.current, store=till.store, lanes=(lane, lane)).follow(
            till.events
        )

    def order(self, wish: Wish = WISH, *, instead_of: str = "") -> str:
        found = self.orders.hold(LI, wish)
        self.orders.put_in(found, instead_of=instead_of)
        return found.goods.order_id

    @property
    def basket(self) -> Basket:
        return self.current.basket

    def pay(self) -> SaleCompleted:
        """Pay by the shop's own device, exactly; return the fact."""
        due = self.till.prices(self.basket).total.minor
        paid = self.till.pay(self.basket, TenderInput("cash", due // 10 * 10 + 10))
        with self.till.store.read() as work:
            found = work.sales.by_number(paid.receipt_number)
        assert found is not None
        self.current.start_new()
        return found[0]

    def papers(self) -> list[object]:
        """Return what the receipt that was written last says."""
        with self.till.store.read() as work:
            jobs = [job for job in work.spool.in_states(("written",), 20) if job.kind == "document"]
        return list(document_from_json(json.loads(jobs[-1].document)).blocks)


@pytest.fixture
def aisle(till: Till) -> Aisle:
    till.open_shift()
    return Aisle(till)


def test_it_lies_in_the_basket_at_the_price_of_head_office_beside_what_is_carried_out(aisle: Aisle) -> None:
    aisle.current.add_product(aisle.till.product("cake"))
    order_id = aisle.order()
    assert [(line.product_id, line.qty_milli, line.order_id) for line in aisle.basket.lines] == [
        ("cake", 1_000, ""),
        ("latte", 2_000, order_id),
    ]
    # A cake of 19.95, and two lattes that head office priced at 25.00 each.
    assert aisle.till.prices(aisle.basket).total.minor == 6_995


def test_one_payment_says_what_comes_later_where_and_when(aisle: Aisle) -> None:
    aisle.current.add_product(aisle.till.product("cake"))
    order_id = aisle.order()
    aisle.till.clock.advance(10 * MINUTE_MS)
    body = aisle.pay()
    [told] = body.ordered
    assert (told.order_id, told.number, told.store_id, told.store_name) == (
        order_id,
        "T001",
        "S02",
        "人民广场店",
    )
    # Sixty minutes from the payment on.
    assert told.promised_ms == NOON_MS + 70 * MINUTE_MS
    assert [line.stock_milli for line in body.lines] == [1_000, 0]
    # Who gets it stands in no fact.
    assert "王" not in body.model_dump_json()
    assert aisle.office.released == []


def test_a_time_of_a_slot_stays_as_it_was_told(aisle: Aisle) -> None:
    aisle.orders.put_in(held("ab" * 8, "T009", wish=WISH, by_slots=True))
    aisle.till.clock.advance(10 * MINUTE_MS)
    assert aisle.pay().ordered[0].promised_ms == NOON_MS + 60 * MINUTE_MS


def test_after_half_an_hour_it_is_not_paid_any_more(aisle: Aisle) -> None:
    aisle.order()
    aisle.till.clock.advance(30 * MINUTE_MS - 1)
    kept = aisle.basket
    aisle.till.clock.advance(1)
    with pytest.raises(RuleError, match=r"order\.hold_over"):
        aisle.till.pay(kept, TenderInput("cash", 10_000))
    # Money that moved outside is written down whatever became of it.
    paid = aisle.till.pay(kept, TenderInput("external", 5_000))
    assert paid.total_minor == 5_000


def test_what_is_taken_out_is_let_go_and_undo_does_not_bring_it_back(aisle: Aisle) -> None:
    aisle.current.add_product(aisle.till.product("cake"))
    order_id = aisle.order()
    aisle.current.remove_line(aisle.basket.lines[1].line_id)
    assert aisle.office.released == [order_id]
    aisle.current.undo()
    assert [line.product_id for line in aisle.basket.lines] == ["cake"]
    assert (aisle.basket.ordered, aisle.office.released) == ((), [order_id])


def test_undoing_the_order_lets_it_go(aisle: Aisle) -> None:
    order_id = aisle.order()
    aisle.current.undo()
    aisle.current.redo()
    assert (aisle.basket.lines, aisle.office.released) == ((), [order_id])


def test_a_basket_that_is_given_up_lets_everything_go(aisle: Aisle) -> None:
    first, second = aisle.order(), aisle.order(OTHER)
    aisle.current.start_new()
    assert aisle.office.released == [first, second]


def test_what_is_parked_stays_held(aisle: Aisle) -> None:
    order_id = aisle.order()
    basket = aisle.basket
    with aisle.till.store.write() as work:
        work.parked.add(ParkedSale(basket, "", "li", "李", NOON_MS, NOON_MS + 3_600_000, 5_000))
    aisle.current.start_new()
    assert aisle.office.released == []
    back = parked_steps.merged(aisle.basket, basket)
    assert [each.order_id for each in back.ordered] == [order_id]


def test_a_split_takes_the_order_along(aisle: Aisle) -> None:
    aisle.current.add_product(aisle.till.product("cake"))
    order_id = aisle.order()
    line = aisle.basket.lines[1]
    stays, goes = parked_steps.split(
        aisle.basket, {line.line_id: line.qty_milli}, new_id=aisle.till.ids.new_id
    )
    assert (stays.ordered, [each.order_id for each in goes.ordered]) == ((), [order_id])


def test_a_killed_till_still_has_it(aisle: Aisle) -> None:
    order_id = aisle.order()
    SaveBasket(aisle.till.store)(aisle.basket)
    kept = SaveBasket(aisle.till.store).load()
    assert kept == aisle.basket
    assert basket_from_json(basket_to_json(aisle.basket)) == aisle.basket
    assert kept.held(order_id) is not None


def test_a_line_is_ordered_instead_of_carried_out_in_one_step(aisle: Aisle) -> None:
    line = aisle.current.add_product(aisle.till.product("latte"))
    aisle.order(OTHER, instead_of=line.line_id)
    assert [bool(each.order_id) for each in aisle.basket.lines] == [True]


def test_who_tries_once_more_after_a_lost_answer_asks_for_the_same_order(aisle: Aisle) -> None:
    aisle.office.fault = Unreachable()
    with pytest.raises(RuleError, match=r"order\.needs_network"):
        aisle.order()
    aisle.office.fault = None
    aisle.order()
    first, second = (request_id for request_id, _ in aisle.office.wishes)
    assert first == second
    aisle.order()
    assert aisle.office.wishes[2][0] != second


def test_without_a_network_nothing_is_disturbed(aisle: Aisle) -> None:
    aisle.current.add_product(aisle.till.product("cake"))
    before = aisle.basket
    aisle.office.fault = Unreachable()
    for ask in (lambda: aisle.orders.offers("latte"), aisle.order):
        with pytest.raises(RuleError, match=r"order\.needs_network"):
            ask()
    assert aisle.basket == before
    aisle.orders.let_go("ab" * 8)


def test_a_refusal_of_head_office_is_passed_on_and_the_next_try_is_a_new_order(aisle: Aisle) -> None:
    aisle.office.fault = Rejected("stock.not_enough")
    with pytest.raises(Rejected, match=r"stock\.not_enough"):
        aisle.order()
    aisle.office.fault = None
    aisle.order()
    assert len({request_id for request_id, _ in aisle.office.wishes}) == 2


def test_it_needs_the_right_to_sell(aisle: Aisle) -> None:
    with pytest.raises(RuleError, match=r"right\.missing"):
        aisle.orders.hold(Actor("x", "X", "staff", {}), WISH)
    assert aisle.office.wishes == []


def test_the_receipt_says_it_with_the_code_and_a_copy_without(aisle: Aisle) -> None:
    aisle.order()
    aisle.order(replace(OTHER, store_id=None, fulfilment="courier", address="南京西路 1 号"))
    aisle.pay()
    blocks = aisle.papers()
    rows = [tuple(cell.text for cell in block.cells) for block in blocks if isinstance(block, Row)]
    assert ("稍后自提", "T001") in rows
    assert ("取货门店", "人民广场店") in rows
    assert ("稍后送货", "T002") in rows
    assert ("预计时间", "2026-11-22 13:00") in rows
    codes = [block for block in blocks if isinstance(block, Qr) and block.data.startswith("93")]
    assert [block.caption for block in codes] == ["取货时请出示此码"]
    texts = "".join(block.text for block in blocks if isinstance(block, Text))
    assert "南京西路 1 号" not in texts
