"""What other slices see of a sale."""

from dataclasses import dataclass

from retail_core.wire.facts import ReturnedReceipt


@dataclass(frozen=True, slots=True)
class SoldReceipt:
    """A sale by its number: where its fact lies, and what came back of it, each with its document."""

    sale_id: str
    entry_id: str
    store_id: str
    sold_ms: int
    returned: tuple[tuple[str, ReturnedReceipt], ...]
    had_member: bool = False


@dataclass(frozen=True, slots=True)
class Seller:
    """Whose work a sale was."""

    store_id: str
    terminal_id: str
    cashier_id: str


@dataclass(frozen=True, slots=True)
class JoiningLine:
    """A sold line with the points that it gives to whoever joins by its receipt."""

    line_id: str
    qty_milli: int
    points: int
