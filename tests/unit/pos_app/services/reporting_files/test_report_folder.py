"""Report files on a real disk: whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.services.errors import StorageError
from pos_app.storage.report_folder import DiskReportFolder

FOLDER = DiskReportFolder()


def test_a_file_takes_the_place_of_an_older_one_of_its_name(tmp_path: Path) -> None:
    FOLDER.put(tmp_path, "a.pdf", chunks=(b"old",), make=False)

    path = FOLDER.put(tmp_path, "a.pdf", chunks=(b"n", b"ew"), make=False)

    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


def test_while_a_file_is_written_the_older_one_stays(tmp_path: Path) -> None:
    FOLDER.put(tmp_path, "a.csv", chunks=(b"old",), make=False)

    def chunks() -> Iterator[bytes]:
        yield b"half"
        assert (tmp_path / "a.csv").read_bytes() == b"old"
        raise OSError("the drive is full")

    with pytest.raises(StorageError) as refusal:
        FOLDER.put(tmp_path, "a.csv", chunks=chunks(), make=False)

    assert (refusal.value.code, refusal.value.arguments) == ("report.not_written", (str(tmp_path),))
    assert (tmp_path / "a.csv").read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_made_only_where_it_is_the_tills_own(tmp_path: Path) -> None:
    away = tmp_path / "share" / "reports"

    with pytest.raises(StorageError) as refusal:
        FOLDER.put(away, "a.pdf", chunks=(b"x",), make=False)

    assert refusal.value.code == "report.no_folder"
    assert not away.exists()
    assert FOLDER.put(away, "a.pdf", chunks=(b"x",), make=True).read_bytes() == b"x"


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "reports").write_bytes(b"")

    with pytest.raises(StorageError) as refusal:
        FOLDER.put(tmp_path / "reports", "a.pdf", chunks=(b"x",), make=True)

    assert refusal.value.code == "report.not_written"
