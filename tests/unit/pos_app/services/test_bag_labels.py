"""Labels of bags: one for each, on both papers, with a barcode that finds the order and nobody's consent."""

import json
from dataclasses import replace

import pytest

from pos_app.devices.escpos_reader import PrintedText, read
from pos_app.devices.escpos_writer import EscposWriter
from pos_app.devices.fonts import find_fonts
from pos_app.devices.paper import PAPERS, PrintMode
from pos_app.services.bag_labels import BagLabels, compose_labels, label_code, read_label, read_walk
from pos_app.services.documents import document_from_json
from pos_app.services.errors import RuleError
from pos_app.services.pick_order import PickOrder
from pos_app.services.receipt_texts import ReceiptTexts
from tests.fakes import NOON_MS
from tests.till_shop import LI, ORDER_ID, Till, order_doc, store_page
from tests.unit.pos_app.services.paper_examples import CONTEXT, ORDER

CHINESE = ReceiptTexts.load("zh-Hans")


@pytest.fixture
def labels(till: Till) -> BagLabels:
    return BagLabels(
        store=till.store, clock=till.clock, events=till.events, texts=CHINESE, profile=CONTEXT.store
    )


@pytest.mark.parametrize("width_mm", [58, 80])
def test_each_bag_has_its_label_on_paper(width_mm: int) -> None:
    order = replace(ORDER, bags=2, shelf="B3")
    document = compose_labels(order, CONTEXT.store, texts=CHINESE)
    writer = EscposWriter.for_paper(PAPERS[width_mm], PrintMode("text"), fonts=find_fonts())
    reading = read(writer.write(document))
    words = [" ".join(item.text.split()) for item in reading.printed if isinstance(item, PrintedText)]
    assert words[:8] == [
        "自提单 · 麦香咖啡·静安店",
        "A-1047",
        "货位 B3",
        "袋 1 / 2",
        "-" * (32 if width_mm == 58 else 48),
        "顾客 陈** 8899",
        "约定取货 2026-11-22 14:00",
        "取货人须满 18 岁",
    ]
    assert "袋 2 / 2" in words
    assert not any("拿铁" in line for line in words)


def test_the_barcode_names_the_order_and_the_bag() -> None:
    assert label_code("A-1047", 2) == "BAG-A-1047-2"
    assert read_label(" BAG-A-1047-2 ") == ("A-1047", 2)
    assert [read_label(text) for text in ("BAG-A-1047", "BAG--1", "BAG-A012-0", "6901234567892", "")] == [
        None
    ] * 5
    assert [read_walk(text) for text in ("WALK-4", "WALK-9", "WALK-")] == [4, None, None]


def test_packing_prints_the_labels_in_the_same_breath(till: Till, labels: BagLabels) -> None:
    till.data.feed_sink.apply_store_page(store_page(("order", ORDER_ID, order_doc("placed"))), now_ms=NOON_MS)
    pick = PickOrder(store=till.store, clock=till.clock, events=till.events, labels=labels)
    pick.pack(LI, ORDER_ID, bags=3, shelf="c4")
    with till.store.read() as work:
        [job] = work.spool.in_states(["written"], 10)
    printed = document_from_json(json.loads(job.document))
    expected = replace(pick.mark_ready(LI, ORDER_ID, shelf="C4"), state="packed")
    assert (job.reference, printed) == ("A-1024", compose_labels(expected, CONTEXT.store, texts=CHINESE))
    assert labels.again(LI, ORDER_ID) == 3
    with till.store.read() as work:
        assert len(work.spool.in_states(["written"], 10)) == 2


def test_labels_are_printed_again_only_of_what_has_bags(till: Till, labels: BagLabels) -> None:
    till.data.feed_sink.apply_store_page(store_page(("order", ORDER_ID, order_doc("placed"))), now_ms=NOON_MS)
    with pytest.raises(RuleError, match=r"order\.not_packed"):
        labels.again(LI, ORDER_ID)
    with pytest.raises(RuleError, match=r"right\.missing"):
        labels.again(replace(LI, rights={}), ORDER_ID)


def test_a_label_finds_its_order(till: Till, labels: BagLabels) -> None:
    till.data.feed_sink.apply_store_page(store_page(("order", ORDER_ID, order_doc("ready"))), now_ms=NOON_MS)
    found = labels.find("BAG-A-1024-2")
    assert found is not None
    assert (found[0].order_id, found[1]) == (ORDER_ID, 2)
    assert labels.find("6901234567892") is None
    with pytest.raises(RuleError, match=r"order\.unknown"):
        labels.find("BAG-Z-999-1")


def test_a_platforms_bag_bears_the_number_that_its_courier_asks_for() -> None:
    packed = replace(ORDER, bags=1)
    platforms, own = (
        str(compose_labels(order, CONTEXT.store, texts=CHINESE))
        for order in (replace(packed, platform_number="1208"), packed)
    )
    assert ("#1208 陈** 8899" in platforms, "陈** 8899" in own, "#" in own) == (True, True, False)
