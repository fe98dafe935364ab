"""Give a whole basket up before it is paid; what was in it stands in the journal."""

from pos_app.services.basket_model import Basket, Line
from pos_app.services.basket_steps import list_minor
from pos_app.services.identity import open_shift_of, terminal_of
from pos_app.services.payments import refuse_held_money
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
from pos_app.services.repositories import UnitOfWork
from pos_app.services.write_fact import write_fact
from retail_core.wire.facts import BASKET_ABANDONED, BasketAbandoned, RemovedLine


class AbandonBasket:
    """Journals a basket that will not be paid; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, actor: Actor, basket: Basket, *, total_minor: int) -> None:
        """Write the fact and keep no basket; an empty one is only forgotten.

        Raises:
            RuleError: ``shift.none_open``; ``payment.held`` or ``payment.in_doubt``: the customer's money is
                here for it, or may be.
        """
        with self._store.write() as work:
            refuse_held_money(work, basket.basket_id)
            give_up(work, self._clock, actor=actor, basket=basket, total_minor=total_minor)


def give_up(work: UnitOfWork, clock: Clock, *, actor: Actor, basket: Basket, total_minor: int) -> None:
    """Write within ``work`` that ``basket`` is given up, if anything ever was in it, and keep none.

    Raises:
        RuleError: ``shift.none_open``.
    """
    if basket.has_goods or basket.removed:
        body = BasketAbandoned(
            shift_id=open_shift_of(work).shift_id,
            lines=lines_given_up(basket, language=terminal_of(work).store.receipt_language),
            total_minor=total_minor,
            currency=basket.currency,
            basket_id=basket.basket_id,
            after_total=basket.total_told,
        )
        write_fact(work, clock, kind=BASKET_ABANDONED, actor=actor.staff_id, body=body)
    work.baskets.clear()


def lines_given_up(basket: Basket, *, language: str) -> tuple[RemovedLine, ...]:
    """Return what was in the basket: sold, to come back, and what was taken out of it before."""
    told = basket.total_told
    sold = (_given_up(line, basket, language=language) for line in basket.lines)
    back = (
        RemovedLine(
            name=line.name,
            qty_milli=line.qty_milli,
            list_minor=line.total_minor,
            returned=True,
            after_total=told,
        )
        for goods in basket.returns
        for line in goods.refund.lines
    )
    removed = (
        RemovedLine(
            name=line.names.in_language(language),
            qty_milli=line.qty_milli,
            list_minor=line.list_minor,
            returned=line.returned,
            after_total=line.after_total,
        )
        for line in basket.removed
    )
    return (*sold, *back, *removed)


def _given_up(line: Line, basket: Basket, *, language: str) -> RemovedLine:
    return RemovedLine(
        name=line.full_name(language),
        qty_milli=line.qty_milli,
        list_minor=list_minor(line, basket.currency),
        after_total=basket.total_told,
    )
