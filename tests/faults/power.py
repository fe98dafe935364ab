"""Power cuts: a till sells on a file system of its own, and what reached the disk is looked at.

The file system lies in an image behind a loop device. What its driver has handed to the device is in the
image, what still lies in the machine's memory is not: a copy of the image is what is left after a power cut.
The process is stopped while the copy is made, and no call of it is under way then.

Source: docs/decisions/0050-power-cuts-on-a-loop-device.md.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.faults.heard import Seller, wrong_with
from tests.faults.report import Finding
from tests.faults.seller import SYNCHRONOUS_NORMAL, make_folder

IMAGE_BYTES = 128 * 1024 * 1024
LONGEST_S = 0.08
SEED = 20_261_127
FULL_CUTS = 300
CANARY_CUTS = 3
CUTS_A_DISK = 50
"""After so many cuts a new disk, with a till that was never open on it."""


def memory_folder() -> Path | None:
    """Return a folder in the machine's memory for images, as that is faster; ``None`` where there is none."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() else None


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    """Mount an image; what its driver wants to write by itself, it writes in ten minutes only."""
    place.mkdir()
    _call("mount", "-o", "loop,noatime,commit=600", str(image), str(place))
    try:
        yield place
    finally:
        _call("umount", str(place))
        place.rmdir()


@contextmanager
def selling_disk(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Make an image with a till that was never open on it; yield image and place."""
    image = folder / "disk.img"
    with image.open("wb") as file:
        file.truncate(IMAGE_BYTES)
    _call("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(image))
    try:
        with mounted(image, folder / "disk") as place:
            make_folder(place)
            os.sync()
            yield image, place
    finally:
        image.unlink()


def cut_power(folder: Path, *switches: str, cuts: int, seed: int) -> list[str]:
    """Sell, cut the power ``cuts`` times, and return what was wrong afterwards."""
    random = Random(seed)  # noqa: S311 - when to cut is no secret.
    wrong: list[str] = []
    for first in range(0, cuts, CUTS_A_DISK):
        wrong += _cut_one_disk(folder, *switches, cuts=min(CUTS_A_DISK, cuts - first), random=random)
    return wrong


def _cut_one_disk(folder: Path, *switches: str, cuts: int, random: Random) -> list[str]:
    wrong: list[str] = []
    with selling_disk(folder) as (image, place), Seller(place, *switches) as seller:
        for number in range(cuts):
            # A cut has something to lose only when something was sold since the one before.
            seller.listen_for_a_sale()
            seller.listen(random.random() * LONGEST_S)
            left = folder / f"cut-{number}.img"
            # It waits until the copy was looked at, too: otherwise it would sell for a long day meanwhile.
            with seller.stopped():
                _call("cp", "--sparse=always", str(image), str(left))
                with mounted(left, folder / f"cut-{number}") as cut:
                    wrong += wrong_with(cut, seller.acknowledged)
            left.unlink()
    return wrong


def _call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def full() -> Iterator[Finding]:
    """Run the full setting; yield a finding for each goal, as soon as it is known."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        began_s = time.monotonic()
        wrong = cut_power(Path(folder), cuts=FULL_CUTS, seed=SEED)
        minutes = (time.monotonic() - began_s) / 60
        yield Finding(
            protection="every acknowledged sale is synced (WAL, synchronous=FULL)",
            did=f"{FULL_CUTS} power cuts in {minutes:.0f} min",
            seed=SEED,
            wrong=wrong,
            canary="PRAGMA synchronous = FULL (pos_app/storage/bare.py)",
            canary_did=f"{CANARY_CUTS} power cuts with synchronous=NORMAL",
            canary_wrong=cut_power(Path(folder), SYNCHRONOUS_NORMAL, cuts=CANARY_CUTS, seed=SEED),
        )
