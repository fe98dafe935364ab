"""What goods cost the store, as it is captured when they are sold.

Source: docs/rules/cost.md.
"""

from retail_core.money import round_ratio

_ONE_MILLI = 1_000


def line_cost(unit_cost_minor: int | None, pieces_milli: int) -> int | None:
    """Return what the goods of a line cost; ``None`` where the cost of a piece is not known.

    Args:
        unit_cost_minor: Of one piece, or of a whole unit of weight, in minor units without tax.
        pieces_milli: Pieces, those of packs each by itself, or weight, in thousandths.
    """
    return None if unit_cost_minor is None else round_ratio(unit_cost_minor * pieces_milli, _ONE_MILLI)


def returned_cost(
    cost_minor: int | None, sold_milli: int, *, before_milli: int, now_milli: int
) -> int | None:
    """Return which of a line's cost comes back with ``now_milli`` of it; the last unit takes the residual.

    Args:
        cost_minor: Of the whole line; ``None`` where it is not known.
        sold_milli: What was sold, in thousandths, > 0.
        before_milli: What of it had come back before.
        now_milli: What of it comes back now.
    """
    if cost_minor is None:
        return None
    so_far = round_ratio(cost_minor * before_milli, sold_milli)
    return round_ratio(cost_minor * (before_milli + now_milli), sold_milli) - so_far
