"""Day-end files as they are set up on the screen: checked, tried, and what became of them."""

from pathlib import Path

import pytest

from pos_app.services.errors import PosError
from pos_app.services.records import Actor
from pos_app.services.reporting_files.day_end import DayEndPlan
from tests.till_shop import LI, Till
from tests.unit.pos_app.services.reporting_files.paper_shop import PaperShop


@pytest.fixture
def shop(till: Till, tmp_path: Path) -> PaperShop:
    return PaperShop(till, tmp_path / "own")


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def test_at_first_nothing_is_set(shop: PaperShop) -> None:
    book = shop.day_end_desk.look(LI)
    assert (book.plan, book.waiting, book.fault, book.last) == (None, 0, "", "")


def test_what_is_set_is_written_at_the_next_z_and_said_where(shop: PaperShop, share: Path) -> None:
    plan = DayEndPlan(share, formats=("pdf",), when=("z",))
    assert shop.day_end_desk.put(LI, plan).plan == plan
    shop.trade()
    shop.close()
    assert shop.day_end_desk.look(LI).waiting == 1
    shop.day_end()
    book = shop.day_end_desk.look(LI)
    assert (book.waiting, book.last) == (0, str(share / "S01_2026-11-22_S01-T02_Z1.pdf"))
    assert book.last_ms == shop.till.clock.now_ms()


def test_a_folder_that_went_away_says_how_many_wait_and_why(shop: PaperShop, share: Path) -> None:
    shop.day_end_desk.put(LI, DayEndPlan(share, formats=("csv",), when=("z",)))
    share.rmdir()
    shop.trade()
    shop.close()
    shop.day_end()
    book = shop.day_end_desk.look(LI)
    assert (book.waiting, book.fault, book.last) == (1, "report.no_folder", "")


def test_a_test_file_is_written_at_once_and_nothing_is_set(shop: PaperShop, share: Path) -> None:
    shop.trade()
    [path] = shop.day_end_desk.test(LI, DayEndPlan(share, formats=("pdf",)))
    assert path == share / "S01_2026-11-22_S01-T02_day_test.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    assert shop.day_end_desk.look(LI).plan is None


@pytest.mark.parametrize(
    ("folder", "code"),
    [("", "day_end.no_path"), ("share", "day_end.no_path"), ("/not/there/at/all", "report.no_folder")],
)
def test_a_bad_folder_is_refused_by_both(shop: PaperShop, folder: str, code: str) -> None:
    plan = DayEndPlan(Path(folder))
    for ask in (shop.day_end_desk.put, shop.day_end_desk.test):
        with pytest.raises(PosError) as refusal:
            ask(LI, plan)
        assert refusal.value.code == code
    assert shop.day_end_desk.look(LI).plan is None


def test_no_kind_of_file_and_no_moment_are_refused(shop: PaperShop, share: Path) -> None:
    for plan in (DayEndPlan(share, formats=()), DayEndPlan(share, when=())):
        with pytest.raises(PosError, match=r"report.no_format"):
            shop.day_end_desk.put(LI, plan)
    with pytest.raises(PosError, match=r"report.no_format"):
        shop.day_end_desk.test(LI, DayEndPlan(share, formats=()))


def test_only_who_closes_days_sets_it_up(shop: PaperShop, share: Path) -> None:
    nobody = Actor("wu", "吴昊", "cashier", {"report.view": None})
    with pytest.raises(PosError, match=r"right.missing"):
        shop.day_end_desk.look(nobody)
    with pytest.raises(PosError, match=r"right.missing"):
        shop.day_end_desk.put(nobody, DayEndPlan(share))
    with pytest.raises(PosError, match=r"right.missing"):
        shop.day_end_desk.test(nobody, DayEndPlan(share))
