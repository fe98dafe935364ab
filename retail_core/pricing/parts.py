"""From goods back to lines: every discount comes to rest on units of a line.

A cell is the units of one slot that stand on one line. Cells are reduced one discount after the other, each
in proportion to what remains of them: nothing falls below zero, every discount is placed to the last cent.

Source: docs/rules/allocation.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from retail_core.money import allocate_minor, money_of
from retail_core.pricing.effects import Stage
from retail_core.pricing.fields import WHOLE_BP
from retail_core.pricing.model import CASHIER_PRICE_ID, MEMBER_PRICE_ID, Adjustment
from retail_core.pricing.rules import Campaign, FunderShare
from retail_core.pricing.working import ONE_PIECE_MILLI, Goods, PricingFault, Slot, Stand, Units

_BY_THE_STORE = (FunderShare("store", WHOLE_BP, "price_reduction"),)

Entry: TypeAlias = tuple[int, str, tuple[Adjustment, ...]]
"""The adjustments of one rule on one line: stage, rule id, one adjustment for each funder."""


class Taker:
    """Who takes: a campaign, the member price or the cashier."""

    __slots__ = ("kind", "rule_id", "shares", "stage")

    def __init__(self, rule_id: str, kind: str, *, stage: int, shares: tuple[FunderShare, ...]) -> None:
        self.rule_id = rule_id
        self.kind = kind
        self.stage = stage
        self.shares = shares

    def entry(self, amounts: Sequence[int], units_milli: int, *, currency: str) -> Entry:
        """Return the adjustments of one line; ``amounts`` are what each funder bears."""
        if len(amounts) == 1:
            share = self.shares[0]
            off = money_of(-amounts[0], currency)
            only = Adjustment(self.rule_id, self.kind, off, share.funder, share.tax_effect, units_milli)
            return (self.stage, self.rule_id, (only,))
        found = [
            self._adjustment(share, amount, units_milli=units_milli, currency=currency)
            for share, amount in zip(self.shares, amounts, strict=True)
            if amount
        ]
        if not found:
            found.append(self._adjustment(self.shares[0], 0, units_milli=units_milli, currency=currency))
        return (self.stage, self.rule_id, tuple(found))

    def _adjustment(self, share: FunderShare, amount: int, *, units_milli: int, currency: str) -> Adjustment:
        return Adjustment(
            self.rule_id, self.kind, money_of(-amount, currency), share.funder, share.tax_effect, units_milli
        )


_MEMBER_PRICE = Taker(MEMBER_PRICE_ID, MEMBER_PRICE_ID, stage=0, shares=_BY_THE_STORE)
_CASHIER_PRICE = Taker(CASHIER_PRICE_ID, CASHIER_PRICE_ID, stage=0, shares=_BY_THE_STORE)


class Cell:
    """Units of one slot on one line, and what is left of their price; ``at`` is the line's place."""

    __slots__ = ("at", "closed", "remaining", "tie_key", "units_milli")

    def __init__(self, goods: Goods, at: int, *, units: int, closed: bool) -> None:
        line = goods.lines[at]
        self.at = at
        self.units_milli = units * goods.unit_milli
        self.remaining = units * goods.base
        self.closed = closed
        self.tie_key = (line.product_id or "", line.line_id)


class Taking:
    """What a rule took from some goods: amounts side by side with the cells they were taken from."""

    __slots__ = ("_last", "amounts", "cells", "goods_key", "taker")

    def __init__(
        self, taker: Taker, goods_key: tuple[str, str], *, cells: list[Cell], amounts: list[int]
    ) -> None:
        self.taker = taker
        self.goods_key = goods_key
        self.cells = cells
        self.amounts = amounts
        self._last: tuple[list[list[int]], Shares] | None = None

    def take(self, off: int, cells: Sequence[Cell]) -> None:
        """Take ``off`` from ``cells`` in proportion to what remains of them.

        Raises:
            PricingFault: the campaign gives what is no discount, or more than there is.
        """
        if type(off) is not int or off < 0:
            raise PricingFault(self.taker.rule_id)
        if len(cells) == 1:
            amounts = [off]
        else:
            remaining = [cell.remaining for cell in cells]
            amounts = allocate_minor(off, remaining, tie_keys=[cell.tie_key for cell in cells])
        for cell, amount in zip(cells, amounts, strict=True):
            cell.remaining -= amount
            if cell.remaining < 0:
                raise PricingFault(self.taker.rule_id)
        self.cells.extend(cells)
        self.amounts.extend(amounts)

    def entries(self, borne: Sequence[Sequence[int]], *, currency: str) -> dict[int, Entry]:
        """Return the adjustments by the place of their line; ``borne`` are each funder's amounts by cell.

        Units that a rule used without lowering them stand here only if it is an offer over units.
        """
        taker = self.taker
        found: dict[int, tuple[list[int], int]] = {}
        for place, cell in enumerate(self.cells):
            if not self.amounts[place] and taker.stage != Stage.UNITS:
                continue
            amounts, units_milli = found.get(cell.at) or ([0] * len(borne), 0)
            for share, by_cell in enumerate(borne):
                amounts[share] += by_cell[place]
            found[cell.at] = (amounts, units_milli + cell.units_milli)
        return {
            at: taker.entry(amounts, units_milli, currency=currency)
            for at, (amounts, units_milli) in found.items()
        }

    def shares_of(self, borne: list[list[int]], *, currency: str) -> Shares:
        """Return what each funder bears: the same object as long as it is the same."""
        if self._last is None or self._last[0] != borne:
            self._last = (borne, Shares(self.entries(borne, currency=currency)))
        return self._last[1]


class Shares:
    """The adjustments of one shared taking, by the place of their line among the lines of the goods."""

    __slots__ = ("entries",)

    def __init__(self, entries: dict[int, Entry]) -> None:
        self.entries = entries


class Placed:
    """How all that was taken from some goods lies on their lines.

    ``entries`` and ``remaining`` are side by side with the lines. ``shared`` are the takings of campaigns
    with several funders, which share the sum over all goods, and so cannot be entered yet. Of goods that are
    one cell, ``…_by_off`` remember both by who took how much.
    """

    __slots__ = ("entries", "entries_by_off", "goods", "remaining", "shared", "shared_by_off")

    def __init__(self, goods: Goods) -> None:
        self.goods = goods
        self.entries: list[list[Entry]] = [[] for _ in goods.lines]
        self.remaining = [0] * len(goods.lines)
        self.shared: list[Taking] = []
        self.entries_by_off: dict[tuple[Taker, int], Entry] = {}
        self.shared_by_off: dict[tuple[Taker, int], Taking] = {}


class Placer:
    """Places what was taken from goods on their lines."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self._takers: dict[Campaign, Taker] = {}
        self._by_hand: dict[str, Taker] = {}

    def place(self, stand: Stand, *, before: Placed | None) -> Placed:
        """Return how all that was taken from ``stand`` lies on its lines.

        ``before`` is how other amounts lay on the same units: what is still taken is not written again.

        Raises:
            PricingFault: a campaign gives what is no discount, or more than there is.
        """
        placed = Placed(stand.goods)
        once = len(stand.coupon_offs) < 2 and len(stand.cashier_offs) < 2
        if once and len(stand.goods.lines) == 1 and len(stand.units.slots) == 1:
            self._place_on_one(stand, placed, before=before or placed)
        else:
            self._place_by_cell(stand, placed)
        return placed

    def _place_on_one(self, stand: Stand, placed: Placed, *, before: Placed) -> None:
        """Place on the one cell that most goods are: nothing has to be split there."""
        goods, slot = stand.goods, stand.units.slots[0]
        remaining = goods.base * slot.count
        for key in (*self._from_slot(slot, goods), *self._from_all(stand)):
            taker, off = key
            remaining -= off
            if type(off) is not int or off < 0 or remaining < 0:
                raise PricingFault(taker.rule_id)
            if len(taker.shares) > 1:
                taking = before.shared_by_off.get(key)
                if taking is None:
                    cell = Cell(goods, 0, units=slot.count, closed=slot.closed)
                    taking = Taking(taker, goods.tie_key, cells=[cell], amounts=[off])
                placed.shared_by_off[key] = taking
                placed.shared.append(taking)
            elif off or taker.stage == Stage.UNITS:
                entry = before.entries_by_off.get(key)
                if entry is None:
                    entry = taker.entry((off,), goods.unit_milli * slot.count, currency=self._currency)
                placed.entries_by_off[key] = entry
                placed.entries[0].append(entry)
        placed.remaining[0] = remaining

    def _place_by_cell(self, stand: Stand, placed: Placed) -> None:
        by_cell = _ByCell(stand.goods.tie_key)
        for slot, cells in _cut(stand.units):
            by_cell.cells += cells
            for taker, off in self._from_slot(slot, stand.goods):
                by_cell.of(taker).take(off, cells)
        open_cells = [cell for cell in by_cell.cells if not cell.closed]
        for taker, off in self._from_all(stand):
            by_cell.of(taker).take(off, open_cells if taker.stage < Stage.COUPON else by_cell.cells)
        for taking in by_cell.takings.values():
            if len(taking.taker.shares) > 1:
                placed.shared.append(taking)
                continue
            for at, entry in taking.entries((taking.amounts,), currency=self._currency).items():
                placed.entries[at].append(entry)
        for cell in by_cell.cells:
            placed.remaining[cell.at] += cell.remaining

    def _from_slot(self, slot: Slot, goods: Goods) -> list[tuple[Taker, int]]:
        """Return who took how much from the units of a slot, in the order of the pipeline."""
        found = [(_MEMBER_PRICE, slot.member_off * slot.count)] if slot.member_off else []
        for campaign, off in slot.promos:
            found.append((self._taker(campaign), off * slot.count))
        if slot.offer is not None:
            found.append((self._taker(slot.offer), slot.offer_off))
        if goods.cashier_price is not None:
            found.append((_CASHIER_PRICE, (goods.base - goods.cashier_price) * slot.count))
        return found

    def _from_all(self, stand: Stand) -> list[tuple[Taker, int]]:
        """Return who took how much from the goods as a whole: thresholds and gifts, coupons, the cashier."""
        found = [(self._taker(campaign), off) for campaign, off in stand.order_offs]
        found += [(self._taker(campaign), off) for campaign, off in stand.coupon_offs]
        found += [(self._cashier(rule_id), off) for rule_id, off in stand.cashier_offs]
        return found

    def _taker(self, campaign: Campaign) -> Taker:
        taker = self._takers.get(campaign)
        if taker is None:
            taker = Taker(campaign.id, campaign.kind, stage=campaign.effect.stage, shares=campaign.funders)
            self._takers[campaign] = taker
        return taker

    def _cashier(self, rule_id: str) -> Taker:
        taker = Taker(rule_id, rule_id, stage=Stage.COUPON + 1, shares=_BY_THE_STORE)
        return self._by_hand.setdefault(rule_id, taker)


class _ByCell:
    """The cells of some goods, and what each rule took from them."""

    __slots__ = ("_goods_key", "cells", "takings")

    def __init__(self, goods_key: tuple[str, str]) -> None:
        self._goods_key = goods_key
        self.cells: list[Cell] = []
        self.takings: dict[Taker, Taking] = {}

    def of(self, taker: Taker) -> Taking:
        """Return what ``taker`` has taken so far."""
        taking = self.takings.get(taker)
        if taking is None:
            taking = self.takings[taker] = Taking(taker, self._goods_key, cells=[], amounts=[])
        return taking


def _cut(units: Units) -> Iterator[tuple[Slot, list[Cell]]]:
    """Hand the units of each slot to the lines in order of line id."""
    goods = units.goods
    at = 0
    left = _count(goods, at)
    for slot in units.slots:
        cells = []
        needed = slot.count
        while needed:
            if not left:
                at += 1
                left = _count(goods, at)
            taken = min(needed, left)
            cells.append(Cell(goods, at, units=taken, closed=slot.closed))
            needed -= taken
            left -= taken
        yield slot, cells


def _count(goods: Goods, at: int) -> int:
    return goods.lines[at].qty_milli // ONE_PIECE_MILLI if goods.pieces else 1
