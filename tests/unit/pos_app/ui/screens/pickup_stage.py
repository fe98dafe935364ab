"""A pickup board over the real till, for the tests of its presenter."""

from collections.abc import Sequence

from pos_app.services.bag_labels import BagLabels
from pos_app.services.clear_order import ClearOrder, ShortTools
from pos_app.services.errors import Unreachable
from pos_app.services.hand_over_order import HandOverOrder
from pos_app.services.identity import terminal_of
from pos_app.services.list_orders import ListOrders
from pos_app.services.look_up_stock import LookUpStock
from pos_app.services.pay_order import PayOrder
from pos_app.services.pick_order import PickOrder
from pos_app.services.pick_walk import PickWalk
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.session import Session
from pos_app.services.set_busy import SetBusy
from pos_app.services.stock_model import StoreStock
from pos_app.ui.screens.pickup.presenter import PickupPresenter, PickupTools
from pos_app.ui.screens.pickup.state import PickupState
from tests.fakes import InlineLane
from tests.till_shop import LI, ORDER_ID, Till, order_doc, store_page
from tests.ui.fakes import FakeTimers
from tests.unit.pos_app.ui.screens.sell_fakes import FakeSounds


class FakeStockApi:
    """Head office, as far as other stores' goods go."""

    def __init__(self) -> None:
        self.stores: list[StoreStock] | None = None

    def elsewhere(self, product_id: str) -> tuple[Sequence[StoreStock], int]:  # noqa: ARG002 - by its name
        if self.stores is None:
            raise Unreachable
        return self.stores, 0


class Stage:
    """A presenter over a till with one order."""

    def __init__(self, till: Till) -> None:
        self.till = till
        till.open_shift()
        self.went: list[str] = []
        self.timers = FakeTimers()
        self.basket = till.basket()
        self.state = PickupState()
        self.sounds = FakeSounds()
        self.stock_api = FakeStockApi()
        self.session = Session(LI)
        store, clock, events = till.store, till.clock, till.events
        with store.read() as work:
            profile = terminal_of(work).store
        texts = ReceiptTexts.load("zh-Hans")
        labels = BagLabels(store=store, clock=clock, events=events, texts=texts, profile=profile)
        pick = PickOrder(store=store, clock=clock, events=events, labels=labels)
        self.presenter = PickupPresenter(
            PickupTools(
                orders=ListOrders(store=store, clock=clock),
                pick=pick,
                hand_over=HandOverOrder(store=store, clock=clock, ids=till.ids, events=events),
                clear=ClearOrder(
                    ShortTools(
                        store=store, clock=clock, ids=till.ids, catalog=till.data.catalog, events=events
                    )
                ),
                pay=PayOrder(basket=self.basket, ids=till.ids, find=till.data.catalog.by_id),
                walk=PickWalk(store=store, catalog=till.data.catalog, pick=pick),
                labels=labels,
                stock=LookUpStock(store=store, clock=clock, api=self.stock_api),
                network=InlineLane(),
                busy=SetBusy(store=store, clock=clock, events=events),
                clock=clock,
                timers=self.timers,
                sounds=self.sounds,
            ),
            session=self.session,
            storage=InlineLane(),
            navigate=self.went.append,
            events=events,
        )
        self.presenter.bind(self)

    def show_state(self, state: PickupState) -> None:
        self.state = state

    def order_arrives(self, state: str, **others: object) -> None:
        doc = order_doc(state, **others)
        self.till.data.feed_sink.apply_store_page(
            store_page(("order", ORDER_ID, doc), next_cursor="s9"), now_ms=self.till.clock.now_ms()
        )
        self.presenter.refresh()

    def found(self) -> list[str] | None:
        found = self.state.found
        return None if found is None else [order.number for order in found]

    def columns(self) -> tuple[int, int, int, int]:
        board = self.state.board
        return len(board.new), len(board.picking), len(board.ready), len(board.trouble)
