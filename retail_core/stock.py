"""What the web may promise of a store's stock, how far the next store is, when a count asks for a reason.

Source: docs/rules/stock.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

WALK_IN_MS: Final = 2 * 3_600_000
"""So far back sales at the counter say how fast goods go."""
FROZEN_AFTER_MS: Final = 10 * 60_000
"""A store that is silent for longer is asked for no later sales than those it told of."""
LOST_AFTER_MS: Final = 4 * 3_600_000
"""A store that is silent for so long promises no small rights any more."""
SMALL_RIGHTS_MILLI: Final = 5_000
"""Rights of a product up to this are small."""
VARIANCE_LIMIT_MILLI: Final = 2_000
"""A count may differ by so much without a reason, or by this share of the level if that is more."""
VARIANCE_LIMIT_PERCENT: Final = 10

_WHOLE_BP: Final = 10_000
_PIECE_MILLI: Final = 1_000
_EARTH_M: Final = 6_371_000
_MICRO: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Buffer:
    """What stays for the counter: the largest of the three, rounded up to whole pieces; all are >= 0.

    ``least_milli`` thousandths of a piece, ``share_bp`` hundredths of a per cent of what is on hand,
    ``walk_in_percent`` per cent of the walk-in sales of two hours.
    """

    least_milli: int = 1_000
    share_bp: int = 2_000
    walk_in_percent: int = 200

    def kept_milli(self, on_hand_milli: int, walk_in_milli: int) -> int:
        """Return what stays for the counter, in thousandths and in whole pieces."""
        share = -(-max(0, on_hand_milli) * self.share_bp // _WHOLE_BP)
        walk_in = -(-max(0, walk_in_milli) * self.walk_in_percent // 100)
        return -(-max(self.least_milli, share, walk_in) // _PIECE_MILLI) * _PIECE_MILLI


def web_rights_milli(on_hand_milli: int, buffer: Buffer, *, walk_in_milli: int, silent_ms: int = 0) -> int:
    """Return what the web may promise in all, in thousandths, >= 0; what is committed already is part of it.

    Args:
        on_hand_milli: What is in the store as far as it told.
        buffer: What stays for the counter.
        walk_in_milli: What was sold at the counter in the two hours up to :func:`walk_in_end_ms`.
        silent_ms: How long none of the store's tills has been heard; 0 for a store without tills.
    """
    rights = max(0, on_hand_milli - buffer.kept_milli(on_hand_milli, walk_in_milli))
    if silent_ms >= LOST_AFTER_MS and rights <= SMALL_RIGHTS_MILLI:
        return 0
    return rights


def walk_in_end_ms(now_ms: int, heard_ms: int | None) -> int:
    """Return where the two hours of walk-in sales end: now, or at the last word of a silent store."""
    if heard_ms is None or now_ms - heard_ms <= FROZEN_AFTER_MS:
        return now_ms
    return heard_ms


def silent_ms(now_ms: int, heard_ms: int | None) -> int:
    """Return how long a store has been silent; one that was never heard has no tills and is not silent."""
    return 0 if heard_ms is None else max(0, now_ms - heard_ms)


def distance_m(here: tuple[int, int], there: tuple[int, int]) -> int:
    """Return the metres between two places, each latitude and longitude in millionths of a degree."""
    (lat_a, lon_a), (lat_b, lon_b) = (
        (radians(latitude / _MICRO), radians(longitude / _MICRO)) for latitude, longitude in (here, there)
    )
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return round(2 * _EARTH_M * asin(sqrt(min(1.0, half))))


def needs_reason(counted_milli: int, level_milli: int) -> bool:
    """Return whether a count differs from the level by so much that somebody has to say why.

    Source: docs/rules/stock.md, "A count".
    """
    limit = max(VARIANCE_LIMIT_MILLI, abs(level_milli) * VARIANCE_LIMIT_PERCENT // 100)
    return abs(counted_milli - level_milli) > limit
