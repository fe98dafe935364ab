"""What is looked over while the till is running: the pages of its file, the newest entries of its journal."""

import pytest

from pos_app.services.check_files import CheckFiles, FilesChecked
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import StorageError
from pos_app.services.safety import Safety
from tests.till_shop import Till


@pytest.fixture
def safety(till: Till) -> Safety:
    till.open_shift()
    till.sell(["latte"], TenderInput("cash", 2_800))
    till.sell(["cake"], TenderInput("cash", 2_000))
    return Safety(till.events)


def check(till: Till, safety: Safety, *, damaged: list[str] | None = None) -> FilesChecked:
    return CheckFiles(
        store=till.store, damaged_pages=lambda: damaged or [], safety=safety, clock=till.clock
    )()


def test_a_sound_till_raises_no_concern_and_says_when_it_was_looked_over(till: Till, safety: Safety) -> None:
    assert check(till, safety) == FilesChecked(0)
    assert (safety.concerns, safety.checked_ms("file")) == ({}, till.clock.now_ms())


def test_damaged_pages_are_said_and_selling_goes_on(till: Till, safety: Safety) -> None:
    check(till, safety, damaged=["page 7", "page 9"])
    concern = safety.concerns["file"]
    assert (concern.code, concern.weight, concern.arguments) == ("file.damaged_pages", "warn", (2,))
    safety.require()


def test_a_file_that_cannot_be_opened_any_more_is_damaged(till: Till, safety: Safety) -> None:
    def gone() -> list[str]:
        raise StorageError("storage.wrong_key")

    CheckFiles(store=till.store, damaged_pages=gone, safety=safety, clock=till.clock)()
    assert safety.concerns["file"].code == "file.damaged_pages"


@pytest.mark.parametrize(
    ("column", "value", "wrong_seq"),
    [("body", '{"n":1}', 3), ("hash", "0" * 64, 3), ("seq", 9, 4), ("actor", "somebody", 3)],
)
def test_an_entry_that_was_altered_is_named(
    till: Till, safety: Safety, column: str, value: object, wrong_seq: int
) -> None:
    with till.store.write() as work:
        run = work.connection.exec_driver_sql
        run("DROP TRIGGER fact_journal_update")
        run(f"UPDATE journal SET {column} = ? WHERE seq = 3", (value,))  # noqa: S608 - a test's own columns
    assert check(till, safety).wrong_seq == wrong_seq
    assert safety.concerns["journal"].code == "journal.broken"
