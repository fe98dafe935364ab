"""The command line of the till. Exit codes: 0 fine, 1 found wrong, 2 used wrongly.

Heavy imports happen inside the commands, so that the window of ``run`` comes up fast.
"""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pos_app.bootstrap.folders import default_folder
from pos_app.bootstrap.folders import demo_key_file as _demo_key_file
from pos_app.bootstrap.folders import key_file_of as _key_file
from pos_app.report_cli import report

if TYPE_CHECKING:
    from pos_app.bootstrap.joining import Joined, SecondDisk
    from pos_app.services.ports import KeyStore

app = typer.Typer(add_completion=False, no_args_is_help=False, help="Loop POS, the till.")
journal = typer.Typer(help="Hand the books to others, and check them.")
app.add_typer(journal, name="journal")
app.add_typer(report, name="report")

DataDir = Annotated[Path | None, typer.Option("--data-dir", help="The till's data folder.")]
KeyFile = Annotated[Path | None, typer.Option("--key-file", help="File with the till's secrets.")]
DemoKey = Annotated[bool, typer.Option("--demo-key", help="Keep the secrets in the data folder (demo only).")]


OldTill = Annotated[Path | None, typer.Option("--from", help="The second disk of the till that is replaced.")]
RecoveryCode = Annotated[str, typer.Option("--recovery-code", help="Of that second disk; asked for without.")]


def _spoken(wanted: str) -> str:
    """Return the language that was meant, or say which there are."""
    from pos_app.ui.i18n import language_name

    try:
        return language_name(wanted)
    except ValueError as error:
        raise typer.BadParameter(f"The till does not speak {wanted}; use zh-Hans, zh-Hant or en.") from error


def _worn(wanted: str) -> str:
    """Return the theme that was meant, or say which there are."""
    if wanted not in {"light", "dark"}:
        raise typer.BadParameter(f"There is no theme {wanted}; use light or dark.")
    return wanted


Lang = Annotated[str, typer.Option("--lang", callback=_spoken, help="zh-Hans, zh-Hant or en.")]
ThemeName = Annotated[str, typer.Option("--theme", callback=_worn, help="light or dark.")]


class CustomerDisplay(StrEnum):
    """Where the customer's window is shown."""

    AUTO = "auto"
    WINDOW = "window"
    OFF = "off"


class JournalForm(StrEnum):
    """As what the journal is handed to others."""

    JSONL = "jsonl"
    CSV = "csv"
    BEANCOUNT = "beancount"


PrinterUrl = Annotated[str, typer.Option("--printer", help="tcp://HOST:PORT?width=80&mode=raster, file:DIR")]


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    from pos_app.services.errors import PosError

    try:
        result = app(list(arguments), standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return 1
    except PosError as error:
        _complain(error)
        return 1
    except Exception as error:
        if type(error).__module__.startswith(("click", "typer")):
            print(str(getattr(error, "message", error)), file=sys.stderr)
            return 2
        raise
    return result if isinstance(result, int) else 0


def _need_display() -> None:
    """Say in words what Qt would say with an abort."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not named:
        print(
            "There is no display here. Open the till on a screen, or see `pos-app demo --tour`.",
            file=sys.stderr,
        )
        raise typer.Exit(1)


def _complain(error: Exception) -> None:
    from pos_app.ui.texts import text_of

    code = getattr(error, "code", "")
    print(f"{text_of(code, *getattr(error, 'arguments', ()))} [{code}]", file=sys.stderr)


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Open the till unless a command says otherwise."""
    if context.invoked_subcommand is None:
        open_till()


@app.command("run")
def open_till(  # noqa: PLR0913 - one parameter for each option of the command.
    data_dir: DataDir = None,
    lang: Lang = "zh-Hans",
    *,
    theme: ThemeName = "light",
    printer: PrinterUrl = "",
    key_file: KeyFile = None,
    url: Annotated[str, typer.Option("--url", help="The central API has moved here.")] = "",
    payment: Annotated[
        str, typer.Option("--payment", help="The payment provider of this till, not its store's.")
    ] = "",
    customer_display: Annotated[
        CustomerDisplay, typer.Option(help="The customer's window: on a second screen, always, or never.")
    ] = CustomerDisplay.AUTO,
    training: Annotated[
        bool,
        typer.Option("--training", hidden=True, help="The till opens practice so; it tells the secrets."),
    ] = False,
) -> None:
    """Open the till's window."""
    from pos_app.bootstrap.start import Start, open_window

    _need_display()
    folder = data_dir or default_folder()
    start = Start(
        folder=folder,
        language=lang,
        theme=theme,
        printer=printer,
        key_file=_key_file(folder, key_file, demo_key=False),
        url=url,
        payment=payment,
        customer_display=customer_display.value,
        opened=_told_keys() if training else None,
    )
    raise typer.Exit(open_window(start))


def _told_keys() -> "KeyStore":
    """Return the secrets that the till which opened this one told on the standard input."""
    from pos_app.bootstrap.practice import heard_keys

    return heard_keys(sys.stdin.buffer.readline())


@app.command()
def gallery(lang: Lang = "zh-Hans", theme: ThemeName = "light") -> None:
    """Show every widget in every state and theme."""
    from pos_app.ui.app import make_application
    from pos_app.ui.gallery import open_gallery

    _need_display()
    face = make_application(sys.argv[:1], lang, theme=theme)
    window = open_gallery(face)
    window.show()
    raise typer.Exit(face.app.exec())


@app.command()
def enrol(  # noqa: PLR0913 - one parameter for each option of the command.
    url: Annotated[str, typer.Option(help="Where the central API answers.")],
    code: Annotated[str, typer.Option(help="The one-time code of the store.")],
    *,
    data_dir: DataDir = None,
    key_file: KeyFile = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="Give the till in this folder its next incarnation.")
    ] = False,
    passphrase: Annotated[
        bool, typer.Option("--passphrase", help="Seal the till's key with a passphrase; asked at each start.")
    ] = False,
    source: OldTill = None,
    recovery_code: RecoveryCode = "",
    demo_key: DemoKey = False,
) -> None:
    """Join a store, or take the place of a till that died (a code made with --terminal)."""
    from pos_app.bootstrap.joining import enrol_till
    from pos_app.bootstrap.start import key_store

    folder = data_dir or default_folder()
    named = _key_file(folder, key_file, demo_key=demo_key)
    joined = enrol_till(
        folder,
        url=url,
        code=code,
        keys=key_store(folder, named, passphrase=passphrase),
        renew=renew,
        second=_second_disk(source, recovery_code),
    )
    print(f"Enrolled as {joined.terminal.terminal} of {joined.terminal.store.name}.")
    raise typer.Exit(_tell_recovered(joined))


@app.command()
def recover(
    data_dir: DataDir = None,
    key_file: KeyFile = None,
    *,
    source: OldTill = None,
    recovery_code: RecoveryCode = "",
    demo_key: DemoKey = False,
) -> None:
    """Send once more what the till before this one left behind; safe to repeat."""
    from pos_app.bootstrap.joining import recover as send_left_behind

    folder = data_dir or default_folder()
    joined = send_left_behind(
        folder,
        key_file=_key_file(folder, key_file, demo_key=demo_key),
        second=_second_disk(source, recovery_code),
    )
    raise typer.Exit(_tell_recovered(joined))


def _second_disk(source: Path | None, code: str) -> "SecondDisk | None":
    if source is None:
        return None
    from pos_app.bootstrap.joining import SecondDisk
    from pos_app.bootstrap.safekeeping import place_named

    return SecondDisk(place_named(source), code or typer.prompt("Recovery code"))


def _tell_recovered(joined: "Joined") -> int:
    """Say what became of the old till's facts; return the exit code."""
    if joined.trouble is not None:
        _complain(joined.trouble)
        print("What the old till left behind was not sent. Try again: pos-app recover", file=sys.stderr)
        return 1
    found = joined.recovered
    if found is None:
        return 0
    print(f"Head office had entries up to {found.before} of the old till; {found.sent} more were sent now.")
    if found.gap_before:
        print(
            f"Entries {found.through + 1} to {found.gap_before - 1} are missing; what is behind them waits."
        )
        return 1
    return 0


@app.command()
def doctor(
    data_dir: DataDir = None,
    key_file: KeyFile = None,
    *,
    printer: PrinterUrl = "",
    demo_key: DemoKey = False,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
) -> None:
    """Check database, time, keys, network, printer and fonts, and say what to do."""
    import json

    from pos_app.bootstrap.office import examine

    folder = data_dir or default_folder()
    findings = examine(folder, key_file=_key_file(folder, key_file, demo_key=demo_key), printer=printer)
    if as_json:
        rows = [{"check": each.check, "ok": each.ok, "detail": each.detail} for each in findings]
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for each in findings:
            print(f"{'ok   ' if each.ok else 'WRONG'} {each.check}: {each.detail}")
    raise typer.Exit(0 if all(each.ok for each in findings) else 1)


@app.command("show-code")
def show_code(
    text: Annotated[str, typer.Argument(help="A member, coupon or pickup code, or a link.")],
    *,
    out: Annotated[Path, typer.Option(help="The picture to write, a PNG.")],
    dpi: Annotated[int, typer.Option(min=72, max=1_200, help="Of the screen that shows it.")] = 326,
) -> None:
    """Draw a code as a phone shows it, 30 mm wide, to try a scanner without an app."""
    from pos_app.devices.phone_picture import phone_picture

    out.write_bytes(phone_picture(text, dpi=dpi))
    print(out)


@app.command()
def backup(
    data_dir: DataDir = None,
    key_file: KeyFile = None,
    *,
    to: Annotated[
        Path | None, typer.Option("--to", help="A folder on another disk; the till must be closed.")
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="Keep no more copies; the till must be closed.")] = False,
    demo_key: DemoKey = False,
) -> None:
    """Make a backup now, or say with --to where journal and nightly backups are copied to."""
    from pos_app.bootstrap import safekeeping

    folder = data_dir or default_folder()
    keys = _key_file(folder, key_file, demo_key=demo_key)
    if off:
        safekeeping.turn_off_place(folder, key_file=keys)
        print("No more copies are made. Those that are there stay.")
        return
    if to is not None:
        place, code = safekeeping.set_up_place(folder, to=to, key_file=keys)
        print(f"Journal and backups go to {place.folder}.")
        print(f"Recovery code, shown only now: {code}")
        print("Write it down and keep it away from this computer: without it nobody can read the copies.")
    print(f"Backup made and verified: {safekeeping.back_up_now(folder, key_file=keys)}")


@app.command()
def restore(
    source: Annotated[Path, typer.Option("--from", help="The folder that backup --to named.")],
    code: Annotated[str, typer.Option(prompt="Recovery code", help="What backup --to has shown.")],
    *,
    data_dir: DataDir = None,
    key_file: KeyFile = None,
    demo_key: DemoKey = False,
) -> None:
    """Put the newest sound backup into an empty data folder."""
    from pos_app.bootstrap import safekeeping

    folder = data_dir or default_folder()
    taken = safekeeping.restore(
        folder,
        place=safekeeping.place_named(source),
        code=code,
        key_file=_key_file(folder, key_file, demo_key=demo_key),
    )
    print(f"Restored from {taken}. Next: ask head office for a code for this same till")
    print("(central-api enrol-code --store STORE --terminal TILL), then pos-app enrol --url URL --code CODE.")
    print("That also sends what only the second disk still has. The till sells again after it.")


@journal.command("export")
def export_journal(  # noqa: PLR0913 - one parameter for each option of the command.
    data_dir: DataDir = None,
    key_file: KeyFile = None,
    *,
    form: Annotated[JournalForm, typer.Option("--format", help="Lines with their hashes, or books.")] = (
        JournalForm.JSONL
    ),
    first: Annotated[str, typer.Option("--from", help="First business day of the books: 2026-11-28.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last business day of the books.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="File to write; standard output without.")] = None,
    demo_key: DemoKey = False,
) -> None:
    """Write the journal as lines that anybody can check, or as books in double entry; also while it runs."""
    from pos_app.bootstrap.exports import ExportRequest, NotExported, export

    folder = data_dir or default_folder()
    keys = _key_file(folder, key_file, demo_key=demo_key)
    try:
        note = export(ExportRequest(folder, keys, form.value, first=first, last=last, out=out))
    except NotExported as error:
        print(error, file=sys.stderr)
        raise typer.Exit(error.exit_code) from error
    if note:
        print(note, file=sys.stderr)


@journal.command("verify")
def verify_journal(
    file: Annotated[
        Path | None, typer.Argument(help="An exported file; this till's own store without.")
    ] = None,
    data_dir: DataDir = None,
    *,
    key_file: KeyFile = None,
    demo_key: DemoKey = False,
) -> None:
    """Check the hash chain, and name the line or entry that is wrong."""
    from pos_app.bootstrap.office import verify_file, verify_store

    if file is not None:
        verdict = verify_file(file)
    else:
        folder = data_dir or default_folder()
        verdict = verify_store(folder, key_file=_key_file(folder, key_file, demo_key=demo_key))
    print(verdict.sentence)
    raise typer.Exit(0 if verdict.ok else 1)


@app.command()
def receipt(
    jobs: Annotated[list[Path], typer.Argument(help="Captured print jobs.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for a text and a picture of each.")],
    *,
    width: Annotated[int, typer.Option(help="Of the paper in millimetres, 58 or 80.")] = 80,
) -> None:
    """Read captured print jobs as a printer does; print one JSON line for each."""
    import json

    from pos_app.bootstrap.office import read_job

    for job in jobs:
        printed = read_job(job.read_bytes(), width_mm=width)
        (out / job.name).with_suffix(".txt").write_text(printed.text, encoding="utf-8")
        (out / job.name).with_suffix(".png").write_bytes(printed.picture)
        told = {
            "file": job.name,
            "text": printed.text,
            "drawer_pulses": printed.drawer_pulses,
            "cuts": printed.cuts,
        }
        print(json.dumps(told, ensure_ascii=False))


@app.command()
def demo(
    data_dir: DataDir = None,
    lang: Lang = "zh-Hans",
    *,
    theme: ThemeName = "light",
    printer: PrinterUrl = "",
    out: Annotated[Path, typer.Option("--out", help="Where the tour writes.")] = Path("var/tour"),
    tour: Annotated[
        bool, typer.Option("--tour", help="Play a store's day through the real widgets.")
    ] = False,
) -> None:
    """Open a demo chain with an enrolled till, or play its tour."""
    from pos_app.demo.processes import ProcessFailed

    try:
        if tour:
            from pos_app.tour.parent import play_tour

            raise typer.Exit(play_tour(out, language=lang, theme=theme, printer=printer))
        raise typer.Exit(_open_demo(data_dir or Path("var/demo"), lang, theme=theme, printer=printer))
    except ProcessFailed as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from error


def _open_demo(folder: Path, lang: str, *, theme: str, printer: str) -> int:
    from pos_app.bootstrap.start import Start, open_window
    from pos_app.demo.chain import DemoFolder, enrol, open_provider, open_server, prepare

    _need_display()
    chain = DemoFolder(folder.resolve())
    prepare(chain, say=lambda text: print(text, flush=True))
    with open_provider(chain) as provider, open_server(chain) as server:
        enrol(chain, server)
        print(f"Demo people and PINs: {chain.facts}", flush=True)
        print(f"Simulated payment provider: {provider.url}", flush=True)
        start = Start(
            folder=chain.till,
            language=lang,
            theme=theme,
            printer=printer or f"file:{chain.root / 'receipts'}",
            key_file=_demo_key_file(chain.till),
            url=server.url,
        )
        return open_window(start)
