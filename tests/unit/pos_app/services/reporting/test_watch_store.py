"""The watch list of a till, and the receipts behind a row of it."""

from dataclasses import replace

import pytest

from pos_app.services.basket_model import AttachedCoupon
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.reporting.find_receipts import FindReceipts
from pos_app.services.reporting.watch_store import WatchStore
from pos_app.services.reprint_receipt import ReprintReceipt
from retail_core.reporting import watch
from retail_core.reporting.report import Drill
from tests.returns_counter import GOLD, ReturnsCounter, stock_menu
from tests.till_shop import LI, Till

WU = Actor("wu", "吴昊", "cashier", LI.rights)


@pytest.fixture
def shop(till: Till) -> Till:
    stock_menu(till)
    till.open_shift()
    return till


def watching(till: Till) -> WatchStore:
    return WatchStore(store=till.store, catalog=till.data.catalog, clock=till.clock, profile=till.profile)


def evidence(till: Till) -> FindReceipts:
    return FindReceipts(store=till.store, catalog=till.data.catalog, profile=till.profile)


def test_who_prints_many_copies_stands_on_the_list_with_each_of_them(
    shop: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Fifty receipts each take their time; three say the same.
    monkeypatch.setattr(watch, "LEAST_BASE", 3)
    number = ""
    for actor in (LI, WU):
        for _ in range(3):
            basket = shop.basket()
            basket.add_product(shop.product("latte"))
            paid = shop.complete_sale(
                actor,
                basket.basket,
                priced=shop.prices(basket.basket),
                tenders=[TenderInput("cash", 2_800)],
            )
            number = paid.receipt_number
    reprint = ReprintReceipt(store=shop.store, clock=shop.clock, events=shop.events, texts=shop.texts)
    for _ in range(5):
        reprint(WU, number)
    [row] = watching(shop)(LI)
    assert (row.signal_id, row.subject, row.name, row.count, row.base) == ("copies", "cashier", "吴昊", 5, 3)
    behind = evidence(shop)(LI, watching(shop).window(), drill=row.drill)
    assert [found.reference for found in behind.rows] == [number] * 5


def test_a_member_with_many_coupons_stands_on_the_list_with_its_receipts(shop: Till) -> None:
    counter = ReturnsCounter(shop)
    last = ""
    for turn in range(6):
        coupon = AttachedCoupon(f"k{turn}", "FIVE-OFF", 500, "online", f"h{turn}", "valid")
        last = counter.sell({"burger": 1}, member=GOLD, coupons=(coupon,)).receipt_number
    once = replace(GOLD, member_id="m2", alias="fedcba9876543210")
    counter.sell(
        {"burger": 1}, member=once, coupons=(AttachedCoupon("x", "FIVE-OFF", 500, "online", "hx", "valid"),)
    )
    [row] = watching(shop)(LI)
    assert (row.signal_id, row.key, row.count, row.expected_milli) == ("coupons_member", GOLD.alias, 6, 1_000)
    first = evidence(shop)(LI, watching(shop).window(), drill=row.drill, limit=4)
    assert first.rows[0].reference == last
    rest = evidence(shop)(LI, watching(shop).window(), drill=row.drill, after=first.more, limit=4)
    assert (len(first.rows), len(rest.rows), rest.more) == (4, 2, None)


def test_the_list_is_only_for_who_may_see_reports(shop: Till) -> None:
    with pytest.raises(RuleError, match=r"right.missing"):
        watching(shop)(Actor("wu", "吴昊", "cashier", {"sell": None}))


def test_behind_a_member_without_coupons_there_is_nothing(shop: Till) -> None:
    page = evidence(shop)(LI, watching(shop).window(), drill=Drill("coupons_used", "member", "0" * 16))
    assert page.rows == ()
