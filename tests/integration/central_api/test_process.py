"""The command line as an operator runs it: processes, one line of JSON, exit codes."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from central_api.feed import service as feed
from central_api.kit.clock import SystemClock
from central_api.kit.database import open_database
from central_api.migrations import runner
from tests.integration.central_api.conftest import Client, RunningServer, enrol, set_up_shop, wake_path
from tests.integration.central_api.till import FakeTill

PROGRAM = [sys.executable, "-m", "central_api.cli"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, timeout=60, check=False)


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """Run a server until the block ends; give its process and its line."""
    process = subprocess.Popen(
        [*PROGRAM, "serve", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    try:
        yield process, json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


def test_serve_says_where_it_listens_once_it_answers(tmp_path: Path) -> None:
    with serving("--database-url", f"sqlite:///{tmp_path / 'c.db'}") as (process, line):
        assert set(line) == {"url", "pid"}
        assert line["pid"] == process.pid
        assert requests.get(line["url"] + "/ready", timeout=10).status_code == 200


def test_a_server_that_is_asked_to_end_ends_well_and_its_port_refuses(tmp_path: Path) -> None:
    with serving("--database-url", f"sqlite:///{tmp_path / 'c.db'}") as (process, line):
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        with pytest.raises(requests.ConnectionError):
            requests.get(line["url"] + "/health", timeout=5)


def test_a_held_request_does_not_keep_the_server_from_ending(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    log = tmp_path / "log.jsonl"
    database = open_database(url, clock=SystemClock())
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    till = FakeTill()
    caller = enrol(database, till)
    with serving("--database-url", url, "--log-file", str(log)) as (process, line):
        client = Client(RunningServer(line["url"], database, log), caller, till.seed)
        path = wake_path(client, hold_s=60)
        answers: list[int] = []
        waiting = threading.Thread(target=lambda: answers.append(client.get(path).status_code))
        waiting.start()
        gate = threading.Event()
        while '"held"' not in log.read_text(encoding="utf-8"):
            gate.wait(0.02)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        waiting.join(10)
        assert answers == [200]
        client.session.close()
    database.close()


def test_two_workers_tell_each_other_of_news(postgres_url: str, tmp_path: Path) -> None:
    assert run("migrate", "--database-url", postgres_url).returncode == 0
    database = open_database(postgres_url, clock=SystemClock())
    database.run(set_up_shop)
    till = FakeTill()
    caller = enrol(database, till)
    with serving("--database-url", postgres_url, "--workers", "2") as (_, line):
        client = Client(RunningServer(line["url"], database, tmp_path / "none"), caller, till.seed)
        path = wake_path(client, hold_s=30)
        answers: list[dict[str, Any]] = []
        waiting = threading.Thread(target=lambda: answers.append(client.get(path).json()))
        waiting.start()
        database.run(lambda unit: feed.publish(unit, "store", scope="S01", kind="thing", key="a", doc={}))
        waiting.join(20)
        assert (answers[0]["store"], answers[0]["catalog"]) == (True, False)
        client.session.close()
    database.close()


def test_an_enrolment_code_is_printed_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    database = open_database(url, clock=SystemClock())
    runner.upgrade(database.engine)
    database.run(set_up_shop)
    database.close()
    ended = run("enrol-code", "--store", "S01", "--database-url", url)
    assert (ended.returncode, len(ended.stdout.strip()), ended.stderr) == (0, 10, "")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["serve", "--database-url", "mysql://x"], 2, "Use sqlite:///PATH or postgresql://USER@HOST/NAME."),
        (["serve", "--database-url", "sqlite:///{file}", "--workers", "2"], 2, "Use PostgreSQL"),
        (["serve", "--database-url", "sqlite:///{file}", "--host", "0.0.0.0"], 2, "--behind-tls"),  # noqa: S104
        (["serve", "--port", "99999"], 2, "'--port'"),
        (["serve"], 2, "--database-url"),
        (["nothing"], 2, "nothing"),
        (["enrol-code", "--store", "S99", "--database-url", "sqlite:///{file}"], 1, "store.unknown"),
    ],
    ids=["other database", "workers", "open network", "port", "no database", "no command", "no store"],
)
def test_a_wrong_use_is_said_in_one_sentence(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    file = tmp_path / "c.db"
    assert run("migrate", "--database-url", f"sqlite:///{file}").returncode == 0
    ended = run(*(argument.replace("{file}", str(file)) for argument in arguments))
    assert ended.returncode == code
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    with serving("--database-url", url) as (_, line):
        port = line["url"].rpartition(":")[2]
        ended = run("serve", "--database-url", f"sqlite:///{tmp_path / 'd.db'}", "--port", port)
    assert ended.returncode == 1
    assert "Choose another one with --port" in ended.stderr


def test_tables_of_another_release_are_not_served_on_postgresql(postgres_url: str) -> None:
    ended = run("serve", "--database-url", postgres_url)
    assert ended.returncode == 1
    assert "Run central-api migrate first." in ended.stderr


def test_the_environment_names_the_database_too(tmp_path: Path) -> None:
    environment = {**os.environ, "LOOP_POS_DATABASE_URL": f"sqlite:///{tmp_path / 'c.db'}"}
    ended = subprocess.run(
        [*PROGRAM, "migrate"], capture_output=True, text=True, timeout=60, check=False, env=environment
    )
    assert json.loads(ended.stdout) == {"revision": "0001"}
