"""What baskets with one campaign, and such without any, brought: what its return is estimated from.

Source: docs/rules/figures.md, "What campaigns brought".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from retail_core.money import round_ratio
from retail_core.pricing.by_hand import RULE_OF_VERB
from retail_core.reporting.cells import Cell, Cells, Tally
from retail_core.reporting.figures import LEAST_BASKETS
from retail_core.wire.facts import SaleCompleted, SaleLine

CONTROLS: Final = ("control_baskets", "control_margin")
"""The measures of baskets without a campaign."""

_OWN: Final = ("store", "headquarters")
"""The funders whose money is the shop's."""

_BY_HAND: Final = frozenset(RULE_OF_VERB.values())
_WHOLE_BP: Final = 10_000


@dataclass(frozen=True, slots=True)
class StoreBaskets:
    """A store's baskets of a window: the controls with their margin, and those of each campaign."""

    controls: int
    control_margin: int
    of_campaign: Mapping[str, int]


def add_basket(tally: Tally, sale: SaleCompleted) -> None:
    """Add a document to the baskets of its one campaign, or to the controls."""
    if sale.returned or any(line.order_id for line in sale.lines):
        return
    costed = [line for line in sale.lines if line.cost_minor is not None]
    used = {each.rule_id for line in sale.lines for each in line.discounts} - _BY_HAND
    if not costed or len(used) > 1:
        return
    margin = sum(line.net_minor + _paid_by_others(line) - (line.cost_minor or 0) for line in costed)
    if not used:
        tally.add("control_baskets", 1)
        tally.add("control_margin", margin)
        return
    [campaign] = used
    whose = tally.under(campaign=campaign)
    whose.add("campaign_baskets", 1)
    whose.add("campaign_margin", margin)
    whose.add("campaign_subsidy", sum(_subsidy(line, has_tax=sale.prices_include_tax) for line in costed))


def expected_cells(stores: Iterable[StoreBaskets]) -> Cells:
    """Return what the baskets of each campaign would have brought at the average margin of the controls."""
    found = list(stores)
    everywhere = (sum(each.controls for each in found), sum(each.control_margin for each in found))
    cells: Cells = {Cell("campaign_expected"): 0}
    for store in found:
        own = (store.controls, store.control_margin)
        controls, margin = own if store.controls >= LEAST_BASKETS else everywhere
        if not controls:
            continue
        for campaign, baskets in store.of_campaign.items():
            expected = round_ratio(baskets * margin, controls)
            for cell in (Cell("campaign_expected"), Cell("campaign_expected", "campaign", campaign)):
                cells[cell] = cells.get(cell, 0) + expected
    return cells


def _paid_by_others(line: SaleLine) -> int:
    return -sum(each.amount_minor for each in line.discounts if each.tax_effect == "third_party_payment")


def _subsidy(line: SaleLine, *, has_tax: bool) -> int:
    """Return what the shop's own funders bear of a line's campaign, without the tax that it saves."""
    minor = 0
    for each in line.discounts:
        if each.rule_id in _BY_HAND:
            continue
        own = -sum(each.funders.get(funder, 0) for funder in _OWN)
        if has_tax and each.tax_effect == "price_reduction":
            own = round_ratio(own * _WHOLE_BP, _WHOLE_BP + line.tax_rate_bp)
        minor += own
    return minor
