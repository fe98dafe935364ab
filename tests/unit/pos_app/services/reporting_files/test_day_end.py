"""Day-end files: at each Z and each close of a day, late where the folder is away, never lost."""

import json
from pathlib import Path

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.reporting_files.day_end import DayEndPlan, plan_of, put_plan
from pos_app.services.write_fact import write_fact
from retail_core.wire.shift_facts import DAY_CLOSED, DayClosed
from tests.pdf_text import pdf_text
from tests.till_shop import Till
from tests.unit.pos_app.services.reporting_files.paper_shop import PaperShop

Z1 = "S01_2026-11-22_S01-T02_Z1"


@pytest.fixture
def shop(till: Till, tmp_path: Path) -> PaperShop:
    return PaperShop(till, tmp_path / "own")


def _plan(shop: PaperShop, plan: DayEndPlan | None) -> None:
    with shop.till.store.write() as work:
        put_plan(work, plan)


def _close_day(shop: PaperShop, day: str = "2026-11-22") -> None:
    body = DayClosed(business_day=day, currency="CNY", shifts=(), complete=True)
    with shop.till.store.write() as work:
        write_fact(work, shop.till.clock, kind=DAY_CLOSED, actor="li", body=body)


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_without_a_setting_nothing_is_written(shop: PaperShop) -> None:
    shop.trade()
    shop.close()

    assert shop.day_end() == 0
    assert not shop.home.exists()


def test_at_the_z_the_files_of_the_shift_are_written_once(shop: PaperShop, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    _plan(shop, DayEndPlan(folder, formats=("pdf", "csv")))
    shop.trade()

    assert shop.day_end() == 0
    assert _names(folder) == []
    shop.close()
    assert shop.day_end() == 0

    assert _names(folder) == [f"{Z1}.pdf", f"{Z1}_cells.csv", f"{Z1}_lines.csv", f"{Z1}_receipts.csv"]
    assert "班次报表" in pdf_text((folder / f"{Z1}.pdf").read_bytes())
    for each in folder.iterdir():
        each.unlink()
    assert shop.day_end() == 0
    assert _names(folder) == []


def test_at_the_close_of_the_day_its_files_are_written(shop: PaperShop, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    _plan(shop, DayEndPlan(folder, formats=("xlsx",), when=("day",)))
    shop.trade()
    shop.close()
    _close_day(shop)

    assert shop.day_end() == 0

    assert _names(folder) == ["S01_2026-11-22_S01-T02_day.xlsx"]


def test_a_folder_that_is_away_holds_nothing_up_and_loses_nothing(shop: PaperShop, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    _plan(shop, DayEndPlan(folder, formats=("pdf",)))
    shop.trade()
    shop.close()
    _close_day(shop)

    assert shop.day_end() == 2

    concern = shop.safety.concerns["day_end"]
    assert (concern.code, concern.weight, concern.arguments) == (
        "day_end.no_folder",
        "warn",
        (2, str(folder)),
    )
    assert shop.safety.stop_code == ""
    assert not folder.exists()
    folder.mkdir()
    assert shop.day_end() == 0
    assert _names(folder) == [f"{Z1}.pdf", "S01_2026-11-22_S01-T02_day.pdf"]
    assert "day_end" not in shop.safety.concerns


def test_a_folder_that_cannot_be_written_is_tried_again(shop: PaperShop, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    blocker = folder / f".{Z1}.pdf.part"
    blocker.mkdir()
    _plan(shop, DayEndPlan(folder, formats=("pdf",)))
    shop.trade()
    shop.close()

    assert shop.day_end() == 1
    assert shop.safety.concerns["day_end"].code == "day_end.waiting"
    blocker.rmdir()
    assert shop.day_end() == 0
    assert _names(folder) == [f"{Z1}.pdf"]


def test_what_was_closed_before_the_setting_is_left_alone(shop: PaperShop, tmp_path: Path) -> None:
    shop.trade()
    shop.close()
    folder = tmp_path / "share"
    folder.mkdir()
    _plan(shop, DayEndPlan(folder))

    assert shop.day_end() == 0
    assert _names(folder) == []


def test_a_changed_setting_keeps_what_waits_an_ended_one_does_not(shop: PaperShop, tmp_path: Path) -> None:
    _plan(shop, DayEndPlan(tmp_path / "away"))
    shop.trade()
    shop.close()
    assert shop.day_end() == 1
    folder = tmp_path / "share"
    folder.mkdir()

    _plan(shop, DayEndPlan(folder, formats=("xlsx",)))
    assert shop.day_end() == 0
    assert _names(folder) == [f"{Z1}.xlsx"]
    _plan(shop, None)
    assert shop.day_end() == 0
    assert "day_end" not in shop.safety.concerns


def test_the_setting_comes_back_as_it_was_kept(shop: PaperShop) -> None:
    plan = DayEndPlan(Path("/srv/reports"), formats=("pdf", "csv"), when=("z",), bom=False)

    _plan(shop, plan)

    with shop.till.store.read() as work:
        assert plan_of(work) == plan
        assert json.loads(work.settings.get("day_end.files"))["formats"] == ["pdf", "csv"]


def test_a_setting_that_writes_nothing_is_refused(shop: PaperShop) -> None:
    with pytest.raises(RuleError) as refusal:
        _plan(shop, DayEndPlan(Path("/srv"), formats=()))

    assert refusal.value.code == "report.no_format"


def test_files_that_were_written_by_a_till_that_stopped_are_written_again(
    shop: PaperShop, tmp_path: Path
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    _plan(shop, DayEndPlan(folder, formats=("pdf",)))
    shop.trade()
    shop.close()
    with shop.till.store.read() as work:
        before = work.settings.get("day_end.done")
    shop.day_end()
    first = (folder / f"{Z1}.pdf").read_bytes()
    with shop.till.store.write() as work:
        work.settings.put("day_end.done", before)

    assert shop.day_end() == 0

    assert _names(folder) == [f"{Z1}.pdf"]
    assert (folder / f"{Z1}.pdf").read_bytes() == first
