"""Give a whole basket up before it is paid; what was in it stands in the journal."""

from pos_app.services.basket_model import Basket
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Actor


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
        raise NotImplementedError
