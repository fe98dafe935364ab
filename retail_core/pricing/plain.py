"""Baskets and priced baskets as plain dicts of text, whole numbers, booleans and nulls, and back.

Till and server exchange and store these; the round trip changes nothing, and the same basket always gives the
same dict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast

from retail_core.money import Money
from retail_core.pricing.model import (
    Adjustment,
    Basket,
    BasketLine,
    CashierDiscount,
    CashierKind,
    Context,
    CouponFacts,
    CouponOutcome,
    Hint,
    MemberFacts,
    PricedBasket,
    PricedLine,
    Rejection,
    SoldBy,
    TaxEffect,
    TaxPer,
    TaxRow,
    Used,
)

Plain: TypeAlias = "str | int | bool | Sequence[Plain] | Mapping[str, Plain] | None"


class BadPlain(ValueError):  # noqa: N818 - says what the data is.
    """A dict is not a basket; ``field`` names the first field that is missing or of the wrong kind."""

    def __init__(self, field: str) -> None:
        super().__init__("pricing.bad_plain", field)
        self.field = field


class _Record:
    """Typed reading of one dict."""

    __slots__ = ("_data",)

    def __init__(self, data: object, name: str) -> None:
        if not isinstance(data, Mapping):
            raise BadPlain(name)
        self._data = data

    def text(self, name: str) -> str:
        value = self._data.get(name)
        if not isinstance(value, str):
            raise BadPlain(name)
        return value

    def text_or(self, name: str, default: str) -> str:
        return default if self._data.get(name) is None else self.text(name)

    def text_or_none(self, name: str) -> str | None:
        return None if self._data.get(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        value = self._data.get(name)
        if type(value) is not int:
            raise BadPlain(name)
        return value

    def whole_or_none(self, name: str) -> int | None:
        return None if self._data.get(name) is None else self.whole(name)

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        value = self._data.get(name, default)
        if not isinstance(value, bool):
            raise BadPlain(name)
        return value

    def one_of(self, name: str, choices: Sequence[str]) -> str:
        value = self.text(name)
        if value not in choices:
            raise BadPlain(name)
        return value

    def records(self, name: str) -> list[_Record]:
        return [_Record(item, name) for item in self.items(name)]

    def items(self, name: str) -> Sequence[object]:
        value = self._data.get(name, ())
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise BadPlain(name)
        return value

    def mapping(self, name: str) -> Mapping[str, object]:
        value = self._data.get(name, {})
        if not isinstance(value, Mapping):
            raise BadPlain(name)
        return value

    def record_or_none(self, name: str) -> _Record | None:
        value = self._data.get(name)
        return None if value is None else _Record(value, name)


def basket_to_json(basket: Basket) -> dict[str, Plain]:
    """Return ``basket`` as a plain dict."""
    member = basket.member
    return {
        "currency": basket.currency,
        "lines": [_line_to_json(line) for line in basket.lines],
        "member": None if member is None else _member_to_json(member),
        "coupons": [
            {"coupon_id": c.coupon_id, "campaign_id": c.campaign_id, "value_minor": c.value_minor}
            for c in basket.coupons
        ],
        "takes_away": basket.takes_away,
        "cashier": [{"line_id": d.line_id, "kind": d.kind, "value": d.value} for d in basket.cashier],
    }


def _member_to_json(member: MemberFacts) -> dict[str, Plain]:
    return {
        "member_id": member.member_id,
        "tier": member.tier,
        "first_purchase": member.first_purchase,
    }


def _line_to_json(line: BasketLine) -> dict[str, Plain]:
    return {
        "line_id": line.line_id,
        "product_id": line.product_id,
        "name": line.name,
        "category_id": line.category_id,
        "qty_milli": line.qty_milli,
        "sold_by": line.sold_by,
        "unit_price_minor": line.unit_price.minor,
        "tax_rate_bp": line.tax_rate_bp,
        "tier_prices_minor": {tier: price.minor for tier, price in line.tier_prices},
        "brand": line.brand,
        "label_amount_minor": None if line.label_amount is None else line.label_amount.minor,
        "regulated": line.regulated,
        "deposit": line.deposit,
        "away_tax_rate_bp": line.away_tax_rate_bp,
        "options_price_minor": None if line.options_price is None else line.options_price.minor,
        "pack_id": line.pack_id,
        "agreed": line.agreed,
    }


def basket_from_json(data: Mapping[str, object]) -> Basket:
    """Return the basket that ``basket_to_json`` made.

    Raises:
        BadPlain: a field is missing or of the wrong kind.
    """
    record = _Record(data, "basket")
    currency = record.text("currency")
    member = record.record_or_none("member")
    return Basket(
        currency=currency,
        lines=tuple(_line_from_json(line, currency) for line in record.records("lines")),
        member=None if member is None else _member(member),
        coupons=tuple(
            CouponFacts(c.text("coupon_id"), c.text("campaign_id"), c.whole_or_none("value_minor"))
            for c in record.records("coupons")
        ),
        cashier=tuple(
            CashierDiscount(
                line_id=d.text_or_none("line_id"),
                kind=cast("CashierKind", d.one_of("kind", ("price", "percent", "amount", "drop"))),
                value=d.whole("value"),
            )
            for d in record.records("cashier")
        ),
        takes_away=record.flag("takes_away", default=False),
    )


def _member(record: _Record) -> MemberFacts:
    return MemberFacts(
        member_id=record.text_or_none("member_id"),
        tier=record.text_or_none("tier"),
        first_purchase=record.flag("first_purchase", default=False),
    )


def _line_from_json(record: _Record, currency: str) -> BasketLine:
    label_minor = record.whole_or_none("label_amount_minor")
    options_minor = record.whole_or_none("options_price_minor")
    return BasketLine(
        line_id=record.text("line_id"),
        product_id=record.text_or_none("product_id"),
        name=record.text("name"),
        category_id=record.text_or_none("category_id"),
        qty_milli=record.whole("qty_milli"),
        sold_by=cast("SoldBy", record.one_of("sold_by", ("piece", "weight"))),
        unit_price=Money(record.whole("unit_price_minor"), currency),
        tax_rate_bp=record.whole("tax_rate_bp"),
        tier_prices=_tier_prices(record.mapping("tier_prices_minor"), currency),
        brand=record.text_or_none("brand"),
        label_amount=None if label_minor is None else Money(label_minor, currency),
        regulated=record.flag("regulated", default=False),
        deposit=record.flag("deposit", default=False),
        away_tax_rate_bp=record.whole_or_none("away_tax_rate_bp"),
        options_price=None if options_minor is None else Money(options_minor, currency),
        pack_id=record.text_or_none("pack_id"),
        agreed=record.flag("agreed", default=False),
    )


def _tier_prices(data: Mapping[str, object], currency: str) -> tuple[tuple[str, Money], ...]:
    prices = _Record(data, "tier_prices_minor")
    return tuple((tier, Money(prices.whole(tier), currency)) for tier in data)


def context_to_json(context: Context) -> dict[str, Plain]:
    """Return ``context`` as a plain dict."""
    return {
        "store_id": context.store_id,
        "channel": context.channel,
        "local_date": context.local_date,
        "weekday": context.weekday,
        "minute_of_day": context.minute_of_day,
        "prices_include_tax": context.prices_include_tax,
        "tax_per": context.tax_per,
        "region": context.region,
        "used": [
            {
                "rule_id": used.rule_id,
                "by_member": used.by_member,
                "by_member_today": used.by_member_today,
                "by_all": used.by_all,
            }
            for used in context.used
        ],
    }


def context_from_json(data: Mapping[str, object]) -> Context:
    """Return the context that ``context_to_json`` made.

    Raises:
        BadPlain: a field is missing or of the wrong kind.
    """
    record = _Record(data, "context")
    return Context(
        store_id=record.text("store_id"),
        channel=record.text("channel"),
        local_date=record.text("local_date"),
        weekday=record.whole("weekday"),
        minute_of_day=record.whole("minute_of_day"),
        prices_include_tax=record.flag("prices_include_tax", default=True),
        tax_per=cast("TaxPer", record.one_of("tax_per", ("rate", "line"))),
        used=tuple(
            Used(u.text("rule_id"), u.whole("by_member"), u.whole("by_member_today"), u.whole("by_all"))
            for u in record.records("used")
        ),
        region=record.text_or("region", ""),
    )


def priced_to_json(priced: PricedBasket) -> dict[str, Plain]:
    """Return ``priced`` as a plain dict; amounts are minor units of its currency."""
    return {
        "currency": priced.currency,
        "lines": [_priced_line_to_json(line) for line in priced.lines],
        "coupons": [_outcome_to_json(outcome) for outcome in priced.coupons],
        "list_total_minor": priced.list_total.minor,
        "discount_total_minor": priced.discount_total.minor,
        "total_minor": priced.total.minor,
        "receivable_minor": priced.receivable.minor,
        "tax": [
            {
                "rate_bp": row.rate_bp,
                "net_minor": row.net.minor,
                "tax_minor": row.tax.minor,
                "gross_minor": row.gross.minor,
            }
            for row in priced.tax
        ],
        "points_earned": priced.points_earned,
        "uses": dict(priced.uses),
        "hints": [{"rule_id": h.rule_id, "code": h.code, "args": dict(h.args)} for h in priced.hints],
        "rejected": [
            {"rule_id": r.rule_id, "reason_code": r.reason_code, "lost_to": r.lost_to}
            for r in priced.rejected
        ],
    }


def _priced_line_to_json(line: PricedLine) -> dict[str, Plain]:
    return {
        "line_id": line.line_id,
        "list_amount_minor": line.list_amount.minor,
        "adjustments": [
            {
                "rule_id": a.rule_id,
                "kind": a.kind,
                "amount_minor": a.amount.minor,
                "funder": a.funder,
                "tax_effect": a.tax_effect,
                "units_milli": a.units_milli,
            }
            for a in line.adjustments
        ],
        "total_minor": line.total.minor,
        "net_minor": line.net.minor,
        "tax_minor": line.tax.minor,
        "tax_rate_bp": line.tax_rate_bp,
    }


def _outcome_to_json(outcome: CouponOutcome) -> dict[str, Plain]:
    return {
        "coupon_id": outcome.coupon_id,
        "campaign_id": outcome.campaign_id,
        "applied": outcome.applied,
        "amount_minor": outcome.amount.minor,
        "reason_code": outcome.reason_code,
    }


def priced_from_json(data: Mapping[str, object]) -> PricedBasket:
    """Return the priced basket that ``priced_to_json`` made.

    Raises:
        BadPlain: a field is missing or of the wrong kind.
    """
    record = _Record(data, "priced")
    currency = record.text("currency")

    def money(of: _Record, name: str) -> Money:
        return Money(of.whole(f"{name}_minor"), currency)

    return PricedBasket(
        currency=currency,
        lines=tuple(_priced_line_from_json(line, currency) for line in record.records("lines")),
        coupons=tuple(
            CouponOutcome(
                coupon_id=c.text("coupon_id"),
                campaign_id=c.text("campaign_id"),
                applied=c.flag("applied"),
                amount=money(c, "amount"),
                reason_code=c.text("reason_code"),
            )
            for c in record.records("coupons")
        ),
        list_total=money(record, "list_total"),
        discount_total=money(record, "discount_total"),
        total=money(record, "total"),
        receivable=money(record, "receivable"),
        tax=tuple(
            TaxRow(row.whole("rate_bp"), money(row, "net"), money(row, "tax"), money(row, "gross"))
            for row in record.records("tax")
        ),
        points_earned=record.whole("points_earned"),
        uses=_whole_pairs(record.mapping("uses")),
        hints=tuple(_hint_from_json(hint) for hint in record.records("hints")),
        rejected=tuple(
            Rejection(r.text("rule_id"), r.text("reason_code"), r.text_or_none("lost_to"))
            for r in record.records("rejected")
        ),
    )


def _whole_pairs(data: Mapping[str, object]) -> tuple[tuple[str, int], ...]:
    values = _Record(data, "pairs")
    return tuple((name, values.whole(name)) for name in data)


def _hint_from_json(record: _Record) -> Hint:
    return Hint(record.text("rule_id"), record.text("code"), _whole_pairs(record.mapping("args")))


def _priced_line_from_json(record: _Record, currency: str) -> PricedLine:
    return PricedLine(
        line_id=record.text("line_id"),
        list_amount=Money(record.whole("list_amount_minor"), currency),
        adjustments=tuple(
            Adjustment(
                rule_id=a.text("rule_id"),
                kind=a.text("kind"),
                amount=Money(a.whole("amount_minor"), currency),
                funder=a.text("funder"),
                tax_effect=cast(
                    "TaxEffect", a.one_of("tax_effect", ("price_reduction", "third_party_payment"))
                ),
                units_milli=a.whole("units_milli"),
            )
            for a in record.records("adjustments")
        ),
        total=Money(record.whole("total_minor"), currency),
        net=Money(record.whole("net_minor"), currency),
        tax=Money(record.whole("tax_minor"), currency),
        tax_rate_bp=record.whole("tax_rate_bp"),
    )
