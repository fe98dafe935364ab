"""SIGKILL of the till's real window, offscreen, while a cashier scans and takes cash in it.

A life without a window comes before: it has opened the shift and knows people and goods.
"""

import os
import re
import signal
from contextlib import suppress
from random import Random
from threading import Timer
from time import monotonic

from pos_app.demo.processes import ProcessFailed
from pos_app.tour.till import Opening, TillProcess
from pos_app.tour.window import Window
from tests.faults.books import Heard
from tests.faults.crew import Course
from tests.faults.selling_till import CASHIER, GOODS
from tests.faults.shop import JoinedTill, Shop
from tests.simulation.chain import PIN, products

START_S = 60.0
_LONGEST_PAYING_S = 0.15
_LONGEST_LIFE_S = 1.5
_NUMBER = re.compile(r"S\d+-T\d+\w?-\d{6}")
_CODES = [item.barcodes[0] for item in products() if item.product_id in GOODS and not item.min_age]


class WindowCrew:
    """One till with a window: it is opened, sells, is killed, and is opened again."""

    def __init__(self, till: JoinedTill, shop: Shop, *, seed: int, heard: Heard, course: Course) -> None:
        """Take over a till; what it says is added to ``heard``, what becomes of it to ``course``."""
        self._opening = Opening(
            folder=till.folder,
            url=shop.url,
            printer="null:",
            language="zh-Hans",
            theme="light",
            log=till.folder / "window.log",
        )
        self._random = Random(f"{seed}:{till.label}")  # noqa: S311 - when to kill is no secret.
        self.heard = heard
        self.course = course

    def kill(self, times: int) -> None:
        """Open the window, sell, kill it, so many times."""
        for _ in range(times):
            self._live(self._random.choice(("window any", "window paying", "window paying")))

    def _live(self, moment: str) -> None:
        begun_s = monotonic()
        try:
            till = TillProcess(self._opening)
        except ProcessFailed as error:
            self.course.wrong.append(f"the window of {self._opening.folder.name}: {error}")
            return
        try:
            till.ask("look", START_S, name=f"sign_in.staff.{CASHIER}")
            self.course.restarts_s.append(monotonic() - begun_s)
            self._sell_until_killed(till, moment)
        except ProcessFailed:
            self.heard.kills += 1
            self.course.kills[moment] = self.course.kills.get(moment, 0) + 1
        finally:
            till.kill()

    def _sell_until_killed(self, till: TillProcess, moment: str) -> None:
        """Sell; the call in which the window is killed raises ``ProcessFailed``."""
        window = Window(till)
        _sign_in(window)
        customers = self._random.randint(1, 3)
        end: Timer | None = None
        if moment == "window any":
            end = _kill_in(till, self._random.random() * _LONGEST_LIFE_S)
        try:
            while True:
                customers -= 1
                for code in self._random.sample(_CODES, self._random.randint(1, 2)):
                    window.scan(code)
                window.keys("F12")
                window.look("pay.figure")
                if moment == "window paying" and customers == 0:
                    end = _kill_in(till, self._random.random() * _LONGEST_PAYING_S)
                window.keys("F10")
                self.heard.paid.append(_NUMBER.findall(window.look("pay.note", has="-T"))[0])
                window.keys("Return")
                window.look("sell.search")
        finally:
            if end is not None:
                end.join()


def _sign_in(window: Window) -> None:
    window.touch(f"sign_in.staff.{CASHIER}")
    window.look("sign_in.pin", enabled=True)
    window.type(f"{PIN}\n")
    window.look("sell.search")


def _kill_in(till: TillProcess, delay_s: float) -> Timer:
    def kill() -> None:
        with suppress(ProcessLookupError):
            os.kill(till.pid, signal.SIGKILL)

    timer = Timer(delay_s, kill)
    timer.start()
    return timer
