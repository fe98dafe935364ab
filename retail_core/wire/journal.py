"""Upload of facts: ``POST /v1/journal``."""

from pydantic import Field, JsonValue

from retail_core.wire.base import HexText, Id, Message, Millis

MAX_ENTRIES = 200
"""Entries a batch may carry."""

MAX_BATCH_BYTES = 1024 * 1024
"""Size of a batch's request body."""


class WireEntry(Message):
    """A journal entry as it travels; the names are those of the journal."""

    id: Id
    seq: int = Field(ge=1)
    type: Id
    version: int = Field(ge=1)
    wall_ms: Millis
    mono_ms: Millis
    actor: Id
    prev_hash: HexText
    body: dict[str, JsonValue]
    personal: dict[str, JsonValue] | None
    salt: HexText | None
    body_hash: HexText
    personal_hash: HexText | None
    hash: HexText


class JournalBatch(Message):
    """Entries in order of ``seq``, and the device's signature over the last one's head."""

    protocol: int = 1
    terminal: Id
    incarnation: int = Field(ge=1)
    first_seq: int = Field(ge=1)
    entries: tuple[WireEntry, ...] = Field(max_length=MAX_ENTRIES)
    head_signature: HexText


class JournalReceipt(Message):
    """The server's answer: everything up to ``acked_through`` is stored and applied or parked."""

    acked_through: int
    expected: int
    anchor_hash: HexText
    anchor_signature: HexText
    exceptions: int
    parked: int
