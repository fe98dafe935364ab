"""``pos-app report``: files of a day or a shift, and what is written by itself when they are closed."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pos_app.bootstrap.folders import default_folder, key_file_of

report = typer.Typer(help="Reports as files, now or by themselves at each close.")

_DataDir = Annotated[Path | None, typer.Option("--data-dir", help="The till's data folder.")]
_KeyFile = Annotated[Path | None, typer.Option("--key-file", help="File with the till's secrets.")]
_DemoKey = Annotated[bool, typer.Option("--demo-key", help="The secrets are in the data folder (demo only).")]
_Bom = Annotated[bool, typer.Option("--bom/--no-bom", help="Whether CSV begins with the mark of UTF-8.")]


class ReportFormat(StrEnum):
    """Kinds of files."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    EML = "eml"


class When(StrEnum):
    """What is closed when files are written."""

    Z = "z"
    DAY = "day"


class Language(StrEnum):
    """Languages of the words in files."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    EN = "en"


_Formats = Annotated[list[ReportFormat], typer.Option("--format", help="May be given more than once.")]


def _day(text: str) -> str:
    """Return a day as it was typed, or say how it is typed."""
    if text:
        try:
            datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - a business day has no zone.
        except ValueError as error:
            raise typer.BadParameter(f"{text} is no day; write it as 2026-11-21.") from error
    return text


@report.command("export")
def export(  # noqa: PLR0913 - one parameter for each option of the command.
    out: Annotated[Path, typer.Option("--out", help="The folder for the files; it is made.")],
    formats: _Formats,
    *,
    day: Annotated[str, typer.Option("--day", callback=_day, help="A business day, 2026-11-21.")] = "",
    to: Annotated[str, typer.Option("--to", callback=_day, help="The last of several days.")] = "",
    z: Annotated[int, typer.Option("--z", min=0, help="The shift of a Z, instead of days.")] = 0,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="Of the words; that of the papers without.")
    ] = None,
    bom: _Bom = True,
    data_dir: _DataDir = None,
    key_file: _KeyFile = None,
    demo_key: _DemoKey = False,
) -> None:
    """Write the report of a day, of several, or of a shift; the till may be running."""
    from pos_app.bootstrap.report_export import Wanted, export_report

    if bool(day) == bool(z):
        raise typer.BadParameter("Name either a day (--day) or a Z (--z).")
    folder = data_dir or default_folder()
    wanted = Wanted(
        formats=tuple(dict.fromkeys(each.value for each in formats)),
        first_day=day,
        last_day=to,
        z_number=z,
        language="" if lang is None else lang.value,
        bom=bom,
    )
    keys = key_file_of(folder, key_file, demo_key=demo_key)
    for path in export_report(folder, key_file=keys, wanted=wanted, out=out):
        typer.echo(path)


@report.command("day-end")
def day_end(  # noqa: PLR0913 - one parameter for each option of the command.
    to: Annotated[Path | None, typer.Option("--to", help="The folder; the till must be closed.")] = None,
    formats: Annotated[
        list[ReportFormat] | None, typer.Option("--format", help="May be given more than once.")
    ] = None,
    *,
    when: Annotated[
        list[When] | None, typer.Option("--when", help="At each Z, at the close of a day; both without.")
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="Write none any more; the till must be closed.")] = False,
    bom: _Bom = True,
    data_dir: _DataDir = None,
    key_file: _KeyFile = None,
    demo_key: _DemoKey = False,
) -> None:
    """Say which files are written by themselves, and where; without options say what is set."""
    from pos_app.bootstrap.report_export import day_end_of, set_day_end
    from pos_app.services.reporting_files.day_end import DayEndPlan

    folder = data_dir or default_folder()
    keys = key_file_of(folder, key_file, demo_key=demo_key)
    if off or to is not None:
        plan = None
        if to is not None and not off:
            kinds = formats or [ReportFormat.PDF, ReportFormat.XLSX]
            plan = DayEndPlan(
                folder=to.resolve(),
                formats=tuple(dict.fromkeys(each.value for each in kinds)),
                when=tuple(dict.fromkeys(each.value for each in when or list(When))),
                bom=bom,
            )
        set_day_end(folder, key_file=keys, plan=plan)
    known = day_end_of(folder, key_file=keys)
    if known is None:
        typer.echo("No files are written by themselves.")
    else:
        moments = {"z": "each Z", "day": "each close of a day"}
        told = " and ".join(moments[each] for each in known.when)
        typer.echo(f"At {told}: {', '.join(known.formats)} into {known.folder}")
