"""What till and server both do with people: fingerprints of phone numbers and badges, masks, and tiers.

Source: docs/protocol.md, "People".
"""

import hashlib
import hmac
from typing import Final

TIERS: Final = ("basic", "silver", "gold")
"""The tiers by their number inside member codes, which counts from 1; 0 is no tier."""

_PHONE_DOMAIN = b"phone\0"
_BADGE_DOMAIN = b"badge\0"
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
