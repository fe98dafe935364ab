"""The demo's folder: made once a day, reused until then, and never thrown away.

``server/`` holds the central API's database, ``till/`` the till's data folder, ``provider/`` what the
simulated payment provider took, ``demo.json`` what was made.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pos_app.demo.processes import ServerProcess, ask, free_port, start_provider, start_server
from retail_core.business_day import business_day_of

FORMAT = 3
"""Raised when an older demo folder cannot be used any more."""

STORE = "S01"
ZONE = "Asia/Shanghai"
DAY_CUTOFF_MINUTES = 240
"""The demo stores' days begin at 04:00, as their cards say."""


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Where the parts of a demo are."""

    root: Path

    @property
    def stamp(self) -> Path:
        """What was made, and for which day."""
        return self.root / "demo.json"

    @property
    def facts(self) -> Path:
        """PINs, members and the shop's client token; readable by the owner only."""
        return self.root / "server" / "facts.json"

    @property
    def database_url(self) -> str:
        """The central API's database."""
        return f"sqlite:///{self.root / 'server' / 'central.db'}"

    @property
    def server_log(self) -> Path:
        """The central API's request log."""
        return self.root / "server" / "server.log"

    @property
    def charges(self) -> Path:
        """What the simulated payment provider keeps."""
        return self.root / "provider" / "charges.jsonl"

    @property
    def till(self) -> Path:
        """The till's data folder."""
        return self.root / "till"

    def read_stamp(self) -> dict[str, object]:
        """Return what was made, empty if the folder was never finished."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def write_stamp(self, **values: object) -> None:
        """Add to what is known of the folder."""
        self.stamp.write_text(json.dumps(self.read_stamp() | values), encoding="utf-8")


def today() -> str:
    """Return the demo stores' business day, ``2026-11-22``: at night it is still that of the evening."""
    now_ms = int(time.time() * 1000)
    return business_day_of(now_ms, ZONE, day_cutoff_minutes=DAY_CUTOFF_MINUTES)


def prepare(folder: DemoFolder, *, say: Callable[[str], None], seed: tuple[str, ...] = ()) -> None:
    """Make the demo chain unless today's is there already.

    Args:
        folder: Where it is, or is to be.
        say: Tells the person what takes time and what was moved.
        seed: More arguments of ``central-api seed``, for a smaller chain.

    Raises:
        ProcessFailed: The seed did not end well; the folder is not marked as made.
    """
    day = today()
    stamp = folder.read_stamp()
    if stamp.get("format") == FORMAT and stamp.get("day") == day:
        return
    if folder.root.exists() and any(folder.root.iterdir()):
        aside = _aside(folder.root, str(stamp.get("day", "unfinished")))
        folder.root.rename(aside)
        say(f"The demo is not of today; what was there is kept in {aside}.")
    say("Making a demo chain of three stores with sixty days behind it; this happens once a day.")
    (folder.root / "server").mkdir(parents=True)
    ask(
        "central-api",
        "seed",
        "--demo",
        "--as-of",
        day,
        "--database-url",
        folder.database_url,
        "--out",
        str(folder.facts),
        *seed,
    )
    folder.write_stamp(format=FORMAT, day=day)


def open_provider(folder: DemoFolder, *, store: str = STORE) -> ServerProcess:
    """Start the simulated payment provider, on the port of last time if it is free, and tell the store of it.

    Before the central API is started: its database has one writer.

    Raises:
        ProcessFailed: It did not start, or the store's setting was refused.
    """
    stamp = folder.read_stamp()
    last = stamp.get("provider_port")
    port = free_port(last if isinstance(last, int) else None)
    log = folder.charges.with_name("provider.log")
    provider = start_provider(folder.charges, port=port, log=log)
    if stamp.get("payment_url") != provider.url:
        connect(folder, provider.url, store=store)
    folder.write_stamp(provider_port=port, payment_url=provider.url)
    return provider


def connect(folder: DemoFolder, payment_url: str, *, store: str = STORE) -> None:
    """Set where a store's payment provider answers.

    Raises:
        ProcessFailed: It was refused.
    """
    where = ("--store", store, "--database-url", folder.database_url)
    ask("central-api", "shop", "set", "--payment-url", payment_url, *where)


def open_server(folder: DemoFolder) -> ServerProcess:
    """Start the demo's central API, on the port of last time if it is free.

    Raises:
        ProcessFailed: It did not start.
    """
    last = folder.read_stamp().get("port")
    port = free_port(last if isinstance(last, int) else None)
    server = start_server(folder.database_url, port=port, log=folder.server_log)
    folder.write_stamp(port=port)
    return server


def enrol(folder: DemoFolder, server: ServerProcess, *, store: str = STORE) -> None:
    """Enrol the demo's till unless it is enrolled.

    Raises:
        ProcessFailed: The server or the till refused.
    """
    if folder.read_stamp().get("enrolled"):
        return
    code = ask("central-api", "enrol-code", "--store", store, "--database-url", folder.database_url)
    told = ask(
        "pos-app",
        "enrol",
        "--url",
        server.url,
        "--code",
        code.strip(),
        "--data-dir",
        str(folder.till),
        "--demo-key",
    )
    folder.write_stamp(enrolled=True, terminal=told.removeprefix("Enrolled as ").partition(" ")[0])


def _aside(root: Path, day: str) -> Path:
    number = 0
    while True:
        suffix = f"-{day}" if number == 0 else f"-{day}-{number}"
        candidate = root.with_name(root.name + suffix)
        if not candidate.exists():
            return candidate
        number += 1
