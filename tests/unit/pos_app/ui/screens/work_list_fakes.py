"""A work list with one of each sort, as head office would give it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pos_app.services.errors import PosError
from pos_app.services.records import Actor
from pos_app.services.work_list_model import ExceptionItem, ExceptionPage, ExceptionState
from tests.fakes import NOON_MS

MINUTE_MS = 60_000
OVERRUN = ExceptionItem(
    exception_id=11,
    kind="campaign.over_limit",
    args={"rule_id": "HALF", "limit": "stock", "allowed": 5, "used": 7},
    till="S01-T02",
    seq=40,
    actor="W1",
    happened_ms=NOON_MS - 90 * MINUTE_MS,
    actions=("accept", "end_campaign"),
    receipts=("S01-T02-000117",),
)
COUPON = ExceptionItem(
    exception_id=12,
    kind="coupon.already_used",
    args={"coupon_id": "K1", "sale_id": "s2", "mode": "offline", "first_sale_id": "s1"},
    till="S01-T03",
    seq=7,
    actor="W2",
    happened_ms=NOON_MS - 60 * MINUTE_MS,
    actions=("accept", "claimed"),
    receipts=("S01-T03-000021", "S01-T02-000116"),
)
PRICE = ExceptionItem(
    exception_id=14,
    kind="sale.price_differs",
    args={"line_id": "l1", "product_id": "P05", "sold_minor": 2_900, "catalog_minor": 3_200},
    till="S01-T02",
    seq=44,
    actor="W1",
    happened_ms=NOON_MS - 5 * MINUTE_MS,
    actions=("accept", "price_corrected"),
    receipts=("S01-T02-000119",),
)
DONE = replace(
    COUPON,
    exception_id=3,
    state="done",
    action="claimed",
    note="已从店员奖金中扣回，双方签字",
    settled_by="M1",
    settled_ms=NOON_MS - MINUTE_MS,
)
NAMES = {"W1": "王晓", "W2": "林佳怡", "M1": "陈伟"}


@dataclass
class FakeWorkList:
    """Head office's list; ``fault`` is raised instead of an answer."""

    open: tuple[ExceptionItem, ...] = (OVERRUN, COUPON, PRICE)
    done: tuple[ExceptionItem, ...] = (DONE,)
    page_size: int = 50
    fault: PosError | None = None
    settled: list[tuple[str, int, str, str]] = field(default_factory=list)

    def page(self, actor: Actor, state: ExceptionState, *, after: int = 0) -> ExceptionPage:
        del actor
        self._fail()
        rest = [each for each in getattr(self, state) if each.exception_id > after]
        items = tuple(rest[: self.page_size])
        more = items[-1].exception_id if len(rest) > len(items) else 0
        return ExceptionPage(items, open_count=len(self.open), after=more)

    def settle(self, actor: Actor, item: ExceptionItem, *, action: str, note: str) -> ExceptionItem:
        self._fail()
        self.settled.append((actor.staff_id, item.exception_id, action, note))
        self.open = tuple(each for each in self.open if each.exception_id != item.exception_id)
        return replace(item, state="done", action=action, note=note, settled_by=actor.staff_id)

    def names(self, items: ExceptionPage) -> Mapping[str, str]:
        del items
        return NAMES

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault
