"""A delivery note travels with a transfer, and its code opens the arrival of exactly that transfer."""

import json
from dataclasses import replace

import pytest

from pos_app.devices.escpos_reader import PrintedQr, PrintedText, read
from pos_app.devices.escpos_writer import EscposWriter
from pos_app.devices.fonts import find_fonts
from pos_app.devices.paper import PAPERS, PrintMode
from pos_app.services.documents import Document, Qr, document_from_json
from pos_app.services.errors import RuleError
from pos_app.services.events import SpoolChanged
from pos_app.services.look_up_stock import LookUpStock
from pos_app.services.piece_marks import PieceMarks
from pos_app.services.read_scan import NotUnderstood, ReadScan, TransferScanned
from pos_app.services.stock_model import StoreStock
from pos_app.services.transfer_notes import TransferCode, read_transfer_code
from tests.till_shop import LI, Till
from tests.unit.pos_app.services.test_stock_documents import TRANSFER, documents, hear, notes_of, seq

PLACE: dict[str, object] = {
    "store_id": "S02",
    "number": 13,
    "name": "街角咖啡·二店",
    "address": "漕溪北路 88 号",
    "latitude_e6": None,
    "longitude_e6": None,
}
NOTE = TransferCode("S02", "S01", "t1")


class Nobody:
    """Head office that is not asked."""

    def elsewhere(self, product_id: str) -> tuple[list[StoreStock], int]:
        raise AssertionError(product_id)


def send(till: Till) -> str:
    """Send two lattes, one of them of a known batch, and three cakes to the other store."""
    hear(till, ("place", "S02", PLACE))
    making = documents(till)
    draft = making.open(LI, "send")
    making.add("send", till.product("latte"), marks=PieceMarks(batch="L7", expires="2026-12-24"))
    making.add("send", till.product("latte"))
    making.add("send", till.product("cake"), qty_milli=3_000)
    making.set_head("send", other_store="S02")
    making.finish(LI, "send")
    return draft.document_id


def printed(till: Till) -> list[Document]:
    with till.store.read() as work:
        return [document_from_json(json.loads(job.document)) for job in work.spool.in_states(["written"], 10)]


def look(till: Till) -> LookUpStock:
    return LookUpStock(store=till.store, clock=till.clock, api=Nobody())


@pytest.mark.parametrize("width_mm", [58, 80])
def test_the_note_says_from_where_to_where_what_and_who(till: Till, width_mm: int) -> None:
    transfer_id = send(till)
    [note] = printed(till)
    writer = EscposWriter.for_paper(PAPERS[width_mm], PrintMode("text"), fonts=find_fonts())
    reading = read(writer.write(note))
    words = [" ".join(item.text.split()) for item in reading.printed if isinstance(item, PrintedText)]
    codes = [item.data for item in reading.printed if isinstance(item, PrintedQr)]
    assert words[:5] == [
        "送货单",
        "调出门店 街角咖啡",
        "调入门店 街角咖啡·二店",
        "漕溪北路 88 号",
        "发货时间 2026-11-22 12:00",
    ]
    assert words[5] == "发货人 李娜"
    assert [words[7].split()[-1], *words[8:10], words[11]] == [
        "x2",
        "L7 · 2026-12-24 1",
        f"{till.product('cake').names.zh_hans} x3",
        "商品 2 种 5",
    ]
    assert codes == [f"TRF/S01/S02/{transfer_id}"]


def test_the_note_is_in_the_language_of_receipts(till: Till) -> None:
    transfer_id = send(till)
    notes_of(till, "en").again(LI, transfer_id)
    notes_of(till, "zh-Hant").again(LI, transfer_id)
    _, english, taiwan = printed(till)
    assert ("Delivery note" in str(english), "送貨單" in str(taiwan)) == (True, True)


def test_no_document_is_written_without_its_note(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are one transaction: where the note cannot be written, nothing has moved."""

    def broken(*_words: object) -> object:
        raise KeyError("no such word")

    hear(till, ("place", "S02", PLACE))
    making = documents(till)
    making.open(LI, "send")
    making.add("send", till.product("latte"))
    making.set_head("send", other_store="S02")
    before = seq(till)
    monkeypatch.setattr("pos_app.services.transfer_notes.local_time", broken)
    with pytest.raises(KeyError):
        making.finish(LI, "send")
    with till.store.read() as work:
        left = (work.goods.draft("send") is not None, list(work.goods.transfers()))
    assert (left, printed(till), seq(till)) == ((True, []), [], before)


def test_the_printer_is_told_and_a_note_is_printed_again_while_it_travels(till: Till) -> None:
    told: list[SpoolChanged] = []
    till.events.subscribe(SpoolChanged, told.append)
    transfer_id = send(till)
    assert len(told) == 1
    notes_of(till).again(LI, transfer_id)
    first, second = printed(till)
    assert first == second
    with pytest.raises(RuleError, match=r"right\.missing"):
        notes_of(till).again(replace(LI, rights={}), transfer_id)
    hear(till, ("transfer", transfer_id, None), through=seq(till))
    with pytest.raises(RuleError, match=r"stock\.transfer_gone"):
        notes_of(till).again(LI, transfer_id)


def test_other_documents_print_no_note(till: Till) -> None:
    making = documents(till)
    making.open(LI, "receive")
    making.add("receive", till.product("latte"))
    making.finish(LI, "receive")
    assert printed(till) == []


def test_the_code_is_read_back_and_nothing_else_is_taken_for_it(till: Till) -> None:
    transfer_id = send(till)
    [code] = [block.data for block in printed(till)[0].blocks if isinstance(block, Qr)]
    assert read_transfer_code(f" {code}\r") == TransferCode("S01", "S02", transfer_id)
    others = ("TRF/S01/S02", "TRF/S01/S02/a/b", "TRF//S02/a", "BAG-A-1-1", "6901234567892", "")
    assert [read_transfer_code(text) for text in others] == [None] * 6


def test_only_stock_takes_a_delivery_note(till: Till) -> None:
    scans = ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock)
    assert scans("TRF/S02/S01/t1", step="stock") == TransferScanned(NOTE)
    for step in ("sell", "pay"):
        assert scans("TRF/S02/S01/t1", step=step) == NotUnderstood("scan.transfer_note")


def test_a_scanned_note_finds_its_transfer_or_says_why_not(till: Till) -> None:
    hear(till, ("place", "S02", PLACE))
    with pytest.raises(RuleError, match=r"stock\.transfer_unknown"):
        look(till).scanned(NOTE)
    hear(till, ("transfer", "t1", TRANSFER))
    assert look(till).scanned(NOTE).of_product("latte") == 6_000
    with pytest.raises(RuleError) as refused:
        look(till).scanned(replace(NOTE, from_store="S01", to_store="S02"))
    assert (refused.value.code, refused.value.arguments) == ("stock.transfer_for", ("街角咖啡·二店",))


def test_a_note_that_was_taken_in_is_known_as_such_also_from_another_till(till: Till) -> None:
    sent = {**TRANSFER, "sent_ms": till.clock.now_ms()}
    hear(till, ("transfer", "t1", sent), ("transfer", "t2", {**sent, "transfer_id": "t2"}))
    making = documents(till)
    making.open(LI, "arrive", transfer_id="t1")
    making.take_as_sent()
    making.finish(LI, "arrive")
    # The other one is taken in by the store's other till: the feed only says that it travels no more.
    hear(till, ("transfer", "t1", None), ("transfer", "t2", None), through=seq(till))
    for code in (NOTE, replace(NOTE, transfer_id="t2")):
        with pytest.raises(RuleError, match=r"stock\.transfer_taken"):
            look(till).scanned(code)
    with till.store.read() as work:
        assert list(work.goods.transfers()) == []


def test_what_was_taken_in_is_forgotten_after_ninety_days(till: Till) -> None:
    day_ms = 24 * 3_600_000
    for name, days in (("old", 91), ("new", 89)):
        sent_ms = till.clock.now_ms() - days * day_ms
        hear(till, ("transfer", name, {**TRANSFER, "transfer_id": name, "sent_ms": sent_ms}))
    hear(till, ("transfer", "old", None), ("transfer", "new", None))
    with till.store.read() as work:
        assert [work.goods.has_arrived(name) for name in ("old", "new")] == [False, True]


def test_what_was_counted_of_one_transfer_is_not_lost_to_another(till: Till) -> None:
    hear(till, ("place", "S02", PLACE))
    hear(till, ("transfer", "t1", TRANSFER), ("transfer", "t2", {**TRANSFER, "transfer_id": "t2"}))
    making = documents(till)
    making.open(LI, "arrive", transfer_id="t2")
    # Nothing was counted yet: the other one may be begun instead.
    making.open(LI, "arrive", transfer_id="t1")
    making.add("arrive", till.product("latte"))
    with pytest.raises(RuleError) as refused:
        making.open(LI, "arrive", transfer_id="t2")
    assert (refused.value.code, refused.value.arguments) == ("stock.other_arrival", ("街角咖啡·二店",))
    assert [line.qty_milli for line in making.open(LI, "arrive", transfer_id="t1").lines] == [1_000]
    # Once it is no longer on its way, what was begun of it is of no use.
    hear(till, ("transfer", "t1", None))
    assert making.open(LI, "arrive", transfer_id="t2").transfer_id == "t2"
