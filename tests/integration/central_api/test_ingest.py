"""Facts arrive once, in order, and none blocks those behind it; on both databases."""

import hashlib
from typing import Any

import pytest
from sqlalchemy import text

from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.staff import service as staff
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.journal import Entry, Head, sign_head, verify_anchor
from retail_core.journal.entry import GENESIS_HASH
from retail_core.wire import facts
from retail_core.wire.feed import StaffDoc
from retail_core.wire.journal import JournalBatch, JournalReceipt
from tests.integration.central_api.conftest import cashier
from tests.integration.central_api.till import FakeTill, line, sale, wire


def ingest(database: Database, caller: Caller, batch: JournalBatch) -> JournalReceipt:
    return database.run(lambda unit: journal.ingest(unit, caller, batch=batch)).receipt


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query))]


def stock_up(database: Database, qty_milli: int) -> None:
    def receive(unit: Any) -> None:
        stock.move(unit, [Movement("S01", "p-milk", qty_milli, 0, "import", "batch", "1", 1)])
        stock.settle(unit)

    database.run(receive)


def refusal(database: Database, caller: Caller, batch: JournalBatch) -> tuple[int, str, str]:
    with pytest.raises(ApiError) as caught:
        ingest(database, caller, batch)
    return caught.value.status, caught.value.code, caught.value.detail


def sell(till: FakeTill, number: int) -> Entry:
    return till.state(facts.SALE_COMPLETED, sale(f"sale-{number}", number=number))


def test_a_sale_becomes_rows_that_plain_sql_sums(database: Database, till: FakeTill, caller: Caller) -> None:
    ingest(database, caller, till.batch([sell(till, 1)]))
    assert rows(database, "SELECT receipt_number, total_minor, cashier_id FROM sale") == [
        ("S01-T01-000001", 1300, "st-lin")
    ]
    assert rows(database, "SELECT product_id, qty_milli, total_minor FROM sale_line") == [
        ("p-milk", 2000, 1300)
    ]
    assert rows(database, "SELECT kind, amount_minor FROM sale_tender") == [("cash", 1300)]


def test_a_sale_takes_its_goods_off_the_stock(database: Database, till: FakeTill, caller: Caller) -> None:
    stock_up(database, 10_000)
    ingest(database, caller, till.batch([sell(till, 1), sell(till, 2)]))
    assert rows(database, "SELECT on_hand_milli FROM stock_level WHERE store_id = 'S01'") == [(6000,)]


def test_a_batch_sent_twice_counts_once(database: Database, till: FakeTill, caller: Caller) -> None:
    stock_up(database, 10_000)
    batch = till.batch([sell(till, 1)])
    first = ingest(database, caller, batch)
    again = ingest(database, caller, batch)
    assert (first.acked_through, again.acked_through) == (1, 1)
    assert rows(database, "SELECT count(*), sum(total_minor) FROM sale") == [(1, 1300)]
    assert rows(database, "SELECT on_hand_milli FROM stock_level") == [(8000,)]


def test_a_batch_that_overlaps_adds_only_what_is_new(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    entries = [sell(till, 1), sell(till, 2), sell(till, 3)]
    ingest(database, caller, till.batch(entries[:2]))
    receipt = ingest(database, caller, till.batch(entries[1:]))
    assert (receipt.acked_through, receipt.expected) == (3, 4)
    assert rows(database, "SELECT count(*) FROM sale") == [(3,)]


def test_the_anchor_is_the_root_keys_word_for_the_stored_head(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    from central_api.keys import service as keys

    entry = sell(till, 1)
    receipt = ingest(database, caller, till.batch([entry]))
    with database.read() as unit:
        root = keys.root_public_key(unit)
    head = Head("S01-T01", 1, 1, entry.hash)
    assert receipt.anchor_hash == entry.hash
    assert verify_anchor(head, receipt.anchor_signature, public_key=root)


def test_a_gap_is_answered_with_what_is_expected_and_stores_nothing(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    entries = [sell(till, 1), sell(till, 2), sell(till, 3)]
    ingest(database, caller, till.batch(entries[:1]))
    receipt = ingest(database, caller, till.batch(entries[2:]))
    assert (receipt.acked_through, receipt.expected) == (1, 2)
    assert rows(database, "SELECT count(*) FROM journal_entry") == [(1,)]


def test_another_past_quarantines_the_till_and_keeps_its_entries_aside(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till.batch([sell(till, 1)]))
    clone = FakeTill(till.terminal)
    forged = clone.state(facts.SALE_COMPLETED, sale("sale-9", number=1), entry_id="other")
    outcome = database.run(lambda unit: journal.ingest(unit, caller, batch=clone.batch([forged])))
    assert outcome.refused == "journal.fork"
    assert rows(database, "SELECT status FROM terminal") == [("quarantined",)]
    assert rows(database, "SELECT seq, reason FROM journal_aside") == [(1, "journal.fork")]
    assert rows(database, "SELECT sale_id FROM sale") == [("sale-1",)]


def test_a_long_entry_of_another_past_is_kept_aside_once(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till.batch([sell(till, 1)]))
    clone = FakeTill(till.terminal)
    ids = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(300)]
    forged = clone.state(
        facts.SALE_COMPLETED, sale("sale-9", *[line(name, product_id=name) for name in ids]), entry_id="other"
    )
    for _ in range(2):
        outcome = database.run(lambda unit: journal.ingest(unit, caller, batch=clone.batch([forged])))
        assert outcome.refused is not None
    assert rows(database, "SELECT seq, reason FROM journal_aside") == [(1, "journal.fork")]


def test_a_branch_after_the_known_head_is_a_fork_too(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till.batch([sell(till, 1)]))
    clone = FakeTill(till.terminal)
    clone.state(facts.SALE_COMPLETED, sale("sale-8", number=1), entry_id="x1")
    second = clone.state(facts.SALE_COMPLETED, sale("sale-9", number=2), entry_id="x2")
    outcome = database.run(lambda unit: journal.ingest(unit, caller, batch=clone.batch([second])))
    assert outcome.refused == "journal.fork"


def test_what_a_quarantined_till_sends_is_kept_aside(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    from central_api.enrolment import service as enrolment

    database.run(lambda unit: enrolment.quarantine(unit, "S01-T01"))
    outcome = database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch([sell(till, 1)])))
    assert outcome.refused == "journal.quarantined"
    assert rows(database, "SELECT count(*) FROM journal_entry") == [(0,)]
    assert rows(database, "SELECT count(*) FROM journal_aside") == [(1,)]


def test_a_wrong_head_signature_refuses_the_whole_batch(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    entry = sell(till, 1)
    batch = till.batch([entry], head_signature=sign_head(entry.head, bytes(32)))
    assert refusal(database, caller, batch) == (422, "journal.head_signature", "1")
    assert rows(database, "SELECT count(*) FROM journal_entry") == [(0,)]


def test_an_altered_amount_refuses_the_whole_batch(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    first, second = sell(till, 1), sell(till, 2)
    altered = wire(second).model_copy(update={"body": {**second.body, "total_minor": 1}})
    batch = till.batch([first, second], entries=(wire(first), altered))
    assert refusal(database, caller, batch) == (422, "chain.body_altered", "2")


def test_entries_that_do_not_follow_each_other_are_refused(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    first, _, third = sell(till, 1), sell(till, 2), sell(till, 3)
    assert refusal(database, caller, till.batch([first, third])) == (422, "journal.not_consecutive", "3")


def test_a_batch_in_another_tills_name_is_refused(database: Database, till: FakeTill, caller: Caller) -> None:
    batch = till.batch([sell(till, 1)], terminal="S01-T02")
    assert refusal(database, caller, batch) == (403, "journal.other_till", "")


def test_a_batch_of_an_earlier_incarnation_is_refused(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    batch = till.batch([sell(till, 1)], incarnation=2)
    assert refusal(database, caller, batch) == (403, "journal.other_till", "")


def test_an_unknown_protocol_is_refused(database: Database, till: FakeTill, caller: Caller) -> None:
    batch = till.batch([sell(till, 1)], protocol=2)
    assert refusal(database, caller, batch) == (409, "protocol.unknown", "2")


def test_an_id_that_is_taken_refuses_the_batch(database: Database, till: FakeTill, caller: Caller) -> None:
    body = sale("sale-2", number=2)
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sale(), entry_id="same")]))
    batch = till.batch([till.state(facts.SALE_COMPLETED, body, entry_id="same")])
    assert refusal(database, caller, batch) == (409, "journal.id_taken", "same")


def test_an_unknown_type_is_acknowledged_and_parked_and_blocks_nobody(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    entries = [till.state("drone.landed", {"gate": 3}), sell(till, 2)]
    receipt = ingest(database, caller, till.batch(entries))
    assert (receipt.acked_through, receipt.parked) == (2, 1)
    assert rows(database, "SELECT seq, state, park_code FROM journal_entry ORDER BY seq") == [
        (1, "parked", "park.unknown_type"),
        (2, "applied", ""),
    ]
    assert rows(database, "SELECT count(*) FROM sale") == [(1,)]


def test_a_newer_version_of_a_known_type_is_parked(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    receipt = ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, sale(), version=2)]))
    assert receipt.parked == 1


def test_a_body_that_is_not_what_its_type_says_is_parked(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, {"sale_id": "x"})]))
    assert rows(database, "SELECT state, park_code FROM journal_entry") == [("parked", "park.malformed_body")]


def test_parked_facts_take_effect_after_the_upgrade(
    database: Database, till: FakeTill, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock_up(database, 10_000)
    with monkeypatch.context() as older:
        older.delitem(facts.BODIES, (facts.SALE_COMPLETED, 1))
        ingest(database, caller, till.batch([sell(till, 1)]))
    assert rows(database, "SELECT count(*) FROM sale") == [(0,)]
    assert database.run(journal.apply_parked) == 1
    assert rows(database, "SELECT sale_id FROM sale") == [("sale-1",)]
    assert rows(database, "SELECT state, park_code FROM journal_entry") == [("applied", "")]
    assert rows(database, "SELECT on_hand_milli FROM stock_level") == [(8000,)]


def test_an_effect_that_fails_parks_its_fact_alone(
    database: Database, till: FakeTill, caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock_up(database, 10_000)

    def stumble(*_: object, **__: object) -> list[object]:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr("central_api.coupons.service.apply_sale", stumble)
        receipt = ingest(database, caller, till.batch([sell(till, 1)]))
    assert (receipt.acked_through, receipt.parked) == (1, 1)
    assert rows(database, "SELECT park_code FROM journal_entry") == [("park.failed:ZeroDivisionError",)]
    assert rows(database, "SELECT count(*) FROM sale") == [(0,)]
    assert rows(database, "SELECT on_hand_milli FROM stock_level") == [(10_000,)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (sale("s", line(product_id="p-gone")), "sale.unknown_product"),
        (sale("s", line(unit_minor=600)), None),
        (sale("s", line(unit_minor=640)), "sale.price_differs"),
        (sale("s", total_minor=1_299), "sale.sums_differ"),
    ],
    ids=["unknown product", "member price", "price of another day", "sums"],
)
def test_a_doubtful_sale_is_applied_with_an_exception(
    database: Database, till: FakeTill, caller: Caller, body: facts.SaleCompleted, kind: str | None
) -> None:
    receipt = ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, body)]))
    assert rows(database, "SELECT kind, state FROM entry_exception") == ([(kind, "open")] if kind else [])
    assert receipt.exceptions == (1 if kind else 0)
    assert rows(database, "SELECT sale_id FROM sale") == [("s",)]


def test_an_open_item_needs_no_product(database: Database, till: FakeTill, caller: Caller) -> None:
    body = sale("s", line(product_id=None))
    receipt = ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, body)]))
    assert receipt.exceptions == 0
    assert rows(database, "SELECT count(*) FROM stock_movement") == [(0,)]


def test_the_same_sale_under_another_entry_is_doubtful_and_counts_once(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    entries = [till.state(facts.SALE_COMPLETED, sale()), till.state(facts.SALE_COMPLETED, sale())]
    ingest(database, caller, till.batch(entries))
    assert rows(database, "SELECT kind FROM entry_exception") == [("sale.stated_twice",)]
    assert rows(database, "SELECT sum(total_minor) FROM sale") == [(1300,)]


def test_an_empty_journal_is_anchored_at_its_beginning(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    batch = JournalBatch(terminal=till.terminal, incarnation=1, first_seq=1, entries=(), head_signature="")
    receipt = ingest(database, caller, batch)
    assert (receipt.acked_through, receipt.expected, receipt.anchor_hash) == (0, 1, GENESIS_HASH)


@pytest.mark.parametrize(
    ("person", "kind"),
    [
        (cashier("st-other"), "staff.unknown"),
        (cashier(active=False), "staff.inactive"),
        (cashier(shift_open=None), "right.missing"),
        (cashier(sell=None), None),
    ],
    ids=["unknown", "gone", "without the right", "with the right"],
)
def test_who_was_not_allowed_is_an_exception_and_the_sale_stays(
    database: Database, till: FakeTill, caller: Caller, person: StaffDoc, kind: str | None
) -> None:
    database.run(lambda unit: staff.remove(unit, [("*", "st-lin")]))
    database.run(lambda unit: staff.restore(unit, "*", doc=person))
    ingest(database, caller, till.batch([sell(till, 1)]))
    assert rows(database, "SELECT kind FROM entry_exception") == ([(kind,)] if kind else [])
    assert rows(database, "SELECT count(*) FROM sale") == [(1,)]


@pytest.mark.parametrize(("unit_minor", "kinds"), [(10_000, []), (10_001, [("right.missing",)])])
def test_an_open_item_above_the_cashiers_limit_is_an_exception(
    database: Database, till: FakeTill, caller: Caller, unit_minor: int, kinds: list[tuple[str]]
) -> None:
    body = sale("s", line(product_id=None, qty_milli=2_000, unit_minor=unit_minor))
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, body)]))
    assert rows(database, "SELECT kind FROM entry_exception") == kinds


def test_of_a_batch_with_a_fact_that_cannot_be_kept_the_others_count(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    stock_up(database, 20_000)
    ingest(database, caller, till.batch([sell(till, 1)]))
    # Stored before under another entry: the rows of this batch cannot be written together.
    again = till.state(facts.SALE_COMPLETED, sale("sale-1", number=2))
    receipt = ingest(database, caller, till.batch([again, sell(till, 3), sell(till, 4)]))
    assert (receipt.acked_through, receipt.exceptions, receipt.parked) == (4, 1, 0)
    assert rows(database, "SELECT sale_id FROM sale ORDER BY sale_id") == [
        ("sale-1",),
        ("sale-3",),
        ("sale-4",),
    ]
    assert rows(database, "SELECT kind FROM entry_exception") == [("sale.stated_twice",)]
    assert rows(database, "SELECT on_hand_milli FROM stock_level") == [(14_000,)]
