"""Runs payments: keeps each step before the next, on the storage lane, and asks the provider on its own lane.

Lives on the UI thread. Everything it learns is published as :class:`PaymentChanged`; who shows payments
listens. Source: docs/rules/payments.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from pos_app.services.act_model import Approval
from pos_app.services.errors import PosError
from pos_app.services.events import EventBus, PaymentChanged, PaymentLinkChanged, SaleCompleted
from pos_app.services.payment_model import Payment
from pos_app.services.payment_ports import ChargeOrder, PaymentAnswer, PaymentProvider, RefundOrder
from pos_app.services.payments import Payments
from pos_app.services.ports import Clock, Lane, Timers
from pos_app.services.records import Actor
from retail_core.money import Money

POLL_MS: Final = 2_000
"""How often a provider is asked while the customer confirms."""

CONFIRM_MS: Final = 60_000
"""How long the customer may take; then the order is cancelled."""

ASK_AGAIN_MS: Final = (1_000, 2_000, 4_000, 8_000, 15_000, 30_000)
"""The waits between questions about a payment in doubt; the last one for ever."""

PROBE_MS: Final = 20_000
"""How often it is looked whether the provider answers at all."""

OnError = Callable[[PosError], None]

_ELSEWHERE: Final = PaymentAnswer("unknown", "payment.elsewhere")


@dataclass(frozen=True, slots=True)
class DeskLanes:
    """Where the work goes: storage writes, and the provider's own lane."""

    storage: Lane
    provider: Lane


@dataclass(frozen=True, slots=True)
class DeskSurroundings:
    """Time, timers, the bus, and who is told when the till's own files are in trouble."""

    clock: Clock
    timers: Timers
    events: EventBus
    on_trouble: Callable[[BaseException], None]


class PaymentDesk:
    """One for the till."""

    def __init__(
        self,
        payments: Payments,
        provider: PaymentProvider,
        *,
        lanes: DeskLanes,
        around: DeskSurroundings,
    ) -> None:
        """Keep what it works with; nothing is asked before :meth:`start`."""
        self._payments = payments
        self._provider = provider
        self._lanes = lanes
        self._clock = around.clock
        self._timers = around.timers
        self._events = around.events
        self._on_trouble = around.on_trouble
        self._waiting: dict[str, Callable[[], None]] = {}
        self._asked: dict[str, int] = {}
        self._reachable: bool | None = None
        self._started = False
        around.events.subscribe(SaleCompleted, lambda _event: self.send_promised())

    @property
    def provider(self) -> PaymentProvider:
        """The provider that orders go to now; to be asked on its own lane."""
        return self._provider

    @property
    def is_offered(self) -> bool:
        """Whether there is a provider at all."""
        return bool(self._provider.name)

    def start(self) -> None:
        """Ask for everything that was not known when the till ended, and keep an eye on the provider."""
        self._started = True
        self._timers.every(PROBE_MS, self._probe)
        self._begin()

    def connect(self, provider: PaymentProvider) -> None:
        """Work with another provider from now on; what was asked elsewhere is left to a person."""
        if provider.address == self._provider.address:
            return
        self._provider = provider
        self._reachable = None
        self._events.publish(PaymentLinkChanged(reachable=None, at_ms=self._clock.now_ms()))
        if self._started:
            self._begin()

    def charge(
        self, actor: Actor, basket_id: str, *, amount: Money, code: str | None, on_error: OnError
    ) -> None:
        """Ask the customer's money for a basket; ``code`` is forgotten when it was sent."""
        name, address = self._provider.name, self._provider.address
        self._lanes.storage.run(
            lambda: self._payments.begin(actor, basket_id, amount=amount, provider=name, address=address),
            lambda payment: self._send(payment, code),
            self._refused(on_error),
        )

    def ask(self, payment_id: str) -> None:
        """Ask now what became of a payment, instead of later; what a provider refused to give back, too."""
        self._cancel_wait(payment_id)
        self._lanes.storage.run(lambda: self._payments.to_ask(payment_id), self._ask_about, self._trouble)

    def send_promised(self) -> None:
        """Send what a return that was written just now has promised to give back."""
        self._lanes.storage.run(self._payments.unfinished, self._on_promised, self._trouble)

    def cancel(self, payment_id: str) -> None:
        """Call an order back that the customer has not confirmed."""
        payment = self._payments.get(payment_id)
        provider = self._provider
        if payment is None or not _is_there(provider, payment):
            self.ask(payment_id)
            return
        self._cancel_wait(payment_id)
        self._lanes.provider.run(
            lambda: provider.cancel(payment_id),
            lambda answer: self._note(payment_id, answer),
            self._trouble,
        )

    def give_back(self, actor: Actor, payment: Payment, *, on_error: OnError) -> None:
        """Give the money of a charge back that pays for nothing."""
        self._lanes.storage.run(
            lambda: self._payments.begin_refund(actor, payment), self._send_refund, self._refused(on_error)
        )

    def set_aside(self, payment_id: str, on_done: Callable[[Payment], None]) -> None:
        """Go on without a payment that is not known; it is asked for all the same."""

        def done(payment: Payment) -> None:
            self._publish(payment)
            on_done(payment)

        self._lanes.storage.run(lambda: self._payments.set_aside(payment_id), done, self._trouble)

    def decide(
        self,
        actor: Actor,
        payment_id: str,
        *,
        paid: bool,
        approval: Approval | None,
        on_error: OnError,
    ) -> None:
        """Let a person say what became of a payment."""
        self._lanes.storage.run(
            lambda: self._payments.decide(actor, payment_id, paid=paid, approval=approval),
            self._on_payment,
            self._refused(on_error),
        )

    def of_basket(self, basket_id: str) -> Sequence[Payment]:
        """Return what was asked for a basket; about a millisecond."""
        return self._payments.of_basket(basket_id)

    def unfinished(self) -> Sequence[Payment]:
        """Return what a person may have to look at; about a millisecond."""
        return [each for each in self._payments.unfinished() if each.needs_somebody]

    def seconds_left(self, payment: Payment) -> int:
        """Return how long the customer may still take to confirm."""
        gone_ms = self._clock.now_ms() - payment.started_ms
        return max(0, -(-(CONFIRM_MS - gone_ms) // 1000))

    def _begin(self) -> None:
        self._lanes.storage.run(self._payments.unfinished, self._on_found, self._trouble)
        self._probe()

    def _send(self, payment: Payment, code: str | None) -> None:
        self._publish(payment)
        order = ChargeOrder(payment.payment_id, payment.amount, code)
        provider = self._provider
        if not _is_there(provider, payment):
            # Another provider was connected in this very moment: nothing was sent anywhere.
            self._note(payment.payment_id, PaymentAnswer("declined", "payment.not_sent"))
            return
        self._lanes.provider.run(
            lambda: provider.charge(order),
            lambda answer: self._note(payment.payment_id, answer),
            self._trouble,
        )

    def _send_refund(self, payment: Payment) -> None:
        self._publish(payment)
        order = RefundOrder(payment.payment_id, payment.reference, payment.amount)
        provider = self._provider
        if not _is_there(provider, payment):
            self._note(payment.payment_id, _ELSEWHERE)
            return
        self._lanes.provider.run(
            lambda: provider.refund(order),
            lambda answer: self._note(payment.payment_id, answer),
            self._trouble,
        )

    def _ask_about(self, payment: Payment | None) -> None:
        """Ask the provider; a refund is sent again, because it is the same order."""
        if payment is None or not payment.is_open:
            return
        if payment.kind == "refund":
            self._send_refund(payment)
            return
        provider = self._provider
        if not _is_there(provider, payment):
            # Another one never had the order; that says nothing about the money.
            self._note(payment.payment_id, _ELSEWHERE)
            return
        overdue = payment.state == "pending" and self.seconds_left(payment) == 0
        self._lanes.provider.run(
            lambda: _told_of(provider, payment.payment_id, overdue=overdue),
            lambda answer: self._note(payment.payment_id, answer),
            self._trouble,
        )

    def _note(self, payment_id: str, answer: PaymentAnswer) -> None:
        self._lanes.storage.run(
            lambda: self._payments.note(payment_id, answer),
            self._on_payment,
            lambda error: self._on_not_kept(payment_id, error),
        )

    def _on_not_kept(self, payment_id: str, error: BaseException) -> None:
        """The answer could not be written: ask for it once more when the disk may be well again."""
        self._cancel_wait(payment_id)
        self._waiting[payment_id] = self._timers.after(ASK_AGAIN_MS[-1], lambda: self.ask(payment_id))
        self._trouble(error)

    def _on_payment(self, payment: Payment) -> None:
        """Tell everybody, and ask again later where the last word is still to come."""
        if payment.is_open:
            self._wait(payment)
        else:
            self._cancel_wait(payment.payment_id)
            self._asked.pop(payment.payment_id, None)
        self._publish(payment)

    def _on_found(self, payments: Sequence[Payment]) -> None:
        for payment in payments:
            if payment.is_open:
                self._ask_about(payment)
            else:
                self._publish(payment)

    def _on_promised(self, payments: Sequence[Payment]) -> None:
        for payment in payments:
            if payment.kind == "refund" and payment.state == "written":
                self._send_refund(payment)

    def _wait(self, payment: Payment) -> None:
        asked = self._asked.get(payment.payment_id, 0)
        self._asked[payment.payment_id] = asked + 1
        delay_ms = POLL_MS if payment.state == "pending" else ASK_AGAIN_MS[min(asked, len(ASK_AGAIN_MS) - 1)]
        self._cancel_wait(payment.payment_id)
        payment_id = payment.payment_id
        self._waiting[payment_id] = self._timers.after(delay_ms, lambda: self.ask(payment_id))

    def _cancel_wait(self, payment_id: str) -> None:
        cancel = self._waiting.pop(payment_id, None)
        if cancel is not None:
            cancel()

    def _probe(self) -> None:
        provider = self._provider
        if provider.name:
            self._lanes.provider.run(
                provider.probe, lambda reachable: self._on_probe(provider, reachable), self._trouble
            )

    def _on_probe(self, provider: PaymentProvider, reachable: bool) -> None:
        if provider is self._provider and reachable != self._reachable:
            self._reachable = reachable
            self._events.publish(PaymentLinkChanged(reachable=reachable, at_ms=self._clock.now_ms()))

    def _publish(self, payment: Payment) -> None:
        self._events.publish(PaymentChanged(payment))

    def _refused(self, on_error: OnError) -> Callable[[BaseException], None]:
        def refused(error: BaseException) -> None:
            if not isinstance(error, PosError):
                raise error
            on_error(error)

        return refused

    def _trouble(self, error: BaseException) -> None:
        self._on_trouble(error)


def _is_there(provider: PaymentProvider, payment: Payment) -> bool:
    """Return whether a provider may know a payment; what another till took has no address here."""
    return bool(provider.name) and payment.address in {"", provider.address}


def _told_of(provider: PaymentProvider, payment_id: str, *, overdue: bool) -> PaymentAnswer:
    """Return a provider's word on an order; on the provider's lane.

    One that it never had is closed, and one that took too long is called back: the answer to that counts.
    """
    answer = provider.ask(payment_id)
    if answer.state == "absent" or (overdue and answer.state == "pending"):
        return provider.cancel(payment_id)
    return answer
