"""Goods come back: their receipt, what of it, what it gives; then in the basket, then paid out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.find_products import FindProducts
from pos_app.services.find_receipt import FindReceipt
from pos_app.services.read_scan import ReadScan
from pos_app.services.records import Actor
from pos_app.services.return_goods import ReturnGoods
from pos_app.services.return_model import ReceiptAnswer
from pos_app.ui.screens.pay.state import GivenRow
from pos_app.ui.screens.returns.presenter import ReturnsLanes, ReturnsPresenter, ReturnsTools
from pos_app.ui.screens.returns.state import ReturnsState
from pos_app.ui.screens.sell.back_lines import back_lines
from retail_core.money import Money
from retail_core.returns.facts import sold_of
from tests.fakes import InlineLane
from tests.returns_counter import ReturnsCounter, stock_menu
from tests.till_shop import open_shop
from tests.unit.pos_app.ui.screens.test_pay_presenter import Stage

CASHIER = Actor("wu", "吴昊", "cashier", {"sell": None, "sale.return": 2_000, "receipt.reprint": None})


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


class Desk:
    """Both screens over one till: what the returns screen puts down, the pay screen settles."""

    def __init__(self, stage: Stage) -> None:
        till = stage.till
        stock_menu(till)
        self.stage = stage
        self.till = till
        self.counter = ReturnsCounter(till)
        self.went: list[str] = []
        self.copies: list[str] = []
        self.state = ReturnsState()
        self.presenter = ReturnsPresenter(
            ReturnsTools(
                find=FindReceipt(store=till.store, api=till.api, clock=till.clock, profile=till.profile),
                returns=ReturnGoods(basket=stage.basket, prices=till.prices, clock=till.clock, ids=till.ids),
                reprint=self._reprint,
                basket=lambda: stage.basket.basket,
                approval=stage.approval,
                read_scan=ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock),
                products=FindProducts(catalog=till.data.catalog, store=till.store),
            ),
            session=stage.session,
            lanes=ReturnsLanes(InlineLane(), InlineLane()),
            navigate=self.went.append,
            currency="CNY",
        )
        self.presenter.bind(self)

    def show_state(self, state: ReturnsState) -> None:
        self.state = state

    def step(self, place: int, direction: int = 1) -> None:
        self.presenter.step(self.state.rows[place].line_id, direction)

    def bring(self, text: str, *places: int, reason: str = "changed_mind") -> None:
        """Find a receipt and put a piece of each of its lines named onto the counter."""
        self.presenter.take_number(text)
        for place in places:
            self.step(place)
        self.presenter.set_reason(reason)
        self.presenter.confirm()

    def key_in(self, keys: str) -> str:
        """Key a quantity or a price in; return what was said of it, nothing once it was taken."""
        self.presenter.entry.press("clear")
        for key in keys:
            self.presenter.entry.press(key)
        self.presenter.entry.submit()
        return "" if self.state.form is None else self.state.form.said.code

    def _reprint(self, _actor: Actor, number: str) -> int:
        self.copies.append(number)
        return 1


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_shop(tmp_path) as till:
        yield Desk(Stage(till))


def test_a_receipt_is_shown_with_what_is_left_of_it(desk: Desk) -> None:
    desk.counter.sell({"burger": 1, "cola": 2})
    desk.presenter.take_number("1")
    rows = [(row.name, row.sold_milli, row.left_milli, row.back_milli) for row in desk.state.rows]
    assert rows == [("商品 burger", 1_000, 1_000, 0), ("商品 cola", 2_000, 2_000, 0)]
    assert not desk.state.asking
    assert desk.state.found is not None
    assert not desk.state.found.complete


def test_half_a_bundle_shows_what_is_held_back_and_by_which_offer(desk: Desk) -> None:
    desk.counter.sell({"burger": 1, "cola": 1})
    desk.presenter.take_number("1")
    desk.step(1)
    plan = desk.state.plan
    assert plan is not None
    assert [(line.name, line.total_minor) for line in plan.refund.lines] == [("商品 cola", 679)]
    assert [(each.name, each.total_minor) for each in plan.refund.clawed] == [("汉堡套餐", 379)]
    assert plan.refund_minor == 300
    assert [(each.kind, each.amount_minor) for each in desk.state.payouts] == [("cash", 300)]


def test_no_more_than_was_sold_and_no_less_than_nothing_comes_back(desk: Desk) -> None:
    desk.counter.sell({"cola": 2})
    desk.presenter.take_number("1")
    for _ in range(3):
        desk.step(0)
    assert desk.state.rows[0].back_milli == 2_000
    desk.presenter.take_none()
    assert desk.state.plan is None
    desk.step(0, -1)
    assert desk.state.rows[0].back_milli == 0
    desk.presenter.take_all()
    assert desk.state.rows[0].back_milli == 2_000


def test_nothing_goes_onto_the_counter_without_goods_and_a_reason(desk: Desk) -> None:
    desk.counter.sell({"cola": 1})
    desk.presenter.take_number("1")
    desk.presenter.confirm()
    assert desk.state.said.code == "return.nothing"
    desk.step(0)
    desk.presenter.confirm()
    assert desk.state.said.code == "by_hand.no_reason"
    assert not desk.stage.basket.basket.returns
    assert not desk.went


def test_what_is_defective_is_written_off_unless_somebody_says_otherwise(desk: Desk) -> None:
    desk.counter.sell({"cola": 1})
    desk.presenter.take_number("1")
    desk.step(0)
    desk.presenter.set_reason("defective")
    assert not desk.state.restock
    desk.presenter.set_restock(True)
    desk.presenter.confirm()
    [goods] = desk.stage.basket.basket.returns
    assert [(line.reason, line.restock) for line in goods.refund.lines] == [("defective", True)]
    assert desk.went == ["sell"]


def test_goods_stand_above_the_basket_and_their_receipt_can_be_opened_again(desk: Desk) -> None:
    desk.counter.sell({"burger": 1, "cola": 1})
    desk.bring("1", 1)
    lines = [(line.name, line.total, line.held) for line in back_lines(desk.stage.basket.basket)]
    assert lines == [("商品 cola", cny(-679), False), ("汉堡套餐", cny(379), True)]
    desk.presenter.take_number("S01-T02-000001")
    assert [row.back_milli for row in desk.state.rows] == [0, 1_000]
    assert desk.state.reason == "changed_mind"
    desk.stage.basket.undo()
    assert not desk.stage.basket.basket.returns


def test_over_the_limit_another_person_allows_it(desk: Desk) -> None:
    desk.counter.sell({"latte": 1})
    desk.stage.session.actor = CASHIER
    desk.bring("1", 0)
    assert [(act.verb, act.amount) for act in desk.stage.approver.asked] == [("sale.return", 2_800)]
    assert not desk.stage.basket.basket.returns
    desk.stage.approval.submit_badge("BADGE")
    [goods] = desk.stage.basket.basket.returns
    assert goods.approval is not None
    assert goods.approval.staff_id == "M1"
    assert desk.went == ["sell"]


def test_an_unknown_number_and_another_tills_receipt_without_the_line_say_so(desk: Desk) -> None:
    desk.presenter.take_number("S01-T01-000007")
    assert desk.state.said.code == "return.other_till_offline"
    assert not desk.state.asking
    desk.till.api.online = True
    desk.presenter.find("S01-T09-000009")
    assert desk.state.said.code == "return.receipt_unknown"
    desk.presenter.find(" ")
    assert desk.state.said.code == "return.number_missing"


def test_another_tills_receipt_comes_from_head_office(desk: Desk) -> None:
    sale = desk.counter.sell({"cola": 1})
    other = sale.model_copy(update={"sale_id": "other", "receipt_number": "S01-T01-000007"})
    desk.till.api.online = True
    desk.till.api.receipts["S01-T01-000007"] = ReceiptAnswer(sold_of(other), desk.till.clock.now_ms(), ())
    desk.bring("S01-T01-000007", 0)
    assert [goods.key for goods in desk.stage.basket.basket.returns] == ["S01-T01-000007"]


def test_an_answer_that_comes_too_late_changes_nothing(desk: Desk) -> None:
    desk.counter.sell({"cola": 1})
    desk.presenter.take_number("1")
    desk.presenter.go_back()
    assert desk.state == ReturnsState()


def test_everything_back_is_said_and_a_copy_can_be_printed(desk: Desk) -> None:
    sale = desk.counter.sell({"cola": 1})
    desk.counter.take_back(sale.receipt_number, {"cola": 1})
    desk.presenter.take_number("1")
    assert desk.state.said.code == "return.all_back"
    desk.presenter.print_copy()
    assert desk.copies == [sale.receipt_number]


def test_a_code_that_is_no_receipt_is_refused_in_place(desk: Desk) -> None:
    assert not desk.presenter.take_scan("6901234500016")
    assert desk.state.said.code == "scan.not_here"


def test_pay_gives_the_money_back_as_it_was_paid(desk: Desk) -> None:
    desk.counter.sell({"latte": 1}, TenderInput("external", 2_000, "4711"), TenderInput("cash", 800))
    desk.bring("1", 0)
    pay = desk.stage
    pay.presenter.enter()
    assert pay.shown.total == cny(-2_800)
    assert pay.shown.given == (GivenRow("external", cny(2_000), "4711"), GivenRow("cash", cny(800)))
    pay.presenter.finish()
    assert pay.shown.paid is not None
    body = desk.counter.body(pay.shown.paid.receipt_number)
    assert [(each.kind, each.amount_minor) for each in body.tenders] == [("external", -2_000), ("cash", -800)]
    assert pay.shown.paid.drawer_job_id is not None


def test_cash_in_place_of_a_card_is_allowed_by_somebody_else(desk: Desk) -> None:
    desk.counter.sell({"cola": 1}, TenderInput("external", 800, "4711"))
    desk.stage.session.actor = CASHIER
    desk.bring("1", 0)
    pay = desk.stage
    pay.presenter.enter()
    pay.presenter.choose("cash")
    assert pay.shown.given == (GivenRow("cash", cny(800)),)
    pay.presenter.finish()
    assert pay.shown.paid is None
    assert [request.act.verb for request, _ in pay.approvals.asked] == ["refund.cash"]
    pay.presenter.choose("external")
    assert pay.shown.given == (GivenRow("external", cny(800), "4711"),)


def test_each_tender_gets_what_was_keyed_in_for_it_and_the_rest_goes_the_way_it_came(desk: Desk) -> None:
    sale = desk.counter.sell(
        {"burger": 1, "cola": 1, "latte": 1},
        TenderInput("external", 4_000, "4711"),
        TenderInput("cash", 1_600),
    )
    assert sale.total_minor == 5_600
    desk.bring("1", 2)
    pay = desk.stage
    pay.presenter.enter()
    assert list(pay.shown.given) == [GivenRow("external", cny(2_800), "4711")]
    for key in "10":
        pay.presenter.press(key)
    pay.presenter.finish()
    assert (pay.shown.paid, pay.shown.said.code) == (None, "refund.choose_tender")
    pay.presenter.choose("cash")
    assert list(pay.shown.given) == [GivenRow("external", cny(1_800), "4711"), GivenRow("cash", cny(1_000))]
    assert pay.shown.entry.is_empty
    for key in "28.01":
        pay.presenter.press(key)
    pay.presenter.choose("external")
    assert pay.shown.said.code == "refund.too_much"
    pay.presenter.clear()
    pay.presenter.choose("external")
    assert list(pay.shown.given) == [GivenRow("external", cny(2_800), "4711")]
    for key in "5":
        pay.presenter.press(key)
    pay.presenter.choose("external")
    # 23.00 in cash: 16.00 were paid so, 7.00 need the right, which Li has.
    assert list(pay.shown.given) == [GivenRow("external", cny(500), "4711"), GivenRow("cash", cny(2_300))]
    pay.presenter.finish()
    assert pay.shown.paid is not None
    body = desk.counter.body(pay.shown.paid.receipt_number)
    assert [(each.kind, each.amount_minor) for each in body.tenders] == [("external", -500), ("cash", -2_300)]


def test_no_more_goes_back_in_a_tender_than_was_paid_so(desk: Desk) -> None:
    desk.counter.sell({"latte": 1}, TenderInput("external", 1_000, "4711"), TenderInput("cash", 1_800))
    desk.bring("1", 0)
    pay = desk.stage
    pay.presenter.enter()
    for key in "10.01":
        pay.presenter.press(key)
    pay.presenter.choose("external")
    assert pay.shown.said.code == "refund.not_from_there"
    assert list(pay.shown.given) == [GivenRow("external", cny(1_000), "4711"), GivenRow("cash", cny(1_800))]


def test_a_dearer_exchange_asks_for_the_difference_only(desk: Desk) -> None:
    desk.counter.sell({"cola": 1})
    desk.bring("1", 0)
    pay = desk.stage
    pay.ring_up("latte")
    assert pay.shown.total == cny(2_000)
    assert pay.shown.due.cash_minor == 2_000
    pay.presenter.finish()
    assert pay.shown.paid is not None
    assert (pay.shown.paid.total_minor, pay.shown.paid.tendered_minor) == (2_000, 2_000)


def test_an_even_exchange_finishes_without_money(desk: Desk) -> None:
    desk.counter.sell({"latte": 1})
    desk.bring("1", 0)
    pay = desk.stage
    pay.ring_up("latte")
    assert pay.shown.is_covered
    assert pay.shown.total == cny(0)
    pay.presenter.finish()
    assert pay.shown.paid is not None
    assert pay.shown.paid.drawer_job_id is None
    assert desk.counter.body(pay.shown.paid.receipt_number).tenders == ()


def test_small_coins_are_rounded_when_they_are_given_back(desk: Desk) -> None:
    desk.counter.sell({"cake": 1})
    desk.bring("1", 0)
    pay = desk.stage
    pay.presenter.enter()
    # 19.95 was paid with 20.00.
    assert pay.shown.given_cash == cny(2_000)
    assert pay.shown.rounding == cny(-5)


def test_goods_without_a_receipt_are_scanned_or_found_and_cost_no_more_than_today(desk: Desk) -> None:
    desk.presenter.begin_loose()
    desk.presenter.submit("burger")
    desk.presenter.submit("burger")
    [row] = desk.state.loose or ()
    assert (row.product.product_id, row.back_milli, row.today) == ("burger", 2_000, cny(2_500))
    desk.presenter.entry.open_price(row.line_id)
    assert desk.key_in("25.01") == "return.price_above"
    assert desk.key_in("20") == ""
    plan = desk.state.plan
    assert plan is not None
    assert (plan.refund_minor, plan.act.verb) == (4_000, "sale.return_without_receipt")
    assert [(each.kind, each.amount_minor) for each in desk.state.payouts] == [("cash", 4_000)]


def test_without_a_receipt_a_cashier_asks_for_this_one_act_and_may_be_refused(desk: Desk) -> None:
    desk.stage.session.actor = CASHIER
    desk.presenter.begin_loose()
    desk.presenter.confirm()
    assert desk.state.said.code == "return.nothing"
    desk.presenter.submit("cola")
    desk.presenter.confirm()
    assert desk.state.said.code == "by_hand.no_reason"
    desk.presenter.set_reason("defective")
    desk.presenter.confirm()
    assert [(act.verb, act.amount) for act in desk.stage.approver.asked] == [
        ("sale.return_without_receipt", 800)
    ]
    desk.stage.approval.on_closed()
    assert not desk.stage.basket.basket.returns
    desk.presenter.confirm()
    desk.stage.approval.submit_badge("BADGE")
    [goods] = desk.stage.basket.basket.returns
    assert (goods.key, goods.refund_minor) == ("", 800)
    assert goods.approval is not None
    assert (goods.approval.staff_id, goods.refund.lines[0].reason) == ("M1", "defective")
    assert desk.went == ["sell"]


def test_a_name_that_means_several_goods_lets_one_be_chosen(desk: Desk) -> None:
    desk.presenter.begin_loose()
    desk.presenter.submit("商品")
    choices = desk.state.choices
    assert len(choices) > 1
    desk.presenter.loose.add(choices[1])
    [row] = desk.state.loose or ()
    assert row.product == choices[1]
    assert not desk.state.choices
    desk.presenter.submit("nothing like it")
    assert desk.state.said.code == "scan.unknown"
    desk.presenter.step(row.line_id, -1)
    assert desk.state.loose == ()
    assert desk.state.plan is None


def test_weighed_goods_are_keyed_in_to_the_gram(desk: Desk) -> None:
    found = FindReceipt(
        store=desk.till.store, api=desk.till.api, clock=desk.till.clock, profile=desk.till.profile
    )
    basket = desk.till.basket()
    basket.add_product(desk.till.product("apple"), qty_milli=755)
    due = desk.till.complete_sale.due(desk.till.prices(basket.basket)).cash_minor
    paid = desk.till.pay(basket.basket, TenderInput("cash", due))
    assert found.own(paid.receipt_number) is not None
    desk.presenter.take_number(paid.receipt_number)
    [row] = desk.state.rows
    desk.presenter.ask_quantity(row.line_id)
    assert desk.key_in("0.756") == "return.more_than_left"
    desk.presenter.entry.cancel()
    desk.presenter.ask_quantity(row.line_id)
    assert desk.key_in("0.300") == ""
    assert desk.state.rows[0].back_milli == 300
    assert desk.state.plan is not None
    # 0.755 kg x 12.80 = 9.66; 0.300 of it 3.838.
    assert desk.state.plan.refund_minor == 384


def test_goods_whose_weight_nobody_said_do_not_stay(desk: Desk) -> None:
    desk.presenter.begin_loose()
    desk.presenter.loose.add(desk.till.product("apple"))
    assert desk.state.form is not None
    desk.presenter.entry.cancel()
    assert desk.state.loose == ()
    desk.presenter.loose.add(desk.till.product("apple"))
    assert desk.key_in("0.5") == ""
    assert desk.state.plan is not None
    assert desk.state.plan.refund_minor == 640
