"""From goods back to lines: every discount comes to rest on units of a line, split by who pays for it.

A cell is the units of one slot that stand on one line. Cells are reduced one discount after the other, each
in proportion to what remains of them: nothing falls below zero, every discount is placed to the last cent.

Source: docs/rules/allocation.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retail_core.money import Money, allocate_minor
from retail_core.pricing.effects import Stage
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import CASHIER_PRICE_ID, MEMBER_PRICE_ID, Adjustment, BasketLine
from retail_core.pricing.rules import Campaign, FunderShare
from retail_core.pricing.working import ONE_PIECE_MILLI, Goods, PricingRun, Slot

_AFTER_COUPONS = Stage.COUPON + 1
_BY_THE_STORE = (FunderShare("store", WHOLE_BP, "price_reduction"),)


class Cell:
    """Units of one slot on one line, and what is left of their price."""

    __slots__ = ("closed", "goods_key", "line_id", "remaining", "tie_key", "units_milli")

    def __init__(self, line: BasketLine, goods: Goods, *, units: int, closed: bool) -> None:
        self.line_id = line.line_id
        self.goods_key = goods.tie_key
        self.units_milli = units * goods.unit_milli
        self.remaining = units * goods.base
        self.closed = closed
        self.tie_key = (line.product_id or "", line.line_id)


class Taking:
    """What one rule took: amounts side by side with the cells they were taken from."""

    __slots__ = ("amounts", "cells", "kind", "rule_id", "shares", "stage")

    def __init__(self, rule_id: str, kind: str, *, stage: int, shares: tuple[FunderShare, ...]) -> None:
        self.rule_id = rule_id
        self.kind = kind
        self.stage = stage
        self.shares = shares
        self.cells: list[Cell] = []
        self.amounts: list[int] = []

    def take(self, off: int, cells: Sequence[Cell]) -> None:
        """Take ``off`` from ``cells`` in proportion to what remains of them."""
        if len(cells) == 1:
            amounts = [off]
        else:
            remaining = [cell.remaining for cell in cells]
            amounts = allocate_minor(off, remaining, tie_keys=[cell.tie_key for cell in cells])
        for cell, amount in zip(cells, amounts, strict=True):
            cell.remaining -= amount
        self.cells.extend(cells)
        self.amounts.extend(amounts)

    def by_line(self) -> dict[str, tuple[list[int], int]]:
        """Return, by line, what each funder bears and how many milli-units took part."""
        found: dict[str, tuple[list[int], int]] = {}
        borne = list(self._borne())
        for at, cell in enumerate(self.cells):
            if not self.amounts[at] and self.stage != Stage.UNITS:
                continue
            amounts, units_milli = found.get(cell.line_id, ([0] * len(self.shares), 0))
            for share, by_cell in enumerate(borne):
                amounts[share] += by_cell[at]
            found[cell.line_id] = (amounts, units_milli + cell.units_milli)
        return found

    def _borne(self) -> Iterator[list[int]]:
        """Yield each funder's amounts by cell.

        The sum is split first, so that shares are exact; then over goods, so that it does not matter on how
        many lines the same goods stand; then over their cells.
        """
        if len(self.shares) == 1:
            yield self.amounts
            return
        shares_bp = [share.share_bp for share in self.shares]
        sums = allocate_minor(
            sum(self.amounts), shares_bp, tie_keys=[(share.funder,) for share in self.shares]
        )
        left = self.amounts
        for funder_sum in sums[:-1]:
            mine = self._spread(funder_sum, left)
            left = [amount - part for amount, part in zip(left, mine, strict=True)]
            yield mine
        yield left

    def _spread(self, off: int, over: Sequence[int]) -> list[int]:
        """Split ``off`` over goods, then over their cells, in proportion to ``over``."""
        groups: dict[tuple[str, str], list[int]] = {}
        for at, cell in enumerate(self.cells):
            groups.setdefault(cell.goods_key, []).append(at)
        weights = [sum(over[at] for at in group) for group in groups.values()]
        found = [0] * len(self.cells)
        for group, part in zip(
            groups.values(), allocate_minor(off, weights, tie_keys=list(groups)), strict=True
        ):
            keys = [self.cells[at].tie_key for at in group]
            for at, piece in zip(
                group, allocate_minor(part, [over[at] for at in group], tie_keys=keys), strict=True
            ):
                found[at] = piece
        return found


class Placement:
    """All cells and takings of a pricing run."""

    def __init__(self, run: PricingRun) -> None:
        self.remaining: dict[str, int] = {line.line_id: 0 for line in run.basket.lines}
        self._takings: dict[str, Taking] = {}
        for goods in run.goods:
            self._place(goods)

    def _place(self, goods: Goods) -> None:
        cells: list[Cell] = []
        for slot, slot_cells in _cut(goods):
            cells.extend(slot_cells)
            self._place_slot(slot, slot_cells)
            if goods.cashier_price is not None:
                off = (goods.base - goods.cashier_price) * slot.count
                self._by_hand(CASHIER_PRICE_ID).take(off, slot_cells)
        open_cells = [cell for cell in cells if not cell.closed]
        for campaign, off in goods.order_offs:
            self._of(campaign).take(off, open_cells)
        for campaign, off in goods.coupon_offs:
            self._of(campaign).take(off, cells)
        for rule_id, off in goods.cashier_offs:
            self._by_hand(rule_id).take(off, cells)
        for cell in cells:
            self.remaining[cell.line_id] += cell.remaining

    def _place_slot(self, slot: Slot, cells: Sequence[Cell]) -> None:
        if slot.member_off:
            taking = Taking(MEMBER_PRICE_ID, MEMBER_PRICE_ID, stage=0, shares=_BY_THE_STORE)
            self._takings.setdefault(MEMBER_PRICE_ID, taking).take(slot.member_off * slot.count, cells)
        for campaign, off in slot.promos:
            self._of(campaign).take(off * slot.count, cells)
        if slot.offer is not None:
            self._of(slot.offer).take(slot.offer_off, cells)

    def _by_hand(self, rule_id: str) -> Taking:
        stage = 0 if rule_id == CASHIER_PRICE_ID else _AFTER_COUPONS
        taking = Taking(rule_id, rule_id, stage=stage, shares=_BY_THE_STORE)
        return self._takings.setdefault(rule_id, taking)

    def _of(self, campaign: Campaign) -> Taking:
        taking = self._takings.get(campaign.id)
        if taking is None:
            taking = Taking(campaign.id, campaign.kind, stage=campaign.effect.stage, shares=campaign.funders)
            self._takings[campaign.id] = taking
        return taking

    def adjustments(self, currency: str) -> dict[str, list[Adjustment]]:
        """Return the adjustments by line, in the order of the pipeline, then of rule ids."""
        found: dict[str, list[Adjustment]] = {}
        for taking in sorted(self._takings.values(), key=lambda taking: (taking.stage, taking.rule_id)):
            for line_id, (amounts, units_milli) in taking.by_line().items():
                found.setdefault(line_id, []).extend(
                    Adjustment(
                        rule_id=taking.rule_id,
                        kind=taking.kind,
                        amount=Money(-amount, currency),
                        funder=share.funder,
                        tax_effect=share.tax_effect,
                        units_milli=units_milli,
                    )
                    for at, (share, amount) in enumerate(zip(taking.shares, amounts, strict=True))
                    if amount or (at == 0 and not any(amounts))
                )
        return found


def _cut(goods: Goods) -> Iterator[tuple[Slot, list[Cell]]]:
    """Hand the units of each slot to the lines in order of line id."""
    at = 0
    left = _count(goods, at)
    for slot in goods.slots:
        cells = []
        needed = slot.count
        while needed:
            if not left:
                at += 1
                left = _count(goods, at)
            units = min(needed, left)
            cells.append(Cell(goods.lines[at], goods, units=units, closed=slot.closed))
            needed -= units
            left -= units
        yield slot, cells


def _count(goods: Goods, at: int) -> int:
    return goods.lines[at].qty_milli // ONE_PIECE_MILLI if goods.pieces else 1
