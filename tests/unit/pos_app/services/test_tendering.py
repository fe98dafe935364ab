from dataclasses import replace

import pytest

from pos_app.services.complete_sale import CompleteSale, TenderInput
from pos_app.services.errors import InsufficientTender, RuleError
from pos_app.services.events import EventBus
from pos_app.services.null_fiscal import NullFiscal
from pos_app.services.price_basket import PriceBasket
from pos_app.services.tendering import amount_due, settle
from retail_core.money import Money
from retail_core.tenders import CashBefore, TenderOffer
from tests.till_shop import LI, Till

CARD = TenderInput("card", 1_000, "r-1", "scanpay")
VOUCHER = TenderInput("voucher", 500, "GV-0001")


def test_a_sale_is_paid_with_several_tenders_and_only_the_cash_is_rounded(till: Till) -> None:
    till.open_shift()
    # 19.95: 10.00 by card and 5.00 by voucher leave 4.95, which are 5.00 in coins of 0.10.
    paid = till.sell(["cake"], CARD, VOUCHER, TenderInput("cash", 1_000))
    assert (paid.rounding_minor, paid.tendered_minor, paid.change_minor) == (5, 2_500, 500)
    with till.store.read() as work:
        found = work.sales.by_number(paid.receipt_number)
    assert found is not None
    assert [
        (t.kind, t.amount_minor, t.tendered_minor, t.reference, t.provider) for t in found[0].tenders
    ] == [
        ("card", 1_000, 1_000, "r-1", "scanpay"),
        ("voucher", 500, 500, "GV-0001", ""),
        ("cash", 500, 1_000, None, ""),
    ]


def test_the_drawer_opens_for_cash_only(till: Till) -> None:
    till.open_shift()
    assert till.sell(["cake"], TenderInput("card", 1_995, "r-1", "scanpay")).drawer_job_id is None
    assert till.sell(["cake"], CARD, TenderInput("cash", 1_000)).drawer_job_id is not None


def test_what_a_voucher_is_worth_above_the_total_is_forfeited_by_this_stores_rule(till: Till) -> None:
    till.open_shift()
    paid = till.sell(["cake"], TenderInput("voucher", 5_000, "GV-0001"))
    assert (paid.tendered_minor, paid.change_minor, paid.rounding_minor) == (5_000, 0, 0)


def test_a_store_has_a_most_amount_by_voucher(till: Till) -> None:
    till.open_shift()
    with pytest.raises(RuleError) as refused:
        till.sell(["latte"] * 4, TenderInput("voucher", 11_200, "GV-0001"))
    assert (refused.value.code, refused.value.arguments) == ("tender.over_most", ("voucher", 10_000))


def test_a_till_knows_the_rules_of_its_store_after_a_restart(till: Till) -> None:
    with till.store.write() as work:
        terminal = work.terminal.get()
        assert terminal is not None
        store = replace(
            terminal.store,
            cash_rounding="down",
            cash_exact=True,
            tenders=(TenderOffer("cash", "change"), TenderOffer("voucher", "none", 5_000)),
        )
        work.terminal.put(replace(terminal, store=store), work.terminal.device_seed())
    with till.store.read() as work:
        found = work.terminal.get()
    assert found is not None
    assert found.store == store


def test_small_change_is_dropped_where_the_store_rounds_down(till: Till) -> None:
    till.open_shift()
    # 19.95 is 20.00 in coins of 0.10 by half, and 19.90 with small change dropped.
    profile = replace(till.profile, cash_rounding="down")
    prices = PriceBasket(catalog=till.data.catalog, clock=till.clock, profile=profile)
    sale = CompleteSale(
        store=till.store,
        clock=till.clock,
        events=EventBus(),
        fiscal=NullFiscal(),
        prices=prices,
        texts=till.texts,
    )
    basket = till.basket()
    basket.add_product(till.product("cake"))
    priced = prices(basket.basket)
    assert sale.due(priced).cash_minor == 1_990
    paid = sale(LI, basket.basket, priced=priced, tenders=[TenderInput("cash", 2_000)])
    assert (paid.rounding_minor, paid.change_minor) == (-5, 10)


def test_what_is_missing_is_told_apart_from_what_is_wrong(till: Till) -> None:
    terms = till.profile.tender_terms
    with pytest.raises(InsufficientTender) as short:
        settle(Money(1_000, "CNY"), [TenderInput("cash", 900)], terms=terms)
    assert short.value.missing_minor == 100
    with pytest.raises(RuleError) as wrong:
        settle(Money(1_000, "CNY"), [TenderInput("external", 1_100)], terms=terms)
    assert (wrong.value.code, wrong.value.arguments) == ("tender.too_large", ("external", 100))


def test_a_document_that_gives_back_is_settled_with_negative_tenders(till: Till) -> None:
    before = CashBefore(due_minor=1_995, paid_minor=2_000)
    back = settle(
        Money(-1_995, "CNY"), [TenderInput("cash", -1_995)], terms=till.profile.tender_terms, before=before
    )
    assert [(part.amount_minor, part.change_minor) for part in back.tenders] == [(-2_000, 0)]
    assert back.rounding_minor == -5


def test_what_is_still_to_pay_falls_with_every_part(till: Till) -> None:
    terms, total = till.profile.tender_terms, Money(1_995, "CNY")
    after = [amount_due(total, parts, terms=terms) for parts in ((), (CARD,), (CARD, VOUCHER))]
    assert [(due.total_minor, due.cash_minor) for due in after] == [(1_995, 2_000), (995, 1_000), (495, 500)]
