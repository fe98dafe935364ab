"""Who a till is, on real processes: replaced, restored, rolled back, copied, blocked."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from central_api.enrolment import service as enrolment
from pos_app.bootstrap.link import Link
from pos_app.bootstrap.safekeeping import build_safekeeping
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.errors import AuthExpired, Rejected
from pos_app.services.events import EventBus
from pos_app.services.identity import RESTORED_SETTING, receipt_prefix
from pos_app.services.records import Terminal
from pos_app.services.safety import Safety
from pos_app.storage.key_stores import FileKeyStore
from pos_app.storage.till_data import TillData, open_till_data
from pos_app.sync.sender import JournalSender, Sent
from retail_core.wire.facts import SALE_COMPLETED
from tests.integration.central_api.conftest import RunningServer
from tests.integration.central_api.shop_floor import set_up_floor
from tests.integration.central_api.test_newer_till import rows, write
from tests.integration.central_api.till import sale


@dataclass(frozen=True, slots=True)
class Machine:
    """A computer at the counter: a folder, and where its key lies."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "data"

    @property
    def keys(self) -> Path:
        return self.root / "till.key"

    def run(self, *arguments: str) -> str:
        """Run a command of the till on this computer and return what it printed."""
        options = ["--data-dir", str(self.folder), "--key-file", str(self.keys)]
        ended = subprocess.run(
            [sys.executable, "-m", "pos_app", *arguments, *options],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    @contextmanager
    def opened(self) -> Iterator["OpenTill"]:
        """Open the till's files as the program does."""
        data = open_till_data(self.folder, key_store=FileKeyStore(self.keys), ids=SystemIds())
        try:
            terminal = data.sync_notes.terminal()
            assert terminal is not None
            yield OpenTill(data, terminal)
        finally:
            data.close()

    def copy(self, root: Path) -> "Machine":
        """Return another computer with a copy of everything."""
        shutil.copytree(self.root, root)
        return Machine(root)


@dataclass(frozen=True, slots=True)
class OpenTill:
    """A till whose files are open."""

    data: TillData
    terminal: Terminal

    def sell(self, *names: str) -> None:
        """Write sales."""
        for name in names:
            write(self.data, SALE_COMPLETED, sale(name).model_dump(mode="json"))

    def sender(self) -> JournalSender:
        """Return what sends, as after a start."""
        return JournalSender(
            Link(self.data, self.terminal, "", SystemClock()).connection(),
            self.data.outbox,
            device_seed=self.data.sync_notes.device_seed(),
            root_public_key=self.terminal.root_public_key,
        )

    def send(self) -> int:
        """Send everything, and take down what was acknowledged."""
        sent = self.sender().send_batch()
        assert isinstance(sent, Sent)
        self.data.outbox.acknowledge(sent.acked_through)
        return sent.acked_through

    def mirror(self) -> Safety:
        """Bring the mirror up to the journal."""
        safety = Safety(EventBus())
        keeping = build_safekeeping(self.data, self.terminal, safety=safety, clock=SystemClock())
        assert keeping is not None
        keeping.mirror()
        return safety


def code_for(server: RunningServer, terminal: str | None = None) -> str:
    return server.database.run(lambda unit: enrolment.make_code(unit, "S01", terminal_id=terminal))


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Return one kind of database: what the server does with each is in test_replacing."""
    return f"sqlite:///{tmp_path / 'central.db'}"


@pytest.fixture
def counter(server: RunningServer, tmp_path: Path) -> Machine:
    """A till that joined through the command line."""
    server.database.run(set_up_floor)
    machine = Machine(tmp_path / "counter")
    said = machine.run("enrol", "--url", server.url, "--code", code_for(server))
    assert said.startswith("Enrolled as S01-T01 of ")
    return machine


def set_up_second_disk(machine: Machine, usb: Path) -> str:
    """Let a till keep copies on a second disk; return the recovery code."""
    said = machine.run("backup", "--to", str(usb))
    [code] = re.findall(r"shown only now: ([0-9A-Z-]+)", said)
    assert "Backup made and verified" in said
    return str(code)


def test_a_dead_till_is_replaced_and_what_only_its_mirror_had_counts_once(
    server: RunningServer, counter: Machine, tmp_path: Path
) -> None:
    recovery_code = set_up_second_disk(counter, tmp_path / "usb")
    with counter.opened() as till:
        till.sell("sale-1", "sale-2", "sale-3")
        assert till.send() == 4
        till.sell("sale-4", "sale-5")
        assert till.mirror().concerns == {}
    shutil.rmtree(counter.root)

    fresh = Machine(tmp_path / "fresh")
    place = ("--from", str(tmp_path / "usb"), "--recovery-code", recovery_code)
    said = fresh.run("enrol", "--url", server.url, "--code", code_for(server, "S01-T01"), *place)
    assert "up to 4 of the old till; 2 more were sent now" in said
    assert "0 more were sent now" in fresh.run("recover", *place)
    assert rows(server.database, "SELECT count(*), count(DISTINCT sale_id) FROM sale") == [(5, 5)]
    with fresh.opened() as till:
        assert receipt_prefix(till.terminal) == "S01-T01B"
        [first] = till.data.outbox.after(0, 5)
        assert first.body["replaces"] == {
            "incarnation": 1,
            "stored_through": 4,
            "known_through": 6,
            "cut_shift_id": None,
            "cut_suspended": [],
        }
        assert till.send() == 1


def test_a_restored_till_sells_only_after_it_was_enrolled_again(
    server: RunningServer, counter: Machine, tmp_path: Path
) -> None:
    with counter.opened() as till:
        till.sell("sale-1")
        till.send()
    recovery_code = set_up_second_disk(counter, tmp_path / "usb")
    with counter.opened() as till:
        till.sell("sale-2")
        till.mirror()
    shutil.rmtree(counter.root)

    again = Machine(tmp_path / "again")
    assert "Restored from" in again.run("restore", "--from", str(tmp_path / "usb"), "--code", recovery_code)
    with again.opened() as till, till.data.store.read() as work:
        assert work.settings.get(RESTORED_SETTING)
        assert work.journal.head().seq == 2, "the backup is from before the second sale"
    said = again.run("enrol", "--url", server.url, "--code", code_for(server, "S01-T01"))
    assert "1 more were sent now" in said
    with again.opened() as till:
        with till.data.store.read() as work:
            assert work.settings.get(RESTORED_SETTING) == ""
        assert (till.terminal.incarnation, till.send()) == (2, 1)
    assert rows(server.database, "SELECT sale_id FROM sale ORDER BY sale_id") == [("sale-1",), ("sale-2",)]


def test_an_old_copy_of_the_folder_is_noticed_at_its_start_before_it_sells(
    counter: Machine, tmp_path: Path
) -> None:
    with counter.opened() as till:
        till.sell("sale-1")
        till.send()
    old = counter.copy(tmp_path / "old")
    with counter.opened() as till:
        till.sell("sale-2")
        till.send()
    with old.opened() as till, pytest.raises(Rejected, match=r"sync\.fork"):
        till.sender().send_batch()


def test_canary_a_sender_that_does_not_look_notices_nothing(
    counter: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalSender, "_look_once", lambda *_: None)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_an_old_copy_of_the_folder_is_noticed_at_its_start_before_it_sells(counter, tmp_path)


def test_two_tills_that_sell_from_copies_of_one_folder_are_found_out(
    counter: Machine, tmp_path: Path
) -> None:
    with counter.opened() as till:
        till.send()
    copied = counter.copy(tmp_path / "copy")
    with counter.opened() as till:
        till.sell("sale-1")
        till.send()
    with copied.opened() as till:
        till.sell("sale-9")
        with pytest.raises(Rejected, match=r"journal\.fork"):
            till.sender().send_batch()
    with counter.opened() as till:
        till.sell("sale-2")
        with pytest.raises(Rejected, match=r"journal\.quarantined"):
            till.sender().send_batch()


def test_a_blocked_till_is_let_in_no_more(server: RunningServer, counter: Machine, database_url: str) -> None:
    command = [
        sys.executable,
        "-m",
        "central_api.cli",
        "block-till",
        "S01-T01",
        "--database-url",
        database_url,
    ]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert server.url
    with counter.opened() as till, pytest.raises(AuthExpired, match=r"auth\.revoked"):
        till.sender().send_batch()


def test_a_code_for_another_till_changes_nothing(server: RunningServer, counter: Machine) -> None:
    with pytest.raises(AssertionError, match=r"till\.other_till"):
        counter.run("enrol", "--renew", "--url", server.url, "--code", code_for(server))
    with counter.opened() as till:
        assert (till.terminal.terminal, till.terminal.incarnation) == ("S01-T01", 1)
        till.sell("sale-1")
        assert till.send() == 2


def test_a_till_whose_key_is_sealed_opens_with_its_passphrase_only(
    server: RunningServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sealed"
    command = [sys.executable, "-m", "pos_app"]

    def run(passphrase: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        monkeypatch.setenv("LOOP_POS_PASSPHRASE", passphrase)
        options = [*arguments, "--data-dir", str(folder)]
        return subprocess.run([*command, *options], capture_output=True, text=True, timeout=60, check=False)

    joined = run("correct horse", "enrol", "--passphrase", "--url", server.url, "--code", code_for(server))
    assert joined.returncode == 0, joined.stderr
    assert "1 entries, the chain is whole" in run("correct horse", "journal", "verify").stdout
    refused = run("wrong horse", "journal", "verify")
    assert (refused.returncode, "keys.wrong_passphrase" in refused.stdout + refused.stderr) == (1, True)
