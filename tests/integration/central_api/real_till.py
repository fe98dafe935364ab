"""A till's real storage and sync, joined to the server of a test; no window."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from central_api.enrolment import service as enrolment
from pos_app.bootstrap.link import Link
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.enrol_till import EnrolTill
from pos_app.services.records import Terminal
from pos_app.storage.till_data import TillData, open_till_data
from pos_app.sync.central import HttpEnrolment
from tests.fakes import FakeKeyStore
from tests.integration.central_api.conftest import RunningServer


@dataclass(frozen=True, slots=True)
class RealTill:
    """What a test of the wire needs of a till."""

    data: TillData
    terminal: Terminal
    link: Link


@contextmanager
def joined(server: RunningServer, folder: Path) -> Iterator[RealTill]:
    """Let a till join store S01 of the running server; its folder is closed at the end."""
    ids, clock = SystemIds(), SystemClock()
    data = open_till_data(folder, key_store=FakeKeyStore(), ids=ids)
    try:
        code = server.database.run(lambda unit: enrolment.make_code(unit, "S01", terminal_id=None))
        enrol = EnrolTill(store=data.store, api=HttpEnrolment(), clock=clock, ids=ids)
        terminal = enrol(url=server.url, code=code, device_name="counter", app_version="9.0.0")
        yield RealTill(data, terminal, Link(data, terminal, "", clock))
    finally:
        data.close()
