"""The sums of a shift, from its entries alone: the Z and the report add up in the same way."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pos_app.services.records import Shift, TenderKind
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_sums import ended_discounts, returned_by_category, returned_of
from pos_app.services.shift_walk import SubmittedCount, walk
from retail_core.drawer import MoveSums
from retail_core.drawer import move_sums as sums_of_moves
from retail_core.pricing.by_hand import DISCOUNT_DROP, PRICE_OVERRIDE, RULE_OF_VERB
from retail_core.wire import facts, shift_facts
from retail_core.wire.facts import (
    BalanceToppedUp,
    CategorySum,
    DiscountSum,
    SaleCompleted,
    SaleLine,
    TaxRow,
    Tender,
)
from retail_core.wire.shift_facts import CardsCompared, CashMoved, FunderSum

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

    moves: Sequence[CashMoved] = ()
    """Cash that went into the drawer or out of it without a document."""
    counts: Sequence[SubmittedCount] = ()
    """Every count that was submitted, in order."""
    cards: CardsCompared | None = None
    """The last comparison with the provider's list."""
    no_sales: int = 0
    x_reads: int = 0
    suspensions: int = 0
    training_receipts: int = 0
    hand_overs_undone: int = 0
    abandoned_minor: int = 0
    abandoned_lines_minor: int = 0

    @property
    def removed_lines(self) -> int:
        """Lines taken out before payment, those of abandoned baskets included."""
        return self.abandoned_lines + sum(len(sale.removed) for sale, _ in self.sales)

    @property
    def removed_minor(self) -> int:
        """What the removed lines would have cost."""
        removed = (line for sale, _ in self.sales for line in sale.removed if not line.returned)
        return self.abandoned_lines_minor + sum(line.list_minor for line in removed)


def entries_of_shift(work: UnitOfWork, shift: Shift) -> ShiftEntries:
    """Read what a shift is made of: what names it, and what was written while it was the active one."""
    hand_overs = work.orders.hand_overs_of_shift(shift.shift_id)
    walked = walk(work, shift)
    return ShiftEntries(
        shift=shift,
        sales=work.sales.of_shift(shift.shift_id),
        hand_overs=len(hand_overs),
        hand_over_value_minor=sum(value for _, value in hand_overs),
        abandoned_baskets=walked.times[facts.BASKET_ABANDONED],
        abandoned_lines=walked.lines,
        copies=walked.times[facts.RECEIPT_REPRINTED],
        actors=tuple(walked.actors),
        parked_approvals=walked.allowed,
        top_ups=work.balances.top_ups_of_shift(shift.shift_id),
        moves=work.shifts.moves_of_shift(shift.shift_id),
        counts=walked.counts,
        cards=walked.cards,
        no_sales=walked.times[shift_facts.DRAWER_OPENED],
        x_reads=walked.times[shift_facts.SHIFT_READ],
        suspensions=walked.times[shift_facts.SHIFT_SUSPENDED],
        training_receipts=walked.training,
        hand_overs_undone=walked.times[facts.ORDER_HAND_OVER_UNDONE],
        abandoned_minor=walked.abandoned_minor,
        abandoned_lines_minor=walked.lines_minor,
    )


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
        approvals=entries.parked_approvals
        + sum(act.approved_by is not None for act in acts)
        + sum(move.approved_by is not None for move in entries.moves),
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
    return settled - given + entries.shift.float_minor + move_sums(entries).net_minor


def move_sums(entries: ShiftEntries) -> MoveSums:
    """Return the movements of the drawer by kind."""
    return sums_of_moves((move.kind, move.amount_minor) for move in entries.moves)


def coupon_sums(sales: Sequence[tuple[SaleCompleted, int]]) -> tuple[FunderSum, ...]:
    """Return what coupons took off, by who bears them; what ended with returned goods is taken off.

    A claw-back names a rule and no coupon: it counts where a coupon of this shift has that rule.
    """
    amounts: dict[str, int] = {}
    used_in: dict[str, set[str]] = {}
    rules = set()
    for sale, _ in sales:
        for discount in (each for line in sale.lines for each in line.discounts if each.coupon_id):
            rules.add(discount.rule_id)
            for funder, minor in discount.funders.items():
                amounts[funder] = amounts.get(funder, 0) + minor
                used_in.setdefault(funder, set()).add(sale.sale_id)
    for back in returned_of(sales):
        ended = [each for line in back.lines for each in line.discounts if each.coupon_id]
        for discount in ended:
            for funder, minor in discount.funders.items():
                amounts[funder] = amounts.get(funder, 0) - minor
        for clawed in back.claw_back:
            for funder, minor in clawed.funders.items() if clawed.rule_id in rules else ():
                amounts[funder] = amounts.get(funder, 0) + minor
    return tuple(
        FunderSum(funder=funder, count=len(used_in.get(funder, ())), amount_minor=minor)
        for funder, minor in sorted(amounts.items())
    )


def deposits_minor(sales: Sequence[tuple[SaleCompleted, int]]) -> tuple[int, int]:
    """Return what deposits came in with goods, and what was paid out for empties, both >= 0."""
    taken = sum(line.total_minor for line in lines_of(sales) if line.deposit)
    paid_out = sum(line.total_minor for back in returned_of(sales) for line in back.lines if line.deposit)
    return taken, paid_out


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
