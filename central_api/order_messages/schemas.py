"""What the order messages slice decides on."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["late", "ready", "reminder", "moved"]


@dataclass(frozen=True, slots=True)
class Due:
    """An order whose member is to be told something."""

    order_id: str
    kind: Kind
