"""What other slices see of a sale."""

from collections.abc import Mapping
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
class DaySale:
    """A document of a day for settlement: what was sold in it, and what came back.

    Amounts are minor units. ``off`` and ``back_off`` are what each funder bears of what was sold, and no
    longer bears of what came back, >= 0; ``tax_minor`` is the tax of what was sold,
    ``document_tax_minor`` that of the whole document.
    """

    receipt_number: str
    currency: str
    list_minor: int
    sold_minor: int
    tax_minor: int
    document_tax_minor: int
    has_goods: bool
    back_list_minor: int
    refund_minor: int
    has_returns: bool
    off: Mapping[str, int]
    back_off: Mapping[str, int]


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
