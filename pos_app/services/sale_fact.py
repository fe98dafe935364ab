"""The fact of a sale, made from the basket and its price: all that a receipt, a return or a report needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pos_app.services import rights
from pos_app.services.act_by_hand import MeasuredAct, measured_acts
from pos_app.services.basket_model import AttachedMember, Basket, Line
from pos_app.services.basket_steps import list_minor
from pos_app.services.order_goods_model import HeldGoods
from pos_app.services.ports import Clock
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import Actor, Shift, StoreProfile
from pos_app.services.return_fact import SettledReturns, return_acts, tax_of
from pos_app.services.spend_balance import payable
from pos_app.services.tendering import Settlement, stated
from retail_core.batches import SELL_PAST_DATE
from retail_core.cost import line_cost
from retail_core.points import earned_beside
from retail_core.pricing.model import Adjustment, CouponOutcome, PricedBasket, PricedLine
from retail_core.returns.facts import basis_message, returned_of
from retail_core.returns.points import Earner, points_by_line
from retail_core.wire import facts


@dataclass(frozen=True, slots=True)
class SaleParts:
    """What a sale is made of besides its number and its fiscal mark."""

    basket: Basket
    priced: PricedBasket
    settlement: Settlement
    returns: SettledReturns
    actor: Actor
    shift: Shift
    profile: StoreProfile
    catalog_version: str


class SaleFact:
    """Writes the body of ``sale.completed``."""

    def __init__(self, prices: PriceBasket, clock: Clock) -> None:
        """Keep who knows the campaigns' names, and the time."""
        self._prices = prices
        self._clock = clock

    def body(self, parts: SaleParts, receipt_number: str, *, fiscal: facts.Fiscal) -> facts.SaleCompleted:
        """Return the fact of a sale."""
        basket, priced = parts.basket, parts.priced
        language = parts.profile.receipt_language
        basis = self._prices.basis(basket, priced)
        earned = _points_earned(parts)
        points = _line_points(basket, priced, earned=earned)
        joining = self._joining_points(parts)
        used = {outcome.coupon_id: outcome for outcome in priced.coupons if outcome.applied}
        coupon_of_campaign = {outcome.campaign_id: outcome.coupon_id for outcome in used.values()}
        return facts.SaleCompleted(
            sale_id=basket.basket_id,
            receipt_number=receipt_number,
            shift_id=parts.shift.shift_id,
            business_day=parts.shift.business_day,
            currency=priced.currency,
            catalog_version=parts.catalog_version or "none",
            prices_include_tax=parts.profile.prices_include_tax,
            lines=tuple(
                _line(
                    line,
                    priced_line,
                    language=language,
                    discounts=self._discounts(priced_line.adjustments, coupon_of_campaign, language=language),
                    points=points.get(line.line_id, 0),
                    joining_points=joining.get(line.line_id, 0),
                )
                for line, priced_line in zip(basket.lines, priced.lines, strict=True)
            ),
            list_minor=priced.list_total.minor,
            discount_minor=priced.discount_total.minor,
            total_minor=parts.returns.total.minor,
            rounding_minor=parts.settlement.rounding_minor,
            tax=tax_of(priced, parts.returns.refunds),
            tenders=stated(parts.settlement),
            coupons=_coupons(basket, used),
            member_tier=None if basket.member is None else basket.member.tier or None,
            points_earned=earned,
            removed=tuple(
                facts.RemovedLine(
                    name=removed.names.in_language(language),
                    qty_milli=removed.qty_milli,
                    list_minor=removed.list_minor,
                    returned=removed.returned,
                    after_total=removed.after_total,
                )
                for removed in basket.removed
            ),
            fiscal=fiscal,
            takes_away=basket.takes_away,
            note=basket.note,
            acts=(
                *_acts(parts),
                *_past_dates(parts),
                *return_acts(parts.actor, basket, settled=parts.returns),
            ),
            returned=tuple(returned_of(refund) for refund in parts.returns.refunds),
            basis=None if basis is None else basis_message(basis),
            uses=self._uses(priced),
            ordered=tuple(_ordered(held, self._clock.now_ms()) for held in basket.ordered),
        )

    def _joining_points(self, parts: SaleParts) -> dict[str, int]:
        """Return what each line gives to whoever joins by the receipt: what a member would have earned."""
        basket = parts.basket
        if basket.member is not None or not basket.lines:
            return {}
        as_member = self._prices.for_newcomer(basket)
        offered = 0 if as_member is None else _beside_points(parts, as_member.points_earned)
        return _shares(basket, parts.priced, points=offered)

    def _discounts(
        self, adjustments: Iterable[Adjustment], coupons: dict[str, str], *, language: str
    ) -> tuple[facts.Discount, ...]:
        """Return one discount a rule and tax effect, with the share of each funder."""
        grouped: dict[tuple[str, str], list[Adjustment]] = {}
        for adjustment in adjustments:
            grouped.setdefault((adjustment.rule_id, adjustment.tax_effect), []).append(adjustment)
        return tuple(
            facts.Discount(
                rule_id=rule_id,
                kind=shares[0].kind,
                name=self._name(rule_id, language),
                amount_minor=sum(share.amount.minor for share in shares),
                funders={share.funder: share.amount.minor for share in shares},
                tax_effect=shares[0].tax_effect,
                units_milli=shares[0].units_milli,
                coupon_id=coupons.get(rule_id),
            )
            for (rule_id, _), shares in grouped.items()
        )

    def _uses(self, priced: PricedBasket) -> tuple[facts.CampaignUse, ...]:
        """Return what was used of campaigns with limits, on the day of the moment and not of the shift."""
        day = self._prices.business_day
        return tuple(
            facts.CampaignUse(rule_id=rule_id, count=count, day=day) for rule_id, count in priced.uses
        )

    def _name(self, rule_id: str, language: str) -> str:
        return self._prices.campaign_name(rule_id, language)


def _ordered(held: HeldGoods, now_ms: int) -> facts.OrderedGoods:
    return facts.OrderedGoods(
        order_id=held.order_id,
        number=held.number,
        store_id=held.store_id,
        store_name=held.store_name,
        fulfilment=held.fulfilment,
        promised_ms=held.promised_when_paid_ms(now_ms),
    )


def _acts(parts: SaleParts) -> tuple[facts.CashierAct, ...]:
    return tuple(
        facts.CashierAct(
            kind=found.act.verb,
            line_id=found.discount.line_id,
            value=found.act.value,
            amount_minor=-found.act.given_minor,
            reason=found.discount.reason,
            approved_by=_approver(parts.actor, found),
            how=found.discount.kind,
        )
        for found in measured_acts(parts.basket, parts.priced)
    )


def _past_dates(parts: SaleParts) -> tuple[facts.CashierAct, ...]:
    """Return what was sold after its best-before date, and who let it be."""
    return tuple(
        facts.CashierAct(
            kind=SELL_PAST_DATE,
            line_id=line.line_id,
            value=line.past_date.act.value,
            amount_minor=0,
            reason="best_before",
            approved_by=None
            if rights.allows(parts.actor.rights, SELL_PAST_DATE)
            else line.past_date.staff_id,
        )
        for line in parts.basket.lines
        if line.past_date is not None
    )


def _approver(actor: Actor, found: MeasuredAct) -> str | None:
    """Return who else allowed an act; nobody where the right of who takes payment reaches."""
    approval = found.discount.approval
    if approval is None or rights.allows(actor.rights, found.act.verb, amount=found.act.amount):
        return None
    return approval.staff_id


def person_of(member: AttachedMember | None) -> facts.SalePerson | None:
    """Return the erasable part of a sale, if a member was attached."""
    if member is None:
        return None
    return facts.SalePerson(
        member_id=member.member_id,
        alias=member.alias,
        masked_name=member.masked_name,
        phone_last4=member.phone_last4,
        means=member.means,
        proof=member.proof,
    )


def _coupons(basket: Basket, used: Mapping[str, CouponOutcome]) -> tuple[facts.CouponUse, ...]:
    return tuple(
        facts.CouponUse(
            coupon_id=coupon.coupon_id,
            campaign_id=coupon.campaign_id,
            amount_minor=used[coupon.coupon_id].amount.minor,
            mode=coupon.mode,
            hold_id=coupon.hold_id,
            value_minor=coupon.value_minor,
            expires_ms=coupon.expires_ms,
        )
        for coupon in basket.coupons
        if coupon.coupon_id in used
    )


def _points_earned(parts: SaleParts) -> int:
    """Return what a sale earns: what is paid with points, now or in exchanged goods, earns none."""
    return 0 if parts.basket.member is None else _beside_points(parts, parts.priced.points_earned)


def _beside_points(parts: SaleParts, earned: int) -> int:
    by_tender = sum(max(0, each.amount_minor) for each in parts.settlement.tenders if each.kind == "points")
    by_exchange = sum(
        part.moved_minor for refund in parts.returns.refunds for part in refund.parts if part.kind == "points"
    )
    return earned_beside(
        earned,
        payable(parts.basket, parts.priced),
        by_points_minor=by_tender + by_exchange,
    )


def _line_points(basket: Basket, priced: PricedBasket, *, earned: int) -> dict[str, int]:
    """Return what each line earned, so that the points go with its goods when they come back."""
    return {} if basket.member is None else _shares(basket, priced, points=earned)


def _shares(basket: Basket, priced: PricedBasket, *, points: int) -> dict[str, int]:
    earners = [
        Earner(line.line_id, line.product_id, found.total.minor, not (line.regulated or line.deposit))
        for line, found in zip(basket.lines, priced.lines, strict=True)
    ]
    return points_by_line(points, earners)


def _line(
    line: Line,
    priced: PricedLine,
    *,
    language: str,
    discounts: tuple[facts.Discount, ...],
    points: int,
    joining_points: int,
) -> facts.SaleLine:
    return facts.SaleLine(
        line_id=line.line_id,
        product_id=line.product_id,
        code=line.code,
        name=line.full_name(language),
        category_id=line.category_id,
        qty_milli=line.qty_milli,
        sold_by=line.sold_by,
        unit_price_minor=line.unit_price_minor,
        list_minor=list_minor(line, priced.total.currency),
        discounts=discounts,
        total_minor=priced.total.minor,
        net_minor=priced.net.minor,
        tax_minor=priced.tax.minor,
        tax_rate_bp=priced.tax_rate_bp,
        points=points,
        brand=line.brand,
        tier_prices=dict(line.tier_prices),
        label_minor=line.label_minor,
        regulated=line.regulated,
        deposit=line.deposit,
        options=tuple(
            facts.LineOption(
                group_id=option.group_id,
                option_id=option.option_id,
                name=option.names.in_language(language),
                price_minor=option.price_minor,
            )
            for option in line.options
        ),
        pack_id=line.pack_id,
        pack_pieces=line.pack_pieces,
        note=line.note,
        reward_id=line.reward_id,
        reward_points=line.burned_points,
        joining_points=joining_points,
        order_id=line.order_id,
        order_line_id=line.order_line_id,
        batch=line.batch,
        expires=line.expires,
        serial=line.serial,
        cost_minor=None if line.deposit else line_cost(line.cost_minor, line.pieces_milli),
    )
