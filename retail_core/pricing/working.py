"""The working state of one pricing run: goods, their units, and what rules have taken.

Lines of pieces that are the same goods at the same price are priced as one, so that splitting a line changes
nothing; weighed and labelled lines stand alone, each as a single unit. Amounts are bare minor units here:
this is the inner loop. Goods stand in order of product and line id, never in the order of scanning.

``Goods`` and ``Units`` are never changed once they are made: what stays the same from run to run is the same
object, and nothing that was found out about it is found out again (``Memo``).

Source: docs/rules/promotions.md, "Goods and units".
"""

from __future__ import annotations

from collections.abc import Sequence

from retail_core.money import round_ratio
from retail_core.pricing.effects import Missing, Stage
from retail_core.pricing.model import Basket, BasketLine
from retail_core.pricing.occasion import Occasion, Offers
from retail_core.pricing.packs import means_money, means_pieces
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign

ONE_PIECE_MILLI = 1000


class BadBasket(ValueError):  # noqa: N818 - says what the basket is.
    """A basket that no till should make: ``code`` says why, ``line_id`` where."""

    def __init__(self, code: str, line_id: str) -> None:
        super().__init__(code, line_id)
        self.code = code
        self.line_id = line_id


class PricingFault(ArithmeticError):  # noqa: N818 - says what happened; the campaign is set aside.
    """What a campaign took is no discount, or more than the goods cost."""

    def __init__(self, rule_id: str) -> None:
        super().__init__("pricing.fault", rule_id)
        self.rule_id = rule_id


class Slot:
    """Units with one history: member saving, line promotions, and the offer that used them."""

    __slots__ = ("closed", "count", "member_off", "offer", "offer_off", "price", "promos", "used")

    def __init__(self, price: int, count: int) -> None:
        self.price = price
        self.count = count
        self.member_off = 0
        self.promos: tuple[tuple[Campaign, int], ...] = ()
        self.offer: Campaign | None = None
        self.offer_off = 0
        self.used = False
        self.closed = False

    @property
    def amount(self) -> int:
        """What these units cost now, together."""
        return self.price * self.count - self.offer_off

    def part(self, count: int) -> Slot:
        """Return ``count`` of these units as their own slot; the offer stays behind."""
        slot = Slot(self.price, count)
        slot.member_off = self.member_off
        slot.promos = self.promos
        slot.closed = self.closed
        return slot


class Goods:
    """The same goods at the same price, from one line or several; ``offers`` are the campaigns about them.

    ``masks`` says which groups of campaigns want these goods, as far as somebody has asked; ``gift_masks``
    says it of the campaigns that give gifts.
    """

    __slots__ = (
        "base",
        "cashier_price",
        "count",
        "first",
        "gift_masks",
        "lines",
        "masks",
        "offers",
        "options_minor",
        "pieces",
        "protected",
        "tie_key",
        "tier_price",
        "unit_milli",
    )

    def __init__(
        self, lines: Sequence[BasketLine], tier: str | None, *, offers: Offers, by_hand: Sequence[int] = ()
    ) -> None:
        first = lines[0]
        self.first = first
        self.lines = tuple(lines)
        self.offers = offers
        self.masks: dict[Campaign, int] = {}
        self.tie_key = (first.product_id or "", first.line_id)
        self.protected = first.regulated or first.deposit
        self.pieces = is_whole_pieces(first)
        self.unit_milli = ONE_PIECE_MILLI if self.pieces else first.qty_milli
        self.options_minor = 0 if first.options_price is None else first.options_price.minor
        self.base = _unit_amount(first, first.unit_price.minor, whole=self.pieces) + self.options_minor
        self.tier_price = self._tier_price(tier)
        self.count = sum(line.qty_milli for line in lines) // ONE_PIECE_MILLI if self.pieces else 1
        self.gift_masks = tuple([(campaign, self._find_mask(campaign)) for campaign in offers.gift])
        self.cashier_price: int | None = None
        for unit_minor in () if self.protected else by_hand:
            self._set_cashier_price(unit_minor)

    def _tier_price(self, tier: str | None) -> int:
        if tier is None or self.protected or self.first.label_amount is not None:
            return self.base
        prices = [price.minor for name, price in self.first.tier_prices if name == tier]
        if not prices:
            return self.base
        own = min(_unit_amount(self.first, price, whole=self.pieces) for price in prices)
        return min(self.base, own + self.options_minor)

    def _set_cashier_price(self, unit_minor: int) -> None:
        """Let the cashier's price stand; one above the list price becomes the list price."""
        amount = _unit_amount(self.first, unit_minor, whole=self.pieces)
        if self.first.label_amount is not None:
            amount = round_ratio(unit_minor * self.first.qty_milli, 1000)
        self.cashier_price = amount
        self.base = max(self.base, amount)

    @property
    def list_minor(self) -> int:
        """What the units cost without any discount."""
        return self.base * self.count

    def mask(self, campaign: Campaign) -> int:
        """Return a bit for each group of ``campaign`` that wants these goods; its own scope is group 0."""
        found = self.masks.get(campaign)
        if found is None:
            found = self.masks[campaign] = self._find_mask(campaign)
        return found

    def _find_mask(self, campaign: Campaign) -> int:
        groups = campaign.effect.groups
        if not groups:
            return 1
        if campaign.effect.stage is Stage.GIFT:
            bought, gift = groups
            return means_money(bought, self.first) | means_pieces(gift, self.first) << 1
        mask = 0
        for index, scope in enumerate(groups):
            if means_pieces(scope, self.first):
                mask |= 1 << index
        return mask


class Units:
    """The units of some goods as one stage left them.

    ``amount`` is what they cost together, ``open_amount`` those of them that nothing exclusive has closed.
    ``written`` is a place for how they were written down last (``accounts``).
    """

    __slots__ = ("amount", "goods", "open_amount", "slots", "tie_key", "written")

    def __init__(self, goods: Goods, slots: tuple[Slot, ...]) -> None:
        self.goods = goods
        self.tie_key = goods.tie_key
        self.slots = slots
        self.written: object = None
        self.amount = self.open_amount = 0
        for slot in slots:
            cost = slot.price * slot.count - slot.offer_off
            self.amount += cost
            if not slot.closed:
                self.open_amount += cost

    @property
    def is_discounted(self) -> bool:
        """Whether any promotion lowered these units; the member price is no promotion."""
        return self.goods.cashier_price is not None or any(
            slot.promos or slot.offer_off for slot in self.slots
        )

    def dearest(self, most: int) -> list[int]:
        """Return the prices of up to ``most`` pieces, dearest first; none where nothing stands in pieces."""
        if not self.goods.pieces:
            return []
        priced = sorted(((slot.amount // slot.count, slot.count) for slot in self.slots), reverse=True)
        found: list[int] = []
        for unit_price, count in priced:
            found.extend([unit_price] * min(count, most - len(found)))
        return found


class Stand:
    """Where some goods stand in this run: what remains to pay, and what reduced it after the offers."""

    __slots__ = ("amount", "cashier_offs", "coupon_offs", "goods", "open_amount", "order_offs", "units")

    def __init__(self, units: Units) -> None:
        self.units = units
        self.goods = units.goods
        self.amount = units.amount
        self.open_amount = units.open_amount
        self.order_offs: tuple[tuple[Campaign, int], ...] = ()
        self.coupon_offs: tuple[tuple[Campaign, int], ...] = ()
        self.cashier_offs: tuple[tuple[str, int], ...] = ()

    def at(self, amount: int) -> Stand:
        """Return how these goods would stand at ``amount``, after other coupons and before the cashier."""
        stand = Stand(self.units)
        stand.amount = amount
        stand.order_offs = self.order_offs
        return stand

    @property
    def is_discounted(self) -> bool:
        """Whether any promotion lowered these goods; the member price is no promotion."""
        return bool(self.order_offs) or self.units.is_discounted


class PricingRun:
    """One pricing run: the occasion, the goods, and what has been said about rules so far.

    ``units`` and ``stands`` are side by side with ``goods``.
    """

    __slots__ = (
        "_used",
        "applied",
        "basket",
        "goods",
        "hints",
        "occasion",
        "rejected",
        "stands",
        "units",
    )

    def __init__(self, basket: Basket, goods: Sequence[Goods], *, occasion: Occasion) -> None:
        self.basket = basket
        self.goods = goods
        self.occasion = occasion
        self.units: list[Units] = []
        self.stands: list[Stand] = []
        self.applied: set[str] = set()
        self.rejected: dict[str, tuple[Reason, str | None]] = {}
        self.hints: list[tuple[Campaign, Missing]] = []
        self._used: dict[str, int] = {}
        for refused in dict.fromkeys(each.offers.refused for each in goods):
            for rule_id, reason in refused:
                self.rejected[rule_id] = (reason, None)

    def uses_left(self, campaign: Campaign) -> int | None:
        """Return how often ``campaign`` may still be used here, or ``None`` where nothing limits it."""
        left = self.occasion.uses_at_start(campaign)
        return None if left is None else left - self._used.get(campaign.id, 0)

    def use(self, campaign: Campaign, count: int) -> None:
        """Remember that ``campaign`` was used ``count`` times."""
        if campaign.limits:
            self._used[campaign.id] = self._used.get(campaign.id, 0) + count

    def uses_made(self) -> tuple[tuple[str, int], ...]:
        """Return how often campaigns with limits were used in this basket, in order of id."""
        return tuple((rule_id, count) for rule_id, count in sorted(self._used.items()) if count)

    def reject(self, rule_id: str, reason: Reason, *, lost_to: str | None = None) -> None:
        """Remember why a campaign did not apply; the first reason stays."""
        self.rejected.setdefault(rule_id, (reason, lost_to))


def is_whole_pieces(line: BasketLine) -> bool:
    """Tell whether a line is so many pieces, each of which is a unit of its own."""
    return line.sold_by == "piece" and line.label_amount is None and line.qty_milli % ONE_PIECE_MILLI == 0


def _unit_amount(line: BasketLine, unit_minor: int, *, whole: bool) -> int:
    if whole:
        return unit_minor
    if line.label_amount is not None:
        return line.label_amount.minor
    return round_ratio(unit_minor * line.qty_milli, 1000)
