"""What the journal slice answers."""

from dataclasses import dataclass
from typing import Literal

from retail_core.wire.journal import JournalReceipt

Refusal = Literal["journal.fork", "journal.quarantined"]


@dataclass(frozen=True, slots=True)
class Ingested:
    """The outcome of a batch; with ``refused`` its entries were kept aside and nothing was applied."""

    receipt: JournalReceipt
    taken: int = 0
    """How many facts were new."""
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """What of a stored entry other slices show; ``body`` and ``personal`` are JSON text."""

    hash: str
    body: str
    personal: str | None
