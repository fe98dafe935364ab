"""What the Order screen shows."""

from dataclasses import dataclass, field
from typing import Final

from pos_app.services.order_goods_model import Offers, Place
from pos_app.services.records import Product
from pos_app.ui.said import Said

BROUGHT: Final = "courier"
"""The choice beside the stores: a courier brings it."""

MOST_PIECES: Final = 99


@dataclass(frozen=True, slots=True)
class OrderState:
    """Everything on the screen. ``choice`` is a store's id, ``BROUGHT``, or empty for none yet."""

    product: Product | None = None
    pieces: int = 1
    offers: Offers | None = None
    asking: bool = False
    asked_error: Said = field(default_factory=Said)
    choice: str = ""
    slot_ms: int | None = None
    """When the chosen time begins; ``None`` is the first one."""
    member: str = ""
    """The masked name of the member in the basket; empty without one."""
    name: str = ""
    phone: str = ""
    address: str = ""
    holding: bool = False
    said: Said = field(default_factory=Said)
    now_ms: int = 0

    @property
    def is_brought(self) -> bool:
        """Whether a courier brings it."""
        return self.choice == BROUGHT

    @property
    def place(self) -> Place | None:
        """The store that was chosen."""
        places = () if self.offers is None else self.offers.places
        return next((each for each in places if each.store_id == self.choice), None)

    @property
    def needs_name(self) -> bool:
        """Whether somebody has to say for whom it is."""
        return not self.member

    @property
    def needs_phone(self) -> bool:
        """Whether there has to be a number: of somebody who is no member, or for the courier to call."""
        return self.needs_name or self.is_brought

    def has_enough(self, place: Place) -> bool:
        """Whether a store may promise as many as are wanted."""
        return place.web_milli >= self.pieces * 1_000

    @property
    def can_be_brought(self) -> bool:
        """Whether any store has as many as are wanted."""
        return self.offers is not None and any(self.has_enough(each) for each in self.offers.places)
