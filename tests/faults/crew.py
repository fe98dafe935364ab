"""One till with its lives, each of which ends by a kill: what it said, how it came back, what its books say.

Where a life ends is drawn from the seed: at any time from its start on, at a statement of its writing
connection, while it commits, or while the customer pays. After the last kill the till sends what it has, and
its books are compared with the server's and with what it had said.
"""

import os
import signal
from dataclasses import dataclass, field
from random import Random
from statistics import median
from time import monotonic

from tests.faults.books import Heard, wrong_with
from tests.faults.nursery import Nursery
from tests.faults.selling_till import Orders
from tests.faults.shop import JoinedTill, Shop

LIFE_S = 60.0
"""No life takes longer; one that does is stuck."""

SEND_S = 30.0
"""How long the last life may take to send what is left."""

MOMENTS = {"commit": 0.4, "statement": 0.3, "any": 0.2, "paying": 0.1}
_MOST_COMMITS = 9
_MOST_STATEMENTS = 250
_LONGEST_COMMIT_S = 0.004
_LONGEST_PAYING_S = 0.04
_LONGEST_LIFE_S = 0.6


@dataclass(slots=True)
class Course:
    """What became of kills.

    Attributes:
        kills: How many there were, by the moment that was chosen.
        paid: How many sales were said to be paid.
        restarts_s: From the start of a process to the moment when it could sell.
        wrong: What is not as it has to be.
    """

    kills: dict[str, int] = field(default_factory=dict)
    paid: int = 0
    restarts_s: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many kills there were."""
        return sum(self.kills.values())

    def add(self, other: "Course") -> None:
        """Count another crew's in."""
        for moment, times in other.kills.items():
            self.kills[moment] = self.kills.get(moment, 0) + times
        self.paid += other.paid
        self.restarts_s += other.restarts_s
        self.wrong += other.wrong

    def said(self) -> str:
        """Return it in one line."""
        moments = ", ".join(f"{times} {moment}" for moment, times in sorted(self.kills.items()))
        paid = f", {self.paid} sales paid" if self.paid else ""
        return f"{self.total} kills ({moments}){paid}"

    def restart(self) -> str:
        """Return the restarts in one line."""
        if not self.restarts_s:
            return "none"
        slowest = max(self.restarts_s)
        return f"median {median(self.restarts_s):.2f} s, slowest {slowest:.2f} s, of {len(self.restarts_s)}"


class _End:
    """When a life ends: drawn before it begins, or from something that it says on."""

    def __init__(self, moment: str, random: Random, begun_s: float) -> None:
        self._moment = moment
        self._random = random
        self._customers = random.randint(1, 6)
        self._pid = 0
        self.at_s = begun_s + (random.random() * _LONGEST_LIFE_S if moment == "any" else LIFE_S)
        """By the monotonic clock; the life is killed then."""
        self.has_come = False
        self.status = 0
        """As ``waitpid`` tells it."""

    def comes_nearer(self, line: str) -> bool:
        """Take what the life said; return whether ``at_s`` is another because of it."""
        word, _, rest = line.partition(" ")
        if word == "child":
            self._pid = int(rest)
        elif word == "ended":
            self.has_come, self.status = True, int(rest)
        elif word == "committing":
            return self._in(_LONGEST_COMMIT_S)
        elif word == "paying" and self._moment == "paying":
            self._customers -= 1
            return self._customers == 0 and self._in(_LONGEST_PAYING_S)
        return False

    def kill_if_due(self) -> None:
        """Kill the process, once; before it has said who it is, look again a little later."""
        if self.has_come or monotonic() < self.at_s:
            return
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
        self.at_s = monotonic() + (LIFE_S if self._pid else _LONGEST_COMMIT_S)

    def _in(self, longest_s: float) -> bool:
        self.at_s = monotonic() + self._random.random() * longest_s
        return True


class Crew:
    """One till: it lives, is killed, and lives again."""

    def __init__(
        self, till: JoinedTill, shop: Shop, nursery: Nursery, *, seed: int, patience_s: float = SEND_S
    ) -> None:
        """Take over a till; in the end it has ``patience_s`` to send what it has."""
        self._patience_s = patience_s
        self.till = till
        self._shop = shop
        self._nursery = nursery
        self._random = Random(f"{seed}:{till.label}")  # noqa: S311 - when to kill is no secret.
        self.heard = Heard()
        self.course = Course()

    def kill(self, times: int) -> None:
        """Let the till sell, kill it, and start it again, so many times."""
        for _ in range(times):
            moment = self._random.choices(list(MOMENTS), weights=list(MOMENTS.values()))[0]
            self._live(moment)

    def send(self) -> None:
        """Let it send what it has."""
        begun_s, said = monotonic(), [""]
        self._nursery.begin(self._orders(sales=0))
        for line in self._nursery.hear(begun_s + self._patience_s):
            self._note(line, begun_s)
            said.append(line)
        if said[-1].startswith("ended "):
            if said[-1] != "ended 0":
                self.course.wrong.append(f"{self.till.label}: the last life {said[-1]}")
            return
        self.course.wrong.append(
            f"{self.till.label}: not everything was sent within {self._patience_s:.0f} s"
        )
        os.kill(next(int(line.split()[1]) for line in said if line.startswith("child ")), signal.SIGKILL)
        for line in self._nursery.hear(monotonic() + LIFE_S):
            self._note(line, begun_s)

    def check(self) -> None:
        """Compare the books with what was said."""
        self.course.paid = len(self.heard.paid)
        self.course.wrong += wrong_with(self.till, self._shop.database, self.heard)

    def _live(self, moment: str) -> None:
        """One life, which ends at ``moment``."""
        orders = self._orders()
        if moment == "statement":
            orders = self._orders(die_at_statement=self._random.randint(1, _MOST_STATEMENTS))
        elif moment == "commit":
            orders = self._orders(tell_commit=self._random.randint(1, _MOST_COMMITS))
        begun_s = monotonic()
        end = _End(moment, self._random, begun_s)
        self._nursery.begin(orders)
        while not end.has_come:
            for line in self._nursery.hear(end.at_s):
                self._note(line, begun_s)
                if end.comes_nearer(line):
                    break
            end.kill_if_due()
        if end.status != signal.SIGKILL:
            self.course.wrong.append(f"{self.till.label}: a life ended with {end.status} by itself")
        self.heard.kills += 1
        self.course.kills[moment] = self.course.kills.get(moment, 0) + 1

    def _note(self, line: str, begun_s: float) -> None:
        word, _, rest = line.partition(" ")
        if word == "paid":
            self.heard.paid.append(rest)
        elif word == "ready" and self.heard.kills:
            # The very first start waits for goods and people; it is no restart.
            self.course.restarts_s.append(monotonic() - begun_s)
        elif word == "error":
            self.course.wrong.append(f"{self.till.label}: {rest}")

    def _orders(self, *, sales: int = 1_000_000, die_at_statement: int = 0, tell_commit: int = 0) -> Orders:
        return Orders(
            folder=str(self.till.folder),
            key_file=str(self.till.key_file),
            url=self._shop.url,
            seed=self._random.getrandbits(32),
            sales=sales,
            die_at_statement=die_at_statement,
            tell_commit=tell_commit,
        )
