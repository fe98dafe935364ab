"""A happy hour that ends under a basket is said at once, not when the money is on the counter."""

from collections.abc import Mapping

from pos_app.services.events import CatalogChanged, PricesTurned
from pos_app.ui.said import Said
from retail_core.money import Money
from tests.fakes import NOON_MS
from tests.unit.pos_app.ui.screens.sell_world import CAMPAIGNS, SellWorld

AMERICANO = "6901234500016"
HOUR_MS = 3_600_000
HAPPY: Mapping[str, object] = {
    "id": "HAPPY",
    "kind": "percent",
    "names": {"zh-Hans": "欢乐时光", "zh-Hant": "歡樂時光", "en": "Happy hour"},
    "params": {"percent_bp": 2_000},
    "scope": {"category_ids": ["coffee"]},
    "window": {"minutes": [[660, 780]]},
}
"""A fifth off coffee from 11 to 13 o'clock; the clock of the tests stands at noon."""


def _world() -> SellWorld:
    world = SellWorld()
    world.catalog.rules = (HAPPY,)
    world.enter()
    world.presenter.on_scan(AMERICANO)
    return world


def test_the_end_of_a_happy_hour_is_seen_before_anybody_pays() -> None:
    world = _world()
    assert world.now.totals.total == Money(2_000, "CNY")
    world.clock.advance(HOUR_MS - 1)
    assert not world.prices.has_turned()
    world.clock.advance(1)
    assert world.clock.now_ms() == NOON_MS + HOUR_MS
    assert world.prices.has_turned()
    world.events.publish(PricesTurned())
    assert not world.prices.has_turned()
    assert world.now.totals.total == Money(2_500, "CNY")
    assert world.now.note is not None
    assert world.now.note.said == Said("price.turned", (Money(2_000, "CNY"), Money(2_500, "CNY")))
    assert world.now.note.kind == "warn"


def test_nothing_is_said_when_the_customer_pays_the_same() -> None:
    world = SellWorld()
    world.catalog.rules = (HAPPY,)
    world.enter()
    world.presenter.on_scan("6901234500030")
    world.clock.advance(HOUR_MS)
    world.events.publish(PricesTurned())
    assert (world.now.note, world.now.totals.total) == (None, Money(1_600, "CNY"))


def test_an_empty_basket_has_no_price_that_could_turn() -> None:
    world = SellWorld()
    world.catalog.rules = (HAPPY,)
    world.enter()
    world.clock.advance(HOUR_MS)
    world.events.publish(PricesTurned())
    assert world.now.note is None
    assert not world.prices.has_turned()


def test_new_prices_from_head_office_under_a_basket_are_said_too() -> None:
    world = _world()
    world.catalog.rules = CAMPAIGNS
    world.catalog.version = "c2.0"
    world.events.publish(CatalogChanged("c2.0"))
    assert world.now.note is not None
    assert world.now.note.said == Said("price.turned", (Money(2_000, "CNY"), Money(2_500, "CNY")))
