"""Books as text for plain-text accounting: the format that beancount reads.

The writer is our own; the program itself only checks it, in the tests. Source: docs/rules/books.md.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from retail_core.books.model import POINTS, Booked, Emptied, Transaction
from retail_core.money import exponent

_FIRST_DAY: Final = "1970-01-01"
"""Every account is open from the beginning: the tills of a chain come one behind the other, not by day."""

_NOT_IN_LINK = re.compile(r"[^A-Za-z0-9\-_/.]+")
_LINE_BREAK = re.compile(r"\s+")
_CURRENCY = re.compile(r"[A-Z]{3}")


class BeancountWriter:
    """Writes booked items as lines; it keeps the names of open accounts and nothing else."""

    def __init__(self, title: str) -> None:
        """Write books of this title."""
        self._title = title
        self._open: set[str] = set()

    def head(self) -> Iterator[str]:
        """Yield what stands at the top."""
        yield f'option "title" {_quoted(self._title)}\n'
        yield "; Amounts above zero are debits. Source of the accounts: docs/rules/books.md\n"

    def lines(self, items: Iterable[Booked]) -> Iterator[str]:
        """Yield the lines of some items, each with its newline."""
        for item in items:
            if isinstance(item, Transaction):
                yield from self._transaction(item)
            else:
                yield from self._emptied(item)

    def _transaction(self, item: Transaction) -> Iterator[str]:
        for posting in item.postings:
            yield from self._opened(posting.account)
        links = "".join(f" ^{link}" for link in map(_link, item.links) if link)
        narration = f"{_quoted(item.kind)} {_quoted(item.number)}" if item.number else _quoted(item.kind)
        yield f"\n{item.day} * {narration}{links}\n"
        for key, value in item.about.items():
            yield f"  {key}: {value if isinstance(value, int) else _quoted(value)}\n"
        for posting in item.postings:
            minor = amount(posting.minor, posting.currency)
            yield f"  {posting.account}  {minor} {_commodity(posting.currency)}\n"

    def _emptied(self, item: Emptied) -> Iterator[str]:
        yield from self._opened(item.account)
        # The tolerance is stated: without it a cent would be let pass.
        nothing = amount(0, item.currency)
        yield f"\n{item.day} balance {item.account}  {nothing} ~ {nothing} {_commodity(item.currency)}\n"
        yield f"{item.day} close {item.account}\n"

    def _opened(self, account: str) -> Iterator[str]:
        if account not in self._open:
            self._open.add(account)
            yield f"{_FIRST_DAY} open {account}\n"


def amount(minor: int, currency: str) -> str:
    """Return an amount with a point and its decimals, no thousands: ``-1234.50``."""
    digits = 0 if currency == POINTS or not _CURRENCY.fullmatch(currency) else exponent(currency)
    sign, minor = ("-" if minor < 0 else ""), abs(minor)
    whole, part = divmod(minor, 10**digits)
    return f"{sign}{whole}.{part:0{digits}d}" if digits else f"{sign}{whole}"


def _commodity(currency: str) -> str:
    """Return a currency as a commodity; what is none is marked as unknown."""
    return currency if currency == POINTS or _CURRENCY.fullmatch(currency) else "XXX"


def _quoted(text: str) -> str:
    plain = _LINE_BREAK.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _link(text: str) -> str:
    return _NOT_IN_LINK.sub("-", text)
