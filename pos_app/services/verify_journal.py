"""Check the chain of this till's own journal and name the entry that is wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from pos_app.services.errors import StorageError
from pos_app.services.export_journal import entries_of
from pos_app.services.ports import Store
from retail_core.journal import genesis, verify


@dataclass(frozen=True, slots=True)
class JournalReport:
    """The outcome.

    ``code`` is empty when all is well, a ``chain.*`` code with the ``seq`` of the entry that
    is wrong, or ``storage.damaged`` when the file itself is.
    """

    code: str
    seq: int
    count: int


class VerifyJournal:
    """Reads every entry; seconds for a year of sales."""

    def __init__(self, *, store: Store, damage: Callable[[], str]) -> None:
        """Keep the store.

        Args:
            store: Whose journal to check.
            damage: Returns ``storage.damaged`` when the file itself is not sound, otherwise nothing.
        """
        self._store = store
        self._damage = damage

    def __call__(self) -> JournalReport:
        """Return the first problem, or that there is none."""
        damage = self._damage()
        if damage:
            return JournalReport(damage, 0, 0)
        try:
            with self._store.read() as work:
                head = work.journal.head()
                report = verify(entries_of(work), genesis(head.terminal, head.incarnation))
        except StorageError as error:
            return JournalReport(error.code, 0, 0)
        if report.problem is not None:
            return JournalReport(report.problem.code, report.problem.seq, report.count)
        return JournalReport("", 0, report.count)
