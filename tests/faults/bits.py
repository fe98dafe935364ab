"""Single flipped bits in ``till.db``: the till notices each, at its start or while it is running."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from pos_app.bootstrap.system import SystemIds
from pos_app.services.check_files import CheckFiles
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import StorageError
from pos_app.services.events import EventBus
from pos_app.services.safety import Safety
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import open_till_data
from tests.fakes import FakeClock
from tests.faults.report import Finding
from tests.till_shop import open_shop

SEED = 19_730_521
FULL_BITS = 300
SALES = 30


def flipped_bits(folder: Path, *, bits: int, seed: int, looks: bool = True) -> list[str]:
    """Flip one bit after the other, each alone, and return those that nobody noticed.

    Without ``looks`` the till takes its last stop for a good one and never looks at its pages: the canary.
    """
    with open_shop(folder) as till:
        till.open_shift()
        for _ in range(SALES):
            till.sell(["latte"], TenderInput("cash", 2_800))
    whole = folder / "data"
    size_bits = (whole / "till.db").stat().st_size * 8
    random = Random(seed)  # noqa: S311 - which bit is no secret.
    unnoticed = []
    for at in random.sample(range(size_bits), bits):
        damaged = folder / "damaged"
        shutil.copytree(whole, damaged, ignore=shutil.ignore_patterns("till-reserve"))
        _flip(damaged / "till.db", at)
        # As after a power cut: that is when bits are wrong.
        (damaged / "till.lock").write_bytes(b"\nopen" if looks else b"\nclosed")
        if not _is_noticed(damaged, FileKeyStore(folder / "keys.json"), looks=looks):
            unnoticed.append(f"bit {at} of {size_bits}")
        shutil.rmtree(damaged)
    return unnoticed


def full() -> Iterator[Finding]:
    """Run the full setting; yield a finding for each goal, as soon as it is known."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield Finding(
            protection="structure and every page are looked at after a stop that nobody wanted",
            did=f"{FULL_BITS} flipped bits, each alone",
            seed=SEED,
            wrong=flipped_bits(folder / "whole", bits=FULL_BITS, seed=SEED),
            canary="quick_check and cipher_integrity_check (pos_app/storage/integrity.py)",
            canary_did=f"{FULL_BITS} flipped bits, nobody looks",
            canary_wrong=flipped_bits(folder / "canary", bits=FULL_BITS, seed=SEED, looks=False),
        )


def _flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at // 8)
        [byte] = file.read(1)
        file.seek(at // 8)
        file.write(bytes([byte ^ 1 << at % 8]))


def _is_noticed(folder: Path, keys: FileKeyStore, *, looks: bool) -> bool:
    try:
        data = open_till_data(folder, key_store=keys, ids=SystemIds())
    except StorageError:
        return True
    safety = Safety(EventBus())
    try:
        CheckFiles(
            store=data.store,
            damaged_pages=data.damaged_pages if looks else tuple,
            safety=safety,
            clock=FakeClock(),
        )()
    finally:
        data.close()
    return bool(safety.concerns)
