"""A disk that really runs full under a till that sells: selling stops first, and goes on with room."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.heard import Seller, wrong_with
from tests.faults.seller import BLIND, make_folder

DISK_MB = 64

pytestmark = pytest.mark.needs_root_or_platform("loop devices", reason="a small file system is filled up")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of its own with a till on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", str(place)]
    subprocess.run(mount, check=True, capture_output=True)
    make_folder(place)
    yield place
    subprocess.run(["umount", str(place)], check=True, capture_output=True)


def fill(place: Path, seller: Seller) -> Path:
    """Let somebody else's file take all the room that is left, a little between two sales."""
    file = place / "holiday.mp4"
    with file.open("wb", buffering=0) as video, suppress(OSError):
        while video.write(b"x" * 262_144):
            seller.listen_to_one()
    return file


def test_selling_stops_before_a_sale_could_go_unrecorded_and_goes_on_with_room(small_disk: Path) -> None:
    with Seller(small_disk) as seller:
        video = fill(small_disk, seller)
        sold, refused = len(seller.acknowledged), list(seller.refused)
        video.unlink()
        seller.listen_until(lambda: len(seller.acknowledged) >= sold + 5)
    assert sold > 0
    assert refused, "the last 16 MB went by while nothing was sold"
    assert set(refused) == {"disk.full"}
    assert wrong_with(small_disk, seller.acknowledged) == []


def test_canary_without_the_watch_sales_run_into_the_full_disk(small_disk: Path) -> None:
    with Seller(small_disk, BLIND) as seller:
        fill(small_disk, seller)
        seller.listen_until(lambda: bool(seller.refused))
    assert "storage.full" in seller.refused
