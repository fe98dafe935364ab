import hashlib
from dataclasses import replace

import pytest

from retail_core.journal import Entry, JournalError, Problem, append, check_entry, genesis, verify
from tests.unit.retail_core.journal.examples import SALT, chain, draft

START = genesis("S01-T02", 1)


def test_the_head_before_the_first_entry_is_place_zero_with_a_hash_of_zeros() -> None:
    assert (START.seq, START.hash) == (0, "0000000000000000000000000000000000000000000000000000000000000000")


def test_the_hash_covers_exactly_the_header_of_the_design() -> None:
    entry = append(START, draft(), entry_id="e1")
    body_hash = hashlib.sha256(b'{"sale":"00000000000000000000000000000001","total_minor":1250}').hexdigest()
    header = (
        '{"actor":"staff-1","body_hash":"'
        + body_hash
        + '","incarnation":1,"mono_ms":5001,"personal_hash":null,'
        '"prev_hash":"' + "0" * 64 + '","seq":1,"terminal":"S01-T02","type":"sale.completed","version":1,'
        '"wall_ms":1763769600001}'
    )
    assert entry.body_hash == body_hash
    assert entry.hash == hashlib.sha256(b"POSJ1\0" + header.encode()).hexdigest()


def test_the_personal_hash_covers_the_salt_and_the_personal_part() -> None:
    entry = append(START, draft(personal={"phone": "138"}), entry_id="e1", salt=SALT)
    assert entry.personal_hash == hashlib.sha256(SALT.encode() + b'{"phone":"138"}').hexdigest()
    assert entry.salt == SALT


def test_an_entry_without_personal_part_keeps_neither_salt_nor_hash_of_it() -> None:
    entry = append(START, draft(), entry_id="e1", salt=SALT)
    assert (entry.salt, entry.personal_hash) == (None, None)


@pytest.mark.parametrize("salt", [None, "", "0011", "ZZ112233445566778899aabbccddeeff"])
def test_a_personal_part_without_a_sound_salt_is_refused(salt: str | None) -> None:
    with pytest.raises(JournalError) as refusal:
        append(START, draft(personal={"phone": "138"}), entry_id="e1", salt=salt)
    assert refusal.value.code == "journal.salt_missing"


def test_a_float_in_a_body_never_becomes_a_fact() -> None:
    with pytest.raises(JournalError) as refusal:
        append(START, replace(draft(), body={"total": 12.5}), entry_id="e1")
    assert (refusal.value.code, refusal.value.where) == ("journal.float", "/total")


def test_entries_count_up_from_one_and_name_their_predecessor() -> None:
    first, second, third = chain(3)
    assert [first.seq, second.seq, third.seq] == [1, 2, 3]
    assert [second.prev_hash, third.prev_hash] == [first.hash, second.hash]


def test_a_whole_chain_verifies_to_its_last_head() -> None:
    entries = chain(3)
    report = verify(entries, START)
    assert (report.problem, report.count, report.head) == (None, 3, entries[2].head)


def test_an_erased_personal_part_leaves_the_chain_whole() -> None:
    entries = chain(3)
    entries[1] = replace(entries[1], personal=None, salt=None)
    assert verify(entries, START).problem is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"terminal": "S01-T03"}, "chain.other_till"),
        ({"incarnation": 2}, "chain.other_till"),
        ({"seq": 3}, "chain.gap"),
        ({"prev_hash": "1" * 64}, "chain.fork"),
        ({"body": {"sale": "x"}}, "chain.body_altered"),
        ({"body": {"sale": 0.5}}, "chain.body_altered"),
        ({"body_hash": "1" * 64}, "chain.body_altered"),
        ({"personal": {"member": "李四"}}, "chain.personal_altered"),
        ({"salt": "ff112233445566778899aabbccddeeff"}, "chain.personal_altered"),
        ({"personal": None}, "chain.personal_altered"),
        ({"salt": None}, "chain.personal_altered"),
        ({"personal_hash": None}, "chain.personal_altered"),
        ({"type": "sale.voided"}, "chain.hash_wrong"),
        ({"version": 2}, "chain.hash_wrong"),
        ({"wall_ms": 1}, "chain.hash_wrong"),
        ({"mono_ms": 1}, "chain.hash_wrong"),
        ({"actor": "staff-2"}, "chain.hash_wrong"),
        ({"hash": "1" * 64}, "chain.hash_wrong"),
        ({"personal": None, "salt": None, "personal_hash": None}, "chain.hash_wrong"),
    ],
)
def test_any_change_to_an_entry_has_its_own_code(change: dict[str, object], code: str) -> None:
    entries: list[Entry] = chain(3)
    entries[1] = replace(entries[1], **change)  # type: ignore[arg-type]  # the table names the fields
    report = verify(entries, START)
    assert report.problem is not None
    assert (report.problem.code, report.count, report.head) == (code, 1, entries[0].head)


def test_a_lost_entry_is_a_gap_at_its_follower() -> None:
    first, _, third = chain(3)
    assert check_entry(first.head, third) == Problem("chain.gap", 3)
