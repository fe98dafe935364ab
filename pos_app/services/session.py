"""Who is at the till, and in which shift: the one place that screens ask."""

from dataclasses import dataclass

from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift


@dataclass(slots=True)
class Session:
    """The person signed in and the open shift; changed on the UI thread only."""

    actor: Actor | None = None
    shift: Shift | None = None

    def require_actor(self) -> Actor:
        """Return who is signed in.

        Raises:
            RuleError: ``staff.not_signed_in``.
        """
        if self.actor is None:
            raise RuleError("staff.not_signed_in")
        return self.actor

    def require_shift(self) -> Shift:
        """Return the open shift.

        Raises:
            RuleError: ``shift.none_open``.
        """
        if self.shift is None:
            raise RuleError("shift.none_open")
        return self.shift
