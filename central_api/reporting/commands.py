"""``central-api report``: head office's reports for whoever has no till."""

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from central_api.kit.errors import UsageError
from retail_core.money import exponent

if TYPE_CHECKING:
    from retail_core.wire.reports import ReportReply

_PLACES = {"bp": 2, "milli": 3, "days": 1}


def add_to(cli: typer.Typer) -> None:
    """Add this slice's command."""
    cli.command("report")(report)


def report(  # noqa: PLR0913 - one parameter for each option of the command.
    database_url: Annotated[
        str,
        typer.Option(
            "--database-url",
            envvar="LOOP_POS_DATABASE_URL",
            help="sqlite:///PATH or postgresql://USER@HOST/NAME",
            show_envvar=True,
        ),
    ],
    store: Annotated[str, typer.Option(help="The store; with --all-stores the one whose currency counts.")],
    *,
    first: Annotated[str, typer.Option("--from", help="The first business day, 2026-11-01.")],
    last: Annotated[str, typer.Option("--to", help="The last one.")],
    all_stores: Annotated[bool, typer.Option("--all-stores", help="All stores together.")] = False,
    members: Annotated[bool, typer.Option("--members", help="With the figures of members.")] = False,
    format_: Annotated[Literal["table", "csv", "json"], typer.Option("--format")] = "table",
) -> None:
    """Print the report of a store, or of all of them, beside the same days of the year before."""
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.reporting import service
    from central_api.stock_days import service as stock_days
    from central_api.summing import service as summing
    from retail_core.wire.reports import ReportAsk

    try:
        ask = ReportAsk(
            staff_id="central-api",
            first_day=first,
            last_day=last,
            stores=() if all_stores else (store,),
            everywhere=all_stores,
            compare=("period_before", "year_before"),
            language="en",
            members=members,
        )
    except ValueError as error:
        raise UsageError("A day is written as 2026-11-30.", "Name both days so.") from error
    database = open_database(database_url, clock=SystemClock())
    try:
        summing.keep_up(database)
        stock_days.keep_up(database)
        with database.read() as unit:
            reply = service.report(unit, ask, at=store)
    finally:
        database.close()
    if format_ == "json":
        typer.echo(reply.model_dump_json(indent=1))
    else:
        typer.echo(as_csv(reply) if format_ == "csv" else _as_table(reply), nl=format_ != "csv")


def as_csv(reply: "ReportReply") -> str:
    """Return the figures and all tables: one value a line, in stable columns, amounts as minor units."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("table", "key", "name", "figure", "unit", "value", "period_before", "year_before"))
    for each in reply.report.figures:
        value = "" if each.value is None else each.value
        compared = ("" if other is None else other for other in each.compared)
        writer.writerow(("figures", "", "", each.figure_id, each.unit, value, *compared))
    for table in reply.report.tables:
        for row in table.rows:
            for column, number in zip(table.columns, row.values, strict=True):
                if number is not None:
                    place = (table.table_id, _plain(row.key), _plain(row.name))
                    writer.writerow((*place, column.figure_id, column.unit, number, "", ""))
    return text.getvalue()


def _plain(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text


def _as_table(reply: "ReportReply") -> str:
    report, told = reply.report, reply.report.completeness
    days = (
        report.scope.first_day
        if report.scope.kind == "day"
        else f"{report.scope.first_day} to {report.scope.last_day}"
    )
    lines = [
        f"{report.scope.store or 'all stores'} ({reply.stores})  {days}  {report.currency}",
        f"tills heard: {told.present} of {told.expected}; shifts without a Z: {told.open}",
    ]
    if reply.left_out:
        lines.append(f"stores of another currency, left out: {reply.left_out}")
    if reply.adjustments.facts:
        late = _said(reply.adjustments.net_minor, "minor", currency=report.currency)
        lines.append(f"came after a day was closed: {reply.adjustments.facts} facts, {late}")
    lines += ["", f"{'':26}{'':>16}{'period before':>16}{'year before':>16}"]
    lines += [
        f"{each.figure_id:26}{_said(each.value, each.unit, currency=report.currency):>16}"
        + "".join(f"{_said(other, each.unit, currency=report.currency):>16}" for other in each.compared)
        for each in report.figures
        if each.value or any(each.compared)
    ]
    lines += ["", *(f"not known: {each.figure_id} ({each.code}): {each.why}" for each in reply.not_known)]
    return "\n".join(lines)


def _said(value: int | None, unit: str, *, currency: str) -> str:
    if value is None:
        return "-"
    places = exponent(currency) if unit == "minor" else _PLACES.get(unit, 0)
    return f"{Decimal(value).scaleb(-places):.{places}f}" + (" %" if unit == "bp" else "")
