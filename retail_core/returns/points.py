"""Which goods earned a sale's points, so that the points can go with the goods.

Source: docs/rules/returns.md, "Points".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retail_core.money import allocate_minor


@dataclass(frozen=True, slots=True)
class Earner:
    """A line as it earns points: what was paid for it, and whether it earns any."""

    line_id: str
    product_id: str | None
    paid_minor: int
    earns: bool


def points_by_line(points: int, lines: Sequence[Earner]) -> dict[str, int]:
    """Return each line's share of ``points``, in proportion to what was paid, by largest remainder."""
    earning = [line for line in lines if line.earns and line.paid_minor > 0]
    if points <= 0 or not earning:
        return {}
    parts = allocate_minor(
        points,
        [line.paid_minor for line in earning],
        tie_keys=[(line.product_id or "", line.line_id) for line in earning],
    )
    return {line.line_id: part for line, part in zip(earning, parts, strict=True)}
