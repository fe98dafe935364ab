"""Pages go to the system's queue; here a program of the same name writes down what it was given."""

import sys
from pathlib import Path

import pytest

from pos_app.devices.page_printer import SystemPagePrinter
from pos_app.services.errors import DeviceError

PROGRAM = """#!{python}
import pathlib, sys
here = pathlib.Path(__file__).parent
here.joinpath("asked").write_text("|".join(sys.argv[1:-1]))
here.joinpath("pages").write_bytes(pathlib.Path(sys.argv[-1]).read_bytes())
sys.exit({code})
"""


def _queue(folder: Path, monkeypatch: pytest.MonkeyPatch, *, code: int = 0) -> None:
    program = folder / "lp"
    program.write_text(PROGRAM.format(python=sys.executable, code=code))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_pages_go_to_the_queue_with_their_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _queue(tmp_path, monkeypatch)

    SystemPagePrinter().print_pdf(b"%PDF-1.4", "S01_2026-11-21_Z7")

    assert (tmp_path / "asked").read_text() == "-s|-t|S01_2026-11-21_Z7|-o|media=A4|--"
    assert (tmp_path / "pages").read_bytes() == b"%PDF-1.4"


def test_a_machine_without_a_queue_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(DeviceError) as refusal:
        SystemPagePrinter().print_pdf(b"%PDF-1.4", "report")

    assert refusal.value.code == "page_printer.none"


def test_a_queue_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _queue(tmp_path, monkeypatch, code=1)

    with pytest.raises(DeviceError) as refusal:
        SystemPagePrinter().print_pdf(b"%PDF-1.4", "report")

    assert refusal.value.code == "page_printer.failed"
