"""Sell what the catalog does not know, with a right and a limit; the fact keeps the code that was scanned."""

from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Line
from pos_app.services.records import Actor

CATEGORY_ID = "open"
"""The category of all open items."""


class SellOpenItem:
    """Puts an open item into the basket."""

    def __init__(self, *, basket: CurrentBasket) -> None:
        self._basket = basket

    def __call__(
        self, actor: Actor, *, name: str, amount_minor: int, tax_rate_bp: int, code: str | None = None
    ) -> Line:
        """Add one piece for ``amount_minor``; right ``sell.open_price`` with its limit.

        Raises:
            RuleError: ``right.missing``, ``right.over_limit`` (verb, limit), ``open_item.no_name``,
                ``open_item.bad_amount``.
        """
        raise NotImplementedError
