"""Practice: the same goods and people beside the books, every paper marked, only its receipts counted."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.events import EventBus
from pos_app.services.sign_in import SignIn
from pos_app.services.training import NoteTraining
from pos_app.storage.key_stores import HeldKeyStore
from pos_app.storage.till_data import open_till_data
from pos_app.storage.training import TrainingSpace
from tests.fakes import NOON_MS, FakeCentralApi
from tests.till_shop import LI, Till


@pytest.fixture
def space(till: Till) -> TrainingSpace:
    return TrainingSpace(till.data, ids=till.ids)


@pytest.fixture
def practice(till: Till, space: TrainingSpace) -> Iterator[Till]:
    """A till to practise on with an open shift, beside the real one that has one, too."""
    till.open_shift()
    space.prepare(now_ms=NOON_MS)
    data = open_till_data(space.folder, key_store=HeldKeyStore(space.keys), ids=till.ids)
    try:
        made = Till(data, till.clock, till.ids, FakeCentralApi(), EventBus())
        made.open_shift()
        yield made
    finally:
        data.close()


def sell_latte(till: Till) -> str:
    return till.sell(["latte"], TenderInput("cash", 2_800)).receipt_number


def digests(folder: Path) -> dict[str, str]:
    """Return every file of the real till, practice left out, and what it holds."""
    files = (each for each in folder.iterdir() if each.is_file() and not each.name.endswith("-shm"))
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def papers(till: Till) -> list[str]:
    with till.store.read() as work:
        jobs = work.spool.in_states(("written",), 50)
    return [job.document for job in jobs if job.kind == "document"]


def test_practice_changes_no_byte_of_the_real_till(till: Till, practice: Till) -> None:
    before = digests(till.data.folder)
    assert "till.db" in before
    sell_latte(practice)
    practice.close_shift(LI, {"cash": 22_800})
    assert digests(till.data.folder) == before


def test_the_same_goods_and_people_are_there_and_nobody_to_send_to(till: Till, practice: Till) -> None:
    with till.store.read() as real, practice.store.read() as copy:
        assert copy.staff.active() == real.staff.active()
        assert copy.stock.levels(["latte"]) == real.stock.levels(["latte"])
        place = copy.terminal.get()
        seed, real_seed = copy.terminal.device_seed(), real.terminal.device_seed()
    assert practice.data.catalog.version == till.data.catalog.version
    assert place is not None
    assert (place.training, place.key_id, place.store.payment_url) == (True, "", "")
    # A name that stands for no computer, whatever asks for it.
    assert place.url.endswith(".invalid")
    assert seed != real_seed


def test_receipts_have_numbers_of_their_own_and_papers_say_that_nothing_counts(practice: Till) -> None:
    assert sell_latte(practice) == "TR-S01-T02-000001"
    z = practice.close_shift(LI, {"cash": 22_800}).z
    assert z.total_minor == 2_800
    receipt, z_paper = papers(practice)
    for paper in (receipt, z_paper):
        blocks = json.loads(paper)["blocks"]
        texts = [str(block) for block in blocks]
        marks = [at for at, text in enumerate(texts) if "练习'" in text]
        assert len(marks) == 2
        assert marks[0] == 0
        # Nothing but the cut is below the mark at the bottom.
        assert all("cut" in text for text in texts[marks[1] + 1 :])


def test_a_real_paper_has_no_mark(till: Till) -> None:
    till.open_shift()
    sell_latte(till)
    assert "练习" not in papers(till)[0]


def test_the_number_of_practice_receipts_stands_in_the_z_of_the_real_shift(
    till: Till, practice: Till, space: TrainingSpace
) -> None:
    note = NoteTraining(store=till.store, clock=till.clock, events=till.events)
    sell_latte(practice)
    sell_latte(practice)
    sell_latte(till)
    found = space.practised()
    assert found is not None
    assert note(found.space_id, found.through) == 2
    # Said again, as after a power cut, it counts nothing twice.
    assert note(found.space_id, found.through) == 0
    sell_latte(practice)
    again = space.practised()
    assert again is not None
    assert note(again.space_id, again.through) == 1
    z = till.close_shift(LI, {"cash": 22_800}).z
    assert (z.training_receipts, z.sales_count, z.total_minor, z.grand_total_sales_minor) == (
        3,
        1,
        2_800,
        2_800,
    )
    assert "练习小票" in papers(till)[-1]
    with till.store.read() as work:
        notes = work.journal.of_types(["training.left"])
    assert [entry.body["receipts"] for entry in notes] == [2, 1]
    till.open_shift()
    assert till.close_shift(LI, {"cash": 20_000}).z.training_receipts == 0


def test_practice_goes_on_next_time_and_begins_anew_once_it_is_wiped(
    till: Till, space: TrainingSpace
) -> None:
    assert space.practised() is None
    space.prepare(now_ms=NOON_MS)
    first = space.practised()
    assert first is not None
    space.prepare(now_ms=NOON_MS)
    assert space.practised() == first
    space.wipe()
    assert not space.folder.exists()
    space.prepare(now_ms=NOON_MS)
    anew = space.practised()
    assert anew is not None
    assert anew.space_id != first.space_id
    assert till.data.folder.exists()


def test_practice_that_is_open_is_not_made_ready_once_more(practice: Till, space: TrainingSpace) -> None:
    assert practice.data.folder == space.folder
    with pytest.raises(StorageError, match=r"storage.in_use"):
        space.prepare(now_ms=NOON_MS)


def test_who_may_not_practise_does_not_sign_in_there(till: Till, practice: Till) -> None:
    keys = practice.data.keys
    at_practice, at_till = (
        SignIn(store=each.store, clock=each.clock, events=each.events, pin_pepper=keys.pin_pepper)
        for each in (practice, till)
    )
    with till.store.read() as work:
        person = next(iter(work.staff.active()))
    assert "training.enter" not in person.rights
    with till.store.write() as work:
        at_till._welcome(work, person, means="badge")
    with practice.store.write() as work, pytest.raises(RuleError, match=r"right.missing"):
        at_practice._welcome(work, person, means="badge")
    allowed = replace(person, rights={**person.rights, "training.enter": None})
    with practice.store.write() as work:
        at_practice._welcome(work, allowed, means="badge")
