"""The PostgreSQL of the tests: fresh for each test, and gone when its users are gone, however they ended."""

import subprocess
import sys
from pathlib import Path

import psycopg

from tests.architecture.source import ROOT
from tests.postgres import PostgresServer

HOLDER = """
import sys
from pathlib import Path
from tests.postgres import using_cluster
with using_cluster(Path(sys.argv[1])) as folder:
    print(folder, flush=True)
    sys.stdin.read()
"""


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def _hold(run_folder: Path) -> tuple[subprocess.Popen[str], Path]:
    """Start a process that uses the cluster of ``run_folder``; return it and the cluster's folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(run_folder)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def _wait_until_stopped(server_pid: int) -> None:
    subprocess.run(["tail", "--pid", str(server_pid), "-f", "/dev/null"], check=True, timeout=30)


def _server_pid(folder: Path) -> int:
    return int((folder / "data" / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])


def test_a_fresh_database_is_empty_and_takes_rows(postgres_url: str) -> None:
    with psycopg.connect(_plain(postgres_url)) as connection:
        connection.execute("CREATE TABLE sale (minor bigint)")
        connection.execute("INSERT INTO sale VALUES (1990)")
        assert connection.execute("SELECT minor FROM sale").fetchall() == [(1990,)]


def test_a_database_made_from_a_template_has_its_rows(postgres_server: PostgresServer) -> None:
    template = postgres_server.create_database()
    with psycopg.connect(_plain(postgres_server.url(template))) as connection:
        connection.execute("CREATE TABLE store (id int)")
    copy = postgres_server.create_database(template=template)
    with psycopg.connect(_plain(postgres_server.url(copy))) as connection:
        assert connection.execute("SELECT count(*) FROM store").fetchone() == (0,)
    postgres_server.drop_database(copy)
    postgres_server.drop_database(template)


def test_two_users_of_a_run_share_one_cluster_and_it_ends_when_both_are_killed(tmp_path: Path) -> None:
    first, folder = _hold(tmp_path)
    second, same_folder = _hold(tmp_path)
    server_pid = _server_pid(folder)
    first.kill()
    first.communicate()
    assert same_folder == folder
    assert _server_pid(folder) == server_pid
    second.kill()
    second.communicate()
    _wait_until_stopped(server_pid)


def test_a_late_user_gets_a_new_cluster_after_the_old_one_has_ended(tmp_path: Path) -> None:
    first, folder = _hold(tmp_path)
    server_pid = _server_pid(folder)
    first.communicate()
    _wait_until_stopped(server_pid)
    second, other_folder = _hold(tmp_path)
    second.communicate()
    assert other_folder != folder


def test_a_test_for_both_databases_gets_one_url_of_each(database_url: str) -> None:
    assert database_url.startswith(("sqlite:///", "postgresql+psycopg://"))
