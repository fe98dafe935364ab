"""What was taken off each line and who bears it, kept from basket to basket.

Source: docs/rules/allocation.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retail_core.money import allocate_minor
from retail_core.pricing.memo import Memo
from retail_core.pricing.model import Adjustment, BasketLine, PricedLine
from retail_core.pricing.parts import Entry, Placed, Placer, Shares, Taking
from retail_core.pricing.tax import Taxed
from retail_core.pricing.working import Stand, Units


class Account:
    """What was taken off one line, and what remains of it to pay: all but its tax.

    ``off`` and ``outside`` are >= 0: all adjustments together, and those that third parties pay. ``priced``
    is the line as it was last written, with ``tax``.
    """

    __slots__ = ("adjustments", "line", "off", "outside", "priced", "remaining", "tax", "taxed")

    def __init__(self, line: BasketLine, remaining: int, *, entries: list[Entry]) -> None:
        self.line = line
        self.remaining = remaining
        self.adjustments: tuple[Adjustment, ...] = ()
        self.off = self.outside = 0
        if entries:
            entries.sort(key=_place_in_pipeline)
            self.adjustments = tuple([each for _, _, adjustments in entries for each in adjustments])
            for each in self.adjustments:
                self.off -= each.amount.minor
                if each.tax_effect == "third_party_payment":
                    self.outside -= each.amount.minor
        self.tax = 0
        self.priced: PricedLine | None = None
        self.taxed = Taxed(remaining + self.outside, line.tax_rate_bp, (line.product_id or "", line.line_id))


def _place_in_pipeline(entry: Entry) -> tuple[int, str]:
    return entry[:2]


class _Kept:
    """How goods stood, how it was placed, and the accounts of their lines with these shares."""

    __slots__ = ("accounts", "placed", "shares", "stood")

    def __init__(self, stood: object, placed: Placed) -> None:
        self.stood = stood
        self.placed = placed
        self.shares: list[Shares] | None = None
        self.accounts: list[Account] = []
        if not placed.shared:
            self.set_shares([])

    def set_shares(self, shares: list[Shares]) -> None:
        """Let the accounts hold these shares."""
        if self.shares != shares:
            self.shares = shares
            self.accounts = _accounts(self.placed, shares)


class Accounts:
    """The accounts of the lines of one occasion; goods that stand as before keep theirs."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self._placer = Placer(currency)
        self._kept: dict[Units, _Kept] = {}
        self._shares: Memo[tuple[Taking, ...], list[Shares]] = Memo()

    def of(self, stands: Sequence[Stand]) -> dict[str, Account]:
        """Return the account of each line, by line id."""
        before = self._kept
        self._kept = {}
        shared: list[_Kept] = []
        for stand in stands:
            kept = before.get(stand.units)
            stood = (stand.order_offs, stand.coupon_offs, stand.cashier_offs)
            if kept is None or kept.stood != stood:
                kept = _Kept(stood, self._placer.place(stand))
            self._kept[stand.units] = kept
            if kept.placed.shared:
                shared.append(kept)
        if shared:
            self._share_out(shared)
        return {account.line.line_id: account for kept in self._kept.values() for account in kept.accounts}

    def _share_out(self, kept: Sequence[_Kept]) -> None:
        self._shares.turn()
        by_rule: dict[str, list[Taking]] = {}
        for each in kept:
            for taking in each.placed.shared:
                by_rule.setdefault(taking.taker.rule_id, []).append(taking)
        shares: dict[Taking, Shares] = {}
        for takings in map(tuple, by_rule.values()):
            found = self._shares.recall(takings)
            if found is None:
                found = self._shares.keep(takings, _share_out(takings, currency=self._currency))
            shares.update(zip(takings, found, strict=True))
        for each in kept:
            each.set_shares([shares[taking] for taking in each.placed.shared])


def _accounts(placed: Placed, shares: Sequence[Shares]) -> list[Account]:
    found = []
    for at, line in enumerate(placed.goods.lines):
        entries = placed.entries[at] + [each.entries[at] for each in shares if at in each.entries]
        found.append(Account(line, placed.remaining[at], entries=entries))
    return found


def _share_out(takings: Sequence[Taking], *, currency: str) -> list[Shares]:
    """Split what one campaign took from all its goods over its funders; side by side with ``takings``.

    The sum is split first, so that shares are exact; then over goods, so that it does not matter on how many
    lines the same goods stand; then over their cells.
    """
    shares = takings[0].taker.shares
    sums = allocate_minor(
        sum([sum(taking.amounts) for taking in takings]),
        [share.share_bp for share in shares],
        tie_keys=[(share.funder,) for share in shares],
    )
    left = [taking.amounts for taking in takings]
    borne: list[list[list[int]]] = [[] for _ in takings]
    for funder_sum in sums[:-1]:
        for at, mine in enumerate(_spread(funder_sum, takings, left=left)):
            borne[at].append(mine)
            left[at] = [amount - part for amount, part in zip(left[at], mine, strict=True)]
    return [
        taking.shares_of([*by_funder, rest], currency=currency)
        for taking, by_funder, rest in zip(takings, borne, left, strict=True)
    ]


def _spread(off: int, takings: Sequence[Taking], *, left: Sequence[list[int]]) -> Iterator[list[int]]:
    """Split ``off`` over goods, then over their cells, in proportion to what is ``left`` of each."""
    weights = [sum(amounts) for amounts in left]
    parts = allocate_minor(off, weights, tie_keys=[taking.goods_key for taking in takings])
    for taking, amounts, part in zip(takings, left, parts, strict=True):
        if len(amounts) == 1:
            yield [part]
        else:
            yield allocate_minor(part, amounts, tie_keys=[cell.tie_key for cell in taking.cells])
