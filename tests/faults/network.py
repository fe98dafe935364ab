"""The network fails, workers and the database are killed: what is run, short and full, and the canaries."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pos_app.services.errors import SyncError
from pos_app.services.ports import JournalOutbox
from pos_app.sync.driver import Sender
from pos_app.sync.sender import Sent
from tests.faults.canary import Removal
from tests.faults.report import Finding
from tests.faults.wire import Plan, Verdict, run

NETWORK: Final = Plan(facts=5_000, tills=8)
"""The network loses, repeats, cuts, delays and reorders."""

CRASHES: Final = Plan(facts=1_000, kills=4, crashes=1, seed=2)
"""Besides, workers are killed and the database crashes."""

FULL_NETWORK: Final = replace(NETWORK, facts=100_000, tills=20, workers=3, patience_s=7_200)
FULL_CRASHES: Final = replace(
    CRASHES, facts=100_000, tills=20, workers=3, kills=200, crashes=30, patience_s=7_200
)


class BelievesTheWire:
    """A sender without its protection: what left the till counts as received, whatever is answered."""

    def __init__(self, shipped: Sender, outbox: JournalOutbox) -> None:
        self._shipped = shipped
        self._outbox = outbox

    def send_batch(self) -> Sent | None:
        """Send, and believe."""
        entries = self._outbox.after(self._outbox.acked_through(), 200)
        with suppress(SyncError):
            self._shipped.send_batch()
        return Sent(entries[-1].seq) if entries else None


@dataclass(frozen=True, slots=True)
class Canary:
    """A protection that is taken out, and how the check of the run names what then goes wrong."""

    protection: str
    removed: str
    plan: Plan
    seen: str


_AGAIN: Final = Removal(
    "what was stored before is acknowledged again",
    "central_api/journal/service.py",
    "fresh = [entry for entry in entries if entry.seq >= state.expected_seq]",
    "fresh = list(entries)",
)
_ONE_TRANSACTION: Final = Removal(
    "a batch is one transaction",
    "central_api/journal/service.py",
    "    repository.insert_entries(unit, rows)\n",
    "    repository.insert_entries(unit, rows)\n"
    "    unit.conn.exec_driver_sql('COMMIT')\n"
    "    unit.conn.exec_driver_sql('BEGIN')\n",
)
_SMALL: Final = Plan(facts=300, tills=3, patience_s=8, seed=3)

CANARIES: Final = {
    "repeats": Canary(
        _AGAIN.protection,
        f"{_AGAIN.path}: {_AGAIN.line}",
        replace(_SMALL, faults=("lost_answer",), removal=_AGAIN),
        "is stuck at",
    ),
    "one transaction": Canary(
        _ONE_TRANSACTION.protection,
        f"{_ONE_TRANSACTION.path}: {_ONE_TRANSACTION.line.strip()}",
        replace(_SMALL, facts=600, tills=6, kills=0, crashes=2, removal=_ONE_TRANSACTION),
        "is stuck at",
    ),
    "answers": Canary(
        "a fact counts as sent when the server says so",
        "pos_app/sync/sender.py: receipt = self._http.post(...)",
        replace(_SMALL, faults=("lost_request", "cut_request"), sender=BelievesTheWire),
        "facts lost",
    ),
}


MOST_TRIES: Final = 6
"""So many seeds a canary has: a crash must fall into the moment that its protection leaves open."""


def noticed(canary: Canary) -> Verdict:
    """Run a canary, seed after seed, until its check notices; return the last verdict."""
    seeds = range(canary.plan.seed, canary.plan.seed + MOST_TRIES)
    for seed in seeds:
        verdict = _run(replace(canary.plan, seed=seed))
        if any(canary.seen in problem for problem in verdict.problems):
            break
    return verdict


def full() -> Iterator[Finding]:
    """Run both full settings, each with the canaries of its protections."""
    for name, plan in (("a network that fails", FULL_NETWORK), ("workers and database killed", FULL_CRASHES)):
        verdict = _run(plan)
        kinds = ", ".join(f"{count:,} {fault}" for fault, count in sorted(verdict.faults.items()))
        for canary in CANARIES.values():
            if bool(canary.plan.crashes) != bool(plan.crashes):
                continue
            without = noticed(canary)
            yield Finding(
                protection=canary.protection,
                did=f"{name}: {verdict.facts:,} facts of {plan.tills} tills in {_minutes(verdict)}; "
                f"{verdict.kills} workers killed, {verdict.crashes} crashes of PostgreSQL; {kinds}",
                seed=plan.seed,
                wrong=verdict.problems,
                canary=canary.removed,
                canary_did=f"{without.facts} facts",
                canary_wrong=[problem for problem in without.problems if canary.seen in problem],
                figures={"facts a second": f"{verdict.facts / verdict.took_s:.0f}"},
            )


def _minutes(verdict: Verdict) -> str:
    return f"{verdict.took_s / 60:.1f} min"


def _run(plan: Plan) -> Verdict:
    with tempfile.TemporaryDirectory(prefix="loop-pos-faults-", ignore_cleanup_errors=True) as folder:
        return run(plan, Path(folder))
