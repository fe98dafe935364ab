"""What a fiscal provider is told and answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class FiscalTicket:
    """What ``prepare`` gave; ``sign`` or ``void`` takes it back."""

    sale_id: str
    provider: str


@dataclass(frozen=True, slots=True)
class FiscalMark:
    """What stands in the journal entry and on the receipt; ``data`` is text to text."""

    provider: str
    state: Literal["none", "signed", "pending", "failed"]
    data: Mapping[str, str] = field(default_factory=dict)
