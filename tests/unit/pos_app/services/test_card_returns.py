"""Goods that were paid by card come back: the provider gives the money back, once, and is never forgotten."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.events import PaymentChanged
from pos_app.services.give_back import GiveBack, PayOut
from pos_app.services.payment_desk import ASK_AGAIN_MS, DeskLanes, DeskSurroundings, PaymentDesk
from pos_app.services.payment_model import Payment
from pos_app.services.payment_ports import PaymentAnswer
from retail_core.money import Money
from tests.fakes import FakeProvider, InlineLane
from tests.returns_counter import ReturnsCounter
from tests.till_shop import LI, Till, open_shop
from tests.ui.fakes import FakeTimers

NO_ANSWER = PaymentAnswer("unknown", "payment.no_answer")
REFUSED = PaymentAnswer("declined", "payment.refund_refused")


class _Counter:
    """Two lattes of 28.00 were sold by card; a desk and its provider run."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.provider = FakeProvider()
        self.timers = FakeTimers()
        self.heard: list[Payment] = []
        self.troubles: list[BaseException] = []
        till.events.subscribe(PaymentChanged, lambda event: self.heard.append(event.payment))
        self.desk = self.make()
        self.desk.start()
        self.returns = ReturnsCounter(till)
        basket = till.basket()
        basket.add_product(till.product("latte"), qty_milli=2_000)
        basket_id = basket.basket.basket_id
        self.desk.charge(LI, basket_id, amount=Money(5_600, "CNY"), code=None, on_error=self.troubles.append)
        self.charge = self.heard[-1]
        tender = TenderInput("card", 5_600, self.charge.tender_reference, "simulated")
        self.receipt = till.pay(basket.basket, tender).receipt_number
        self.heard.clear()

    def make(self) -> PaymentDesk:
        return PaymentDesk(
            self.till.payments,
            self.provider,
            lanes=DeskLanes(InlineLane(), InlineLane()),
            around=DeskSurroundings(self.till.clock, self.timers, self.till.events, self.troubles.append),
        )

    def pass_ms(self, length_ms: int) -> None:
        self.till.clock.advance(length_ms)
        self.timers.advance(length_ms)


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[_Counter]:
    with open_shop(tmp_path) as till:
        till.open_shift()
        yield _Counter(till)


def test_what_comes_back_is_given_back_by_the_provider_in_parts(counter: _Counter) -> None:
    for _ in range(2):
        body = counter.returns.take_back(counter.receipt, {"latte": 1})
        assert [(each.kind, each.amount_minor) for each in body.tenders] == [("card", -2_800)]
    assert [(order.reference, order.amount.minor) for order in counter.provider.refunded] == [
        (counter.charge.reference, 2_800),
        (counter.charge.reference, 2_800),
    ]
    assert len({order.order_no for order in counter.provider.refunded}) == 2
    assert [each.state for each in counter.heard] == ["written", "approved"] * 2
    assert counter.desk.unfinished() == []


def test_a_refund_that_nobody_heard_of_is_sent_again_until_it_is_known_also_after_a_restart(
    counter: _Counter,
) -> None:
    counter.provider.refund_answer = NO_ANSWER
    counter.returns.take_back(counter.receipt, {"latte": 1})
    counter.pass_ms(ASK_AGAIN_MS[0])
    counter.provider.refund_answer = PaymentAnswer("approved")
    counter.timers = FakeTimers()
    counter.make().start()
    assert counter.heard[-1].state == "approved"
    assert len({order.order_no for order in counter.provider.refunded}) == 1
    assert len(counter.provider.refunded) == 3


def test_a_till_that_dies_right_after_the_return_was_written_sends_it_at_its_next_start(
    tmp_path: Path,
) -> None:
    with open_shop(tmp_path) as till:
        till.open_shift()
        tender = TenderInput("card", 2_800, "r-1", "simulated")
        returns = ReturnsCounter(till)
        basket = till.basket()
        basket.add_product(till.product("latte"))
        till.approve(basket.basket, tender)
        receipt = till.pay(basket.basket, tender).receipt_number
        # Nobody listens: the desk died with the till.
        returns.take_back(receipt, {"latte": 1})
        [promised] = till.payments.unfinished()
        provider = FakeProvider()
        troubles: list[BaseException] = []
        around = DeskSurroundings(till.clock, FakeTimers(), till.events, troubles.append)
        PaymentDesk(
            till.payments, provider, lanes=DeskLanes(InlineLane(), InlineLane()), around=around
        ).start()
        assert [order.order_no for order in provider.refunded] == [promised.payment_id]
        assert till.payments.unfinished() == []


def test_a_refund_that_is_refused_waits_for_a_person(counter: _Counter) -> None:
    counter.provider.refund_answer = REFUSED
    counter.returns.take_back(counter.receipt, {"latte": 1})
    [waits] = counter.desk.unfinished()
    assert (waits.state, waits.has_failed, waits.amount) == ("declined", True, Money(2_800, "CNY"))
    # It can be asked for once more, as the same order, …
    counter.desk.ask(waits.payment_id)
    assert len({order.order_no for order in counter.provider.refunded}) == 1
    assert len(counter.provider.refunded) == 2
    # … or settled by hand.
    manager = replace(LI, rights={**LI.rights, "payment.resolve": None})
    counter.till.payments.decide(manager, waits.payment_id, paid=True)
    assert counter.desk.unfinished() == []
    with counter.till.store.read() as work:
        [entry] = work.journal.of_types(["payment.resolved"])
    assert (entry.body["kind"], entry.body["outcome"], entry.body["means"]) == (
        "refund",
        "refunded",
        "person",
    )


def test_cash_in_place_of_the_card_asks_no_provider(counter: _Counter) -> None:
    counter.returns.put(counter.receipt, {"latte": 1})
    counter.returns.complete(give_back=GiveBack((PayOut("cash", 2_800),)))
    assert counter.provider.refunded == []
    assert counter.desk.unfinished() == []
