"""``pos-app report``: files from the command line, and the setting of day-end files."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pos_app.cli import run
from tests.till_shop import open_shop
from tests.unit.pos_app.services.reporting_files.paper_shop import PaperShop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a till that sold 28.00, gave 3.00 back and closed with Z 1; nobody runs it."""
    with open_shop(tmp_path / "till") as till:
        shop = PaperShop(till, tmp_path / "own")
        shop.trade()
        shop.close()
    return tmp_path / "till"


def _report(folder: Path, *arguments: str | Path) -> int:
    where: Sequence[str | Path] = ("--data-dir", folder / "data", "--key-file", folder / "keys.json")
    return run(["report", *map(str, (*arguments, *where))])


def test_a_z_is_exported_under_its_name(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"

    code = _report(
        folder, "export", "--z", "1", "--format", "xlsx", "--format", "csv", "--out", out, "--lang", "en"
    )

    assert code == 0
    assert capsys.readouterr().out.split() == [
        str(out / f"S01_2026-11-22_S01-T02_Z1{end}")
        for end in (".xlsx", "_cells.csv", "_receipts.csv", "_lines.csv")
    ]
    book = load_workbook(out / "S01_2026-11-22_S01-T02_Z1.xlsx")
    rows = {row[0]: row[1] for row in book["Summary"].iter_rows(min_row=6, values_only=True)}
    assert (rows["Net sales"], rows["Receipts"]) == (25, 1)
    first = (out / "S01_2026-11-22_S01-T02_Z1_receipts.csv").read_bytes()[:3]
    assert first == b"\xef\xbb\xbf"


def test_days_are_exported_in_the_language_of_the_papers_and_without_the_mark(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--day", "2026-11-21", "--to", "2026-11-22")

    code = _report(
        folder, "export", *days, "--format", "csv", "--format", "xlsx", "--no-bom", "--out", tmp_path
    )

    assert code == 0
    names = [Path(line).name for line in capsys.readouterr().out.split()]
    assert all(name.startswith("S01_2026-11-21_2026-11-22_S01-T02_period_") for name in names)
    cells = next(tmp_path.glob("*_cells.csv")).read_bytes()
    assert cells.startswith(b"store,business_day,till,shift,measure,")
    assert "概要" in load_workbook(next(tmp_path.glob("*.xlsx"))).sheetnames


def test_beside_a_running_till_a_report_is_exported(tmp_path: Path) -> None:
    with open_shop(tmp_path / "till") as till:
        shop = PaperShop(till, tmp_path / "own")
        shop.trade()

        code = _report(
            tmp_path / "till",
            "export",
            "--day",
            "2026-11-22",
            "--format",
            "xlsx",
            "--lang",
            "en",
            "--out",
            tmp_path,
        )

    assert code == 0
    book = load_workbook(next(tmp_path.glob("*.xlsx")))
    rows = {row[0]: row[1] for row in book["Summary"].iter_rows(min_row=6, values_only=True)}
    assert rows["Net sales"] == 25


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "pdf"),
        ("--format", "pdf", "--day", "2026-11-21", "--z", "1"),
        ("--format", "pdf", "--day", "yesterday"),
        ("--format", "docx", "--day", "2026-11-21"),
        ("--day", "2026-11-21"),
    ],
)
def test_what_is_used_wrongly_is_said(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(tmp_path, "export", "--out", tmp_path, *arguments) == 2
    assert capsys.readouterr().err


def test_a_z_that_is_not_there_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(folder, "export", "--z", "9", "--format", "csv", "--out", tmp_path / "o") == 1
    assert "[shift.unknown]" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()


def test_day_end_files_are_set_told_and_ended(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    share = tmp_path / "share"
    share.mkdir()

    assert _report(folder, "day-end", "--to", share, "--format", "pdf", "--when", "z") == 0
    assert capsys.readouterr().out == f"At each Z: pdf into {share}\n"
    with open_shop(folder) as till, till.store.read() as work:
        assert json.loads(work.settings.get("day_end.files")) == {
            "folder": str(share),
            "formats": ["pdf"],
            "when": ["z"],
            "bom": True,
        }
    assert _report(folder, "day-end", "--off") == 0
    assert capsys.readouterr().out == "No files are written by themselves.\n"
    assert _report(folder, "day-end") == 0


def test_a_folder_that_is_not_there_cannot_be_set(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _report(folder, "day-end", "--to", tmp_path / "nowhere") == 1
    assert "[report.no_folder]" in capsys.readouterr().err
