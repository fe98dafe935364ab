"""What a scan means: one router turns raw input into one typed meaning, wherever the focus is.

Order: signed codes, article numbers, labels of the store's scales, payment codes, GS1, badge, receipt,
short coupon, then the exact code of a product. Never a part of a text, never a guess.

Source: DESIGN, "What a scan means".
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from retail_core.codes.badge import is_badge
from retail_core.codes.errors import CodeError
from retail_core.codes.gs1 import Gs1, read_digital_link, read_element_string
from retail_core.codes.gtin import as_gtin14
from retail_core.codes.instore import InstoreLabel, InstoreTable
from retail_core.codes.payment import PaymentCode, payment_code
from retail_core.codes.pq1 import SignedKind, is_ascii_digits, kind_of
from retail_core.codes.short import is_short, read_short

Step = Literal["sell", "pay"]

_SEPARATOR = "\x1d"
_MAX_PRODUCT_CODE = 64
_MAX_RAW = 512
_SIGNED_PREFIXES = ("91", "92", "93")
_NEARLY_SIGNED_DIGITS = 100
_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9]")
_GS1_SYMBOLOGIES = frozenset(("]C1", "]e0", "]d2", "]Q3", "]J1"))
_BARE_ELEMENT_STRING = re.compile(r"01[0-9]{14}")
_RECEIPT = re.compile(r"S[0-9]{2,6}-T[0-9]{2,4}[A-Z]{0,2}-[0-9]{6,12}")
_SHOWN_SHORT = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
_RECEIPT_HASH = re.compile(r"[0-9a-f]{16}")
_BIDI = frozenset(("R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


@dataclass(frozen=True, slots=True)
class SignedText:
    """The form of a signed code; its signature is still to be checked by ``pq1.read``."""

    kind: SignedKind
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ScanAgain:
    """Most of a signed code: the scanner lost some of it."""


@dataclass(frozen=True, slots=True)
class Gtin:
    """An article number as scanned and padded to 14 digits."""

    text: str
    gtin14: str


@dataclass(frozen=True, slots=True)
class StaffBadge:
    """A badge with the right check; a secret, so it is in no text made of it."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptNumber:
    """The number of a receipt, such as ``S01-T02-000123``."""

    text: str


@dataclass(frozen=True, slots=True)
class ReceiptQr:
    """The link that a receipt carries: its number and the first 16 hex digits of the sale's hash."""

    number: str
    hash16: str


@dataclass(frozen=True, slots=True)
class ShortCoupon:
    """A short coupon code in its plain form; redeemed online only."""

    text: str


@dataclass(frozen=True, slots=True)
class ProductCode:
    """Anything else that could be the exact code of a product."""

    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Input that never reaches the shop's rules; ``reason`` is a ``scan.*`` or ``gs1.*`` code."""

    reason: str


Meaning = (
    SignedText
    | ScanAgain
    | Gtin
    | InstoreLabel
    | PaymentCode
    | Gs1
    | StaffBadge
    | ReceiptNumber
    | ReceiptQr
    | ShortCoupon
    | ProductCode
    | Unreadable
)


class ScanRouter:
    """Turns what a scanner sent into what it means in this store."""

    def __init__(self, instore: InstoreTable | None = None, *, minor_digits: int = 2) -> None:
        """Take the store's table of scale labels and its currency's number of decimals."""
        self._instore = instore if instore is not None else InstoreTable(minor_digits=minor_digits)
        self._minor_digits = minor_digits

    def meaning(self, raw: str, *, step: Step) -> Meaning:
        """Return the one meaning of ``raw``.

        On the payment step 18 digits that could be a label and a payment code are a payment code,
        elsewhere a label.
        """
        text = raw.strip("\r\n\t ")
        refusal = _refusal(text)
        if refusal is not None:
            return refusal
        symbology = _SYMBOLOGY.match(text)
        if symbology is not None:
            text = text[3:]
        if is_ascii_digits(text) and (symbology is None or symbology.group() not in _GS1_SYMBOLOGIES):
            number = self._number(text, step)
            if number is not None:
                return number
        return self._text(text, is_gs1=symbology is not None and symbology.group() in _GS1_SYMBOLOGIES)

    def _number(self, digits: str, step: Step) -> Meaning | None:
        signed = kind_of(digits)
        if signed is not None:
            return SignedText(signed, digits)
        if len(digits) >= _NEARLY_SIGNED_DIGITS:
            is_part = digits.startswith(_SIGNED_PREFIXES)
            return ScanAgain() if is_part else Unreadable("scan.too_long")
        payment = payment_code(digits)
        if payment is not None and step == "pay":
            return payment
        return self._label(digits) or _gtin(digits) or payment

    def _label(self, digits: str) -> Meaning | None:
        if self._instore.rule_for(digits) is None:
            return None
        label = self._instore.read(digits)
        if label is None:
            return Unreadable("scan.label_verifier")
        # Without a value it is the item's own number, as on a shelf card: the scale has still to be asked.
        return None if not label.weight_g and not label.price_minor else label

    def _text(self, text: str, *, is_gs1: bool) -> Meaning:
        if is_gs1 or _SEPARATOR in text:
            return self._gs1(text)
        if text[:8].lower().startswith(("http://", "https://")):
            return self._link(text)
        if _BARE_ELEMENT_STRING.match(text):
            meaning = self._gs1(text)
            if isinstance(meaning, Gs1):
                return meaning
        return _house_code(text)

    def _gs1(self, text: str) -> Meaning:
        try:
            return read_element_string(text.strip(_SEPARATOR), minor_digits=self._minor_digits)
        except CodeError as error:
            return Unreadable(error.code)

    def _link(self, text: str) -> Meaning:
        receipt = _receipt_link(text)
        if receipt is not None:
            return receipt
        try:
            return read_digital_link(text, minor_digits=self._minor_digits)
        except CodeError as error:
            return Unreadable("scan.unknown_link" if error.code == "gs1.malformed" else error.code)


def _refusal(text: str) -> Unreadable | None:
    """Return why ``text`` must not go further: only printable ASCII and GS1's separator do."""
    if not text:
        return Unreadable("scan.empty")
    if len(text) > _MAX_RAW:
        return Unreadable("scan.too_long")
    for character in text:
        if " " <= character <= "~" or character == _SEPARATOR:
            continue
        return Unreadable(_why_foreign(character))
    return None


def _why_foreign(character: str) -> str:
    if unicodedata.east_asian_width(character) == "F":
        return "scan.full_width"
    if unicodedata.bidirectional(character) in _BIDI or character in "\u200e\u200f\u061c":
        return "scan.bidi"
    if unicodedata.category(character) in {"Cc", "Cf"}:
        return "scan.control"
    return "scan.foreign_characters"


def _gtin(digits: str) -> Gtin | None:
    gtin14 = as_gtin14(digits)
    return Gtin(digits, gtin14) if gtin14 else None


def _receipt_link(text: str) -> ReceiptQr | None:
    """Return the receipt that ``{base}/r/{number}?h={hash}`` names."""
    try:
        link = urlsplit(text)
        hashes = parse_qs(link.query, max_num_fields=8).get("h", [])
    except ValueError:
        return None
    folder, _, number = link.path.rpartition("/")
    sound = folder.endswith("/r") and _RECEIPT.fullmatch(number) and len(hashes) == 1
    return ReceiptQr(number, hashes[0]) if sound and _RECEIPT_HASH.fullmatch(hashes[0]) else None


def _house_code(text: str) -> Meaning:
    capitals = text.upper()
    if is_badge(capitals):
        return StaffBadge(capitals)
    if _RECEIPT.fullmatch(capitals):
        return ReceiptNumber(capitals)
    # Without its hyphens it could be a product's code; the coupon field takes it both ways.
    if _SHOWN_SHORT.fullmatch(capitals) and is_short(capitals):
        return ShortCoupon(read_short(capitals))
    if _SEPARATOR in text:
        return Unreadable("scan.control")
    return ProductCode(text) if len(text) <= _MAX_PRODUCT_CODE else Unreadable("scan.too_long")
