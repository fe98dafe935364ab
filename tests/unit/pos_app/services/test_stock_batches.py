"""Documents of goods by batch: by one scan or a typed date, kept, written, and listed when they expire."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.look_up_stock import LookUpStock
from pos_app.services.piece_marks import PieceMarks
from pos_app.services.read_scan import ReadScan, SellProduct
from pos_app.services.stock_documents import StockDocuments
from pos_app.services.stock_model import DraftKind, DraftLine, StockDraft
from retail_core.batches import Batch
from retail_core.wire.feed import FeedPage
from tests.till_shop import LI, Till, open_shop, stock_doc, store_page
from tests.unit.pos_app.services.test_stock_documents import TRANSFER, documents, last_fact

L1 = PieceMarks(batch="L1", expires="2026-11-25")
L2 = PieceMarks(batch="L2", expires="2026-12-01")


def scanned(till: Till, making: StockDocuments, symbol: str) -> StockDraft:
    action = ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock)(symbol, step="stock")
    assert isinstance(action, SellProduct)
    return making.add("receive", action.product, marks=action.marks)


def only_line(draft: StockDraft | None) -> DraftLine:
    assert draft is not None
    [line] = draft.lines
    return line


def left(till: Till, product_id: str = "latte") -> Sequence[Batch]:
    with till.store.read() as work:
        found = work.goods.batches([product_id]).get(product_id)
    return [] if found is None else [each for each in found.batches if each.qty_milli]


def received(till: Till, *pieces: tuple[PieceMarks, int]) -> None:
    making = documents(till)
    making.open(LI, "receive")
    for marks, count in pieces:
        making.add("receive", till.product("latte"), qty_milli=1_000 * count, marks=marks)
    making.finish(LI, "receive")


def test_one_scan_says_product_batch_date_and_serial_number(till: Till) -> None:
    making = documents(till)
    making.open(LI, "receive")
    draft = scanned(till, making, "01040063813339311726121510L1\x1d21S1")
    draft = scanned(till, making, "01040063813339311726121510L1\x1d21S2")
    line = only_line(draft)
    assert (line.product_id, line.qty_milli) == ("cake", 2_000)
    assert line.batches == (Batch("L1", "2026-12-15", 2_000),)
    assert line.serials == ("S1", "S2")
    with pytest.raises(RuleError) as refused:
        scanned(till, making, "01040063813339311726121510L1\x1d21S2")
    assert (refused.value.code, refused.value.arguments) == ("stock.serial_twice", ("S2",))
    making.finish(LI, "receive")
    kind, body = last_fact(till)
    [told] = body["lines"]
    assert kind == "stock.received"
    assert told["batches"] == [{"batch": "L1", "expires": "2026-12-15", "qty_milli": 2_000}]
    assert told["serials"] == ["S1", "S2"]
    assert left(till, "cake") == [Batch("L1", "2026-12-15", 2_000)]


def test_best_before_is_as_good_a_date(till: Till) -> None:
    making = documents(till)
    making.open(LI, "receive")
    line = only_line(scanned(till, making, "01040063813339311526121510B7"))
    assert line.batches == (Batch("B7", "2026-12-15", 1_000),)


def test_a_typed_date_is_of_what_has_none_yet(till: Till) -> None:
    """Two without a date, one of L1: the date is of the two; a case counted by hand stays of its date."""
    making = documents(till)
    making.open(LI, "receive")
    making.add("receive", till.product("latte"), qty_milli=1_000, marks=L1)
    making.add("receive", till.product("latte"), qty_milli=2_000)
    line = only_line(making.set_date("receive", "1", expires="261210"))
    assert line.batches == (Batch("L1", "2026-11-25", 1_000), Batch("", "2026-12-10", 2_000))
    line = only_line(making.set_date("receive", "1", expires="20261211"))
    assert line.batches[-1] == Batch("", "2026-12-11", 2_000)


@pytest.mark.parametrize("typed", ["", "261331", "2612", "260230", "99999999"])
def test_what_is_no_date_changes_nothing(till: Till, typed: str) -> None:
    making = documents(till)
    making.open(LI, "receive")
    making.add("receive", till.product("latte"))
    with pytest.raises(RuleError, match=r"stock\.no_date"):
        making.set_date("receive", "1", expires=typed)
    assert only_line(making.open(LI, "receive")).batches == ()


def test_two_batches_of_one_product_stand_apart_and_survive_a_kill(tmp_path: Path) -> None:
    with open_shop(tmp_path) as till:
        making = documents(till)
        making.open(LI, "receive")
        for marks in (L1, L2, L1):
            making.add("receive", till.product("latte"), marks=marks)
    with open_shop(tmp_path) as again:
        line = only_line(documents(again).open(LI, "receive"))
        assert sorted(line.batches, key=lambda each: each.number) == [
            Batch("L1", "2026-11-25", 2_000),
            Batch("L2", "2026-12-01", 1_000),
        ]
        documents(again).finish(LI, "receive")
        assert left(again) == [Batch("L1", "2026-11-25", 2_000), Batch("L2", "2026-12-01", 1_000)]


def test_a_quantity_by_hand_keeps_batches_within_it(till: Till) -> None:
    making = documents(till)
    making.open(LI, "receive")
    making.add("receive", till.product("latte"), marks=L1)
    line = only_line(making.set_quantity("receive", "1", qty_milli=24_000))
    assert line.batches == (Batch("L1", "2026-11-25", 24_000),)
    making.add("receive", till.product("latte"), qty_milli=6_000, marks=L2)
    line = only_line(making.set_quantity("receive", "1", qty_milli=25_000))
    assert line.batches == (Batch("L1", "2026-11-25", 24_000), Batch("L2", "2026-12-01", 1_000))


@pytest.mark.parametrize(("kind", "fact"), [("waste", "stock.wasted"), ("send", "stock.sent")])
def test_what_leaves_by_batch_is_of_that_batch(till: Till, kind: DraftKind, fact: str) -> None:
    received(till, (L1, 4), (L2, 3))
    making = documents(till)
    making.open(LI, kind)
    making.add(kind, till.product("latte"), qty_milli=2_000, marks=L2)
    if kind == "waste":
        making.set_head("waste", reason="damaged")
    else:
        page: FeedPage = store_page(
            ("place", "S02", {"store_id": "S02", "number": 2, "name": "S02", "address": ""}),
            next_cursor="s2",
        )
        till.data.feed_sink.apply_store_page(page, now_ms=till.clock.now_ms())
        making.set_head("send", other_store="S02")
    making.finish(LI, kind)
    told, body = last_fact(till)
    assert told == fact
    assert body["lines"][0]["batches"] == [{"batch": "L2", "expires": "2026-12-01", "qty_milli": 2_000}]
    assert left(till) == [Batch("L1", "2026-11-25", 4_000), Batch("L2", "2026-12-01", 1_000)]


def test_all_of_a_transfer_arrives_with_the_batches_that_were_sent(till: Till) -> None:
    sent = {
        "line_id": "1",
        "product_id": "latte",
        "qty_milli": 6_000,
        "batches": [{"batch": "L1", "expires": "2026-11-25", "qty_milli": 5_000}],
    }
    page = store_page(("transfer", "t1", {**TRANSFER, "lines": [sent]}), next_cursor="s2")
    till.data.feed_sink.apply_store_page(page, now_ms=till.clock.now_ms())
    making = documents(till)
    making.open(LI, "arrive", transfer_id="t1")
    making.take_as_sent()
    making.finish(LI, "arrive")
    [line] = last_fact(till)[1]["lines"]
    assert line["batches"] == [{"batch": "L1", "expires": "2026-11-25", "qty_milli": 5_000}]
    assert left(till) == [Batch("L1", "2026-11-25", 5_000)]


def test_what_expires_within_the_stores_days_is_listed_the_earliest_first(till: Till) -> None:
    """Seven days on the 22nd of November: the 29th is on the list, the 30th is not."""
    last, late = PieceMarks(batch="L9", expires="2026-11-29"), PieceMarks(expires="2026-11-30")
    received(till, (late, 1), (last, 2), (L1, 3), (PieceMarks(expires="2026-11-20"), 4))
    looking = LookUpStock(store=till.store, clock=till.clock, api=None)  # type: ignore[arg-type]
    assert [(each.batch.expires, each.batch.qty_milli, each.days_left) for each in looking.soon()] == [
        ("2026-11-20", 4_000, -2),
        ("2026-11-25", 3_000, 3),
        ("2026-11-29", 2_000, 7),
    ]
    page = store_page(("stock", "latte", stock_doc("latte", 0)), next_cursor="s3", applied_through=99)
    till.data.feed_sink.apply_store_page(page, now_ms=till.clock.now_ms())
    assert looking.soon() == []
