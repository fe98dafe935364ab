"""The desk that runs payments: asks again, calls back, gives up nothing that may have moved money."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.errors import PosError, StorageError
from pos_app.services.events import PaymentChanged, PaymentLinkChanged
from pos_app.services.payment_desk import (
    ASK_AGAIN_MS,
    CONFIRM_MS,
    POLL_MS,
    PROBE_MS,
    DeskLanes,
    DeskSurroundings,
    PaymentDesk,
)
from pos_app.services.payment_model import Payment
from pos_app.services.payment_ports import PaymentAnswer
from retail_core.money import Money
from tests.fakes import FakeProvider, InlineLane
from tests.till_shop import LI, Till, open_shop
from tests.ui.fakes import FakeTimers

AMOUNT = Money(2_800, "CNY")
CODE = "134567890123456780"
UNKNOWN = PaymentAnswer("unknown", "payment.no_answer")


class Counter:
    """A desk over a real till and a provider that does as it is told."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.provider = FakeProvider()
        self.timers = FakeTimers()
        self.heard: list[Payment] = []
        self.links: list[bool | None] = []
        self.errors: list[PosError] = []
        self.troubles: list[BaseException] = []
        till.events.subscribe(PaymentChanged, lambda event: self.heard.append(event.payment))
        till.events.subscribe(PaymentLinkChanged, lambda event: self.links.append(event.reachable))
        self.desk = self.make()

    def make(self) -> PaymentDesk:
        return PaymentDesk(
            self.till.payments,
            self.provider,
            lanes=DeskLanes(InlineLane(), InlineLane()),
            around=DeskSurroundings(self.till.clock, self.timers, self.till.events, self.troubles.append),
        )

    def charge(self, basket_id: str = "b1") -> None:
        self.desk.charge(LI, basket_id, amount=AMOUNT, code=CODE, on_error=self.errors.append)

    def pass_ms(self, length_ms: int) -> None:
        self.till.clock.advance(length_ms)
        self.timers.advance(length_ms)

    @property
    def states(self) -> list[str]:
        return [payment.state for payment in self.heard]

    @property
    def last(self) -> Payment:
        return self.heard[-1]


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    with open_shop(tmp_path) as till:
        yield Counter(till)


def test_a_payment_is_kept_then_sent_then_known(counter: Counter) -> None:
    counter.charge()
    assert counter.states == ["written", "approved"]
    [order] = counter.provider.charged
    assert (order.order_no, order.amount, order.code) == (counter.last.payment_id, AMOUNT, CODE)


def test_the_customer_is_waited_for(counter: Counter) -> None:
    counter.provider.answers = [PaymentAnswer("pending")]
    counter.charge()
    counter.pass_ms(POLL_MS)
    assert counter.states == ["written", "pending", "pending"]
    assert counter.desk.seconds_left(counter.last) == (CONFIRM_MS - POLL_MS) // 1000
    counter.provider.known[counter.last.payment_id] = PaymentAnswer("approved", "", "r-9")
    counter.pass_ms(POLL_MS)
    assert (counter.last.state, counter.last.reference) == ("approved", "r-9")
    counter.pass_ms(10 * POLL_MS)
    assert counter.last is counter.heard[3]


def test_a_customer_who_takes_too_long_is_called_back(counter: Counter) -> None:
    counter.provider.answers = [PaymentAnswer("pending")]
    counter.charge()
    counter.pass_ms(CONFIRM_MS)
    counter.pass_ms(POLL_MS)
    assert (counter.last.state, counter.last.code) == ("cancelled", "payment.cancelled")
    assert counter.provider.cancelled == [counter.last.payment_id]


def test_a_customer_who_confirms_at_the_last_moment_has_paid(counter: Counter) -> None:
    counter.provider.answers = [PaymentAnswer("pending")]
    counter.charge()
    counter.provider.known[counter.last.payment_id] = PaymentAnswer("approved", "", "r-9")
    counter.desk.cancel(counter.last.payment_id)
    assert counter.last.state == "approved"


def test_a_payment_in_doubt_is_asked_for_again_and_again_at_longer_intervals(counter: Counter) -> None:
    counter.provider.answers = [UNKNOWN]
    counter.provider.down = True
    counter.charge()
    for length_ms in (*ASK_AGAIN_MS, ASK_AGAIN_MS[-1]):
        before = len(counter.heard)
        counter.pass_ms(length_ms - 1)
        assert len(counter.heard) == before
        counter.pass_ms(1)
        assert len(counter.heard) == before + 1
    assert set(counter.states) == {"written", "unknown"}
    assert len(counter.provider.charged) == 1


def test_what_was_taken_in_silence_is_known_as_soon_as_somebody_asks(counter: Counter) -> None:
    counter.provider.answers = [UNKNOWN]
    counter.charge()
    counter.provider.known[counter.last.payment_id] = PaymentAnswer("approved", "", "r-9")
    counter.desk.ask(counter.last.payment_id)
    assert counter.states == ["written", "unknown", "approved"]
    counter.pass_ms(ASK_AGAIN_MS[-1])
    assert len(counter.heard) == 3


def test_an_order_that_the_provider_never_had_is_closed_there_before_it_counts_as_unpaid(
    counter: Counter,
) -> None:
    counter.provider.answers = [UNKNOWN]
    counter.charge()
    payment_id = counter.last.payment_id
    del counter.provider.known[payment_id]
    counter.pass_ms(ASK_AGAIN_MS[0])
    assert counter.provider.cancelled == [payment_id]
    assert (counter.last.state, counter.last.code) == ("cancelled", "payment.never_arrived")


def test_a_second_attempt_for_one_basket_is_refused_while_the_first_is_in_doubt(counter: Counter) -> None:
    counter.provider.answers = [UNKNOWN]
    counter.charge()
    counter.charge()
    assert [error.code for error in counter.errors] == ["payment.in_doubt"]
    assert len(counter.provider.charged) == 1


def test_after_a_crash_everything_that_was_not_known_is_asked_for(counter: Counter) -> None:
    payments = counter.till.payments
    sent = payments.begin(LI, "b1", amount=AMOUNT, provider="simulated")
    doubtful = payments.note(
        payments.begin(LI, "b2", amount=AMOUNT, provider="simulated").payment_id, UNKNOWN
    )
    never_sent = payments.begin(LI, "b3", amount=AMOUNT, provider="simulated")
    free = payments.note(
        payments.begin(LI, "b4", amount=AMOUNT, provider="simulated").payment_id,
        PaymentAnswer("approved", "", "r-4"),
    )
    counter.provider.known[sent.payment_id] = PaymentAnswer("approved", "", "r-1")
    counter.provider.known[doubtful.payment_id] = PaymentAnswer("declined", "payment.declined")
    counter.desk.start()
    found = {payment.basket_id: payment.state for payment in counter.heard}
    assert found == {"b1": "approved", "b2": "declined", "b3": "cancelled", "b4": "approved"}
    assert counter.provider.cancelled == [never_sent.payment_id]
    assert {each.payment_id for each in counter.desk.unfinished()} == {sent.payment_id, free.payment_id}


def test_money_without_a_sale_is_given_back(counter: Counter) -> None:
    counter.charge()
    counter.desk.give_back(LI, counter.last, on_error=counter.errors.append)
    assert [order.reference for order in counter.provider.refunded] == [counter.heard[1].reference]
    assert (counter.last.kind, counter.last.state) == ("refund", "approved")
    assert counter.desk.unfinished() == []


def test_a_refund_in_doubt_is_sent_again_as_the_same_order(counter: Counter) -> None:
    counter.charge()
    counter.provider.refund_answer = UNKNOWN
    counter.desk.give_back(LI, counter.last, on_error=counter.errors.append)
    counter.provider.refund_answer = PaymentAnswer("approved")
    counter.pass_ms(ASK_AGAIN_MS[0])
    assert len({order.order_no for order in counter.provider.refunded}) == 1
    assert len(counter.provider.refunded) == 2
    assert counter.last.state == "approved"


def test_a_decision_of_a_person_is_told_and_the_provider_is_asked_all_the_same(counter: Counter) -> None:
    counter.provider.answers = [UNKNOWN]
    counter.provider.down = True
    counter.charge()
    payment_id = counter.last.payment_id
    manager = type(LI)(LI.staff_id, LI.name, LI.role, {**LI.rights, "payment.resolve": None})
    counter.desk.decide(manager, payment_id, paid=True, approval=None, on_error=counter.errors.append)
    assert counter.last.decision == "paid"
    counter.provider.down = False
    counter.provider.known[payment_id] = PaymentAnswer("approved", "", "r-9")
    counter.pass_ms(ASK_AGAIN_MS[-1])
    assert (counter.last.state, counter.last.reference) == ("approved", "r-9")


def test_whether_the_provider_answers_is_looked_at_again_and_again(counter: Counter) -> None:
    counter.desk.start()
    counter.provider.down = True
    counter.pass_ms(PROBE_MS)
    counter.pass_ms(PROBE_MS)
    counter.provider.down = False
    counter.pass_ms(PROBE_MS)
    assert counter.links == [True, False, True]


def test_without_a_provider_nothing_is_offered_and_nobody_is_asked(counter: Counter) -> None:
    counter.provider.name = ""
    counter.desk.start()
    counter.pass_ms(PROBE_MS)
    assert not counter.desk.is_offered
    assert counter.links == []


def test_an_answer_that_could_not_be_written_is_asked_for_again(counter: Counter) -> None:
    note = counter.till.payments.note

    def full(payment_id: str, answer: PaymentAnswer) -> Payment:  # noqa: ARG001 - by its name
        raise StorageError("storage.full")

    counter.till.payments.note = full  # type: ignore[method-assign]  # a disk without room
    counter.charge()
    assert [str(error) for error in counter.troubles] == ["storage.full"]
    counter.till.payments.note = note  # type: ignore[method-assign]
    counter.pass_ms(ASK_AGAIN_MS[-1])
    assert counter.last.state == "approved"


def test_what_was_asked_elsewhere_is_left_to_a_person(counter: Counter) -> None:
    counter.provider.answers = [UNKNOWN]
    counter.charge()
    payment_id = counter.last.payment_id
    other = FakeProvider(address="https://other.example")
    counter.desk.start()
    counter.desk.connect(other)
    counter.desk.ask(payment_id)
    # The other one never had the order, which says nothing about the money.
    assert (counter.last.state, counter.last.code, other.cancelled) == ("unknown", "payment.elsewhere", [])
    assert [each.payment_id for each in counter.desk.unfinished()] == [payment_id]


def test_a_new_provider_takes_the_next_payment(counter: Counter) -> None:
    counter.desk.start()
    other = FakeProvider(address="https://other.example")
    counter.desk.connect(other)
    counter.charge()
    assert (len(counter.provider.charged), len(other.charged)) == (0, 1)
    assert counter.last.address == "https://other.example"


def test_money_goes_back_only_where_it_was_taken(counter: Counter) -> None:
    counter.charge()
    other = FakeProvider(address="https://other.example")
    counter.desk.connect(other)
    counter.desk.give_back(LI, counter.last, on_error=counter.errors.append)
    assert (other.refunded, counter.last.state, counter.last.code) == ([], "unknown", "payment.elsewhere")


def test_a_store_that_takes_no_cards_any_more_says_so(counter: Counter) -> None:
    counter.desk.start()
    counter.desk.connect(FakeProvider(name="", address="null:"))
    assert (counter.links, counter.desk.is_offered) == ([True, None], False)
