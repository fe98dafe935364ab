"""The measures of a window that are no sums of cells: stock, controls of campaigns, costs that were told.

Source: docs/rules/figures.md, "The stock at the end of a day" and behind it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from central_api.coupon_ways import service as coupon_ways
from central_api.kit.unit import Unit
from central_api.reporting import people, repository
from central_api.reporting.schemas import Days
from central_api.reporting.scopes import count, each_day, periods
from central_api.stock_days import service as stock_days
from central_api.told_costs import service as told_costs
from central_api.told_costs.schemas import Kind
from retail_core.reporting.campaign_cells import CONTROLS, StoreBaskets, expected_cells
from retail_core.reporting.cells import Cell, Cells, keys_of
from retail_core.reporting.stock_cells import NO_STOCK_DAYS, STOCK_MEASURES, DaysStock, stock_cells

FEES_NOT_TOLD: Final = "fees_not_told"
MARKETING_NOT_TOLD: Final = "marketing_not_told"
OF_THE_CHAIN: Final = "of_the_chain"

_COUPONS: Final = ("coupons_out", "coupons_claimed", "coupons_redeemed")


@dataclass(frozen=True, slots=True)
class Within:
    """The stores and days that are measured; ``everywhere``: all stores of the currency.

    The days begin and end at ``begin_ms`` and before ``end_ms``, by the clock of the first store.
    """

    store_ids: list[str]
    currency: str
    everywhere: bool
    days: Days
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured: why a measure is missing, and what is known of each store's stock."""

    missing: dict[str, str] = field(default_factory=dict)
    stock: Sequence[DaysStock] = ()


def add(unit: Unit, cells: Cells, *, within: Within, members: people.Window | None) -> Measured:
    """Add the measures of a window to its cells; ``members`` where somebody asked for them."""
    days = within.days
    stock = stock_days.window(unit, within.store_ids, first=days.first, last=days.last)
    missing = {} if stock else dict.fromkeys(STOCK_MEASURES, NO_STOCK_DAYS)
    cells.update(stock_cells(stock, window_days=count(days)))
    cells.update(_expected(unit, cells, within=within))
    fees = _told(unit, "delivery", within=within)
    if fees is None:
        missing["delivery_fees"] = FEES_NOT_TOLD
    else:
        cells[Cell("delivery_fees")] = fees
    missing |= _add_coupons(unit, cells, within=within)
    missing |= people.add(unit, cells, store_ids=within.store_ids, window=members)
    if members is not None:
        marketing = _told(unit, "marketing", within=within)
        if marketing is None:
            missing["acquisition_cost"] = MARKETING_NOT_TOLD
        else:
            cells[Cell("acquisition_cost")] = marketing + _first_purchases(unit, cells)
    else:
        missing["acquisition_cost"] = people.NOT_ASKED
    return Measured(missing, stock)


def _add_coupons(unit: Unit, cells: Cells, *, within: Within) -> dict[str, str]:
    """Add the way of the coupons that were issued; of some stores return why there is none."""
    if not within.everywhere:
        return dict.fromkeys(_COUPONS, OF_THE_CHAIN)
    cells.update(dict.fromkeys(map(Cell, _COUPONS), 0))
    found = coupon_ways.of_window(unit, since_ms=within.begin_ms, until_ms=within.end_ms)
    for campaign_id, way in found.items():
        for measure, number in zip(_COUPONS, (way.issued, way.claimed, way.redeemed), strict=True):
            cells[Cell(measure)] += number
            cells[Cell(measure, "campaign", campaign_id)] = number
    return {}


def _told(unit: Unit, kind: Kind, *, within: Within) -> int | None:
    return told_costs.of_window(
        unit,
        kind,
        store_ids=within.store_ids,
        everywhere=within.everywhere,
        currency=within.currency,
        days=each_day(within.days),
    )


def _expected(unit: Unit, cells: Cells, *, within: Within) -> Cells:
    """Return what baskets with a campaign would have brought without it, store by store."""
    if not cells.get(Cell("campaign_baskets")):
        return expected_cells(())
    found = periods(within.days)
    controls = repository.totals(unit, within.store_ids, periods=found, measures=CONTROLS, by="scope")
    baskets = repository.keys_by_store(
        unit, within.store_ids, periods=found, measure="campaign_baskets", dimension="campaign"
    )
    return expected_cells(
        StoreBaskets(
            controls.get(store_id, {}).get(Cell("control_baskets"), 0),
            controls.get(store_id, {}).get(Cell("control_margin"), 0),
            baskets.get(store_id, {}),
        )
        for store_id in controls.keys() | baskets.keys()
    )


def _first_purchases(unit: Unit, cells: Cells) -> int:
    """Return what campaigns for first purchases took off, whoever bears it."""
    given = keys_of(cells, "discount", dimension="campaign")
    ended = keys_of(cells, "discount_ended", dimension="campaign")
    docs = repository.campaign_docs(unit, given.keys() | ended.keys())
    firsts = [campaign for campaign, doc in docs.items() if json.loads(doc).get("first_purchase") is True]
    return sum(given.get(each, 0) - ended.get(each, 0) for each in firsts)
