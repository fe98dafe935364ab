"""Goods come back at the counter: found, shown, put beside what is sold, and written once."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket import SaveBasket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import InsufficientTender, RuleError
from pos_app.services.events import SaleCompleted as SaleDone
from pos_app.services.give_back import GiveBack, PayOut, offers
from pos_app.services.records import Actor
from pos_app.services.return_goods import BEYOND_EVERY_LIMIT, WithoutReceipt
from pos_app.services.return_model import ReceiptAnswer
from retail_core.money import Money
from retail_core.returns.facts import refund_of, sold_of
from retail_core.wire.facts import SaleCompleted
from tests.goods_shop import stock_goods
from tests.returns_counter import CASHIER, COUPON, GOLD, POINTS, ReturnsCounter, stock_menu
from tests.till_shop import ALIAS, LI, Till, open_shop

DAY_MS = 86_400_000


@pytest.fixture
def counter(till: Till) -> ReturnsCounter:
    till.open_shift()
    stock_menu(till, POINTS)
    return ReturnsCounter(till)


def _identity(body: SaleCompleted) -> None:
    """Check the identity of RULES for a document of goods sold and returned."""
    net = sum(line.net_minor for line in body.lines)
    tax = sum(line.tax_minor for line in body.lines)
    for back in body.returned:
        net += sum(each.net_minor for each in back.claw_back) - sum(line.net_minor for line in back.lines)
        tax += sum(each.tax_minor for each in back.claw_back) - sum(line.tax_minor for line in back.lines)
    paid = sum(tender.amount_minor for tender in body.tenders)
    assert net + tax == body.total_minor
    assert net + tax + body.rounding_minor == paid
    assert sum(row.tax_minor for row in body.tax) == tax
    assert sum(row.gross_minor for row in body.tax) == body.total_minor


def test_half_a_bundle_comes_back_and_the_rest_gives_what_was_left(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1})
    first = counter.take_back(sale.receipt_number, {"cola": 1})
    assert (first.total_minor, first.receipt_number) == (-300, "S01-T02-000002")
    [back] = first.returned
    assert [(each.name, each.total_minor) for each in back.claw_back] == [("汉堡套餐", 379)]
    _identity(first)
    second = counter.take_back(sale.receipt_number, {"burger": 1})
    assert second.total_minor == -2_500
    _identity(second)
    with pytest.raises(RuleError, match=r"return\.more_than_left"):
        counter.plan(sale.receipt_number, {"burger": 1})


def test_a_store_that_keeps_promotions_takes_none_back(tmp_path: Path) -> None:
    with open_shop(tmp_path, return_policy="keep") as till:
        till.open_shift()
        stock_menu(till)
        counter = ReturnsCounter(till)
        sale = counter.sell({"burger": 1, "cola": 1})
        assert counter.take_back(sale.receipt_number, {"cola": 1}).total_minor == -679


def test_a_receipt_is_found_by_its_last_digits_or_in_small_letters(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    assert counter.find(" 1 ").sold.sale_id == sale.sale_id
    assert counter.find("s01-t02-000001").cashier == "李娜"
    with pytest.raises(RuleError, match=r"return\.number_missing"):
        counter.find("  ")


def test_a_number_that_nobody_knows_is_refused(counter: ReturnsCounter) -> None:
    counter.till.api.online = True
    with pytest.raises(RuleError, match=r"return\.receipt_unknown"):
        counter.find("S01-T09-000009")


def test_a_receipt_of_another_till_needs_the_line(counter: ReturnsCounter) -> None:
    with pytest.raises(RuleError) as refused:
        counter.find("S01-T01-000007")
    assert (refused.value.code, refused.value.arguments) == ("return.other_till_offline", ("S01-T01-000007",))


def _elsewhere(counter: ReturnsCounter, sale: SaleCompleted, *documents: SaleCompleted) -> str:
    """Let head office know ``sale`` under the number of another till, and what came back there."""
    number = "S01-T01-000007"
    other = sale.model_copy(update={"sale_id": "sale-of-another-till", "receipt_number": number})
    returned = tuple((f"doc-{at}", refund_of(body.returned[0])) for at, body in enumerate(documents))
    counter.till.api.online = True
    counter.till.api.receipts[number] = ReceiptAnswer(sold_of(other), counter.till.clock.now_ms(), returned)
    return number


def test_goods_of_another_till_come_back_here(counter: ReturnsCounter) -> None:
    number = _elsewhere(counter, counter.sell({"burger": 1, "cola": 1}))
    body = counter.take_back(number, {"cola": 1})
    assert (body.total_minor, body.returned[0].receipt_number) == (-300, number)
    # The answer of head office is old: it has not heard of this document yet.
    found = counter.find(number)
    assert found.known == (body.sale_id,)
    assert [found.left_milli(line.line_id) for line in found.sold.lines] == [1_000, 0]


def test_what_came_back_at_another_till_cannot_come_back_here(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1})
    document = counter.take_back(sale.receipt_number, {"cola": 1})
    with counter.till.store.read() as work:
        assert len(work.returns.of_sale(sale.sale_id)) == 1
    number = _elsewhere(counter, sale, document)
    found = counter.find(number)
    assert [found.left_milli(line.line_id) for line in found.sold.lines] == [1_000, 0]


def test_own_receipts_are_found_without_the_line_and_say_so(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    assert not counter.find(sale.receipt_number).complete
    counter.till.api.online = True
    assert counter.find(sale.receipt_number).complete


def test_two_documents_cannot_take_the_same_piece_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    waiting = counter.current.basket
    counter.complete()
    with pytest.raises(RuleError) as refused:
        counter.till.complete_sale(
            LI,
            replace(waiting, basket_id="another"),
            priced=counter.till.prices(waiting),
            tenders=(),
            give_back=GiveBack((PayOut("cash", 2_800),)),
        )
    assert refused.value.code == "return.changed_meanwhile"
    with counter.till.store.read() as work:
        assert len(work.returns.of_sale(sale.sale_id)) == 1


def test_a_dearer_exchange_is_one_document_that_the_customer_pays(counter: ReturnsCounter) -> None:
    sale = counter.sell({"cola": 1})
    counter.put(sale.receipt_number, {"cola": 1})
    counter.current.add_product(counter.till.product("latte"))
    body = counter.complete(TenderInput("cash", 2_000))
    assert (body.list_minor, body.total_minor) == (2_800, 2_000)
    assert [(each.kind, each.amount_minor) for each in body.tenders] == [("cash", 2_000)]
    [part] = body.returned[0].parts
    assert (part.amount_minor, part.moved_minor, part.given_minor) == (800, 800, 0)
    _identity(body)


def test_a_cheaper_exchange_gives_the_rest_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    counter.current.add_product(counter.till.product("cola"))
    body = counter.complete()
    assert body.total_minor == -2_000
    assert [(each.kind, each.amount_minor) for each in body.tenders] == [("cash", -2_000)]
    _identity(body)


def test_an_even_exchange_moves_no_money(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    counter.current.add_product(counter.till.product("latte"))
    body = counter.complete()
    assert (body.total_minor, body.tenders) == (0, ())
    _identity(body)


def test_goods_of_an_exchange_come_back_for_the_money_that_paid_them(counter: ReturnsCounter) -> None:
    card = TenderInput("external", 2_800, "4711")
    sale = counter.sell({"latte": 1}, card)
    counter.put(sale.receipt_number, {"latte": 1})
    counter.current.add_product(counter.till.product("cola"))
    exchange = counter.complete()
    assert [(each.kind, each.reference, each.amount_minor) for each in exchange.tenders] == [
        ("external", "4711", -2_000)
    ]
    back = counter.take_back(exchange.receipt_number, {"cola": 1})
    assert [(each.kind, each.reference, each.amount_minor) for each in back.tenders] == [
        ("external", "4711", -800)
    ]


def test_money_goes_back_to_its_own_tender_first(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2}, TenderInput("external", 3_000, "4711"), TenderInput("cash", 2_600))
    first = counter.take_back(sale.receipt_number, {"latte": 1})
    assert [(each.kind, each.amount_minor) for each in first.tenders] == [("external", -2_800)]
    counter.put(sale.receipt_number, {"latte": 1})
    assert [
        (each.kind, each.most_minor, each.own_minor) for each in offers(counter.current.basket, 2_800)
    ] == [
        ("external", 200, 200),
        ("cash", 2_800, 2_600),
    ]
    second = counter.complete()
    assert [(each.kind, each.amount_minor) for each in second.tenders] == [
        ("external", -200),
        ("cash", -2_600),
    ]


def test_cash_for_a_card_needs_its_own_right(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1}, TenderInput("external", 2_800))
    counter.put(sale.receipt_number, {"latte": 1})
    cash = GiveBack((PayOut("cash", 2_800),))
    clerk = Actor("wu", "吴昊", "cashier", {"sell": None, "sale.return": None})
    with pytest.raises(NeedsApproval) as asked:
        counter.complete(give_back=cash, actor=clerk)
    assert (asked.value.code, asked.value.act.verb) == ("right.missing", "refund.cash")
    allowed = Approval(asked.value.act, "li", "李娜", 1)
    body = counter.complete(give_back=replace(cash, approval=allowed), actor=clerk)
    assert [(each.kind, each.amount_minor) for each in body.tenders] == [("cash", -2_800)]
    assert [(act.kind, act.amount_minor, act.reason, act.approved_by) for act in body.acts] == [
        ("sale.return", -2_800, "changed_mind", None),
        ("refund.cash", -2_800, "cash_instead", "li"),
    ]


def test_a_limit_is_compared_with_the_refund_and_another_person_may_allow_it(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    _, goods = counter.plan(sale.receipt_number, {"latte": 1})
    with pytest.raises(NeedsApproval) as asked:
        counter.returns.put(CASHIER, goods)
    assert (asked.value.code, asked.value.arguments) == ("right.over_limit", ("sale.return", 2_000))
    counter.returns.put(CASHIER, goods, approval=Approval(goods.act, "li", "李娜", 1))
    body = counter.complete(actor=CASHIER)
    assert [(act.kind, act.approved_by) for act in body.acts] == [("sale.return", "li")]


def test_an_approval_of_somebody_who_left_counts_no_more(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    _, goods = counter.plan(sale.receipt_number, {"latte": 1})
    counter.returns.put(CASHIER, goods, approval=Approval(goods.act, "nobody", "–", 1))
    with pytest.raises(NeedsApproval, match=r"right\.missing"):
        counter.complete(actor=CASHIER)


def test_an_old_receipt_asks_for_a_right_without_a_limit(counter: ReturnsCounter) -> None:
    sale = counter.sell({"cola": 1})
    counter.till.clock.advance(30 * DAY_MS)
    assert not counter.find(sale.receipt_number).too_old
    counter.till.clock.advance(DAY_MS)
    found, goods = counter.plan(sale.receipt_number, {"cola": 1})
    assert (found.too_old, found.days, goods.act.amount) == (True, 31, BEYOND_EVERY_LIMIT)
    with pytest.raises(NeedsApproval) as asked:
        counter.returns.put(CASHIER, goods)
    assert (asked.value.code, asked.value.arguments) == ("return.too_old", (31,))
    counter.returns.put(LI, goods)
    assert counter.complete().total_minor == -800


def test_points_and_a_coupon_go_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2}, member=GOLD, coupons=(COUPON,))
    # Two lattes of 26.00 for members, 5.00 off: 47.00 and 47 points.
    assert (sale.total_minor, sale.points_earned) == (4_700, 47)
    first = counter.take_back(sale.receipt_number, {"latte": 1})
    assert (first.total_minor, first.returned[0].points_reversed, first.returned[0].coupons) == (
        -2_350,
        24,
        (),
    )
    second = counter.take_back(sale.receipt_number, {"latte": 1})
    assert (second.total_minor, second.returned[0].points_reversed) == (-2_350, 23)
    assert second.returned[0].coupons == ("k1",)
    with counter.till.store.read() as work:
        assert not work.coupons.is_used("k1")
        points = work.connection.execute(text("SELECT alias, points FROM points_entry ORDER BY seq"))
        assert [tuple(row) for row in points] == [(ALIAS, 47), (ALIAS, -24), (ALIAS, -23)]


def test_a_coupon_that_ran_out_is_named_and_does_not_come_back(counter: ReturnsCounter) -> None:
    expires = counter.till.clock.now_ms() + DAY_MS
    sale = counter.sell({"latte": 1}, coupons=(replace(COUPON, expires_ms=expires),))
    counter.till.clock.advance(2 * DAY_MS)
    _, goods = counter.plan(sale.receipt_number, {"latte": 1})
    assert (goods.refund.coupons, goods.lapsed) == ((), ("k1",))


def test_returned_goods_are_in_the_stock_again(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2})
    with counter.till.store.read() as work:
        assert work.stock.levels(["latte"])["latte"].on_hand_milli == 8_000
    counter.take_back(sale.receipt_number, {"latte": 1})
    _, goods = counter.plan(sale.receipt_number, {"latte": 1}, restock=False)
    counter.returns.put(LI, goods)
    counter.complete()
    with counter.till.store.read() as work:
        assert work.stock.levels(["latte"])["latte"].on_hand_milli == 9_000


def test_coins_are_rounded_over_all_refunds_of_a_receipt(counter: ReturnsCounter) -> None:
    page = {"id": "third", "kind": "fixed_price", "params": {"price_minor": 33}}
    stock_menu(counter.till, {**page, "scope": {"product_ids": ["twin_a"]}})
    sale = counter.sell({"twin_a": 3})
    assert (sale.total_minor, sale.rounding_minor) == (99, 1)
    handed = [counter.take_back(sale.receipt_number, {"twin_a": 1}).tenders for _ in range(3)]
    # 0.33, 0.66, 0.99 in coins of 0.10: 0.30, 0.70, and all that was paid.
    assert [sum(each.amount_minor for each in tenders) for tenders in handed] == [-30, -40, -30]


@pytest.mark.parametrize(
    ("payouts", "code"),
    [
        ((PayOut("cash", 2_700),), "tender.insufficient"),
        ((PayOut("cash", 2_900),), "refund.too_much"),
        ((PayOut("external", 2_800),), "refund.not_from_there"),
        ((PayOut("cash", 2_801), PayOut("cash", -1)), "refund.bad_amount"),
    ],
)
def test_what_is_given_back_has_to_add_up(
    counter: ReturnsCounter, payouts: tuple[PayOut, ...], code: str
) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    with pytest.raises(RuleError) as refused:
        counter.complete(give_back=GiveBack(payouts))
    assert refused.value.code == code


def test_nothing_is_taken_from_a_customer_who_gets_money_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    with pytest.raises(RuleError, match=r"tender\.not_needed"):
        counter.complete(TenderInput("cash", 100))


def test_half_a_piece_and_nothing_do_not_come_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    found = counter.find(sale.receipt_number)
    line_id = found.sold.lines[0].line_id
    for wanted, code in (({line_id: 500}, "return.bad_quantity"), ({line_id: 0}, "return.nothing")):
        with pytest.raises(RuleError) as refused:
            counter.returns.plan(found, wanted, reason="other", restock=True)
        assert refused.value.code == code


def test_a_receipt_is_on_the_counter_once_and_can_be_undone(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 2})
    counter.put(sale.receipt_number, {"latte": 1})
    counter.put(sale.receipt_number, {"latte": 2})
    assert [goods.refund_minor for goods in counter.current.basket.returns] == [5_600]
    counter.current.undo()
    assert [goods.refund_minor for goods in counter.current.basket.returns] == [2_800]
    counter.returns.take_out(sale.receipt_number)
    assert counter.current.basket.is_empty


def test_returned_goods_survive_a_power_cut(counter: ReturnsCounter) -> None:
    sale = counter.sell({"burger": 1, "cola": 1}, member=GOLD)
    _, goods = counter.plan(sale.receipt_number, {"cola": 1})
    counter.returns.put(CASHIER, goods, approval=Approval(goods.act, "li", "李娜", 7))
    kept = SaveBasket(counter.till.store).load()
    assert kept == counter.current.basket


def test_a_shift_is_not_closed_over_returned_goods(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    with pytest.raises(RuleError, match=r"shift\.basket_open"):
        counter.till.close_shift(LI, {"cash": 22_800})


def test_goods_without_a_receipt_give_what_they_cost_today(counter: ReturnsCounter) -> None:
    page = {"id": "ten", "kind": "percent", "params": {"percent_bp": 1_000}}
    stock_menu(counter.till, {**page, "scope": {"product_ids": ["latte"]}})
    latte = counter.till.product("latte")
    assert counter.returns.price_today(latte) == 2_520
    with pytest.raises(RuleError, match=r"return\.price_above"):
        counter.returns.plan_without_receipt([WithoutReceipt(latte, 1_000, 2_521, "other", restock=True)])
    goods = counter.returns.plan_without_receipt([WithoutReceipt(latte, 2_000, 2_000, "other", restock=True)])
    assert (goods.refund_minor, goods.act.verb) == (4_000, "sale.return_without_receipt")
    with pytest.raises(NeedsApproval, match=r"right\.missing"):
        counter.returns.put(CASHIER, goods)
    counter.returns.put(LI, goods)
    cola = WithoutReceipt(counter.till.product("cola"), 1_000, 800, "defective", restock=False)
    counter.returns.put(LI, counter.returns.plan_without_receipt([cola]))
    body = counter.complete()
    assert (body.total_minor, len(body.returned), body.returned[0].sale_id) == (-4_800, 1, None)
    assert [(each.kind, each.amount_minor) for each in body.tenders] == [("cash", -4_800)]
    assert body.tax[0].tax_minor == -(460 + 92)
    _identity(body)


def test_empties_come_back_by_the_right_for_receipts(counter: ReturnsCounter) -> None:
    stock_goods(counter.till)
    bottle = WithoutReceipt(counter.till.product("bottle"), 6_000, 50, "other", restock=True)
    counter.returns.put(CASHIER, counter.returns.plan_without_receipt([bottle]))
    body = counter.complete(actor=CASHIER)
    assert (body.total_minor, [act.kind for act in body.acts]) == (-300, ["sale.return"])


def test_who_may_not_sell_may_still_take_goods_back(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    desk = Actor("desk", "D", "staff", {"sale.return": None})
    assert counter.complete(actor=desk).total_minor == -2_800


def test_a_sale_keeps_what_its_returns_need(counter: ReturnsCounter) -> None:
    body = counter.sell({"burger": 1, "cola": 1}, member=GOLD)
    assert body.basis is not None
    assert [each["id"] for each in body.basis.campaigns] == ["menu"]
    assert [line.points for line in body.lines] == [21, 7]


def test_an_even_document_opens_no_drawer_and_one_with_cash_does(counter: ReturnsCounter) -> None:
    sale = counter.sell({"latte": 1})
    counter.put(sale.receipt_number, {"latte": 1})
    basket = counter.current.basket
    paid = counter.till.complete_sale(
        LI,
        basket,
        priced=counter.till.prices(basket),
        tenders=(),
        give_back=GiveBack((PayOut("cash", 2_800),)),
    )
    assert paid.drawer_job_id is not None
    with pytest.raises(InsufficientTender):
        counter.complete(give_back=GiveBack(()))


def test_what_was_given_back_is_told_and_a_customer_who_pays_gets_none(counter: ReturnsCounter) -> None:
    heard: list[SaleDone] = []
    counter.till.events.subscribe(SaleDone, heard.append)
    sale = counter.sell({"latte": 1}, TenderInput("external", 1_000, "4711"), TenderInput("cash", 2_000))
    counter.take_back(sale.receipt_number, {"latte": 1})
    assert [(event.change.minor, event.given) for event in heard] == [(200, None), (0, Money(2_800, "CNY"))]
