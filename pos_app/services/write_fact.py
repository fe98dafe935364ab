"""Put a fact into the journal: its body and, apart, what identifies a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.services.ports import Clock
from pos_app.services.repositories import UnitOfWork
from retail_core.journal import Draft, Entry

if TYPE_CHECKING:  # pydantic is not imported before the first picture; the contracts still count these.
    from retail_core.wire.base import Message

TILL_ACTOR = "till"
"""Who acts when no person does."""


def write_fact(
    work: UnitOfWork,
    clock: Clock,
    *,
    kind: str,
    actor: str,
    body: Message,
    personal: Message | None = None,
) -> Entry:
    """Append a fact of ``kind`` (``retail_core.wire.facts``), version 1, and return it in its place."""
    return work.journal.append(
        Draft(
            type=kind,
            version=1,
            wall_ms=clock.now_ms(),
            mono_ms=clock.mono_ms(),
            actor=actor,
            body=body.model_dump(mode="json"),
            personal=None if personal is None else personal.model_dump(mode="json"),
        )
    )
