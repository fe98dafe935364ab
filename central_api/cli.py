"""The command line of the central API.

Exit codes: 0 fine, 1 found wrong, 2 used wrongly. Errors are one plain sentence and the next step.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from central_api.bookkeeping import commands as bookkeeping
from central_api.coupons import commands as coupons
from central_api.demo import commands as demo
from central_api.importing import commands as importing
from central_api.keys import commands as keys
from central_api.kit.errors import ApiError, UsageError
from central_api.receipts import commands as receipts
from central_api.reporting import commands as reporting
from central_api.settlement import commands as settlement

if TYPE_CHECKING:
    from central_api.kit.unit import Unit

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database-url",
        envvar="LOOP_POS_DATABASE_URL",
        help="sqlite:///PATH or postgresql://USER@HOST/NAME",
        show_envvar=True,
    ),
]


def build_cli() -> typer.Typer:
    """Return all commands."""
    cli = typer.Typer(
        name="central-api",
        help="The central API of Loop POS.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    cli.command("serve")(serve)
    cli.command("migrate")(migrate)
    cli.command("enrol-code")(enrol_code)
    cli.command("after-restore")(after_restore)
    cli.command("apply-parked")(apply_parked)
    cli.command("release-till")(release_till)
    cli.command("erase-member")(erase_member)
    cli.command("forget-personal")(forget_personal)
    cli.command("expire-points")(expire_points)
    cli.command("expire-orders")(expire_orders)
    cli.command("verify-journal")(verify_journal)
    cli.command("block-till")(block_till)
    member = typer.Typer(help="What is known of one member.", no_args_is_help=True)
    member.callback()(lambda: None)
    member.command("export")(export_member)
    member.command("adjust")(adjust_member)
    member.command("transfer")(transfer_points)
    cli.add_typer(member, name="member")
    demo.add_to(cli)
    importing.add_to(cli)
    keys.add_to(cli)
    receipts.add_to(cli)
    coupons.add_to(cli)
    bookkeeping.add_to(cli)
    reporting.add_to(cli)
    settlement.add_to(cli)
    return cli


def serve(  # noqa: PLR0913 - one parameter for each option of the command.
    database_url: DatabaseUrl,
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
    workers: Annotated[int, typer.Option(min=1, max=64, help="More than 1 on PostgreSQL only.")] = 1,
    log_file: Annotated[Path | None, typer.Option(help="Request log; standard error without it.")] = None,
    behind_tls: Annotated[bool, typer.Option("--behind-tls", help="A proxy ends TLS in front.")] = False,
    messages: Annotated[
        str,
        typer.Option(
            envvar="LOOP_POS_MESSAGES",
            help="Where messages to members go: a gateway's https address, or file:PATH for trials.",
            show_envvar=True,
        ),
    ] = "",
    until_stdin_closes: Annotated[
        bool, typer.Option("--until-stdin-closes", help="End with the process that started this one.")
    ] = False,
) -> None:
    """Serve until stopped; print one JSON line with the URL when ready."""
    from central_api.enrolment.service import is_private_url
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.kit.lanes import Background
    from central_api.kit.listening import end_with_stdin
    from central_api.kit.settings import Settings
    from central_api.migrations import runner
    from central_api.server import serve as run

    if host not in LOOPBACK and not behind_tls:
        raise UsageError(
            "Requests would cross the network in the open.",
            "Put a proxy with TLS in front and add --behind-tls, or listen on 127.0.0.1.",
        )
    database = open_database(database_url, clock=SystemClock())
    if workers > 1 and database.is_sqlite:
        raise UsageError("SQLite has one writer and one server process.", "Use PostgreSQL, or --workers 1.")
    if not runner.is_current(database.engine):
        if not database.is_sqlite:
            raise UsageError(
                "The tables of this database are not those of this release.",
                "Run central-api migrate first.",
                exit_code=1,
            )
        runner.upgrade(database.engine)
    if messages and not messages.startswith("file:") and not is_private_url(messages):
        raise UsageError(
            "Messages would cross the network in the open.", "Give an https address, or file:PATH for trials."
        )
    settings = Settings(
        database_url, host=host, port=port, workers=workers, log_path=log_file, messages=messages
    )
    if until_stdin_closes:
        Background("starter", end_with_stdin).start()
    run(settings, database=database, on_ready=_say_ready)


def migrate(
    database_url: DatabaseUrl,
    revision: Annotated[str, typer.Option(help="Which revision to bring the tables to.")] = "head",
    *,
    down: Annotated[bool, typer.Option("--down", help="Go back to the revision.")] = False,
) -> None:
    """Bring the tables of a database to a revision of this release."""
    from central_api.kit.database import open_engine
    from central_api.migrations import runner

    engine = open_engine(database_url)
    if down:
        runner.downgrade(engine, revision)
    else:
        runner.upgrade(engine, revision)
    print(json.dumps({"revision": runner.current_revision(engine)}))
    engine.dispose()


def enrol_code(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="The store that the till joins, such as S01.")],
    *,
    terminal: Annotated[
        str | None, typer.Option(help="Renew this till, such as S01-T02, in place of a new one.")
    ] = None,
) -> None:
    """Print a one-time code for a till: ten characters, ten minutes, five tries."""
    from central_api.enrolment import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    code = database.run(lambda unit: service.make_code(unit, store, terminal_id=terminal))
    print(code)
    database.close()


def after_restore(database_url: DatabaseUrl) -> None:
    """Say that the database was put back from a backup; once each time, before the server starts."""
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.restoring import service

    database = open_database(database_url, clock=SystemClock())
    epoch = database.run(service.put_back)
    database.close()
    print(json.dumps({"epoch": epoch}))


def apply_parked(database_url: DatabaseUrl) -> None:
    """Let facts take effect that an older release did not understand; print how many did and which wait."""
    from central_api.journal import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    applied = database.run(service.apply_parked)
    with database.read() as unit:
        waiting = service.count_parked(unit)
    database.close()
    print(json.dumps({"applied": applied, "waiting": waiting}))


def release_till(
    database_url: DatabaseUrl, terminal: Annotated[str, typer.Argument(help="Such as S01-T02.")]
) -> None:
    """Let a quarantined till send again; what it sent meanwhile stays kept aside.

    A till that really tells another past is quarantined again with its next batch: enrol it anew then
    (enrol-code --terminal).
    """
    from central_api.enrolment import service
    from central_api.journal import service as journal
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    database.run(lambda unit: service.release(unit, terminal))
    with database.read() as unit:
        aside = journal.count_aside(unit, terminal)
    database.close()
    print(json.dumps({"released": terminal, "kept_aside": aside}))


def block_till(
    database_url: DatabaseUrl, terminal: Annotated[str, typer.Argument(help="Such as S01-T02.")]
) -> None:
    """Let a till in no more, as one that was stolen. A new code for it (enrol-code --terminal) lifts that."""
    from central_api.enrolment import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    database.run(lambda unit: service.retire(unit, terminal))
    database.close()
    print(json.dumps({"blocked": terminal}))


def erase_member(
    database_url: DatabaseUrl, member: Annotated[str, typer.Argument(help="The member's id.")]
) -> None:
    """Forget a member: the sales stay under a pseudonym, what identifies the person goes."""
    from central_api.erasing import service

    _run_once(database_url, lambda unit: service.erase_member(unit, member).as_dict())


def export_member(
    database_url: DatabaseUrl, member: Annotated[str, typer.Argument(help="The member's id.")]
) -> None:
    """Print everything that is known of a member, as JSON."""
    from central_api.erasing import service

    _run_once(database_url, lambda unit: service.export_member(unit, member))


def adjust_member(
    database_url: DatabaseUrl,
    member: Annotated[str, typer.Argument(help="The member's id.")],
    *,
    bucket: Annotated[str, typer.Option(help="points, principal or bonus")],
    amount: Annotated[int, typer.Option(help="Points, or minor units; below zero takes.")],
    reason: Annotated[str, typer.Option(help="Why; it stands in the books.")],
    request: Annotated[str, typer.Option(help="Your own number of it: the same again does nothing.")],
) -> None:
    """Correct points or a balance of a member, and print the member as they stand then."""
    from typing import cast

    from central_api.adjusting import service
    from central_api.adjusting.schemas import Adjustment, Bucket

    if bucket not in ("points", "principal", "bonus"):
        raise UsageError(f"{bucket} is nothing to correct.", "Say points, principal or bonus.")
    adjustment = Adjustment(
        request, member, cast("Bucket", bucket), amount, "other", "central-api", note=reason
    )
    _run_once(database_url, lambda unit: service.adjust(unit, adjustment).model_dump(mode="json"))


def transfer_points(
    database_url: DatabaseUrl,
    giver: Annotated[str, typer.Argument(help="The id of who gives.")],
    *,
    taker: Annotated[str, typer.Option("--to", help="The id of who gets.")],
    points: Annotated[int, typer.Option(min=1, help="How many.")],
    request: Annotated[str, typer.Option(help="Your own number of it: the same again does nothing.")],
) -> None:
    """Move points from one member to another, and print what the first one has left."""
    from central_api.adjusting import service

    _run_once(
        database_url,
        lambda unit: {
            "left": service.transfer_points(unit, request, from_id=giver, to_id=taker, points=points)
        },
    )


def forget_personal(
    database_url: DatabaseUrl,
    older_than_days: Annotated[int, typer.Option(min=1, help="At least 35.")],
) -> None:
    """Delete personal parts of facts, and names on ended orders, that are older than some days."""
    from central_api.erasing import service

    _run_once(database_url, lambda unit: service.forget_older(unit, older_than_days).as_dict())


def expire_points(
    database_url: DatabaseUrl,
    days: Annotated[
        int | None,
        typer.Option(min=1, max=36_500, help="How many days points hold; the stores' terms without it."),
    ] = None,
) -> None:
    """Let points go that are too old, the oldest spent first; safe to repeat."""
    from central_api.members import service

    def work(unit: "Unit") -> object:
        if days is None:
            return {"expired": service.expire_by_terms(unit)}
        before_ms = unit.now_ms - days * 24 * 3600 * 1000
        return {"expired": service.expire_points(unit, before_ms=before_ms)}

    _run_once(database_url, work)


def expire_orders(database_url: DatabaseUrl) -> None:
    """Give back what nobody came for in time; a server that runs does so by itself, every minute."""
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.no_shows import service

    database = open_database(database_url, clock=SystemClock())
    given_back = service.keep_up(database)
    database.close()
    print(json.dumps({"given_back": given_back}))


def verify_journal(database_url: DatabaseUrl) -> None:
    """Check every stored journal; print a line for each, and end with 1 if one is not whole."""
    from dataclasses import asdict

    from central_api.journal.audit import audit
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    wrong = False
    with database.read() as unit:
        for each in audit(unit):
            wrong = wrong or bool(each.problem)
            print(json.dumps(asdict(each)))
    database.close()
    if wrong:
        sys.exit(1)


def _run_once(database_url: str, work: "Callable[[Unit], object]") -> None:
    """Do one unit of work and print what came of it."""
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    try:
        print(json.dumps(database.run(work), ensure_ascii=False))
    finally:
        database.close()


def main() -> None:
    """Run the command line."""
    try:
        build_cli()()
    except UsageError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    except ApiError as error:
        print(f"Refused: {error.code} {error.detail}".rstrip() + ". See docs/errors.md.", file=sys.stderr)
        sys.exit(1)


def _say_ready(url: str) -> None:
    print(json.dumps({"url": url, "pid": os.getpid()}), flush=True)


if __name__ == "__main__":
    main()
