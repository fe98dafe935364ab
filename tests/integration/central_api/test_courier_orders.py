"""Orders of platforms: of nobody who is known, and taken by a courier."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from central_api.erasing import repository as erasing
from central_api.importing.channel_settings import set_channel
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.words import words
from central_api.models.members import points_entry
from central_api.models.orders import hand_over, shop_order
from central_api.order_messages import repository as order_messages
from central_api.order_page import service as order_page
from central_api.order_page.page import order_parts
from central_api.orders import service as orders
from central_api.shop import service as shop
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.feed import OrderDoc
from retail_core.wire.order_facts import ORDER_HANDED_OVER, CourierPerson, HandOverLine, OrderHandedOver
from retail_core.wire.shop import OrderCustomer, OrderItem, OrderPlaced, PlaceOrder
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.shop_floor import MEMBER, set_up_floor, store_docs
from tests.integration.central_api.test_late_orders import Counter
from tests.integration.central_api.till import FakeTill


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def place(database: Database, request_id: str = "r1", **said: Any) -> OrderPlaced:
    """Place an order of a platform, with a courier, unless it is said otherwise."""
    request = PlaceOrder(
        **{
            "request_id": request_id,
            "store_id": "S01",
            "channel": "fast_legs",
            "fulfilment": "courier",
            "items": (OrderItem(product_id="p-milk", qty_milli=1_000),),
            **said,
        }
    )
    return database.run(lambda unit: shop.place_order(unit, request))


def told(database: Database, order_id: str) -> OrderDoc:
    """Return an order as the tills of the store hear of it."""
    return OrderDoc.model_validate_json(store_docs(database, "order")[order_id])


def test_an_order_of_nobody_says_what_the_platform_says(database: Database) -> None:
    placed = place(
        database,
        customer=OrderCustomer(name="王女士", phone="13800138000"),
        platform_number="12",
        platform_code="FL-0012",
    )
    order = told(database, placed.order.order_id)
    assert (order.fulfilment, order.of_member) == ("courier", False)
    assert (order.masked_name, order.phone_last4) == ("王**", "8000")
    assert (order.platform_number, order.platform_code) == ("12", "FL-0012")
    assert (order.address, order.contact) == ("", "")
    with database.read() as unit:
        assert unit.conn.execute(select(points_entry.c.ref)).all() == []


def test_a_member_needs_no_name_and_whoever_gets_it_may_have_another(database: Database) -> None:
    own = told(database, place(database, "r1", member_id=MEMBER).order.order_id)
    gift = told(
        database,
        place(database, "r2", member_id=MEMBER, customer=OrderCustomer(name="陈东")).order.order_id,
    )
    assert own.of_member
    assert own.masked_name not in {"", "陈**"}
    assert (gift.of_member, gift.masked_name, gift.phone_last4) == (True, "陈**", own.phone_last4)


def test_an_address_is_with_tills_only_while_the_order_is_open_and_is_forgotten(database: Database) -> None:
    customer = OrderCustomer(name="王芳", phone="13800138000", address="南京路 1 号 201")
    placed = place(database, customer=customer)
    order_id = placed.order.order_id
    open_ = told(database, order_id)
    assert (open_.address, open_.contact) == ("南京路 1 号 201", "13800138000")

    database.run(lambda unit: orders.cancel(unit, order_id))

    ended = told(database, order_id)
    assert (ended.address, ended.contact) == ("", "")
    assert database.run(lambda unit: erasing.forget_in_orders(unit, placed_before_ms=2**50)) == [order_id]
    with database.read() as unit:
        kept = unit.conn.execute(
            select(
                shop_order.c.masked_name, shop_order.c.phone_last4, shop_order.c.address, shop_order.c.contact
            )
        ).one()
    assert tuple(kept) == ("", "", "", "")


def test_who_collects_something_has_no_address_kept(database: Database) -> None:
    customer = OrderCustomer(name="王芳", phone="13800138000", address="南京路 1 号 201")
    order = told(database, place(database, fulfilment="pickup", customer=customer).order.order_id)
    assert (order.fulfilment, order.address, order.contact) == ("pickup", "", "")


@pytest.fixture
def channel(database_url: str) -> None:
    """A platform whose codes are MT and eight digits, or four digits that begin anew each day."""
    set_channel(database_url, "S01", channel="fast_legs", name="快腿", code=["MT########", "####/day"])


@pytest.mark.usefixtures("channel")
def test_a_code_is_kept_as_tills_look_for_it_and_one_of_no_form_is_refused(database: Database) -> None:
    one = place(database, "r1", platform_code="mt 1234 5678")
    other = place(database, "r2", platform_code="0042")
    free = place(database, "r3", channel="elsewhere", platform_code="x-9")
    kept = [told(database, each.order.order_id).platform_code for each in (one, other, free)]
    assert kept == ["MT12345678", "0042", "x-9"]
    with pytest.raises(ApiError, match=r"order\.code_form"):
        place(database, "r4", platform_code="MT123")


@pytest.mark.usefixtures("channel")
def test_channels_travel_to_tills_are_replaced_and_removed(database: Database, database_url: str) -> None:
    set_channel(database_url, "S01", channel="market", name="集市", code=["@{6}", "#{3}/day"])
    set_channel(database_url, "S01", channel="fast_legs", name="快腿外卖")

    def known() -> dict[str, tuple[str, list[bool]]]:
        [settings] = store_docs(database, "settings").values()
        card = StoreCard.model_validate_json(settings)
        return {each.channel: (each.name, [code.daily for code in each.codes]) for each in card.channels}

    assert known() == {"market": ("集市", [False, True]), "fast_legs": ("快腿外卖", [])}
    set_channel(database_url, "S01", channel="market", remove=True)
    assert known() == {"fast_legs": ("快腿外卖", [])}


def test_a_form_that_looks_like_payment_codes_is_said_to(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_channel(database_url, "S01", channel="fast_legs", code=["#{16-20}"])
    assert "payment codes" in capsys.readouterr().err
    set_channel(database_url, "S01", channel="fast_legs", code=["MT########", "####", "##########"])
    assert capsys.readouterr().err == ""


def handed_to_courier(placed: OrderPlaced, *, counter: Counter) -> None:
    order = placed.order
    counter.ready(placed, at_ms=NOW_MS + 1)
    lines = tuple(
        HandOverLine(line_id=line.line_id, product_id=line.product_id, qty_milli=line.qty_milli)
        for line in order.lines
    )
    body = OrderHandedOver(
        hand_over_id="h1",
        order_id=order.order_id,
        shift_id="shift-1",
        business_day="2025-11-25",
        means="courier",
        evidence="",
        value_minor=order.total_minor,
        currency="CNY",
        lines=lines,
    )
    who = CourierPerson(courier="沪A·12345")
    counter.waiting.append(counter.till.state(ORDER_HANDED_OVER, body, wall_ms=NOW_MS + 2, person=who))
    counter.send()


def test_the_page_says_that_the_courier_has_it_and_shows_no_code(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    placed = place(database)

    def page() -> str:
        with database.read() as unit:
            view = order_page.show(unit, urlsplit(placed.page_url).path.removeprefix("/o/"))
        assert view is not None
        return "".join(part.markup for part in order_parts(view, words("en")))

    before = page()
    assert "Delivery order" in before
    assert "<svg" not in before
    handed_to_courier(placed, counter=Counter(database, till, caller))
    after = page()
    assert after.count("Handed to the courier") == 2  # How it stands, and its step.
    assert "Collected" not in after
    with database.read() as unit:
        row = unit.conn.execute(select(hand_over.c.means, hand_over.c.courier, hand_over.c.accepted)).one()
    assert tuple(row) == ("courier", "沪A·12345", 1)
    assert told(database, placed.order.order_id).state == "handed_over"
    assert told(database, placed.order.order_id).courier == "沪A·12345"
    database.run(lambda unit: erasing.forget_in_orders(unit, placed_before_ms=2**50))
    with database.read() as unit:
        assert unit.conn.execute(select(shop_order.c.courier)).scalar_one() == ""
        assert unit.conn.execute(select(hand_over.c.courier)).scalar_one() == ""


def test_no_member_is_told_to_collect_what_a_courier_brings(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    counter = Counter(database, till, caller)
    for number, fulfilment in enumerate(("courier", "pickup"), start=1):
        placed = place(database, f"r{number}", member_id=MEMBER, fulfilment=fulfilment)
        counter.ready(placed, at_ms=NOW_MS + number)
        if fulfilment == "pickup":
            collected = placed.order.order_id
    counter.send()
    with database.read() as unit:
        due = order_messages.due(unit, since_ms=0, day_ms=24 * 3_600_000)
    assert [(each.order_id, each.kind) for each in due] == [(collected, "ready")]
