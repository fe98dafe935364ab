"""What books are made of: postings in minor units, the transactions that they balance in, and assertions.

Source: docs/rules/books.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

POINTS: Final = "POINTS"
"""The commodity of points; it has no decimals."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A journal entry as the books read it.

    ``store`` is the till's store. ``wall_ms`` is UTC milliseconds; ``body`` the entry's body as JSON text.
    """

    till: str
    store: str
    incarnation: int
    seq: int
    type: str
    version: int
    wall_ms: int
    body: str


@dataclass(frozen=True, slots=True)
class Posting:
    """An amount on an account: above zero a debit, below zero a credit; minor units of ``currency``."""

    account: str
    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Transaction:
    """Postings of one fact that come to nothing in each currency, the account names in their order.

    ``day`` is an ISO date, ``number`` what people call the document. ``about`` are its metadata, ``links``
    the numbers of the documents that it belongs to.
    """

    day: str
    kind: str
    number: str
    postings: tuple[Posting, ...]
    about: Mapping[str, str | int] = field(default_factory=dict)
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Emptied:
    """The account holds nothing at the beginning of ``day``, and is closed."""

    day: str
    account: str
    currency: str


Booked = Transaction | Emptied


class Ledger:
    """Collects the postings of one transaction, account by account."""

    def __init__(self, currency: str) -> None:
        """Collect in ``currency``."""
        self.currency = currency
        self._sums: dict[tuple[str, str], int] = {}

    def debit(self, account: str, minor: int, *, currency: str = "") -> None:
        """Add to an account; below zero it is a credit."""
        key = (account, currency or self.currency)
        self._sums[key] = self._sums.get(key, 0) + minor

    def credit(self, account: str, minor: int, *, currency: str = "") -> None:
        """Take from an account."""
        self.debit(account, -minor, currency=currency)

    def move(self, minor: int, *, to: str, out_of: str, currency: str = "") -> None:
        """Move an amount from one account to another."""
        self.debit(to, minor, currency=currency)
        self.credit(out_of, minor, currency=currency)

    def postings(self, unexplained: str) -> tuple[Posting, ...]:
        """Return what is left on each account; what does not come to nothing goes to ``unexplained``."""
        missing: dict[str, int] = {}
        for (_, currency), minor in self._sums.items():
            missing[currency] = missing.get(currency, 0) - minor
        for currency, minor in missing.items():
            if minor:
                self.debit(unexplained, minor, currency=currency)
        return tuple(
            Posting(account, minor, currency)
            for (account, currency), minor in sorted(self._sums.items())
            if minor
        )
