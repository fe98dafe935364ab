"""``central-api settlement``: what each channel took and owes, by day; a platform's statement beside it."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from central_api.kit.errors import UsageError
from central_api.settlement.schemas import WALK_IN, SettlementRow

DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database-url",
        envvar="LOOP_POS_DATABASE_URL",
        help="sqlite:///PATH or postgresql://USER@HOST/NAME",
        show_envvar=True,
    ),
]
Store = Annotated[str, typer.Option(help="One store, such as S01; all without it.")]
_MOST_DAYS = 366


def add_to(cli: typer.Typer) -> None:
    """Add this slice's commands."""
    group = typer.Typer(help="What channels took and owe, by day.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command("export")(export)
    group.command("compare")(compare)
    cli.add_typer(group, name="settlement")


def export(
    database_url: DatabaseUrl,
    folder: Annotated[Path, typer.Option(help="Where the files go; it is made if it is not there.")],
    *,
    first: Annotated[str, typer.Option("--from", help="First business day: 2026-11-28.")],
    last: Annotated[str, typer.Option("--to", help="Last business day; the first one without it.")] = "",
    channel: Annotated[str, typer.Option(help="One channel, such as fast_legs; all without it.")] = "",
    store: Store = "",
) -> None:
    """Write a file for each channel and day, and one for each day with who bears which discounts."""
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.settlement import service

    days = _days(first, last or first)
    database = open_database(database_url, clock=SystemClock())
    try:
        with database.read() as unit:
            stores = service.stores(unit, store)
            for day in days:
                rows = [row for each in stores for row in service.rows_of_day(unit, each, day=day)]
                wanted = [row for row in rows if channel in {"", row.channel}]
                _write_day(folder, day, rows=wanted)
    finally:
        database.close()


def compare(
    database_url: DatabaseUrl,
    file: Annotated[Path, typer.Argument(help="The statement: CSV with number, kind and amount.")],
    *,
    channel: Annotated[str, typer.Option(help="Whose statement it is, such as fast_legs.")],
    first: Annotated[str, typer.Option("--from", help="Its first business day; else by its days.")] = "",
    last: Annotated[str, typer.Option("--to", help="Its last business day.")] = "",
    store: Store = "",
) -> None:
    """List what a platform's statement and head office say differently; ends with 1 if there is something."""
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.settlement import comparing, service, table

    if channel == WALK_IN:
        raise UsageError("What is paid at the tills stands in no statement.", "Name a channel of orders.")
    try:
        statement = table.read_statement(file.read_bytes())
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.", "Name a CSV file.") from error
    named = sorted({row.day for row in statement if row.day})
    if not first and not named:
        raise UsageError("The statement says no days.", "Name them with --from and --to.")
    days = _days(first or named[0], last or (named[-1] if named else first))
    database = open_database(database_url, clock=SystemClock())
    try:
        with database.read() as unit:
            stores = service.stores(unit, store)
            found = service.rows_between(unit, stores, first=days[0], last=days[-1])
            rows = [row for row in found if row.channel == channel]
            currency = service.currency_of(unit, stores)
    finally:
        database.close()
    differences = comparing.compare(rows, statement, currency=currency)
    for difference in differences:
        typer.echo(json.dumps(asdict(difference), ensure_ascii=False))
    typer.echo(
        f"{len(statement)} rows in the statement, {len(rows)} here, {len(differences)} differences.",
        err=True,
    )
    if differences:
        sys.exit(1)


def _write_day(folder: Path, day: str, *, rows: Sequence[SettlementRow]) -> None:
    from central_api.settlement import table
    from retail_core.books import amount

    by_channel = sorted(rows, key=lambda row: row.channel)
    for channel, found in groupby(by_channel, key=lambda row: row.channel):
        of_channel = list(found)
        path = folder / f"settlement_{day}_{_plain(channel)}.csv"
        _write(path, table.lines(of_channel))
        owed: dict[str, int] = {}
        for row in of_channel:
            owed[row.currency] = owed.get(row.currency, 0) + row.owed_minor
        told = {currency: amount(minor, currency) for currency, minor in sorted(owed.items())}
        typer.echo(json.dumps({"file": str(path), "rows": len(of_channel), "owed": told}))
    if rows:
        path = folder / f"funders_{day}.csv"
        _write(path, table.funder_lines(by_channel))
        typer.echo(json.dumps({"file": str(path)}))


def _write(path: Path, lines: Iterable[str]) -> None:
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
        part.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}.", "Name another folder.", exit_code=1
        ) from error


def _days(first: str, last: str) -> list[str]:
    for text in (first, last):
        if not _is_day(text):
            raise UsageError(f"{text} is no day.", "Write it as 2026-11-28.")
    if first > last:
        raise UsageError(f"{first} is after {last}.", "Put the earlier day behind --from.")
    start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    if end - start >= _MOST_DAYS:
        raise UsageError(f"{first} to {last} are more than {_MOST_DAYS} days.", "Ask for fewer at a time.")
    return [date.fromordinal(number).isoformat() for number in range(start, end + 1)]


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _plain(channel: str) -> str:
    """Return a channel's id as a part of a file's name."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in channel)
