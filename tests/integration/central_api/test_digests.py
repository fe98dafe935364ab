"""A till notices a row of its catalog that is missing, changed or too many, and repairs it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from central_api.catalog import service as catalog
from central_api.feed import service as feed
from central_api.kit.unit import Unit
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from pos_app.services.errors import Rejected
from pos_app.services.events import CatalogChanged, EventBus, StoreDataChanged
from pos_app.services.safety import Safety
from pos_app.sync.catalog_check import CatalogCheck
from pos_app.sync.catalog_loader import CatalogLoader
from pos_app.sync.puller import FeedPuller
from pos_app.sync.store_check import AGAIN_MS, FIRST_MS, Looked, StoreCheck
from retail_core.wire.digests import BUCKETS, bucket_of, digest_of
from tests.fakes import InlineLane
from tests.integration.central_api.conftest import RunningServer, product
from tests.integration.central_api.real_till import RealTill, joined
from tests.ui.fakes import FakeTimers

PRODUCTS = 60
CHEAPER = (
    """UPDATE product SET doc = replace(doc, '"price_minor":650', '"price_minor":6') """
    """WHERE product_id = 'p-3'"""
)


@pytest.fixture
def counter(server: RunningServer, tmp_path: Path) -> Iterator[RealTill]:
    """A till with the shop's catalog, as current as the server."""
    docs = [product(f"p-{number}", barcode=f"69012345{number:05d}") for number in range(PRODUCTS)]
    server.database.run(lambda unit: catalog.put_products(unit, "*", docs=docs))
    with joined(server, tmp_path) as found:
        root = found.terminal.root_public_key
        file = CatalogLoader(found.link.connection(), found.data.catalog_files, root_public_key=root).fetch()
        found.data.catalog_files.activate(file.version)
        yield found


def check(counter: RealTill, changed: list[str] | None = None) -> CatalogCheck:
    events = EventBus()
    if changed is not None:
        events.subscribe(CatalogChanged, lambda event: changed.append(event.version))
    lane = InlineLane()
    return CatalogCheck(
        counter.link.connection(), counter.data.catalog_files, lanes=(lane, lane), events=events
    )


def damage(folder: Path, *statements: str) -> None:
    """Change the till's catalog behind its back."""
    [path] = folder.glob("catalog-*.db")
    connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def wrong(counter: RealTill) -> int:
    found = check(counter).look()
    assert found is not None
    return len(found.wrong)


def price(counter: RealTill, product_id: str) -> int | None:
    found = counter.data.catalog.by_id(product_id)
    return None if found is None else found.price_minor


def test_a_catalog_as_it_was_delivered_is_the_servers(counter: RealTill) -> None:
    assert wrong(counter) == 0


def test_what_came_by_the_feed_is_the_servers_too(counter: RealTill, server: RunningServer) -> None:
    changed = [
        product("p-7", price_minor=999, barcode="6901234500007"),
        product("p-new", barcode="6909999999999"),
    ]
    server.database.run(lambda unit: catalog.put_products(unit, "*", docs=changed))
    server.database.run(lambda unit: catalog.retire_product(unit, "p-8"))
    file = counter.data.catalog_files.current()
    assert file is not None
    file.apply_page(FeedPuller(counter.link.connection()).page("catalog", file.cursor()))
    assert (price(counter, "p-7"), price(counter, "p-8")) == (999, None)
    assert wrong(counter) == 0


@pytest.mark.parametrize(
    ("damaged", "buckets"),
    [
        ("DELETE FROM product WHERE product_id = 'p-3'", 1),
        (CHEAPER, 1),
        ("UPDATE product SET doc = 'damaged' WHERE product_id = 'p-3'", 1),
        ("DELETE FROM category", 1),
        ("INSERT INTO campaign VALUES ('EVERYTHING-FREE', '{}')", 1),
    ],
    ids=["missing", "another price", "unreadable", "no categories", "too many"],
)
def test_what_is_wrong_is_noticed_and_repaired(
    counter: RealTill, tmp_path: Path, *, damaged: str, buckets: int
) -> None:
    damage(tmp_path, damaged)
    assert wrong(counter) == buckets
    changed: list[str] = []
    check(counter, changed).run()
    assert wrong(counter) == 0
    assert price(counter, "p-3") == 650
    assert [found.product_id for found in counter.data.catalog.by_code("6901234500003")] == ["p-3"]
    assert len(changed) == 1


def test_a_till_that_is_behind_is_not_compared(
    counter: RealTill, server: RunningServer, tmp_path: Path
) -> None:
    damage(tmp_path, "DELETE FROM product WHERE product_id = 'p-3'")
    server.database.run(
        lambda unit: catalog.put_products(unit, "*", docs=[product("p-late", barcode="6900000000001")])
    )
    assert check(counter).look() is None


def test_a_file_that_moved_on_meanwhile_is_left_alone(
    counter: RealTill, server: RunningServer, tmp_path: Path
) -> None:
    damage(tmp_path, "DELETE FROM product WHERE product_id = 'p-3'")
    found = check(counter).look()
    assert found is not None
    server.database.run(
        lambda unit: catalog.put_products(unit, "*", docs=[product("p-late", barcode="6900000000001")])
    )
    found.file.apply_page(FeedPuller(counter.link.connection()).page("catalog", found.file.cursor()))
    assert [found.file.repair(rows) for rows in found.wrong] == [0]


def test_nothing_is_compared_while_an_earlier_transaction_is_open(
    counter: RealTill, server: RunningServer
) -> None:
    if server.database.is_sqlite:
        # One writer at a time: what is committed was never overtaken.
        assert check(counter).look() is not None
        return
    began, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with server.database.write() as unit:
            feed.txid(unit)
            began.set()
            go_on.wait(30)

    holding = threading.Thread(target=hold)
    holding.start()
    assert began.wait(20)
    server.database.run(
        lambda unit: catalog.put_products(
            unit, "*", docs=[product("p-0", price_minor=1, barcode="6901234500000")]
        )
    )
    try:
        assert check(counter).look() is None
        with pytest.raises(Rejected, match=r"feed\.unsettled"):
            check(counter)._http.get("/v1/digest/catalog/0", type(None))  # type: ignore[type-var]  # refused before it is read
    finally:
        go_on.set()
        holding.join(20)


def test_an_order_of_rows_changes_no_digest_and_one_thing_changes_one_bucket() -> None:
    rows = [("product", f"p-{number}", {"price": number, "name": "奶"}) for number in range(500)]
    kinds, buckets = digest_of(rows)
    assert (kinds, len(buckets)) == ({"product": 500}, BUCKETS)
    assert digest_of(reversed(rows)) == (kinds, buckets)
    other = [*rows[:-1], ("product", "p-499", {"price": 498, "name": "奶"})]
    differs = [number for number, each in enumerate(digest_of(other)[1]) if each != buckets[number]]
    assert differs == [bucket_of("product", "p-499")]


# The store: stock, orders, members, people, revocations


def store_check(
    counter: RealTill, *, safety: Safety | None = None, told: list[frozenset[str]] | None = None
) -> StoreCheck:
    events = EventBus()
    if told is not None:
        events.subscribe(StoreDataChanged, lambda event: told.append(event.kinds))
    lane = InlineLane()
    return StoreCheck(
        counter.link.connection(),
        counter.data.feed_sink,
        lanes=(lane, lane),
        events=events,
        safety=safety or Safety(events),
        clock=counter.link.clock,
    )


def read_store(counter: RealTill) -> None:
    """Bring the till to the end of its store's feed."""
    puller, sink = FeedPuller(counter.link.connection()), counter.data.feed_sink
    more = True
    while more:
        page = puller.page("store", sink.cursor())
        sink.apply_store_page(page, now_ms=1)
        more = page.more


@pytest.fixture
def store(counter: RealTill, server: RunningServer) -> RealTill:
    """The till with stock of sixty products, as current as the server."""
    moved = [
        Movement("S01", f"p-{n}", 1_000 * n, 0, stock.RECEIPT, "d", f"{n}", 1) for n in range(1, PRODUCTS)
    ]

    def receive(unit: Unit) -> None:
        stock.move(unit, moved)
        stock.settle(unit)

    server.database.run(receive)
    read_store(counter)
    return counter


def behind_its_back(counter: RealTill, statement: str) -> None:
    with counter.data.store.write() as work:
        work.connection.exec_driver_sql(statement)


def test_a_store_as_it_was_told_is_the_servers(store: RealTill) -> None:
    looked = store_check(store).look()
    assert looked is not None
    assert looked.wrong == ()
    assert looked.shares["stock"] == (PRODUCTS - 1, PRODUCTS - 1)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM stock WHERE product_id IN ('p-3', 'p-4')",
        "DELETE FROM feed_row WHERE key IN ('p-3', 'p-4')",
        "UPDATE feed_row SET digest = '0000000000000000' WHERE key IN ('p-3', 'p-4')",
    ],
)
def test_what_is_missing_or_was_told_otherwise_is_put_right(store: RealTill, statement: str) -> None:
    behind_its_back(store, statement)
    safety = Safety(EventBus())
    told: list[frozenset[str]] = []
    check = store_check(store, safety=safety, told=told)
    looked = check.look()
    assert looked is not None
    assert {change.key for rows in looked.wrong for change in rows.changes} >= {"p-3", "p-4"}
    check.run()
    assert told == [frozenset({"stock"})]
    assert safety.share("feed.stock") == (PRODUCTS - 1, PRODUCTS - 1)
    with store.data.store.read() as work:
        levels = work.stock.levels(["p-3", "p-4"])
    assert [levels[name].on_hand_milli for name in ("p-3", "p-4")] == [3_000, 4_000]


def test_what_the_server_no_longer_has_goes(store: RealTill) -> None:
    behind_its_back(store, "INSERT INTO revoked (what, id, reason, epoch) VALUES ('coupon', 'c9', 'used', 0)")
    behind_its_back(
        store,
        "INSERT INTO feed_row (kind, key, digest, epoch) VALUES ('revoked', 'coupon:c9', '0000aaaa', 0)",
    )
    store_check(store).run()
    with store.data.store.read() as work:
        assert not work.coupons.is_revoked("coupon", "c9")


def test_a_till_that_is_behind_waits_and_changes_nothing(store: RealTill, server: RunningServer) -> None:
    behind_its_back(store, "DELETE FROM stock WHERE product_id = 'p-3'")

    def receive(unit: Unit) -> None:
        stock.move(unit, [Movement("S01", "p-5", 1_000, 0, stock.RECEIPT, "later", "1", 2)])
        stock.settle(unit)

    server.database.run(receive)
    assert store_check(store).look() is None
    read_store(store)
    store_check(store).run()
    with store.data.store.read() as work:
        assert work.stock.levels(["p-3", "p-5"]).keys() == {"p-3", "p-5"}


def test_a_store_that_moves_on_is_looked_at_again_once_however_often_somebody_asks(
    store: RealTill, server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def receive(unit: Unit) -> None:
        stock.move(unit, [Movement("S01", "p-5", 1_000, 0, stock.RECEIPT, "later", "1", 2)])
        stock.settle(unit)

    check, timers = store_check(store), FakeTimers()
    looks: list[int] = []
    real = check.look

    def counted() -> Looked | None:
        looks.append(1)
        return real()

    monkeypatch.setattr(check, "look", counted)
    check.start(timers)
    timers.advance(FIRST_MS)
    server.database.run(receive)
    for _ in range(3):
        check.run()
    timers.advance(AGAIN_MS)
    assert len(looks) == 1 + 3 + 1


def test_rows_of_an_older_place_are_not_written(store: RealTill) -> None:
    behind_its_back(store, "DELETE FROM stock WHERE product_id = 'p-3'")
    looked = store_check(store).look()
    assert looked is not None
    stale = looked.wrong[0].model_copy(update={"cursor": "elsewhere"})
    assert store.data.feed_sink.repair(stale, now_ms=1).kinds == frozenset()
