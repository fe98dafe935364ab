"""Give a whole basket up before it is paid; what was in it stands in the journal."""

from pos_app.services.basket import list_minor
from pos_app.services.basket_model import Basket, Line
from pos_app.services.identity import open_shift_of, terminal_of
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor
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
            RuleError: ``shift.none_open``.
        """
        with self._store.write() as work:
            if basket.lines or basket.removed:
                shift = open_shift_of(work)
                language = terminal_of(work).store.receipt_language
                body = BasketAbandoned(
                    shift_id=shift.shift_id,
                    lines=(
                        *(_given_up(line, basket.currency, language=language) for line in basket.lines),
                        *(
                            RemovedLine(
                                name=removed.names.in_language(language),
                                qty_milli=removed.qty_milli,
                                list_minor=removed.list_minor,
                            )
                            for removed in basket.removed
                        ),
                    ),
                    total_minor=total_minor,
                    currency=basket.currency,
                )
                write_fact(work, self._clock, kind=BASKET_ABANDONED, actor=actor.staff_id, body=body)
            work.baskets.clear()


def _given_up(line: Line, currency: str, *, language: str) -> RemovedLine:
    return RemovedLine(
        name=line.names.in_language(language),
        qty_milli=line.qty_milli,
        list_minor=list_minor(line, currency),
    )
