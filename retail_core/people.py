"""What till and server both do with people: fingerprints, masks, tiers, cards and marks.

Source: docs/protocol.md, "People"; docs/rules/members.md.
"""

import calendar
import datetime as dt
import hashlib
import hmac
from collections.abc import Sequence
from typing import Final

TIERS: Final = ("basic", "silver", "gold")
"""The tiers by their number inside member codes, which counts from 1; 0 is no tier."""

LEAST_PHONE_DIGITS: Final = 8
MOST_PHONE_DIGITS: Final = 15

CARD_DIGITS: Final = 16
"""Of the number on a printed card: one more than the longest phone number."""

CONSENTS: Final = ("membership", "marketing")
"""What a member may agree to; the first is what makes one."""

KEPT_DAYS: Final = 30
"""So long a till keeps a member who does not come."""

RECEIPT_JOINS_DAYS: Final = 30
"""So long after a sale its customer may become a member by the receipt."""

WIN_BACK_DAYS: Final = 60
"""Without a visit for so long a member is worth winning back."""

BIRTHDAY_DAYS: Final = 7
"""So many days before and after it a birthday is marked."""

_DAY_MS = 24 * 3_600 * 1_000
_PHONE_DOMAIN = b"phone\0"
_BADGE_DOMAIN = b"badge\0"
_ERASED_DOMAIN = b"erased\0"
_MARK_DIGITS = 32
_CHINA = "86"
_CHINA_DIGITS = 13
_DOUBLE_SURNAMES = frozenset(("欧阳", "歐陽", "上官", "司徒", "司马", "司馬", "诸葛", "諸葛", "夏侯", "皇甫"))
_MASK = "**"


def phone_digits(text: str) -> str:
    """Return the digits of a phone number as people type it; +86 in front of a Chinese number is left out."""
    digits = "".join(character for character in text if character.isascii() and character.isdigit())
    is_chinese = len(digits) == _CHINA_DIGITS and digits.startswith(_CHINA)
    return digits[len(_CHINA) :] if is_chinese else digits


def phone_mac(key: bytes, phone: str) -> str:
    """Return the fingerprint of a phone number under the tenant's phone key, as 64 hex digits."""
    return hmac.new(key, _PHONE_DOMAIN + phone_digits(phone).encode(), hashlib.sha256).hexdigest()


def badge_mac(key: bytes, badge: str) -> str:
    """Return the fingerprint of a staff badge's text under the tenant's phone key, as 64 hex digits."""
    return hmac.new(key, _BADGE_DOMAIN + badge.upper().encode(), hashlib.sha256).hexdigest()


def erased_mark(alias: str) -> str:
    """Return by what a till knows codes of an erased member's alias again, without being told the alias."""
    return hashlib.sha256(_ERASED_DOMAIN + alias.encode()).hexdigest()[:_MARK_DIGITS]


def mask_name(name: str) -> str:
    """Return no more of a name than paper and screens may show: ``李**``, ``欧阳**``, ``M**``."""
    shown = name.strip()
    if not shown:
        return _MASK
    return (shown[:2] if shown[:2] in _DOUBLE_SURNAMES else shown[0]) + _MASK


def tier_number(tier: str) -> int:
    """Return a tier's number inside member codes; 0 for one that this release does not know."""
    return TIERS.index(tier) + 1 if tier in TIERS else 0


def tier_name(number: int) -> str | None:
    """Return the tier of a number inside a member code; None for no tier or an unknown one."""
    return TIERS[number - 1] if 1 <= number <= len(TIERS) else None


def card_number(alias: str) -> str:
    """Return the 16 digits that a printed card shows of an alias: 15 of the alias, and a Luhn digit."""
    digits = f"{int(alias, 16) % 10 ** (CARD_DIGITS - 1):0{CARD_DIGITS - 1}d}"
    return digits + str(_luhn_digit(digits))


def is_card_number(text: str) -> bool:
    """Return whether ``text`` has a card number's length and check digit."""
    is_like_one = len(text) == CARD_DIGITS and text.isascii() and text.isdigit()
    return is_like_one and text[-1] == str(_luhn_digit(text[:-1]))


def is_birthday(text: str) -> bool:
    """Return whether ``text`` is a day of the year as ``MM-DD``; 02-29 is one."""
    try:
        dt.date.fromisoformat(f"2000-{text}")
    except ValueError:
        return False
    return True


def is_birthday_near(birthday: str, today: dt.date) -> bool:
    """Return whether a birthday (``MM-DD`` or empty) is at most :data:`BIRTHDAY_DAYS` from ``today``."""
    if not birthday:
        return False
    month, day = int(birthday[:2]), int(birthday[3:])
    for year in (today.year - 1, today.year, today.year + 1):
        # 29 February is celebrated on the 28th where there is none.
        is_leap_day = (month, day) == (2, 29) and not calendar.isleap(year)
        on = dt.date(year, month, 28 if is_leap_day else day)
        if abs((on - today).days) <= BIRTHDAY_DAYS:
            return True
    return False


def is_lapsed(visited_ms: int, *, now_ms: int) -> bool:
    """Return whether the last visit (UTC milliseconds; 0: none known) is :data:`WIN_BACK_DAYS` ago."""
    return 0 < visited_ms <= now_ms - WIN_BACK_DAYS * _DAY_MS


def _luhn_digit(digits: str) -> int:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10


def tier_reached(tier: str, spent_minor: int, *, steps: Sequence[tuple[str, int]]) -> str:
    """Return the tier of somebody who has ``tier`` and spent so much; it never falls.

    Args:
        tier: What the member has.
        spent_minor: Within the window, in minor units.
        steps: (tier, spending that it takes) of the store.
    """
    earned = [name for name, least_minor in steps if spent_minor >= least_minor]
    return max([tier, *earned], key=tier_number)


def next_tier(tier: str, *, steps: Sequence[tuple[str, int]]) -> tuple[str, int] | None:
    """Return the lowest tier above ``tier`` that spending reaches, and what it takes; ``None`` at the top."""
    above = [step for step in steps if tier_number(step[0]) > tier_number(tier)]
    return min(above, key=lambda step: tier_number(step[0]), default=None)
