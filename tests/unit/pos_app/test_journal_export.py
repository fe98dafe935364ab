"""``pos-app journal export``: books in double entry while the till is open, and wrong uses named."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.cli import run
from pos_app.services.complete_sale import TenderInput
from tests.booked import balances, transactions
from tests.till_shop import Till, open_shop


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        shop.open_shift()
        shop.sell(["latte"], TenderInput("cash", 5_000))
        yield shop


def export(folder: Path, *more: str) -> int:
    return run(
        [
            "journal",
            "export",
            "--data-dir",
            f"{folder / 'data'}",
            "--key-file",
            f"{folder / 'keys.json'}",
            *more,
        ]
    )


def test_the_books_are_written_while_the_till_is_open(till: Till, tmp_path: Path) -> None:
    out = tmp_path / "books.beancount"
    assert export(tmp_path, "--format", "beancount", "--out", str(out)) == 0
    loaded = balances(transactions(out.read_text(encoding="utf-8")))
    assert loaded["Assets:Cash:Drawer:T-0001-e8bc47:Shift-1", "CNY"] == Decimal("228.00")
    till.sell(["latte"], TenderInput("cash", 2_800))
    assert export(tmp_path, "--format", "beancount", "--out", str(out)) == 0
    loaded = balances(transactions(out.read_text(encoding="utf-8")))
    assert loaded["Assets:Cash:Drawer:T-0001-e8bc47:Shift-1", "CNY"] == Decimal("256.00")
    assert [file.name for file in tmp_path.glob("books*")] == ["books.beancount"]


@pytest.mark.usefixtures("till")
def test_the_table_comes_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["account"], row["amount"]) for row in rows if row["type"] == "shift.opened"] == [
        ("Assets:Cash:Drawer:T-0001-e8bc47:Shift-1", "200.00"),
        ("Assets:Cash:Safe:S01", "-200.00"),
    ]


@pytest.mark.usefixtures("till")
def test_days_without_sales_have_what_was_carried_forward(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path, "--format", "csv", "--from", "2100-01-01", "--to", "2100-12-31") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["kind"] for row in rows} == {"Carried forward"}
    assert {row["day"] for row in rows} == {"2099-12-31"}


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["--format", "xml"], "xml", 2),
        (["--format", "csv", "--from", "28.11.2026"], "28.11.2026 is no day. Write it as 2026-11-28.", 2),
        (["--format", "csv", "--from", "2026-02-30"], "2026-02-30 is no day", 2),
        (["--format", "csv", "--from", "2026-11-29", "--to", "2026-11-28"], "is after 2026-11-28", 2),
        (["--from", "2026-11-28"], "take --format csv or beancount", 2),
        (["--format", "csv", "--out", "/nowhere/books.csv"], "/nowhere/books.csv cannot be written", 1),
    ],
)
def test_a_wrong_use_is_named(
    tmp_path: Path, till: Till, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str, code: int
) -> None:
    assert till.profile.currency == "CNY"
    assert export(tmp_path, *arguments) == code
    heard = capsys.readouterr()
    assert said in heard.err
    assert heard.out == ""


def test_a_folder_without_a_till_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path, "--format", "beancount") == 1
    assert "keys." in capsys.readouterr().err


@pytest.mark.usefixtures("till")
def test_what_was_there_stays_where_the_file_cannot_take_its_place(tmp_path: Path) -> None:
    out = tmp_path / "books"
    (out / "inside").mkdir(parents=True)
    assert export(tmp_path, "--format", "csv", "--out", str(out)) == 1
    assert (out / "inside").is_dir()
    assert [path.name for path in tmp_path.glob("books*")] == ["books"]
