"""Where the money of a refund goes, above all in an exchange."""

import pytest

from retail_core.returns.model import Paid, Part, Refund, ReturnRefused
from retail_core.returns.tenders import Claim, PayOut, Source, cash_before, settle, sources
from retail_core.tenders import CashBefore, TenderTerms

CARD = Source("card", "4711", "sim", 6000)
CASH = Source("cash", None, "", 4000)
TO_CARD = PayOut("card", 3000, "4711", "sim")


def _claim(minor: int, *found: Source) -> Claim:
    return Claim(minor, found, CashBefore())


def _refund(*parts: Part) -> Refund:
    return Refund("s", "n", "keep", (), (), parts=parts)


def test_what_new_goods_take_of_a_refund_is_cash_first() -> None:
    settled = settle([_claim(8000, CARD, CASH)], [TO_CARD], terms=TenderTerms(1), currency="CNY")
    assert settled.parts == (
        (
            Part("card", "4711", "sim", 3000, 0, "card", 3000),
            Part("cash", None, "", 4000, 4000, "cash", 0),
            Part("card", "4711", "sim", 1000, 1000, "card", 0),
        ),
    )


def test_an_even_exchange_hands_out_nothing() -> None:
    settled = settle([_claim(4000, CASH)], [], terms=TenderTerms(5), currency="CNY")
    assert settled.parts == ((Part("cash", None, "", 4000, 4000, "cash", 0),),)


def test_money_that_paid_for_an_exchange_keeps_its_tender() -> None:
    paid = (Paid("card", "4711", "sim", 1000, 1000), Paid("cash", None, "", 4000, 4000))
    assert [(s.kind, s.left_minor) for s in sources(paid, [])] == [("card", 1000), ("cash", 4000)]


def test_what_paid_for_other_goods_is_gone_from_its_tender() -> None:
    paid = (Paid("card", "4711", "sim", 6000, 6000),)
    moved = _refund(Part("card", "4711", "sim", 2500, 2500, "card", 0))
    assert [s.left_minor for s in sources(paid, [moved])] == [3500]


def test_two_cards_of_a_sale_are_told_apart() -> None:
    paid = (Paid("external", "1111", "", 500, 500), Paid("external", "2222", "", 700, 700))
    back = _refund(Part("external", "2222", "", 300, 0, "external", 300))
    assert [(s.reference, s.left_minor) for s in sources(paid, [back])] == [("1111", 500), ("2222", 400)]


def test_two_receipts_share_a_payout_so_that_it_fits() -> None:
    both, card_only = _claim(5000, CARD, CASH), _claim(3000, CARD)
    settled = settle(
        [both, card_only],
        [PayOut("card", 4000, "4711", "sim"), PayOut("cash", 4000)],
        terms=TenderTerms(1),
        currency="CNY",
    )
    assert [[(p.given_as, p.given_minor) for p in parts] for parts in settled.parts] == [
        [("card", 1000), ("cash", 4000)],
        [("card", 3000)],
    ]
    assert settled.in_cash_instead_minor == 0


def test_cash_for_a_card_is_told_apart_from_cash_for_cash() -> None:
    settled = settle([_claim(8000, CARD, CASH)], [PayOut("cash", 8000)], terms=TenderTerms(1), currency="CNY")
    assert settled.in_cash_instead_minor == 4000
    assert settled.parts[0] == (
        Part("cash", None, "", 4000, 0, "cash", 4000),
        Part("card", "4711", "sim", 4000, 0, "cash", 4000),
    )


def test_coins_round_the_sum_of_two_parts_in_cash() -> None:
    claim = _claim(66, Source("card", None, "sim", 33), Source("cash", None, "", 33))
    settled = settle([claim], [PayOut("cash", 66)], terms=TenderTerms(5), currency="CNY")
    assert sum(part.given_minor for part in settled.parts[0]) == 65


def test_cash_in_place_of_a_card_counts_for_the_next_rounding() -> None:
    so_far = cash_before(
        (Paid("card", None, "sim", 99, 99),), [_refund(Part("card", None, "sim", 33, 0, "cash", 35))]
    )
    assert so_far == CashBefore(returned_minor=33, paid_out_minor=35)


@pytest.mark.parametrize(
    ("payouts", "code"),
    [
        ([PayOut("card", 0, "4711", "sim")], "refund.bad_amount"),
        ([PayOut("card", 100, "0000", "sim")], "refund.not_from_there"),
        ([PayOut("cash", 8001)], "refund.not_from_there"),
    ],
)
def test_a_payout_that_nobody_paid_in_is_refused(payouts: list[PayOut], code: str) -> None:
    with pytest.raises(ReturnRefused) as refused:
        settle([_claim(8000, CARD, CASH)], payouts, terms=TenderTerms(1), currency="CNY")
    assert refused.value.code == code


def test_more_than_was_ever_paid_is_refused() -> None:
    with pytest.raises(ReturnRefused) as refused:
        settle([_claim(4001, CASH)], [], terms=TenderTerms(1), currency="CNY")
    assert refused.value.code == "refund.not_from_there"
