"""The entries of sales, returns and top-ups.

Source: docs/rules/books.md, "Sales and returns".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retail_core.books import accounts
from retail_core.books.model import POINTS, Ledger
from retail_core.wire.facts import (
    BalanceToppedUp,
    ClawBack,
    Discount,
    ReturnedLine,
    SaleCompleted,
    SaleLine,
    Tender,
)


@dataclass(frozen=True, slots=True)
class Purse:
    """Where a shift keeps what it takes: the accounts of its cash and of its vouchers."""

    drawer: str
    slips: str


def post_sale(sale: SaleCompleted, purse: Purse) -> Ledger:
    """Return the entries of a sale, a return, or both."""
    ledger = Ledger(sale.currency)
    for line in sale.lines:
        _post_sold(ledger, line)
    for back in sale.returned:
        for returned in back.lines:
            _post_returned(ledger, returned)
        for clawed in back.claw_back:
            _post_clawed(ledger, clawed)
    post_tenders(ledger, sale.tenders, purse=purse)
    ledger.credit(accounts.ROUNDING, sale.rounding_minor)
    _post_points(ledger, sale)
    return ledger


def post_top_up(top_up: BalanceToppedUp, purse: Purse) -> Ledger:
    """Return the entries of a balance that was topped up."""
    ledger = Ledger(top_up.currency)
    post_tenders(ledger, top_up.tenders, purse=purse)
    ledger.credit(accounts.ROUNDING, top_up.rounding_minor)
    ledger.credit(accounts.PRINCIPAL, top_up.principal_minor)
    ledger.move(top_up.bonus_minor, to=accounts.BONUS_GIVEN, out_of=accounts.BONUS)
    return ledger


def post_tenders(ledger: Ledger, tenders: Iterable[Tender], *, purse: Purse) -> None:
    """Enter what a document's tenders brought, or gave back."""
    for part in tenders:
        if part.kind == "voucher" and part.amount_minor > 0:
            _post_voucher(ledger, part, purse=purse)
        else:
            ledger.debit(_account_of(part, purse), part.amount_minor)
        if part.kind == "points":
            ledger.move(part.points, to=accounts.POINTS_OWED, out_of=accounts.POINTS_GIVEN, currency=POINTS)


def _account_of(part: Tender, purse: Purse) -> str:
    if part.kind == "card":
        return accounts.card(part.provider)
    return {
        "cash": purse.drawer,
        "external": accounts.CLEARING_EXTERNAL,
        "voucher": accounts.VOUCHERS,
        "points": accounts.POINTS_PAID,
        "stored_value": accounts.SPENT,
    }[part.kind]


def _post_voucher(ledger: Ledger, part: Tender, *, purse: Purse) -> None:
    """Enter a slip by its value; what it is worth above what it pays is change or the store's."""
    ledger.debit(purse.slips, part.tendered_minor)
    ledger.credit(purse.drawer, part.change_minor)
    ledger.credit(accounts.FORFEITED, part.tendered_minor - part.change_minor - part.amount_minor)


def _post_sold(ledger: Ledger, line: SaleLine) -> None:
    taken = _taken(line.discounts)
    account = accounts.DEPOSITS if line.deposit else accounts.sales(line.category_id)
    ledger.credit(account, line.net_minor + sum(taken.values()))
    ledger.credit(accounts.tax(line.tax_rate_bp), line.tax_minor)
    for funder, minor in taken.items():
        ledger.debit(accounts.borne_by(funder), minor)


def _post_returned(ledger: Ledger, line: ReturnedLine) -> None:
    taken = _taken(line.discounts)
    account = accounts.DEPOSITS if line.deposit else accounts.returns(line.category_id)
    ledger.debit(account, line.net_minor + sum(taken.values()))
    ledger.debit(accounts.tax(line.tax_rate_bp), line.tax_minor)
    for funder, minor in taken.items():
        ledger.credit(accounts.borne_by(funder), minor)


def _post_clawed(ledger: Ledger, clawed: ClawBack) -> None:
    """Enter a discount that no longer holds: it lowers what is given back."""
    ledger.credit(accounts.returns(clawed.category_id), clawed.net_minor - sum(clawed.funders.values()))
    ledger.credit(accounts.tax(clawed.tax_rate_bp), clawed.tax_minor)
    for funder, minor in clawed.funders.items():
        ledger.credit(accounts.borne_by(funder), minor)


def _post_points(ledger: Ledger, sale: SaleCompleted) -> None:
    """Enter what a sale gave and took of points, its tenders left out."""
    given = sale.points_earned - sum(back.points_reversed for back in sale.returned)
    given -= sum(line.reward_points for line in sale.lines)
    ledger.move(given, to=accounts.POINTS_GIVEN, out_of=accounts.POINTS_OWED, currency=POINTS)


def _taken(discounts: Sequence[Discount]) -> Mapping[str, int]:
    """Return what discounts took off, >= 0, by who bears it."""
    sums: dict[str, int] = {}
    for discount in discounts:
        for funder, minor in discount.funders.items():
            sums[funder] = sums.get(funder, 0) - minor
    return sums
