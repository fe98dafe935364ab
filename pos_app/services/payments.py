"""What the till keeps of payments: written before they are sent, and never forgotten before they are known.

All of it on the storage lane. Source: docs/rules/payments.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten
from pos_app.services.payment_model import Payment, told
from pos_app.services.payment_ports import PaymentAnswer
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact
from retail_core.journal import Entry
from retail_core.money import Money
from retail_core.tenders import SettledTender
from retail_core.wire import facts
from retail_core.wire.facts import PaymentDoubted, PaymentResolved

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class _Word:
    """Who ended a doubt, and how, unless the payment itself says it."""

    means: Literal["provider", "person"]
    outcome: Literal["", "refunded"] = ""


_PROVIDER = _Word("provider")
_PERSON = _Word("person")
_GIVEN_BY_HAND = _Word("person", "refunded")
_WENT_BACK = _Word("provider", "refunded")


class Payments:
    """Keeps intents and what became of them."""

    def __init__(self, *, store: Store, clock: Clock, ids: Ids, events: EventBus) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events

    def begin(
        self, actor: Actor, basket_id: str, *, amount: Money, provider: str, address: str = ""
    ) -> Payment:
        """Write that money is about to be asked for; right ``sell``.

        ``provider`` is what it is called on tenders, ``address`` where it answers.

        Raises:
            RuleError: ``right.missing``, ``payment.bad_amount``, ``payment.in_doubt``: what was asked for
                before is not known yet and was not set aside.
        """
        rights.require(actor.rights, rights.SELL)
        if amount.minor <= 0:
            raise RuleError("payment.bad_amount")
        with self._store.write() as work:
            before = work.payments.of_basket(basket_id)
            if any(each.kind == "charge" and _holds_up(each) for each in before):
                raise RuleError("payment.in_doubt")
            payment = self._new(
                actor, basket_id, amount=amount, provider=(provider, address), shift_id=_shift_of(work)
            )
            work.payments.put(payment)
        return payment

    def begin_refund(self, actor: Actor, payment: Payment) -> Payment:
        """Write that the money of a charge that pays for nothing is about to go back; right ``sell``.

        A refund that was begun and is not known yet is continued: it is the same order.

        Raises:
            RuleError: ``right.missing``, ``payment.not_free``: it pays for a sale, or its money is not here.
        """
        rights.require(actor.rights, rights.SELL)
        with self._store.write() as work:
            charge = _known(work, payment.payment_id)
            if not charge.is_free or not charge.reference:
                raise RuleError("payment.not_free")
            begun = [
                each
                for each in work.payments.of_basket(charge.basket_id)
                if each.of_payment == charge.payment_id and each.is_open
            ]
            if begun:
                return begun[0]
            refund = replace(
                self._new(
                    actor,
                    charge.basket_id,
                    amount=charge.amount,
                    provider=(charge.provider, charge.address),
                    shift_id=_shift_of(work),
                ),
                kind="refund",
                of_payment=charge.payment_id,
                reference=charge.reference,
            )
            work.payments.put(refund)
        return refund

    def note(self, payment_id: str, answer: PaymentAnswer) -> Payment:
        """Keep a provider's answer, and journal a doubt that begins or ends."""
        with self._store.write() as work:
            before = _known(work, payment_id)
            after = told(before, answer, now_ms=self._clock.now_ms())
            seq = 0
            if after.state == "unknown" and not before.doubted:
                after = replace(after, doubted=True)
                seq = self._doubt(work, after)
            elif before.is_open and not after.is_open and before.doubted:
                seq = self._resolve(work, after, word=_PROVIDER)
            work.payments.put(after)
            if after.kind == "refund" and after.state == "approved" and before.is_open:
                seq = self._give_back(work, after) or seq
        self._tell(seq)
        return after

    def decide(
        self, actor: Actor, payment_id: str, *, paid: bool, approval: Approval | None = None
    ) -> Payment:
        """Let a person say whether money moved, for want of the provider's word; journalled.

        Args:
            actor: Who asks for it.
            payment_id: The payment in doubt.
            paid: Whether it counts as paid.
            approval: Another person's, where the actor's right does not reach.

        Raises:
            NeedsApproval: Right ``payment.resolve`` is missing.
            RuleError: ``payment.known``: the provider has answered meanwhile.
        """
        with self._store.write() as work:
            payment = _known(work, payment_id)
            if not payment.may_decide:
                raise RuleError("payment.known")
            approved_by = _allowed_by(actor, act_of(payment, paid=paid), approval=approval)
            decided = replace(
                payment,
                decision="paid" if paid else "not_paid",
                decided_by=approved_by or actor.staff_id,
                changed_ms=self._clock.now_ms(),
            )
            work.payments.put(decided)
            word = _GIVEN_BY_HAND if payment.has_failed and paid else _PERSON
            seq = self._resolve(work, decided, word=word, actor=actor.staff_id, approved_by=approved_by)
            if decided.kind == "refund" and paid:
                self._give_back(work, decided)
        self._tell(seq)
        return decided

    def set_aside(self, payment_id: str) -> Payment:
        """Go on with the sale without a payment that is not known; it stays on the list."""
        with self._store.write() as work:
            payment = _known(work, payment_id)
            if payment.is_open and not payment.aside:
                payment = replace(payment, aside=True)
                work.payments.put(payment)
        return payment

    def to_ask(self, payment_id: str) -> Payment | None:
        """Return a payment that is about to be asked for; what was refused to go back is open once more."""
        with self._store.write() as work:
            payment = work.payments.get(payment_id)
            if payment is not None and payment.has_failed:
                payment = replace(payment, state="written", code="", changed_ms=self._clock.now_ms())
                work.payments.put(payment)
        return payment

    def get(self, payment_id: str) -> Payment | None:
        """Return a payment."""
        with self._store.read() as work:
            return work.payments.get(payment_id)

    def of_basket(self, basket_id: str) -> Sequence[Payment]:
        """Return what was asked for a basket, in order."""
        with self._store.read() as work:
            return work.payments.of_basket(basket_id)

    def unfinished(self) -> Sequence[Payment]:
        """Return payments whose last word is to come, and money that pays for nothing; the oldest first."""
        with self._store.read() as work:
            return work.payments.unfinished(MOST_LISTED)

    def _new(
        self, actor: Actor, basket_id: str, *, amount: Money, provider: tuple[str, str], shift_id: str
    ) -> Payment:
        now_ms = self._clock.now_ms()
        return Payment(
            payment_id=self._ids.new_id(),
            kind="charge",
            basket_id=basket_id,
            provider=provider[0],
            amount=amount,
            state="written",
            actor=actor.staff_id,
            started_ms=now_ms,
            changed_ms=now_ms,
            address=provider[1],
            shift_id=shift_id,
        )

    def _give_back(self, work: UnitOfWork, refund: Payment) -> int:
        """Note that the money of this till's own charge went back; return the fact's place."""
        charge = work.payments.get(refund.of_payment) if refund.of_payment else None
        if charge is None:
            return 0
        work.payments.put(replace(charge, refunded=True, changed_ms=refund.changed_ms))
        return self._resolve(work, charge, word=_WENT_BACK, actor=refund.actor)

    def _doubt(self, work: UnitOfWork, payment: Payment) -> int:
        body = PaymentDoubted(
            payment_id=payment.payment_id,
            kind=payment.kind,
            sale_id=payment.basket_id,
            provider=payment.provider,
            amount_minor=payment.amount.minor,
            currency=payment.amount.currency,
        )
        return write_fact(work, self._clock, kind=facts.PAYMENT_DOUBTED, actor=payment.actor, body=body).seq

    def _resolve(
        self, work: UnitOfWork, payment: Payment, *, word: _Word, actor: str = "", approved_by: str = ""
    ) -> int:
        """Journal how a doubt ended; return the fact's place."""
        body = PaymentResolved(
            payment_id=payment.payment_id,
            kind=payment.kind,
            sale_id=payment.basket_id,
            provider=payment.provider,
            amount_minor=payment.amount.minor,
            currency=payment.amount.currency,
            outcome=word.outcome or ("paid" if payment.is_paid else "not_paid"),
            means=word.means,
            reference=payment.reference,
            approved_by=approved_by or None,
        )
        who = actor or payment.actor
        return write_fact(work, self._clock, kind=facts.PAYMENT_RESOLVED, actor=who, body=body).seq

    def _tell(self, seq: int) -> None:
        if seq:
            self._events.publish(FactWritten(seq))


def _shift_of(work: UnitOfWork) -> str:
    shift = work.shifts.open()
    return "" if shift is None else shift.shift_id


def act_of(payment: Payment, *, paid: bool) -> Act:
    """Return what somebody allows who says that a payment in doubt is paid, or is not."""
    return Act(rights.PAYMENT_RESOLVE, payment.payment_id, int(paid), amount=payment.amount.minor)


def promise_refunds(
    work: UnitOfWork, entry: Entry, *, document_id: str, tenders: Sequence[SettledTender], currency: str
) -> None:
    """Write, in the transaction of a return, what providers have to give back: it is sent, and sent again.

    Args:
        work: The transaction.
        entry: The fact of the return.
        document_id: The return.
        tenders: What settled it; those of providers below zero are promised.
        currency: Of the return.
    """
    given = [tender for tender in tenders if tender.kind == "card" and tender.amount_minor < 0]
    for number, tender in enumerate(given, start=1):
        charge = work.payments.of_reference(tender.reference or "")
        work.payments.put(
            Payment(
                payment_id=f"{document_id}-r{number}",
                kind="refund",
                basket_id=document_id,
                provider=tender.provider,
                amount=Money(-tender.amount_minor, currency),
                state="written",
                actor=entry.actor,
                started_ms=entry.wall_ms,
                changed_ms=entry.wall_ms,
                reference=tender.reference or "",
                used_by=document_id,
                address="" if charge is None else charge.address,
                shift_id=_shift_of(work),
            )
        )


def use_payments(work: UnitOfWork, sale_id: str, *, references: Sequence[str]) -> None:
    """Let a sale consume the payments that were approved for its basket, within the sale's own transaction.

    Raises:
        RuleError: ``payment.in_doubt``: one is not known yet and was not set aside; ``payment.not_approved``:
            a card tender that no provider approved for this sale; ``payment.unused``: money is here that the
            tenders do not name.
    """
    found = work.payments.of_basket(sale_id)
    if any(payment.kind == "charge" and _holds_up(payment) for payment in found):
        raise RuleError("payment.in_doubt")
    free = {payment.tender_reference: payment for payment in _free(found)}
    for reference in references:
        payment = free.pop(reference, None)
        if payment is None:
            raise RuleError("payment.not_approved")
        work.payments.put(replace(payment, used_by=sale_id))
    if any(not payment.aside for payment in free.values()):
        raise RuleError("payment.unused")


def refuse_held_money(work: UnitOfWork, basket_id: str) -> None:
    """Refuse to give a basket up while a customer's money is here for it, unless it is on its way back.

    Raises:
        RuleError: ``payment.held``, or ``payment.in_doubt``.
    """
    _refuse_held(work.payments.of_basket(basket_id))


def refuse_open_money(work: UnitOfWork) -> None:
    """Refuse to end a shift while any customer's money is here that pays for nothing and is not going back.

    Raises:
        RuleError: ``payment.held``, or ``payment.in_doubt``: to be set aside first.
    """
    _refuse_held(work.payments.unfinished(MOST_LISTED))


def _refuse_held(payments: Sequence[Payment]) -> None:
    if any(payment.kind == "charge" and _holds_up(payment) for payment in payments):
        raise RuleError("payment.in_doubt")
    if any(not payment.aside for payment in _free(payments)):
        raise RuleError("payment.held")


def _free(payments: Sequence[Payment]) -> list[Payment]:
    """Return the charges that pay for nothing yet and are not on their way back."""
    going = {payment.of_payment for payment in payments if payment.kind == "refund" and payment.is_open}
    return [payment for payment in payments if payment.is_free and payment.payment_id not in going]


def _holds_up(payment: Payment) -> bool:
    """Return whether nothing else may be asked for the basket before this is known."""
    return payment.is_open and not payment.aside and not payment.decision


def _known(work: UnitOfWork, payment_id: str) -> Payment:
    payment = work.payments.get(payment_id)
    if payment is None:
        raise RuleError("payment.not_here")
    return payment


def _allowed_by(actor: Actor, act: Act, *, approval: Approval | None) -> str:
    """Return who allowed an act beside the actor; nobody where the actor's own right reaches."""
    if rights.allows(actor.rights, act.verb, amount=act.amount):
        return ""
    if approval is None or not approval.covers(act):
        raise NeedsApproval("right.missing", act.verb, act=act)
    return approval.staff_id
