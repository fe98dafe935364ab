"""Price the basket with the catalog's campaigns, as the server would."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from pos_app.services.basket_model import Basket, Line
from pos_app.services.ports import Catalog, Clock
from pos_app.services.records import CountedUses, Names, StoreProfile
from pos_app.services.store_time import LocalTime, business_day, local_time
from pos_app.services.uses_so_far import NOTHING_COUNTED
from retail_core.money import Money
from retail_core.people import TIERS
from retail_core.pricing import model
from retail_core.pricing.broken import price_without_broken
from retail_core.pricing.engine import Pricer, price
from retail_core.pricing.model import PricedBasket
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.rules import Campaign, CompiledRules, compile_rules
from retail_core.pricing.working import BadBasket
from retail_core.returns.basis import basis_of
from retail_core.returns.model import Basis

RULE_NAMES: Final = {
    model.MEMBER_PRICE_ID: Names("会员价", "會員價", "Member price"),
    model.CASHIER_PRICE_ID: Names("改价", "改價", "Price by hand"),
    model.CASHIER_LINE_ID: Names("单品折扣", "單品折扣", "Discount on the item"),
    model.CASHIER_BASKET_ID: Names("整单折扣", "整單折扣", "Discount on the sale"),
    model.CASHIER_DROP_ID: Names("抹零", "去零頭", "Small change dropped"),
}
"""What is called what, on screen and paper, among the rules that are no campaigns."""

CHANNEL = "till"
"""What the counter is called among the channels of a campaign."""

_FOR_CODES_ONLY = "number"


_MOST_VERSION = 64


@dataclass(frozen=True, slots=True)
class SetAside:
    """A campaign that is not used: ``reason`` is a code of ``Refusal``, ``field`` the place in its data."""

    rule_id: str
    names: Names
    reason: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The campaigns of one catalog version, but for those that were set aside."""

    version: str
    rules: CompiledRules
    set_aside: tuple[SetAside, ...]
    ids_by_number: Mapping[int, str]
    documents: Mapping[str, Mapping[str, object]]
    counts_uses: bool
    """Whether what was used before matters to any of them."""
    turns: tuple[int, ...]
    """The minutes of the day at which one of them begins or ends, in order."""


@dataclass(frozen=True, slots=True)
class _Done:
    """A price and everything that it was reckoned from."""

    basket: Basket
    priced: PricedBasket
    counted: CountedUses
    compiled: _Compiled
    at: LocalTime

    def holds(self, compiled: _Compiled, now: LocalTime) -> bool:
        """Return whether the same campaigns run at ``now``."""
        first = self.at.minute_of_day
        return (
            compiled is self.compiled
            and now.date == self.at.date
            and first <= now.minute_of_day
            and not any(first < turn <= now.minute_of_day for turn in compiled.turns)
        )


class _Memory:
    """What is kept from one basket to the next: each line as pricing takes it, and what was reckoned."""

    def __init__(self) -> None:
        self._pricer = Pricer()
        self._lines: dict[str, tuple[Line, model.BasketLine]] = {}

    def price(
        self, basket: Basket, compiled: _Compiled, *, counted: CountedUses, context: model.Context
    ) -> PricedBasket:
        """Return the price; lines that are the same as before are not even looked at again."""
        before, self._lines = self._lines, {}
        lines = []
        for line in basket.lines:
            known = before.get(line.line_id)
            if known is None or known[0] is not line:
                known = (line, pricing_line(line, basket.currency))
            self._lines[line.line_id] = known
            lines.append(known[1])
        priced_from = _as_priced(basket, counted, lines=tuple(lines))
        return self._pricer.price(priced_from, compiled.rules, context=context)


def _nothing_counted(_alias: str | None, _day: str) -> CountedUses:
    return NOTHING_COUNTED


class PriceBasket:
    """Turns the till's basket into a priced one; compiles the campaigns once per catalog version."""

    def __init__(
        self,
        *,
        catalog: Catalog,
        clock: Clock,
        profile: StoreProfile,
        uses: Callable[[str | None, str], CountedUses] = _nothing_counted,
    ) -> None:
        """Keep what prices depend on.

        Args:
            catalog: The campaigns.
            clock: Tells when is priced; campaigns begin and end in store time.
            profile: The store.
            uses: How often campaigns with limits were used, by the store and by the member with an alias, in
                all and on a business day.
        """
        self._catalog = catalog
        self._uses = uses
        self._clock = clock
        self._profile = profile
        # Replaced as a whole: the network lane prices too, for what a coupon would save.
        self._compiled: _Compiled | None = None
        self._last: _Done | None = None
        # Whoever prices takes the memory out and puts it back; whoever finds none prices without it. Taking
        # from a list and adding to it cannot be torn apart by another thread.
        self._memories = [_Memory()]

    def __call__(self, basket: Basket) -> PricedBasket:
        """Return the price with its explanation; a few milliseconds, on the UI thread."""
        done = self._price(basket, self._uses)
        self._last = done
        return done.priced

    def is_old(
        self, basket: Basket, priced: PricedBasket, *, uses: Callable[[str | None, str], CountedUses]
    ) -> bool:
        """Return whether ``basket`` costs something else by now than ``priced`` says; for any lane.

        A campaign ended or began, its last uses were sold elsewhere, a price list came: what the customer was
        told is not what the shop asks any more. ``uses`` counts them as the sale is written.
        """
        last, compiled = self._last, self._current()
        if last is not None and last.priced is priced and last.basket == basket:
            asked = self._ask(basket, compiled, uses=uses)
            if last.counted == asked and last.holds(compiled, self._now()):
                return False
        return _amounts(self._price(basket, uses).priced) != _amounts(priced)

    def has_turned(self) -> bool:
        """Return whether a campaign began or ended since the last basket was priced; a few microseconds."""
        last = self._last
        return last is not None and not last.holds(self._current(), self._now())

    @property
    def business_day(self) -> str:
        """The store's business day now, for which uses count."""
        return business_day(self._clock.now_ms(), self._profile)

    def basis(self, basket: Basket, priced: PricedBasket) -> Basis | None:
        """Return what a sale keeps of the campaigns that applied, for its returns."""
        return basis_of(
            _as_priced(basket, NOTHING_COUNTED),
            priced,
            documents=self._current().documents,
            context=self._context(NOTHING_COUNTED, self._now()),
        )

    def for_newcomer(self, basket: Basket) -> PricedBasket | None:
        """Return what ``basket`` would be to somebody who joins now; ``None`` where it cannot be reckoned.

        A campaign that breaks for newcomers is set aside like one that breaks at the counter: it would break
        again when they come back as members.
        """
        compiled, now = self._current(), self._now()
        as_sold = _as_priced(basket, NOTHING_COUNTED)
        as_member = replace(as_sold, member=model.MemberFacts("", TIERS[0], first_purchase=True))
        context = self._context(NOTHING_COUNTED, now)
        with suppress(Exception):
            return price(as_member, compiled.rules, context=context)
        with suppress(Exception):
            # An invitation must not stop a sale, whatever is the matter.
            priced, broken = price_without_broken(as_member, compiled.rules, context=context)
            self._set_aside(compiled, broken)
            return priced
        return None

    @property
    def profile(self) -> StoreProfile:
        """The store for which is priced."""
        return self._profile

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The campaigns of the catalog that are not used, in order of id, as far as they were read yet."""
        return () if self._compiled is None else self._compiled.set_aside

    @property
    def catalog_version(self) -> str:
        """The version of the prices that were last used; at most 64 characters."""
        return "" if self._compiled is None else self._compiled.version[:_MOST_VERSION]

    def warm(self) -> None:
        """Compile the campaigns now, before the first customer."""
        self._current()

    def campaign(self, rule_id: str) -> Campaign | None:
        """Return a campaign of the catalog, ``None`` when it is not there (any more)."""
        return self._current().rules.by_id.get(rule_id)

    def campaign_of_number(self, number: int) -> Campaign | None:
        """Return the campaign that a coupon code names by its number."""
        compiled = self._current()
        return compiled.rules.by_id.get(compiled.ids_by_number.get(number, ""))

    def campaign_name(self, rule_id: str, language: str) -> str:
        """Return what a campaign, or what is none, is called; the id itself when it is not known any more."""
        own = RULE_NAMES.get(rule_id)
        if own is not None:
            return own.in_language(language)
        campaign = self.campaign(rule_id)
        if campaign is not None:
            return campaign.name(language)
        # One that was set aside a moment ago has its name still, on the receipt that is being written.
        return _names(self._current().documents.get(rule_id, {}), rule_id).in_language(language)

    def _current(self) -> _Compiled:
        version = self._catalog.version
        compiled = self._compiled
        if compiled is None or compiled.version != version:
            compiled = _compile(version, self._catalog.campaigns())
            self._compiled = compiled
        return compiled

    def _price(self, basket: Basket, uses: Callable[[str | None, str], CountedUses]) -> _Done:
        compiled, now = self._current(), self._now()
        counted = self._ask(basket, compiled, uses=uses)
        context = self._context(counted, now)
        try:
            priced = self._reckon(basket, compiled, counted=counted, context=context)
        except BadBasket:
            raise
        except Exception:  # noqa: BLE001 - a campaign's arithmetic must not stop the counter, whatever it raises.
            priced, broken = price_without_broken(
                _as_priced(basket, counted), compiled.rules, context=context
            )
            compiled = self._set_aside(compiled, broken)
        return _Done(basket, priced, counted=counted, compiled=compiled, at=now)

    def _set_aside(self, compiled: _Compiled, broken: Collection[str]) -> _Compiled:
        """Go on without campaigns that break; a catalog that came meanwhile is not touched."""
        left = _without(compiled, broken)
        if self._compiled is compiled:
            self._compiled = left
        return left

    def _reckon(
        self, basket: Basket, compiled: _Compiled, *, counted: CountedUses, context: model.Context
    ) -> PricedBasket:
        """Price with the memory, or without it while another lane has it."""
        try:
            memory = self._memories.pop()
        except IndexError:
            return price(_as_priced(basket, counted), compiled.rules, context=context)
        try:
            return memory.price(basket, compiled, counted=counted, context=context)
        finally:
            self._memories.append(memory)

    def _ask(
        self, basket: Basket, compiled: _Compiled, *, uses: Callable[[str | None, str], CountedUses]
    ) -> CountedUses:
        if not compiled.counts_uses:
            return NOTHING_COUNTED
        return uses(None if basket.member is None else basket.member.alias, self.business_day)

    def _now(self) -> LocalTime:
        return local_time(self._clock.now_ms(), self._profile.time_zone)

    def _context(self, counted: CountedUses, now: LocalTime) -> model.Context:
        return model.Context(
            store_id=self._profile.store_id,
            channel=CHANNEL,
            local_date=now.date,
            weekday=now.weekday,
            minute_of_day=now.minute_of_day,
            prices_include_tax=self._profile.prices_include_tax,
            tax_per=self._profile.tax_per,
            region=self._profile.region,
            used=_used(counted),
        )


def _compile(version: str, campaigns: Iterable[Mapping[str, object]]) -> _Compiled:
    documents = [dict(document) for document in campaigns]
    numbers = {}
    for document in documents:
        # Pricing knows campaigns by their id and refuses fields that it does not know.
        number = document.pop(_FOR_CODES_ONLY, None)
        if isinstance(number, int):
            numbers[number] = str(document.get("id"))
    rules, refused = compile_rules(documents)
    by_id = {str(document.get("id")): document for document in documents}
    return _Compiled(
        version,
        rules,
        tuple(
            SetAside(each.rule_id, _names(by_id.get(each.rule_id, {}), each.rule_id), each.reason, each.field)
            for each in refused
        ),
        numbers,
        documents=by_id,
        counts_uses=any(each.limits or each.first_purchase for each in rules.by_id.values()),
        turns=tuple(
            sorted({turn for each in rules.by_id.values() for band in each.window.minutes for turn in band})
        ),
    )


def _without(compiled: _Compiled, broken: Collection[str]) -> _Compiled:
    """Return the campaigns without those that break while they price."""
    found = [
        SetAside(rule_id, _names(compiled.documents.get(rule_id, {}), rule_id), str(Refusal.BROKEN))
        for rule_id in broken
    ]
    return replace(
        compiled,
        rules=compiled.rules.without(broken),
        set_aside=tuple(sorted((*compiled.set_aside, *found), key=lambda each: each.rule_id)),
    )


def _names(document: Mapping[str, object], rule_id: str) -> Names:
    """Return what a campaign is called, whose record may be anything; its id where it says nothing."""
    names = document.get("names")
    named = names if isinstance(names, Mapping) else {}
    found = [named.get(language) for language in ("zh-Hans", "zh-Hant", "en")]
    zh_hans, zh_hant, en = (each if isinstance(each, str) and each else rule_id for each in found)
    return Names(zh_hans, zh_hant, en)


def _used(counted: CountedUses) -> tuple[model.Used, ...]:
    """Return the facts of the campaigns that were used, in order of the id."""
    return tuple(
        model.Used(
            rule_id,
            by_member=counted.by_member.get(rule_id, 0),
            by_member_today=counted.today.get(rule_id, 0),
            by_all=counted.by_store.get(rule_id, 0),
        )
        for rule_id in sorted({*counted.by_store, *counted.by_member})
    )


def _amounts(priced: PricedBasket) -> PricedBasket:
    """Return a price without what it says of offers that did not apply."""
    return replace(priced, hints=(), rejected=())


def _as_priced(
    basket: Basket, counted: CountedUses, *, lines: tuple[model.BasketLine, ...] | None = None
) -> model.Basket:
    """Return the basket as pricing takes it; ``lines`` are its lines where they were made before."""
    member = basket.member
    if lines is None:
        lines = tuple(pricing_line(line, basket.currency) for line in basket.lines)
    return model.Basket(
        currency=basket.currency,
        lines=lines,
        member=None
        if member is None
        else model.MemberFacts(member.member_id, member.tier or None, counted.first_purchase),
        coupons=tuple(
            model.CouponFacts(coupon.coupon_id, coupon.campaign_id, coupon.value_minor)
            for coupon in basket.coupons
        ),
        takes_away=basket.takes_away,
        cashier=tuple(
            model.CashierDiscount(each.line_id, each.kind, each.value) for each in basket.discounts
        ),
    )


def pricing_line(line: Line, currency: str) -> model.BasketLine:
    """Return a line as pricing takes it."""
    return model.BasketLine(
        line_id=line.line_id,
        product_id=line.product_id,
        name=line.names.zh_hans,
        category_id=line.category_id,
        qty_milli=line.qty_milli,
        sold_by=line.sold_by,
        unit_price=Money(line.unit_price_minor, currency),
        tax_rate_bp=line.tax_rate_bp,
        tier_prices=tuple((tier, Money(minor, currency)) for tier, minor in sorted(line.tier_prices.items())),
        brand=line.brand or None,
        label_amount=None if line.label_minor is None else Money(line.label_minor, currency),
        regulated=line.regulated,
        deposit=line.deposit,
        away_tax_rate_bp=line.away_tax_rate_bp,
        options_price=Money(line.options_minor, currency) if line.options else None,
        pack_id=line.pack_id or None,
        agreed=bool(line.order_id),
    )
