"""What the till keeps of payments: nothing is forgotten, nothing is asked for twice, no money is left out."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_app.services.abandon_basket import AbandonBasket
from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket import SaveBasket
from pos_app.services.basket_model import Basket
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.park_sale import ParkSale
from pos_app.services.payment_model import Payment
from pos_app.services.payment_ports import PaymentAnswer
from pos_app.services.payments import act_of
from pos_app.services.recall_sale import RecallSale
from pos_app.services.records import Actor
from retail_core.journal import Entry
from retail_core.money import Money
from tests.four_eyes import close_allowed
from tests.till_shop import LI, Till

AMOUNT = Money(2_800, "CNY")
UNKNOWN = PaymentAnswer("unknown", "payment.no_answer")
APPROVED = PaymentAnswer("approved", "", "r-1")
WU = Actor("wu", "吴昊", "cashier", {"sell": None})


def begin(till: Till, basket_id: str = "b1") -> Payment:
    return till.payments.begin(LI, basket_id, amount=AMOUNT, provider="simulated")


def latte(till: Till) -> Basket:
    basket = till.basket()
    basket.add_product(till.product("latte"))
    return basket.basket


def facts_of(till: Till) -> list[tuple[str, dict[str, object]]]:
    with till.store.read() as work:
        found: list[Entry] = list(work.journal.of_types(["payment.doubted", "payment.resolved"]))
    return [(entry.type, dict(entry.body)) for entry in found]


def outcomes(till: Till) -> list[tuple[object, object]]:
    return [(body["outcome"], body["means"]) for kind, body in facts_of(till) if kind == "payment.resolved"]


def test_an_intent_is_there_before_anything_is_sent(till: Till) -> None:
    payment = begin(till)
    assert till.payments.get(payment.payment_id) == payment
    assert (payment.state, payment.amount, payment.provider) == ("written", AMOUNT, "simulated")


def test_every_attempt_has_a_number_of_its_own(till: Till) -> None:
    first = begin(till)
    till.payments.note(first.payment_id, PaymentAnswer("declined", "payment.not_enough_money"))
    assert begin(till).payment_id != first.payment_id


@pytest.mark.parametrize("state", ["written", "pending", "unknown"])
def test_no_new_attempt_before_the_old_one_is_known(till: Till, state: str) -> None:
    first = begin(till)
    if state != "written":
        till.payments.note(first.payment_id, PaymentAnswer(state))  # type: ignore[arg-type]  # two states
    with pytest.raises(RuleError, match=r"payment.in_doubt"):
        begin(till)
    # It holds up its own sale only.
    begin(till, "b2")


def test_a_payment_that_is_set_aside_holds_up_nothing_and_stays_on_the_list(till: Till) -> None:
    first = begin(till)
    till.payments.note(first.payment_id, UNKNOWN)
    till.payments.set_aside(first.payment_id)
    begin(till)
    assert first.payment_id in {each.payment_id for each in till.payments.unfinished()}


def test_a_providers_last_word_is_final(till: Till) -> None:
    payment = begin(till)
    till.payments.note(payment.payment_id, APPROVED)
    after = till.payments.note(payment.payment_id, PaymentAnswer("declined", "payment.declined"))
    assert (after.state, after.reference) == ("approved", "r-1")


def test_a_doubt_is_journalled_once_and_so_is_its_end(till: Till) -> None:
    payment = begin(till)
    for answer in (UNKNOWN, UNKNOWN, PaymentAnswer("pending"), APPROVED):
        till.payments.note(payment.payment_id, answer)
    assert [kind for kind, _ in facts_of(till)] == ["payment.doubted", "payment.resolved"]
    assert facts_of(till)[0][1] == {
        "payment_id": payment.payment_id,
        "kind": "charge",
        "sale_id": "b1",
        "provider": "simulated",
        "amount_minor": 2_800,
        "currency": "CNY",
    }
    assert outcomes(till) == [("paid", "provider")]


def test_a_payment_that_was_never_in_doubt_needs_no_fact_but_its_sale(till: Till) -> None:
    payment = begin(till)
    till.payments.note(payment.payment_id, PaymentAnswer("pending"))
    till.payments.note(payment.payment_id, APPROVED)
    assert facts_of(till) == []


def test_a_sale_uses_the_payments_of_its_basket(till: Till) -> None:
    till.open_shift()
    basket = latte(till)
    tender = TenderInput("card", 2_800, "r-1", "simulated")
    payment = till.approve(basket, tender)
    till.pay(basket, tender)
    used = till.payments.get(payment.payment_id)
    assert used is not None
    assert (used.used_by, used.is_closed) == (basket.basket_id, True)
    assert till.payments.unfinished() == []


def test_a_card_that_nobody_approved_pays_nothing(till: Till) -> None:
    till.open_shift()
    with pytest.raises(RuleError, match=r"payment.not_approved"):
        till.pay(latte(till), TenderInput("card", 2_800, "r-1", "simulated"))


def test_a_payment_of_another_basket_pays_nothing_here(till: Till) -> None:
    till.open_shift()
    tender = TenderInput("card", 2_800, "r-1", "simulated")
    till.approve(latte(till), tender)
    with pytest.raises(RuleError, match=r"payment.not_approved"):
        till.pay(latte(till), tender)


def test_money_that_is_here_cannot_be_left_out(till: Till) -> None:
    till.open_shift()
    basket = latte(till)
    till.approve(basket, TenderInput("card", 2_800, "r-1", "simulated"))
    with pytest.raises(RuleError, match=r"payment.unused"):
        till.pay(basket, TenderInput("cash", 2_800))


def test_a_sale_waits_for_a_payment_in_doubt_until_it_is_set_aside(till: Till) -> None:
    till.open_shift()
    basket = latte(till)
    payment = begin(till, basket.basket_id)
    till.payments.note(payment.payment_id, UNKNOWN)
    with pytest.raises(RuleError, match=r"payment.in_doubt"):
        till.pay(basket, TenderInput("cash", 2_800))
    till.payments.set_aside(payment.payment_id)
    till.pay(basket, TenderInput("cash", 2_800))
    # It turns out to be paid: the money pays for nothing, and somebody has to give it back.
    late = till.payments.note(payment.payment_id, APPROVED)
    assert (late.is_free, late.needs_somebody) == (True, True)
    assert [each.payment_id for each in till.payments.unfinished()] == [payment.payment_id]


def test_money_without_a_sale_goes_back_by_an_order_of_its_own(till: Till) -> None:
    payment = till.payments.note(begin(till).payment_id, APPROVED)
    refund = till.payments.begin_refund(LI, payment)
    assert (refund.kind, refund.reference, refund.amount) == ("refund", "r-1", AMOUNT)
    assert refund.payment_id != payment.payment_id
    till.payments.note(refund.payment_id, PaymentAnswer("approved"))
    charge = till.payments.get(payment.payment_id)
    assert charge is not None
    assert (charge.refunded, charge.is_closed) == (True, True)
    assert outcomes(till) == [("refunded", "provider")]
    assert till.payments.unfinished() == []


def test_a_refund_in_doubt_is_the_same_order_again_and_its_money_pays_for_nothing(till: Till) -> None:
    till.open_shift()
    basket = latte(till)
    tender = TenderInput("card", 2_800, "r-1", "simulated")
    payment = till.approve(basket, tender)
    refund = till.payments.begin_refund(LI, payment)
    till.payments.note(refund.payment_id, UNKNOWN)
    assert till.payments.begin_refund(LI, payment).payment_id == refund.payment_id
    with pytest.raises(RuleError, match=r"payment.not_approved"):
        till.pay(basket, tender)
    # It is on its way back, so the customer can pay otherwise.
    till.pay(basket, TenderInput("cash", 2_800))


def test_money_that_pays_for_a_sale_is_not_given_back_here(till: Till) -> None:
    till.open_shift()
    basket = latte(till)
    tender = TenderInput("card", 2_800, "r-1", "simulated")
    payment = till.approve(basket, tender)
    till.pay(basket, tender)
    with pytest.raises(RuleError, match=r"payment.not_free"):
        till.payments.begin_refund(LI, payment)


def test_a_person_with_the_right_decides_and_it_is_journalled(till: Till) -> None:
    till.open_shift()
    basket = latte(till)
    payment = begin(till, basket.basket_id)
    till.payments.note(payment.payment_id, UNKNOWN)
    manager = replace(LI, rights={**LI.rights, "payment.resolve": None})
    decided = till.payments.decide(manager, payment.payment_id, paid=True)
    assert (decided.is_free, decided.in_doubt, decided.decided_by) == (True, False, "li")
    assert outcomes(till) == [("paid", "person")]
    till.pay(basket, TenderInput("card", 2_800, decided.tender_reference, "simulated"))


def test_a_cashier_needs_somebody_who_allows_it(till: Till) -> None:
    payment = begin(till)
    till.payments.note(payment.payment_id, UNKNOWN)
    with pytest.raises(NeedsApproval) as asked:
        till.payments.decide(WU, payment.payment_id, paid=False)
    act = asked.value.act
    assert act == act_of(payment, paid=False)
    approval = Approval(act, "li", "李娜", 1)
    # What was allowed is that it is not paid: the opposite is another act.
    with pytest.raises(NeedsApproval):
        till.payments.decide(WU, payment.payment_id, paid=True, approval=approval)
    till.payments.decide(WU, payment.payment_id, paid=False, approval=approval)
    resolved = facts_of(till)[-1][1]
    assert (resolved["outcome"], resolved["approved_by"]) == ("not_paid", "li")
    # The customer may pay once more.
    begin(till)


def test_nothing_is_decided_about_what_the_provider_has_said(till: Till) -> None:
    payment = till.payments.note(begin(till).payment_id, APPROVED)
    manager = replace(LI, rights={**LI.rights, "payment.resolve": None})
    with pytest.raises(RuleError, match=r"payment.known"):
        till.payments.decide(manager, payment.payment_id, paid=False)


def test_a_provider_that_says_the_opposite_later_is_heard(till: Till) -> None:
    payment = begin(till)
    till.payments.note(payment.payment_id, UNKNOWN)
    manager = replace(LI, rights={**LI.rights, "payment.resolve": None})
    till.payments.decide(manager, payment.payment_id, paid=False)
    assert [each.needs_somebody for each in till.payments.unfinished()] == [False]
    late = till.payments.note(payment.payment_id, APPROVED)
    assert (late.is_free, late.needs_somebody) == (True, True)
    assert outcomes(till) == [("not_paid", "person"), ("paid", "provider")]


@pytest.mark.parametrize(("answer", "code"), [(APPROVED, "payment.held"), (UNKNOWN, "payment.in_doubt")])
def test_a_basket_with_a_customers_money_is_not_given_up(
    till: Till, answer: PaymentAnswer, code: str
) -> None:
    till.open_shift()
    basket = latte(till)
    payment = begin(till, basket.basket_id)
    till.payments.note(payment.payment_id, answer)
    with pytest.raises(RuleError, match=code):
        AbandonBasket(store=till.store, clock=till.clock)(LI, basket, total_minor=2_800)


def test_nothing_of_a_payment_is_lost_between_two_starts(till: Till) -> None:
    payment = begin(till)
    unknown = till.payments.note(payment.payment_id, UNKNOWN)
    aside = till.payments.set_aside(payment.payment_id)
    assert aside == replace(unknown, aside=True)
    assert till.payments.of_basket("b1") == [aside]


@pytest.mark.parametrize(("answer", "code"), [(APPROVED, "payment.held"), (UNKNOWN, "payment.in_doubt")])
@pytest.mark.parametrize("act", ["park", "split", "recall over it", "close the shift"])
def test_a_customers_money_is_not_left_behind(till: Till, answer: PaymentAnswer, code: str, act: str) -> None:
    till.open_shift()
    counter = till.basket()
    for product_id in ("latte", "cake"):
        counter.add_product(till.product(product_id))
    park = ParkSale(store=till.store, clock=till.clock, ids=till.ids, events=till.events, prices=till.prices)
    other = latte(till)
    if act == "recall over it":
        park(LI, other, name="", total_minor=2_800)
    basket = counter.basket
    till.payments.note(begin(till, basket.basket_id).payment_id, answer)
    emptied = replace(basket, lines=())
    recall = RecallSale(
        store=till.store,
        clock=till.clock,
        events=till.events,
        catalog=till.data.catalog,
        prices=till.prices,
    )
    SaveBasket(till.store)(emptied)
    acts: dict[str, Callable[[], object]] = {
        "park": lambda: park(LI, basket, name="", total_minor=4_795),
        "split": lambda: park.split(LI, basket, parts={basket.lines[0].line_id: 1_000}, name=""),
        "recall over it": lambda: recall(LI, other.basket_id, into=emptied),
        "close the shift": lambda: close_allowed(till.close_shift, LI, {"cash": 10_000}),
    }
    with pytest.raises(RuleError, match=code):
        acts[act]()
    # A payment that is set aside stands on the list in Store health, and holds nobody up.
    till.payments.set_aside(till.payments.of_basket(basket.basket_id)[0].payment_id)
    if code == "payment.in_doubt":
        acts[act]()


def test_a_recall_beside_goods_keeps_the_money_with_them(till: Till) -> None:
    till.open_shift()
    park = ParkSale(store=till.store, clock=till.clock, ids=till.ids, events=till.events, prices=till.prices)
    other = latte(till)
    park(LI, other, name="", total_minor=2_800)
    basket = latte(till)
    payment = till.payments.note(begin(till, basket.basket_id).payment_id, APPROVED)
    recall = RecallSale(
        store=till.store,
        clock=till.clock,
        events=till.events,
        catalog=till.data.catalog,
        prices=till.prices,
    )
    grown = recall(LI, other.basket_id, into=basket).basket
    till.pay(grown, TenderInput("card", 2_800, payment.reference, "simulated"), TenderInput("cash", 2_800))
    assert till.payments.of_basket(basket.basket_id)[0].used_by == basket.basket_id
