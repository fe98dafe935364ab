"""How a sale was paid, as its returns start from."""

from collections.abc import Sequence

from retail_core.money import Money
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, BasketLine, Context
from retail_core.pricing.rules import compile_rules
from retail_core.returns.facts import sold_of
from retail_core.returns.model import Paid
from retail_core.wire.sale_parts import Tender
from tests.sold import sale_fact, tender

CONTEXT = Context("s1", "till", "2026-01-05", 1, 600)


def _paid(minor: int, tenders: Sequence[Tender]) -> tuple[Paid, ...]:
    line = BasketLine("1", "a", "a", "c", 1000, "piece", Money(minor, "CNY"), 0)
    basket = Basket("CNY", (line,))
    priced = price(basket, compile_rules([])[0], context=CONTEXT)
    return sold_of(sale_fact(basket, priced, documents=[], context=CONTEXT, tenders=tenders)).paid


def test_rounding_to_coins_is_in_the_cash() -> None:
    assert _paid(1_992, [tender("card", 1_000), tender("cash", 990)]) == (
        Paid("card", None, "", 1_000, 1_000),
        Paid("cash", None, "", 992, 990),
    )


def test_a_rest_that_no_coin_stands_for_was_cash_of_nothing() -> None:
    assert _paid(3_004, [tender("card", 3_000)]) == (
        Paid("card", None, "", 3_000, 3_000),
        Paid("cash", None, "", 4, 0),
    )


def test_the_change_of_a_voucher_takes_its_rounding() -> None:
    voucher = tender("voucher", 3_000).model_copy(update={"tendered_minor": 5_000, "change_minor": 2_000})
    assert _paid(2_997, [voucher]) == (Paid("voucher", None, "", 2_997, 3_000),)
