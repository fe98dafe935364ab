"""Every moment at which something becomes durable or travels has a number, and one of them goes wrong.

A kill before a commit takes back what it would have made durable; one behind it leaves nobody who was told. A
request is lost before the server has it, or its answer after the server has done what it asks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import tests.simulation.machine
import tests.simulation.server
from tests.simulation.network import Fate, Network, Sent, Way
from tests.simulation.server import WireRequest
from tests.simulation.trouble import Doom, Killed, value_of


@dataclass(slots=True)
class Moments:
    """Counts from 1 while ``counting``; what comes as number ``strike`` goes wrong, with 0 nothing does."""

    strike: int = 0
    counting: bool = False
    act: str = ""
    """What the cashier is about."""
    seen: list[str] = field(default_factory=list)
    """What came, in order: the act, and what would have gone wrong."""

    def comes(self, what: str) -> bool:
        """Count a moment; return whether it goes wrong."""
        if not self.counting:
            return False
        self.seen.append(f"{self.act}: {what}")
        return len(self.seen) == self.strike


class _CountedDoom(Doom):
    """Kills its process at the commit whose turn it is."""

    def __init__(self, moments: Moments, whose: str) -> None:
        super().__init__()
        self._moments = moments
        self._whose = whose

    def before_commit(self) -> None:
        """Take back what would become durable, if it is this one's turn."""
        self._kill_if(self._moments.comes(f"{self._whose} dies before its commit"))

    def after_commit(self) -> None:
        """Die with what is durable untold, if it is this one's turn."""
        self.commits += 1
        self._kill_if(self._moments.comes(f"{self._whose} dies behind its commit"))

    def _kill_if(self, its_turn: bool) -> None:
        if its_turn:
            self.struck = True
            raise Killed


class CountedNetwork(Network):
    """Loses the request, or the answer, whose turn it is."""

    moments: Moments
    _what = ""

    def bring(self, way: Way, request: WireRequest, *, read_ms: int) -> Sent:
        """Send a request; what becomes of it has two numbers."""
        self._what = f"{request.method} {request.path}"
        return super().bring(way, request, read_ms=read_ms)

    def _fate(self, way: Way) -> Fate:
        del way
        if self.moments.comes(f"{self._what} is lost"):
            return "lost"
        return "answer_lost" if self.moments.comes(f"the answer to {self._what} is lost") else "fine"


@contextmanager
def counted(moments: Moments) -> Iterator[None]:
    """Let ``moments`` see every commit of the tills and servers that start meanwhile."""
    of_till, of_server = partial(_CountedDoom, moments, "till"), partial(_CountedDoom, moments, "server")
    with (
        value_of(tests.simulation.machine, "Doom", of_till),
        value_of(tests.simulation.server, "Doom", of_server),
    ):
        yield
