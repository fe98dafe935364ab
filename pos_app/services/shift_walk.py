"""Walk through the journal of a shift: only entries count that were written while it was the active one.

Source: docs/rules/shifts.md, "Shifts of a till".
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pos_app.services.records import Shift
from pos_app.services.repositories import UnitOfWork
from retail_core.journal import Entry
from retail_core.wire import facts, shift_facts
from retail_core.wire.shift_facts import CardsCompared, ShiftCounted

_CHUNK = 500
_STARTS: Final = frozenset({shift_facts.SHIFT_OPENED, shift_facts.SHIFT_RESUMED})
_ENDS: Final = frozenset({shift_facts.SHIFT_SUSPENDED, shift_facts.SHIFT_CLOSED})
_WITH_ACTS: Final = frozenset({facts.BASKET_ABANDONED, facts.BASKET_RECALLED})
_SELLING: Final = frozenset({facts.SALE_COMPLETED, facts.ORDER_HANDED_OVER})


@dataclass(frozen=True, slots=True)
class SubmittedCount:
    """A count with who made it; ``moved``: cash was moved by hand, or given back, since the one before."""

    body: ShiftCounted
    by: str
    moved: bool = False


@dataclass(slots=True)
class Walked:
    """What was met: how often each type of entry, and the sums of what has no table."""

    times: Counter[str] = field(default_factory=Counter)
    actors: dict[str, None] = field(default_factory=dict)
    """Who sold or handed over, each once, in order of their first entry."""
    counts: list[SubmittedCount] = field(default_factory=list)
    moved: bool = False
    """Cash was moved by hand, or given back, since the last count."""
    cards: CardsCompared | None = None
    """The last comparison with the provider's list."""
    lines: int = 0
    lines_minor: int = 0
    """Lines of baskets that were given up, and what they would have cost."""
    abandoned_minor: int = 0
    training: int = 0
    """Receipts of the training mode that were noted meanwhile."""
    allowed: int = 0
    """Acts that somebody else allowed, in parked sales and at the drawer."""


def walk(work: UnitOfWork, shift: Shift) -> Walked:
    """Walk from the opening of a shift to its close, or to the end of its chain."""
    walked = Walked()
    for entry in active_entries(work, shift):
        _meet(walked, entry)
    return walked


def active_entries(work: UnitOfWork, shift: Shift) -> Iterator[Entry]:
    """Yield the entries that were written while ``shift`` was active, its suspensions and close included."""
    is_active = True
    for entry in _entries(work, shift):
        is_own = entry.body.get("shift_id") == shift.shift_id
        if entry.type in _STARTS:
            is_active = is_own
        if is_active:
            yield entry
        if entry.type == shift_facts.SHIFT_CLOSED and is_own:
            return
        if entry.type in _ENDS:
            is_active = False


def _entries(work: UnitOfWork, shift: Shift) -> Iterator[Entry]:
    """Yield what stands behind the opening of a shift, in the chain that it was opened in."""
    chain = work.journal.of(shift.incarnation)
    seq = shift.opened_seq
    while entries := chain.after(seq, _CHUNK):
        yield from entries
        seq = entries[-1].seq


def _meet(walked: Walked, entry: Entry) -> None:
    walked.times[entry.type] += 1
    if entry.type in _SELLING:
        walked.actors[entry.actor] = None
    if entry.type in _WITH_ACTS:
        walked.allowed += sum(act.approved_by is not None for act in _basket(entry).acts)
    if entry.type == facts.BASKET_ABANDONED:
        given_up = facts.BasketAbandoned.model_validate(entry.body, strict=False)
        walked.lines += len(given_up.lines)
        walked.lines_minor += sum(line.list_minor for line in given_up.lines if not line.returned)
        walked.abandoned_minor += max(0, given_up.total_minor)
    elif entry.type in {shift_facts.DRAWER_OPENED, shift_facts.SHIFT_READ}:
        walked.allowed += entry.body.get("approved_by") is not None
    elif entry.type == shift_facts.TRAINING_LEFT:
        walked.training += shift_facts.TrainingLeft.model_validate(entry.body, strict=False).receipts
    elif entry.type == shift_facts.SHIFT_COUNTED:
        body = ShiftCounted.model_validate(entry.body, strict=False)
        walked.counts.append(SubmittedCount(body, entry.actor, walked.moved))
        walked.moved = False
    elif entry.type == shift_facts.CARDS_COMPARED:
        walked.cards = CardsCompared.model_validate(entry.body, strict=False)
    elif walked.counts and not walked.moved:
        walked.moved = entry.type == shift_facts.CASH_MOVED or _gives_cash_back(entry)


def _gives_cash_back(entry: Entry) -> bool:
    if entry.type != facts.SALE_COMPLETED:
        return False
    sale = facts.SaleCompleted.model_validate(entry.body, strict=False)
    return any(part.kind == "cash" and part.amount_minor < 0 for part in sale.tenders)


def _basket(entry: Entry) -> facts.BasketAbandoned | facts.BasketRecalled:
    model = facts.BasketAbandoned if entry.type == facts.BASKET_ABANDONED else facts.BasketRecalled
    return model.model_validate(entry.body, strict=False)
