"""Digests of a feed's data: till and server sum the same things up and see where they differ.

Things lie in 256 buckets by the hash of their name. A bucket's digest is the sum of its things' digests, so
it does not depend on an order and one changed thing changes one bucket. It finds damage and defects; against
forgery stand the signatures of files and requests.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import Field

from retail_core.wire.base import HexText, Message, Text
from retail_core.wire.feed import Change

BUCKETS: Final = 256
_MASK: Final = (1 << 64) - 1


class FeedDigest(Message):
    """``GET /v1/digest/catalog``: of everything that the till's store has at ``cursor``.

    ``buckets`` is empty while something is being written: ask again later.
    """

    cursor: Text
    rows: int
    buckets: tuple[HexText, ...] = Field(max_length=BUCKETS)


class BucketRows(Message):
    """``GET /v1/digest/catalog/{bucket}``: everything that is in a bucket at ``cursor``."""

    cursor: Text
    bucket: int
    changes: tuple[Change, ...]


def bucket_of(kind: str, key: str) -> int:
    """Return the bucket of a thing, 0 to 255."""
    return hashlib.sha256(f"{kind}\0{key}".encode()).digest()[0]


def digest_of(rows: Iterable[tuple[str, str, Mapping[str, object]]]) -> tuple[int, tuple[str, ...]]:
    """Return the number of rows of (kind, key, document), and the digest of each bucket as 16 hex digits."""
    sums = [0] * BUCKETS
    count = 0
    for kind, key, doc in rows:
        text = json.dumps(doc, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(f"{kind}\0{key}\0{text}".encode()).digest()
        bucket = bucket_of(kind, key)
        sums[bucket] = (sums[bucket] + int.from_bytes(digest[:8], "big")) & _MASK
        count += 1
    return count, tuple(f"{each:016x}" for each in sums)
