"""The desk that all people at one till share: the machine, the books, and what a refusal may be."""

from collections.abc import Callable, Generator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pos_app.bootstrap.use_cases import UseCases
from pos_app.services.errors import PosError, RuleError
from pos_app.services.records import Actor
from tests.simulation.app import ShopApp
from tests.simulation.books import Books
from tests.simulation.chance import Chance
from tests.simulation.machine import Machine, Process
from tests.simulation.trouble import Broken, expect

Steps = Generator[int, None, None]
"""How long a person takes for each step, in milliseconds."""

Changes = Generator[int, None, Actor]
"""The same, and who is at the till after it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What everybody at a till uses."""

    machine: Machine
    app: ShopApp
    books: Books
    chance: Chance
    purses: bool = False
    """Whether members pay with points and balances, pay in, take rewards, and get printed coupons."""
    goods: bool = False
    """Whether goods are received, written off, counted and sent."""
    parts: bool = False
    """Whether orders are picked, replaced, given up and fetched line by line."""

    @property
    def process(self) -> Process:
        """The program that runs now."""
        process = self.machine.process
        assert process is not None, "people work at a running till"
        return process

    @property
    def cases(self) -> UseCases:
        """What the program can do."""
        return self.process.cases

    @property
    def now_ms(self) -> int:
        """The true time."""
        return self.machine.around.schedule.now_ms

    def fails(self, act: Callable[[], object], codes: AbstractSet[str], *, may: bool = False) -> None:
        """Do what has to be refused with one of ``codes``; with ``may`` it may also go well."""
        try:
            act()
        except RuleError as error:
            self.expect_code(error, codes)
        else:
            expect(may, "what may not be is refused", sorted(codes))

    def expect_code(self, error: PosError, codes: AbstractSet[str]) -> None:
        """A refusal is one that this situation explains; anything else is a defect."""
        if error.code not in codes:
            raise Broken(
                "a refusal has its reason", f"{self.machine.name}: {error.code} {error.arguments}"
            ) from error
        self.machine.note("refused", error.code)
