"""Databases for tests: an SQLite file, and PostgreSQL, one cluster per test run, gone when the run is gone.

What many tests begin with is written once in a process and copied for each of them. A missing PostgreSQL is
an error, not a skip: the server's tests mean both databases.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # A cluster lives for one run and makes a thousand databases.
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
    "max_connections": "200",
    "listen_addresses": "",
    "timezone": "UTC",
}
USER = "loop"
START_TIMEOUT_S = 60


class PostgresMissingError(Exception):
    """No PostgreSQL programs are on this machine."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database begins with; ``write`` is given the URL of an empty one and closes it again."""

    name: str
    write: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running cluster.

    Attributes:
        socket_folder: Where its socket is; there is no network port.
    """

    socket_folder: Path
    templates: dict[str, str] = field(default_factory=dict)
    """Databases that nobody is connected to, by the name of their contents."""

    def url(self, database: str) -> str:
        """Return the SQLAlchemy URL of ``database``."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self.socket_folder}"

    def create_database(self, *, template: str = "template0") -> str:
        """Make a fresh database, a copy of ``template`` that nobody is connected to, and return its name."""
        name = f"t{uuid.uuid4().hex}"
        self._order(sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, template, quicker="STRATEGY FILE_COPY")
        return name

    def template(self, contents: Contents) -> str:
        """Return a database with ``contents`` to be copied, written when it is first asked for."""
        if contents.name not in self.templates:
            name = self.create_database()
            contents.write(self.url(name))
            self.templates[contents.name] = name
        return self.templates[contents.name]

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is connected to it."""
        self._order(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)"), name)

    def _order(self, order: sql.SQL, *names: str, quicker: LiteralString = "") -> None:
        """Give an order; ``quicker`` ends it where PostgreSQL is new enough to know that (15)."""
        identifiers = [sql.Identifier(name) for name in names]
        place = f"host={self.socket_folder} user={USER} dbname=postgres"
        with psycopg.connect(place, autocommit=True) as connection:
            words = sql.SQL(quicker if connection.info.server_version >= 150_000 else "")
            connection.execute(order.format(*identifiers) + sql.SQL(" ") + words)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """This worker's PostgreSQL.

    Not one for all workers: a snapshot's horizon is that of the whole cluster, so a transaction that another
    worker holds open in its own database would keep the last changes of a feed back here.
    """
    with using_cluster(tmp_path_factory.getbasetemp()) as folder:
        yield PostgresServer(folder)


@pytest.fixture
def begins_with() -> Contents | None:
    """What a fresh database holds: nothing, unless a folder of tests says otherwise."""
    return None


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, begins_with: Contents | None) -> Iterator[str]:
    """The SQLAlchemy URL of a fresh database that this test alone uses."""
    template = "template0" if begins_with is None else postgres_server.template(begins_with)
    name = postgres_server.create_database(template=template)
    yield postgres_server.url(name)
    postgres_server.drop_database(name)


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this process's files to copy."""
    return tmp_path_factory.mktemp("templates")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_templates: Path, begins_with: Contents | None
) -> str:
    """The URL of a fresh database, once of each kind: a test that takes it runs twice."""
    if request.param == "sqlite":
        path = tmp_path / "central.db"
        if begins_with is not None:
            shutil.copyfile(_sqlite_template(sqlite_templates, begins_with), path)
        return f"sqlite:///{path}"
    url: str = request.getfixturevalue("postgres_url")
    return url


def _sqlite_template(folder: Path, contents: Contents) -> Path:
    """Return a file with ``contents``, written when it is first asked for; it is whole or not there."""
    path = folder / f"{contents.name}.db"
    if not path.exists():
        part = folder / f"{contents.name}.part"
        contents.write(f"sqlite:///{part}")
        part.rename(path)
    return path


@contextlib.contextmanager
def using_cluster(run_folder: Path) -> Iterator[Path]:
    """Join the run's cluster, or start it, and hold its pipe open while it is used."""
    import fcntl

    lock, note = run_folder / "postgres.lock", run_folder / "postgres.json"
    with lock.open("w") as guarded:
        fcntl.flock(guarded, fcntl.LOCK_EX)
        pipe = None
        if note.exists():
            folder = Path(json.loads(note.read_text(encoding="utf-8"))["folder"])
            # Without a reader the cluster has been stopped, because an earlier worker was its last user.
            with contextlib.suppress(OSError):
                pipe = os.open(folder / "users", os.O_WRONLY | os.O_NONBLOCK)
        if pipe is None:
            folder, pipe = start_cluster(lock)
            note.write_text(json.dumps({"folder": str(folder)}), encoding="utf-8")
    try:
        yield folder
    finally:
        os.close(pipe)


def start_cluster(lock: Path, settings: Mapping[str, str] = SETTINGS) -> tuple[Path, int]:
    """Make a cluster in its own folder, its guard first; return the folder and the guard's pipe.

    The cluster lives as long as the pipe is held open. ``lock`` is a file that its guard locks.
    """
    programs = find_programs()
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="loop-pos-pg-"))
    os.mkfifo(folder / "users")
    if owner is not None:
        shutil.chown(folder, user=owner)
    guard = Path(__file__).with_name("postgres_guard.py")
    subprocess.run(
        [sys.executable, "-I", str(guard), str(folder), str(lock)],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    pipe = os.open(folder / "users", os.O_WRONLY)
    data = folder / "data"
    options = ["--username", USER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"]
    _run([str(programs / "initdb"), *options, "-D", str(data)], owner=owner, folder=folder)
    lines = "".join(f"{name} = '{value}'\n" for name, value in settings.items())
    with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(f"{lines}unix_socket_directories = '{folder}'\n")
    _control(folder, "start")
    return folder, pipe


def crash_and_restart(folder: Path) -> None:
    """End a cluster as its crash would, with whatever is under way, and start it again."""
    _control(folder, "restart", "-m", "immediate")


def _control(folder: Path, *order: str) -> None:
    data = str(folder / "data")
    waiting = ["-w", "-t", str(START_TIMEOUT_S)]
    command = [str(find_programs() / "pg_ctl"), "-D", data, "-l", str(folder / "log"), *waiting, *order]
    _run(command, owner=_owner(), folder=folder)


def _run(command: list[str], *, owner: str | None, folder: Path) -> None:
    """Run a program of PostgreSQL, as ``owner`` when root asks (it refuses root)."""
    with (folder / "setup.log").open("ab") as log:
        ended = subprocess.run(
            command, check=False, cwd=folder, user=owner, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    if ended.returncode != 0:
        said = (folder / "setup.log").read_text(encoding="utf-8", errors="replace")
        pytest.fail(f"{command[0]} ended with {ended.returncode}:\n{said}", pytrace=False)


def _owner() -> str | None:
    """Return the user who runs the cluster, None for the caller."""
    import pwd

    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def find_programs() -> Path:
    """Return the folder of the newest PostgreSQL on this machine.

    Raises:
        PostgresMissingError: There is none.
    """
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    for pattern in (
        "usr/lib/postgresql/*/bin",
        "opt/homebrew/opt/postgresql@*/bin",
        "usr/local/opt/postgresql@*/bin",
    ):
        found += sorted(
            Path("/").glob(pattern), key=lambda folder: folder.parent.name.zfill(20), reverse=True
        )
    for folder in found:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise PostgresMissingError("PostgreSQL is not installed; on Debian: apt-get install postgresql.")
