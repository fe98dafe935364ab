"""What must hold however a total is paid, and however it is given back."""

from dataclasses import dataclass, replace

from hypothesis import assume, given
from hypothesis import strategies as st

from retail_core.money import Money
from retail_core.tenders import (
    CASH_MODES,
    CashBefore,
    Over,
    Settlement,
    TenderError,
    TenderOffer,
    TenderPart,
    TenderTerms,
    amount_due,
    cash_back,
    cash_paid,
    contradicts,
    settle,
)

CURRENCIES = ("CNY", "TWD", "KWD")
STEPS = st.sampled_from((1, 5, 10, 50, 100))


@dataclass(frozen=True)
class Till:
    """A total, what was laid down for it, and the store's rules."""

    total: Money
    parts: tuple[TenderPart, ...]
    terms: TenderTerms

    def settled(self) -> Settlement:
        return settle(self.total, self.parts, terms=self.terms)


@st.composite
def terms(draw: st.DrawFn) -> TenderTerms:
    rules: tuple[Over, ...] = ("change", "none", "forfeit")
    over = draw(st.sampled_from(rules))
    offers = (
        TenderOffer("cash", "change"),
        TenderOffer("external", "none"),
        TenderOffer("card", "none"),
        TenderOffer("voucher", over),
    )
    return TenderTerms(draw(STEPS), draw(st.sampled_from(CASH_MODES)), draw(st.booleans()), offers)


@st.composite
def tills(draw: st.DrawFn) -> Till:
    """Draw a mix that reaches the total, or nearly; some of them are refused."""
    rules = draw(terms())
    total = draw(st.integers(0, 100_000))
    parts: list[TenderPart] = []
    rest = total
    for number, kind in enumerate(
        draw(st.lists(st.sampled_from(("external", "card", "voucher")), max_size=4))
    ):
        if rest == 0:
            break
        # A voucher may be worth more than is left, and now and then a card is keyed in too high.
        above = draw(st.sampled_from((0, 0, 0, 200))) if kind != "voucher" else 200
        value = draw(st.integers(1, rest + above))
        reference = f"V-{number:04d}" if kind == "voucher" else None
        parts.append(TenderPart(kind, value, reference))  # type: ignore[arg-type]  # one of the three
        rest = max(0, rest - value)
    due = rules.in_coins(rest, "CNY")
    cash = due + draw(st.sampled_from((-1, 0, 0, 1, 20))) * rules.step_minor if due else 0
    if rules.exact and draw(st.booleans()):
        cash = rest
    if cash > 0:
        parts.append(TenderPart("cash", cash))
    return Till(Money(total, draw(st.sampled_from(CURRENCIES))), tuple(parts), rules)


def _settled(till: Till) -> Settlement:
    try:
        return till.settled()
    except TenderError:
        assume(False)
        raise


@given(tills())
def test_what_was_handed_over_less_change_is_total_and_rounding(till: Till) -> None:
    found = _settled(till)
    amounts = sum(tender.amount_minor for tender in found.tenders)
    assert amounts == till.total.minor + found.rounding_minor
    forfeited = found.tendered_minor - found.change_minor - amounts
    assert forfeited >= 0
    voucher = till.terms.offer("voucher")
    assert voucher is not None
    assert forfeited == 0 or voucher.over == "forfeit"
    assert not contradicts(till.total.minor, found.rounding_minor, tenders=found.tenders)


@given(tills())
def test_change_is_never_negative_and_comes_in_coins(till: Till) -> None:
    found = _settled(till)
    assert all(tender.change_minor >= 0 for tender in found.tenders)
    if not till.terms.exact:
        assert found.change_minor % till.terms.step_minor == 0


@given(tills(), st.randoms(use_true_random=False))
def test_the_order_of_the_tenders_changes_nothing(till: Till, random: object) -> None:
    parts = list(till.parts)
    random.shuffle(parts)  # type: ignore[attr-defined]
    shuffled = replace(till, parts=tuple(parts))
    assert _outcome(till) == _outcome(shuffled)


def _outcome(till: Till) -> object:
    try:
        return till.settled()
    except TenderError as error:
        return error.code, error.arguments


@given(tills())
def test_only_the_cash_remainder_is_rounded_and_by_less_than_a_coin(till: Till) -> None:
    found = _settled(till)
    assert abs(found.rounding_minor) < till.terms.step_minor
    for tender in found.tenders:
        if tender.kind in {"external", "card"}:
            assert tender.amount_minor == tender.tendered_minor
    others = sum(tender.amount_minor for tender in found.tenders if tender.kind != "cash")
    if others == till.total.minor and not any(tender.change_minor for tender in found.tenders):
        assert found.rounding_minor == 0


@given(tills())
def test_paying_what_is_due_settles_it(till: Till) -> None:
    noncash = tuple(part for part in till.parts if part.kind != "cash")
    due = amount_due(till.total, noncash, terms=till.terms)
    for kind, minor in (("cash", due.cash_minor), ("external", due.total_minor)):
        part = (TenderPart(kind, minor),) if minor else ()  # type: ignore[arg-type]  # one of the two
        try:
            found = settle(till.total, (*noncash, *part), terms=till.terms)
        except TenderError as error:
            # What lies there already may be too much by itself.
            assert error.code in {"tender.too_large", "tender.not_needed"}  # noqa: PT017 - either is right
            continue
        assert not any(tender.change_minor for tender in found.tenders if tender.kind == "cash")


@given(terms(), st.lists(st.integers(1, 20_000), min_size=1, max_size=12))
def test_all_refunds_of_a_receipt_paid_in_cash_give_back_what_was_paid(
    rules: TenderTerms, refunds: list[int]
) -> None:
    total = Money(sum(refunds), "CNY")
    due = amount_due(total, (), terms=rules)
    part = (TenderPart("cash", due.cash_minor),) if due.cash_minor else ()
    sale = settle(total, part, terms=rules)
    before = cash_paid(sale.tenders, sale.rounding_minor)
    assert before.due_minor == total.minor
    for refund in refunds:
        back = settle(Money(-refund, "CNY"), (TenderPart("cash", -refund),), terms=rules, before=before)
        paid_out = -sum(tender.amount_minor for tender in back.tenders)
        assert -paid_out == -refund + back.rounding_minor
        assert not contradicts(-refund, back.rounding_minor, tenders=back.tenders)
        before = replace(
            before,
            returned_minor=before.returned_minor + refund,
            paid_out_minor=before.paid_out_minor + paid_out,
        )
        assert before.paid_out_minor <= before.paid_minor
    assert before.paid_out_minor == sum(tender.amount_minor for tender in sale.tenders)


@given(terms(), terms(), st.lists(st.integers(1, 5_000), min_size=1, max_size=8), st.booleans())
def test_a_whole_return_gives_back_what_was_paid_whatever_the_coins_are_by_then(
    then: TenderTerms, now: TenderTerms, refunds: list[int], exactly: bool
) -> None:
    due = sum(refunds)
    paid = due if exactly else then.in_coins(due, "CNY")
    before = CashBefore(due_minor=due, paid_minor=paid)
    for refund in refunds:
        out = cash_back(refund, before, terms=now, currency="CNY")
        assert out >= 0
        before = replace(
            before,
            returned_minor=before.returned_minor + refund,
            paid_out_minor=before.paid_out_minor + out,
        )
    assert before.paid_out_minor == paid
