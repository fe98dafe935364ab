from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.enrol_till import EnrolTill, Predecessor
from pos_app.services.errors import Rejected, RuleError
from pos_app.storage.till_data import open_till_data
from retail_core.journal import public_key_of
from retail_core.wire.enrolment import EnrolReply, EnrolRequest
from tests.fakes import FakeClock, FakeIds, FakeKeyStore
from tests.till_shop import FakeEnrolment, Till


class _Refusing:
    """Knows no code."""

    def enrol(self, url: str, request: EnrolRequest) -> EnrolReply:
        raise Rejected("enrol.bad_code", url, request.device_name)


def test_the_chain_begins_with_the_enrolment_and_its_public_key(till: Till) -> None:
    with till.store.read() as work:
        entry = work.journal.get(1)
        seed = work.terminal.device_seed()
    assert entry is not None
    assert (entry.type, entry.prev_hash) == ("till.enrolled", "0" * 64)
    assert entry.body["device_public_key"] == public_key_of(seed).hex()


def test_the_secret_key_is_never_sent(tmp_path: Path) -> None:
    api, clock, ids = FakeEnrolment(), FakeClock(), FakeIds()
    data = open_till_data(tmp_path, key_store=FakeKeyStore(), ids=ids)
    EnrolTill(store=data.store, api=api, clock=clock, ids=ids)(
        url="https://api.example", code="ABCDEFGHJK", device_name="counter", app_version="0.1"
    )
    with data.store.read() as work:
        seed = work.terminal.device_seed()
    data.close()
    assert seed.hex() not in api.asked[0].model_dump_json()


def test_a_till_is_enrolled_once(till: Till) -> None:
    enrol = EnrolTill(store=till.store, api=FakeEnrolment(), clock=till.clock, ids=till.ids)
    with pytest.raises(RuleError, match=r"till.already_enrolled"):
        enrol(url="https://api.example", code="ABCDEFGHJK", device_name="counter", app_version="0.1")


def test_a_refused_code_leaves_the_till_as_it_was(tmp_path: Path) -> None:
    clock, ids = FakeClock(), FakeIds()
    data = open_till_data(tmp_path, key_store=FakeKeyStore(), ids=ids)
    enrol = EnrolTill(store=data.store, api=_Refusing(), clock=clock, ids=ids)
    with pytest.raises(Rejected):
        enrol(url="https://api.example", code="WRONGCODE0", device_name="counter", app_version="0.1")
    with data.store.read() as work:
        assert work.terminal.get() is None
    data.close()


def test_the_next_incarnation_begins_anew_in_the_same_files_and_names_what_it_replaces(till: Till) -> None:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    with till.store.read() as work:
        cut = work.shifts.open()
    assert cut is not None
    till.data.outbox.acknowledge(3)
    again = EnrolTill(store=till.store, api=FakeEnrolment(incarnation=2), clock=till.clock, ids=till.ids)
    terminal = again(
        url="https://api.example",
        code="ABCDEFGHJK",
        device_name="counter",
        app_version="0.1",
        renew=True,
        predecessor=Predecessor(lambda *_: 2, lambda _: 3),
    )
    with till.store.read() as work:
        [entry] = work.journal.after(0, 10)
        assert (work.journal.of(1).head().seq, work.shifts.open()) == (3, None)
    assert (entry.incarnation, entry.seq, entry.type) == (2, 1, "till.enrolled")
    assert entry.body["replaces"] == {
        "incarnation": 1,
        "stored_through": 2,
        "known_through": 3,
        "cut_shift_id": cut.shift_id,
        "cut_suspended": [],
    }
    assert (terminal.incarnation, till.data.outbox.acked_through()) == (2, 0)
    till.open_shift()
    assert till.sell(["latte"], TenderInput("cash", 2_800)).receipt_number == "S01-T02B-000001"
