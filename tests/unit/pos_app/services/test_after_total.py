"""What leaves a basket after the customer was told its total: docs/rules/by-hand.md, "After the total"."""

from typing import Any

import pytest

from pos_app.services.abandon_basket import AbandonBasket
from pos_app.services.basket import CurrentBasket, SaveBasket
from pos_app.services.basket_steps import told
from pos_app.services.complete_sale import TenderInput
from pos_app.services.parked_steps import merged, split
from retail_core.reporting.cells import Cell, Cells, FactContext
from retail_core.reporting.fact_cells import cells_of
from retail_core.wire.facts import BASKET_ABANDONED, BODIES, SALE_COMPLETED
from tests.till_shop import LI, Till


@pytest.fixture
def rung_up(till: Till) -> CurrentBasket:
    """Return a latte and a cake; a second cake was taken out before anything was told."""
    till.open_shift()
    current = till.basket()
    current.add_product(till.product("latte"))
    current.add_product(till.product("cake"), qty_milli=2_000)
    gone = current.add_open_item(
        names=till.product("cake").names, amount_minor=900, tax_rate_bp=1300, category_id="open", code=None
    )
    current.remove_line(gone.line_id)
    return current


def _stated(till: Till, kind: str) -> tuple[dict[str, Any], Cells]:
    """Return the only fact of a kind, and what it adds to reports."""
    with till.store.read() as work:
        [entry] = [each for each in work.journal.of(1).after(0, 500) if each.type == kind]
    fact = BODIES[kind, 1].model_validate(entry.body, strict=False)
    return dict(entry.body), cells_of(kind, fact, context=FactContext("li", entry.wall_ms, "Asia/Shanghai"))


def _give_up(till: Till, current: CurrentBasket) -> None:
    AbandonBasket(store=till.store, clock=till.clock)(LI, current.basket, total_minor=2_800)


def _latte(current: CurrentBasket) -> str:
    return next(line.line_id for line in current.basket.lines if line.product_id == "latte")


def test_a_line_that_goes_after_the_total_makes_the_sale_a_void_of_its_list_price(
    till: Till, rung_up: CurrentBasket
) -> None:
    rung_up.amend(told)
    rung_up.remove_line(_latte(rung_up))
    till.pay(rung_up.basket, TenderInput("external", 3_990))
    body, cells = _stated(till, SALE_COMPLETED)
    assert [(line["list_minor"], line["after_total"]) for line in body["removed"]] == [
        (900, False),
        (2_800, True),
    ]
    assert cells[Cell("voids_after_total", "cashier", "li")] == 1
    assert cells[Cell("void_after_total_value")] == 2_800
    assert cells[Cell("removed_value")] == 3_700


def test_a_basket_that_is_given_up_after_the_total_counts_with_what_was_in_it(
    till: Till, rung_up: CurrentBasket
) -> None:
    rung_up.amend(told)
    rung_up.remove_line(_latte(rung_up))
    _give_up(till, rung_up)
    body, cells = _stated(till, BASKET_ABANDONED)
    assert body["after_total"]
    assert cells[Cell("voids_after_total")] == 1
    assert cells[Cell("void_after_total_value")] == 2_800 + 3_990
    assert cells[Cell("removed_value")] == 900 + 2_800 + 3_990


def test_a_basket_that_is_given_up_before_is_none(till: Till, rung_up: CurrentBasket) -> None:
    _give_up(till, rung_up)
    body, cells = _stated(till, BASKET_ABANDONED)
    assert not body["after_total"]
    assert cells[Cell("abandoned")] == 1
    assert Cell("voids_after_total") not in cells
    assert Cell("void_after_total_value") not in cells


def test_a_basket_that_was_emptied_after_the_total_remembers_it(till: Till, rung_up: CurrentBasket) -> None:
    rung_up.amend(told)
    rung_up.clear()
    _give_up(till, rung_up)
    assert _stated(till, BASKET_ABANDONED)[1][Cell("void_after_total_value")] == 2_800 + 3_990


def test_undo_and_a_restart_do_not_untell_the_total(till: Till, rung_up: CurrentBasket) -> None:
    rung_up.amend(told)
    rung_up.undo()
    rung_up.undo()
    assert rung_up.basket.total_told
    kept = SaveBasket(till.store).load()
    assert kept is not None
    assert kept.total_told


def test_nothing_is_told_of_an_empty_basket(till: Till) -> None:
    current = till.basket()
    current.amend(told)
    assert not current.basket.total_told


def test_both_parts_of_a_basket_know_it_and_so_does_one_that_they_go_into(
    till: Till, rung_up: CurrentBasket
) -> None:
    rung_up.amend(told)
    stays, goes = split(rung_up.basket, {_latte(rung_up): 1_000}, new_id=till.ids.new_id)
    assert (stays.total_told, goes.total_told) == (True, True)
    assert merged(till.basket().basket, goes).total_told
