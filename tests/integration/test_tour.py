"""The tour is played once, as anybody plays it, and its summary says that all was as expected."""

import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pos_app.demo.processes import program
from tests.booked import balances, transactions

SCREENS = (
    "sign_in",
    "open_shift",
    "sell",
    "cash_pay",
    "cash_paid",
    "pickup",
    "health",
    "counted",
    "z",
    "report",
)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Play the tour; return where it wrote, and its summary."""
    out = tmp_path_factory.mktemp("tour") / "out"
    command = [program("pos-app"), "demo", "--tour", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert isinstance(summary, dict)
    return out, summary


@pytest.mark.timeout(900)
def test_every_step_was_as_expected(tour: tuple[Path, dict[str, Any]]) -> None:
    _, summary = tour
    assert summary["ok"] is True
    assert [step["name"] for step in summary["steps"] if not step["ok"]] == []
    assert len(summary["steps"]) > 80


@pytest.mark.timeout(900)
def test_both_sides_tell_the_same_day(tour: tuple[Path, dict[str, Any]]) -> None:
    _, summary = tour
    # Six sales of the day (134.60, 99.00, by card 69.00 and 26.00, 44.00, 151.00) and three of 118.00 in the
    # other faces.
    assert (summary["till"]["sales"], summary["till"]["sales_minor"]) == (9, 87_760)
    assert (summary["till"]["coupons"], summary["till"]["handovers"]) == (2, 2)
    assert summary["till"] == summary["server"]
    assert summary["queue_at_end"] == 0


@pytest.mark.timeout(900)
def test_every_picture_and_paper_is_there(tour: tuple[Path, dict[str, Any]]) -> None:
    out, summary = tour
    pictures = [step["picture"] for step in summary["steps"] if step["picture"]]
    assert [name for name in pictures if not (out / name).is_file()] == []
    for face in ("zh-Hant_light", "en_light", "zh-Hans_dark"):
        shown = {name[3:].partition("_zh-")[0].partition("_en_")[0] for name in pictures if face in name}
        assert [screen for screen in SCREENS if not any(screen in name for name in shown)] == []
    receipts = out / "receipts"
    jobs = sorted(receipts.glob("*.escpos"))
    assert [job.stem for job in jobs if not job.with_suffix(".png").is_file()] == []
    assert [job.stem for job in jobs if not job.with_suffix(".txt").is_file()] == []
    assert (out / "shift_report.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.timeout(900)
def test_the_books_of_the_day_are_accepted_and_hold_what_its_zs_say(
    tour: tuple[Path, dict[str, Any]],
) -> None:
    out, summary = tour
    loaded = balances(transactions((out / "books.beancount").read_text(encoding="utf-8")))
    sums: dict[str, Decimal] = {}
    for (account, currency), minor in loaded.items():
        sums[account.split(":")[0]] = sums.get(account.split(":")[0], Decimal(0)) + minor
        assert currency in {"CNY", "POINTS"}, account
    assert "Equity" not in sums
    paid = {
        account: minor for (account, _), minor in loaded.items() if account.startswith("Assets:Clearing:Card")
    }
    # By card 69.00 and 26.00, as above; two prepaid orders brought nothing to the till.
    assert sum(paid.values()) == Decimal("95.00")
    assert len(summary["till"]) > 0
