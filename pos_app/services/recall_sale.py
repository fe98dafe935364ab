"""Bring parked sales back, or give them up; those that expired are given up by themselves.

Source: docs/rules/by-hand.md, "Parked sales".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.abandon_basket import lines_given_up
from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, ParkedChanged
from pos_app.services.identity import open_shift_of, terminal_of
from pos_app.services.parked import ParkedSale
from pos_app.services.parked_steps import LineChange, merged, priced_anew
from pos_app.services.payments import refuse_held_money
from pos_app.services.ports import Catalog, Clock, Store
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import TILL_ACTOR, write_fact
from retail_core.journal import Entry
from retail_core.wire import facts


@dataclass(frozen=True, slots=True)
class ParkedSales:
    """What waits, the oldest first, and what was given up just now because it had expired."""

    waiting: tuple[ParkedSale, ...]
    expired: tuple[ParkedSale, ...] = ()


@dataclass(frozen=True, slots=True)
class Recalled:
    """A basket that came back, and what is different about it since it was parked.

    ``before_minor`` and ``after_minor`` are what the recalled goods came to and come to.
    ``sale_acts_left_out`` tells that a discount of the recalled sale was left out, because it was merged.
    """

    basket: Basket
    sale: ParkedSale
    changes: tuple[LineChange, ...]
    before_minor: int
    after_minor: int
    sale_acts_left_out: bool = False


class RecallSale:
    """Recalls and gives up; on the storage lane."""

    def __init__(
        self, *, store: Store, clock: Clock, events: EventBus, catalog: Catalog, prices: PriceBasket
    ) -> None:
        """Keep what a recall needs; ``catalog`` has the prices of now."""
        self._store = store
        self._clock = clock
        self._events = events
        self._catalog = catalog
        self._prices = prices

    def sales(self) -> ParkedSales:
        """Return what waits; what has expired is given up first, while a shift is open."""
        with self._store.read() as work:
            waiting = tuple(work.parked.all())
        if all(sale.expires_ms > self._clock.now_ms() for sale in waiting):
            return ParkedSales(waiting)
        with self._store.write() as work:
            expired = give_up_expired(work, self._clock)
            waiting = tuple(work.parked.all())
            head = work.journal.head().seq
        if expired:
            self._events.publish(FactWritten(head))
            self._events.publish(ParkedChanged(len(waiting)))
        return ParkedSales(waiting, expired)

    def __call__(
        self, actor: Actor, basket_id: str, *, into: Basket, approval: Approval | None = None
    ) -> Recalled:
        """Bring a sale back, priced as of now; into a basket with goods they come beside its own.

        Raises:
            NeedsApproval: Somebody else parked it, and the right ``sale.recall_any`` is missing.
            RuleError: ``right.missing``, ``parked.unknown``, ``shift.none_open``, ``basket.full``;
                ``payment.held`` or ``payment.in_doubt``: a customer's money is here for the basket without
                goods that would go, or may be.
        """
        rights.require(actor.rights, rights.SELL)
        with self._store.write() as work:
            sale = _sale_of(work, basket_id)
            acts = _allowed(actor, sale, approval=approval)
            anew, changes = priced_anew(sale.basket, self._catalog.by_id)
            is_merged = into.has_goods
            if not is_merged:
                refuse_held_money(work, into.basket_id)
            basket = merged(into, anew) if is_merged else merged(anew, into)
            body = facts.BasketRecalled(
                basket_id=basket_id,
                shift_id=open_shift_of(work).shift_id,
                parked_by=sale.parked_by,
                into=into.basket_id if is_merged else None,
                total_minor=sale.total_minor,
                currency=basket.currency,
                acts=acts,
            )
            entry = write_fact(work, self._clock, kind=facts.BASKET_RECALLED, actor=actor.staff_id, body=body)
            work.parked.remove(basket_id)
            work.baskets.save(basket)
            count = work.parked.count()
        self._tell(entry, count)
        return Recalled(
            basket,
            sale,
            changes,
            before_minor=sale.total_minor,
            after_minor=self._prices(anew).total.minor,
            sale_acts_left_out=is_merged and any(each.line_id is None for each in anew.discounts),
        )

    def give_up(self, actor: Actor, basket_id: str, *, approval: Approval | None = None) -> ParkedSale:
        """Give a parked sale up: a fact that says what was in it.

        Raises:
            NeedsApproval: Somebody else parked it, and the right ``sale.recall_any`` is missing.
            RuleError: ``right.missing``, ``parked.unknown``, ``shift.none_open``.
        """
        rights.require(actor.rights, rights.SELL)
        with self._store.write() as work:
            sale = _sale_of(work, basket_id)
            refuse_held_money(work, basket_id)
            acts = _allowed(actor, sale, approval=approval)
            entry = _abandon(work, self._clock, sale=sale, actor=actor.staff_id, why=("discarded", acts))
            count = work.parked.count()
        self._tell(entry, count)
        return sale

    def _tell(self, entry: Entry, count: int) -> None:
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(ParkedChanged(count))


def give_up_expired(work: UnitOfWork, clock: Clock) -> tuple[ParkedSale, ...]:
    """Give up within ``work`` what has expired, and return it; without an open shift it waits for one."""
    if work.shifts.open() is None:
        return ()
    now_ms = clock.now_ms()
    expired = tuple(sale for sale in work.parked.all() if sale.expires_ms <= now_ms)
    for sale in expired:
        _abandon(work, clock, sale=sale, actor=TILL_ACTOR, why=("expired", ()))
    return expired


def act_of_recall(sale: ParkedSale) -> Act:
    """Return what somebody has to allow who did not park the sale."""
    return Act(rights.SALE_RECALL_ANY, sale.basket.basket_id)


def _sale_of(work: UnitOfWork, basket_id: str) -> ParkedSale:
    sale = work.parked.get(basket_id)
    if sale is None:
        raise RuleError("parked.unknown")
    return sale


def _allowed(actor: Actor, sale: ParkedSale, *, approval: Approval | None) -> tuple[facts.CashierAct, ...]:
    """Return the act that a sale of somebody else needs; none for one's own."""
    if sale.parked_by == actor.staff_id:
        return ()
    act = act_of_recall(sale)
    approved_by = None
    if not rights.allows(actor.rights, act.verb):
        if approval is None or approval.staff_id == actor.staff_id or not approval.covers(act):
            raise NeedsApproval("right.missing", act.verb, act=act)
        approved_by = approval.staff_id
    return (
        facts.CashierAct(
            kind=act.verb, line_id=None, value=0, amount_minor=0, reason="recall", approved_by=approved_by
        ),
    )


def _abandon(
    work: UnitOfWork,
    clock: Clock,
    *,
    sale: ParkedSale,
    actor: str,
    why: tuple[str, Sequence[facts.CashierAct]],
) -> Entry:
    reason, acts = why
    body = facts.BasketAbandoned(
        shift_id=open_shift_of(work).shift_id,
        lines=lines_given_up(sale.basket, language=terminal_of(work).store.receipt_language),
        total_minor=sale.total_minor,
        currency=sale.basket.currency,
        basket_id=sale.basket.basket_id,
        reason=reason,
        acts=tuple(acts),
        after_total=sale.basket.total_told,
    )
    work.parked.remove(sale.basket.basket_id)
    return write_fact(work, clock, kind=facts.BASKET_ABANDONED, actor=actor, body=body)
