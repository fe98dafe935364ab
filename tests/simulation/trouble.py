"""What a run ends with when something is not as it has to be, and how a process is made to die."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Literal, Protocol, TypeVar

import sqlcipher3.dbapi2 as driver

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Moment = Literal["before_commit", "after_commit", "disk_full"]


class Broken(AssertionError):  # noqa: N818 - says what is so.
    """An invariant does not hold."""

    def __init__(self, invariant: str, detail: str) -> None:
        super().__init__(f"{invariant}: {detail}")
        self.invariant = invariant
        self.detail = detail


def expect(holds: bool, invariant: str, detail: object) -> None:
    """Go on if ``holds``; otherwise the run ends here.

    Raises:
        Broken: It does not hold.
    """
    if not holds:
        raise Broken(invariant, str(detail))


class Killed(BaseException):
    """The process dies here: nothing behind this line is done, and no handler of the product catches it."""


class Doom:
    """Strikes one process at one of its next commits."""

    def __init__(self) -> None:
        self._moment: Moment | None = None
        self._commits = 0
        self.struck = False
        self.commits = 0
        """How many transactions became durable."""

    def arm(self, moment: Moment, *, commits: int) -> None:
        """Strike at the ``commits``-th commit from now: before it, right after it, or by a full disk."""
        self._moment, self._commits, self.struck = moment, commits, False

    def disarm(self) -> None:
        """Let the process live."""
        self._moment = None

    def before_commit(self) -> None:
        """The transaction has written everything and is about to be made durable."""
        if self._moment is None:
            return
        self._commits -= 1
        if self._commits > 0 or self._moment == "after_commit":
            return
        moment, self._moment = self._moment, None
        if moment == "disk_full":
            raise driver.OperationalError("database or disk is full")
        self.struck = True
        raise Killed

    def after_commit(self) -> None:
        """The transaction is durable; nobody has been told yet."""
        self.commits += 1
        if self._moment == "after_commit" and self._commits <= 0:
            self._moment, self.struck = None, True
            raise Killed


class Writes(Protocol[T_co]):
    """Whatever gives out transactions: the till's store, the server's database."""

    def write(self) -> AbstractContextManager[T_co]:
        """Begin a transaction."""
        ...


def let_strike(doom: Doom, writes: Writes[T]) -> None:
    """Let ``doom`` see every transaction that ``writes`` gives out."""
    original = writes.write

    @contextmanager
    def watched() -> Iterator[T]:
        with original() as work:
            yield work
            doom.before_commit()
        doom.after_commit()

    setattr(writes, "write", watched)  # noqa: B010 - an assignment to a method is what this is


@contextmanager
def value_of(owner: object, name: str, value: object) -> Iterator[None]:
    """Give an attribute of a module another value for a while."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)
