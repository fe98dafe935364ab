"""The store's card, as it crosses the network, turned into what the till keeps of it."""

from pos_app.services.records import StoreProfile
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
        payment_url=card.payment_url,
    )
