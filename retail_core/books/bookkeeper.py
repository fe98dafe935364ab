"""One till's journal in its order becomes balanced transactions and assertions.

Source: docs/rules/books.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from retail_core.books import accounts
from retail_core.books.documents import Purse, post_sale, post_top_up
from retail_core.books.model import Booked, Emptied, Ledger, Posted, Posting, Transaction
from retail_core.wire import facts
from retail_core.wire.base import Message
from retail_core.wire.order_facts import ORDER_RETURNED, OrderReturned
from retail_core.wire.shift_facts import CASH_MOVED, INTO_DRAWER, CashMoved

KINDS: Final = {
    facts.SHIFT_OPENED: "Shift opened",
    facts.SHIFT_CLOSED: "Shift closed",
    facts.SALE_COMPLETED: "Sale",
    facts.BALANCE_TOPPED_UP: "Top-up",
    CASH_MOVED: "Cash moved",
    facts.PAYMENT_RESOLVED: "Payment given back",
    facts.ORDER_HANDED_OVER: "Order handed over",
    facts.ORDER_HAND_OVER_UNDONE: "Hand-over undone",
    ORDER_RETURNED: "Order returned",
}
"""The entry types that move something, and what the books call them."""

_MOST_HAND_OVERS: Final = 100
"""A hand-over is undone within ten seconds, or not at all."""


@dataclass(frozen=True, slots=True)
class Till:
    """Whose journal it is; ``day_of`` is its store's business day of a moment (UTC milliseconds)."""

    till: str
    store: str
    incarnation: int
    currency: str
    """Of the store, for facts that name none."""
    day_of: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Period:
    """Which business days are wanted, both included; ISO dates, empty for no limit."""

    first: str = ""
    last: str = ""

    def holds(self, day: str) -> bool:
        """Return whether a day is not behind the period."""
        return not self.last or day <= self.last


@dataclass(slots=True)
class _Shift:
    """A shift as far as its entries were read; ``is_whole`` if its beginning is in the journal."""

    purse: Purse
    is_whole: bool
    name: str
    last_day: str = ""


@dataclass(slots=True)
class _Draft:
    """A transaction before it has its balance."""

    day: str
    ledger: Ledger
    number: str = ""
    shift: str = ""
    links: tuple[str, ...] = ()


@dataclass(slots=True)
class _Memory:
    """What is kept between two entries."""

    shifts: dict[str, _Shift] = field(default_factory=dict)
    hand_overs: dict[str, facts.OrderHandedOver] = field(default_factory=dict)
    before: dict[tuple[str, str], int] = field(default_factory=dict)
    """Balances before the period, by account and currency."""


class Bookkeeper:
    """Reads the entries of one incarnation of a till, in their order; it keeps no more than open shifts."""

    def __init__(self, till: Till, period: Period = Period()) -> None:
        """Read the journal of ``till``."""
        self._till = till
        self._name = accounts.till_name(till.till, till.incarnation)
        self._period = period
        self._kept = _Memory()
        self.left_out = 0
        """Entries whose type, version or body is not known: a newer till wrote them."""

    def read(self, entries: Iterable[Posted]) -> Iterator[Booked]:
        """Yield what the entries come to within the period; what stood before it comes last."""
        for entry in entries:
            found = list(self._booked(entry))
            if not found or not self._period.holds(found[0].day):
                continue
            if self._period.first and found[0].day < self._period.first:
                self._remember(found)
            else:
                yield from found
        yield from self._opening()

    def _booked(self, entry: Posted) -> Iterator[Booked]:
        model = facts.BODIES.get((entry.type, entry.version))
        if entry.type not in KINDS:
            self.left_out += model is None
            return
        try:
            body = None if model is None else model.model_validate_json(entry.body)
        except ValueError:
            body = None
        if body is None:
            self.left_out += 1
            return
        day = self._day(body, entry)
        for draft in self._drafts(body, day):
            yield from self._finished(draft, entry)
        if isinstance(body, facts.ShiftClosed):
            yield from self._emptied(body, day)

    def _drafts(self, body: Message, day: str) -> Iterator[_Draft]:
        match body:
            case facts.SaleCompleted():
                shift = self._shift(body.shift_id)
                links = tuple(back.receipt_number for back in body.returned if back.receipt_number)
                yield _Draft(
                    day,
                    post_sale(body, shift.purse),
                    body.receipt_number,
                    shift.name,
                    (body.receipt_number, *links),
                )
            case facts.BalanceToppedUp():
                shift = self._shift(body.shift_id)
                yield _Draft(day, post_top_up(body, shift.purse), body.number, shift.name)
            case facts.ShiftOpened():
                yield self._opened(body, day)
            case facts.ShiftClosed():
                yield from self._closed(body, day)
            case CashMoved():
                yield self._moved(body, day)
            case facts.OrderHandedOver() | facts.OrderHandOverUndone() | OrderReturned():
                yield from self._of_order(body, day)
            case facts.PaymentResolved(outcome="refunded", kind="charge"):
                ledger = _InAndOut(body.currency)
                ledger.add(accounts.card(body.provider), body.amount_minor)
                yield _Draft(day, ledger, body.payment_id)
            case _:
                return

    def _opened(self, body: facts.ShiftOpened, day: str) -> _Draft:
        name = accounts.shift_name(body.number)
        purse = Purse(accounts.drawer(self._name, name), accounts.slips(self._name, name))
        self._kept.shifts[body.shift_id] = _Shift(purse, is_whole=True, name=name)
        ledger = Ledger(body.currency)
        carried = body.carried_minor or 0
        lay_there = accounts.float_left(self._till.till)
        ledger.move(carried, to=purse.drawer, out_of=lay_there)
        # Where nothing was left the float comes out of the safe; otherwise it is not what lay there.
        source = accounts.over_short("opening") if carried else accounts.safe(self._till.store)
        ledger.move(body.float_minor - carried, to=purse.drawer, out_of=source)
        return _Draft(day, ledger, f"Shift {body.number}", name)

    def _closed(self, body: facts.ShiftClosed, day: str) -> Iterator[_Draft]:
        """Yield the differences, and then what was counted on its way out of the drawer."""
        shift = self._shift(body.shift_id)
        number = f"Z{body.z_number}"
        differences, taken_out = Ledger(body.currency), Ledger(body.currency)
        for count in body.tenders:
            account = {
                "cash": shift.purse.drawer,
                "voucher": shift.purse.slips,
                "external": accounts.CLEARING_EXTERNAL,
                "card": accounts.card(""),
                "points": accounts.POINTS_PAID,
            }.get(count.kind, accounts.SPENT)
            differences.move(count.difference_minor, to=account, out_of=accounts.over_short(count.kind))
            if count.kind == "cash":
                left = body.left_minor or 0
                taken_out.debit(accounts.float_left(self._till.till), left)
                taken_out.debit(accounts.safe(self._till.store), count.counted_minor - left)
                taken_out.credit(shift.purse.drawer, count.counted_minor)
            elif count.kind == "voucher":
                taken_out.move(count.counted_minor, to=accounts.VOUCHERS, out_of=shift.purse.slips)
        yield _Draft(day, differences, number, shift.name)
        yield _Draft(day, taken_out, number, shift.name)

    def _moved(self, body: CashMoved, day: str) -> _Draft:
        shift = self._shift(body.shift_id)
        other = {
            "paid_in": accounts.paid_in(body.reason),
            "paid_out": accounts.paid_out(body.reason),
        }.get(body.kind, accounts.safe(self._till.store))
        ledger = Ledger(body.currency)
        minor = body.amount_minor if body.kind in INTO_DRAWER else -body.amount_minor
        ledger.move(minor, to=shift.purse.drawer, out_of=other)
        return _Draft(day, ledger, body.number, shift.name)

    def _emptied(self, body: facts.ShiftClosed, day: str) -> Iterator[Booked]:
        shift = self._shift(body.shift_id)
        self._kept.shifts.pop(body.shift_id, None)
        self._kept.hand_overs.clear()
        if shift.is_whole:
            # An assertion of a day holds at its beginning, before what happens on it.
            after = _next_day(max(day, shift.last_day))
            for account in (shift.purse.drawer, shift.purse.slips):
                yield Emptied(after, account, body.currency)

    def _of_order(
        self, body: facts.OrderHandedOver | facts.OrderHandOverUndone | OrderReturned, day: str
    ) -> Iterator[_Draft]:
        if isinstance(body, OrderReturned):
            ledger = Ledger(self._till.currency)
            given = sum(line.refund_minor for line in body.lines)
            ledger.move(given, to=accounts.ORDERS_RETURNED, out_of=accounts.CLEARING_ONLINE)
            yield _Draft(day, ledger, body.order_id)
            return
        is_undone = isinstance(body, facts.OrderHandOverUndone)
        handed = self._kept.hand_overs.pop(body.hand_over_id, None) if is_undone else body
        if not isinstance(handed, facts.OrderHandedOver):
            return
        ledger = Ledger(handed.currency)
        value = -handed.value_minor if is_undone else handed.value_minor
        ledger.move(value, to=accounts.CLEARING_ONLINE, out_of=accounts.ORDERS_HANDED_OVER)
        if not is_undone:
            kept = self._kept.hand_overs
            kept[handed.hand_over_id] = handed
            if len(kept) > _MOST_HAND_OVERS:
                kept.pop(next(iter(kept)))
        yield _Draft(day, ledger, handed.order_id, self._shift(handed.shift_id).name)

    def _shift(self, shift_id: str) -> _Shift:
        found = self._kept.shifts.get(shift_id)
        if found is None:
            name = accounts.shift_name(None)
            purse = Purse(accounts.drawer(self._name, name), accounts.slips(self._name, name))
            found = _Shift(purse, is_whole=False, name=name)
        return found

    def _day(self, body: Message, entry: Posted) -> str:
        stated = getattr(body, "business_day", "")
        try:
            return date.fromisoformat(stated).isoformat()
        except ValueError:
            return self._till.day_of(entry.wall_ms)

    def _finished(self, draft: _Draft, entry: Posted) -> Iterator[Transaction]:
        postings = draft.ledger.postings(accounts.UNEXPLAINED)
        if not postings:
            return
        for shift in self._kept.shifts.values():
            if shift.name == draft.shift:
                shift.last_day = max(shift.last_day, draft.day)
        about: dict[str, str | int] = {
            "type": entry.type,
            "store": self._till.store,
            "till": self._till.till,
            "incarnation": self._till.incarnation,
            "seq": entry.seq,
        }
        if draft.shift:
            about["shift"] = draft.shift
        yield Transaction(draft.day, KINDS[entry.type], draft.number, postings, about, draft.links)

    def _remember(self, found: Iterable[Booked]) -> None:
        """Add to what stands before the period."""
        before = self._kept.before
        for booked in found:
            if isinstance(booked, Transaction):
                for posting in booked.postings:
                    if posting.account.startswith(accounts.BALANCE_SHEET):
                        key = (posting.account, posting.currency)
                        before[key] = before.get(key, 0) + posting.minor
                        if not before[key]:
                            # So that a year of closed shifts takes no room.
                            del before[key]

    def _opening(self) -> Iterator[Booked]:
        """Yield what stood before the period, as one transaction of the day before."""
        sums: dict[str, int] = {}
        postings = []
        for (account, currency), minor in sorted(self._kept.before.items()):
            postings.append(Posting(account, minor, currency))
            sums[currency] = sums.get(currency, 0) - minor
        postings += [
            Posting(accounts.OPENING, minor, currency) for currency, minor in sorted(sums.items()) if minor
        ]
        if postings:
            about: dict[str, str | int] = {
                "type": "opening",
                "store": self._till.store,
                "till": self._till.till,
                "incarnation": self._till.incarnation,
            }
            day = (date.fromisoformat(self._period.first) - timedelta(days=1)).isoformat()
            yield Transaction(day, "Carried forward", "", tuple(postings), about)


class _InAndOut(Ledger):
    """An amount that came and went on one account: both stand in the books, as on the provider's list."""

    def __init__(self, currency: str) -> None:
        super().__init__(currency)
        self._pairs: list[Posting] = []

    def add(self, account: str, minor: int) -> None:
        """Enter an amount that came and went."""
        self._pairs += [Posting(account, minor, self.currency), Posting(account, -minor, self.currency)]

    def postings(self, unexplained: str) -> tuple[Posting, ...]:
        """Return both sides."""
        return (*super().postings(unexplained), *self._pairs)


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
