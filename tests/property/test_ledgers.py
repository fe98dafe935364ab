"""No sequence of purchases and returns makes points or value: a simple book is kept beside the ledgers."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from retail_core.points import PointsTerms, earned_beside
from retail_core.returns.model import Paid, Refund
from retail_core.returns.tenders import Claim, PayOut, cash_before, settle, sources
from retail_core.stored_value import SPEND_ORDERS, SpendOrder, ValueEntry, fold, take
from retail_core.tenders import TenderTerms

CASH = TenderTerms(1)
START_POINTS = 5_000
START = ValueEntry("top_up", "t", 40_000, 3_000)


@dataclass
class Receipt:
    """What was bought, how it was paid, and what came back: as the documents say it."""

    name: str
    total: int
    paid: list[Paid]
    left: int
    earned: int
    refunds: list[Refund] = field(default_factory=list)


@dataclass
class Shop:
    """The ledgers, and money in the drawer."""

    terms: PointsTerms
    points: list[int]
    value: list[ValueEntry]
    receipts: list[Receipt] = field(default_factory=list)
    cash: int = 0


def _buy(shop: Shop, draw: st.DrawFn, number: int) -> None:
    total = draw(st.integers(1, 20_000))
    says = draw(st.integers(0, max(0, sum(shop.points))))
    by_points = min(shop.terms.worth(says), total)
    burned = shop.terms.points_for(by_points)
    has = fold(shop.value).total_minor
    by_value = draw(st.integers(0, max(0, min(has, total - by_points))))
    name = f"s{number}"
    paid = []
    if by_points:
        paid.append(Paid("points", name, "", by_points, by_points, burned))
        shop.points.append(-burned)
    if by_value:
        paid.append(Paid("stored_value", name, "", by_value, by_value))
        order: SpendOrder = draw(st.sampled_from(SPEND_ORDERS))
        shop.value.append(ValueEntry("spend", name, amount_minor=by_value, spend=order))
    rest = total - by_points - by_value
    if rest:
        paid.append(Paid("cash", None, "", rest, rest))
        shop.cash += rest
    earned = earned_beside(total // 100, total, by_points_minor=by_points)
    shop.points.append(earned)
    shop.receipts.append(Receipt(name, total, paid, total, earned))


def _take_back(shop: Shop, receipt: Receipt, *, minor: int, number: int) -> None:
    before = receipt.total - receipt.left
    open_sources = sources(receipt.paid, receipt.refunds)
    payouts, rest = [], minor
    for source in open_sources:
        given_minor = min(rest, source.left_minor)
        if given_minor:
            payouts.append(PayOut(source.kind, given_minor, source.reference, source.provider))
            rest -= given_minor
    claim = Claim(minor, open_sources, cash_before(receipt.paid, receipt.refunds))
    [settled] = settle([claim], payouts, terms=CASH, currency="CNY").parts
    receipt.refunds.append(Refund(receipt.name, receipt.name, "keep", (), (), parts=settled))
    for part in settled:
        if part.kind == "points":
            shop.points.append(part.points)
        elif part.kind == "stored_value":
            ref = f"{receipt.name}-{number}"
            shop.value.append(ValueEntry("reverse", ref, amount_minor=part.amount_minor, of_ref=receipt.name))
        else:
            shop.cash -= part.given_minor
    receipt.left -= minor
    gone = _half_up(receipt.earned * (before + minor), receipt.total) - _half_up(
        receipt.earned * before, receipt.total
    )
    shop.points.append(-gone)


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


@st.composite
def stories(draw: st.DrawFn) -> Shop:
    """Draw purchases and returns in any order; nothing is looked at but what a customer could do."""
    terms = PointsTerms(draw(st.integers(1, 300)), draw(st.integers(1, 300)))
    shop = Shop(terms, [START_POINTS], [START])
    for number in range(draw(st.integers(1, 8))):
        held = [receipt for receipt in shop.receipts if receipt.left]
        comes_back = draw(st.booleans())
        if held and comes_back:
            receipt = draw(st.sampled_from(held))
            whole = draw(st.booleans())
            minor = receipt.left if whole else draw(st.integers(1, receipt.left))
            _take_back(shop, receipt, minor=minor, number=number)
        else:
            _buy(shop, draw, number)
        # What is there was there, was earned with goods that are kept, and no more than that.
        assert sum(shop.points) <= START_POINTS + sum(receipt.earned for receipt in shop.receipts)
    return shop


@given(stories())
def test_when_everything_came_back_everything_is_as_it_was(shop: Shop) -> None:
    number = 100
    for receipt in shop.receipts:
        if receipt.left:
            _take_back(shop, receipt, minor=receipt.left, number=number)
        number += 1
    balance = fold(shop.value)
    assert sum(shop.points) == START_POINTS
    assert (balance.principal_minor, balance.bonus_minor) == (START.principal_minor, START.bonus_minor)
    assert shop.cash == 0


@given(stories())
def test_a_refund_gives_back_no_money_for_points_or_a_balance(shop: Shop) -> None:
    for receipt in shop.receipts:
        paid = {each.kind: (each.exact_minor, each.points) for each in receipt.paid}
        parts = [part for refund in receipt.refunds for part in refund.parts]
        for kind in {part.kind for part in parts}:
            assert sum(part.amount_minor for part in parts if part.kind == kind) <= paid[kind][0]
            assert sum(part.points for part in parts if part.kind == kind) <= paid[kind][1]
        assert all(part.given_as == part.kind for part in parts)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 30_000), st.sampled_from(SPEND_ORDERS))
def test_a_payment_takes_exactly_its_amount_and_no_more_bonus_than_there_is(
    principal: int, bonus: int, minor: int, order: SpendOrder
) -> None:
    taken = take(fold([ValueEntry("top_up", "t", principal, bonus)]), minor, order=order)
    assert taken.principal_minor + taken.bonus_minor == minor
    assert 0 <= taken.bonus_minor <= bonus
    assert taken.principal_minor >= 0
    assert taken.principal_minor <= max(principal, minor - bonus)
