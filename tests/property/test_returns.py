"""What must hold of every sequence of returns of every sale, by either policy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from retail_core.pricing.engine import price
from retail_core.pricing.rules import compile_rules
from retail_core.returns.facts import refund_of, returned_of, sold_of
from retail_core.returns.model import ComesBack, Policy, Refund, Sold, Terms
from retail_core.returns.refund import take_back
from retail_core.returns.tenders import Claim, PayOut, cash_before, settle, sources
from retail_core.tenders import TenderTerms
from retail_core.wire.facts import SaleCompleted
from tests.property.baskets import Case, cases
from tests.sold import cash_for, sale_fact, tender

STEPS_MINOR = (1, 5, 10, 100)


@dataclass(frozen=True)
class Story:
    """A sale, and how its goods come back: lists of (line, quantity), until nothing is left."""

    sale: SaleCompleted
    returns: tuple[tuple[tuple[str, int], ...], ...]
    policies: tuple[Policy, ...]
    step_minor: int

    @property
    def sold(self) -> Sold:
        return sold_of(self.sale)


def _sell(case: Case, draw: st.DrawFn, *, step_minor: int) -> SaleCompleted:
    rules, refused = compile_rules(case.rules)
    assert refused == ()
    priced = price(case.basket, rules, context=case.context)
    total = priced.total.minor
    by_card = draw(st.integers(0, total))
    tenders = [tender("external", by_card)] if by_card else []
    if by_card < total:
        tenders.append(cash_for(total - by_card, step_minor=step_minor))
    return sale_fact(
        case.basket,
        priced,
        documents=case.rules,
        context=case.context,
        tenders=[each for each in tenders if each.amount_minor],
    )


@st.composite
def stories(draw: st.DrawFn, policies: Sequence[Policy] = ("keep", "claw_back")) -> Story:
    """Draw a sale and one way in which all of it comes back, piece by piece, in any order."""
    step_minor = draw(st.sampled_from(STEPS_MINOR))
    sale = _sell(draw(cases()), draw, step_minor=step_minor)
    pieces: list[tuple[str, int]] = []
    for line in sale.lines:
        units = line.qty_milli if line.sold_by == "weight" else line.qty_milli // 1000
        left = units
        while left:
            part = draw(st.integers(1, left))
            pieces.append((line.line_id, part if line.sold_by == "weight" else part * 1000))
            left -= part
    pieces = draw(st.permutations(pieces))
    returns: list[list[tuple[str, int]]] = []
    for piece in pieces:
        fits = returns and piece[0] not in {line_id for line_id, _ in returns[-1]}
        if fits and draw(st.booleans()):
            returns[-1].append(piece)
        else:
            returns.append([piece])
    return Story(
        sale,
        tuple(tuple(each) for each in returns),
        tuple(draw(st.sampled_from(policies)) for _ in returns),
        step_minor,
    )


def _refunds(story: Story) -> list[Refund]:
    """Take everything back; each refund goes over the wire before the next one looks at it."""
    found: list[Refund] = []
    for at, (pieces, policy) in enumerate(zip(story.returns, story.policies, strict=True)):
        wanted = [
            ComesBack(f"b{at}-{number}", line_id, qty_milli, "other", True)
            for number, (line_id, qty_milli) in enumerate(pieces)
        ]
        terms = Terms(policy, "2026-01-05", 0)
        refund = take_back(story.sold, found, wanted=wanted, terms=terms)
        assert refund_of(returned_of(refund)) == refund
        found.append(refund)
    return found


def _paid_share(refund: Refund) -> int:
    return sum(line.total_minor for line in refund.lines)


@given(stories())
def test_all_returns_of_a_sale_give_back_exactly_what_was_paid(story: Story) -> None:
    refunds = _refunds(story)
    assert sum(refund.total_minor for refund in refunds) == story.sale.total_minor
    assert all(refund.total_minor >= 0 for refund in refunds)


@given(stories())
def test_all_refunds_so_far_are_never_above_the_paid_shares(story: Story) -> None:
    refunds = _refunds(story)
    back = share = 0
    for refund in refunds:
        back += refund.total_minor
        share += _paid_share(refund)
        assert back <= share


@given(stories(policies=("keep",)))
def test_by_keep_every_refund_is_the_paid_share(story: Story) -> None:
    assert all(not refund.clawed for refund in _refunds(story))


@given(stories())
def test_net_tax_and_each_funder_come_back_to_the_last_cent(story: Story) -> None:
    refunds = _refunds(story)
    for line in story.sale.lines:
        backs = [each for r in refunds for each in r.lines if each.of_line_id == line.line_id]
        claws = [each for r in refunds for each in r.clawed if each.of_line_id == line.line_id]
        assert sum(each.qty_milli for each in backs) == line.qty_milli
        assert sum(each.list_minor for each in backs) == line.list_minor
        assert sum(each.net_minor for each in backs) == line.net_minor
        assert sum(each.tax_minor for each in backs) == line.tax_minor
        assert sum(each.tax_minor for each in claws) == 0
        assert sum(each.net_minor for each in claws) == 0
    settled = [(line.discounts, 1) for line in story.sale.lines]
    given_by = _by_funder([(d.rule_id, d.funders) for discounts, _ in settled for d in discounts])
    back_by = _by_funder(
        [(each.rule_id, dict(each.funders)) for r in refunds for line in r.lines for each in line.reductions]
    )
    clawed_by = _by_funder([(each.rule_id, dict(each.funders)) for r in refunds for each in r.clawed])
    assert given_by == back_by
    assert not clawed_by


def _by_funder(shares: Sequence[tuple[str, dict[str, int]]]) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = {}
    for rule_id, funders in shares:
        for funder, minor in funders.items():
            sums[rule_id, funder] = sums.get((rule_id, funder), 0) + minor
    return {key: minor for key, minor in sums.items() if minor}


@given(stories())
def test_every_line_and_every_claw_back_adds_up(story: Story) -> None:
    for refund in _refunds(story):
        for line in refund.lines:
            assert line.net_minor + line.tax_minor == line.total_minor
            assert line.tax_minor >= 0
            assert line.total_minor >= 0
            stated = line.total_minor if story.sale.prices_include_tax else line.net_minor
            assert line.list_minor + sum(each.amount_minor for each in line.reductions) == stated
        for each in refund.clawed:
            assert each.net_minor + each.tax_minor == each.total_minor
            stated = each.total_minor if story.sale.prices_include_tax else each.net_minor
            assert sum(minor for _, minor in each.funders) == stated
            assert each.tax_effect == "price_reduction" or each.tax_minor == 0


@given(stories(policies=("claw_back",)))
def test_no_rule_is_clawed_back_further_than_it_gave(story: Story) -> None:
    refunds = _refunds(story)
    for at in range(len(refunds)):
        so_far = refunds[: at + 1]
        for line in story.sale.lines:
            for discount in line.discounts:
                key = (line.line_id, discount.rule_id, discount.tax_effect)
                back = sum(
                    each.amount_minor
                    for r in so_far
                    for x in r.lines
                    for each in x.reductions
                    if (x.of_line_id, each.rule_id, each.tax_effect) == key
                )
                clawed = sum(
                    minor
                    for r in so_far
                    for each in r.clawed
                    if (each.of_line_id, each.rule_id, each.tax_effect) == key
                    for _, minor in each.funders
                )
                assert 0 <= clawed <= -(discount.amount_minor - back)


@given(stories())
def test_all_points_and_all_coupons_come_back_once(story: Story) -> None:
    refunds = _refunds(story)
    assert sum(refund.points_reversed for refund in refunds) == story.sale.points_earned
    assert all(refund.points_reversed >= 0 for refund in refunds)
    coupons = [coupon for refund in refunds for coupon in refund.coupons]
    assert sorted(coupons) == sorted(use.coupon_id for use in story.sale.coupons)


@given(stories(), st.data())
def test_the_money_goes_back_to_its_tenders_and_cash_to_the_last_coin(
    story: Story, data: st.DataObject
) -> None:
    sold = story.sold
    settled: list[Refund] = []
    for refund in _refunds(story):
        claim = Claim(refund.total_minor, sources(sold.paid, settled), cash_before(sold.paid, settled))
        left = {source.kind: source.left_minor for source in claim.sources}
        card = data.draw(
            st.integers(
                max(0, refund.total_minor - left.get("cash", 0)),
                min(refund.total_minor, left.get("external", 0)),
            )
        )
        payouts = [PayOut("external", card)] if card else []
        if card < refund.total_minor:
            payouts.append(PayOut("cash", refund.total_minor - card))
        done = settle([claim], payouts, terms=TenderTerms(story.step_minor), currency="CNY")
        assert done.in_cash_instead_minor == 0
        assert sum(part.amount_minor for part in done.parts[0]) == refund.total_minor
        settled.append(replace(refund, parts=done.parts[0]))
    parts = [part for refund in settled for part in refund.parts]
    for kind in ("cash", "external"):
        took = sum(each.amount_minor for each in story.sale.tenders if each.kind == kind)
        assert sum(part.given_minor for part in parts if part.given_as == kind) == took
    assert all(part.given_minor >= 0 for part in parts)
