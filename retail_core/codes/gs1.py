"""GS1 element strings and Digital Links, read by biip and reduced to what a till uses.

Source: RULES, "GS1 DataBar / GS1-128 / DataMatrix" and "GS1 Digital Link QR".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from retail_core.codes.errors import CodeError

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString

_ONE = Decimal(1)
_MAX_CHARS = 400


@dataclass(frozen=True, slots=True)
class Gs1:
    """A product with what its symbol says about this very piece.

    ``gtin`` is 14 digits; ``weight_g`` and ``price_minor`` belong to the piece; ``expiry`` and
    ``best_before`` have their last day filled in where the symbol names a month only.
    """

    gtin: str
    batch: str | None = None
    expiry: date | None = None
    best_before: date | None = None
    weight_g: int | None = None
    price_minor: int | None = None
    count: int | None = None
    serial: str | None = None


def read_element_string(text: str, *, minor_digits: int) -> Gs1:
    """Return what a GS1 element string says; 0x1D ends its fields of variable length.

    Raises:
        CodeError: ``gs1.malformed``, ``gs1.no_product``, ``gs1.check_digit`` or ``gs1.price``.
    """
    from biip.gs1_messages import GS1Message

    return _read(lambda: GS1Message.parse(text).element_strings, text, minor_digits=minor_digits)


def read_digital_link(text: str, *, minor_digits: int) -> Gs1:
    """Return what a GS1 Digital Link says, whatever its domain; raises what ``read_element_string`` does."""
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI

    return _read(lambda: GS1DigitalLinkURI.parse(text).element_strings, text, minor_digits=minor_digits)


def _read(parse: "Callable[[], Iterable[GS1ElementString]]", text: str, *, minor_digits: int) -> Gs1:
    from biip import ParseError

    if len(text) > _MAX_CHARS:
        raise CodeError("gs1.malformed")
    try:
        elements = list(parse())
    except (ParseError, ValueError, ArithmeticError) as error:
        code = "gs1.malformed"
        raise CodeError(code) from error
    return _reduced(elements, minor_digits)


def _reduced(elements: "list[GS1ElementString]", minor_digits: int) -> Gs1:
    by_ai: dict[str, GS1ElementString] = {}
    for element in elements:
        # biip lets an empty count and, percent-decoded, the digits of other scripts through.
        if not (element.value and element.value.isascii() and element.value.isprintable()):
            raise CodeError("gs1.malformed")
        # Two different values under one identifier contradict each other; the same one twice does not.
        first = by_ai.setdefault(_key(element.ai.ai), element)
        if (first.ai.ai, first.value) != (element.ai.ai, element.value):
            raise CodeError("gs1.malformed")
    product = by_ai.get("01")
    if product is None:
        raise CodeError("gs1.no_product")
    if product.gtin is None:
        raise CodeError("gs1.check_digit")
    return Gs1(
        gtin=product.value.zfill(14),
        batch=_value(by_ai.get("10")),
        expiry=_date(by_ai.get("17")),
        best_before=_date(by_ai.get("15")),
        weight_g=_weight_g(by_ai.get("310")),
        price_minor=_price_minor(by_ai.get("392"), minor_digits),
        count=_count(by_ai.get("30")),
        serial=_value(by_ai.get("21")),
    )


def _key(identifier: str) -> str:
    """Return the identifier without the digit that only tells the number of decimals."""
    return identifier[:3] if identifier[:3] in {"310", "392"} else identifier


def _value(element: "GS1ElementString | None") -> str | None:
    return element.value if element else None


def _date(element: "GS1ElementString | None") -> date | None:
    return element.date if element else None


def _count(element: "GS1ElementString | None") -> int | None:
    return int(element.value) if element else None


def _weight_g(element: "GS1ElementString | None") -> int | None:
    if element is None or element.decimal is None:
        return None
    return int((element.decimal * 1000).quantize(_ONE, ROUND_HALF_UP))


def _price_minor(element: "GS1ElementString | None", minor_digits: int) -> int | None:
    if element is None or element.decimal is None:
        return None
    minor = element.decimal.scaleb(minor_digits)
    if minor != minor.to_integral_value():
        raise CodeError("gs1.price")
    return int(minor)
