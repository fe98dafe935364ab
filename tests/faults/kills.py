"""SIGKILL at random moments of tills that sell against a real server; then: nothing lost, doubled or skipped.

After the last kill each till sends what it has, and its books are compared with the server's and with what it
had said. The same with a protection taken out has to fail.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.books import wrong_stock
from tests.faults.crew import SEND_S, Course, Crew
from tests.faults.nursery import Nursery
from tests.faults.protections import PROTECTIONS
from tests.faults.report import Finding
from tests.faults.shop import Shop
from tests.faults.window_crew import WindowCrew
from tests.simulation.canary import place_of


@dataclass(frozen=True, slots=True)
class Setting:
    """How much is killed.

    Attributes:
        kills: Of tills without a window, over all of them.
        windows: Kills of a real window, besides.
        tills: That sell at the same time.
        seed: Of what is sold and of when lives end.
        at_till: Names of :data:`tests.faults.protections.PROTECTIONS` that are taken out of the tills.
        at_server: The same for the server.
        patience_s: How long a till may take to send what it has in the end.
    """

    kills: int
    windows: int = 0
    tills: int = 1
    seed: int = 1
    at_till: tuple[str, ...] = ()
    at_server: tuple[str, ...] = ()
    patience_s: float = SEND_S


@dataclass(slots=True)
class Verdict:
    """What became of all tills: those without a window, and the windows."""

    course: Course
    windows: Course

    @property
    def wrong(self) -> list[str]:
        """What is not as it has to be, at any till."""
        return [*self.course.wrong, *self.windows.wrong]


def run(folder: Path, setting: Setting) -> Verdict:
    """Let tills sell, kill them, and look at the books of all of them."""
    verdict = Verdict(Course(), Course())
    with Shop(folder, canaries=setting.at_server) as shop, ExitStack() as stack:
        crews = [
            Crew(
                shop.join(f"till-{number}"),
                shop,
                stack.enter_context(Nursery(setting.at_till)),
                seed=setting.seed,
                patience_s=setting.patience_s,
            )
            for number in range(1, setting.tills + 1)
        ]
        each = setting.kills // setting.tills
        with ThreadPoolExecutor(setting.tills) as pool:
            list(pool.map(lambda crew: crew.kill(each), crews))
        if setting.windows:
            crew = crews[0]
            window = WindowCrew(crew.till, shop, seed=setting.seed, heard=crew.heard, course=verdict.windows)
            window.kill(setting.windows)
        for crew in crews:
            crew.send()
            crew.check()
            verdict.course.add(crew.course)
        verdict.course.wrong += wrong_stock([crew.till for crew in crews], shop.database)
    return verdict


def canary(folder: Path, setting: Setting, *, most: int = 60) -> Verdict:
    """Kill with a protection taken out, until the check fails or ``most`` kills were not enough."""
    kills, verdict = 0, Verdict(Course(), Course())
    setting = replace(setting, patience_s=_STUCK_S)
    while kills < most and not verdict.wrong:
        part = replace(setting, seed=setting.seed + kills)
        verdict = run(folder / f"after-{kills}", part)
        kills += setting.kills
    return verdict


_STUCK_S = 8.0
"""Patience with a till that is expected to be stuck."""

CANARIES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("said_too_early", ("said_too_early",), ()),
    ("number_beside", ("number_beside",), ()),
    ("duplicates_not_known", (), ("duplicates_not_known",)),
)
"""A name, what is taken out of the till, and what of the server."""

FULL = Setting(kills=900, tills=2, seed=1)
FULL_WINDOWS = Setting(kills=1, windows=100, seed=2)
_CANARY_KILLS = 15


def full() -> Iterator[Finding]:
    """Kill nine hundred tills and a hundred windows, then a few tills without each protection."""
    with TemporaryDirectory() as folder:
        course = run(Path(folder) / "tills", FULL).course
        for name, at_till, at_server in CANARIES:
            setting = Setting(kills=_CANARY_KILLS, seed=FULL.seed, at_till=at_till, at_server=at_server)
            place = Path(folder) / name
            place.mkdir()
            without = canary(place, setting)
            protection = PROTECTIONS[name]
            yield Finding(
                protection=protection.protection,
                did=course.said(),
                seed=FULL.seed,
                wrong=course.wrong,
                canary=f"{name}, {place_of(protection)}",
                canary_did=without.course.said(),
                canary_wrong=without.wrong,
                figures={"restart to ready, without a window": course.restart()},
            )
        verdict = run(Path(folder) / "windows", FULL_WINDOWS)
        yield Finding(
            protection="The same with the real window: what it showed as paid is there once.",
            did=verdict.windows.said(),
            seed=FULL_WINDOWS.seed,
            wrong=verdict.wrong,
            figures={"restart to the painted sign-in": verdict.windows.restart()},
        )
