"""A late order's coupon at a till without the network: one, with its fact before that of the ready order."""

import json
from dataclasses import replace

import pytest

from pos_app.services.late_coupons import LateCoupons
from pos_app.services.pick_order import PickOrder
from pos_app.services.price_basket import PriceBasket
from retail_core.wire.store_facts import OrderLate
from tests.fakes import NOON_MS
from tests.till_shop import LI, ORDER_ID, Till, order_doc, store_page
from tests.unit.pos_app.services.test_issue_coupons import DAY_MS, MIDNIGHT_MS, blank, bring, campaign

MINUTE_MS = 60_000
PROMISED_MS = NOON_MS - 11 * MINUTE_MS


def picker(till: Till, **settings: object) -> PickOrder:
    """Return who marks orders ready in a store that gives a coupon for late ones."""
    profile = replace(till.profile, **{"late_campaign": "NEXT", "late_minutes": 10, **settings})  # type: ignore[arg-type] # settings of the store, by name
    prices = PriceBasket(catalog=till.data.catalog, clock=till.clock, profile=profile, uses=till.uses)
    late = LateCoupons(prices=prices, clock=till.clock, texts=till.texts)
    return PickOrder(store=till.store, clock=till.clock, events=till.events, late=late)


@pytest.fixture
def shop(till: Till) -> Till:
    """A till with a coupon for late orders and one for sales, and an order that was to be ready by now."""
    till.run_campaigns(campaign())
    bring(till, blank(use="late", from_minor=1), blank("00000000000000a2", from_minor=2_800))
    put_order(till, promised_ms=PROMISED_MS)
    return till


def put_order(till: Till, *, promised_ms: int, **others: object) -> None:
    doc = order_doc("picking", promised_ms=promised_ms, **others)
    till.data.feed_sink.apply_store_page(store_page(("order", ORDER_ID, doc)), now_ms=NOON_MS)


def heard(till: Till, at_ms: int) -> None:
    """Let head office have answered at a time."""
    with till.store.write() as work:
        work.sync_state.put(replace(work.sync_state.get(), last_contact_ms=at_ms))


def mark_ready(pick: PickOrder) -> None:
    pick.pick(LI, ORDER_ID, picked={"1": 1_000}, ends=True)
    pick.mark_ready(LI, ORDER_ID, shelf="B2")


def stated(till: Till) -> list[OrderLate]:
    with till.store.read() as work:
        entries = work.journal.of_types(["order.late"])
    return [OrderLate.model_validate_json(json.dumps(entry.body)) for entry in entries]


def papers(till: Till) -> list[str]:
    with till.store.read() as work:
        return [job.document for job in work.spool.in_states(["written"], 10)]


def test_without_the_network_a_late_order_gets_one_on_paper(shop: Till) -> None:
    heard(shop, NOON_MS - 2 * MINUTE_MS)

    mark_ready(picker(shop))

    [late] = stated(shop)
    assert (late.order_id, late.issued.coupon_id, late.issued.campaign_id) == (
        ORDER_ID,
        "00000000000000a1",
        "NEXT",
    )
    assert late.issued.expires_ms == MIDNIGHT_MS + 10 * DAY_MS
    # It becomes the member's when head office hears of it.
    assert late.issued.only == ("members",)
    [paper] = papers(shop)
    for said in ("抱歉让您久等", "A-1024", "立减 ¥5.00", "A1B2-C3D4-E5F6", str(blank()["code"])):
        assert said in paper
    with shop.store.read() as work:
        kinds = [entry.type for entry in work.journal.of_types(["order.late", "order.ready"])]
        left = work.coupons.blanks(2**53 - 1, now_ms=NOON_MS, use="late")
        for_sales = work.coupons.blanks(2_800, now_ms=NOON_MS)
    assert kinds == ["order.late", "order.ready"]
    assert list(left) == []
    assert [each.coupon_id for each in for_sales] == ["00000000000000a2"]


def test_with_the_network_head_office_gives_it(shop: Till) -> None:
    heard(shop, NOON_MS - 30_000)
    mark_ready(picker(shop))
    assert (stated(shop), papers(shop)) == ([], [])


def test_an_order_that_is_in_time_gets_none(shop: Till) -> None:
    put_order(shop, promised_ms=NOON_MS - 10 * MINUTE_MS)
    mark_ready(picker(shop))
    assert stated(shop) == []


def test_a_store_without_a_campaign_gives_none(shop: Till) -> None:
    mark_ready(picker(shop, late_campaign=""))
    assert stated(shop) == []


def test_a_till_that_has_none_left_marks_the_order_ready_all_the_same(shop: Till) -> None:
    gone = store_page(("blank", "00000000000000a1", None))
    shop.data.feed_sink.apply_store_page(gone, now_ms=NOON_MS)
    mark_ready(picker(shop))
    with shop.store.read() as work:
        order = work.orders.get(ORDER_ID)
    assert order is not None
    assert order.state == "ready"
    assert (stated(shop), papers(shop)) == ([], [])


def test_a_sale_never_takes_a_coupon_that_is_for_late_orders(shop: Till) -> None:
    shop.open_shift()
    with shop.store.read() as work:
        found = work.coupons.blanks(10**9, now_ms=NOON_MS)
    assert [each.coupon_id for each in found] == ["00000000000000a2"]
