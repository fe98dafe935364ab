"""Cards and payment codes on the Pay screen, over the real till and a provider that does as it is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.payment_desk import ASK_AGAIN_MS, POLL_MS
from pos_app.services.payment_ports import PaymentAnswer
from pos_app.ui.screens.pay.card_part import CODE_MS
from pos_app.ui.screens.pay.state import CardState
from retail_core.codes.payment import PaymentCode
from retail_core.money import Money
from tests.till_shop import LI, open_shop
from tests.unit.pos_app.ui.screens.test_pay_presenter import Stage

CODE = "134567890123456780"
UNKNOWN = PaymentAnswer("unknown", "payment.no_answer")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with open_shop(tmp_path) as till:
        yield Stage(till, provider="simulated")


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


def card(stage: Stage) -> CardState:
    assert stage.shown.card is not None
    return stage.shown.card


def tenders(stage: Stage) -> list[tuple[str, int, str]]:
    with stage.till.store.read() as work:
        found = work.sales.by_number("S01-T02-000001")
    assert found is not None
    return [(tender.kind, tender.amount_minor, tender.provider) for tender in found[0].tenders]


def in_doubt(stage: Stage) -> str:
    """Ring up a latte, charge it, and hear nothing; return the payment's order number."""
    stage.provider.answers = [UNKNOWN]
    stage.provider.down = True
    stage.ring_up("latte")
    assert stage.presenter.take_scan(CODE)
    assert card(stage).phase == "doubt"
    return stage.provider.charged[-1].order_no


def _fail(error: Exception) -> None:
    raise error


def test_a_scanned_code_charges_the_total_at_once_and_completes_the_sale(stage: Stage) -> None:
    stage.ring_up("cake")
    assert stage.presenter.take_scan(CODE)
    assert [(order.amount, order.code) for order in stage.provider.charged] == [(cny(1_995), CODE)]
    assert stage.shown.paid is not None
    assert tenders(stage) == [("card", 1_995, "simulated")]


def test_a_scanned_code_charges_what_was_keyed_in_as_a_part(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("20")
    stage.presenter.take_scan(CODE)
    assert [order.amount for order in stage.provider.charged] == [cny(2_000)]
    assert [(part.kind, part.value) for part in stage.shown.parts] == [("card", cny(2_000))]
    assert (stage.shown.tender, stage.shown.to_pay, stage.shown.paid) == ("cash", cny(800), None)
    stage.presenter.exact()
    assert tenders(stage) == [("card", 2_000, "simulated"), ("cash", 800, "")]


def test_the_part_that_was_asked_for_survives_the_first_key_of_a_scan(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("20")
    stage.presenter.choose("card")
    before = stage.shown
    stage.key_in("1")
    stage.presenter.take_back(before)
    stage.presenter.take_scan(CODE)
    assert [order.amount for order in stage.provider.charged] == [cny(2_000)]


def test_enter_asks_for_the_card_at_the_terminal(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.choose("card")
    assert (card(stage).phase, card(stage).amount) == ("waiting", cny(2_800))
    stage.presenter.finish()
    assert [(order.amount, order.code) for order in stage.provider.charged] == [(cny(2_800), None)]


def test_a_code_from_sell_charges_after_one_confirmation(stage: Stage) -> None:
    stage.presenter.card.bring(PaymentCode("wechat", CODE))
    stage.ring_up("latte")
    assert (card(stage).phase, card(stage).amount, stage.provider.charged) == ("ready", cny(2_800), [])
    stage.presenter.finish()
    assert [order.code for order in stage.provider.charged] == [CODE]
    assert stage.shown.paid is not None


def test_a_code_from_sell_is_forgotten_when_it_is_too_old_or_nobody_wants_it(stage: Stage) -> None:
    stage.presenter.card.bring(PaymentCode("wechat", CODE))
    stage.ring_up("latte")
    stage.timers.advance(CODE_MS)
    assert (card(stage).phase, stage.shown.said.code) == ("waiting", "payment.code_old")
    stage.presenter.card.bring(PaymentCode("wechat", CODE))
    stage.presenter.choose("cash")
    stage.presenter.choose("card")
    stage.presenter.finish()
    assert [order.code for order in stage.provider.charged] == [None]


def test_a_decline_is_said_and_another_tender_can_be_taken(stage: Stage) -> None:
    stage.provider.answers = [PaymentAnswer("declined", "payment.not_enough_money")]
    stage.ring_up("latte")
    stage.presenter.take_scan(CODE)
    assert (stage.shown.said.code, stage.shown.card) == ("payment.not_enough_money", None)
    stage.presenter.exact()
    assert tenders(stage) == [("cash", 2_800, "")]


def test_the_customer_is_waited_for_with_a_countdown_and_then_it_is_paid(stage: Stage) -> None:
    stage.provider.answers = [PaymentAnswer("pending")]
    stage.ring_up("latte")
    stage.presenter.take_scan(CODE)
    assert (card(stage).phase, card(stage).seconds_left) == ("pending", 60)
    stage.till.clock.advance(1_000)
    stage.timers.advance(1_000)
    assert card(stage).seconds_left == 59
    stage.provider.known[stage.provider.charged[0].order_no] = PaymentAnswer("approved", "", "r-1")
    stage.timers.advance(POLL_MS)
    assert stage.shown.paid is not None
    assert tenders(stage) == [("card", 2_800, "simulated")]


def test_a_payment_that_waits_for_the_customer_is_called_back(stage: Stage) -> None:
    stage.provider.answers = [PaymentAnswer("pending")]
    stage.ring_up("latte")
    stage.presenter.take_scan(CODE)
    stage.presenter.go_back()
    assert stage.went == []
    stage.presenter.card.cancel()
    assert (stage.shown.card, stage.shown.said.code) == (None, "payment.cancelled")


def test_nothing_else_is_taken_while_a_payment_is_in_doubt(stage: Stage) -> None:
    in_doubt(stage)
    stage.presenter.choose("cash")
    stage.presenter.exact()
    stage.presenter.give(cny(3_000))
    assert not stage.presenter.take_scan("134567890123456781")
    assert (card(stage).phase, stage.shown.paid, len(stage.provider.charged)) == ("doubt", None, 1)


def test_asking_again_ends_a_doubt(stage: Stage) -> None:
    order_no = in_doubt(stage)
    stage.presenter.finish()
    assert card(stage).phase == "doubt"
    stage.provider.down = False
    stage.provider.known[order_no] = PaymentAnswer("approved", "", "r-1")
    stage.presenter.finish()
    assert stage.shown.paid is not None


def test_a_doubt_ends_by_itself_when_the_provider_is_back(stage: Stage) -> None:
    order_no = in_doubt(stage)
    stage.provider.down = False
    stage.provider.known[order_no] = PaymentAnswer("declined", "payment.declined")
    stage.timers.advance(ASK_AGAIN_MS[0])
    assert (stage.shown.card, stage.shown.said.code) == (None, "payment.declined")


def test_a_doubt_that_is_set_aside_lets_the_sale_be_paid_otherwise(stage: Stage) -> None:
    order_no = in_doubt(stage)
    stage.presenter.card.set_aside()
    assert (stage.shown.card, stage.shown.tender) == (None, "cash")
    stage.presenter.exact()
    assert tenders(stage) == [("cash", 2_800, "")]
    assert [each.payment_id for each in stage.payments.unfinished()] == [order_no]


def test_the_basket_can_be_left_while_a_payment_is_in_doubt(stage: Stage) -> None:
    in_doubt(stage)
    stage.presenter.go_back()
    assert stage.went == ["sell"]
    stage.presenter.leave()
    stage.presenter.enter()
    assert card(stage).phase == "doubt"


def test_a_manager_decides_by_approval_that_it_is_paid(stage: Stage) -> None:
    order_no = in_doubt(stage)
    stage.presenter.card.decide(paid=True)
    [(request, _)] = stage.approvals.asked
    assert (request.act.verb, request.act.subject, request.act.amount) == ("payment.resolve", order_no, 2_800)
    assert request.about.code == "payment.about_paid"
    stage.approvals.allow()
    assert stage.shown.paid is not None
    assert tenders(stage) == [("card", 2_800, "simulated")]


def test_a_manager_decides_that_it_is_not_paid_and_the_customer_pays_anew(stage: Stage) -> None:
    in_doubt(stage)
    stage.presenter.card.decide(paid=False)
    stage.approvals.allow()
    assert stage.shown.card is None
    stage.provider.answers = [PaymentAnswer("approved", "", "r-2")]
    stage.presenter.take_scan("134567890123456781")
    assert stage.shown.paid is not None
    assert len({order.order_no for order in stage.provider.charged}) == 2


def test_money_of_a_till_that_was_killed_before_the_sale_is_there_when_it_is_back(stage: Stage) -> None:
    stage.basket.add_product(stage.till.product("latte"))
    basket_id = stage.basket.basket.basket_id
    payment = stage.till.payments.begin(LI, basket_id, amount=cny(2_800), provider="simulated")
    stage.provider.known[payment.payment_id] = PaymentAnswer("approved", "", "r-1")
    stage.payments.start()
    stage.presenter.enter()
    assert ([part.value for part in stage.shown.parts], stage.shown.is_covered) == ([cny(2_800)], True)
    assert (stage.shown.paid, stage.provider.charged) == (None, [])
    stage.presenter.finish()
    assert tenders(stage) == [("card", 2_800, "simulated")]


def test_the_money_of_a_part_is_given_back_after_one_more_touch(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("20")
    stage.presenter.take_scan(CODE)
    number = stage.shown.parts[0].number
    stage.presenter.remove(number)
    assert (stage.shown.said.code, stage.provider.refunded) == ("payment.give_back_confirm", [])
    stage.presenter.remove(number)
    assert [order.amount for order in stage.provider.refunded] == [cny(2_000)]
    assert (stage.shown.parts, stage.shown.said.code) == ((), "payment.given_back")
    assert stage.shown.is_open


def test_taking_the_last_step_back_never_moves_a_customers_money(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("20")
    stage.presenter.take_scan(CODE)
    stage.presenter.undo()
    stage.presenter.undo()
    assert (len(stage.shown.parts), stage.provider.refunded) == (1, [])


def test_a_sale_that_could_not_be_written_keeps_the_customers_money(stage: Stage) -> None:
    stage.ring_up("latte")
    with stage.till.store.write() as work:
        shift = work.shifts.open()
        assert shift is not None
        work.shifts.mark_closed(shift.shift_id, 1)
    stage.presenter.take_scan(CODE)
    assert (stage.shown.said.code, stage.shown.is_covered) == ("shift.none_open", True)
    assert [part.value for part in stage.shown.parts] == [cny(2_800)]


def test_a_payment_for_another_basket_changes_nothing_here(stage: Stage) -> None:
    stage.ring_up("latte")
    before = stage.shown
    stage.payments.charge(LI, "b9", amount=cny(100), code=None, on_error=_fail)
    assert stage.shown == before


def test_without_a_provider_a_code_is_refused_and_no_card_is_offered(tmp_path: Path) -> None:
    with open_shop(tmp_path) as till:
        stage = Stage(till)
        stage.ring_up("latte")
        assert "card" not in stage.shown.offered
        stage.presenter.take_scan(CODE)
        assert (stage.shown.said.code, stage.provider.charged) == ("payment.none", [])
