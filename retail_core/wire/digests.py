"""Digests of a feed's data: till and server sum the same things up and see where they differ.

Things lie in 256 buckets by the hash of their name. A bucket's digest is the sum of its things' digests, so
it does not depend on an order and one changed thing changes one bucket. It finds damage and defects; against
forgery stand the signatures of files and requests.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import Field

from retail_core.wire.base import HexText, Id, Message, Text
from retail_core.wire.feed import Change

BUCKETS: Final = 256
_MASK: Final = (1 << 64) - 1


class FeedDigest(Message):
    """``GET /v1/digest/{feed}``: of everything that the till's store has at ``cursor``.

    ``buckets`` is empty while something is being written: ask again later.
    """

    cursor: Text
    rows: int
    buckets: tuple[HexText, ...] = Field(max_length=BUCKETS)
    kinds: dict[Id, int] = Field(default_factory=dict)
    """How many things there are of each kind."""


class BucketRows(Message):
    """``GET /v1/digest/{feed}/{bucket}``: everything that is in a bucket at ``cursor``."""

    cursor: Text
    bucket: int
    changes: tuple[Change, ...]


def bucket_of(kind: str, key: str) -> int:
    """Return the bucket of a thing, 0 to 255."""
    return hashlib.sha256(f"{kind}\0{key}".encode()).digest()[0]


def row_digest(kind: str, key: str, *, doc: Mapping[str, object]) -> str:
    """Return the digest of one thing as 16 hex digits."""
    text = json.dumps(doc, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{kind}\0{key}\0{text}".encode()).digest()[:8].hex()


def sum_of(rows: Iterable[tuple[str, str, str]]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return how many rows of (kind, key, :func:`row_digest`) are of each kind, and each bucket's digest."""
    sums = [0] * BUCKETS
    kinds: Counter[str] = Counter()
    for kind, key, digest in rows:
        bucket = bucket_of(kind, key)
        sums[bucket] = (sums[bucket] + int(digest, 16)) & _MASK
        kinds[kind] += 1
    return dict(kinds), tuple(f"{each:016x}" for each in sums)


def digest_of(
    rows: Iterable[tuple[str, str, Mapping[str, object]]],
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return how many rows of (kind, key, document) are of each kind, and each bucket's digest."""
    return sum_of((kind, key, row_digest(kind, key, doc=doc)) for kind, key, doc in rows)
