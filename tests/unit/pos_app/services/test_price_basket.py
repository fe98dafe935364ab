from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pos_app.services import price_basket
from pos_app.services.basket_model import Line
from pos_app.services.complete_sale import TenderInput
from pos_app.services.price_basket import SetAside
from pos_app.services.records import Names
from retail_core.pricing import model
from retail_core.pricing.kinds.threshold import Threshold
from tests.till_shop import Till, open_shop

REGIONAL: dict[str, object] = {
    "id": "WEST",
    "kind": "percent",
    "params": {"percent_bp": 1000},
    "regions": ["west"],
}


@pytest.mark.parametrize(("tax_per", "tax_minor"), [("rate", 17), ("line", 18)])
def test_tax_is_rounded_as_the_store_says(tmp_path: Path, tax_per: str, tax_minor: int) -> None:
    with open_shop(tmp_path, tax_per=tax_per) as till:
        till.open_shift()
        current = till.basket()
        for _ in range(3):
            current.add_open_item(
                names=Names("糖", "糖", "Sweet"),
                amount_minor=33,
                tax_rate_bp=2000,
                category_id="coffee",
                code=None,
            )
        till.pay(current.basket, TenderInput("external", 99))
        with till.store.read() as work:
            found = work.sales.by_number("S01-T02-000001")
    assert found is not None
    assert [(row.gross_minor, row.tax_minor) for row in found[0].tax] == [(99, tax_minor)]
    assert sum(line.tax_minor for line in found[0].lines) == tax_minor


@pytest.mark.parametrize(("region", "total_minor"), [("west", 2_520), ("south", 2_800), ("", 2_800)])
def test_a_campaign_of_a_region_runs_in_the_stores_of_it(
    tmp_path: Path, region: str, total_minor: int
) -> None:
    with open_shop(tmp_path, region=region) as till:
        till.run_campaigns(REGIONAL)
        current = till.basket()
        current.add_product(till.product("latte"))
        assert till.prices(current.basket).total.minor == total_minor


MILK_TEA = {
    "id": "TEA",
    "kind": "percent",
    "params": {"percent_bp": 1000},
    "scope": {"product_ids": ["latte"]},
}


def test_lines_that_nothing_touched_are_the_same_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(price_basket, "pricing_line", _noting(made))
    with open_shop(tmp_path) as till:
        till.run_campaigns(MILK_TEA)
        current = till.basket()
        current.add_product(till.product("latte"))
        current.add_product(till.product("twin_b"))
        before = till.prices(current.basket)
        current.set_quantity(current.basket.lines[1].line_id, 3_000)
        after = till.prices(current.basket)
    assert after.lines[0] is before.lines[0]
    assert after.lines[1] is not before.lines[1]
    assert after.total.minor - before.total.minor == 2 * before.lines[1].total.minor
    assert made == ["latte", "twin_b", "twin_b"]


def _noting(made: list[str]) -> Callable[[Line, str], model.BasketLine]:
    make = price_basket.pricing_line

    def note(line: Line, currency: str) -> model.BasketLine:
        made.append(str(line.product_id))
        return make(line, currency)

    return note


def test_two_lanes_that_price_at_the_same_time_get_each_their_own_price(tmp_path: Path) -> None:
    with open_shop(tmp_path) as till:
        till.run_campaigns(MILK_TEA)
        current = till.basket()
        current.add_product(till.product("latte"))
        one = current.basket
        current.add_product(till.product("latte"))
        two = current.basket
        with ThreadPoolExecutor(max_workers=2) as lanes:
            found = list(lanes.map(lambda basket: till.prices(basket).total.minor, [one, two] * 100))
    assert found == [2_520, 5_040] * 100


def test_a_campaign_that_cannot_be_used_is_named_with_its_reason(tmp_path: Path) -> None:
    bad = {**MILK_TEA, "id": "BAD", "names": {"en": "Odd", "zh-Hans": 7}, "params": {"percent_bp": -1}}
    with open_shop(tmp_path) as till:
        till.run_campaigns(bad, MILK_TEA)
        current = till.basket()
        current.add_product(till.product("latte"))
        assert till.prices(current.basket).total.minor == 2_520
        assert till.prices.set_aside == (
            SetAside("BAD", Names("BAD", "BAD", "Odd"), "rule.out_of_range", "params.percent_bp"),
        )


def _set_aside(till: Till) -> list[SetAside]:
    """Return what is set aside now; a property is asked again each time."""
    return list(till.prices.set_aside)


def test_a_campaign_that_breaks_while_it_prices_is_set_aside_and_the_sale_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(Threshold, "off", broken)
    ladder = {
        "id": "LADDER",
        "kind": "threshold",
        "names": {"zh-Hans": "满减", "zh-Hant": "滿減", "en": "Ladder"},
        "params": {"steps": [{"min_minor": 1_000, "off_minor": 500}]},
    }
    with open_shop(tmp_path) as till:
        till.run_campaigns(ladder, MILK_TEA)
        till.open_shift()
        current = till.basket()
        current.add_product(till.product("latte"))
        assert _set_aside(till) == []
        paid = till.pay(current.basket, TenderInput("external", 2_520))
        assert paid.receipt_number == "S01-T02-000001"
        assert _set_aside(till) == [SetAside("LADDER", Names("满减", "滿減", "Ladder"), "rule.broken")]
        till.run_campaigns(MILK_TEA, version="v3")
        assert till.prices(current.basket).total.minor == 2_520
        assert _set_aside(till) == []


def test_a_campaign_that_breaks_for_newcomers_only_is_set_aside_and_keeps_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def broken(*_: object) -> int:
        asked.append(1)
        raise ZeroDivisionError

    monkeypatch.setattr(Threshold, "off", broken)
    welcome = {
        "id": "WELCOME",
        "kind": "threshold",
        "names": {"zh-Hans": "首单立减", "zh-Hant": "首購折抵", "en": "Welcome"},
        "first_purchase": True,
        "params": {"steps": [{"min_minor": 1_000, "off_minor": 500}]},
    }
    points = {"id": "POINTS", "kind": "points", "params": {"per_minor": 100}}
    with open_shop(tmp_path) as till:
        till.run_campaigns(points, welcome, MILK_TEA)
        till.open_shift()
        current = till.basket()
        current.add_product(till.product("latte"))
        assert till.prices(current.basket).total.minor == 2_520
        # Who is no member meets nothing of it.
        assert (asked, _set_aside(till)) == ([], [])
        paid = till.pay(current.basket, TenderInput("external", 2_520))
        assert asked
        assert _set_aside(till) == [
            SetAside("WELCOME", Names("首单立减", "首購折抵", "Welcome"), "rule.broken")
        ]
        assert till.prices.campaign_name("WELCOME", "zh-Hans") == "首单立减"
        with till.store.read() as work:
            found = work.sales.by_number(paid.receipt_number)
        assert found is not None
        # What joining by this receipt would give is reckoned without it, and said.
        assert [line.joining_points for line in found[0].lines] == [25]
