"""Where, when and for whom is priced, and which campaigns therefore concern which goods.

An occasion holds for basket after basket: only another customer, store, day or set of campaigns, or the hour
at which a campaign begins or ends, makes a new one.

Source: docs/rules/promotions.md, "The record of a campaign".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter
from typing import TypeAlias

from retail_core.pricing.effects import Stage
from retail_core.pricing.model import Basket, BasketLine, Context
from retail_core.pricing.packs import takes_pack
from retail_core.pricing.ranking import Ranked
from retail_core.pricing.reasons import Reason
from retail_core.pricing.rules import Campaign, CompiledRules

_Refused: TypeAlias = tuple[tuple[str, Reason], ...]
_ShelfKey: TypeAlias = tuple[str | None, str | None]
_ID = attrgetter("id")


class Offers:
    """The campaigns that concern some goods and run here and now, by stage, in order of id.

    ``refused`` are the ids of those that concern them and do not run, with the reason; coupons are not named.
    ``ranked`` holds the line promotions, ``None`` where there are none; ``limited`` are those with limits.
    """

    __slots__ = ("coupon", "gift", "limited", "points", "ranked", "refused", "threshold", "units")

    def __init__(self, usable: Iterable[Campaign], refused: _Refused) -> None:
        by_stage: list[list[Campaign]] = [[], [], [], [], [], [], []]
        for campaign in usable:
            by_stage[campaign.effect.stage].append(campaign)
        line = by_stage[Stage.LINE]
        self.ranked = Ranked(line) if line else None
        self.limited = tuple([campaign for campaign in line if campaign.limits])
        self.units = tuple(by_stage[Stage.UNITS])
        self.threshold = tuple(by_stage[Stage.THRESHOLD])
        self.gift = tuple(by_stage[Stage.GIFT])
        self.coupon = tuple(by_stage[Stage.COUPON])
        self.points = tuple(by_stage[Stage.POINTS])
        self.refused = refused


NO_OFFERS = Offers((), ())
"""Those of goods that take no discount."""


class _Shelf:
    """What holds for all goods of one category and brand; ``spared`` products are excluded by some of it."""

    __slots__ = ("_offers", "refused", "spared", "usable")

    def __init__(self, usable: list[Campaign], refused: _Refused) -> None:
        self.usable = usable
        self.refused = refused
        self._offers: Offers | None = None
        self.spared: frozenset[str] = frozenset().union(
            *[campaign.scope.exclude_product_ids for campaign in usable]
        )

    @property
    def offers(self) -> Offers:
        """The offers about goods that no campaign names."""
        if self._offers is None:
            self._offers = Offers(self.usable, self.refused)
        return self._offers


class Occasion:
    """The rules, the context and the customer of one or more pricing runs."""

    __slots__ = (
        "_refusals",
        "_shelves",
        "_used",
        "context",
        "currency",
        "member",
        "rules",
        "takes_away",
        "tier",
    )

    def __init__(self, basket: Basket, rules: CompiledRules, *, context: Context) -> None:
        self.rules = rules
        self.context = context
        self.currency = basket.currency
        self.member = basket.member
        self.takes_away = basket.takes_away
        self.tier = basket.member.tier if basket.member else None
        self._used: dict[str, tuple[int, int, int]] = {}
        for used in context.used:
            self._used.setdefault(used.rule_id, (used.by_member, used.by_member_today, used.by_all))
        self._refusals: dict[Campaign, Reason | None] = {}
        self._shelves: dict[_ShelfKey, _Shelf] = {}

    def lasts(self, basket: Basket, rules: CompiledRules, *, context: Context) -> bool:
        """Return whether all that was found out holds for ``basket`` too; time may have passed."""
        if not (
            rules is self.rules
            and basket.currency == self.currency
            and basket.member == self.member
            and basket.takes_away == self.takes_away
        ):
            return False
        if context == self.context:
            return True
        if replace(context, minute_of_day=self.context.minute_of_day) != self.context:
            return False
        before, self.context = self.context, context
        if all(self._find_refusal(each) is found for each, found in self._refusals.items()):
            return True
        self.context = before
        return False

    def offers_of(self, line: BasketLine) -> Offers:
        """Return the campaigns that concern ``line`` and run."""
        if line.regulated or line.deposit:
            return NO_OFFERS
        offers = self._all_offers_of(line)
        return Offers((*offers.coupon, *offers.points), ()) if line.agreed else offers

    def _all_offers_of(self, line: BasketLine) -> Offers:
        key = self.rules.shelf_of(line.category_id, line.brand)
        shelf = self._shelves.get(key)
        if shelf is None:
            shelf = self._shelves[key] = _Shelf(*self._sort_out(self.rules.of_shelf(*key)))
        if line.pack_id is not None:
            return self._offers_of_pack(line, shelf)
        product_id = line.product_id
        named = self.rules.of_product(product_id)
        if not named and product_id not in shelf.spared:
            return shelf.offers
        found, refused = self._sort_out(named)
        if product_id in shelf.spared or any(campaign.scope.has_exclusions for campaign in found):
            found = [
                campaign
                for campaign in (*shelf.usable, *found)
                if not campaign.scope.excludes(product_id, line.category_id, brand=line.brand)
            ]
        else:
            found += shelf.usable
        found = sorted(set(found), key=_ID)
        return Offers(found, shelf.refused + refused if refused else shelf.refused)

    def _offers_of_pack(self, line: BasketLine, shelf: _Shelf) -> Offers:
        named, refused = self._sort_out(
            (*self.rules.of_product(line.product_id), *self.rules.of_product(line.pack_id))
        )
        found = {campaign for campaign in (*shelf.usable, *named) if takes_pack(campaign, line)}
        return Offers(sorted(found, key=_ID), shelf.refused + refused)

    def _sort_out(self, campaigns: Iterable[Campaign]) -> tuple[list[Campaign], _Refused]:
        usable, refused = [], []
        refusals = self._refusals
        for campaign in campaigns:
            refusal = refusals[campaign] if campaign in refusals else self.refusal(campaign)
            if refusal is None:
                usable.append(campaign)
            elif not campaign.coupon_only:
                refused.append((campaign.id, refusal))
        return usable, tuple(refused)

    def refusal(self, campaign: Campaign) -> Reason | None:
        """Return why ``campaign`` does not run here, now, for this customer, or ``None`` where it does."""
        if campaign not in self._refusals:
            self._refusals[campaign] = self._find_refusal(campaign)
        return self._refusals[campaign]

    def _find_refusal(self, campaign: Campaign) -> Reason | None:
        context = self.context
        if campaign.currency is not None and campaign.currency != self.currency:
            return Reason.WRONG_CURRENCY
        elsewhere = _wrong_place(campaign, context)
        if elsewhere is not None:
            return elsewhere
        if not campaign.window.is_open(
            context.local_date, context.weekday, minute_of_day=context.minute_of_day
        ):
            return Reason.OUTSIDE_WINDOW
        if campaign.tiers and self.tier not in campaign.tiers:
            return Reason.WRONG_TIER if self.member else Reason.MEMBERS_ONLY
        return self._find_personal_refusal(campaign)

    def _find_personal_refusal(self, campaign: Campaign) -> Reason | None:
        if not campaign.limits and not campaign.first_purchase:
            return None
        member = self.member
        personal = any(name.startswith("per_member") for name, _ in campaign.limits)
        if member is None and (personal or campaign.first_purchase):
            return Reason.MEMBERS_ONLY
        if campaign.first_purchase and not (member and member.first_purchase):
            return Reason.NOT_FIRST_PURCHASE
        return Reason.LIMIT_REACHED if self.uses_at_start(campaign) == 0 else None

    def uses_at_start(self, campaign: Campaign) -> int | None:
        """Return how often ``campaign`` may be used in a basket, or ``None`` where nothing limits it."""
        if not campaign.limits:
            return None
        by_member, today, by_all = self._used.get(campaign.id, (0, 0, 0))
        counts = {"per_basket": 0, "per_member": by_member, "per_member_day": today, "stock": by_all}
        return max(0, min(limit - counts[name] for name, limit in campaign.limits))


def _wrong_place(campaign: Campaign, context: Context) -> Reason | None:
    if campaign.stores and context.store_id not in campaign.stores:
        return Reason.WRONG_STORE
    if campaign.regions and context.region not in campaign.regions:
        return Reason.WRONG_REGION
    if campaign.channels and context.channel not in campaign.channels:
        return Reason.WRONG_CHANNEL
    return None
