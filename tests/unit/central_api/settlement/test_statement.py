"""A platform's statement: what cannot be read names its line, and what is compared with what."""

from pathlib import Path

import pytest

from central_api.kit.errors import UsageError
from central_api.settlement import comparing, table
from central_api.settlement.commands import compare
from central_api.settlement.schemas import Difference, SettlementRow

CHANNEL = "fast_legs"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("number,kind\nA,order\n", "has no column amount. It needs number, kind, amount"),
        ("number,kind,amount\nA,sale,1.00\n", "Line 2: sale is no kind. Write order or refund."),
        ("number,kind,amount\nA,order,1.00\n,order,1.00\n", "Line 3 has no number."),
        ("number,kind,amount\nA,order,\n", "Line 2: nothing is no amount."),
        ("number,kind,amount\nA,order,1e999999999\n", "is no amount. Write it as 1234.50"),
        ("number,kind,amount\nA,order,NaN\n", "Line 2: NaN is no amount."),
        ("", "has no column number, kind, amount."),
    ],
)
def test_a_statement_that_cannot_be_read_names_its_line(text: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        table.read_statement(text.encode())
    assert said in str(refused.value)
    assert refused.value.exit_code == 2


def test_a_statement_in_another_encoding_is_named() -> None:
    with pytest.raises(UsageError, match="is no UTF-8"):
        table.read_statement("number,kind,amount,备注\n".encode("gb18030"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"channel": "walk_in"}, "stands in no statement"),
        ({"channel": CHANNEL}, "says no days. Name them with --from and --to."),
        ({"channel": CHANNEL, "first": "soon"}, "soon is no day."),
        ({"channel": CHANNEL, "first": "2026-01-02", "last": "2026-01-01"}, "is after 2026-01-01"),
        ({"channel": CHANNEL, "first": "2020-01-01", "last": "2026-01-01"}, "more than 366 days"),
    ],
)
def test_a_comparison_that_cannot_be_made_is_named(
    tmp_path: Path, options: dict[str, str], said: str
) -> None:
    file = tmp_path / "s.csv"
    file.write_text("number,kind,amount\nA,order,1.00\n", encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        compare(f"sqlite:///{tmp_path / 'none.db'}", file, **options)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        compare("sqlite:///none.db", tmp_path / "none.csv", channel=CHANNEL)


def test_several_rows_of_one_order_count_together_and_our_own_number_finds_it_too() -> None:
    row = SettlementRow(
        day="2026-11-28",
        store_id="S01",
        channel=CHANNEL,
        kind="order",
        number="X001",
        platform_number="",
        list_minor=1_000,
        off={},
        tax_minor=0,
        paid_minor=1_000,
        commission_minor=0,
        owed_minor=1_000,
        currency="CNY",
    )
    read = table.read_statement(b"number,kind,amount\nX001,order,4.00\nX001,order,6.00\n")
    assert comparing.compare([row], read, currency="CNY") == []
    read = table.read_statement(b"number,kind,amount\nX001,order,4.001\n")
    assert comparing.compare([row], read, currency="CNY") == [
        Difference("amount_differs", "order", "X001", "10.00", "4.001", "CNY")
    ]
