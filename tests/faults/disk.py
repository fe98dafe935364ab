"""Errors of the disk under a till that sells; libfiu makes the calls of the C library fail by chance."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults import fiu
from tests.faults.heard import Seller, wrong_with
from tests.faults.report import Finding
from tests.faults.seller import ACKNOWLEDGE_ERRORS, make_folder

FULL_SALES = 1_000
CANARY_SALES = 30

SITUATIONS = {
    "no room": dict.fromkeys(fiu.WRITES, (fiu.NO_SPACE, 0.03)),
    "writes fail": dict.fromkeys(fiu.WRITES, (fiu.IO_ERROR, 0.03)),
    "syncs fail": dict.fromkeys(fiu.SYNCS, (fiu.IO_ERROR, 0.3)),
}
"""What fails, with which number, and how often."""


def sell(folder: Path, situation: str, *switches: str, least: int) -> Seller:
    """Sell until so many sales were acknowledged and so many refused; then kill the till."""
    make_folder(folder)
    with Seller(folder, *switches, env=fiu.environment(SITUATIONS[situation])) as seller:
        seller.listen_until(lambda: len(seller.refused) >= least and len(seller.acknowledged) >= least)
    return seller


def full() -> Iterator[Finding]:
    """Run the full setting; yield a finding for each goal, as soon as it is known."""
    for situation in SITUATIONS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            began_s = time.monotonic()
            seller = sell(folder / "shop", situation, least=FULL_SALES)
            seconds = time.monotonic() - began_s
            canary = sell(folder / "canary", situation, ACKNOWLEDGE_ERRORS, least=CANARY_SALES)
            yield Finding(
                protection="a sale is acknowledged when its transaction is durable, and only then",
                did=(
                    f"{situation}: {len(seller.acknowledged)} sales, {len(seller.refused)} refused, "
                    f"in {seconds:.0f} s"
                ),
                seed=0,
                wrong=wrong_with(folder / "shop", seller.acknowledged),
                canary="the error of a transaction ends the sale (pos_app/storage/unit_of_work.py)",
                canary_did=f'{len(canary.acknowledged)} sales answered "paid" whatever became of them',
                canary_wrong=wrong_with(folder / "canary", canary.acknowledged),
            )
