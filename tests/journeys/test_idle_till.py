"""A till at rest holds one request open and asks for nothing else."""

import json
from pathlib import Path

from pos_app.tour.stage import Stage

QUIET_S = 6.0
WAKE = "/v1/wake"


def _events(log: Path) -> list[tuple[str, str]]:
    """Return what the request log says: kind and route, oldest first."""
    lines = (json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line[:1] == "{")
    return [(str(line["event"]), str(line["route"])) for line in lines if "route" in line]


def test_an_idle_till_holds_one_call_and_does_not_poll(counter: Stage) -> None:
    log = counter.folder.server_log
    # What opening the shift caused has been sent, and the call is held again.
    assert counter.wait(lambda: ("request", "/v1/journal") in _events(log), timeout_s=30)
    assert counter.wait(lambda: _events(log)[-1] == ("held", WAKE), timeout_s=30)
    before = len(_events(log))
    counter.wait(lambda: len(_events(log)) > before, timeout_s=QUIET_S)
    assert _events(log)[before:] == []
