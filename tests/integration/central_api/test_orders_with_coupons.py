"""Coupons that pay a part of an order online: used once, given back when nobody gets anything of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from central_api.coupons import service as coupons
from central_api.coupons.schemas import Grant
from central_api.enrolment import service as enrolment
from central_api.importing.promise_settings import set_pickup
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.models.coupons import coupon, coupon_account
from central_api.models.members import member
from central_api.no_shows import service as no_shows
from central_api.orders import service as orders
from central_api.shop import service as shop
from retail_core.wire.counter import CouponHold
from retail_core.wire.shop import OrderItem, OrderPlaced, PlaceOrder
from tests.integration.central_api.conftest import NOW_MS
from tests.integration.central_api.shop_floor import MEMBER, set_up_floor
from tests.integration.central_api.test_late_orders import Counter
from tests.integration.central_api.till import FakeTill

DAY_MS = 24 * 3_600_000
READY_MS = NOW_MS + 60_000
MILK_MINOR = 600
OFF_MINOR = 500


@pytest.fixture
def counter(database: Database, till: FakeTill, caller: Caller, database_url: str) -> Counter:
    database.run(set_up_floor)
    set_pickup(database_url, "S01", days=3)
    return Counter(database, till, caller)


def issue(database: Database, request_id: str = "c1", member_id: str | None = MEMBER) -> str:
    def work(unit: Unit) -> str:
        grant = Grant(request_id, "FIVE", member_id, "S01")
        found = coupons.issue(unit, grant, tenant=1, store_number=1)
        members.settle(unit)
        return found.coupon_id

    return database.run(work)


def place(
    database: Database,
    *coupon_ids: str,
    request_id: str = "r1",
    member_id: str | None = MEMBER,
    pieces: int = 1,
) -> OrderPlaced:
    request = PlaceOrder(
        request_id=request_id,
        store_id="S01",
        member_id=member_id,
        items=(OrderItem(product_id="p-milk", qty_milli=1_000 * pieces),),
        coupon_ids=coupon_ids,
    )
    return database.run(lambda unit: shop.place_order(unit, request))


def state(database: Database, coupon_id: str) -> str:
    with database.read() as unit:
        return str(
            unit.conn.execute(select(coupon.c.state).where(coupon.c.coupon_id == coupon_id)).scalar_one()
        )


def in_wallet(database: Database) -> int:
    with database.read() as unit:
        return int(
            unit.conn.execute(select(member.c.coupons).where(member.c.member_id == MEMBER)).scalar_one()
        )


def spent(database: Database) -> tuple[int, int]:
    """Return how many coupons of the campaign were redeemed, and what that cost."""
    with database.read() as unit:
        row = unit.conn.execute(select(coupon_account).where(coupon_account.c.campaign_id == "FIVE")).one()
        return int(row.redeemed), int(row.spent_minor)


def give_up(database: Database, placed: OrderPlaced) -> None:
    database.run(lambda unit: orders.cancel(unit, placed.order.order_id))


@pytest.mark.usefixtures("counter")
def test_a_coupon_lowers_what_is_paid_and_is_used_with_the_order(database: Database) -> None:
    coupon_id = issue(database)
    full = place(database, request_id="r0").order.total_minor
    placed = place(database, coupon_id)
    assert (full, placed.order.total_minor) == (MILK_MINOR, MILK_MINOR - OFF_MINOR)
    assert state(database, coupon_id) == "redeemed"
    assert (in_wallet(database), spent(database)) == (0, (1, OFF_MINOR))
    # The same request again is the same order; the coupon is not used a second time.
    assert place(database, coupon_id).order.order_id == placed.order.order_id
    assert spent(database) == (1, OFF_MINOR)
    # A till is told that it is used.
    asked = CouponHold(coupon_id=coupon_id, sale_id="sale-1", member_id=MEMBER)
    held = database.run(lambda unit: coupons.hold(unit, asked, terminal_id="t1"))
    assert (held.status, held.code) == ("refused", "coupon.already_used")


@pytest.mark.usefixtures("counter")
def test_it_comes_back_when_the_order_is_cancelled_once(database: Database) -> None:
    coupon_id = issue(database)
    placed = place(database, coupon_id)
    give_up(database, placed)
    assert state(database, coupon_id) == "returned"
    assert (in_wallet(database), spent(database)) == (1, (0, 0))
    again = place(database, coupon_id, request_id="r2")
    assert again.order.total_minor == MILK_MINOR - OFF_MINOR
    with pytest.raises(ApiError, match=r"order\.not_open"):
        give_up(database, placed)
    assert state(database, coupon_id) == "redeemed"


def test_it_comes_back_when_nobody_came(
    database: Database, counter: Counter, caller: Caller, clock: FixedClock
) -> None:
    coupon_id = issue(database)
    placed = place(database, coupon_id)
    counter.ready(placed, at_ms=READY_MS)
    counter.send()
    over_ms = READY_MS + 3 * DAY_MS + no_shows.HEARD_AFTER_MS
    clock.set(over_ms)
    enrolment.TerminalCallers(database).hear(caller, now_ms=over_ms)
    assert no_shows.keep_up(database) == 1
    assert state(database, coupon_id) == "returned"
    with database.read() as unit:
        back = [each.amount_minor for each in orders.refunds(unit, order_id=placed.order.order_id)]
    assert (back, in_wallet(database), spent(database)) == ([MILK_MINOR - OFF_MINOR], 1, (0, 0))


def test_it_stays_used_when_a_part_was_handed_over(database: Database, counter: Counter) -> None:
    coupon_id = issue(database)
    placed = place(database, coupon_id)
    counter.ready(placed, at_ms=READY_MS)
    counter.hand_over(placed, at_ms=READY_MS + 1_000)
    counter.send()
    assert state(database, coupon_id) == "redeemed"
    assert spent(database) == (1, OFF_MINOR)


@pytest.mark.usefixtures("counter")
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda database, coupon_id: place(database, coupon_id, request_id="first"), "coupon.already_used"),
        (
            lambda database, coupon_id: database.run(
                lambda unit: coupons.revoke(unit, coupon_id, reason="mistake")
            ),
            "coupon.revoked",
        ),
        (
            lambda database, coupon_id: database.run(
                lambda unit: coupons.hold(
                    unit, CouponHold(coupon_id=coupon_id, sale_id="s", member_id=MEMBER), terminal_id="t1"
                )
            ),
            "coupon.held_elsewhere",
        ),
    ],
)
def test_one_that_cannot_be_used_places_no_order(
    database: Database, spoil: Callable[[Database, str], object], code: str
) -> None:
    coupon_id = issue(database)
    spoil(database, coupon_id)
    with database.read() as unit:
        before = orders.by_request(unit, "r1")
    with pytest.raises(ApiError) as refused:
        place(database, coupon_id)
    assert (refused.value.status, refused.value.code) == (409, code)
    with database.read() as unit:
        assert (before, orders.by_request(unit, "r1")) == (None, None)


@pytest.mark.usefixtures("counter")
def test_one_that_nobody_knows_or_that_is_another_members_places_no_order(database: Database) -> None:
    with pytest.raises(ApiError, match=r"coupon\.unknown"):
        place(database, "0123456789abcdef")
    coupon_id = issue(database)
    with pytest.raises(ApiError, match=r"coupon\.member_needed"):
        place(database, coupon_id, member_id=None)
    assert state(database, coupon_id) == "issued"


@pytest.mark.usefixtures("counter")
def test_one_that_saves_nothing_is_kept(database: Database) -> None:
    first, second = issue(database, "c1"), issue(database, "c2")
    with pytest.raises(ApiError, match=r"coupon\.no_effect"):
        place(database, first, second)
    assert (state(database, first), state(database, second)) == ("issued", "issued")
    assert (in_wallet(database), spent(database)) == (2, (0, 0))


@pytest.mark.usefixtures("counter")
def test_of_many_orders_at_once_one_gets_it(database: Database) -> None:
    coupon_id = issue(database)

    def try_it(number: int) -> str:
        try:
            place(database, coupon_id, request_id=f"r{number}")
        except ApiError as error:
            return error.code
        return "placed"

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(try_it, range(4)))
    assert answers == ["coupon.already_used"] * 3 + ["placed"]
    assert spent(database) == (1, OFF_MINOR)
