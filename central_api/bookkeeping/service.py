"""The books of all stores: each till's journal in its order, then what head office alone knows.

That is how balances were divided, and what channels kept.

Source: docs/rules/books.md.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import chain

from central_api.balances import service as balances
from central_api.bookkeeping import repository
from central_api.enrolment import service as enrolment
from central_api.kit.unit import Unit
from central_api.settlement import service as settlement
from retail_core.books import (
    KINDS,
    Booked,
    Bookkeeper,
    BooksExport,
    Form,
    Ledger,
    Period,
    Posted,
    Till,
    Transaction,
    accounts,
)
from retail_core.wire.enrolment import StoreCard


@dataclass(frozen=True, slots=True)
class BooksWanted:
    """Which books; ``store_id`` is empty for all stores."""

    form: Form
    period: Period
    store_id: str = ""


class WriteBooks:
    """Writes the books line by line; afterwards ``left_out`` says how many entries wait to be understood."""

    def __init__(self) -> None:
        self.left_out = 0

    def __call__(self, unit: Unit, wanted: BooksWanted) -> Iterator[str]:
        """Yield the lines, each with its newline.

        Raises:
            ApiError: 404 ``store.unknown``.
        """
        ids = [wanted.store_id] if wanted.store_id else enrolment.store_ids(unit)
        cards = {store_id: enrolment.store_card(unit, store_id) for store_id in ids}
        title = cards[wanted.store_id].name if wanted.store_id else "All stores"
        export = BooksExport(wanted.form, title=title)
        known_here = chain(
            _balances(unit, wanted, cards=cards), _commissions(unit, wanted, cards=cards.values())
        )
        yield from export.lines(_journals(unit, wanted, cards=cards), known_here)
        self.left_out = export.left_out


def _day_of(card: StoreCard) -> Callable[[int], str]:
    return partial(settlement.business_day, card=card)


def _journals(
    unit: Unit, wanted: BooksWanted, *, cards: dict[str, StoreCard]
) -> Iterator[tuple[Bookkeeper, Iterator[Posted]]]:
    for store_id, terminal_id, incarnation in repository.chains(unit, wanted.store_id):
        card = cards[store_id]
        till = Till(
            terminal_id, store_id, incarnation=incarnation, currency=card.currency, day_of=_day_of(card)
        )
        entries = repository.entries(
            unit, terminal_id, incarnation=incarnation, store_id=store_id, types=KINDS.keys()
        )
        yield Bookkeeper(till, wanted.period), entries


def _balances(unit: Unit, wanted: BooksWanted, *, cards: dict[str, StoreCard]) -> Iterator[Booked]:
    """Yield what balances paid as principal and bonus, and corrections: one transaction a store and day.

    An entry without a store is the first one's.
    """
    sums: dict[tuple[str, str], Ledger] = {}
    first = wanted.period.first
    before = (date.fromisoformat(first) - timedelta(days=1)).isoformat() if first else ""
    home = next(iter(cards), "")
    for entry, moved in balances.moved(unit):
        store_id = entry.store_id or ("" if wanted.store_id else home)
        card = cards.get(store_id)
        if card is None or (entry.kind == "top_up" and entry.entry_id is not None):
            continue
        day = max(settlement.business_day(entry.made_ms, card), before)
        ledger = sums.setdefault((store_id, day), Ledger(card.currency))
        ledger.credit(accounts.PRINCIPAL, moved.principal_minor)
        ledger.credit(accounts.BONUS, moved.bonus_minor)
        other = {
            "spend": accounts.SPENT,
            "reverse": accounts.SPENT,
            "adjust": accounts.CORRECTIONS,
        }.get(entry.kind, accounts.OPENING)
        is_before = day == before and other == accounts.CORRECTIONS
        ledger.debit(accounts.OPENING if is_before else other, moved.total_minor)
    for (store_id, day), ledger in sorted(sums.items()):
        postings = ledger.postings(accounts.UNEXPLAINED)
        if postings and wanted.period.holds(day):
            about: dict[str, str | int] = {"type": "stored_value", "store": store_id}
            kind = "Carried forward" if day == before else "Balances divided"
            yield Transaction(day, kind, "", postings, about)


def _commissions(unit: Unit, wanted: BooksWanted, *, cards: Iterable[StoreCard]) -> Iterator[Booked]:
    """Yield what channels keep of orders: a transaction a store, day and channel; one for what was before."""
    first = wanted.period.first
    for card in cards:
        before = 0
        for day, channel, minor in settlement.commissions(unit, card, last=wanted.period.last):
            if day < first:
                before += minor
                continue
            about: dict[str, str | int] = {"type": "commission", "store": card.store_id}
            ledger = Ledger(card.currency)
            ledger.move(minor, to=accounts.commission(channel), out_of=accounts.CLEARING_ONLINE)
            yield Transaction(day, "Commission", channel, ledger.postings(accounts.UNEXPLAINED), about)
        if before:
            ledger = Ledger(card.currency)
            ledger.move(before, to=accounts.OPENING, out_of=accounts.CLEARING_ONLINE)
            day = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
            opening: dict[str, str | int] = {"type": "commission", "store": card.store_id}
            yield Transaction(day, "Carried forward", "", ledger.postings(accounts.UNEXPLAINED), opening)
