"""The Order screen over a stand-in for head office."""

from pos_app.services.order_goods import OrderGoods
from pos_app.services.ports import Lane
from pos_app.services.session import Session
from pos_app.ui.app import Face
from pos_app.ui.format import Formats
from pos_app.ui.sayings import Sayings
from pos_app.ui.screens.order.presenter import OrderPresenter, OrderTools
from pos_app.ui.screens.order.view import OrderScreen
from pos_app.ui.screens.order.words import OrderWords
from tests.aisle_fakes import FakeAisle
from tests.fakes import NOON_MS, FakeClock, FakeIds
from tests.unit.pos_app.ui.screens.sell_world import SellWorld


class AisleDesk:
    """What the screen works with, and the screen."""

    def __init__(
        self, face: Face, world: SellWorld, *, formats: Formats, session: Session, lane: Lane
    ) -> None:
        self.office = FakeAisle()
        self.orders = OrderGoods(
            api=self.office,
            basket=world.basket,
            ids=FakeIds(900),
            clock=FakeClock(),
            find=world.catalog.by_id,
        )
        self.presenter = OrderPresenter(
            OrderTools(
                orders=self.orders,
                basket=lambda: world.basket.basket,
                now_ms=lambda: NOON_MS + 90_000,
                currency="CNY",
                sounds=world.sounds,
                network=lane,
            ),
            session=session,
            navigate=lambda _name: None,
        )
        self.screen = OrderScreen(
            self.presenter,
            OrderWords(formats, "CNY"),
            theme=face.theme,
            say=Sayings(formats, lambda: face.language.name),
        )
