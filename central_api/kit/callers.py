"""Who asks: a till by its signature, a shop's client by its token."""

from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Caller:
    """A till behind a signed request; store and tenant come from here, never from a body."""

    terminal_id: str
    store_id: str
    incarnation: int
    key_id: str
    device_public_key: bytes
    status: Literal["active", "quarantined", "retired"]
    heard_ms: int = 0
    """When its last signed request came, to the minute; what this one changes is in :meth:`Callers.hear`."""


class Callers(Protocol):
    """What the gate asks the database."""

    def find(self, key_id: str) -> Caller | None:
        """Return the till whose present key has this name."""
        ...

    def take_nonce(self, key_id: str, nonce: str, *, expires_ms: int) -> bool:
        """Remember a nonce until ``expires_ms``; return False if it was seen before."""
        ...

    def hear(self, caller: Caller, *, now_ms: int) -> None:
        """Remember that a till was heard now, if that is news by a minute."""
        ...

    def knows_client(self, token_sha256: str) -> bool:
        """Return whether a client of the shop's side has this token."""
        ...
