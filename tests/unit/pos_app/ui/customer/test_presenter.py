"""What the customer sees follows Sell and Pay, says nothing of a person, and never stops a sale."""

from dataclasses import replace

import pytest

from pos_app.services.complete_sale import AmountDue, Paid
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.customer.presenter import THANKS_MS, CustomerPresenter
from pos_app.ui.customer.state import CustomerState
from pos_app.ui.screens.pay.state import PayState
from retail_core.money import Money
from tests.fakes import ManualTimers
from tests.unit.pos_app.ui.screens.sell_world import AMERICANO, LI, STORE, SellWorld

PROFILE = replace(STORE, receipt_base_url="https://shop.example")
PAID = Paid(
    sale_id="s1",
    receipt_number="S01-T01-000007",
    total_minor=2_200,
    rounding_minor=0,
    tendered_minor=5_000,
    change_minor=2_800,
    points_earned=0,
    document_job_id=1,
    drawer_job_id=None,
    entry_hash="0123456789abcdef" * 4,
)


def money(minor: int) -> Money:
    return Money(minor, "CNY")


class Customer:
    """The presenter with what it is told, and what it showed."""

    def __init__(self) -> None:
        self.is_paying = False
        self.is_broken = False
        self.failures: list[Exception] = []
        self.shown: list[CustomerState] = []
        self.timers = ManualTimers()
        self.presenter = CustomerPresenter(
            PROFILE,
            timers=self.timers,
            is_paying=lambda: self.is_paying,
            on_failure=self.failures.append,
        )
        self.presenter.bind(self)

    def show_state(self, state: CustomerState) -> None:
        if self.is_broken:
            raise RuntimeError("no screen")
        self.shown.append(state)

    @property
    def state(self) -> CustomerState:
        return self.presenter.state


@pytest.fixture
def customer() -> Customer:
    return Customer()


@pytest.fixture
def world(customer: Customer) -> SellWorld:
    made = SellWorld().enter()
    made.presenter.follow(customer.presenter.on_sell)
    return made


def pay_state(**changes: object) -> PayState:
    state = PayState(
        AmountEntry("CNY"), AmountDue(2_200, 2_200), goods=money(2_500), total=money(2_200), member="李**"
    )
    return replace(state, **changes)  # type: ignore[arg-type]


def test_goods_stand_there_as_scanned_the_newest_marked(world: SellWorld, customer: Customer) -> None:
    assert customer.state.phase == "idle"
    world.presenter.take_result(AMERICANO)
    [line] = customer.state.lines
    assert (customer.state.phase, line.name, line.pieces, line.total, line.is_new) == (
        "basket",
        "冰美式 大杯",
        "",
        money(2_500),
        True,
    )
    world.presenter.take_result(AMERICANO)
    assert [(line.pieces, line.is_new) for line in customer.state.lines] == [("× 2", True)]
    assert customer.state.due == money(5_000)


def test_a_member_is_a_masked_name(world: SellWorld, customer: Customer) -> None:
    world.presenter.take_result(AMERICANO)
    world.basket.attach_member(LI)
    assert customer.state.member == "李**"
    assert customer.state.due == money(2_200)
    assert customer.state.saving == money(300)
    assert "8823" not in repr(customer.state)


def test_what_is_to_pay_and_the_change_come_from_pay(world: SellWorld, customer: Customer) -> None:
    world.presenter.take_result(AMERICANO)
    customer.is_paying = True
    customer.presenter.on_pay(pay_state(entry=AmountEntry.of(money(5_000))))
    assert (customer.state.phase, customer.state.due, customer.state.change) == (
        "pay",
        money(2_200),
        money(2_800),
    )
    assert [line.is_new for line in customer.state.lines] == [False]
    # While Pay is shown, the basket behind it says nothing here.
    world.presenter.take_result(AMERICANO)
    assert customer.state.phase == "pay"


def test_thanks_with_the_code_stay_until_the_next_goods(world: SellWorld, customer: Customer) -> None:
    customer.is_paying = True
    customer.presenter.on_pay(pay_state(paid=PAID, member=""))
    state = customer.state
    assert (state.phase, state.change, state.lines) == ("paid", money(2_800), ())
    assert state.link == "https://shop.example/r/S01-T01-000007?h=0123456789abcdef"
    assert state.joins
    customer.is_paying = False
    world.presenter.enter()
    world.presenter.take_result(AMERICANO)
    assert [shown.phase for shown in customer.shown] == ["idle", "paid", "basket"]
    assert customer.timers.waiting == []


def test_nobody_comes_next_and_the_thanks_end(customer: Customer) -> None:
    customer.is_paying = True
    customer.presenter.on_pay(pay_state(paid=PAID))
    assert not customer.state.joins
    assert [delay_ms for delay_ms, _ in customer.timers.waiting] == [THANKS_MS]
    customer.timers.fire_all()
    assert customer.state.phase == "idle"


def test_a_screen_that_fails_is_told_of_once_selling_goes_on(world: SellWorld, customer: Customer) -> None:
    customer.is_broken = True
    world.presenter.take_result(AMERICANO)
    world.presenter.take_result(AMERICANO)
    assert len(customer.failures) == 1
    assert [line.qty_milli for line in world.basket.basket.lines] == [2_000]
