"""Goods are received, wasted, counted and sent at the till alone; head office's word counts nothing twice."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.stock_documents import StockDocuments
from pos_app.services.stock_model import DraftKind, StockDraft
from pos_app.services.transfer_notes import TransferNotes
from tests.till_shop import LI, Till, open_shop, stock_doc, store_page

TRANSFER: dict[str, object] = {
    "transfer_id": "t1",
    "from_store": "S02",
    "to_store": "S01",
    "sent_ms": 1,
    "sent_by": "st-2",
    "note": "",
    "lines": [{"line_id": "1", "product_id": "latte", "qty_milli": 6_000}],
}


def notes_of(till: Till, language: str = "zh-Hans") -> TransferNotes:
    return TransferNotes(
        store=till.store,
        events=till.events,
        texts=ReceiptTexts.load(language),
        profile=till.profile,
        find=till.data.catalog.by_id,
    )


def documents(till: Till) -> StockDocuments:
    return StockDocuments(
        store=till.store,
        clock=till.clock,
        ids=till.ids,
        events=till.events,
        find=till.data.catalog.by_id,
        notes=notes_of(till),
    )


def on_hand(till: Till, product_id: str = "latte") -> int | None:
    with till.store.read() as work:
        level = work.stock.levels([product_id]).get(product_id)
    return None if level is None else level.on_hand_milli


def last_fact(till: Till) -> tuple[str, Mapping[str, Any]]:
    with till.store.read() as work:
        entry = work.journal.get(work.journal.head().seq)
    assert entry is not None
    return entry.type, entry.body


def hear(till: Till, *changes: tuple[str, str, dict[str, object] | None], through: int = 0) -> None:
    page = store_page(*changes, next_cursor="s2", applied_through=through)
    till.data.feed_sink.apply_store_page(page, now_ms=till.clock.now_ms())


def seq(till: Till) -> int:
    with till.store.read() as work:
        return work.journal.head().seq


def sell(till: Till, *product_ids: str) -> None:
    till.sell(product_ids, TenderInput("cash", 2_800 * len(product_ids)))


def test_what_came_is_there_at_once_and_once(till: Till) -> None:
    """Ten were there, two scans and a typed quantity make twelve more; the feed's 22 is the same 22."""
    making = documents(till)
    making.open(LI, "receive")
    for _ in range(2):
        making.add("receive", till.product("latte"))
    draft = making.add("receive", till.product("cake"))
    assert [(line.product_id, line.qty_milli) for line in draft.lines] == [("latte", 2_000), ("cake", 1_000)]
    making.set_quantity("receive", "1", qty_milli=12_000)
    making.set_expected("receive", "1", expected_milli=13_000)
    making.set_head("receive", number=" LS-7 ")
    done = making.finish(LI, "receive")
    assert (done.lines, done.qty_milli) == (2, 13_000)
    assert (on_hand(till), on_hand(till, "cake")) == (22_000, 1_000)
    kind, body = last_fact(till)
    assert (kind, body["number"]) == ("stock.received", "LS-7")
    assert [(each["received_milli"], each["expected_milli"]) for each in body["lines"]] == [
        (12_000, 13_000),
        (1_000, None),
    ]
    hear(till, ("stock", "latte", stock_doc("latte", 10_000)), through=seq(till) - 1)
    assert on_hand(till) == 22_000
    hear(till, ("stock", "latte", stock_doc("latte", 22_000)), through=seq(till))
    assert on_hand(till) == 22_000
    with till.store.read() as work:
        assert list(work.goods.drafts()) == []


def test_a_document_that_was_begun_survives_a_kill(tmp_path: Path) -> None:
    with open_shop(tmp_path) as till:
        making = documents(till)
        begun = making.open(LI, "count")
        making.set_head("count", area="A3")
        making.add("count", till.product("latte"))
    with open_shop(tmp_path) as again:
        found = documents(again).open(LI, "count")
    assert (found.document_id, found.area) == (begun.document_id, "A3")
    [line] = found.lines
    assert (line.product_id, line.in_area("A3")) == ("latte", 1_000)


def test_wasting_asks_for_a_reason(till: Till) -> None:
    making = documents(till)
    making.open(LI, "waste")
    making.add("waste", till.product("latte"))
    with pytest.raises(RuleError) as refused:
        making.finish(LI, "waste")
    assert refused.value.code == "stock.no_reason"
    assert on_hand(till) == 10_000
    making.set_head("waste", reason="damaged")
    making.finish(LI, "waste")
    assert on_hand(till) == 9_000
    assert last_fact(till)[1]["reason"] == "damaged"


@pytest.mark.parametrize("kind", ["receive", "waste", "count", "send"])
def test_who_has_not_the_right_begins_and_finishes_nothing(till: Till, kind: DraftKind) -> None:
    making = documents(till)
    nobody = replace(LI, rights={"sell": None})
    with pytest.raises(RuleError, match=r"right\.missing"):
        making.open(nobody, kind)
    making.open(LI, kind)
    making.add(kind, till.product("latte"))
    with pytest.raises(RuleError, match=r"right\.missing"):
        making.finish(nobody, kind)
    assert on_hand(till) == 10_000


def count(till: Till, *areas: tuple[str, int]) -> StockDraft:
    making = documents(till)
    draft = making.open(LI, "count")
    for area, pieces in areas:
        making.set_head("count", area=area)
        draft = making.add("count", till.product("latte"), qty_milli=1_000 * pieces)
    return draft


def test_areas_are_summed_and_the_difference_moves(till: Till) -> None:
    draft = count(till, ("A", 4), ("B", 5))
    assert (draft.lines[0].qty_milli, draft.lines[0].difference_milli) == (9_000, -1_000)
    documents(till).finish(LI, "count")
    assert on_hand(till) == 9_000
    [line] = last_fact(till)[1]["lines"]
    assert (line["counted_milli"], line["level_milli"], line["reason"]) == (9_000, 10_000, "")
    assert line["areas"] == [
        {"area": "A", "counted_milli": 4_000},
        {"area": "B", "counted_milli": 5_000},
    ]


def test_what_is_sold_behind_the_last_scan_does_not_touch_a_count(till: Till) -> None:
    till.open_shift()
    draft = count(till, ("A", 9))
    sell(till, "latte", "latte")
    assert not draft.lines[0].sold_between
    documents(till).finish(LI, "count")
    assert on_hand(till) == 7_000


def test_what_is_sold_between_two_scans_is_said(till: Till) -> None:
    till.open_shift()
    count(till, ("A", 4))
    sell(till, "latte")
    draft = count(till, ("B", 5))
    assert draft.lines[0].sold_between
    assert draft.lines[0].difference_milli == 0


def test_a_large_difference_asks_for_a_reason(till: Till) -> None:
    draft = count(till, ("", 7))
    making = documents(till)
    with pytest.raises(RuleError) as refused:
        making.finish(LI, "count")
    assert (refused.value.code, refused.value.arguments) == ("stock.unexplained", (1,))
    making.explain(draft.lines[0].line_id, "theft")
    making.finish(LI, "count")
    assert on_hand(till) == 7_000
    assert last_fact(till)[1]["lines"][0]["reason"] == "theft"


def test_counting_nothing_of_a_product_is_a_count(till: Till) -> None:
    draft = count(till, ("", 1))
    making = documents(till)
    making.set_quantity("count", draft.lines[0].line_id, qty_milli=0)
    making.explain(draft.lines[0].line_id, "unknown")
    making.finish(LI, "count")
    assert on_hand(till) == 0


def test_what_is_sent_is_gone_and_on_its_way_until_the_other_store_has_it(till: Till) -> None:
    making = documents(till)
    making.open(LI, "send")
    making.add("send", till.product("latte"), qty_milli=6_000)
    with pytest.raises(RuleError, match=r"stock\.no_store"):
        making.finish(LI, "send")
    making.set_head("send", other_store="S02")
    making.finish(LI, "send")
    assert on_hand(till) == 4_000
    with till.store.read() as work:
        [travelling] = work.goods.transfers()
    assert (travelling.to_store, travelling.of_product("latte")) == ("S02", 6_000)
    # A page that does not contain our entry takes nothing away; the one that says it arrived does.
    hear(till, ("transfer", travelling.transfer_id, None), through=seq(till) - 1)
    with till.store.read() as work:
        assert len(work.goods.transfers()) == 1
    hear(till, ("transfer", travelling.transfer_id, None), through=seq(till))
    with till.store.read() as work:
        assert list(work.goods.transfers()) == []


def test_a_transfer_is_taken_in_with_what_differs(till: Till) -> None:
    """Six lattes were sent; five arrived, and a cake that nobody named."""
    hear(till, ("transfer", "t1", TRANSFER))
    making = documents(till)
    making.open(LI, "arrive", transfer_id="t1")
    for _ in range(5):
        making.add("arrive", till.product("latte"))
    making.add("arrive", till.product("cake"))
    making.finish(LI, "arrive")
    assert (on_hand(till), on_hand(till, "cake")) == (15_000, 1_000)
    body = last_fact(till)[1]
    assert [(each["line_id"], each["sent_milli"], each["arrived_milli"]) for each in body["lines"]] == [
        ("1", 6_000, 5_000),
        ("x1", None, 1_000),
    ]
    # It is not offered again, whatever the feed says that does not contain it yet.
    hear(till, ("transfer", "t1", TRANSFER), through=seq(till) - 1)
    with pytest.raises(RuleError, match=r"stock\.transfer_gone"):
        making.open(LI, "arrive", transfer_id="t1")


def test_a_deposit_and_an_absurd_quantity_are_refused(till: Till) -> None:
    making = documents(till)
    making.open(LI, "receive")
    with pytest.raises(RuleError, match=r"stock\.no_goods"):
        making.add("receive", replace(till.product("latte"), deposit=True))
    draft = making.add("receive", till.product("latte"))
    with pytest.raises(RuleError, match=r"stock\.quantity_out_of_range"):
        making.set_quantity("receive", draft.lines[0].line_id, qty_milli=6_901_234_567_892_000)
    with pytest.raises(RuleError, match=r"stock\.not_begun"):
        making.finish(LI, "waste")


def test_goods_are_short_when_less_is_free_than_a_week_sells(till: Till) -> None:
    till.open_shift()
    for _ in range(2):
        sell(till, "latte", "latte", "latte")
    with till.store.read() as work:
        [short] = work.goods.short({}, since_ms=0, limit=10)
    # Ten less six are four; one of them is kept for an order.
    assert (short.product_id, short.free_milli, short.sold_milli) == ("latte", 3_000, 6_000)
    with till.store.read() as work:
        assert list(work.goods.short({}, since_ms=till.clock.now_ms() + 1, limit=10)) == []


def test_the_chains_stores_come_with_the_feed(till: Till) -> None:
    place: dict[str, object] = {
        "store_id": "S02",
        "number": 2,
        "name": "二号店",
        "address": "",
        "latitude_e6": 31_000_000,
        "longitude_e6": 121_000_000,
    }
    hear(till, ("place", "S02", place))
    with till.store.read() as work:
        [store] = work.goods.stores()
    assert (store.store_id, store.name, store.place) == ("S02", "二号店", (31_000_000, 121_000_000))
