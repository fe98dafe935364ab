"""72 hours without a server, and 3,000 sales meanwhile; then all of it reaches a real server, each once.

The shop begins three days ago: its server tells that time until the till has joined and knows people and
goods. Then the server is gone, and the till's clock runs on with every sale until it is today again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.faults.books import Heard, wrong_stock, wrong_with
from tests.faults.nursery import Nursery
from tests.faults.protections import PROTECTIONS
from tests.faults.report import Finding
from tests.faults.selling_till import Orders
from tests.faults.shop import JoinedTill, Shop
from tests.simulation.canary import place_of

HOURS = 72
FULL_SALES = 3_000
SEED = 5
LIFE_S = 1_800.0
_CANARY = "acknowledged_without_answer"
_CANARY_SALES = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """What became of a stretch without a server."""

    paid: int
    waiting: int
    """Facts that lay there when the server came back."""
    sold_s: float
    sent_s: float
    """From the server's return until everything was acknowledged."""
    wrong: list[str]

    def said(self) -> str:
        """Return it in one line."""
        return f"{self.paid} sales in {HOURS} hours of the till's clock without a server"


def run(folder: Path, *, sales: int, at_till: tuple[str, ...] = ()) -> Stretch:
    """Sell without a server, then with one."""
    with Shop(folder, canaries=("three_days_ago",)) as shop, Nursery(at_till) as nursery:
        till = shop.join("till")
        list(_live(nursery, till, shop, sales=0))
        shop.stop_server()
        shop.canaries = ()
        heard, wrong, waiting = Heard(), list[str](), 0
        begun_s = back_s = monotonic()
        for line in _live(nursery, till, shop, sales=sales):
            word, _, rest = line.partition(" ")
            if word == "paid":
                heard.paid.append(rest)
            elif word == "waiting":
                waiting, back_s = int(rest), monotonic()
                shop.start_server()
            elif word == "error" or (word == "ended" and rest != "0"):
                wrong.append(line)
        sent_s = monotonic() - back_s
        wrong += [*wrong_with(till, shop.database, heard), *wrong_stock([till], shop.database)]
        return Stretch(len(heard.paid), waiting, back_s - begun_s, sent_s, wrong)


def _live(nursery: Nursery, till: JoinedTill, shop: Shop, *, sales: int) -> Iterator[str]:
    nursery.begin(
        Orders(
            folder=str(till.folder),
            key_file=str(till.key_file),
            url=shop.url,
            seed=SEED,
            sales=sales,
            hours=HOURS if sales else 0,
        )
    )
    return nursery.hear(monotonic() + LIFE_S)


def full() -> Iterator[Finding]:
    """Sell 3,000 times in 72 hours without a server."""
    with TemporaryDirectory() as folder:
        stretch = run(Path(folder) / "shop", sales=FULL_SALES)
        without = run(Path(folder) / "canary", sales=_CANARY_SALES, at_till=(_CANARY,))
    protection = PROTECTIONS[_CANARY]
    yield Finding(
        protection=protection.protection,
        did=stretch.said(),
        seed=SEED,
        wrong=stretch.wrong,
        canary=f"{_CANARY}, {place_of(protection)}",
        canary_did=without.said(),
        canary_wrong=without.wrong,
        figures={
            "facts that waited": f"{stretch.waiting:,}",
            "selling took": f"{stretch.sold_s:.0f} s",
            "sending took, the server's start included": f"{stretch.sent_s:.1f} s",
        },
    )
