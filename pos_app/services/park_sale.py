"""Put a basket aside, or a part of it: it waits on this till until it is recalled, given up or expired.

Every step is a fact: parking, taking the money and deleting is an old way to steal.
Source: docs/rules/by-hand.md, "Parked sales".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.abandon_basket import lines_given_up
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus, FactWritten, ParkedChanged
from pos_app.services.identity import open_shift_of, terminal_of
from pos_app.services.parked import MOST_NAME, MOST_PARKED, ParkedSale
from pos_app.services.parked_steps import split
from pos_app.services.payments import refuse_held_money
from pos_app.services.ports import Clock, Ids, Store
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import end_of_business_day_ms
from pos_app.services.write_fact import write_fact
from retail_core.journal import Entry

HOURS_SETTING = "parked.hours"
"""So many hours a parked sale is kept; empty for the end of the business day."""

SECOND_PART = "2/2"
"""What stands behind the name of the second part of a split."""

_HOUR_MS = 3_600_000
_MOST_HOURS = 24 * 14


@dataclass(frozen=True, slots=True)
class Split:
    """What stays on the counter, and what was parked beside it."""

    rest: Basket
    parked: ParkedSale


class ParkSale:
    """Parks and splits; on the storage lane."""

    def __init__(
        self, *, store: Store, clock: Clock, ids: Ids, events: EventBus, prices: PriceBasket
    ) -> None:
        """Keep what a parked sale needs; ``prices`` says what the second part of a split comes to."""
        self._store = store
        self._clock = clock
        self._ids = ids
        self._events = events
        self._prices = prices

    def count(self) -> int:
        """Return how many sales wait; well under a millisecond."""
        with self._store.read() as work:
            return work.parked.count()

    def __call__(self, actor: Actor, basket: Basket, *, name: str, total_minor: int) -> ParkedSale:
        """Park a whole basket; the counter keeps none. Right ``sell``.

        Raises:
            RuleError: ``right.missing``, ``sale.empty``, ``sale.already_completed``, ``shift.none_open``,
                ``parked.too_many``, ``parked.with_returns``: goods that came back are settled at once;
                ``payment.held`` or ``payment.in_doubt``: the customer's money is here, or may be.
        """
        rights.require(actor.rights, rights.SELL)
        if basket.returns:
            raise RuleError("parked.with_returns")
        if not basket.lines:
            raise RuleError("sale.empty")
        with self._store.write() as work:
            if work.sales.is_completed(basket.basket_id):
                raise RuleError("sale.already_completed")
            refuse_held_money(work, basket.basket_id)
            parked = self._parked(work, actor, basket=basket, name=name, total_minor=total_minor)
            entry = _park(work, self._clock, actor=actor, parked=parked)
            work.baskets.clear()
            count = work.parked.count()
        self._tell(entry, count)
        return parked

    def split(self, actor: Actor, basket: Basket, *, parts: Mapping[str, int], name: str) -> Split:
        """Park a part of a basket as a sale of its own; the rest stays on the counter. Right ``sell``.

        Args:
            actor: Who splits.
            basket: What is on the counter.
            parts: How much of each line goes, in thousandths, by line id.
            name: Of both parts; the second is called so with "2/2" behind.

        Raises:
            RuleError: As when parking, and ``split.nothing``, ``split.everything``, ``basket.bad_quantity``.
        """
        rights.require(actor.rights, rights.SELL)
        rest, second = split(basket, parts, new_id=self._ids.new_id)
        total_minor = self._prices(second).total.minor
        with self._store.write() as work:
            if work.sales.is_completed(basket.basket_id):
                raise RuleError("sale.already_completed")
            refuse_held_money(work, basket.basket_id)
            title = f"{' '.join(name.split())[: MOST_NAME - len(SECOND_PART) - 1]} {SECOND_PART}".strip()
            parked = self._parked(work, actor, basket=second, name=title, total_minor=total_minor)
            entry = _park(work, self._clock, actor=actor, parked=parked, split_from=basket.basket_id)
            work.baskets.save(rest)
            count = work.parked.count()
        self._tell(entry, count)
        return Split(rest, parked)

    def _parked(
        self, work: UnitOfWork, actor: Actor, *, basket: Basket, name: str, total_minor: int
    ) -> ParkedSale:
        if work.parked.count() >= MOST_PARKED:
            raise RuleError("parked.too_many", MOST_PARKED)
        now_ms = self._clock.now_ms()
        return ParkedSale(
            basket=basket,
            name=" ".join(name.split())[:MOST_NAME],
            parked_by=actor.staff_id,
            parked_by_name=actor.name,
            parked_ms=now_ms,
            expires_ms=_expires_ms(work, now_ms),
            total_minor=total_minor,
        )

    def _tell(self, entry: Entry, count: int) -> None:
        self._events.publish(FactWritten(entry.seq))
        self._events.publish(ParkedChanged(count))


def _park(
    work: UnitOfWork, clock: Clock, *, actor: Actor, parked: ParkedSale, split_from: str | None = None
) -> Entry:
    from retail_core.wire.facts import BASKET_PARKED, BasketParked

    body = BasketParked(
        basket_id=parked.basket.basket_id,
        shift_id=open_shift_of(work).shift_id,
        lines=lines_given_up(parked.basket, language=terminal_of(work).store.receipt_language),
        total_minor=parked.total_minor,
        currency=parked.basket.currency,
        expires_ms=parked.expires_ms,
        split_from=split_from,
    )
    work.parked.add(parked)
    return write_fact(work, clock, kind=BASKET_PARKED, actor=actor.staff_id, body=body)


def _expires_ms(work: UnitOfWork, now_ms: int) -> int:
    setting = work.settings.get(HOURS_SETTING)
    hours = int(setting) if setting.isascii() and setting.isdigit() else 0
    if 0 < hours <= _MOST_HOURS:
        return now_ms + hours * _HOUR_MS
    return end_of_business_day_ms(now_ms, terminal_of(work).store)
