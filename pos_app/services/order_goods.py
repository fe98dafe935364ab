"""What is not here is ordered at the till: head office keeps it, it lies in the basket, the sale places it.

Source: docs/rules/order-payment.md, "Ordered at the till".
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from pos_app.services import basket_steps as steps
from pos_app.services import rights
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Basket, Line
from pos_app.services.errors import Rejected, RuleError, SyncError
from pos_app.services.events import BasketChanged, EventBus
from pos_app.services.order_goods_model import Held, HeldLine, Offers, Wish
from pos_app.services.ports import Clock, Ids, Lane, Store
from pos_app.services.records import Actor, Product
from pos_app.services.stock_ports import AisleApi


class OrderGoods:
    """Orders goods of this and other stores; what asks head office runs on the interactive network lane."""

    def __init__(
        self,
        *,
        api: AisleApi,
        basket: CurrentBasket,
        ids: Ids,
        clock: Clock,
        find: Callable[[str], Product | None],
    ) -> None:
        """Keep the basket; ``find`` looks products up in the catalog."""
        self._api = api
        self._current = basket
        self._ids = ids
        self._clock = clock
        self._find = find
        self._asked: tuple[Wish, str] | None = None

    def offers(self, product_id: str) -> Offers:
        """Ask where a product can be ordered now.

        Raises:
            RuleError: ``order.needs_network``.
            Rejected: Head office refused.
        """
        try:
            places = self._api.order_offers(product_id)
        except SyncError as error:
            raise _said(error) from error
        return Offers(self._clock.now_ms(), tuple(places))

    def hold(self, actor: Actor, wish: Wish) -> Held:
        """Let head office price a wish and keep its goods; the same wish again is the same order.

        Raises:
            RuleError: ``right.missing``, ``order.needs_network``.
            Rejected: Head office refused: ``stock.not_enough``, ``order.slot_full`` and the like.
        """
        rights.require(actor.rights, rights.SELL)
        request_id = self._request_id(wish)
        try:
            held = self._api.order_hold(wish, request_id=request_id)
        except Rejected:
            self._asked = None
            raise
        except SyncError as error:
            # Its answer may be lost: who tries once more asks for the same order.
            raise _said(error) from error
        self._asked = None
        return held

    def put_in(self, held: Held, *, instead_of: str = "") -> None:
        """Put what is held into the basket, in one step; on the UI thread.

        Args:
            held: What head office keeps.
            instead_of: The line of the basket that is ordered and not carried out.

        Raises:
            RuleError: ``order.goods_unknown`` (name), ``order.in_basket``, ``basket.full``.
        """
        lines = [self._line(held, line) for line in held.lines]

        def step(basket: Basket) -> Basket:
            if basket.line(instead_of) is not None:
                basket = steps.without_line(basket, instead_of)
            return steps.with_held(basket, lines, held=held.goods)

        self._current.change(step)

    def let_go(self, order_id: str) -> None:
        """Let goods go that were held and are not wanted; says nothing where nobody hears it."""
        with suppress(SyncError):
            self._api.order_release(order_id)

    def _request_id(self, wish: Wish) -> str:
        if self._asked is None or self._asked[0] != wish:
            self._asked = (wish, self._ids.new_id())
        return self._asked[1]

    def _line(self, held: Held, line: HeldLine) -> Line:
        product = self._find(line.product_id)
        if product is None:
            raise RuleError("order.goods_unknown", line.name)
        sold = steps.product_line(
            self._ids.new_id(), product, qty_milli=line.qty_milli, code=None, label_minor=line.total_minor
        )
        return replace(
            sold,
            pack_pieces=line.pack_pieces,
            deposit_id="",
            order_id=held.goods.order_id,
            order_line_id=line.line_id,
        )


class LetOrdersGo:
    """Lets head office know of held orders that left the basket without being paid; lives on the UI thread.

    What was parked or split off is still wanted, what was sold is placed. Nobody has to hear it: the goods
    are free again after half an hour in any case.
    """

    def __init__(
        self, orders: OrderGoods, *, basket: CurrentBasket, store: Store, lanes: tuple[Lane, Lane]
    ) -> None:
        """Keep who knows what was sold and parked; ``lanes`` are that of the storage and the network."""
        self._orders = orders
        self._current = basket
        self._store = store
        self._storage, self._network = lanes
        self._before = basket.basket

    def follow(self, events: EventBus) -> None:
        """Hear of every change of the basket from now on."""
        events.subscribe(BasketChanged, lambda event: self._on_changed(event.basket))

    def _on_changed(self, basket: Basket) -> None:
        before, self._before = self._before, basket
        kept = {each.order_id for each in basket.ordered}
        gone = [each.order_id for each in before.ordered if each.order_id not in kept]
        if not gone:
            return
        if basket.basket_id == before.basket_id:
            # Undo must not bring back what somebody else may have by then.
            self._current.amend(partial(steps.without_orders, order_ids=gone))
        self._storage.run(lambda: self._unwanted(before.basket_id, gone), self._let_go, _raise)

    def _unwanted(self, basket_id: str, order_ids: list[str]) -> list[str]:
        with self._store.read() as work:
            if work.sales.is_completed(basket_id):
                return []
            parked = {each.order_id for sale in work.parked.all() for each in sale.basket.ordered}
        return [order_id for order_id in order_ids if order_id not in parked]

    def _let_go(self, order_ids: list[str]) -> None:
        for order_id in order_ids:
            self._network.run(partial(self._orders.let_go, order_id), lambda _: None, _raise)


def _said(error: SyncError) -> SyncError | RuleError:
    """Return what to say: whoever did not answer is the network's affair, a refusal has its own words."""
    return error if isinstance(error, Rejected) else RuleError("order.needs_network")


def _raise(error: BaseException) -> None:
    raise error
