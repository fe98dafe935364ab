"""What came back is written once, and summed from its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from pos_app.services.errors import StorageError
from pos_app.services.identity import open_shift_of
from pos_app.services.write_fact import write_fact
from retail_core.money import Money
from retail_core.pricing.engine import price
from retail_core.pricing.model import Basket, BasketLine, Context, MemberFacts
from retail_core.pricing.rules import compile_rules
from retail_core.returns.facts import refund_of, returned_of, sold_of
from retail_core.returns.model import ComesBack, Terms
from retail_core.returns.refund import take_back
from retail_core.wire import facts
from retail_core.wire.facts import CouponUse, SaleCompleted, SalePerson
from tests.sold import cash_for, sale_fact
from tests.till_shop import ALIAS, Till, open_shop

PERSON = SalePerson(member_id="m1", alias=ALIAS, masked_name="张**", phone_last4="8888", means="code")
USED = CouponUse(coupon_id="k1", campaign_id="c", amount_minor=0, mode="online", hold_id=None)
POINTS = {"id": "p", "kind": "points", "params": {"per_minor": 100}}
CONTEXT = Context("S01", "till", "2026-11-22", 7, 720)
LINE = BasketLine("1", "latte", "拿铁", "coffee", 3_000, "piece", Money(2_800, "CNY"), 1_300)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with open_shop(tmp_path) as shop:
        shop.open_shift()
        yield shop


def _keep(till: Till, body: SaleCompleted, *, number: int) -> None:
    with till.store.write() as work:
        body = body.model_copy(update={"shift_id": open_shift_of(work).shift_id})
        entry = write_fact(
            work, till.clock, kind=facts.SALE_COMPLETED, actor="li", body=body, personal=PERSON
        )
        work.sales.add(body, PERSON, entry=entry, receipt_seq=number)
        work.returns.add(body, entry)


def _sell(till: Till) -> SaleCompleted:
    """Sell three lattes to a member, who used a coupon for them."""
    basket = Basket("CNY", (LINE,), MemberFacts("m1", "gold"))
    priced = price(basket, compile_rules([POINTS])[0], context=CONTEXT)
    sale = sale_fact(basket, priced, documents=[POINTS], context=CONTEXT, tenders=[cash_for(8_400)])
    sale = sale.model_copy(update={"coupons": (USED,)})
    _keep(till, sale, number=1)
    return sale


def _take_back(
    till: Till, sale: SaleCompleted, *, pieces: Mapping[str, int], number: int, restock: bool = True
) -> None:
    with till.store.read() as work:
        earlier = [refund_of(returned) for _, returned in work.returns.of_sale(sale.sale_id)]
    wanted = [
        ComesBack(f"b{number}-{line_id}", line_id, qty, "defective", restock)
        for line_id, qty in pieces.items()
    ]
    terms = Terms("claw_back", "2026-11-22", 0)
    refund = take_back(sold_of(sale), earlier, wanted=wanted, terms=terms)
    values = {
        "sale_id": f"back-{number}",
        "receipt_number": f"S01-T02-{number:06d}",
        "lines": (),
        "coupons": (),
        "tenders": (),
        "tax": (),
        "list_minor": 0,
        "discount_minor": 0,
        "points_earned": 0,
        "total_minor": -refund.total_minor,
        "returned": (returned_of(refund),),
    }
    _keep(till, sale.model_copy(update=values), number=number)


def test_what_came_back_of_a_sale_is_read_in_order(till: Till) -> None:
    sale = _sell(till)
    _take_back(till, sale, pieces={"1": 1_000}, number=2)
    _take_back(till, sale, pieces={"1": 2_000}, number=3)
    with till.store.read() as work:
        found = work.returns.of_sale(sale.sale_id)
        assert [(name, each.refund_minor) for name, each in found] == [("back-2", 2_800), ("back-3", 5_600)]
        assert work.returns.quantities(sale.sale_id) == {"1": 3_000}
        assert work.returns.of_sale("another") == []


def test_returned_goods_lie_on_the_shelf_again_and_what_is_broken_does_not(till: Till) -> None:
    sale = _sell(till)
    _take_back(till, sale, pieces={"1": 1_000}, number=2)
    _take_back(till, sale, pieces={"1": 1_000}, number=3, restock=False)
    with till.store.read() as work:
        rows = work.connection.execute(
            text("SELECT cause, qty_milli FROM stock_movement WHERE ref LIKE 'back%' ORDER BY num")
        ).fetchall()
        assert [tuple(row) for row in rows] == [
            ("return", 1_000),
            ("return", 1_000),
            ("write_off", -1_000),
        ]
        assert work.stock.levels(["latte"])["latte"].on_hand_milli == 10_000 - 3_000 + 1_000


def test_an_empty_that_comes_back_is_no_goods(till: Till) -> None:
    basket = Basket("CNY", (replace(LINE, deposit=True),), MemberFacts("m1", "gold"))
    priced = price(basket, compile_rules([])[0], context=CONTEXT)
    sale = sale_fact(basket, priced, documents=[], context=CONTEXT, tenders=[cash_for(8_400)])
    _keep(till, sale, number=1)
    _take_back(till, sale, pieces={"1": 1_000}, number=2)
    with till.store.read() as work:
        moved = work.connection.execute(text("SELECT count(*) FROM stock_movement")).scalar_one()
        assert moved == 0
        assert work.returns.quantities(sale.sale_id) == {"1": 1_000}


def test_points_go_with_the_goods_from_whom_they_were_given_to(till: Till) -> None:
    sale = _sell(till)
    _take_back(till, sale, pieces={"1": 1_000}, number=2)
    with till.store.read() as work:
        rows = work.connection.execute(text("SELECT rule, alias, points FROM points_entry ORDER BY seq"))
        assert [tuple(row) for row in rows] == [
            ("sale", ALIAS, 84),
            (f"return:{sale.sale_id}", ALIAS, -28),
        ]


def test_a_coupon_that_came_back_can_be_used_again(till: Till) -> None:
    sale = _sell(till)
    _take_back(till, sale, pieces={"1": 1_000}, number=2)
    with till.store.read() as work:
        # Nothing of it stands on the goods, so it came back with the first of them.
        assert not work.coupons.is_used("k1")


def test_what_came_back_is_never_changed(till: Till) -> None:
    sale = _sell(till)
    _take_back(till, sale, pieces={"1": 1_000}, number=2)
    for table in ("sale_return", "sale_return_line", "coupon_return"):
        with pytest.raises(StorageError), till.store.write() as work:
            work.connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - the names stand above
