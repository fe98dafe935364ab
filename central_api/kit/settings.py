"""What the server is told when it starts."""

from dataclasses import dataclass
from pathlib import Path

WAKE_WAIT_MS = 25_000
"""How long a held request is held when nothing happens; below the usual 30 s of proxies."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one server runs.

    ``database_url`` is ``sqlite:///PATH`` or ``postgresql://...``; ``log_path`` None means standard error.
    ``messages`` is where messages to members go: an address, ``file:PATH``, or empty for nowhere.
    """

    database_url: str
    host: str = "127.0.0.1"
    port: int = 0
    workers: int = 1
    log_path: Path | None = None
    wake_wait_ms: int = WAKE_WAIT_MS
    messages: str = ""
