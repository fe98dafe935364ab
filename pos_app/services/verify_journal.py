"""Check the chain of this till's own journal and name the entry that is wrong."""

from dataclasses import dataclass

from pos_app.services.ports import Store


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

    def __init__(self, *, store: Store) -> None:
        self._store = store

    def __call__(self) -> JournalReport:
        """Return the first problem, or that there is none."""
        raise NotImplementedError
