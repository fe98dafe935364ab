"""Price the basket with the catalog's campaigns, as the server would."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pos_app.services.basket_model import Basket, Line
from pos_app.services.ports import Catalog, Clock
from pos_app.services.records import Names, StoreProfile
from pos_app.services.store_time import local_time
from retail_core.money import Money
from retail_core.pricing import model
from retail_core.pricing.engine import price
from retail_core.pricing.model import PricedBasket
from retail_core.pricing.rules import Campaign, CompiledRules, compile_rules
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
class _Compiled:
    """The campaigns of one catalog version."""

    version: str
    rules: CompiledRules
    ids_by_number: Mapping[int, str]
    documents: Mapping[str, Mapping[str, object]]


class PriceBasket:
    """Turns the till's basket into a priced one; compiles the campaigns once per catalog version."""

    def __init__(self, *, catalog: Catalog, clock: Clock, profile: StoreProfile) -> None:
        self._catalog = catalog
        self._clock = clock
        self._profile = profile
        # Replaced as a whole: the network lane prices too, for what a coupon would save.
        self._compiled: _Compiled | None = None

    def __call__(self, basket: Basket) -> PricedBasket:
        """Return the price with its explanation; a few milliseconds, on the UI thread."""
        return price(_as_priced(basket), self._current().rules, context=self._context())

    def basis(self, basket: Basket, priced: PricedBasket) -> Basis | None:
        """Return what a sale keeps of the campaigns that applied, for its returns."""
        return basis_of(
            _as_priced(basket), priced, documents=self._current().documents, context=self._context()
        )

    @property
    def profile(self) -> StoreProfile:
        """The store for which is priced."""
        return self._profile

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
        return rule_id if campaign is None else campaign.name(language)

    def _current(self) -> _Compiled:
        version = self._catalog.version
        compiled = self._compiled
        if compiled is None or compiled.version != version:
            compiled = _compile(version, self._catalog.campaigns())
            self._compiled = compiled
        return compiled

    def _context(self) -> model.Context:
        now = local_time(self._clock.now_ms(), self._profile.time_zone)
        return model.Context(
            store_id=self._profile.store_id,
            channel=CHANNEL,
            local_date=now.date,
            weekday=now.weekday,
            minute_of_day=now.minute_of_day,
            prices_include_tax=self._profile.prices_include_tax,
            tax_per=self._profile.tax_per,
            region=self._profile.region,
        )


def _compile(version: str, campaigns: Iterable[Mapping[str, object]]) -> _Compiled:
    documents = [dict(document) for document in campaigns]
    numbers = {}
    for document in documents:
        # Pricing knows campaigns by their id and refuses fields that it does not know.
        number = document.pop(_FOR_CODES_ONLY, None)
        if isinstance(number, int):
            numbers[number] = str(document.get("id"))
    rules, _ = compile_rules(documents)
    return _Compiled(version, rules, numbers, {str(document.get("id")): document for document in documents})


def _as_priced(basket: Basket) -> model.Basket:
    member = basket.member
    return model.Basket(
        currency=basket.currency,
        lines=tuple(_line(line, basket.currency) for line in basket.lines),
        member=None if member is None else model.MemberFacts(member.member_id, member.tier or None),
        coupons=tuple(
            model.CouponFacts(coupon.coupon_id, coupon.campaign_id, coupon.value_minor)
            for coupon in basket.coupons
        ),
        takes_away=basket.takes_away,
        cashier=tuple(
            model.CashierDiscount(each.line_id, each.kind, each.value) for each in basket.discounts
        ),
    )


def _line(line: Line, currency: str) -> model.BasketLine:
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
    )
