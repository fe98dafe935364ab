"""Article numbers: GTIN-8, -12, -13, -14 and UPC-E, by their check digit.

biip costs half a second to import, so it is fetched at the first number; ``warm_up`` does that early.
"""

from retail_core.codes.pq1 import is_ascii_digits

_LENGTHS = frozenset((8, 12, 13, 14))


def warm_up() -> None:
    """Import biip now, while nobody waits for it."""
    import biip.gs1_digital_link_uris
    import biip.gs1_messages
    import biip.upc  # noqa: F401 - the import is the purpose


def has_check_digit(digits: str) -> bool:
    """Return whether the last digit is the GS1 check digit of those before it."""
    from biip.checksums import gs1_standard_check_digit

    return len(digits) > 1 and gs1_standard_check_digit(digits[:-1]) == int(digits[-1])


def with_check_digit(payload: str) -> str:
    """Return ``payload`` (digits) with its GS1 check digit behind it."""
    from biip.checksums import gs1_standard_check_digit

    return f"{payload}{gs1_standard_check_digit(payload)}"


def has_verifier_digit(verifier: str, value: str) -> bool:
    """Return whether ``verifier`` is GS1's check digit of a price or weight field of 4 or 5 digits."""
    from biip.checksums import gs1_price_weight_check_digit

    return gs1_price_weight_check_digit(value) == int(verifier)


def as_gtin14(text: str) -> str | None:
    """Return an article number padded to 14 digits, or None when it is none."""
    if len(text) not in _LENGTHS or not is_ascii_digits(text) or not text.strip("0"):
        return None
    if has_check_digit(text):
        return text.zfill(14)
    return _expanded_upc_e(text) if len(text) == 8 else None


def _expanded_upc_e(text: str) -> str | None:
    from biip import ParseError
    from biip.upc import Upc

    try:
        return Upc.parse(text).as_upc_a().zfill(14)
    except ParseError:
        return None
