"""Price the basket with the catalog's campaigns, as the server would."""

from pos_app.services.basket_model import Basket
from pos_app.services.ports import Catalog, Clock
from pos_app.services.records import StoreProfile
from retail_core.pricing.model import PricedBasket


class PriceBasket:
    """Turns the till's basket into a priced one; compiles the campaigns once per catalog version."""

    def __init__(self, *, catalog: Catalog, clock: Clock, profile: StoreProfile) -> None:
        self._catalog = catalog
        self._clock = clock
        self._profile = profile

    def __call__(self, basket: Basket) -> PricedBasket:
        """Return the price with its explanation; a few milliseconds, on the UI thread."""
        raise NotImplementedError

    def warm(self) -> None:
        """Compile the campaigns now, before the first customer."""
        raise NotImplementedError

    def campaign_name(self, rule_id: str, language: str) -> str:
        """Return what a campaign is called; the id itself when it is not known any more."""
        raise NotImplementedError
