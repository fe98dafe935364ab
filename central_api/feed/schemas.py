"""What the feed slice gives to the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

FeedName = Literal["catalog", "store"]

CATALOG: Final = "catalog"
STORE: Final = "store"

EVERYWHERE: Final = "*"
"""The scope of what concerns all stores."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The newest state of a thing; ``doc`` None says that it is gone."""

    kind: str
    key: str
    doc: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a feed."""

    epoch: str
    txid: int
    row_id: int

    def __str__(self) -> str:
        """Return the cursor as it travels."""
        return f"{self.epoch}:{self.txid}:{self.row_id}"


def parse_cursor(text: str) -> Cursor | None:
    """Return the cursor, or None for anything that is not one."""
    parts = text.split(":")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) < 20 for part in parts[1:]):
        return None
    return Cursor(parts[0], int(parts[1]), int(parts[2]))
