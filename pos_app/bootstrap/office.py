"""What the command line does without a window: examine, export and verify."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pos_app.bootstrap.start import key_store
from pos_app.bootstrap.system import SystemClock, SystemIds
from pos_app.services.errors import PosError, StorageError
from pos_app.services.printing_ports import PrinterState
from pos_app.services.verify_journal import VerifyJournal
from pos_app.storage.till_data import DATABASE_NAME, open_for_reading
from pos_app.storage.unit_of_work import SqlStore
from retail_core.journal import verify_lines

ALARMING_SKEW_MS = 60_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the books are whole, in one sentence."""

    ok: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One check of the doctor; ``detail`` says what was found or what to do."""

    check: str
    ok: bool
    detail: str


def verify_file(path: Path) -> Verdict:
    """Check an exported journal."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            report = verify_lines(file)
    except (OSError, UnicodeDecodeError) as error:
        return Verdict(ok=False, sentence=f"{path} cannot be read: {error}. Export the journal again.")
    if report.code is None:
        return Verdict(ok=True, sentence=f"{report.count} entries, the chain is whole.")
    return Verdict(
        ok=False,
        sentence=f"Line {report.line_no} is not as it was written ({report.code}). "
        "Keep the file and export the journal again from the till.",
    )


def verify_store(folder: Path, *, key_file: Path | None) -> Verdict:
    """Check this till's own journal, and the file that it is in."""
    try:
        with beside(folder, key_file) as store:
            report = VerifyJournal(store=store, damage=lambda: _damage(folder, key_file))()
    except StorageError as error:
        return Verdict(ok=False, sentence=f"The till's file cannot be read ({error.code}). Call support.")
    if report.code == "storage.damaged":
        return Verdict(ok=False, sentence="The till's file is damaged (storage.damaged). Call support.")
    if report.code:
        return Verdict(ok=False, sentence=f"Entry {report.seq} is not as it was written ({report.code}).")
    return Verdict(ok=True, sentence=f"{report.count} entries, the chain is whole.")


def examine(folder: Path, *, key_file: Path | None, printer: str) -> Sequence[Finding]:
    """Run all checks of the doctor."""
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("keys", lambda: _keys(folder, key_file)),
        ("database", lambda: _database(folder, key_file)),
        ("network and time", lambda: _network(folder, key_file)),
        ("printer", lambda: _printer(printer)),
        ("fonts", _fonts),
    )
    return [_finding(name, check) for name, check in checks]


def _finding(name: str, check: Callable[[], str]) -> Finding:
    try:
        return Finding(name, ok=True, detail=check())
    except PosError as error:
        from pos_app.ui.texts import text_of

        return Finding(name, ok=False, detail=f"{text_of(error.code, *error.arguments)} [{error.code}]")


def _keys(folder: Path, key_file: Path | None) -> str:
    if key_store(folder, key_file).load() is None:
        raise StorageError("keys.missing")
    return "found"


def _damage(folder: Path, key_file: Path | None) -> str:
    from pos_app.storage.integrity import damage_of

    keys = key_store(folder, key_file).load()
    if keys is None:
        raise StorageError("keys.missing")
    return damage_of(folder / DATABASE_NAME, keys.database_key)


def _database(folder: Path, key_file: Path | None) -> str:
    damage = _damage(folder, key_file)
    if damage:
        raise StorageError(damage)
    return verify_store(folder, key_file=key_file).sentence


def _network(folder: Path, key_file: Path | None) -> str:
    from pos_app.services.errors import Unreachable
    from pos_app.sync.http import CentralHttp
    from pos_app.sync.puller import Waker
    from pos_app.sync.signing import RequestSigner

    clock = SystemClock()
    with beside(folder, key_file) as store, store.read() as work:
        terminal = work.terminal.get()
        if terminal is None:
            raise StorageError("till.not_enrolled")
        seed = work.terminal.device_seed()
    http = CentralHttp(terminal.url, RequestSigner(key_id=terminal.key_id, seed=seed, clock=clock))
    wake = Waker(http).wait(catalog="", store="")
    skew_ms = wake.server_ms - clock.now_ms()
    if abs(skew_ms) > ALARMING_SKEW_MS:
        raise Unreachable("clock.skewed", skew_ms // 1000)
    return f"{terminal.url} answers, clocks differ by {abs(skew_ms)} ms"


def _printer(url: str) -> str:
    from pos_app.devices.printer import open_printer
    from pos_app.services.errors import DeviceError

    if not url:
        return "none named"
    state = open_printer(url).state()
    if state in {PrinterState.UNREACHABLE, PrinterState.PAPER_OUT, PrinterState.COVER_OPEN}:
        raise DeviceError(f"printer.{state.value}")
    return state.value


def _fonts() -> str:
    from pos_app.devices.fonts import find_fonts

    return str(find_fonts().han.path)


@contextmanager
def beside(folder: Path, key_file: Path | None) -> Iterator[SqlStore]:
    """Open a till's store for reading beside a till that may be running.

    Raises:
        StorageError: The folder holds no till, its key is missing, or its file is damaged.
    """
    keys = key_store(folder, key_file).load()
    if keys is None:
        raise StorageError("keys.missing")
    store, engine = open_for_reading(folder, keys, ids=SystemIds())
    try:
        yield store
    finally:
        engine.dispose()


@dataclass(frozen=True, slots=True)
class PrintedJob:
    """What a printer made of one job."""

    text: str
    picture: bytes
    drawer_pulses: int
    cuts: int


def read_job(data: bytes, *, width_mm: int = 80) -> PrintedJob:
    """Return a captured print job as text and as a picture (PNG).

    Raises:
        DeviceError: No font with Chinese characters was found.
    """
    from pos_app.devices.escpos_reader import EventKind, read
    from pos_app.devices.fonts import find_fonts
    from pos_app.devices.paper import PAPERS, TEXT_FACES
    from pos_app.devices.receipt_picture import receipt_png
    from pos_app.services.documents import Size

    reading, paper = read(data), PAPERS[width_mm]
    return PrintedJob(
        text=reading.plain_text(paper.columns(TEXT_FACES)[Size.NORMAL]),
        picture=receipt_png(reading, paper, fonts=find_fonts()),
        drawer_pulses=reading.count(EventKind.DRAWER),
        cuts=reading.count(EventKind.CUT),
    )
