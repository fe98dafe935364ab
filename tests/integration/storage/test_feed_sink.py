import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.pick_order import PickOrder
from pos_app.services.records import StockLevel
from pos_app.services.trusted_time import TrustedClock
from retail_core.tenders import TenderOffer
from tests.fakes import NOON_MS, FakeMachine
from tests.till_shop import (
    LI,
    ORDER_ID,
    STORE_CARD,
    Till,
    key_list_doc,
    member_doc,
    open_shop,
    order_doc,
    staff_doc,
    stock_doc,
    store_page,
)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        yield shop


def _state(till: Till) -> str:
    with till.store.read() as work:
        order = work.orders.get(ORDER_ID)
    return "gone" if order is None else order.state


def _card(**others: object) -> dict[str, object]:
    """Return the store's card as it travels, with what has changed of it."""
    card: dict[str, object] = json.loads(json.dumps({**STORE_CARD, **others}))
    return card


def _level(till: Till) -> StockLevel:
    with till.store.read() as work:
        return work.stock.levels(["latte"])["latte"]


def test_a_page_and_its_cursor_are_kept_together(till: Till) -> None:
    applied = till.data.feed_sink.apply_store_page(
        store_page(("member", "m1", member_doc()), next_cursor="s9"), now_ms=NOON_MS
    )
    assert till.data.feed_sink.cursor() == "s9"
    assert applied.kinds == {"member"}
    with till.store.read() as work:
        member = work.members.by_id("m1")
    assert member is not None
    assert member.masked_name == "张**"


def test_the_digest_of_a_pin_is_not_kept(till: Till) -> None:
    doc = staff_doc("li", "李娜", "1234")
    with till.store.read() as work:
        person = work.staff.get("li")
    assert person is not None
    assert person.pin_hmac.hex() != doc["pin_digest"]


def test_a_document_that_cannot_be_used_is_named_and_passed_over(till: Till) -> None:
    applied = till.data.feed_sink.apply_store_page(
        store_page(("stock", "x", {"product_id": "x"}), ("stock", "cake", stock_doc("cake", 3_000))),
        now_ms=NOON_MS,
    )
    assert applied.refused == (("stock", "x", "feed.bad_document"),)
    with till.store.read() as work:
        assert work.stock.levels(["cake", "x"]).keys() == {"cake"}


def test_a_forged_key_list_is_refused(till: Till) -> None:
    forged = key_list_doc() | {"signature": "00" * 64}
    applied = till.data.feed_sink.apply_store_page(store_page(("keys", "keys", forged)), now_ms=NOON_MS)
    assert applied.refused == (("keys", "keys", "keys.forged"),)


def test_a_new_order_is_told_once(till: Till) -> None:
    page = store_page(("order", ORDER_ID, order_doc("placed")))
    first = till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    again = till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    assert first.new_orders == ((ORDER_ID, "A-1024"),)
    assert again.new_orders == ()


def test_what_the_store_has_decided_since_is_kept_and_what_it_is_stays(till: Till) -> None:
    card = _card(tenders=[{"kind": "cash", "over": "change"}])
    card |= {"payment_url": "https://pay.example", "return_days": 7}
    page = store_page(("settings", "S01", card))
    applied = till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    found = till.data.sync_notes.terminal()
    assert found is not None
    assert (found.store.payment_url, found.store.return_days) == ("https://pay.example", 7)
    assert found.store.tenders == (TenderOffer("cash", "change"),)
    assert (found.terminal, found.label, found.store.name) == ("t-0001", "S01-T02", "街角咖啡")
    assert (applied.kinds, applied.refused) == (frozenset({"settings"}), ())
    with till.store.read() as work:
        assert len(work.terminal.device_seed()) == 32


@pytest.mark.parametrize("wrong", [{"store_id": "S02"}, {"currency": "EUR"}, {"store_number": 13}])
def test_settings_of_another_store_are_refused(till: Till, wrong: dict[str, object]) -> None:
    card = _card(tenders=[], **wrong)
    page = store_page(("settings", "S01", card | {"return_days": 7}))
    applied = till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    found = till.data.sync_notes.terminal()
    assert found is not None
    assert (found.store.store_id, found.store.currency, found.store.return_days) == ("S01", "CNY", 30)
    assert applied.refused == (("settings", "S01", "feed.bad_document"),)


def test_an_older_page_does_not_take_back_a_step_that_was_taken_here(till: Till) -> None:
    till.data.feed_sink.apply_store_page(store_page(("order", ORDER_ID, order_doc("placed"))), now_ms=NOON_MS)
    PickOrder(store=till.store, clock=till.clock, events=till.events).start(LI, ORDER_ID)
    # The step is entry 2 of this till; the page contains only entry 1.
    old = store_page(("order", ORDER_ID, order_doc("placed")), applied_through=1)
    till.data.feed_sink.apply_store_page(old, now_ms=NOON_MS)
    assert _state(till) == "picking"
    newer = store_page(("order", ORDER_ID, order_doc("cancelled")), applied_through=2)
    till.data.feed_sink.apply_store_page(newer, now_ms=NOON_MS)
    assert _state(till) == "cancelled"


def test_stock_is_the_feed_less_what_was_sold_since(till: Till) -> None:
    till.open_shift()
    till.sell(["latte", "latte"], TenderInput("cash", 5_600))
    assert (_level(till).on_hand_milli, _level(till).kept_milli) == (8_000, 1_000)


def test_a_page_that_contains_the_sale_is_not_lowered_by_it_again(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    # Entries: enrolled 1, shift opened 2, sale 3.
    page = store_page(("stock", "latte", stock_doc("latte", 9_000, 1_000)), applied_through=3)
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    assert _level(till).on_hand_milli == 9_000


def test_a_page_with_more_behind_it_does_not_vouch_for_our_entries_yet(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    till.data.feed_sink.apply_store_page(store_page(more=True, applied_through=3), now_ms=NOON_MS)
    assert _level(till).on_hand_milli == 9_000
    with till.store.read() as work:
        assert work.sync_state.get().applied_through == 0


def test_a_reset_drops_what_does_not_come_again_when_it_is_complete(till: Till) -> None:
    till.data.feed_sink.apply_store_page(store_page(("member", "m1", member_doc())), now_ms=NOON_MS)
    begin = store_page(("staff", "li", staff_doc("li", "李娜", "1234")), more=True, reset=True)
    till.data.feed_sink.apply_store_page(begin, now_ms=NOON_MS)
    with till.store.read() as work:
        assert len(work.staff.active()) == 2
        assert work.members.by_id("m1") is not None
    till.data.feed_sink.apply_store_page(store_page(), now_ms=NOON_MS)
    with till.store.read() as work:
        assert [person.name for person in work.staff.active()] == ["李娜"]
        assert work.members.by_id("m1") is None


def test_a_reset_makes_unsent_what_the_server_does_not_have_any_more(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    till.data.outbox.acknowledge(3)
    till.data.feed_sink.apply_store_page(store_page(reset=True, applied_through=1), now_ms=NOON_MS)
    assert [entry.seq for entry in till.data.outbox.after(till.data.outbox.acked_through(), 10)] == [2, 3]


def test_a_reset_by_a_server_that_has_everything_sends_nothing_again(till: Till) -> None:
    till.open_shift()
    till.data.outbox.acknowledge(1)
    till.data.feed_sink.apply_store_page(store_page(reset=True, applied_through=2), now_ms=NOON_MS)
    assert till.data.outbox.acked_through() == 1


def test_who_left_keeps_the_name_and_loses_the_access(till: Till) -> None:
    till.data.feed_sink.apply_store_page(store_page(("staff", "wu", None)), now_ms=NOON_MS)
    with till.store.read() as work:
        person = work.staff.get("wu")
    assert person is not None
    assert (person.name, person.active) == ("吴昊", False)


def test_the_outbox_moves_forward_and_is_lowered_when_the_server_was_restored(till: Till) -> None:
    till.open_shift()
    outbox = till.data.outbox
    assert [entry.seq for entry in outbox.after(0, 10)] == [1, 2]
    outbox.acknowledge(2)
    outbox.acknowledge(1)
    assert outbox.acked_through() == 2
    outbox.lower(2)
    assert outbox.acked_through() == 1
    assert [entry.seq for entry in outbox.after(outbox.acked_through(), 10)] == [2]


def test_the_clock_follows_the_server_without_trembling(till: Till) -> None:
    notes = till.data.sync_notes
    clock = TrustedClock(FakeMachine(NOON_MS))
    notes.follow(clock)
    notes.note_contact(now_ms=NOON_MS, server_ms=NOON_MS + 2_000)
    assert (clock.offset_ms(), notes.state().clock_offset_ms) == (0, 0)
    notes.note_contact(now_ms=NOON_MS, server_ms=NOON_MS + 60_000)
    # The clock was corrected, so the next answer finds it right.
    notes.note_contact(now_ms=NOON_MS + 61_000, server_ms=NOON_MS + 61_100)
    assert (clock.offset_ms(), notes.state().clock_offset_ms) == (60_000, 60_000)


def test_a_machine_whose_clock_was_moved_is_corrected_by_what_it_is_off_now(till: Till) -> None:
    notes, machine = till.data.sync_notes, FakeMachine(NOON_MS)
    clock = TrustedClock(machine)
    notes.follow(clock)
    machine.move(-3_600_000)
    notes.note_contact(now_ms=clock.now_ms(), server_ms=NOON_MS + 5_000)
    assert (clock.now_ms(), notes.state().clock_offset_ms) == (NOON_MS + 5_000, 3_605_000)
    assert notes.state().last_contact_ms == NOON_MS + 5_000
    # After a start the same machine is right at once.
    assert TrustedClock(machine, offset_ms=3_605_000).now_ms() == NOON_MS + 5_000


def test_a_clock_that_is_not_corrected_is_not_corrected_twice(till: Till) -> None:
    for _ in range(3):
        till.data.sync_notes.note_contact(now_ms=NOON_MS, server_ms=NOON_MS + 60_000)
    assert till.data.sync_notes.state().clock_offset_ms == 60_000
