"""What was taken off each line and who bears it, kept from basket to basket.

Source: docs/rules/allocation.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retail_core.money import allocate_minor
from retail_core.pricing.memo import Memo
from retail_core.pricing.model import Adjustment, BasketLine, PricedLine
from retail_core.pricing.parts import Entry, Placed, Placer, Shares, Taking
from retail_core.pricing.working import Stand


class Account:
    """What was taken off one line, and what remains of it to pay: all but its tax.

    ``off`` and ``outside`` are >= 0: all adjustments together, and those that third parties pay. ``priced``
    is the line as it was last written, with ``tax`` and ``total_minor``.
    """

    __slots__ = (
        "adjustments",
        "goods_key",
        "line",
        "off",
        "outside",
        "priced",
        "rate_bp",
        "remaining",
        "tax",
        "taxed_minor",
        "tie_key",
        "total_minor",
    )

    def __init__(
        self, line: BasketLine, remaining: int, *, entries: list[Entry], goods_key: tuple[str, str]
    ) -> None:
        self.line = line
        self.goods_key = goods_key
        self.remaining = remaining
        self.rate_bp = line.tax_rate_bp
        self.tie_key = (line.product_id or "", line.line_id)
        self.tax = self.total_minor = 0
        self.priced: PricedLine | None = None
        self.adjustments: tuple[Adjustment, ...] = ()
        off = outside = 0
        if entries:
            if len(entries) > 1:
                # No two stand at the same stage with the same rule, so nothing but these two is compared.
                entries.sort()
            self.adjustments = tuple([each for _, _, adjustments in entries for each in adjustments])
            for each in self.adjustments:
                off -= each.amount.minor
                if each.tax_effect == "third_party_payment":
                    outside -= each.amount.minor
        self.off = off
        self.outside = outside
        self.taxed_minor = remaining + outside


class Written:
    """How some goods stood, how it was placed on their lines, and the accounts of the lines.

    ``shares`` are the shares of several funders that the accounts contain; ``None`` before they are known.
    """

    __slots__ = ("accounts", "cashier_offs", "coupon_offs", "order_offs", "placed", "shares")

    def __init__(self, stand: Stand, placed: Placed) -> None:
        self.order_offs = stand.order_offs
        self.coupon_offs = stand.coupon_offs
        self.cashier_offs = stand.cashier_offs
        self.placed = placed
        self.shares: list[Shares] | None = None
        self.accounts: list[Account] = []
        if not placed.shared:
            self.set_shares([])

    def says(self, stand: Stand) -> bool:
        """Return whether nothing else was taken from the goods this time."""
        return (
            self.order_offs == stand.order_offs
            and self.coupon_offs == stand.coupon_offs
            and self.cashier_offs == stand.cashier_offs
        )

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
        self._shares: Memo[tuple[Taking, ...], list[Shares]] = Memo()

    def of(self, stands: Sequence[Stand]) -> list[Written]:
        """Return what is written of each of the goods, side by side with ``stands``."""
        found = []
        shared = []
        for stand in stands:
            written = stand.units.written
            if not isinstance(written, Written) or not written.says(stand):
                before = written.placed if isinstance(written, Written) else None
                written = stand.units.written = Written(stand, self._placer.place(stand, before=before))
            found.append(written)
            if written.placed.shared:
                shared.append(written)
        if shared:
            self._share_out(shared)
        return found

    def try_out(self, stands: Sequence[Stand]) -> list[Written]:
        """Return what would be written of each of the goods; nothing is remembered of it."""
        found = [Written(stand, self._placer.place(stand, before=None)) for stand in stands]
        shared = [written for written in found if written.placed.shared]
        if shared:
            self._share_out(shared)
        return found

    def _share_out(self, shared: Sequence[Written]) -> None:
        self._shares.turn()
        by_rule: dict[str, list[Taking]] = {}
        for each in shared:
            for taking in each.placed.shared:
                by_rule.setdefault(taking.taker.rule_id, []).append(taking)
        shares: dict[Taking, Shares] = {}
        for takings in map(tuple, by_rule.values()):
            found = self._shares.recall(takings)
            if found is None:
                found = self._shares.keep(takings, _share_out(takings, currency=self._currency))
            shares.update(zip(takings, found, strict=True))
        for each in shared:
            each.set_shares([shares[taking] for taking in each.placed.shared])


def in_order(written: Sequence[Written], lines: Sequence[BasketLine]) -> list[Account]:
    """Return the accounts side by side with the lines of the basket."""
    by_line = {account.tie_key[1]: account for each in written for account in each.accounts}
    return [by_line[line.line_id] for line in lines]


def _accounts(placed: Placed, shares: Sequence[Shares]) -> list[Account]:
    key = placed.goods.tie_key
    if len(placed.remaining) == 1 and not shares:
        only = Account(placed.goods.first, placed.remaining[0], entries=placed.entries[0], goods_key=key)
        return [only]
    found = []
    for at, line in enumerate(placed.goods.lines):
        entries = placed.entries[at] + [each.entries[at] for each in shares if at in each.entries]
        found.append(Account(line, placed.remaining[at], entries=entries, goods_key=key))
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
