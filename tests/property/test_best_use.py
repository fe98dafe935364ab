"""Coupons and points leave the least to pay, against an oracle that tries every set and every number."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from retail_core.points import PointsTerms, payable_minor
from retail_core.pricing.engine import price
from retail_core.pricing.model import CouponFacts
from retail_core.pricing.rules import compile_rules
from tests.property.baskets import Case, cases

TERMS = st.builds(PointsTerms, st.integers(1, 7), st.integers(1, 7), most_percent=st.integers(1, 100))


def priced(case: Case, coupons: tuple[CouponFacts, ...]) -> tuple[int, int, int]:
    """Return what is to pay, what of it points may pay for, and how many of the coupons apply."""
    basket = replace(case.basket, coupons=coupons)
    rules, _ = compile_rules(case.rules)
    found = price(basket, rules, context=case.context)
    payable = payable_minor(
        (line.total.minor, not (told.regulated or told.deposit))
        for line, told in zip(found.lines, basket.lines, strict=True)
    )
    return found.total.minor, payable, sum(outcome.applied for outcome in found.coupons)


@given(cases(max_coupons=3), TERMS, st.integers(0, 150))
def test_coupons_first_and_then_points_leave_the_least(
    case: Case, terms: PointsTerms, available: int
) -> None:
    coupons = case.basket.coupons
    worth = Fraction(terms.minor, terms.points)
    tried = []
    for chosen in range(1 << len(coupons)):
        mine = tuple(coupon for at, coupon in enumerate(coupons) if chosen >> at & 1)
        total, payable, applied = priced(case, mine)
        if applied < len(mine):
            continue
        most = min(payable * terms.most_percent // 100, total)
        tried += [(total - min(int(points * worth // 1), most), points) for points in range(available + 1)]
    total, payable, _ = priced(case, coupons)
    points, minor = terms.payment(available, payable_minor=payable, due_minor=total)
    assert (total - minor, points) == min(tried)
