"""The scale of a picture: round values beside it, room above and below, labels that do not touch."""

from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = (1, 2, 5)
_MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """What the upright axis shows: its ends and its ticks, all in the unit of the values."""

    low: float
    high: float
    ticks: tuple[int, ...]


def scale_of(values: Sequence[int], *, unit: int = 1) -> Scale:
    """Return a scale with zero that holds all ``values``.

    Args:
        values: What is shown, in minor units, counts or basis points.
        unit: The smallest step between two ticks; 100 keeps cents off an axis of money.
    """
    low, high = min((0, *values)), max((0, *values))
    if low == high:
        high = unit
    step = unit
    while (high - low) / step > _MOST_TICKS:
        step = _next(step, unit)
    ticks = tuple(range(-(-low // step) * step, high + 1, step))
    # Above the highest bar stands its value; below the lowest one as well, if bars hang down.
    room = (high - low) * 0.14
    return Scale(low - (room if low < 0 else 0), high + room, ticks)


def every(count: int, *, width_px: float, slot_px: float) -> int:
    """Return 1 when each of ``count`` labels of ``width_px`` has room in its slot, 2 for every other ..."""
    if not count or slot_px <= 0:
        return 1
    return max(1, min(count, int(-(-width_px // slot_px))))


def _next(step: int, unit: int) -> int:
    """Return the next round step: 1, 2, 5, 10, 20, 50 ... units."""
    units, power = step // unit, 1
    while units >= 10:
        units, power = units // 10, power * 10
    larger = next((each for each in _STEPS if each > units), 10)
    return larger * power * unit
