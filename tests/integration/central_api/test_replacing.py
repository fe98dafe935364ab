"""A till that died is replaced: what it had not sent comes from its mirror, exactly once."""

import pytest

from central_api.enrolment import service as enrolment
from central_api.enrolment.service import ChainState
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from retail_core.journal import Entry, genesis, sign_head
from retail_core.wire import facts
from retail_core.wire.journal import JournalBatch, JournalReceipt
from tests.integration.central_api.conftest import enrol
from tests.integration.central_api.shop_floor import set_up_floor
from tests.integration.central_api.test_ingest import rows
from tests.integration.central_api.till import FakeTill, sale

NEW_SEED = bytes(range(1, 33))
Mirrored = tuple[list[Entry], FakeTill, Caller]


@pytest.fixture
def replaced(database: Database, till: FakeTill, caller: Caller) -> Mirrored:
    """Five sales of which head office has two, and the till that takes over from the one that made them."""
    database.run(set_up_floor)
    sold = [till.state(facts.SALE_COMPLETED, sale(f"sale-{n}", number=n)) for n in range(1, 6)]
    database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(sold[:2])))
    successor = FakeTill(seed=NEW_SEED)
    return sold, successor, enrol(database, successor, terminal="S01-T01")


def old_batch(entries: list[Entry], seed: bytes = NEW_SEED) -> JournalBatch:
    """Return a batch of the old incarnation, signed by the new one; without entries it asks how far it is."""
    signer = FakeTill(seed=seed)
    if entries:
        return signer.batch(entries)
    head = genesis("S01-T01", 1)
    return JournalBatch(
        terminal="S01-T01", incarnation=1, first_seq=1, entries=(), head_signature=sign_head(head, seed)
    )


def send(database: Database, caller: Caller, batch: JournalBatch) -> JournalReceipt:
    ingested = database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    assert ingested.refused is None
    return ingested.receipt


def test_an_empty_batch_asks_how_far_the_old_till_is_stored(database: Database, replaced: Mirrored) -> None:
    sold, _, successor = replaced
    receipt = send(database, successor, old_batch([]))
    assert (receipt.acked_through, receipt.expected, receipt.anchor_hash) == (2, 3, sold[1].hash)


def test_what_the_old_till_had_not_sent_counts_once_however_often_it_comes(
    database: Database, replaced: Mirrored
) -> None:
    sold, _, successor = replaced
    for _ in range(2):
        assert send(database, successor, old_batch(sold)).acked_through == 5
    assert send(database, successor, old_batch(sold[3:])).acked_through == 5
    assert rows(database, "SELECT count(*), sum(total_minor) FROM sale") == [(5, 6_500)]
    assert rows(database, "SELECT on_hand_milli FROM stock_level WHERE product_id = 'p-milk'") == [(0,)]


def test_canary_without_asking_where_it_ended_it_would_not_count_once(
    database: Database, replaced: Mirrored, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = ChainState(1, 1, genesis("S01-T01", 1).hash, "active")
    monkeypatch.setattr(journal, "_where_it_ended", lambda *_, **__: start)
    sold, _, successor = replaced
    with pytest.raises(ApiError) as refused:
        send(database, successor, old_batch(sold))
    assert refused.value.code == "journal.id_taken", "only the unique ids keep it from counting twice"


def test_the_new_till_goes_on_with_its_own_journal_beside_it(database: Database, replaced: Mirrored) -> None:
    sold, till, successor = replaced
    own = [till.state(facts.SALE_COMPLETED, sale("sale-9", number=9))]
    assert send(database, successor, till.batch(own)).acked_through == 1
    assert send(database, successor, old_batch(sold)).acked_through == 5
    assert send(database, successor, till.batch(own)).acked_through == 1
    assert enrolment.TerminalCallers(database).find(successor.key_id) == successor


def test_a_mirror_that_tells_another_past_is_kept_aside_and_the_new_till_sells_on(
    database: Database, replaced: Mirrored
) -> None:
    _, till, successor = replaced
    other = FakeTill()
    forged = [other.state(facts.SALE_COMPLETED, sale(f"other-{n}", number=n)) for n in range(1, 4)]
    ingested = database.run(lambda unit: journal.ingest(unit, successor, batch=old_batch(forged)))
    assert ingested.refused == "journal.fork"
    assert rows(database, "SELECT count(*) FROM journal_aside") == [(3,)]
    own = [till.state(facts.SALE_COMPLETED, sale("sale-9", number=9))]
    assert send(database, successor, till.batch(own)).acked_through == 1


def test_nobody_sends_for_another_till_or_for_one_that_does_not_exist_yet(
    database: Database, replaced: Mirrored
) -> None:
    sold, _, successor = replaced
    for changed in ({"terminal": "S01-T02"}, {"incarnation": 3}):
        batch = old_batch(sold[2:]).model_copy(update=changed)
        with pytest.raises(ApiError) as refused:
            send(database, successor, batch)
        assert refused.value.code == "journal.other_till"


@pytest.mark.usefixtures("replaced")
def test_the_key_of_the_till_that_died_opens_nothing_any_more(database: Database, caller: Caller) -> None:
    assert enrolment.TerminalCallers(database).find(caller.key_id) is None


def test_a_blocked_till_is_known_as_such_until_it_gets_a_new_code(database: Database, caller: Caller) -> None:
    database.run(lambda unit: enrolment.retire(unit, "S01-T01"))
    found = enrolment.TerminalCallers(database).find(caller.key_id)
    assert found is not None
    assert found.status == "retired"
    again = enrol(database, FakeTill(seed=NEW_SEED), terminal="S01-T01")
    assert again.status == "active"
    with pytest.raises(ApiError, match=r"terminal\.unknown"):
        database.run(lambda unit: enrolment.retire(unit, "S09-T01"))
