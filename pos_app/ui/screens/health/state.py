"""What the screen about the store's health shows."""

from dataclasses import dataclass, field

from pos_app.services.store_status import StatusReport
from pos_app.ui.said import Said


@dataclass(frozen=True, slots=True)
class HealthState:
    """The status as of ``now_ms``; ``trying`` while an answer of the server is waited for.

    ``drilling`` while the till acts as if it were offline; ``can_drill`` when this person may switch that.
    ``may_act`` tells that somebody is signed in who can do something about payments, ``said`` what came
    of it.
    """

    report: StatusReport | None = None
    now_ms: int = 0
    trying: bool = False
    drilling: bool = False
    can_drill: bool = False
    may_act: bool = False
    said: Said = field(default_factory=Said)
