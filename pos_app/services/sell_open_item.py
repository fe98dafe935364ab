"""Sell what the catalog does not know, with a right and a limit; the fact keeps the code that was scanned."""

from pos_app.services import rights
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import Line
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Names

CATEGORY_ID = "open"
"""The category of all open items."""

MOST_AMOUNT_MINOR = 100_000_000
"""An amount above this is a slip of the finger."""

_MOST_NAME = 80


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
        shown = name.strip()
        if not shown or len(shown) > _MOST_NAME:
            raise RuleError("open_item.no_name")
        if not 0 < amount_minor <= MOST_AMOUNT_MINOR:
            raise RuleError("open_item.bad_amount")
        rights.require(actor.rights, rights.SELL_OPEN_PRICE, amount=amount_minor)
        return self._basket.add_open_item(
            names=Names(shown, shown, shown),
            amount_minor=amount_minor,
            tax_rate_bp=tax_rate_bp,
            category_id=CATEGORY_ID,
            code=code,
        )
