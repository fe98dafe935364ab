"""What the screen about the store's health shows."""

from dataclasses import dataclass

from pos_app.services.store_status import StatusReport


@dataclass(frozen=True, slots=True)
class HealthState:
    """The status as of ``now_ms``; ``trying`` while an answer of the server is waited for."""

    report: StatusReport | None = None
    now_ms: int = 0
    trying: bool = False
