"""Power cuts in the middle of selling: nothing that was answered "paid" is lost, nothing is corrupt."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.power import CANARY_CUTS, SEED, cut_power, memory_folder
from tests.faults.seller import SYNCHRONOUS_NORMAL

CUTS = 20

pytestmark = pytest.mark.needs_root_or_platform(
    "loop devices", reason="a file system in an image is mounted, and what was not synced is dropped"
)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for images."""
    with tempfile.TemporaryDirectory(dir=memory_folder() or tmp_path) as folder:
        yield Path(folder)


def test_a_power_cut_loses_no_acknowledged_sale(memory: Path) -> None:
    assert cut_power(memory, cuts=CUTS, seed=SEED) == []


def test_canary_without_full_synchronous_the_same_cuts_lose_sales(memory: Path) -> None:
    wrong = cut_power(memory, SYNCHRONOUS_NORMAL, cuts=CANARY_CUTS, seed=SEED)
    assert any(each.startswith("lost ") for each in wrong)
