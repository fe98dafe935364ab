"""Small stand-ins behind the pickup board: other stores, busy times, labels."""

from pos_app.services.order_model import Order
from pos_app.services.records import Actor
from pos_app.services.set_busy import Busy
from pos_app.services.stock_model import Elsewhere, StockCard, StoreStock
from tests.fakes import NOON_MS

MINUTE_MS = 60_000


class FakeElsewhere:
    """What head office said of other stores, a while ago."""

    def card(self, product_id: str) -> StockCard:
        return StockCard(product_id, None, 0, self.ask_elsewhere(product_id))

    def ask_elsewhere(self, product_id: str) -> Elsewhere:  # noqa: ARG002 - by its name
        return Elsewhere(
            NOON_MS - 5 * MINUTE_MS,
            (
                StoreStock("S02", "麦香咖啡·南京西路店", 850, 9_000, 6_000, NOON_MS - 6 * MINUTE_MS),
                StoreStock("S03", "麦香咖啡·浦东国际机场二号航站楼店", 41_200, 30_000, 22_000, None),
            ),
            0,
        )


class FakeBusy:
    """Says that the store is busy, if it is told so."""

    def __init__(self) -> None:
        self.busy: Busy | None = None

    def __call__(self, actor: Actor, *, minutes: int, for_minutes: int) -> int:  # noqa: ARG002 - by its name
        self.busy = Busy(minutes, NOON_MS + for_minutes * MINUTE_MS)
        return self.busy.until_ms

    def now(self) -> Busy | None:
        return self.busy


class FakeLabels:
    """Prints nothing, and reads no label."""

    def again(self, actor: Actor, order_id: str) -> int:  # noqa: ARG002 - by its name
        return 2

    def find(self, text: str) -> tuple[Order, int] | None:  # noqa: ARG002 - by its name
        return None

    def print_walk_code(self, orders: int) -> None:
        """Print nothing."""
