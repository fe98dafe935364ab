"""The Stock screen, with the till's own database behind it and head office where a test wants it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import Unreachable
from pos_app.services.events import StoreDataChanged
from pos_app.services.find_products import FindProducts
from pos_app.services.look_up_stock import LookUpStock
from pos_app.services.ports import Lane
from pos_app.services.read_scan import ReadScan
from pos_app.services.records import StockLevel
from pos_app.services.session import Session
from pos_app.services.stock_documents import StockDocuments
from pos_app.services.stock_model import StoreStock
from pos_app.ui.said import Said
from pos_app.ui.screens.stock.desk import StockTools
from pos_app.ui.screens.stock.presenter import StockPresenter
from tests.fakes import InlineLane
from tests.till_shop import LI, Till, open_shop, stock_doc, store_page
from tests.unit.pos_app.services.test_stock_documents import TRANSFER, hear, notes_of
from tests.unit.pos_app.ui.screens.sell_fakes import FakeSounds
from tests.unit.pos_app.ui.screens.sell_world import HeldLane

LATTE, CAKE, TWINS, APPLE = "6901234567892", "4006381333931", "5901234123457", "2100001000004"
OTHER = StoreStock("S02", "二号店", 951, 5_000, 4_000, 1)


@dataclass
class Office:
    """Head office: away until ``open``."""

    open: bool = False
    asked: list[str] = field(default_factory=list)

    def elsewhere(self, product_id: str) -> tuple[list[StoreStock], int]:
        if not self.open:
            raise Unreachable
        self.asked.append(product_id)
        return [OTHER], 8_000


@dataclass
class Room:
    """The screen without its picture."""

    till: Till
    office: Office
    screen: StockPresenter
    session: Session
    gone_to: list[str]
    storage: Lane
    sounds: FakeSounds

    def level(self, product_id: str = "latte") -> StockLevel | None:
        with self.till.store.read() as work:
            return work.stock.levels([product_id]).get(product_id)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with make_room(tmp_path, InlineLane()) as made:
        yield made


@contextmanager
def make_room(tmp_path: Path, storage: Lane) -> Iterator[Room]:
    gone_to: list[str] = []
    sounds = FakeSounds()
    with open_shop(tmp_path) as till:
        office, session = Office(), Session(LI)
        scans = ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock)
        find = till.data.catalog.by_id
        notes = notes_of(till)
        documents = StockDocuments(
            store=till.store, clock=till.clock, ids=till.ids, events=till.events, find=find, notes=notes
        )
        tools = StockTools(
            look=LookUpStock(store=till.store, clock=till.clock, api=office),
            documents=documents,
            notes=notes,
            products=FindProducts(catalog=till.data.catalog, store=till.store),
            read_scan=lambda text: scans(text, step="stock"),
            now_ms=till.clock.now_ms,
            currency="CNY",
            sounds=sounds,
            storage=storage,
            network=InlineLane(),
        )
        screen = StockPresenter(tools, session=session, navigate=gone_to.append, events=till.events)
        screen.enter()
        yield Room(till, office, screen, session, gone_to, storage, sounds)


def test_a_scan_shows_what_is_here_and_without_head_office_what_was_last_known(room: Room) -> None:
    room.screen.on_scan(LATTE)
    card = room.screen.state.card
    assert card is not None
    assert card.level is not None
    assert (card.level.on_hand_milli, card.level.kept_milli, card.level.free_milli) == (10_000, 1_000, 9_000)
    assert (card.elsewhere, room.screen.state.asked_error.code) == (None, "sync.unreachable")
    room.office.open = True
    room.screen.ask_elsewhere()
    room.office.open = False
    room.screen.on_scan(CAKE)
    room.screen.on_scan(LATTE)
    # Head office is away again: the answer of before is shown, and that it is old.
    card = room.screen.state.card
    assert card is not None
    assert card.elsewhere is not None
    assert (card.elsewhere.stores, card.elsewhere.web_milli) == ((OTHER,), 8_000)
    assert room.screen.state.asked_error.code == "sync.unreachable"


def test_scans_make_a_document_and_one_button_ends_it(room: Room) -> None:
    screen = room.screen
    screen.document.open("receive")
    for code in (LATTE, LATTE, CAKE):
        screen.on_scan(code)
    draft = screen.state.draft
    assert draft is not None
    assert [(line.product_id, line.qty_milli) for line in draft.lines] == [("latte", 2_000), ("cake", 1_000)]
    screen.choose("1")
    for key in "12":
        screen.document.line.press(key)
    screen.document.line.submit()
    assert screen.state.form is None
    screen.document.finish()
    assert (screen.state.draft, screen.state.said) == (None, Said("stock_done.receive", (2,)))
    level = room.level()
    assert level is not None
    assert level.on_hand_milli == 22_000


def test_a_scan_while_a_quantity_is_asked_is_no_quantity(room: Room) -> None:
    room.screen.document.open("receive")
    room.screen.on_scan(LATTE)
    room.screen.choose("1")
    room.screen.document.line.answer_first()
    form = room.screen.state.form
    assert form is not None
    assert form.said.code == "stock.answer_first"
    room.screen.go_back()
    assert room.screen.state.form is None
    draft = room.screen.state.draft
    assert draft is not None
    assert draft.lines[0].qty_milli == 1_000


def test_a_code_of_two_products_asks_which(room: Room) -> None:
    room.screen.document.open("count")
    room.screen.on_scan(TWINS)
    assert [each.product_id for each in room.screen.state.choices] == ["twin_a", "twin_b"]
    room.screen.choose("twin_b")
    draft = room.screen.state.draft
    assert draft is not None
    assert [line.product_id for line in draft.lines] == ["twin_b"]


def test_what_is_sold_by_weight_asks_how_much(room: Room) -> None:
    room.screen.document.open("waste")
    room.screen.choose_product("apple")
    form = room.screen.state.form
    assert form is not None
    for key in ("0", ".", "5"):
        room.screen.document.line.press(key)
    room.screen.document.line.submit()
    draft = room.screen.state.draft
    assert draft is not None
    assert draft.lines[0].qty_milli == 500


def test_a_count_is_blind_until_it_is_compared(room: Room) -> None:
    screen = room.screen
    screen.document.open("count")
    for _ in range(7):
        screen.on_scan(LATTE)
    seen = [screen.state.reviewing]
    screen.document.finish()
    seen.append(screen.state.reviewing)
    assert seen == [False, True]
    screen.document.finish()
    assert screen.state.said == Said("stock.unexplained", (1,))
    screen.choose("1")
    screen.document.explain("theft")
    screen.document.finish()
    level = room.level()
    assert level is not None
    assert level.on_hand_milli == 7_000


def test_a_scan_in_the_review_counts_on_and_is_blind_again(room: Room) -> None:
    room.screen.document.open("count")
    room.screen.on_scan(LATTE)
    room.screen.document.finish()
    room.screen.on_scan(LATTE)
    draft = room.screen.state.draft
    assert draft is not None
    assert (room.screen.state.reviewing, draft.lines[0].qty_milli) == (False, 2_000)


def test_a_document_waits_when_somebody_goes_away_and_can_be_given_up(room: Room) -> None:
    screen = room.screen
    screen.document.open("send")
    screen.on_scan(LATTE)
    screen.go_back()
    put_aside = screen.state
    assert put_aside.draft is None
    assert "send" in put_aside.begun
    screen.leave()
    screen.enter()
    screen.document.open("send")
    draft = screen.state.draft
    assert draft is not None
    assert len(draft.lines) == 1
    screen.document.ask_give_up(asking=True)
    screen.document.give_up()
    assert (screen.state.said.code, screen.state.begun) == ("stock_done.given_up", frozenset())
    level = room.level()
    assert level is not None
    assert level.on_hand_milli == 10_000


def test_search_in_a_document_puts_what_is_tapped_into_it(room: Room) -> None:
    room.screen.document.open("receive")
    room.screen.search("cake")
    assert [each.product.product_id for each in room.screen.state.found] == ["cake"]
    room.screen.choose("cake")
    draft = room.screen.state.draft
    assert draft is not None
    assert ([line.product_id for line in draft.lines], room.screen.state.text) == (["cake"], "")


def test_only_what_somebody_may_do_is_offered(room: Room) -> None:
    room.session.actor = replace(LI, rights={"sell": None, "stock.count": None})
    room.screen.enter()
    assert room.screen.state.allowed == {"count"}


def test_a_transfer_on_its_way_is_shown_and_taken_in(room: Room) -> None:
    doc: dict[str, object] = {
        "transfer_id": "t1",
        "from_store": "S02",
        "to_store": "S01",
        "sent_ms": 1,
        "sent_by": "st",
        "note": "",
        "lines": [{"line_id": "1", "product_id": "latte", "qty_milli": 2_000}],
    }
    page = store_page(("transfer", "t1", doc), next_cursor="s2")
    room.till.data.feed_sink.apply_store_page(page, now_ms=room.till.clock.now_ms())
    room.till.events.publish(StoreDataChanged(frozenset({"transfer"})))
    assert [each.transfer_id for each in room.screen.state.coming] == ["t1"]
    room.screen.on_scan(LATTE)
    card = room.screen.state.card
    assert card is not None
    assert card.arriving_milli == 2_000
    room.screen.show_list("travelling")
    room.screen.choose("t1")
    room.screen.transfers.take_in()
    draft = room.screen.state.draft
    assert draft is not None
    assert [(line.qty_milli, line.expected_milli) for line in draft.lines] == [(0, 2_000)]
    room.screen.document.take_as_sent()
    room.screen.document.finish()
    level = room.level()
    assert level is not None
    assert level.on_hand_milli == 12_000
    assert room.screen.state.coming == ()


def test_what_runs_short_is_listed_with_its_product(room: Room) -> None:
    room.till.open_shift()
    room.till.sell(["latte"] * 6, TenderInput("cash", 6 * 2_800))
    room.screen.show_list("short")
    [row] = room.screen.state.short
    assert (row.product.product_id, row.short.free_milli, row.short.sold_milli) == ("latte", 3_000, 6_000)


def test_news_of_stock_is_shown_at_once_and_escape_leads_home(room: Room) -> None:
    room.screen.on_scan(LATTE)
    page = store_page(("stock", "latte", stock_doc("latte", 4_000, 1_000)), next_cursor="s2")
    room.till.data.feed_sink.apply_store_page(page, now_ms=room.till.clock.now_ms())
    room.till.events.publish(StoreDataChanged(frozenset({"stock"})))
    card = room.screen.state.card
    assert card is not None
    assert card.level is not None
    assert card.level.on_hand_milli == 4_000
    room.screen.go_back()
    assert room.gone_to == ["open_shift"]


def test_what_is_scanned_while_a_document_opens_is_in_it(tmp_path: Path) -> None:
    with make_room(tmp_path, HeldLane()) as room:
        lane = room.storage
        assert isinstance(lane, HeldLane)
        lane.open = False
        room.screen.document.open("receive")
        room.screen.on_scan(LATTE)
        lane.let_go()
        draft = room.screen.state.draft
        assert draft is not None
        assert [line.qty_milli for line in draft.lines] == [1_000]


def test_an_unknown_code_is_said(room: Room) -> None:
    room.screen.on_scan("4012345678901")
    assert room.screen.state.said == Said("stock.no_product", ("4012345678901",))
    room.screen.on_scan(LATTE)
    assert room.sounds.heard == ["unknown", "good"]


SYMBOL = "0106901234567892172611{day}10L{day}"


def _receive_by_scan(room: Room, *days: int) -> None:
    """Two pieces of each day of November come, by their codes."""
    room.screen.document.open("receive")
    for day in days:
        room.screen.on_scan(SYMBOL.format(day=day))
        room.screen.on_scan(SYMBOL.format(day=day))
    room.screen.document.finish()


def test_what_expires_is_listed_with_what_it_is_worth_and_written_off_by_its_batch(room: Room) -> None:
    """A latte costs 28.00; of two batches the later one is written off, and only that one."""
    screen = room.screen
    _receive_by_scan(room, 25, 26)
    screen.show_list("expiring")
    rows = screen.state.expiring
    assert [(row.expiring.batch.number, row.expiring.days_left, row.value_minor) for row in rows] == [
        ("L25", 3, 5_600),
        ("L26", 4, 5_600),
    ]
    screen.choose(rows[1].key)
    chosen = screen.state.chosen_batch
    assert chosen == rows[1]
    screen.write_off()
    draft = screen.state.draft
    assert draft is not None
    [line] = draft.lines
    assert (draft.kind, draft.reason, line.qty_milli) == ("waste", "", 2_000)
    assert [(each.number, each.qty_milli) for each in line.batches] == [("L26", 2_000)]
    screen.document.set_reason("sample")
    screen.document.finish()
    assert screen.state.said.code == "stock_done.waste"
    # What was written off is not on the list any more, and its button neither.
    assert screen.state.chosen_batch is None
    assert [row.expiring.batch.number for row in screen.state.expiring] == ["L25"]


def test_what_is_past_its_date_is_written_off_as_expired_unless_the_document_has_its_own_reason(
    room: Room,
) -> None:
    screen = room.screen
    _receive_by_scan(room, 20)
    screen.show_list("expiring")
    screen.choose(screen.state.expiring[0].key)
    screen.write_off()
    assert screen.state.draft is not None
    assert screen.state.draft.reason == "expired"
    screen.document.give_up()
    screen.document.open("waste")
    screen.on_scan(CAKE)
    screen.document.set_reason("damaged")
    screen.document.put_aside()
    screen.show_list("expiring")
    screen.choose(screen.state.expiring[0].key)
    screen.write_off()
    draft = screen.state.draft
    assert draft is not None
    assert (draft.reason, [line.product_id for line in draft.lines]) == ("damaged", ["cake", "latte"])


def test_a_date_is_typed_in_the_sheet_of_the_line_and_a_bad_one_stays_there(room: Room) -> None:
    screen = room.screen
    screen.document.open("receive")
    screen.on_scan(LATTE)
    screen.choose("1")
    line = screen.document.line
    line.switch_field("date")
    for key in "261331":
        line.press(key)
    line.submit()
    form = screen.state.form
    assert form is not None
    assert (form.said.code, form.date) == ("stock.no_date", "261331")
    line.press("clear")
    for key in "261225":
        line.press(key)
    line.submit()
    assert (screen.state.form, screen.state.draft is not None) == (None, True)
    assert screen.state.draft is not None
    [batch] = screen.state.draft.lines[0].batches
    assert (batch.number, batch.expires, batch.qty_milli) == ("", "2026-12-25", 1_000)


NOTE = "TRF/S02/S01/t1"


def test_the_delivery_note_opens_the_arrival_of_its_transfer(room: Room) -> None:
    hear(room.till, ("transfer", "t1", TRANSFER), ("transfer", "t2", {**TRANSFER, "transfer_id": "t2"}))
    room.screen.on_scan(NOTE)
    draft = room.screen.state.draft
    assert draft is not None
    assert (draft.kind, draft.transfer_id, room.sounds.heard) == ("arrive", "t1", ["good"])
    room.screen.on_scan(LATTE)
    room.screen.on_scan(NOTE)
    assert room.screen.state.said == Said("stock.transfer_open")
    room.screen.on_scan(NOTE.replace("t1", "t2"))
    draft = room.screen.state.draft
    assert draft is not None
    assert ([line.qty_milli for line in draft.lines], room.screen.state.said.code) == (
        [1_000],
        "stock.finish_first",
    )


def test_a_note_during_another_document_loses_nothing(room: Room) -> None:
    hear(room.till, ("transfer", "t1", TRANSFER))
    room.screen.document.open("receive")
    room.screen.on_scan(LATTE)
    room.screen.on_scan(NOTE)
    draft = room.screen.state.draft
    assert draft is not None
    assert (draft.kind, [line.qty_milli for line in draft.lines]) == ("receive", [1_000])
    assert room.screen.state.said == Said("stock.finish_first")
    room.screen.go_back()
    room.screen.on_scan(NOTE)
    draft = room.screen.state.draft
    assert draft is not None
    assert draft.kind == "arrive"
    assert room.screen.state.begun == {"receive", "arrive"}


def test_a_note_that_cannot_be_taken_in_here_is_said_and_opens_nothing(room: Room) -> None:
    for text, code in (
        (NOTE, "stock.transfer_unknown"),
        ("TRF/S01/S02/t9", "stock.transfer_for"),
    ):
        room.screen.on_scan(text)
        assert (room.screen.state.said.code, room.screen.state.draft) == (code, None)
    hear(room.till, ("transfer", "t1", TRANSFER))
    room.screen.on_scan(NOTE)
    room.screen.document.take_as_sent()
    room.screen.document.finish()
    room.screen.on_scan(NOTE)
    assert (room.screen.state.said.code, room.screen.state.draft) == ("stock.transfer_taken", None)
    assert room.sounds.heard == ["unknown", "unknown", "good", "unknown"]


def test_who_may_not_take_in_sees_what_travels(room: Room) -> None:
    hear(room.till, ("transfer", "t1", TRANSFER))
    room.session.actor = replace(LI, rights={"sell": None})
    room.screen.enter()
    room.screen.on_scan(NOTE)
    shown = room.screen.state.transfer
    assert shown is not None
    assert (shown.transfer_id, room.screen.state.said.code) == ("t1", "right.missing")


def test_the_note_of_what_was_sent_is_printed_again(room: Room) -> None:
    screen = room.screen
    screen.document.open("send")
    screen.on_scan(LATTE)
    screen.document.set_store("S02")
    screen.document.finish()
    screen.show_list("travelling")
    screen.choose(screen.state.going[0].transfer_id)
    screen.transfers.print_note()
    assert screen.state.said == Said("stock_done.note")
    with room.till.store.read() as work:
        assert len(work.spool.in_states(["written"], 10)) == 2
