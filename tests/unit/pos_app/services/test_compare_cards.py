"""A shift's cards beside the provider's list: docs/rules/payments.md, "Compared with the provider's list"."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pos_app.services.card_comparison import CardComparison, Comparison, OrderDifference
from pos_app.services.compare_cards import CompareCards
from pos_app.services.complete_sale import TenderInput
from pos_app.services.payment_desk import DeskLanes
from pos_app.services.payment_model import Payment
from pos_app.services.payment_ports import ListedOrder, PaymentAnswer
from retail_core.money import Money
from tests.fakes import FakeProvider, InlineLane
from tests.till_shop import LI, Till, open_shop

AMOUNT = Money(2_800, "CNY")
DECLINED = PaymentAnswer("declined", "payment.not_enough_money")
NO_ANSWER = PaymentAnswer("unknown", "payment.no_answer")


class _Counter:
    """A till in its shift, and a provider whose list a test writes."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.provider = FakeProvider()
        self.baskets = 0
        self.compare = CompareCards(store=till.store, clock=till.clock, events=till.events)

    def ordered(self, answer: PaymentAnswer | None, *, amount: Money = AMOUNT) -> Payment:
        """Return an order of its own basket after the provider's answer; ``None``: approved."""
        payments = self.till.payments
        self.baskets += 1
        basket_id = f"b{self.baskets}"
        begun = payments.begin(
            LI, basket_id, amount=amount, provider="simulated", address=self.provider.address
        )
        return payments.note(begun.payment_id, answer or self.provider.approved(begun.payment_id))

    def listed(self, *orders: tuple[Payment | str, int]) -> None:
        self.provider.list = tuple(
            ListedOrder(each if isinstance(each, str) else each.payment_id, minor) for each, minor in orders
        )

    def run(self) -> Comparison:
        found: list[Comparison] = []
        lanes = DeskLanes(InlineLane(), InlineLane())
        CardComparison(self.compare, lambda: self.provider, lanes=lanes)(LI, found.append, _fail)
        return found[0]

    def stated(self) -> list[dict[str, Any]]:
        with self.till.store.read() as work:
            return [dict(entry.body) for entry in work.journal.of_types(["cards.compared"])]

    def z(self) -> tuple[str, int]:
        for payment in self.till.payments.unfinished():
            self.till.payments.set_aside(payment.payment_id)
        z = self.till.close_shift(LI, {"cash": 20_000}).z
        return z.cards, z.cards_difference_minor


def _fail(error: BaseException) -> None:
    raise error


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[_Counter]:
    with open_shop(tmp_path) as till:
        till.open_shift()
        yield _Counter(till)


def differences(found: Comparison) -> list[tuple[str, int, int]]:
    return [(each.why, each.own_minor, each.their_minor) for each in found.differences]


def test_nothing_was_paid_by_card_and_nothing_is_said(counter: _Counter) -> None:
    assert counter.run() == Comparison("")
    assert counter.stated() == []
    assert counter.z() == ("", 0)


def test_what_agrees_is_stated_and_stands_in_the_z(counter: _Counter) -> None:
    paid, declined = sold(counter), counter.ordered(DECLINED)
    counter.listed((paid, 2_800), (declined, 0))
    assert counter.run() == Comparison("equal", "CNY", 1, 2_800, 2_800)
    assert counter.stated()[0]["differing"] == 0
    assert counter.z() == ("equal", 0)


def test_an_order_that_was_declined_need_not_be_on_the_list(counter: _Counter) -> None:
    counter.ordered(DECLINED)
    counter.listed()
    assert counter.run().state == "equal"


@pytest.mark.parametrize(
    ("answer", "there", "found", "minor"),
    [
        (None, 8_200, ("amount", 2_800, 8_200), 5_400),
        (DECLINED, 2_800, ("taken", 0, 2_800), 2_800),
    ],
)
def test_what_till_and_provider_do_not_agree_on_is_named(
    counter: _Counter,
    answer: PaymentAnswer | None,
    there: int,
    found: tuple[str, int, int],
    minor: int,
) -> None:
    payment = counter.ordered(answer) if answer else sold(counter)
    counter.listed((payment, there))
    compared = counter.run()
    assert (compared.state, differences(compared)) == ("different", [found])
    assert compared.differences == (OrderDifference(payment.payment_id, *found),)  # type: ignore[arg-type]
    assert counter.z() == ("different", minor)


def test_an_order_that_this_till_never_heard_of_is_named(counter: _Counter) -> None:
    counter.listed(("foreign", 1_500), ("foreign-declined", 0))
    compared = counter.run()
    assert differences(compared) == [("unknown", 0, 1_500)]
    assert counter.stated()[0]["own_count"] == 0
    assert counter.z() == ("different", 1_500)


def test_an_order_of_the_shift_before_is_not_named_again(counter: _Counter) -> None:
    before = sold(counter)
    counter.listed((before, 2_800))
    counter.run()
    assert counter.z() == ("equal", 0)
    counter.till.open_shift()
    assert counter.run() == Comparison("")


def test_a_paid_order_that_is_not_on_the_list_is_asked_for_before_it_is_missing(counter: _Counter) -> None:
    paid = sold(counter)
    counter.listed()
    counter.provider.known[paid.payment_id] = PaymentAnswer("approved", "", "r")
    assert counter.run().state == "equal"
    counter.provider.known.clear()
    assert differences(counter.run()) == [("missing", 2_800, 0)]


def test_an_order_in_doubt_is_open_and_no_difference(counter: _Counter) -> None:
    doubtful = counter.ordered(NO_ANSWER)
    counter.listed((doubtful, 2_800))
    compared = counter.run()
    assert (compared.open, compared.differing, compared.minor) == (1, 0, 0)


def test_without_an_answer_the_shift_closes_and_its_z_says_so(counter: _Counter) -> None:
    sold(counter)
    counter.provider.down = True
    assert counter.run() == Comparison("not_heard", "CNY", 1, 2_800)
    assert counter.stated() == []
    assert counter.z() == ("not_heard", 0)


def test_an_order_after_the_comparison_makes_it_stale(counter: _Counter) -> None:
    paid = sold(counter)
    counter.listed((paid, 2_800))
    counter.run()
    sold(counter)
    assert counter.z() == ("not_heard", 0)


def test_the_same_finding_is_stated_once_and_a_new_one_again(counter: _Counter) -> None:
    paid = sold(counter)
    counter.listed((paid, 8_200))
    assert counter.run() == counter.run()
    assert [each["differing"] for each in counter.stated()] == [1]
    counter.listed((paid, 2_800))
    counter.run()
    assert [each["differing"] for each in counter.stated()] == [1, 0]
    assert counter.z() == ("equal", 0)


def test_orders_of_another_provider_are_on_no_list_here(counter: _Counter) -> None:
    sold(counter)
    counter.provider.address = "https://other.example"
    assert counter.run().state == "not_heard"


def test_the_list_is_wanted_from_the_opening_of_the_shift(counter: _Counter) -> None:
    counter.run()
    with counter.till.store.read() as work:
        shift = work.shifts.open()
    assert shift is not None
    assert counter.provider.listed_from == [shift.opened_ms]


def sold(counter: _Counter) -> Payment:
    """Sell a latte by card, and return its order."""
    till = counter.till
    basket = till.basket()
    basket.add_product(till.product("latte"))
    begun = till.payments.begin(
        LI,
        basket.basket.basket_id,
        amount=AMOUNT,
        provider="simulated",
        address=counter.provider.address,
    )
    paid = till.payments.note(begun.payment_id, counter.provider.approved(begun.payment_id))
    till.pay(basket.basket, TenderInput("card", 2_800, paid.tender_reference, "simulated"))
    return paid
