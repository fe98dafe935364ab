"""The working state of one pricing run: goods, their units, and what rules have taken.

Lines of pieces that are the same goods at the same price are priced as one, so that splitting a line changes
nothing; weighed and labelled lines stand alone, each as a single unit. Amounts are bare minor units here:
this is the inner loop. Goods stand in order of product and line id, never in the order of scanning.

Source: docs/rules/promotions.md, "Goods and units".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from retail_core.money import round_ratio
from retail_core.pricing.effects import Missing, Stage
from retail_core.pricing.model import Basket, BasketLine, Context
from retail_core.pricing.packs import takes_pack
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign, CompiledRules

ONE_PIECE_MILLI = 1000
_Shelf: TypeAlias = tuple[str | None, str | None]


class BadBasket(ValueError):  # noqa: N818 - says what the basket is.
    """A basket that no till should make: ``code`` says why, ``line_id`` where."""

    def __init__(self, code: str, line_id: str) -> None:
        super().__init__(code, line_id)
        self.code = code
        self.line_id = line_id


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
    """The same goods at the same price, from one line or several."""

    __slots__ = (
        "amount",
        "base",
        "candidates",
        "cashier_offs",
        "cashier_price",
        "coupon_offs",
        "first",
        "lines",
        "list_minor",
        "open_amount",
        "options_minor",
        "order_offs",
        "pieces",
        "protected",
        "slots",
        "tie_key",
        "tier_price",
        "unit_milli",
    )

    def __init__(self, lines: Sequence[BasketLine], tier: str | None) -> None:
        first = lines[0]
        self.first = first
        self.lines = lines
        self.tie_key = (first.product_id or "", first.line_id)
        self.protected = first.regulated or first.deposit
        self.pieces = _is_whole_pieces(first)
        self.unit_milli = ONE_PIECE_MILLI if self.pieces else first.qty_milli
        self.options_minor = 0 if first.options_price is None else first.options_price.minor
        self.base = _unit_amount(first, first.unit_price.minor, whole=self.pieces) + self.options_minor
        self.tier_price = self._tier_price(tier)
        count = sum(line.qty_milli for line in lines) // ONE_PIECE_MILLI if self.pieces else 1
        self.list_minor = self.base * count
        self.slots = [Slot(self.base, count)]
        self.candidates: dict[Stage, list[Campaign]] = {}
        self.amount = 0
        self.open_amount = 0
        self.order_offs: list[tuple[Campaign, int]] = []
        self.coupon_offs: list[tuple[Campaign, int]] = []
        self.cashier_offs: list[tuple[str, int]] = []
        self.cashier_price: int | None = None

    def _tier_price(self, tier: str | None) -> int:
        if tier is None or self.protected or self.first.label_amount is not None:
            return self.base
        prices = [price.minor for name, price in self.first.tier_prices if name == tier]
        if not prices:
            return self.base
        own = min(_unit_amount(self.first, price, whole=self.pieces) for price in prices)
        return min(self.base, own + self.options_minor)

    @property
    def is_discounted(self) -> bool:
        """Whether any promotion lowered these goods; the member price is no promotion."""
        return (
            bool(self.order_offs)
            or self.cashier_price is not None
            or any(slot.promos or slot.offer_off for slot in self.slots)
        )

    @property
    def unit_sum(self) -> int:
        """What the units cost before thresholds and coupons."""
        return sum(slot.amount for slot in self.slots)

    def dearest_units(self, most: int) -> list[int]:
        """Return the prices of up to ``most`` pieces, dearest first; none where nothing stands in pieces."""
        if not self.pieces:
            return []
        priced = sorted(((slot.amount // slot.count, slot.count) for slot in self.slots), reverse=True)
        found: list[int] = []
        for unit_price, count in priced:
            found.extend([unit_price] * min(count, most - len(found)))
        return found

    def set_cashier_price(self, unit_minor: int) -> None:
        """Let the cashier's price stand; one above the list price becomes the list price."""
        amount = _unit_amount(self.first, unit_minor, whole=self.pieces)
        if self.first.label_amount is not None:
            amount = round_ratio(unit_minor * self.first.qty_milli, 1000)
        self.cashier_price = amount
        count = self.slots[0].count
        self.base = max(self.base, amount)
        self.list_minor = self.base * count
        self.slots = [Slot(self.base, count)]

    def settle_units(self) -> None:
        """Sum the units into amounts, once the stages that work on units are over."""
        self.amount = self.open_amount = 0
        for slot in self.slots:
            amount = slot.amount
            self.amount += amount
            if not slot.closed:
                self.open_amount += amount


def _is_whole_pieces(line: BasketLine) -> bool:
    return line.sold_by == "piece" and line.label_amount is None and line.qty_milli % ONE_PIECE_MILLI == 0


def _unit_amount(line: BasketLine, unit_minor: int, *, whole: bool) -> int:
    if whole:
        return unit_minor
    if line.label_amount is not None:
        return line.label_amount.minor
    return round_ratio(unit_minor * line.qty_milli, 1000)


class PricingRun:
    """One pricing run: the context, the goods, and what has been said about rules so far."""

    __slots__ = (
        "_refusals",
        "_shelves",
        "applied",
        "basket",
        "context",
        "goods",
        "hints",
        "rejected",
        "rules",
        "tier",
        "uses",
    )

    def __init__(self, basket: Basket, rules: CompiledRules, *, context: Context) -> None:
        self.basket = _with_rates(basket)
        self.rules = rules
        self.context = context
        self.tier = basket.member.tier if basket.member else None
        self.goods = _gather(self.basket, self.tier)
        self.applied: set[str] = set()
        self.rejected: dict[str, tuple[Reason, str | None]] = {}
        self.hints: list[tuple[Campaign, Missing]] = []
        self.uses: dict[str, int] = {}
        self._refusals: dict[str, Reason | None] = {}
        self._shelves: dict[_Shelf, tuple[list[Campaign], dict[Stage, list[Campaign]]]] = {}
        for goods in self.goods:
            if not goods.protected:
                goods.candidates = self._find_candidates(goods)

    def _find_candidates(self, goods: Goods) -> dict[Stage, list[Campaign]]:
        """Return the campaigns that concern ``goods`` and run here and now, by stage, in order of id."""
        first = goods.first
        shelf = (first.category_id, first.brand)
        if shelf not in self._shelves:
            usable = self._usable(self.rules.of_shelf(*shelf))
            self._shelves[shelf] = (usable, _by_stage(usable))
        usable, by_stage = self._shelves[shelf]
        if first.pack_id is not None:
            return self._find_for_pack(first, usable)
        named = self._usable(self.rules.of_product(first.product_id))
        spares = any(first.product_id in campaign.scope.exclude_product_ids for campaign in usable)
        if not named and not spares:
            return by_stage
        found = {
            campaign.id: campaign
            for campaign in (*usable, *named)
            if not campaign.scope.excludes(first.product_id, first.category_id, brand=first.brand)
        }
        return _by_stage([found[rule_id] for rule_id in sorted(found)])

    def _find_for_pack(self, line: BasketLine, of_shelf: Iterable[Campaign]) -> dict[Stage, list[Campaign]]:
        named = (*self.rules.of_product(line.product_id), *self.rules.of_product(line.pack_id))
        found = {
            campaign.id: campaign
            for campaign in (*of_shelf, *self._usable(named))
            if takes_pack(campaign, line)
        }
        return _by_stage([found[rule_id] for rule_id in sorted(found)])

    def _usable(self, campaigns: Iterable[Campaign]) -> list[Campaign]:
        found = []
        for campaign in campaigns:
            refusal = self.refusal(campaign)
            if refusal is None:
                found.append(campaign)
            elif not campaign.coupon_only:
                self.reject(campaign, refusal)
        return found

    def refusal(self, campaign: Campaign) -> Reason | None:
        """Return why ``campaign`` does not run here, now, for this customer, or ``None`` where it does."""
        if campaign.id not in self._refusals:
            self._refusals[campaign.id] = self._find_refusal(campaign)
        return self._refusals[campaign.id]

    def _find_refusal(self, campaign: Campaign) -> Reason | None:
        context = self.context
        if campaign.currency is not None and campaign.currency != self.basket.currency:
            return Reason.WRONG_CURRENCY
        elsewhere = _wrong_place(campaign, context)
        if elsewhere is not None:
            return elsewhere
        if not campaign.window.is_open(
            context.local_date, context.weekday, minute_of_day=context.minute_of_day
        ):
            return Reason.OUTSIDE_WINDOW
        if campaign.tiers and self.tier not in campaign.tiers:
            return Reason.WRONG_TIER if self.basket.member else Reason.MEMBERS_ONLY
        return self._find_personal_refusal(campaign)

    def _find_personal_refusal(self, campaign: Campaign) -> Reason | None:
        member = self.basket.member
        personal = any(name.startswith("per_member") for name, _ in campaign.limits)
        if member is None and (personal or campaign.first_purchase):
            return Reason.MEMBERS_ONLY
        if campaign.first_purchase and not (member and member.first_purchase):
            return Reason.NOT_FIRST_PURCHASE
        return Reason.LIMIT_REACHED if self.uses_left(campaign) == 0 else None

    def uses_left(self, campaign: Campaign) -> int | None:
        """Return how often ``campaign`` may still be used here, or ``None`` where nothing limits it."""
        if not campaign.limits:
            return None
        if campaign.id not in self.uses:
            self.uses[campaign.id] = self._uses_at_start(campaign)
        return self.uses[campaign.id]

    def _uses_at_start(self, campaign: Campaign) -> int:
        used = next((each for each in self.context.used if each.rule_id == campaign.id), None)
        counts = {
            "per_basket": 0,
            "per_member": used.by_member if used else 0,
            "per_member_day": used.by_member_today if used else 0,
            "stock": used.by_all if used else 0,
        }
        return max(0, min(limit - counts[name] for name, limit in campaign.limits))

    def use(self, campaign: Campaign, count: int) -> None:
        """Remember that ``campaign`` was used ``count`` times."""
        left = self.uses_left(campaign)
        if left is not None:
            self.uses[campaign.id] = left - count

    def uses_made(self) -> tuple[tuple[str, int], ...]:
        """Return how often campaigns with limits were used in this basket, in order of id."""
        made = (
            (rule_id, self._uses_at_start(self.rules.by_id[rule_id]) - left)
            for rule_id, left in sorted(self.uses.items())
        )
        return tuple((rule_id, count) for rule_id, count in made if count)

    def reject(self, campaign: Campaign, reason: Reason, *, lost_to: str | None = None) -> None:
        """Remember why a campaign did not apply; the first reason stays."""
        self.rejected.setdefault(campaign.id, (reason, lost_to))

    def by_campaign(self, stage: Stage) -> dict[str, list[Goods]]:
        """Return, for each campaign that works in ``stage``, its goods; in order of campaign id."""
        found: dict[str, list[Goods]] = {}
        for goods in self.goods:
            for campaign in goods.candidates.get(stage, ()):
                found.setdefault(campaign.id, []).append(goods)
        return {rule_id: found[rule_id] for rule_id in sorted(found)}


def _wrong_place(campaign: Campaign, context: Context) -> Reason | None:
    if campaign.stores and context.store_id not in campaign.stores:
        return Reason.WRONG_STORE
    if campaign.regions and context.region not in campaign.regions:
        return Reason.WRONG_REGION
    if campaign.channels and context.channel not in campaign.channels:
        return Reason.WRONG_CHANNEL
    return None


def _with_rates(basket: Basket) -> Basket:
    """Return the basket with the rates that hold: those for taking away, where it is taken away."""
    if not basket.takes_away:
        return basket
    lines = tuple(
        line if line.away_tax_rate_bp is None else replace(line, tax_rate_bp=line.away_tax_rate_bp)
        for line in basket.lines
    )
    return replace(basket, lines=lines)


def _by_stage(campaigns: Iterable[Campaign]) -> dict[Stage, list[Campaign]]:
    found: dict[Stage, list[Campaign]] = {}
    for campaign in campaigns:
        found.setdefault(campaign.effect.stage, []).append(campaign)
    return found


def _gather(basket: Basket, tier: str | None) -> list[Goods]:
    _check(basket)
    touched = {discount.line_id for discount in basket.cashier}
    groups: dict[object, list[BasketLine]] = {}
    for line in sorted(basket.lines, key=lambda line: line.line_id):
        key = line.line_id if line.line_id in touched else _goods_key(line)
        groups.setdefault(key, []).append(line)
    return sorted((Goods(lines, tier) for lines in groups.values()), key=lambda goods: goods.tie_key)


def _goods_key(line: BasketLine) -> object:
    if not _is_whole_pieces(line):
        return line.line_id
    return (
        line.product_id,
        line.name,
        line.category_id,
        line.brand,
        line.unit_price.minor,
        line.tax_rate_bp,
        frozenset((tier, price.minor) for tier, price in line.tier_prices),
        line.regulated,
        line.deposit,
        0 if line.options_price is None else line.options_price.minor,
        line.pack_id,
    )


def _check(basket: Basket) -> None:
    seen: set[str] = set()
    for line in basket.lines:
        if line.line_id in seen:
            raise BadBasket("pricing.duplicate_line", line.line_id)
        seen.add(line.line_id)
        if line.qty_milli <= 0:
            raise BadBasket("pricing.bad_quantity", line.line_id)
        if line.tax_rate_bp < 0:
            raise BadBasket("pricing.bad_tax_rate", line.line_id)
        _check_prices(line, basket.currency)


def _check_prices(line: BasketLine, currency: str) -> None:
    named = [price for price in (line.label_amount, line.options_price) if price is not None]
    prices: Iterable[tuple[int, str]] = [
        (price.minor, price.currency)
        for price in (line.unit_price, *named, *(tier_price for _, tier_price in line.tier_prices))
    ]
    if any(price_currency != currency for _, price_currency in prices):
        raise BadBasket("pricing.wrong_currency", line.line_id)
    if any(minor < 0 for minor, _ in prices):
        raise BadBasket("pricing.negative_price", line.line_id)
    if line.options_price and not _is_whole_pieces(line):
        raise BadBasket("pricing.options_by_weight", line.line_id)
