"""What people write into cells, as exact values."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from retail_core.codes.gtin import has_check_digit
from retail_core.codes.pq1 import is_ascii_digits
from retail_core.money import exponent
from retail_core.people import phone_digits

_SIGNS = "¥￥$€£ ,"
_YES = frozenset({"1", "y", "yes", "true", "是", "x", "✓"})
_NO = frozenset({"", "0", "n", "no", "false", "否", "-"})
_DATED = {
    "": "",
    "use by": "use_by",
    "use_by": "use_by",
    "有效期": "use_by",
    "有效日期": "use_by",
    "保质期": "use_by",
    "best before": "best_before",
    "best_before": "best_before",
    "最佳食用期": "best_before",
    "赏味期限": "best_before",
    "賞味期限": "best_before",
}
_WEIGHT = frozenset({"weight", "kg", "称重", "秤重", "散称", "重量"})
_PIECE = frozenset({"", "piece", "pcs", "件", "个", "個", "计件", "計件"})
_TIERS: Final = {
    "": "basic",
    "basic": "basic",
    "普通": "basic",
    "silver": "silver",
    "银卡": "silver",
    "銀卡": "silver",
    "gold": "gold",
    "金卡": "gold",
}
_ROLES: Final = {
    "cashier": "cashier",
    "收银员": "cashier",
    "收銀員": "cashier",
    "staff": "staff",
    "店员": "staff",
    "店員": "staff",
    "manager": "manager",
    "店长": "manager",
    "店長": "manager",
}
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_MOST_MINOR = 10**12


class CellError(Exception):
    """A cell that means nothing; ``code`` says what it should be."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def amount(text: str, currency: str) -> int:
    """Return an amount in minor units, 0 or more; ``¥12.50`` is 1250."""
    value = _number(text, "cell.amount").scaleb(exponent(currency))
    if value != value.to_integral_value() or not 0 <= value <= _MOST_MINOR:
        raise CellError("cell.amount")
    return int(value)


def maybe_amount(text: str, currency: str) -> int | None:
    """Return an amount as :func:`amount`; None for an empty cell."""
    return amount(text, currency) if text else None


def quantity(text: str) -> int:
    """Return a quantity in thousandths; ``1.5`` is 1500."""
    value = _number(text, "cell.quantity").scaleb(3)
    if value != value.to_integral_value() or abs(value) > _MOST_MINOR:
        raise CellError("cell.quantity")
    return int(value)


def tax_rate(text: str) -> int:
    """Return a tax rate in basis points; ``13 %`` and ``13`` are 1300, and so is ``0.13``."""
    has_sign = text.rstrip().endswith("%")
    value = _number(text.replace("%", ""), "cell.tax")
    is_share = not has_sign and 0 < value < 1
    points = value.scaleb(4 if is_share else 2)
    if points != points.to_integral_value() or not 0 <= points <= 10_000:
        raise CellError("cell.tax")
    return int(points)


def maybe_tax_rate(text: str) -> int | None:
    """Return a tax rate as :func:`tax_rate`; None for an empty cell."""
    return tax_rate(text) if text else None


def whole(text: str, *, most: int) -> int:
    """Return a whole number from 0 to ``most``; an empty cell is 0."""
    if not text:
        return 0
    if not is_ascii_digits(text) or int(text) > most:
        raise CellError("cell.whole")
    return int(text)


def yes_or_no(text: str) -> bool:
    """Return what a cell answers; empty is no."""
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    raise CellError("cell.yes_or_no")


def dated(text: str) -> str:
    """Return what the date on goods says; empty is that nobody keeps it."""
    return _one_of(_DATED, text, code="cell.dated")


def by_weight(text: str) -> bool:
    """Return whether goods are weighed; empty is by the piece."""
    if text.casefold() in _WEIGHT:
        return True
    if text.casefold() in _PIECE:
        return False
    raise CellError("cell.sold_by")


def tier(text: str) -> str:
    """Return a member's tier; empty is basic."""
    return _one_of(_TIERS, text, code="cell.tier")


def role(text: str) -> str:
    """Return a role."""
    return _one_of(_ROLES, text, code="cell.role")


def phone(text: str) -> str:
    """Return a phone number's digits."""
    digits = phone_digits(text)
    if not 5 <= len(digits) <= 15:
        raise CellError("cell.phone")
    return digits


def barcodes(text: str) -> tuple[str, ...]:
    """Return the codes of a cell, separated by spaces, commas or semicolons; check digits must be right."""
    found = tuple(dict.fromkeys(part for part in re.split(r"[\s;,；，、]+", text) if part))
    for code in found:
        if not code.isascii() or not code.isprintable() or len(code) > 48:
            raise CellError("cell.barcode")
        if is_ascii_digits(code) and len(code) in _GTIN_LENGTHS and not has_check_digit(code):
            raise CellError("cell.check_digit")
    return found


def one_barcode(text: str) -> str:
    """Return the one code of a cell, checked as :func:`barcodes`."""
    found = barcodes(text)
    if len(found) != 1:
        raise CellError("cell.barcode")
    return found[0]


def short_text(text: str) -> str:
    """Return a text of 1 to 200 characters."""
    if not 1 <= len(text) <= 200:
        raise CellError("cell.length")
    return text


def _number(text: str, code: str) -> Decimal:
    clean = "".join(character for character in text if character not in _SIGNS)
    try:
        value = Decimal(clean)
    except InvalidOperation:
        raise CellError(code) from None
    if not value.is_finite() or not clean.isascii():
        raise CellError(code)
    return value


def _one_of(names: dict[str, str], text: str, *, code: str) -> str:
    found = names.get(text.strip().casefold())
    if found is None:
        raise CellError(code)
    return found
