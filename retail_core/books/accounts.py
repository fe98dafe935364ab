"""The chart of accounts: the name of each account, and how an id becomes a part of one.

Source: docs/rules/books.md, "Accounts".
"""

import hashlib
import re
from typing import Final

CLEARING_EXTERNAL: Final = "Assets:Clearing:External"
CLEARING_ONLINE: Final = "Assets:Clearing:Online"
TAX_PREFIX: Final = "Liabilities:Tax:"
DEPOSITS: Final = "Liabilities:Deposits"
VOUCHERS: Final = "Liabilities:Vouchers"
PRINCIPAL: Final = "Liabilities:StoredValue:Principal"
BONUS: Final = "Liabilities:StoredValue:Bonus"
SPENT: Final = "Liabilities:StoredValue:Spent"
POINTS_OWED: Final = "Liabilities:Points"
POINTS_GIVEN: Final = "Expenses:Points"
POINTS_PAID: Final = "Expenses:Marketing:Points"
CORRECTIONS: Final = "Expenses:Marketing:Corrections"
BONUS_GIVEN: Final = "Expenses:Marketing:Bonus"
DISCOUNTS_STORE: Final = "Income:Discounts:Store"
ROUNDING: Final = "Income:CashRounding"
FORFEITED: Final = "Income:VouchersForfeited"
ORDERS_HANDED_OVER: Final = "Income:Orders:HandedOver"
ORDERS_RETURNED: Final = "Income:Orders:Returned"
OPENING: Final = "Equity:Opening-Balances"
UNEXPLAINED: Final = "Equity:Unexplained"

BALANCE_SHEET: Final = ("Assets:", "Liabilities:", "Equity:")
"""What the accounts begin with whose balance goes on from one period to the next."""

_LOWER = re.compile(r"[a-z0-9]+((-|_(?=[a-z]))[a-z0-9]+)*")
_BEHIND_LINE = re.compile(r"_([a-z])")
_UPPER = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_DIGITS: Final = 6
_LONGEST: Final = 40
_LETTERS: Final = 26


def part_of(text: str) -> str:
    """Return an id as a part of an account's name; two ids never become the same one."""
    capital = _BEHIND_LINE.sub(lambda found: found[1].upper(), text[:1].upper() + text[1:])
    if len(text) <= _LONGEST:
        if _UPPER.fullmatch(text):
            return text
        if _LOWER.fullmatch(text) and not _UPPER.fullmatch(capital):
            return capital
    plain = _OTHER.sub("-", text).strip("-")[:_LONGEST]
    digest = hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
    return f"{plain[:1].upper()}{plain[1:]}-{digest}" if plain else f"X-{digest}"


def till_name(till: str, incarnation: int) -> str:
    """Return a till with its incarnation as on its receipts: ``S01-T02``, then ``S01-T02B``."""
    letters, number = "", incarnation if incarnation > 1 else 0
    while number > 0:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return part_of(till) + letters


def shift_name(number: int | None) -> str:
    """Return the part that names a shift; of one whose beginning is not in the journal ``Unknown``."""
    return "Unknown" if number is None else f"Shift-{number}"


def drawer(till: str, shift: str) -> str:
    """Return the account of a shift's cash; ``till`` and ``shift`` are parts of names already."""
    return f"Assets:Cash:Drawer:{till}:{shift}"


def slips(till: str, shift: str) -> str:
    """Return the account of a shift's vouchers."""
    return f"Assets:Vouchers:{till}:{shift}"


def float_left(till: str) -> str:
    """Return the account of what lies in a till's drawer between two shifts."""
    return f"Assets:Cash:Float:{part_of(till)}"


def safe(store: str) -> str:
    """Return the account of a store's safe."""
    return f"Assets:Cash:Safe:{part_of(store)}"


def card(provider: str) -> str:
    """Return the account of what a payment provider owes."""
    return f"Assets:Clearing:Card:{part_of(provider) if provider else 'Unnamed'}"


def borne_by(funder: str) -> str:
    """Return the account of discounts that somebody bears."""
    return DISCOUNTS_STORE if funder == "store" else f"Assets:Receivable:{part_of(funder)}"


def tax(rate_bp: int) -> str:
    """Return the account of the tax of a rate in basis points: ``Rate-13``, ``Rate-5-5``."""
    whole, rest = divmod(rate_bp, 100)
    decimals = f"-{rest:02d}".rstrip("0") if rest else ""
    return f"{TAX_PREFIX}Rate-{whole}{decimals}"


def sales(category_id: str) -> str:
    """Return the account of a category's sales."""
    return f"Income:Sales:{part_of(category_id)}"


def returns(category_id: str) -> str:
    """Return the account of a category's goods that came back."""
    return f"Income:Returns:{part_of(category_id)}"


def over_short(kind: str) -> str:
    """Return the account of a tender's count differences."""
    return f"Expenses:OverShort:{part_of(kind)}"


def commission(channel: str) -> str:
    """Return the account of what a channel keeps of the orders that were paid there."""
    return f"Expenses:Commission:{part_of(channel)}"


def paid_in(reason: str) -> str:
    """Return the account of money that was put into drawers for a reason."""
    return f"Income:PaidIn:{part_of(reason or 'other')}"


def paid_out(reason: str) -> str:
    """Return the account of money that was taken out of drawers for a reason."""
    return f"Expenses:PaidOut:{part_of(reason or 'other')}"
