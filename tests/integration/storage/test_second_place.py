"""The second place: the journal's mirror, backups, and what they are worth when the first disk is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.back_up import BackUp
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import StorageError
from pos_app.services.mirror_journal import MirrorJournal
from pos_app.services.safety import Safety
from pos_app.storage import mirror as mirror_file
from pos_app.storage.backup import Backups
from pos_app.storage.bare import connect
from pos_app.storage.mirror import JournalMirror
from pos_app.storage.second_place import SecondPlace
from tests.fakes import FakeIds
from tests.till_shop import Till, open_shop

DAY_MS = 24 * 3_600_000
CASH = TenderInput("cash", 2_800)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        shop.open_shift()
        shop.sell(["latte"], CASH)
        yield shop


@pytest.fixture
def place(tmp_path: Path, till: Till) -> SecondPlace:
    made = SecondPlace(tmp_path / "usb" / "S01-T02")
    made.set_up(till.data.keys, FakeIds())
    return made


@pytest.fixture
def safety(till: Till) -> Safety:
    return Safety(till.events)


def mirrored(till: Till, place: SecondPlace, safety: Safety) -> JournalMirror:
    """Bring the mirror up to the journal, as a till that was just started."""
    mirror = JournalMirror(place, till.data.keys)
    MirrorJournal(mirror, store=till.store, safety=safety, clock=till.clock)()
    return JournalMirror(place, till.data.keys)


def test_every_entry_is_in_the_mirror_as_it_is_in_the_journal(
    till: Till, place: SecondPlace, safety: Safety
) -> None:
    mirrored(till, place, safety)
    till.sell(["cake"], TenderInput("cash", 2_000))
    mirror = mirrored(till, place, safety)
    with till.store.read() as work:
        assert list(mirror.entries(1)) == list(work.journal.after(0, 100))
    assert (safety.share("mirror"), safety.concerns) == ((4, 4), {})


def test_a_mirror_goes_on_in_a_new_file_when_one_is_full(
    till: Till, place: SecondPlace, safety: Safety, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror_file, "ENTRIES_A_FILE", 2)
    mirror = JournalMirror(place, till.data.keys)
    run = MirrorJournal(mirror, store=till.store, safety=safety, clock=till.clock)
    run()
    till.sell(["latte"], CASH)
    run()
    again = JournalMirror(place, till.data.keys)
    assert [entry.seq for entry in again.entries(1, after_seq=1)] == [2, 3, 4]
    names = sorted(path.name for path in place.folder.glob("*.mirror"))
    assert names == ["journal-1-000000001.mirror", "journal-1-000000004.mirror"]


def test_the_mirror_lets_go_of_what_head_office_has_had_for_35_days_and_of_nothing_else(
    till: Till, place: SecondPlace, safety: Safety, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror_file, "ENTRIES_A_FILE", 2)
    for _ in range(3):
        mirrored(till, place, safety)
        till.sell(["latte"], CASH)
    till.data.outbox.acknowledge(4)
    till.clock.advance(35 * DAY_MS)
    kept = mirrored(till, place, safety)
    assert [entry.seq for entry in kept.entries(1)] == [1, 2, 3, 4, 5, 6], "just 35 days old"
    till.clock.advance(1)
    kept = mirrored(till, place, safety)
    assert [entry.seq for entry in kept.entries(1)] == [4, 5, 6], "the last file has one that was not sent"
    till.sell(["latte"], CASH)
    assert [entry.seq for entry in mirrored(till, place, safety).entries(1)] == [4, 5, 6, 7]


@pytest.mark.parametrize("left", [1, 3, 40])
def test_what_a_power_cut_left_half_written_is_written_again(
    till: Till, place: SecondPlace, safety: Safety, left: int
) -> None:
    mirrored(till, place, safety)
    [path] = place.folder.glob("*.mirror")
    whole = path.read_bytes()
    path.write_bytes(whole[:-left])
    assert [entry.seq for entry in JournalMirror(place, till.data.keys).entries(1)] == [1, 2]
    assert [entry.seq for entry in mirrored(till, place, safety).entries(1)] == [1, 2, 3]


def test_damage_in_the_middle_of_a_mirror_is_said_and_nothing_is_written_over_it(
    till: Till, place: SecondPlace, safety: Safety
) -> None:
    mirrored(till, place, safety)
    [path] = place.folder.glob("*.mirror")
    content = bytearray(path.read_bytes())
    content[60] ^= 1
    path.write_bytes(content)
    mirrored(till, place, safety)
    assert safety.concerns["mirror"].code == "mirror.unreadable"
    assert path.read_bytes() == content


def test_a_disk_that_is_not_plugged_in_is_said_and_nothing_is_written_in_its_place(
    till: Till, place: SecondPlace, safety: Safety, tmp_path: Path
) -> None:
    (tmp_path / "usb").rename(tmp_path / "pulled")
    mirrored(till, place, safety)
    assert (safety.concerns["mirror"].code, (tmp_path / "usb").exists()) == ("mirror.missing", False)
    (tmp_path / "pulled").rename(tmp_path / "usb")
    mirrored(till, place, safety)
    assert safety.concerns == {}


def test_nobody_reads_the_second_place_without_the_code(
    till: Till, place: SecondPlace, safety: Safety
) -> None:
    mirrored(till, place, safety)
    content = b"".join(path.read_bytes() for path in place.folder.iterdir())
    for secret in (b"sale.completed", b"S01-T02-000001", till.data.keys.database_key.hex().encode()):
        assert secret not in content
    with pytest.raises(StorageError) as refused:
        place.keys("0000-" * 7 + "0000")
    assert refused.value.code == "recovery.wrong_code"


def test_the_code_opens_the_place_however_it_is_typed(till: Till, tmp_path: Path) -> None:
    made = SecondPlace(tmp_path / "again")
    code = made.set_up(till.data.keys, FakeIds())
    assert SecondPlace(tmp_path / "again").keys(code.lower().replace("-", " ")) == till.data.keys


def test_an_old_copy_of_the_folder_that_was_put_back_is_noticed_and_sells_nothing(
    till: Till, place: SecondPlace, safety: Safety
) -> None:
    mirrored(till, place, safety)
    _forget_the_last_entry(till)
    mirrored(till, place, safety)
    concern = safety.concerns["identity"]
    assert (concern.code, concern.weight, concern.arguments) == ("till.rolled_back", "stop", (3,))


def test_a_copy_of_the_folder_that_went_another_way_is_noticed(
    till: Till, place: SecondPlace, safety: Safety
) -> None:
    mirrored(till, place, safety)
    _forget_the_last_entry(till)
    till.clock.advance(1)
    till.sell(["cake"], TenderInput("cash", 2_000))
    mirrored(till, place, safety)
    assert safety.concerns["identity"].code == "till.rolled_back"


def test_canary_without_looking_at_the_hash_the_other_way_goes_unnoticed(
    till: Till, place: SecondPlace, safety: Safety, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MirrorJournal, "_is_ours", lambda *_: True)
    test_the_other_way = test_a_copy_of_the_folder_that_went_another_way_is_noticed
    with pytest.raises(KeyError):
        test_the_other_way(till, place, safety)


def test_a_backup_is_made_once_a_night_and_is_a_till_of_its_own(
    till: Till, place: SecondPlace, safety: Safety
) -> None:
    backups = Backups(place, till.data.keys)
    run = _back_up(till, backups, safety)
    run()
    run()
    [first] = backups.all()
    with_backup = connect(first, till.data.keys.database_key, read_only=True)
    assert with_backup.execute("SELECT count(*) FROM sale").fetchone() == (1,)
    with_backup.close()
    till.clock.advance(DAY_MS)
    run()
    assert (len(backups.all()), safety.concerns) == (2, {})


def test_a_damaged_backup_is_passed_over(till: Till, place: SecondPlace, safety: Safety) -> None:
    backups = Backups(place, till.data.keys)
    run = _back_up(till, backups, safety)
    run()
    till.clock.advance(DAY_MS)
    run()
    newest, older = backups.all()
    content = bytearray(newest.read_bytes())
    content[5_000] ^= 1
    newest.write_bytes(content)
    assert backups.newest_sound() == older


def test_a_backup_that_does_not_verify_is_thrown_away_and_said(
    till: Till, place: SecondPlace, safety: Safety, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pos_app.storage.backup.damage_of", lambda *_: "storage.damaged")
    backups = Backups(place, till.data.keys)
    _back_up(till, backups, safety)()
    assert (safety.concerns["backup"].code, list(backups.all())) == ("backup.damaged", [])
    assert [path.name for path in place.folder.iterdir()] == ["recovery.json"]


def test_seven_days_and_four_weeks_before_them_are_kept(
    till: Till, place: SecondPlace, safety: Safety
) -> None:
    backups = Backups(place, till.data.keys)
    run = _back_up(till, backups, safety)
    for _ in range(50):
        run()
        till.clock.advance(DAY_MS)
    days = [path.name.removeprefix("backup-")[:10] for path in backups.all()]
    assert len(days) == 11
    assert days == sorted(days, reverse=True)
    weeks = [path.name[-9:-3] for path in backups.all()[7:]]
    assert len(set(weeks)) == 4


def _back_up(till: Till, backups: Backups, safety: Safety) -> BackUp:
    return BackUp(
        backups,
        make=lambda day, week: backups.make(till.data.folder / "till.db", day=day, week=week),
        time_zone="Asia/Shanghai",
        safety=safety,
        clock=till.clock,
    )


def _forget_the_last_entry(till: Till) -> None:
    with till.store.write() as work:
        run = work.connection.exec_driver_sql
        names = [row[0] for row in run("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        kept = [row[0] for row in run("SELECT sql FROM sqlite_master WHERE type = 'trigger'")]
        for name in names:
            run(f"DROP TRIGGER {name}")
        for table in ("sale_line", "tender", "stock_movement", "campaign_use", "sale", "journal"):
            run(f"DELETE FROM {table}" + (" WHERE seq = 3" if table == "journal" else ""))  # noqa: S608
        for statement in kept:
            run(statement)
