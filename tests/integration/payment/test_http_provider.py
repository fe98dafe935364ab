"""The adapter against the simulated provider's real process: every outcome, and every way to hear nothing."""

import itertools
import logging
from collections.abc import Callable

import pytest

from pos_app.demo.processes import free_port
from pos_app.devices.payment import open_provider
from pos_app.devices.payment.http_provider import HttpProvider
from pos_app.devices.payment.null_provider import NullProvider
from pos_app.services.errors import DeviceError
from pos_app.services.payment_ports import ChargeOrder, ListedOrder, PaymentAnswer, RefundOrder
from retail_core.money import Money
from tests.integration.payment.conftest import Drive

AMOUNT = Money(2_800, "CNY")
SHORT_S = 0.6
TILL = "till-1"
_numbers = itertools.count(1)


def order(code: str | None = None) -> ChargeOrder:
    """Return an order that was never sent before."""
    number = next(_numbers)
    return ChargeOrder(f"{number:032x}", AMOUNT, code or f"13{number:015d}0")


def state(answer: PaymentAnswer) -> tuple[str, str]:
    return answer.state, answer.code


@pytest.fixture
def provider(drive: Drive) -> HttpProvider:
    return HttpProvider(drive.url, terminal=TILL, timeout_s=SHORT_S)


def test_a_charge_is_approved_with_the_providers_reference(drive: Drive, provider: HttpProvider) -> None:
    drive.script("approve")
    made = order()
    answer = provider.charge(made)
    assert state(answer) == ("approved", "")
    assert answer.reference == f"SIM{made.order_no[-12:].upper()}"
    assert drive.charges()[made.order_no]["amount_minor"] == 2_800


def test_a_charge_is_declined_with_its_reason(drive: Drive, provider: HttpProvider) -> None:
    drive.script("decline")
    assert state(provider.charge(order())) == ("declined", "payment.not_enough_money")


def test_a_code_is_good_once_even_after_a_failure(drive: Drive, provider: HttpProvider) -> None:
    drive.script("decline", "approve")
    first = order("134567890123456780")
    provider.charge(first)
    again = ChargeOrder(order().order_no, AMOUNT, first.code)
    assert state(provider.charge(again)) == ("declined", "payment.code_used")


def test_a_customer_who_has_to_confirm_is_waited_for(drive: Drive, provider: HttpProvider) -> None:
    drive.script("confirm")
    made = order()
    assert state(provider.charge(made)) == ("pending", "")
    assert state(provider.ask(made.order_no)) == ("pending", "")
    drive.customer(made.order_no, yes=True)
    assert state(provider.ask(made.order_no)) == ("approved", "")


def test_a_customer_may_say_no(drive: Drive, provider: HttpProvider) -> None:
    drive.script("confirm")
    made = order()
    provider.charge(made)
    drive.customer(made.order_no, yes=False)
    assert state(provider.ask(made.order_no)) == ("declined", "payment.said_no")


def test_a_charge_that_waits_can_be_cancelled(drive: Drive, provider: HttpProvider) -> None:
    drive.script("confirm")
    made = order()
    provider.charge(made)
    assert state(provider.cancel(made.order_no)) == ("cancelled", "payment.cancelled")
    assert state(provider.ask(made.order_no)) == ("cancelled", "payment.cancelled")


def test_a_cancel_that_comes_too_late_says_that_it_is_paid(drive: Drive, provider: HttpProvider) -> None:
    drive.script("approve")
    made = order()
    provider.charge(made)
    assert provider.cancel(made.order_no).state == "approved"


@pytest.mark.parametrize(
    ("outcome", "code"), [("silent", "payment.no_answer"), ("lose", "payment.unreadable")]
)
def test_money_that_was_taken_in_silence_is_unknown_until_it_is_asked_for(
    drive: Drive, provider: HttpProvider, outcome: str, code: str
) -> None:
    drive.script(outcome)
    made = order()
    assert state(provider.charge(made)) == ("unknown", code)
    assert state(provider.ask(made.order_no)) == ("approved", "")


def test_an_order_that_never_arrived_is_closed_so_that_it_cannot_arrive_later(
    drive: Drive, provider: HttpProvider
) -> None:
    drive.script("miss")
    made = order()
    assert provider.charge(made).state == "unknown"
    assert provider.ask(made.order_no).state == "absent"
    assert state(provider.cancel(made.order_no)) == ("cancelled", "payment.never_arrived")
    # What was held up on the way comes now.
    assert state(provider.charge(made)) == ("declined", "payment.refused")


def test_the_same_order_twice_takes_the_money_once(drive: Drive, provider: HttpProvider) -> None:
    drive.script("approve")
    made = order()
    first, second = provider.charge(made), provider.charge(made)
    assert (first.state, second.state, first.reference) == ("approved", "approved", second.reference)


def test_money_is_given_back_once_for_each_order(drive: Drive, provider: HttpProvider) -> None:
    drive.script("approve")
    made = order()
    paid = provider.charge(made)
    back = RefundOrder(f"r{made.order_no[:31]}", paid.reference, Money(1_000, "CNY"))
    assert provider.refund(back).state == "approved"
    assert provider.refund(back).state == "approved"
    assert drive.charges()[made.order_no]["refunded_minor"] == 1_000
    more = RefundOrder(f"s{made.order_no[:31]}", paid.reference, Money(1_801, "CNY"))
    assert state(provider.refund(more)) == ("declined", "payment.refund_refused")


def test_the_list_holds_what_this_till_asked_for_since_a_moment(drive: Drive) -> None:
    own = HttpProvider(drive.url, terminal="till-of-the-list", timeout_s=SHORT_S)
    other = HttpProvider(drive.url, terminal="another-till", timeout_s=SHORT_S)
    drive.script("approve", "decline", "approve")
    paid, refused, elsewhere = order(), order(), order()
    reference = own.charge(paid).reference
    own.charge(refused)
    other.charge(elsewhere)
    back = f"r{paid.order_no[:31]}"
    other.refund(RefundOrder(back, reference, Money(800, "CNY")))
    assert own.listed(0) == (ListedOrder(paid.order_no, 2_800), ListedOrder(refused.order_no, 0))
    assert other.listed(0) == (ListedOrder(elsewhere.order_no, 2_800), ListedOrder(back, -800))
    assert own.listed(1 << 50) == ()


def test_a_list_that_cannot_be_had_is_none() -> None:
    nobody = HttpProvider(f"http://127.0.0.1:{free_port()}", terminal=TILL, timeout_s=SHORT_S)
    assert nobody.listed(0) is None
    assert NullProvider().listed(0) is None


def test_nobody_there_means_that_nothing_was_sent() -> None:
    nobody = HttpProvider(f"http://127.0.0.1:{free_port()}", terminal=TILL, timeout_s=SHORT_S)
    assert state(nobody.charge(order())) == ("declined", "payment.not_sent")
    # Whether an earlier order was paid is another question.
    assert state(nobody.ask("1" * 32)) == ("unknown", "payment.no_answer")
    assert state(nobody.refund(RefundOrder("r", "SIM1", AMOUNT))) == ("unknown", "payment.not_sent")
    assert not nobody.probe()


def test_a_provider_that_stopped_knows_its_orders_when_it_is_back(make_drive: Callable[[], Drive]) -> None:
    first = make_drive()
    first.script("silent")
    provider = HttpProvider(first.url, terminal=TILL, timeout_s=SHORT_S)
    made = order()
    assert provider.charge(made).state == "unknown"
    first.process.stop()
    assert state(provider.ask(made.order_no)) == ("unknown", "payment.no_answer")
    back = HttpProvider(make_drive().url, terminal=TILL, timeout_s=SHORT_S)
    assert back.ask(made.order_no).state == "approved"


def test_a_provider_that_answers_is_there(drive: Drive, provider: HttpProvider) -> None:
    del drive
    assert provider.probe()


def test_the_digits_of_a_code_stand_in_no_log_and_in_no_text(
    drive: Drive, provider: HttpProvider, caplog: pytest.LogCaptureFixture
) -> None:
    drive.script("miss")
    digits = "134567890123459999"
    made = order(digits)
    with caplog.at_level(logging.DEBUG):
        provider.charge(made)
    assert caplog.records
    assert digits not in caplog.text
    assert digits not in repr(made)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://pay.example.com", "payment.plain_http"),
        ("ftp://127.0.0.1", "payment.address_invalid"),
        ("127.0.0.1:80", "payment.address_invalid"),
        ("http://", "payment.address_invalid"),
    ],
)
def test_an_address_that_is_not_safe_or_none_is_refused(address: str, code: str) -> None:
    with pytest.raises(DeviceError) as refused:
        open_provider(address, terminal=TILL)
    assert refused.value.code == code


def test_a_till_without_a_provider_takes_no_card() -> None:
    for address in ("", "null:"):
        provider = open_provider(address, terminal=TILL)
        assert isinstance(provider, NullProvider)
        assert provider.name == ""
        assert state(provider.charge(order())) == ("declined", "payment.none")
        assert not provider.probe()
