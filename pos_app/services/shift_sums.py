"""The sums of a shift, from its entries alone: the Z and the report add up in the same way."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pos_app.services.export_journal import entries_of
from pos_app.services.records import Shift, TenderKind
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_sums import ended_discounts, returned_by_category
from retail_core.pricing.by_hand import DISCOUNT_DROP, PRICE_OVERRIDE, RULE_OF_VERB
from retail_core.wire import facts
from retail_core.wire.facts import (
    BalanceToppedUp,
    CategorySum,
    DiscountSum,
    SaleCompleted,
    SaleLine,
    TaxRow,
    Tender,
)

TENDER_KINDS: tuple[TenderKind, ...] = ("cash", "external", "voucher", "card", "points", "stored_value")
"""Every tender of this release, in the order in which it stands in the Z."""

COUNTED_KINDS: tuple[TenderKind, ...] = ("cash", "external", "voucher")
"""What a person counts; what a provider approved, and what ledgers hold, is never typed."""


@dataclass(frozen=True, slots=True)
class ShiftEntries:
    """What a shift is made of; each sale with its time (UTC milliseconds)."""

    shift: Shift
    sales: Sequence[tuple[SaleCompleted, int]]
    hand_overs: int
    hand_over_value_minor: int
    abandoned_baskets: int
    abandoned_lines: int
    copies: int
    actors: tuple[str, ...]
    """Who acted, each once, in order of their first entry."""
    top_ups: Sequence[BalanceToppedUp] = ()
    """Money that was paid into balances; no sales."""
    parked_approvals: int = 0
    """How often somebody else allowed to recall or give up a parked sale."""

    @property
    def removed_lines(self) -> int:
        """Lines taken out before payment, those of abandoned baskets included."""
        return self.abandoned_lines + sum(len(sale.removed) for sale, _ in self.sales)


def entries_of_shift(work: UnitOfWork, shift: Shift) -> ShiftEntries:
    """Read what a shift is made of."""
    hand_overs = work.orders.hand_overs_of_shift(shift.shift_id)
    abandoned = copies = lines = allowed = 0
    actors: dict[str, None] = {}
    for entry in entries_of(work, after_seq=shift.opened_seq):
        if entry.type == facts.SHIFT_OPENED:
            break
        if entry.type == facts.BASKET_ABANDONED:
            abandoned += 1
            removed = entry.body.get("lines")
            lines += len(removed) if isinstance(removed, list) else 0
        if entry.type in {facts.BASKET_ABANDONED, facts.BASKET_RECALLED}:
            allowed += _allowed_acts(entry.body.get("acts"))
        copies += entry.type == facts.RECEIPT_REPRINTED
        if entry.type in {facts.SALE_COMPLETED, facts.ORDER_HANDED_OVER}:
            actors[entry.actor] = None
        if entry.type == facts.SHIFT_CLOSED:
            break
    return ShiftEntries(
        shift=shift,
        sales=work.sales.of_shift(shift.shift_id),
        hand_overs=len(hand_overs),
        hand_over_value_minor=sum(value for _, value in hand_overs),
        abandoned_baskets=abandoned,
        abandoned_lines=lines,
        copies=copies,
        actors=tuple(actors),
        parked_approvals=allowed,
        top_ups=work.balances.top_ups_of_shift(shift.shift_id),
    )


def _allowed_acts(acts: object) -> int:
    found = acts if isinstance(acts, list) else []
    return sum(isinstance(act, dict) and act.get("approved_by") is not None for act in found)


def lines_of(sales: Iterable[tuple[SaleCompleted, int]]) -> list[SaleLine]:
    """Return all lines of some sales."""
    return [line for sale, _ in sales for line in sale.lines]


def tax_sums(sales: Iterable[tuple[SaleCompleted, int]]) -> tuple[TaxRow, ...]:
    """Return the tax table of some sales, the highest rate first."""
    sums: dict[int, list[int]] = {}
    for sale, _ in sales:
        for row in sale.tax:
            figures = sums.setdefault(row.rate_bp, [0, 0, 0])
            figures[0] += row.net_minor
            figures[1] += row.tax_minor
            figures[2] += row.gross_minor
    return tuple(
        TaxRow(rate_bp=rate, net_minor=net, tax_minor=tax, gross_minor=gross)
        for rate, (net, tax, gross) in sorted(sums.items(), reverse=True)
    )


def category_sums(sales: Sequence[tuple[SaleCompleted, int]]) -> tuple[CategorySum, ...]:
    """Return what each category sold less what came back, the largest amount first."""
    sums: dict[str, list[int]] = {}
    for line in lines_of(sales):
        figures = sums.setdefault(line.category_id, [0, 0])
        figures[0] += line.qty_milli * line.pack_pieces
        figures[1] += line.total_minor
    for category_id, (qty, minor) in returned_by_category(sales).items():
        figures = sums.setdefault(category_id, [0, 0])
        figures[0] -= qty
        figures[1] -= minor
    ordered = sorted(sums.items(), key=lambda item: (-item[1][1], item[0]))
    return tuple(
        CategorySum(category_id=category_id, qty_milli=qty, total_minor=total)
        for category_id, (qty, total) in ordered
    )


def discount_sums(sales: Sequence[tuple[SaleCompleted, int]]) -> tuple[DiscountSum, ...]:
    """Return what each campaign took off and who bears it, the largest first; counted once a sale.

    What ended with returned goods is taken off: it is not settled with its funders any more.
    """
    names: dict[str, str] = {}
    amounts: dict[str, int] = {}
    funders: dict[str, dict[str, int]] = {}
    used_in: dict[str, set[str]] = {}
    for sale, _ in sales:
        for line in sale.lines:
            for discount in line.discounts:
                names[discount.rule_id] = discount.name
                amounts[discount.rule_id] = amounts.get(discount.rule_id, 0) + discount.amount_minor
                used_in.setdefault(discount.rule_id, set()).add(sale.sale_id)
                shares = funders.setdefault(discount.rule_id, {})
                for funder, minor in discount.funders.items():
                    shares[funder] = shares.get(funder, 0) + minor
    for rule_id, name, funder, minor in ended_discounts(sales):
        names.setdefault(rule_id, name)
        amounts[rule_id] = amounts.get(rule_id, 0) + minor
        shares = funders.setdefault(rule_id, {})
        shares[funder] = shares.get(funder, 0) + minor
    return tuple(
        DiscountSum(
            rule_id=rule_id,
            name=names[rule_id],
            count=len(used_in.get(rule_id, ())),
            amount_minor=amounts[rule_id],
            funders=funders[rule_id],
        )
        for rule_id in sorted(names, key=lambda found: (amounts[found], found))
    )


@dataclass(frozen=True, slots=True)
class HandSums:
    """What people decided by hand in a shift; amounts are minor units >= 0.

    ``discounts`` counts prices and discounts, dropped change left out; ``prices`` are among them.
    Source: docs/rules/by-hand.md, "Counted".
    """

    prices: int = 0
    discounts: int = 0
    discounts_minor: int = 0
    drops: int = 0
    drops_minor: int = 0
    approvals: int = 0


def hand_sums(entries: ShiftEntries) -> HandSums:
    """Return what was decided by hand in a shift."""
    acts = [act for sale, _ in entries.sales for act in sale.acts]
    drops = [act for act in acts if act.kind == DISCOUNT_DROP]
    others = [act for act in acts if act.kind in RULE_OF_VERB and act.kind != DISCOUNT_DROP]
    return HandSums(
        prices=sum(act.kind == PRICE_OVERRIDE for act in others),
        discounts=len(others),
        discounts_minor=-sum(act.amount_minor for act in others),
        drops=len(drops),
        drops_minor=-sum(act.amount_minor for act in drops),
        approvals=entries.parked_approvals + sum(act.approved_by is not None for act in acts),
    )


def tendered(sales: Iterable[tuple[SaleCompleted, int]], kind: str) -> tuple[int, int]:
    """Return how many sales used a tender, and what it settled after change."""
    amounts = [
        sum(part.amount_minor for part in sale.tenders if part.kind == kind)
        for sale, _ in sales
        if any(part.kind == kind for part in sale.tenders)
    ]
    return len(amounts), sum(amounts)


def topped_up(entries: ShiftEntries, kind: str) -> tuple[int, int]:
    """Return how many top-ups used a tender, and what it settled after change."""
    amounts = [
        sum(part.amount_minor for part in top_up.tenders if part.kind == kind)
        for top_up in entries.top_ups
        if any(part.kind == kind for part in top_up.tenders)
    ]
    return len(amounts), sum(amounts)


def expected_minor(entries: ShiftEntries, kind: str) -> int:
    """Return what must be there of a tender: cash with the float, vouchers by the value printed on them.

    Change of a voucher leaves the drawer, too. Source: RULES, "Expected cash"; docs/rules/tenders.md.
    """
    if kind == "voucher":
        return sum(max(0, part.tendered_minor) for part in _tenders(entries.sales) if part.kind == kind)
    _, settled = tendered(entries.sales, kind)
    settled += topped_up(entries, kind)[1]
    if kind != "cash":
        return settled
    given = sum(part.change_minor for part in _tenders(entries.sales) if part.kind != "cash")
    return settled - given + entries.shift.float_minor


@dataclass(frozen=True, slots=True)
class TopUpSums:
    """What was paid into balances in a shift, minor units >= 0; ``cash_minor`` is in the drawer."""

    count: int = 0
    principal_minor: int = 0
    bonus_minor: int = 0
    cash_minor: int = 0


def top_up_sums(entries: ShiftEntries) -> TopUpSums:
    """Return what was paid into balances, apart from the sales."""
    return TopUpSums(
        count=len(entries.top_ups),
        principal_minor=sum(each.principal_minor for each in entries.top_ups),
        bonus_minor=sum(each.bonus_minor for each in entries.top_ups),
        cash_minor=topped_up(entries, "cash")[1],
    )


def forfeited_minor(sales: Iterable[tuple[SaleCompleted, int]]) -> int:
    """Return what vouchers were worth above what they paid, change taken off."""
    return sum(part.tendered_minor - part.change_minor - part.amount_minor for part in _tenders(sales))


def _tenders(sales: Iterable[tuple[SaleCompleted, int]]) -> Iterator[Tender]:
    return (part for sale, _ in sales for part in sale.tenders)
