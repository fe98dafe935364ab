"""``central-api books``: the books of all stores in double entry."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from central_api.kit.errors import UsageError
from retail_core.books import FORMS, Period

DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database-url",
        envvar="LOOP_POS_DATABASE_URL",
        help="sqlite:///PATH or postgresql://USER@HOST/NAME",
        show_envvar=True,
    ),
]


def add_to(cli: typer.Typer) -> None:
    """Add this slice's command."""
    cli.command("books")(books)


def books(
    database_url: DatabaseUrl,
    form: Annotated[str, typer.Option("--format", help="beancount or csv.")] = "beancount",
    *,
    first: Annotated[str, typer.Option("--from", help="First business day: 2026-11-28.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last business day.")] = "",
    store: Annotated[str, typer.Option(help="One store, such as S01; all without it.")] = "",
    out: Annotated[Path | None, typer.Option(help="File to write; standard output without.")] = None,
) -> None:
    """Write the books of all stores in double entry; a server may be running."""
    from central_api.bookkeeping.service import BooksWanted, WriteBooks
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    wanted = next((each for each in FORMS if each == form), None)
    if wanted is None:
        raise UsageError(f"{form} is no form of books.", f"Say one of {', '.join(FORMS)}.")
    period = period_of(first, last)
    database = open_database(database_url, clock=SystemClock())
    write = WriteBooks()
    try:
        with database.read() as unit:
            write_file(write(unit, BooksWanted(wanted, period, store)), out)
    finally:
        database.close()
    if write.left_out:
        typer.echo(
            f"{write.left_out} entries of a newer release are left out: central-api apply-parked.",
            err=True,
        )


def period_of(first: str, last: str) -> Period:
    """Return the days that were named.

    Raises:
        UsageError: One is no day, or they are the wrong way round.
    """
    for day in (first, last):
        if day and not _is_day(day):
            raise UsageError(f"{day} is no day.", "Write it as 2026-11-28.")
    if first and last and first > last:
        raise UsageError(f"{first} is after {last}.", "Put the earlier day behind --from.")
    return Period(first, last)


def write_file(lines: Iterable[str], out: Path | None) -> None:
    """Write lines to a file that takes its place when it is whole, or to standard output.

    Raises:
        UsageError: The file cannot be written.
    """
    if out is None:
        sys.stdout.writelines(lines)
        return
    part = out.with_name(out.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(
            f"{out} cannot be written: {error.strerror}.", "Name another file with --out.", exit_code=1
        ) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
