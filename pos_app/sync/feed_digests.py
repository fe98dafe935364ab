"""Compares what is here of a feed with what the server has: the part that the checks of both feeds share."""

from dataclasses import dataclass

from pos_app.services.errors import PosError
from pos_app.sync.http import CentralHttp
from retail_core.wire.digests import BUCKETS, BucketRows, FeedDigest


@dataclass(frozen=True, slots=True)
class Compared:
    """What the server has of each kind, and the buckets that differ here, as they should be."""

    kinds: dict[str, int]
    wrong: tuple[BucketRows, ...]


def compare(http: CentralHttp, feed: str, *, cursor: str, ours: tuple[str, ...]) -> Compared | None:
    """Return what differs from the server; ``None`` when both are not at the same place of the feed.

    Args:
        http: Whom to ask.
        feed: ``catalog`` or ``store``.
        cursor: The place that was reached here.
        ours: The digest of each bucket at that place.

    Raises:
        SyncError: Nobody answered, or the server is writing.
    """
    theirs = http.get(f"/v1/digest/{feed}", FeedDigest)
    if theirs.cursor != cursor or len(theirs.buckets) != BUCKETS:
        return None
    wrong = [number for number in range(BUCKETS) if ours[number] != theirs.buckets[number]]
    rows = [http.get(f"/v1/digest/{feed}/{number}", BucketRows) for number in wrong]
    return Compared(theirs.kinds, tuple(rows))


def unless_it_can_wait(error: BaseException) -> None:
    """Let go of what a later look will show again; raise everything else."""
    if not isinstance(error, PosError):
        raise error
