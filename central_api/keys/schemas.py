"""What is told of the server's keys."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyOverview:
    """An issuer key without its secret; times are UTC in milliseconds.

    A retired key signs nothing new, and what it signed counts; nothing that a revoked one signed counts.
    """

    kid: int
    purpose: str
    created_ms: int
    retired_ms: int | None
    revoked_ms: int | None

    @property
    def state(self) -> str:
        """How it stands, in one word."""
        if self.revoked_ms is not None:
            return "revoked"
        return "signs" if self.retired_ms is None else "counts"
