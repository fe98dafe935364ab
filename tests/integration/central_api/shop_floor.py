"""What the tests of the shop's slices start from: a member, coupon campaigns, stock, and applied facts."""

from collections.abc import Callable

from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.feed import service as feed
from central_api.kit.database import Database
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.stock import service as stock
from central_api.stock.schemas import Movement

PHONE = "13800008823"
ALIAS = "0123456789abcdef"
MEMBER = "M1"


def set_up_floor(unit: Unit) -> None:
    """Register a gold member at home in S01, two campaigns, and ten cartons of milk in S01."""
    feed.begin_epoch(unit)
    members.register(unit, [NewMember(MEMBER, ALIAS, "李静", PHONE, "gold", "S01", unit.now_ms)])
    catalog.put_campaigns(unit, "*", campaigns=[coupon_campaign(), points_campaign()])
    stock.move(unit, [Movement("S01", "p-milk", 10_000, 0, stock.RECEIPT, "r1", "1", unit.now_ms)])
    stock.settle(unit)


def coupon_campaign() -> Campaign:
    """Return 5 off, also offline."""
    doc = {
        "id": "FIVE",
        "kind": "coupon_amount",
        "names": {"zh-Hans": "5 元券", "en": "5 off"},
        "params": {"amount_minor": 500},
        "offline_allowed": True,
    }
    return Campaign("FIVE", 77, "5 元券", "coupon_amount", doc)


def points_campaign() -> Campaign:
    """Return a point for each yuan."""
    doc = {"id": "POINTS", "kind": "points", "names": {"en": "Points"}, "params": {"per_minor": 100}}
    return Campaign("POINTS", 78, "积分", "points", doc)


def context(entry_id: str = "e1", *, actor: str = "st-lin", wall_ms: int = 1_764_000_000_000) -> FactContext:
    """Return where a fact of till S01-T01 comes from."""
    return FactContext(
        entry_id=entry_id,
        terminal_id="S01-T01",
        store_id="S01",
        incarnation=1,
        seq=1,
        wall_ms=wall_ms,
        actor=actor,
    )


def apply(database: Database, effect: Callable[[Unit], list[DoubtfulFact]]) -> list[str]:
    """Let one fact take effect, settle, and return the kinds of what is doubtful."""

    def work(unit: Unit) -> list[DoubtfulFact]:
        found = effect(unit)
        members.settle(unit)
        stock.settle(unit)
        return found

    return [doubt.kind for doubt in database.run(work)]


def store_docs(database: Database, kind: str, store_id: str = "S01") -> dict[str, str]:
    """Return what a store's tills are told of a kind, by key."""
    with database.read() as unit:
        return dict(feed.documents(unit, "store", store_id=store_id, kind=kind))
