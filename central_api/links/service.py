"""Addresses of customers' pages that nobody can make up: who holds one may see what it names.

A token is the order's number, its end in minutes, and a mark over both with a key that only the server has:
24 bytes, 32 characters that every address may hold.
"""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

from central_api.keys import service as keys
from central_api.kit.unit import Unit
from retail_core.wire.enrolment import StoreCard

ORDER_DAYS: Final = 60
"""So long after it was placed does the page of an order open."""

_DOMAIN: Final = b"LOOPO1\0"
_ID_BYTES: Final = 8
_END_BYTES: Final = 4
_MARK_BYTES: Final = 12
_TOKEN_CHARS: Final = (_ID_BYTES + _END_BYTES + _MARK_BYTES) * 4 // 3
_DAY_MS: Final = 24 * 3_600_000
_MINUTE_MS: Final = 60_000


def order_address(unit: Unit, order_id: str, *, placed_ms: int, store: StoreCard) -> str:
    """Return where the page of an order is; ``order_id`` is 16 hexadecimal digits."""
    token = order_token(unit, order_id, placed_ms=placed_ms)
    return f"{store.receipt_base_url.rstrip('/')}/o/{token}"


def order_token(unit: Unit, order_id: str, *, placed_ms: int) -> str:
    """Return the same token each time, so that an address that was sent twice is one address."""
    end = (placed_ms + ORDER_DAYS * _DAY_MS) // _MINUTE_MS
    body = bytes.fromhex(order_id) + end.to_bytes(_END_BYTES, "big")
    return urlsafe_b64encode(body + _mark(unit, body)).decode()


def read_order_token(unit: Unit, token: str) -> str | None:
    """Return the order that a token names; ``None`` for one of another make, or too old.

    Every token costs the same work, and the mark is compared in constant time.
    """
    raw = _bytes_of(token)
    body, shown = raw[:-_MARK_BYTES], raw[-_MARK_BYTES:]
    is_ours = hmac.compare_digest(_mark(unit, body), shown)
    end_ms = int.from_bytes(body[_ID_BYTES:], "big") * _MINUTE_MS
    return body[:_ID_BYTES].hex() if is_ours and unit.now_ms < end_ms else None


def _bytes_of(token: str) -> bytes:
    """Return what a token is made of; of what is none, as many zeros."""
    nothing = bytes(_ID_BYTES + _END_BYTES + _MARK_BYTES)
    if len(token) != _TOKEN_CHARS or not token.isascii():
        return nothing
    try:
        raw = urlsafe_b64decode(token)
    except ValueError:
        return nothing
    # Characters that are none of the alphabet are passed over by the decoder.
    return raw if urlsafe_b64encode(raw).decode() == token else nothing


def _mark(unit: Unit, body: bytes) -> bytes:
    key = hmac.new(keys.root_seed(unit), _DOMAIN, hashlib.sha256).digest()
    return hmac.new(key, body, hashlib.sha256).digest()[:_MARK_BYTES]
