"""Complete a sale: everything it is becomes durable in one transaction, then the screen says "paid"."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services import rights
from pos_app.services.basket_model import Basket
from pos_app.services.basket_steps import list_minor
from pos_app.services.check_acts import approved_acts, ask_approvers
from pos_app.services.documents import Document, document_to_json
from pos_app.services.drawer_pulse import Opening, order_pulse
from pos_app.services.errors import InsufficientTender, RuleError
from pos_app.services.events import EventBus, FactWritten, OrderChanged, SaleCompleted, SpoolChanged
from pos_app.services.expiring import expiring_of
from pos_app.services.fiscal_model import FiscalMark, FiscalTicket
from pos_app.services.gift_receipt import compose_gift_receipt
from pos_app.services.give_back import (
    NOTHING_BACK,
    GiveBack,
    PayOut,
    as_settlement,
    check_returns,
    document_total,
    require_return_rights,
    settle_document,
    settle_returns,
)
from pos_app.services.identity import drawer_of, receipt_prefix, terminal_of
from pos_app.services.issue_coupons import Earned, IssueCoupons
from pos_app.services.member_visit import note_purchase
from pos_app.services.offline_coupons import over_cap
from pos_app.services.order_model import Order
from pos_app.services.pay_order import check_orders, settle_orders
from pos_app.services.payments import promise_refunds, use_payments
from pos_app.services.ports import Clock, FiscalPort, Store
from pos_app.services.price_basket import PriceBasket
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext, compose_receipt
from pos_app.services.records import Actor, CountedUses
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_fact import SettledReturns
from pos_app.services.reward_slip import compose_reward_slips
from pos_app.services.sale_fact import SaleFact, SaleParts, person_of
from pos_app.services.tendering import AmountDue, Settlement, TenderInput, amount_due, settle
from pos_app.services.write_fact import write_fact
from retail_core.journal import Entry
from retail_core.money import Money
from retail_core.pricing.model import PricedBasket
from retail_core.tenders import BALANCES, SettledTender
from retail_core.wire import facts

__all__ = ["AmountDue", "CompleteSale", "Paid", "TenderInput"]

_MOVED_OUTSIDE = ("external", "card")
"""Tenders whose money has moved before the sale is written."""


class CheckBalances(Protocol):
    """Looks at what of a member's points or balance pays a sale, inside its transaction."""

    def __call__(
        self, work: UnitOfWork, basket: Basket, *, priced: PricedBasket, tenders: Iterable[SettledTender]
    ) -> None:
        """Return if all of it can be spent."""


def _always() -> None:
    """Nothing speaks against a sale."""


def _take_none(
    work: UnitOfWork, basket: Basket, *, priced: PricedBasket, tenders: Iterable[SettledTender]
) -> None:
    """Where nobody looks after balances none is taken."""
    del work, basket, priced
    for tender in tenders:
        if tender.kind in BALANCES and tender.amount_minor > 0:
            raise RuleError("tender.not_offered", tender.kind)


@dataclass(frozen=True, slots=True)
class Paid:
    """The answer to "is it paid": yes, and durable."""

    sale_id: str
    receipt_number: str
    total_minor: int
    rounding_minor: int
    tendered_minor: int
    change_minor: int
    points_earned: int
    document_job_id: int
    drawer_job_id: int | None
    tier_reached: str = ""
    """The tier that the member reached by this sale, as far as is known here; empty for none."""
    coupons_printed: int = 0
    """How many coupons stand at the end of the receipt."""
    entry_hash: str = ""
    """Of the journal's entry, in hexadecimal digits: what the receipt's code shows."""


@dataclass(frozen=True, slots=True)
class _Written:
    paid: Paid
    seq: int
    orders: Sequence[Order]
    """Those that were paid with it."""


class CompleteSale:
    """Takes payment for a priced basket; on the storage lane."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        events: EventBus,
        fiscal: FiscalPort,
        prices: PriceBasket,
        texts: ReceiptTexts,
    ) -> None:
        """Keep what a sale needs; ``texts`` are in the receipt language of the store."""
        self._may_sell: Callable[[], None] = _always
        self._store = store
        self._clock = clock
        self._events = events
        self._fiscal = fiscal
        self._prices = prices
        self._fact = SaleFact(prices, clock)
        self._issuing = IssueCoupons(prices=prices, clock=clock)
        self._texts = texts
        self._check_balances: CheckBalances = _take_none

    def ask_before_balances(self, check: CheckBalances) -> None:
        """Let ``check`` raise a ``RuleError`` for points or a balance that cannot be spent (any more)."""
        self._check_balances = check

    def ask_before_money(self, may_sell: Callable[[], None]) -> None:
        """Let ``may_sell`` raise a ``RuleError`` while the till's own files could not take a sale."""
        self._may_sell = may_sell

    def due(
        self, priced: PricedBasket, tenders: Sequence[TenderInput] = (), *, refund_minor: int = 0
    ) -> AmountDue:
        """Return what is still to pay after ``tenders`` of what is sold less the refund beside it."""
        total = priced.total - Money(refund_minor, priced.currency)
        return amount_due(total, tenders, terms=self._prices.profile.tender_terms)

    def handed_out(
        self, basket: Basket, priced: PricedBasket, *, payouts: Sequence[PayOut]
    ) -> tuple[SettledTender, ...]:
        """Return what ``payouts`` hand out, below zero, cash rounded to coins over all refunds of a receipt.

        Raises:
            InsufficientTender: They do not reach what is to be given back.
            RuleError: A code of :func:`pos_app.services.give_back.settle_returns`.
        """
        total = document_total(basket, priced)
        settled = settle_returns(basket, payouts, total=total, terms=self._prices.profile.tender_terms)
        return as_settlement(settled, total).tenders

    def check(self, priced: PricedBasket, tenders: Sequence[TenderInput], *, refund_minor: int = 0) -> None:
        """Return if ``tenders`` can stand together; that they do not reach the total yet is fine.

        Raises:
            RuleError: A code of :func:`pos_app.services.tendering.settle`.
        """
        with suppress(InsufficientTender):
            total = priced.total - Money(refund_minor, priced.currency)
            settle(total, tenders, terms=self._prices.profile.tender_terms)

    def __call__(
        self,
        actor: Actor,
        basket: Basket,
        *,
        priced: PricedBasket,
        tenders: Sequence[TenderInput],
        give_back: GiveBack = NOTHING_BACK,
    ) -> Paid:
        """Write the sale, the return, or both; right ``sell`` for goods that are sold.

        The basket is cleared in the same transaction. ``give_back`` says in which money goes back what the
        returned goods are worth more than those that are sold; there are no ``tenders`` then.

        Raises:
            InsufficientTender: The tenders do not reach the total.
            NeedsApproval: A price or discount by hand is above what was allowed; or goods that come back, or
                cash for another tender.
            RuleError: ``right.missing``, ``right.over_limit`` (verb, limit) for an open item,
                ``coupon.over_cap`` or ``coupon.offline_used_up`` by goods that came after the coupon,
                a ``spend.*`` code of :meth:`pos_app.services.spend_balance.SpendBalance.check`,
                ``disk.full`` and the like,
                ``shift.none_open``, ``sale.empty``, ``sale.already_completed``, ``sale.price_is_old``,
                ``return.changed_meanwhile`` (receipt number), ``payment.in_doubt``,
                ``payment.not_approved`` or ``payment.unused`` of a provider, or another code of
                :func:`pos_app.services.give_back.settle_document`.
        """
        if basket.lines:
            rights.require(actor.rights, rights.SELL)
        if not basket.has_goods:
            raise RuleError("sale.empty")
        has_moved = _has_moved(tenders, give_back)
        if not has_moved:
            # What moved outside has to be recorded whatever happens: the disk keeps a reserve for that.
            self._may_sell()
        self._refuse_old_price(basket, priced, has_moved=has_moved)
        _require_open_prices(actor, basket)
        acts = approved_acts(actor, basket, priced=priced)
        terms = self._prices.profile.tender_terms
        settlement, returns = settle_document(
            basket, priced, tenders=tenders, give_back=give_back, terms=terms
        )
        require_return_rights(actor, basket, cash=returns.cash, approval=give_back.approval)
        ticket = self._fiscal.prepare(
            basket.basket_id, total_minor=returns.total.minor, currency=priced.currency
        )
        try:
            with self._store.write() as work:
                ask_approvers(work, actor, acts=acts)
                check_returns(work, actor, basket=basket, approval=give_back.approval)
                if not has_moved:
                    check_orders(work, basket, now_ms=self._clock.now_ms())
                written = self._write(
                    work, actor, basket=basket, priced=priced, paid=(settlement, returns, ticket)
                )
        except BaseException:
            self._fiscal.void(ticket)
            raise
        change = Money(written.paid.change_minor, priced.currency)
        handed = sum(tender.amount_minor for tender in settlement.tenders)
        given = Money(-handed, priced.currency) if returns.total.minor < 0 else None
        self._events.publish(SaleCompleted(basket.basket_id, written.paid.receipt_number, change, given))
        for order in written.orders:
            self._events.publish(OrderChanged(order.order_id, order.state))
        self._events.publish(FactWritten(written.seq))
        self._events.publish(SpoolChanged())
        return written.paid

    def _refuse_old_price(self, basket: Basket, priced: PricedBasket, *, has_moved: bool) -> None:
        """Refuse a price of another basket, and one that the shop does not ask any more.

        Money that has moved outside (a card, the shop's own device) was paid by the price that was shown: it
        stands.
        """
        if not _is_of(basket, priced):
            raise RuleError("sale.price_is_old")
        if not has_moved and self._prices.is_old(basket, priced, uses=self._counted):
            raise RuleError("sale.price_is_old")

    def _counted(self, alias: str | None, day: str) -> CountedUses:
        with self._store.read() as work:
            return work.uses.counted(alias, day)

    def _write(
        self,
        work: UnitOfWork,
        actor: Actor,
        *,
        basket: Basket,
        priced: PricedBasket,
        paid: tuple[Settlement, SettledReturns, FiscalTicket],
    ) -> _Written:
        settlement, returns, ticket = paid
        if work.sales.is_completed(basket.basket_id):
            raise RuleError("sale.already_completed")
        use_payments(work, basket.basket_id, references=_references(settlement))
        self._refuse_what_is_spent(work, basket, priced=priced, settlement=settlement)
        terminal = terminal_of(work)
        parts = SaleParts(
            basket=basket,
            priced=priced,
            settlement=settlement,
            returns=returns,
            actor=actor,
            shift=drawer_of(work, actor),
            profile=terminal.store,
            catalog_version=self._prices.catalog_version,
        )
        receipt_seq = work.sales.next_receipt_seq(terminal.incarnation)
        receipt_number = f"{receipt_prefix(terminal)}-{receipt_seq:06d}"
        earned = self._issuing.earned_by(work, basket, total_minor=returns.total.minor)
        body = self._signed(parts, receipt_number, ticket=ticket, earned=earned)
        person = person_of(basket.member)
        entry = write_fact(
            work,
            self._clock,
            kind=facts.SALE_COMPLETED,
            actor=actor.staff_id,
            body=body,
            personal=person,
        )
        work.sales.add(body, person, entry=entry, receipt_seq=receipt_seq)
        work.uses.add(body, person, entry=entry)
        self._issuing.write(work, earned, sale_id=body.sale_id, entry=entry)
        work.returns.add(body, entry)
        tier = note_purchase(work, body, person=person, entry=entry, store=terminal.store)
        work.balances.add_sale(body, person, entry=entry)
        promise_refunds(
            work,
            entry,
            document_id=basket.basket_id,
            tenders=settlement.tenders,
            currency=basket.currency,
        )
        orders = settle_orders(work, basket, receipt_number=receipt_number, seq=entry.seq)
        work.baskets.clear()
        context = PaperContext(
            store=terminal.store,
            till=terminal.label,
            cashier=actor.name,
            wall_ms=entry.wall_ms,
            entry_hash=entry.hash,
            tier_reached=tier,
            expiring=expiring_of(work, basket.member, now_ms=entry.wall_ms),
            coupon_codes=work.coupons.issue_codes(body.sale_id),
            pickup_codes={each.order_id: each.pickup_code for each in basket.ordered},
        )
        document_job = self._papers(
            work, body, context=context, person=person, gift=basket.gift_receipt and bool(basket.lines)
        )
        drawer_job = _open_drawer(work, settlement, body=body, entry=entry)
        done = _paid(body, settlement, document_job=document_job, drawer_job=drawer_job)
        return _Written(replace(done, tier_reached=tier, entry_hash=entry.hash), entry.seq, orders)

    def _papers(
        self,
        work: UnitOfWork,
        body: facts.SaleCompleted,
        *,
        context: PaperContext,
        person: facts.SalePerson | None,
        gift: bool,
    ) -> int:
        """Put the receipt, and perhaps one without prices, into the spool; return the receipt's job."""
        receipt = compose_receipt(body, context, texts=self._texts, person=person)
        number, wall_ms = body.receipt_number, context.wall_ms
        document_job = _print(work, receipt, reference=number, written_ms=wall_ms)
        if gift:
            _print(
                work,
                compose_gift_receipt(body, context, texts=self._texts),
                reference=number,
                written_ms=wall_ms,
            )
        for slip in compose_reward_slips(body, context, texts=self._texts, person=person):
            _print(work, slip, reference=number, written_ms=wall_ms)
        return document_job

    def _refuse_what_is_spent(
        self, work: UnitOfWork, basket: Basket, *, priced: PricedBasket, settlement: Settlement
    ) -> None:
        """Refuse points, a balance or coupons that are above what is there or allowed by now."""
        self._check_balances(work, basket, priced=priced, tenders=settlement.tenders)
        too_much = over_cap(work, basket, priced=priced, now_ms=self._clock.now_ms())
        if too_much:
            raise RuleError(too_much)

    def _signed(
        self,
        parts: SaleParts,
        receipt_number: str,
        *,
        ticket: FiscalTicket,
        earned: tuple[Earned, ...],
    ) -> facts.SaleCompleted:
        unsigned = facts.Fiscal(provider=ticket.provider, state="none", data={})
        body = self._fact.body(parts, receipt_number, fiscal=unsigned)
        body = body.model_copy(update={"issued": tuple(each.issued for each in earned)})
        return body.model_copy(update={"fiscal": _fiscal(self._fiscal.sign(ticket, body))})


def _has_moved(tenders: Sequence[TenderInput], give_back: GiveBack) -> bool:
    kinds = [*(tender.kind for tender in tenders), *(payout.kind for payout in give_back.payouts)]
    return any(kind in _MOVED_OUTSIDE for kind in kinds)


def _open_drawer(
    work: UnitOfWork, settlement: Settlement, *, body: facts.SaleCompleted, entry: Entry
) -> int | None:
    """Order the drawer's pulse for a sale with cash in it; return its job."""
    if all(part.kind != "cash" for part in settlement.tenders):
        return None
    opening = Opening(entry.actor, body.shift_id, "sale", body.receipt_number)
    return order_pulse(work, opening, written_ms=entry.wall_ms)


def _print(work: UnitOfWork, document: Document, *, reference: str, written_ms: int) -> int:
    text = json.dumps(document_to_json(document), ensure_ascii=False)
    return work.spool.add("document", text, reference=reference, written_ms=written_ms)


def _is_of(basket: Basket, priced: PricedBasket) -> bool:
    """Return whether a price is of the goods, quantities, tax rates and coupons of a basket."""
    goods = [(line.line_id, list_minor(line, basket.currency), basket.rate_bp(line)) for line in basket.lines]
    coupons = {coupon.coupon_id for coupon in basket.coupons}
    of_goods = [(line.line_id, line.list_amount.minor, line.tax_rate_bp) for line in priced.lines]
    return goods == of_goods and coupons == {outcome.coupon_id for outcome in priced.coupons}


def _require_open_prices(actor: Actor, basket: Basket) -> None:
    """Ask for the right again: a larger quantity makes an open item dearer than what was allowed."""
    for line in basket.lines:
        if line.product_id is None and not line.reward_id:
            amount = list_minor(line, basket.currency)
            rights.require(actor.rights, rights.SELL_OPEN_PRICE, amount=amount)


def _references(settlement: Settlement) -> list[str]:
    """Return the references of what a provider took."""
    return [
        part.reference or "" for part in settlement.tenders if part.kind == "card" and part.amount_minor > 0
    ]


def _fiscal(mark: FiscalMark) -> facts.Fiscal:
    return facts.Fiscal(provider=mark.provider, state=mark.state, data=dict(mark.data))


def _paid(
    body: facts.SaleCompleted, settlement: Settlement, *, document_job: int, drawer_job: int | None
) -> Paid:
    return Paid(
        sale_id=body.sale_id,
        receipt_number=body.receipt_number,
        total_minor=body.total_minor,
        rounding_minor=body.rounding_minor,
        tendered_minor=settlement.tendered_minor,
        change_minor=settlement.change_minor,
        points_earned=body.points_earned,
        coupons_printed=len(body.issued),
        document_job_id=document_job,
        drawer_job_id=drawer_job,
    )
