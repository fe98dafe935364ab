"""The change of the sale before stays in sight until the next customer's first goods."""

from pos_app.services.events import SaleCompleted
from pos_app.ui.screens.sell.state import LastPaid
from retail_core.money import Money
from tests.unit.pos_app.ui.screens.sell_world import SellWorld

PAID = SaleCompleted("s1", "S01-T02-000123", Money(1_300, "CNY"))
AMERICANO = "6901234500016"


def test_the_change_of_the_last_sale_is_shown_until_the_next_goods() -> None:
    world = SellWorld().enter()
    world.events.publish(PAID)
    world.basket.start_new()
    assert world.now.last_paid == LastPaid("S01-T02-000123", Money(1_300, "CNY"))
    world.presenter.on_scan(AMERICANO)
    assert world.now.last_paid is None


def test_it_does_not_come_back_when_the_basket_is_emptied() -> None:
    world = SellWorld().enter()
    world.events.publish(PAID)
    world.presenter.on_scan(AMERICANO)
    world.presenter.remove_line()
    assert (world.now.lines, world.now.last_paid) == ((), None)


def test_after_a_return_it_says_what_was_given_back() -> None:
    world = SellWorld().enter()
    given = Money(4_100, "CNY")
    world.events.publish(SaleCompleted("s1", "S01-T02-000124", Money(0, "CNY"), given))
    assert world.now.last_paid == LastPaid("S01-T02-000124", Money(0, "CNY"), given)
