"""The order to open the drawer: a job of the spool that says who opens it, and for what."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from pos_app.services.records import PrintJob
from pos_app.services.repositories import UnitOfWork

OpeningCause = Literal["sale", "top_up", "movement", "no_sale"]
"""What the drawer is opened for, as in ``drawer.closed``."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opened the drawer in which shift, and for what; ``reference`` is the number on the paper."""

    actor: str
    shift_id: str
    cause: OpeningCause
    reference: str = ""


def order_pulse(work: UnitOfWork, opening: Opening, *, written_ms: int) -> int:
    """Write the job that opens the drawer and return its number."""
    said = json.dumps(asdict(opening), ensure_ascii=False)
    reference = opening.reference or opening.shift_id
    return work.spool.add("drawer", said, reference=reference, written_ms=written_ms)


def opening_of(job: PrintJob) -> Opening | None:
    """Return who opens the drawer by a job; ``None`` for one that does not say so."""
    try:
        return Opening(**json.loads(job.document))
    except (TypeError, ValueError):
        return None
