import socket
from pathlib import Path

import pytest

from pos_app.devices.drawer import NullDrawer, open_drawer
from pos_app.devices.escpos_reader import EventKind, read
from pos_app.devices.printer import NullPrinter, open_printer
from pos_app.services.documents import Document, DocumentKind, Text
from pos_app.services.printing_ports import DrawerState, PrinterState, PrintOutcome, PrintState
from tests.fake_printer import FakePrinter, Mood

HELLO = Document(DocumentKind.TEST_PAGE, (Text("你好"),))
SENT = PrintOutcome(PrintState.SENT)


def refused(code: str) -> PrintOutcome:
    return PrintOutcome(PrintState.REFUSED, code)


def unknown(code: str) -> PrintOutcome:
    return PrintOutcome(PrintState.UNKNOWN, code)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert isinstance(port, int)
    return port


def test_a_document_arrives_whole_at_a_network_printer() -> None:
    with FakePrinter() as fake:
        outcome = open_printer(fake.address("?width=58&mode=text")).print_document(HELLO)
        jobs = fake.wait_for_jobs(1)

    assert outcome == SENT
    assert read(jobs[0]).lines == ("你好",)
    assert read(jobs[0]).count(EventKind.CUT) == 1


def test_a_printer_that_is_off_refuses_and_nothing_was_sent() -> None:
    printer = open_printer(f"tcp://127.0.0.1:{free_port()}", timeout_s=1.0)

    assert printer.print_document(HELLO) == refused("printer.unreachable")
    assert printer.state() is PrinterState.UNREACHABLE


@pytest.mark.parametrize(
    ("mood", "code"), [(Mood.PAPER_OUT, "printer.paper_out"), (Mood.COVER_OPEN, "printer.cover_open")]
)
def test_a_printer_that_cannot_print_refuses_before_the_first_byte(mood: Mood, code: str) -> None:
    with FakePrinter(mood) as fake:
        outcome = open_printer(fake.address()).print_document(HELLO)
        jobs = fake.wait_for_jobs(1)

    assert outcome == refused(code)
    assert jobs == [b""]


def test_a_line_that_breaks_in_a_job_leaves_it_unknown() -> None:
    with FakePrinter(Mood.RESET_IN_JOB) as fake:
        outcome = open_printer(fake.address()).print_document(HELLO)

    assert outcome == unknown("printer.broke_midway")


def test_a_printer_that_never_answers_prints_all_the_same_and_its_state_is_unknown() -> None:
    with FakePrinter(Mood.SILENT) as fake:
        printer = open_printer(fake.address(), timeout_s=0.05)
        outcome = printer.print_document(HELLO)
        state = printer.state()
        jobs = fake.wait_for_jobs(2)

    assert outcome == SENT
    assert read(jobs[0]).lines == ("你好",)
    assert state is PrinterState.UNKNOWN


@pytest.mark.parametrize(
    ("mood", "state"),
    [
        (Mood.OK, PrinterState.READY),
        (Mood.PAPER_NEAR_END, PrinterState.PAPER_NEAR_END),
        (Mood.PAPER_OUT, PrinterState.PAPER_OUT),
        (Mood.COVER_OPEN, PrinterState.COVER_OPEN),
    ],
)
def test_the_state_is_what_the_printer_answers(mood: Mood, state: PrinterState) -> None:
    with FakePrinter(mood) as fake:
        assert open_printer(fake.address()).state() is state


def test_paper_that_runs_out_during_a_job_leaves_it_unknown() -> None:
    with FakePrinter(Mood.PAPER_OUT_IN_JOB) as fake:
        outcome = open_printer(fake.address()).print_document(HELLO)

    assert outcome == unknown("printer.paper_out")


def test_the_printer_is_asked_again_before_each_job() -> None:
    with FakePrinter(Mood.PAPER_NEAR_END) as fake:
        printer = open_printer(fake.address())
        assert printer.print_document(HELLO) == SENT
        fake.mood = Mood.PAPER_OUT

        assert printer.print_document(HELLO) == refused("printer.paper_out")


def test_the_drawer_is_opened_by_one_pulse_and_nothing_else() -> None:
    with FakePrinter(Mood.PAPER_OUT) as fake:
        outcome = open_drawer(fake.address()).open()
        jobs = fake.wait_for_jobs(1)

    assert outcome == SENT
    assert jobs == [b"\x1b@\x1bp\x0022"]


def test_a_drawer_behind_a_printer_that_is_off_refuses() -> None:
    assert open_drawer(f"tcp://127.0.0.1:{free_port()}", timeout_s=1.0).open() == refused(
        "printer.unreachable"
    )


def test_a_folder_gets_one_file_a_job_in_order(tmp_path: Path) -> None:
    printer = open_printer(f"file:{tmp_path / 'jobs'}?width=58")

    assert printer.print_document(HELLO) == SENT
    assert open_drawer(f"file:{tmp_path / 'jobs'}").open() == SENT

    assert [file.name for file in sorted((tmp_path / "jobs").iterdir())] == ["000001.escpos", "000002.escpos"]
    assert read((tmp_path / "jobs" / "000001.escpos").read_bytes()).lines == ("你好",)


def test_a_file_that_exists_is_appended_to(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()

    open_printer(f"file:{device}").print_document(HELLO)
    open_printer(f"file:{device}").print_document(HELLO)

    assert read(device.read_bytes()).lines == ("你好", "你好")


def test_a_folder_that_cannot_be_made_refuses(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    outcome = open_printer(f"file:{tmp_path / 'file' / 'jobs'}").print_document(HELLO)

    assert outcome == refused("printer.not_found")


def test_no_printer_and_no_drawer_say_yes_to_everything() -> None:
    printer = open_printer("null:")

    assert isinstance(printer, NullPrinter)
    assert printer.print_document(HELLO) == SENT
    assert printer.state() is PrinterState.READY
    assert isinstance(open_drawer("null:"), NullDrawer)
    assert open_drawer("null:").open() == SENT
    assert open_drawer("null:").state() is DrawerState.UNKNOWN


@pytest.mark.parametrize("open_is_high", [True, False])
def test_what_a_pulse_changes_is_the_level_of_the_shut_drawer(open_is_high: bool) -> None:
    with FakePrinter(drawer_high=not open_is_high) as fake:
        drawer = open_drawer(fake.address())
        assert drawer.state() is DrawerState.UNKNOWN, "no pulse has shown yet which level is which"
        drawer.open()
        fake.drawer_high = open_is_high
        assert drawer.state() is DrawerState.OPEN
        fake.drawer_high = not open_is_high
        assert drawer.state() is DrawerState.SHUT
        drawer.open()
        assert drawer.state() is DrawerState.SHUT, "a locked drawer stays shut"


def test_a_drawer_without_a_switch_is_neither_open_nor_shut() -> None:
    with FakePrinter() as fake:
        drawer = open_drawer(fake.address())
        drawer.state()
        drawer.open()
        assert drawer.state() is DrawerState.UNKNOWN


def test_a_drawer_that_stood_open_does_not_teach_the_wrong_level() -> None:
    with FakePrinter(drawer_high=True) as fake:
        drawer = open_drawer(fake.address())
        drawer.state()
        drawer.open()
        assert drawer.state() is DrawerState.UNKNOWN
        fake.drawer_high = False
        assert drawer.state() is DrawerState.UNKNOWN, "it changed by hand and not by the pulse"


def test_a_silent_printer_is_asked_about_the_drawer_once_and_no_pulse_waits_for_it() -> None:
    with FakePrinter(Mood.SILENT) as fake:
        drawer = open_drawer(fake.address(), timeout_s=0.05)
        assert drawer.state() is DrawerState.UNKNOWN
    assert drawer.state() is DrawerState.UNKNOWN, "it is not even called any more"


def test_a_printer_that_is_off_tells_nothing_of_its_drawer() -> None:
    drawer = open_drawer(f"tcp://127.0.0.1:{free_port()}", timeout_s=1.0)
    assert drawer.state() is DrawerState.UNKNOWN
