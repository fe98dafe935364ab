"""The store's card, as it crosses the network, turned into what the till keeps of it."""

from pos_app.services.records import Names, Reward, StoreProfile
from retail_core.codes.platform import Channel, CodeForm
from retail_core.points import PointsTerms
from retail_core.stored_value import TopUpOffer, ValueTerms
from retail_core.tenders import TenderOffer
from retail_core.wire.enrolment import StoreCard


def profile_of(card: StoreCard) -> StoreProfile:
    """Return the store as the till keeps it."""
    return StoreProfile(
        store_id=card.store_id,
        number=card.store_number,
        name=card.name,
        address=card.address,
        legal_id=card.legal_id,
        time_zone=card.time_zone,
        currency=card.currency,
        day_cutoff_minutes=card.day_cutoff_minutes,
        languages=card.languages,
        receipt_language=card.receipt_language,
        receipt_base_url=card.receipt_base_url,
        cash_step_minor=card.cash_step_minor,
        prices_include_tax=card.prices_include_tax,
        tax_per=card.tax_per,
        region=card.region,
        cash_rounding=card.cash_rounding,
        cash_exact=card.cash_exact,
        tenders=tuple(TenderOffer(offer.kind, offer.over, offer.most_minor) for offer in card.tenders),
        return_policy=card.return_policy,
        return_days=card.return_days,
        offline_coupon_minor=card.offline_coupon_minor,
        offline_period_minor=card.offline_period_minor,
        payment_url=card.payment_url,
        points=_points(card),
        rewards=_rewards(card),
        stored_value=_stored_value(card),
        tiers=tuple((step.tier, step.spend_minor) for step in card.tiers),
        late_minutes=card.late_minutes,
        late_campaign=card.late_campaign,
        channels=_channels(card),
        markdowns=tuple((step.days, step.percent_bp) for step in card.markdowns),
        soon_days=card.soon_days,
        count_limit_minor=card.count_limit_minor,
        count_attempts=card.count_attempts,
        difference_persons=card.difference_persons,
        drawers=card.drawers,
        float_minor=card.float_minor,
        busy_minutes=card.busy_minutes,
        busy_until_ms=card.busy_until_ms,
        busy_said_ms=card.busy_said_ms,
    )


def _channels(card: StoreCard) -> tuple[Channel, ...]:
    return tuple(
        Channel(each.channel, each.name, tuple(CodeForm(**form.model_dump()) for form in each.codes))
        for each in card.channels
    )


def _points(card: StoreCard) -> PointsTerms | None:
    rate = card.points
    if rate is None:
        return None
    return PointsTerms(rate.points, rate.minor, rate.most_percent, rate.offline_points)


def _rewards(card: StoreCard) -> tuple[Reward, ...]:
    return tuple(
        Reward(
            each.reward_id,
            Names(each.names.zh_hans, each.names.zh_hant, each.names.en),
            each.points,
            each.days,
        )
        for each in (() if card.points is None else card.points.rewards)
    )


def _stored_value(card: StoreCard) -> ValueTerms | None:
    terms = card.stored_value
    if terms is None:
        return None
    offers = tuple(TopUpOffer(offer.pay_minor, offer.bonus_minor) for offer in terms.offers)
    return ValueTerms(terms.spend, offers, terms.offline_minor)
