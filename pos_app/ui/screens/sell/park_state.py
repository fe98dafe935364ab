"""What the sheets of parked sales show."""

from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.parked import ParkedSale
from pos_app.services.recall_sale import Recalled
from pos_app.ui.said import Said
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class ParkForm:
    """Parking what is in the basket; ``name`` may stay empty."""

    name: str = ""
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class SplitForm:
    """Taking a part of the basket out: how much of each line goes, and what both parts come to."""

    parts: tuple[tuple[str, int], ...] = ()
    stays: Money | None = None
    goes: Money | None = None
    name: str = ""
    error: Said = field(default_factory=Said)

    def part(self, line_id: str) -> int:
        """Return how much of a line goes, in thousandths."""
        return dict(self.parts).get(line_id, 0)


@dataclass(frozen=True, slots=True)
class RecallForm:
    """The parked sales; ``expired`` were given up just now.

    ``asking``: goods are in the basket already (``basket``), or whether to give the chosen one up.
    """

    sales: tuple[ParkedSale, ...] = ()
    expired: tuple[ParkedSale, ...] = ()
    loaded: bool = False
    chosen: str = ""
    asking: Literal["", "basket", "give_up"] = ""
    error: Said = field(default_factory=Said)

    @property
    def sale(self) -> ParkedSale | None:
        """The chosen sale."""
        return next((sale for sale in self.sales if sale.basket.basket_id == self.chosen), None)


@dataclass(frozen=True, slots=True)
class Parking:
    """Everything about parked sales on this screen; ``count`` wait, ``recalled`` is what came back last."""

    count: int = 0
    park: ParkForm = field(default_factory=ParkForm)
    split: SplitForm = field(default_factory=SplitForm)
    recall: RecallForm = field(default_factory=RecallForm)
    recalled: Recalled | None = None
