"""What a till states about goods that come, go, and are counted: documents with one line for a product.

Source: docs/protocol.md, "Journal entry types"; docs/rules/stock.md.
"""

from typing import Annotated, Final, Literal

from pydantic import Field

from retail_core.wire.base import Id, Message, Milli, Millis, Text

STOCK_RECEIVED: Final = "stock.received"
STOCK_WASTED: Final = "stock.wasted"
STOCK_COUNTED: Final = "stock.counted"
STOCK_SENT: Final = "stock.sent"
STOCK_ARRIVED: Final = "stock.arrived"

WasteReason = Literal["damaged", "expired", "theft", "sample", "own_use"]
VarianceReason = Literal["", "miscounted", "theft", "damaged", "unknown"]

Note = Annotated[Text, Field(max_length=200)]


class BatchPart(Message):
    """What of a line is of one batch; ``expires`` is an ISO date or empty, as the number may be."""

    batch: Note = ""
    expires: Annotated[Text, Field(max_length=10)] = ""
    qty_milli: Milli


class ReceivedLine(Message):
    """What came of a product."""

    line_id: Id
    product_id: Id
    received_milli: Milli
    expected_milli: Milli | None = None
    """What the delivery note says; ``None`` where nobody typed it."""
    batches: tuple[BatchPart, ...] = ()
    """What of it is of known batches; the rest is of none."""
    serials: tuple[Note, ...] = ()
    """The serial numbers that were scanned."""


class GoodsReceived(Message):
    """Goods came from a supplier."""

    document_id: Id
    number: Note
    """Of the delivery note; may be empty."""
    lines: tuple[ReceivedLine, ...]


class WastedLine(Message):
    """What of a product is gone."""

    line_id: Id
    product_id: Id
    qty_milli: Milli
    batches: tuple[BatchPart, ...] = ()


class GoodsWasted(Message):
    """Goods left the store without being sold."""

    document_id: Id
    reason: WasteReason
    lines: tuple[WastedLine, ...]
    note: Note = ""


class CountedArea(Message):
    """What of a product was found in one area; a free word, or empty."""

    area: Note
    counted_milli: Milli


class CountedLine(Message):
    """What of a product was there at ``at_ms``; ``counted_milli`` is the sum of its areas."""

    line_id: Id
    product_id: Id
    counted_milli: Milli
    areas: tuple[CountedArea, ...]
    at_ms: Millis
    level_milli: Milli
    """What the till took for its level at that moment: its difference is ``counted_milli`` less this."""
    reason: VarianceReason = ""


class GoodsCounted(Message):
    """Products were counted, blind; those that are not named keep their level."""

    document_id: Id
    lines: tuple[CountedLine, ...]


class SentLine(Message):
    """What of a product was sent."""

    line_id: Id
    product_id: Id
    qty_milli: Milli
    batches: tuple[BatchPart, ...] = ()


class GoodsSent(Message):
    """Goods left for another store; until they arrive they are nobody's stock."""

    transfer_id: Id
    to_store: Id
    lines: tuple[SentLine, ...]
    note: Note = ""


class ArrivedLine(Message):
    """What of a product arrived; ``sent_milli`` as the till knew it, ``None`` for what was not named."""

    line_id: Id
    product_id: Id
    arrived_milli: Milli
    sent_milli: Milli | None = None
    batches: tuple[BatchPart, ...] = ()


class GoodsArrived(Message):
    """A transfer was taken in; ``line_id`` are those of the transfer where it has the product."""

    document_id: Id
    transfer_id: Id
    from_store: Id
    lines: tuple[ArrivedLine, ...]


BODIES: Final[dict[tuple[str, int], type[Message]]] = {
    (STOCK_RECEIVED, 1): GoodsReceived,
    (STOCK_WASTED, 1): GoodsWasted,
    (STOCK_COUNTED, 1): GoodsCounted,
    (STOCK_SENT, 1): GoodsSent,
    (STOCK_ARRIVED, 1): GoodsArrived,
}
"""The bodies of this module, by type and version."""
