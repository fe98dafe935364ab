"""How many of the coupons of some days are out, whether members have them, and whether they were used.

Source: docs/rules/figures.md, "The way of coupons".
"""

from central_api.coupon_ways import repository
from central_api.coupon_ways.schemas import Way
from central_api.kit.unit import Unit


def of_window(unit: Unit, *, since_ms: int, until_ms: int) -> dict[str, Way]:
    """Return the way of the coupons that were issued from one moment to before another, by campaign."""
    return repository.ways(unit, since_ms=since_ms, until_ms=until_ms)
