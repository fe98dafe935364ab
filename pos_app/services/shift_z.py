"""Adds up the figures of a Z, or of an X: both are the same sums of the same entries.

Source: docs/rules/shifts.md, "The Z".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pos_app.services.compare_cards import compared_state
from pos_app.services.records import TenderKind
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_sums import return_sums, sold_minor
from pos_app.services.shift_sums import (
    COUNTED_KINDS,
    TENDER_KINDS,
    ShiftEntries,
    category_sums,
    coupon_sums,
    deposits_minor,
    discount_sums,
    expected_minor,
    forfeited_minor,
    hand_sums,
    move_sums,
    tax_sums,
    tendered,
    top_up_sums,
    topped_up,
)
from retail_core.wire import facts
from retail_core.wire.shift_facts import Pieces, TenderCount

_MOST_ORDERS: Final = 500
_MOST_PAYMENTS: Final = 500


@dataclass(frozen=True, slots=True)
class Closing:
    """How a shift ends; an X has none of it."""

    closed_by: str
    closed_by_name: str
    at_ms: int
    tenders: tuple[TenderCount, ...]
    denominations: tuple[Pieces, ...] = ()
    limit_minor: int | None = None
    counted_by: str | None = None
    approved_by: str | None = None
    allowed_minor: int = 0
    explanation: str = ""
    left_minor: int | None = None


def used_tenders(entries: ShiftEntries, kinds: Sequence[TenderKind] = TENDER_KINDS) -> tuple[TenderKind, ...]:
    """Return the tenders of ``kinds`` that stand in the Z: cash always, another one when it was used."""
    return tuple(kind for kind in kinds if kind == "cash" or _times(entries, kind))


def expected_tenders(entries: ShiftEntries) -> tuple[TenderCount, ...]:
    """Return what must be there of each tender, as if it had been counted without a difference."""
    return tuple(
        TenderCount(
            kind=kind,
            expected_minor=(expected := expected_minor(entries, kind)),
            counted_minor=expected,
            difference_minor=0,
            count=_times(entries, kind),
        )
        for kind in used_tenders(entries)
    )


def expectation(tenders: Sequence[TenderCount]) -> tuple[tuple[str, int], ...]:
    """Return what a count was compared with: a later one with the same is a count of the same drawer."""
    return tuple((each.kind, each.expected_minor) for each in tenders if each.kind in COUNTED_KINDS)


def z_of(work: UnitOfWork, entries: ShiftEntries, *, closing: Closing) -> facts.ShiftClosed:
    """Return the Z of a shift; nothing is written."""
    shift, moves = entries.shift, move_sums(entries)
    deposits, deposits_back = deposits_minor(entries.sales)
    cash = next(each.counted_minor for each in closing.tenders if each.kind == "cash")
    left = closing.left_minor
    cards, cards_difference = compared_state(work, shift.shift_id, last=entries.cards)
    drawer: dict[str, object] = {
        "drawer": shift.drawer,
        "attempts": max(1, len(entries.counts)),
        "denominations": closing.denominations,
        "limit_minor": closing.limit_minor,
        "counted_by": closing.counted_by,
        "approved_by": closing.approved_by,
        "allowed_minor": closing.allowed_minor,
        "explanation": closing.explanation,
        "carried_minor": shift.carried_minor,
        "left_minor": left,
        "taken_minor": 0 if left is None else cash - left,
        "paid_in": moves.paid_in,
        "paid_in_minor": moves.paid_in_minor,
        "paid_out": moves.paid_out,
        "paid_out_minor": moves.paid_out_minor,
        "safe_drops": moves.safe_drops,
        "safe_drops_minor": moves.safe_drops_minor,
        "floats_added": moves.floats_added,
        "floats_added_minor": moves.floats_added_minor,
        "no_sales": entries.no_sales,
        "x_reads": entries.x_reads,
        "suspensions": entries.suspensions,
        "coupons": coupon_sums(entries.sales),
        "deposits_minor": deposits,
        "deposits_back_minor": deposits_back,
        "removed_minor": entries.removed_minor,
        "abandoned_minor": entries.abandoned_minor,
        "training_receipts": entries.training_receipts,
        "hand_overs_undone": entries.hand_overs_undone,
        "doubtful_payments": sum(each.aside for each in work.payments.unfinished(_MOST_PAYMENTS)),
        "cards": cards,
        "cards_difference_minor": cards_difference,
        "suspended_shifts": sum(each.shift_id != shift.shift_id for each in work.shifts.suspended()),
    }
    return _sales_of(work, entries, closing=closing).model_copy(update=drawer)


def _sales_of(work: UnitOfWork, entries: ShiftEntries, *, closing: Closing) -> facts.ShiftClosed:
    shift, sales = entries.shift, entries.sales
    last = work.shifts.last_z()
    by_hand, returns, paid_in = hand_sums(entries), return_sums(sales), top_up_sums(entries)
    total = sum(sold_minor(sale) for sale, _ in sales)
    return facts.ShiftClosed(
        shift_id=shift.shift_id,
        shift_number=shift.number,
        z_number=1 if last is None else last.z_number + 1,
        business_day=shift.business_day,
        currency=shift.currency,
        opened_ms=shift.opened_ms,
        closed_ms=max(closing.at_ms, shift.opened_ms),
        opened_by=shift.opened_by,
        closed_by=closing.closed_by,
        cashiers=_cashiers(work, entries, closing=closing),
        first_receipt=sales[0][0].receipt_number if sales else None,
        last_receipt=sales[-1][0].receipt_number if sales else None,
        sales_count=sum(bool(sale.lines) for sale, _ in sales),
        items_milli=sum(line.pieces_milli for sale, _ in sales for line in sale.lines),
        list_minor=sum(sale.list_minor for sale, _ in sales),
        discount_minor=sum(sale.discount_minor for sale, _ in sales),
        total_minor=total,
        rounding_minor=sum(sale.rounding_minor for sale, _ in sales),
        tax=tax_sums(sales),
        categories=category_sums(sales),
        discounts=discount_sums(sales),
        tenders=closing.tenders,
        forfeited_minor=forfeited_minor(sales),
        top_ups=paid_in.count,
        top_up_minor=paid_in.principal_minor,
        top_up_bonus_minor=paid_in.bonus_minor,
        float_minor=shift.float_minor,
        removed_lines=entries.removed_lines,
        abandoned_baskets=entries.abandoned_baskets,
        hand_overs=entries.hand_overs,
        hand_over_value_minor=entries.hand_over_value_minor,
        members_sales=sum(sale.member_tier is not None for sale, _ in sales),
        copies=entries.copies,
        open_orders_ready=orders_ready(work),
        unsent_entries=unsent(work),
        price_overrides=by_hand.prices,
        hand_discounts=by_hand.discounts,
        hand_discounts_minor=by_hand.discounts_minor,
        drops=by_hand.drops,
        drops_minor=by_hand.drops_minor,
        approvals=by_hand.approvals + (closing.approved_by not in {None, closing.closed_by}),
        parked_open=work.parked.count(),
        grand_total_sales_minor=total + (0 if last is None else last.grand_total_sales_minor),
        returns_count=returns.count,
        returns_minor=returns.minor,
        grand_total_returns_minor=returns.minor + (0 if last is None else last.grand_total_returns_minor),
    )


def orders_ready(work: UnitOfWork) -> int:
    """Return how many orders wait for their customers."""
    return len(work.orders.in_states(("ready",), _MOST_ORDERS))


def unsent(work: UnitOfWork) -> int:
    """Return how many entries head office has not acknowledged."""
    return work.journal.queue(work.sync_state.get().acked_through).length


def _times(entries: ShiftEntries, kind: TenderKind) -> int:
    """Return in how many sales and top-ups a tender was used."""
    return tendered(entries.sales, kind)[0] + topped_up(entries, kind)[0]


def _cashiers(work: UnitOfWork, entries: ShiftEntries, *, closing: Closing) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for staff_id in entries.actors:
        person = work.staff.get(staff_id)
        names[staff_id if person is None else person.name] = None
    return tuple(names) or (closing.closed_by_name,)
