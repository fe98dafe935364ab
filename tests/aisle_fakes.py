"""Head office as far as ordering at the till goes: it keeps what is asked for, or refuses, or is away."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pos_app.services.errors import PosError
from pos_app.services.order_goods_model import Held, HeldGoods, HeldLine, Place, PromisedTime, Wish
from tests.fakes import NOON_MS

MINUTE_MS = 60_000
HERE = Place("S01", "一号店", "南京西路 1 号", None, 0, None, NOON_MS + 60 * MINUTE_MS)
SQUARE = Place(
    "S02", "人民广场店", "人民大道 100 号", 951, 4_000, NOON_MS - 2 * MINUTE_MS, NOON_MS + 60 * MINUTE_MS
)
GARDEN = Place(
    "S03",
    "徐家汇店",
    "虹桥路 1 号",
    9_508,
    2_000,
    NOON_MS - 2 * MINUTE_MS,
    NOON_MS + 30 * MINUTE_MS,
    tuple(
        PromisedTime(NOON_MS + start * MINUTE_MS, NOON_MS + (start + 15) * MINUTE_MS) for start in (30, 45)
    ),
)


@dataclass
class FakeAisle:
    """Keeps every wish at 25.00 a piece; ``fault`` is raised."""

    places: Sequence[Place] = (HERE, SQUARE, GARDEN)
    fault: PosError | None = None
    asked: list[str] = field(default_factory=list)
    wishes: list[tuple[str, Wish]] = field(default_factory=list)
    released: list[str] = field(default_factory=list)

    def order_offers(self, product_id: str) -> Sequence[Place]:
        self._reach()
        self.asked.append(product_id)
        return self.places

    def order_hold(self, wish: Wish, *, request_id: str) -> Held:
        self.wishes.append((request_id, wish))
        self._reach()
        number = len({each for each, _ in self.wishes})
        return held(f"{number:016x}", f"T{number:03d}", wish=wish)

    def order_release(self, order_id: str) -> None:
        self._reach()
        self.released.append(order_id)

    def _reach(self) -> None:
        if self.fault is not None:
            raise self.fault


def held(order_id: str, number: str, *, wish: Wish, by_slots: bool = False) -> Held:
    """Return what head office keeps of a wish."""
    goods = HeldGoods(
        order_id=order_id,
        number=number,
        store_id=wish.store_id or "S02",
        store_name="人民广场店",
        fulfilment=wish.fulfilment,
        customer="王** 5678",
        promised_ms=NOON_MS + 60 * MINUTE_MS,
        by_slots=by_slots,
        minutes=60,
        until_ms=NOON_MS + 30 * MINUTE_MS,
        pickup_code="93" + "1" * 220,
    )
    minor = wish.qty_milli * 2_500 // 1_000
    return Held(goods, (HeldLine("1", wish.product_id, "拿铁", wish.qty_milli, 1, minor),))
