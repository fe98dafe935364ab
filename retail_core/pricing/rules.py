"""Campaigns: the data of promotions, coupons and points, checked once and indexed by what they concern.

A campaign that cannot be used is set aside with its id and reason; it never stops the counter.

Source: docs/rules/promotions.md, "The record of a campaign".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Literal, cast

from retail_core.pricing.effects import Effect, Stage
from retail_core.pricing.fields import WHOLE_BP, FieldRefused, Fields
from retail_core.pricing.kinds.catalogue import KINDS
from retail_core.pricing.model import RESERVED_IDS, TaxEffect
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.scope import Scope

Combine = Literal["exclusive", "best", "compound"]
Funder = Literal["store", "headquarters", "brand", "platform"]

_COMBINES = ("exclusive", "best", "compound")
_FUNDERS = ("store", "headquarters", "brand", "platform")
_OWN_FUNDERS = frozenset({"store", "headquarters"})
_TAX_EFFECTS = ("price_reduction", "third_party_payment")
_LIMITS = ("per_basket", "per_member", "per_member_day", "stock")
_LIMITED_STAGES = frozenset({Stage.LINE, Stage.UNITS, Stage.THRESHOLD, Stage.GIFT})
_MAX_PRIORITY = 1_000_000
_MINUTES_A_DAY = 1440
_ID = attrgetter("id")


class RuleRefused(ValueError):  # noqa: N818 - the record of a refusal is kept and shown, not only raised.
    """A campaign was set aside: ``reason`` is a code of ``Refusal``, ``field`` the place in its data."""

    def __init__(self, rule_id: str, reason: str, *, field_path: str = "") -> None:
        super().__init__(rule_id, reason, field_path)
        self.rule_id = rule_id
        self.reason = reason
        self.field = field_path


@dataclass(frozen=True, slots=True)
class Window:
    """When, in store time: dates inclusive, weekdays 1 (Monday) to 7, bands of minutes [from, to)."""

    from_date: str
    to_date: str
    weekdays: frozenset[int]
    minutes: tuple[tuple[int, int], ...]

    def is_open(self, local_date: str, weekday: int, *, minute_of_day: int) -> bool:
        """Tell whether the moment lies inside."""
        return (
            self.from_date <= local_date <= self.to_date
            and (not self.weekdays or weekday in self.weekdays)
            and (not self.minutes or any(start <= minute_of_day < end for start, end in self.minutes))
        )


@dataclass(frozen=True, slots=True)
class FunderShare:
    """Who bears how much of a discount; the shares of a campaign sum to 10,000 basis points."""

    funder: Funder
    share_bp: int
    tax_effect: TaxEffect


@dataclass(frozen=True, slots=True, eq=False)
class Campaign:
    """One campaign: what it gives (``effect``), on which goods, when, where, to whom, at whose cost.

    Compared by identity, because a set of compiled rules holds each campaign once and pricing asks often.
    """

    id: str
    kind: str
    names: tuple[tuple[str, str], ...]
    effect: Effect
    scope: Scope
    window: Window
    funders: tuple[FunderShare, ...]
    priority: int
    combine: Combine
    stores: frozenset[str]
    regions: frozenset[str]
    channels: frozenset[str]
    tiers: frozenset[str]
    currency: str | None
    offline_allowed: bool
    stacks_with_member_price: bool
    first_purchase: bool
    limits: tuple[tuple[str, int], ...]

    @property
    def reach(self) -> tuple[Scope, ...]:
        """The goods that can take part: those of its groups, or its scope."""
        return self.effect.groups or (self.scope,)

    @property
    def coupon_only(self) -> bool:
        """Whether this applies only against a presented coupon."""
        return self.effect.stage is Stage.COUPON

    @staticmethod
    def parse(data: Mapping[str, object]) -> Campaign:
        """Read a campaign from its JSON object.

        Raises:
            RuleRefused: it cannot be used, with the reason and the field.
        """
        rule_id = _rule_id(data)
        try:
            return _parse(Fields(data), rule_id)
        except FieldRefused as refusal:
            raise RuleRefused(rule_id, refusal.reason, field_path=refusal.field) from refusal

    def name(self, language: str) -> str:
        """Return the name in ``language``, else in English, else the id."""
        names = dict(self.names)
        return names.get(language) or names.get("en") or self.id


def _rule_id(data: object) -> str:
    rule_id = data.get("id") if isinstance(data, Mapping) else None
    return rule_id[:80] if isinstance(rule_id, str) and rule_id else "?"


def _parse(fields: Fields, rule_id: str) -> Campaign:
    if fields.text("id") != rule_id:
        raise fields.refuse(Refusal.BAD_ID, "id")
    if rule_id in RESERVED_IDS:
        raise fields.refuse(Refusal.RESERVED_ID, "id")
    kind = fields.text("kind")
    if kind not in KINDS:
        raise fields.refuse(Refusal.UNKNOWN_KIND, "kind")
    effect = _effect(fields, kind)
    if fields.has("coupon_only") and fields.flag("coupon_only") != (effect.stage is Stage.COUPON):
        raise fields.refuse(Refusal.CONTRADICTION, "coupon_only")
    names = fields.record("names")
    campaign = Campaign(
        id=rule_id,
        kind=kind,
        names=tuple((language, names.text(language)) for language in names.names()),
        effect=effect,
        scope=Scope.parse(fields.record("scope")),
        window=_window(fields.record("window")),
        funders=_funders(fields),
        priority=fields.whole("priority", -_MAX_PRIORITY, high=_MAX_PRIORITY, default=0),
        combine=cast("Combine", fields.choice("combine", _COMBINES, default="best")),
        stores=fields.texts("stores"),
        regions=fields.texts("regions"),
        channels=fields.texts("channels"),
        tiers=fields.texts("tiers"),
        currency=fields.text("currency") if fields.has("currency") else None,
        offline_allowed=fields.flag("offline_allowed"),
        stacks_with_member_price=fields.flag("stacks_with_member_price"),
        first_purchase=fields.flag("first_purchase"),
        limits=_limits(fields, effect),
    )
    if effect.groups and not campaign.scope.is_everything:
        raise fields.refuse(Refusal.CONTRADICTION, "scope")
    fields.done()
    return campaign


def _limits(fields: Fields, effect: Effect) -> tuple[tuple[str, int], ...]:
    record = fields.record("limits")
    limits = tuple((name, record.whole(name, 1)) for name in _LIMITS if record.has(name))
    record.done()
    if limits and effect.stage not in _LIMITED_STAGES:
        raise fields.refuse(Refusal.CONTRADICTION, "limits")
    return limits


def _effect(fields: Fields, kind: str) -> Effect:
    params = fields.record("params")
    effect = KINDS[kind](params)
    params.done()
    return effect


def _window(fields: Fields) -> Window:
    window = Window(
        from_date=_date(fields, "from_date", default="0001-01-01"),
        to_date=_date(fields, "to_date", default="9999-12-31"),
        weekdays=fields.wholes("weekdays", 1, high=7),
        minutes=tuple(sorted(_band(item, fields) for item in fields.items("minutes"))),
    )
    if window.from_date > window.to_date:
        raise fields.refuse(Refusal.EMPTY_WINDOW, "to_date")
    fields.done()
    return window


def _date(fields: Fields, name: str, *, default: str) -> str:
    value = fields.text(name, default=default)
    try:
        parsed = date.fromisoformat(value)
    except ValueError as error:
        raise fields.refuse(Refusal.BAD_DATE, name) from error
    return parsed.isoformat()


def _band(item: object, fields: Fields) -> tuple[int, int]:
    if not isinstance(item, Sequence) or len(item) != 2:
        raise fields.refuse(Refusal.WRONG_TYPE, "minutes")
    start, end = item
    if type(start) is not int or type(end) is not int:
        raise fields.refuse(Refusal.WRONG_TYPE, "minutes")
    if not 0 <= start < end <= _MINUTES_A_DAY:
        raise fields.refuse(Refusal.OUT_OF_RANGE, "minutes")
    return start, end


def _funders(fields: Fields) -> tuple[FunderShare, ...]:
    shares = {}
    for record in fields.records("funders"):
        funder = record.choice("funder", _FUNDERS, default="")
        if funder in shares:
            raise record.refuse(Refusal.CONTRADICTION, "funder")
        shares[funder] = record.whole("share_bp", 1, high=WHOLE_BP)
        record.done()
    if not shares:
        shares = {"store": WHOLE_BP}
    if sum(shares.values()) != WHOLE_BP:
        raise fields.refuse(Refusal.SHARES_NOT_WHOLE, "funders")
    outside = not _OWN_FUNDERS.issuperset(shares)
    effect = fields.choice("tax_effect", _TAX_EFFECTS, default=_TAX_EFFECTS[outside])
    if effect == "third_party_payment" and not outside:
        raise fields.refuse(Refusal.CONTRADICTION, "tax_effect")
    return tuple(
        FunderShare(
            funder=cast("Funder", funder),
            share_bp=share_bp,
            tax_effect=cast("TaxEffect", _TAX_EFFECTS[0] if funder in _OWN_FUNDERS else effect),
        )
        for funder, share_bp in sorted(shares.items(), key=lambda item: _FUNDERS.index(item[0]))
    )


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """Usable campaigns, found by what is in the basket; made by ``compile_rules``."""

    by_id: Mapping[str, Campaign]
    _by_product: Mapping[str, tuple[Campaign, ...]] = field(repr=False)
    _by_category: Mapping[str, tuple[Campaign, ...]] = field(repr=False)
    _by_brand: Mapping[str, tuple[Campaign, ...]] = field(repr=False)
    _everywhere: tuple[Campaign, ...] = field(repr=False)
    _categories: frozenset[str] = field(repr=False)
    _brands: frozenset[str] = field(repr=False)

    def without(self, rule_ids: Collection[str]) -> CompiledRules:
        """Return the rules without some campaigns."""
        return _index(campaign for rule_id, campaign in self.by_id.items() if rule_id not in rule_ids)

    def only(self, rule_ids: Collection[str]) -> CompiledRules:
        """Return some of the rules."""
        return _index(campaign for rule_id, campaign in self.by_id.items() if rule_id in rule_ids)

    def shelf_of(self, category_id: str | None, brand: str | None) -> tuple[str | None, str | None]:
        """Return a category and a brand for which ``of_shelf`` gives the same.

        Those that no campaign names or excludes are all alike, and stand as ``None``.
        """
        return (
            category_id if category_id in self._categories else None,
            brand if brand in self._brands else None,
        )

    def of_shelf(self, category_id: str | None, brand: str | None) -> list[Campaign]:
        """Return the campaigns for all goods, this category or this brand, each once, in order of id.

        Exclusion lists of categories and brands are observed; those of products are for the caller to check.
        """
        found = {
            campaign
            for campaigns in (
                self._everywhere,
                self._by_category.get(category_id or "", ()),
                self._by_brand.get(brand or "", ()),
            )
            for campaign in campaigns
            if not campaign.scope.excludes(None, category_id, brand=brand)
        }
        return sorted(found, key=_ID)

    def of_product(self, product_id: str | None) -> tuple[Campaign, ...]:
        """Return the campaigns that name this product, in order of id; exclusion lists are not looked at."""
        return self._by_product.get(product_id or "", ())


def compile_rules(raw: Sequence[Mapping[str, object]]) -> tuple[CompiledRules, tuple[RuleRefused, ...]]:
    """Check and index campaigns; those that cannot be used come back as refusals, in order of id.

    Of several campaigns with one id none is used, because which one was meant cannot be known.
    """
    campaigns: dict[str, Campaign] = {}
    refused: list[RuleRefused] = []
    counts: dict[str, int] = {}
    for data in raw:
        rule_id = _rule_id(data)
        counts[rule_id] = counts.get(rule_id, 0) + 1
        try:
            campaigns[rule_id] = Campaign.parse(data)
        except RuleRefused as refusal:
            refused.append(refusal)
    for rule_id, count in counts.items():
        if count > 1 and rule_id in campaigns:
            del campaigns[rule_id]
            refused.append(RuleRefused(rule_id, Refusal.DUPLICATE_ID, field_path="id"))
    refused.sort(key=lambda refusal: (refusal.rule_id, refusal.reason, refusal.field))
    return _index(campaigns[rule_id] for rule_id in sorted(campaigns)), tuple(refused)


def _index(campaigns: Iterable[Campaign]) -> CompiledRules:
    ordered = list(campaigns)
    products: dict[str, list[Campaign]] = {}
    categories: dict[str, list[Campaign]] = {}
    brands: dict[str, list[Campaign]] = {}
    everywhere: list[Campaign] = []
    for campaign in ordered:
        if any(scope.is_everything for scope in campaign.reach):
            everywhere.append(campaign)
            continue
        for index, keys in (
            (products, {key for scope in campaign.reach for key in scope.product_ids}),
            (categories, {key for scope in campaign.reach for key in scope.category_ids}),
            (brands, {key for scope in campaign.reach for key in scope.brands}),
        ):
            for key in keys:
                index.setdefault(key, []).append(campaign)
    return CompiledRules(
        by_id={campaign.id: campaign for campaign in ordered},
        _by_product={key: tuple(found) for key, found in products.items()},
        _by_category={key: tuple(found) for key, found in categories.items()},
        _by_brand={key: tuple(found) for key, found in brands.items()},
        _everywhere=tuple(everywhere),
        _categories=frozenset(categories).union(*(each.scope.exclude_category_ids for each in ordered)),
        _brands=frozenset(brands).union(*(each.scope.exclude_brands for each in ordered)),
    )
