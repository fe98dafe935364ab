"""The Order screen: where, when and for whom; what head office keeps lies in the basket."""

from dataclasses import dataclass, field, replace

import pytest

from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import PosError, Rejected, Unreachable
from pos_app.services.events import EventBus
from pos_app.services.order_goods import OrderGoods
from pos_app.services.records import Names, Product
from pos_app.services.session import Session
from pos_app.ui.screens.order.presenter import OrderPresenter, OrderTools
from pos_app.ui.screens.order.state import OrderState
from tests.aisle_fakes import MINUTE_MS, FakeAisle
from tests.fakes import NOON_MS, FakeClock, FakeIds, InlineLane
from tests.till_shop import LI
from tests.unit.pos_app.ui.screens.sell_fakes import FakeSounds
from tests.unit.pos_app.ui.screens.sell_world import HeldLane

LATTE = Product(
    product_id="latte",
    sku="L1",
    names=Names("拿铁", "拿鐵", "Latte"),
    brand="",
    category_id="coffee",
    sold_by="piece",
    price_minor=2_800,
    tier_prices={},
    tax_rate_bp=1_300,
    min_age=0,
    regulated=False,
    tile="拿|coffee",
    barcodes=(),
    favourite=1,
)
MEMBER = AttachedMember(
    member_id="M1",
    alias="ab" * 8,
    masked_name="李**",
    phone_last4="8823",
    tier="gold",
    points=100,
    coupons=0,
    means="code",
    present=True,
)


@dataclass
class Desk:
    """The screen without its picture."""

    office: FakeAisle
    basket: CurrentBasket
    screen: OrderPresenter
    gone_to: list[str]
    sounds: FakeSounds
    lane: InlineLane | HeldLane
    seen: list[OrderState] = field(default_factory=list)

    def show_state(self, state: OrderState) -> None:
        self.seen.append(state)

    @property
    def state(self) -> OrderState:
        return self.screen.state

    def say_for_whom(self) -> None:
        self.screen.type_name(" 王小明 ")
        self.screen.type_phone("139-1234-5678")


def make_desk(lane: InlineLane | HeldLane, fault: PosError | None = None) -> Desk:
    events, gone_to, sounds = EventBus(), list[str](), FakeSounds()
    office = FakeAisle(fault=fault)
    basket = CurrentBasket(currency="CNY", ids=FakeIds(), events=events, keep=lambda _basket: None)
    orders = OrderGoods(
        api=office,
        basket=basket,
        ids=FakeIds(500),
        clock=FakeClock(),
        find={"latte": LATTE}.get,
    )
    tools = OrderTools(
        orders=orders,
        basket=lambda: basket.basket,
        now_ms=lambda: NOON_MS,
        currency="CNY",
        sounds=sounds,
        network=lane,
    )
    screen = OrderPresenter(tools, session=Session(LI), navigate=gone_to.append)
    desk = Desk(office, basket, screen, gone_to, sounds, lane)
    screen.bind(desk)
    return desk


@pytest.fixture
def desk() -> Desk:
    made = make_desk(InlineLane())
    made.screen.begin(LATTE, pieces=2, way_back="stock")
    made.screen.enter()
    return made


def test_the_nearest_store_that_has_enough_is_chosen(desk: Desk) -> None:
    # Nothing is here, four are in the next store.
    assert (desk.office.asked, desk.state.choice) == (["latte"], "S02")
    desk.screen.step(1)
    assert (desk.state.pieces, desk.state.choice) == (3, "S02")
    desk.screen.step(2)
    assert desk.state.choice == ""
    desk.screen.submit()
    assert (desk.state.said.code, desk.office.wishes) == ("order.no_place", [])


def test_it_is_put_into_the_basket_and_the_till_goes_on_selling(desk: Desk) -> None:
    desk.say_for_whom()
    desk.screen.submit()
    [(_, wish)] = desk.office.wishes
    assert (wish.store_id, wish.qty_milli, wish.name, wish.phone) == ("S02", 2_000, "王小明", "13912345678")
    assert (wish.fulfilment, wish.member_id, wish.address) == ("pickup", None, "")
    assert [(line.product_id, line.label_minor) for line in desk.basket.basket.lines] == [("latte", 5_000)]
    assert desk.gone_to == ["sell"]


def test_a_time_of_the_store_is_chosen(desk: Desk) -> None:
    desk.screen.choose("S03")
    desk.screen.choose_time(NOON_MS + 45 * MINUTE_MS)
    desk.say_for_whom()
    desk.screen.submit()
    assert desk.office.wishes[0][1].slot_ms == NOON_MS + 45 * MINUTE_MS


def test_another_store_has_other_times(desk: Desk) -> None:
    desk.screen.choose("S03")
    desk.screen.choose_time(NOON_MS + 45 * MINUTE_MS)
    desk.screen.choose("S02")
    assert (desk.state.choice, desk.state.slot_ms) == ("S02", None)


@pytest.mark.parametrize(
    ("choice", "typed", "code"),
    [
        ("S02", ("", "", ""), "order.nobody"),
        ("S02", ("王", "139", ""), "order.nobody"),
        ("S02", (" ", "13912345678", ""), "order.nobody"),
        ("courier", ("王", "13912345678", " "), "order.no_address"),
    ],
)
def test_it_asks_for_whom_and_where(desk: Desk, choice: str, typed: tuple[str, str, str], code: str) -> None:
    desk.screen.choose(choice)
    desk.screen.type_name(typed[0])
    desk.screen.type_phone(typed[1])
    desk.screen.type_address(typed[2])
    desk.screen.submit()
    assert (desk.state.said.code, desk.office.wishes) == (code, [])


def test_the_member_of_the_basket_needs_no_name() -> None:
    desk = make_desk(InlineLane())
    desk.basket.attach_member(MEMBER)
    desk.screen.begin(LATTE)
    desk.screen.enter()
    assert (desk.state.member, desk.state.needs_phone) == ("李** 8823", False)
    desk.screen.choose("courier")
    desk.screen.submit()
    # The store's own courier has to call somebody.
    assert desk.state.said.code == "order.no_address"
    desk.screen.type_phone("13912345678")
    desk.screen.type_address("南京西路 1 号")
    desk.screen.submit()
    [(_, wish)] = desk.office.wishes
    assert (wish.member_id, wish.name, wish.store_id, wish.fulfilment) == ("M1", "", None, "courier")
    assert (wish.phone, wish.address) == ("13912345678", "南京西路 1 号")


def test_without_a_network_the_screen_says_so_and_asks_again() -> None:
    desk = make_desk(InlineLane(), Unreachable())
    desk.screen.begin(LATTE)
    desk.screen.enter()
    assert (desk.state.asked_error.code, desk.state.choice) == ("order.needs_network", "")
    desk.office.fault = None
    desk.screen.ask()
    assert (desk.state.asked_error.code, desk.state.choice) == ("", "S02")


def test_a_refusal_asks_anew_what_is_there(desk: Desk) -> None:
    desk.say_for_whom()
    desk.office.fault = Rejected("stock.not_enough")
    desk.screen.submit()
    assert (desk.state.said.code, desk.state.holding) == ("stock.not_enough", False)
    desk.office.fault = None
    desk.office.places = desk.office.places[:1]
    desk.screen.ask()
    assert desk.state.choice == ""


def test_who_goes_away_meanwhile_orders_nothing() -> None:
    lane = HeldLane()
    lane.open = False
    desk = make_desk(lane)
    desk.screen.begin(LATTE, way_back="stock")
    desk.screen.enter()
    lane.let_go()
    desk.say_for_whom()
    desk.screen.submit()
    desk.screen.go_back()
    desk.screen.leave()
    lane.let_go()  # the answer
    lane.let_go()  # what is let go then
    assert (desk.basket.basket.lines, desk.gone_to) == ((), ["stock"])
    assert desk.office.released == ["0000000000000001"]


def test_what_cannot_be_ordered_is_said() -> None:
    desk = make_desk(InlineLane())
    desk.screen.begin(replace(LATTE, sold_by="weight"))
    desk.screen.enter()
    desk.screen.submit()
    assert desk.state.said.code == "order.not_for_order"


def test_a_scan_waits_until_the_question_is_answered(desk: Desk) -> None:
    desk.screen.on_scan()
    assert desk.state.said.code == "scan.answer_first"
