"""``central-api shop`` and ``central-api import``."""

import json
from pathlib import Path
from typing import Annotated, Final, cast, get_args
from zoneinfo import ZoneInfo

import typer

from central_api.importing.balance_settings import set_balance, set_points
from central_api.importing.channel_settings import set_channel, set_commission
from central_api.importing.cost_settings import set_cost
from central_api.importing.drawer_settings import set_counts, set_drawers
from central_api.importing.expiry_settings import set_expiry
from central_api.importing.payment_options import read_payment
from central_api.importing.promise_settings import set_busy, set_late, set_pickup, set_promises
from central_api.importing.schemas import Kind, Outcome, Problem
from central_api.importing.shop_settings import set_, set_coupons, set_tiers
from central_api.importing.web_settings import set_web
from central_api.kit.errors import UsageError
from retail_core.wire.enrolment import StoreCard

DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database-url",
        envvar="LOOP_POS_DATABASE_URL",
        help="sqlite:///PATH or postgresql://USER@HOST/NAME",
        show_envvar=True,
    ),
]

_LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en")
WRONG: Final = {
    "file.unreadable": "cannot be read; save it as .xlsx or .csv",
    "file.encoding": "is in no encoding that is known; save it as UTF-8",
    "file.empty": "has no rows",
    "file.too_long": "has too many rows; split it",
    "column.missing": "is missing",
    "column.twice": "is there twice",
    "cell.twice": "stands in an earlier row too",
    "cell.amount": "is no amount of money in this currency",
    "cell.quantity": "is no quantity",
    "cell.tax": "is no tax rate; write 13%",
    "cell.whole": "is no whole number in its range",
    "cell.yes_or_no": "is neither yes nor no",
    "cell.sold_by": "is neither piece nor weight",
    "cell.tier": "is no tier; basic, silver or gold",
    "cell.role": "is no role; cashier, staff or manager",
    "cell.phone": "is no phone number",
    "cell.barcode": "is no barcode",
    "cell.check_digit": "has a wrong check digit; type it again",
    "cell.barcode_taken": "belongs to another product",
    "cell.length": "is empty or longer than 200 characters",
    "cell.unknown_sku": "is no product of this shop; import products first",
    "cell.chain_product": "is sold by all stores; import it without --store",
    "cell.dated": "is no kind of date; write use by, best before, or nothing",
    "cell.no_pieces": "does not go with a deposit or with goods by weight",
    "cell.deposit_sku": "is no deposit that these goods can have; mark its product as a deposit",
    "cell.no_style": "has no style; name the style, too",
    "cell.no_place": "has neither size nor colour",
    "cell.place_taken": "has this size and colour already, as another product",
    "cell.weighed": "is sold by weight; only goods by the piece have packs and options",
    "cell.pieces": "is no pack; a pack has 2 to 9999 pieces, 0 takes the packs away",
    "cell.most_below_least": "is less than at least must be chosen",
    "cell.group_differs": "differs from an earlier row of the same group",
    "cell.group_size": "has fewer options than must be chosen, or more than 40",
    "cell.too_many_presets": "has more presets than may be chosen",
    "cell.staff_number": "is no staff number; letters, digits and hyphens",
    "cell.pin": "is no PIN; 4 to 12 digits",
    "cell.badge": "is no badge of this system",
    "cell.unknown_campaign": "is no coupon campaign of this shop",
    "cell.at_till_limit": "goes not with coupons that tills print; leave one of both empty",
    "cell.budget_no_worth": "needs what one coupon costs at most; fill that column, too",
}
"""What is wrong with a file, a column or a cell, by code; ``docs/errors.md`` shows them too."""

_MOST_SHOWN = 50


def add_to(cli: typer.Typer) -> None:
    """Add this slice's commands."""
    shop = typer.Typer(help="An own shop.", no_args_is_help=True)
    shop.command("create")(create)
    shop.command("set")(set_)
    shop.command("set-coupons")(set_coupons)
    shop.command("set-points")(set_points)
    shop.command("set-balance")(set_balance)
    shop.command("set-tiers")(set_tiers)
    shop.command("set-web")(set_web)
    shop.command("set-expiry")(set_expiry)
    shop.command("set-promises")(set_promises)
    shop.command("set-late")(set_late)
    shop.command("set-pickup")(set_pickup)
    shop.command("set-busy")(set_busy)
    shop.command("set-channel")(set_channel)
    shop.command("set-commission")(set_commission)
    shop.command("set-cost")(set_cost)
    shop.command("set-drawers")(set_drawers)
    shop.command("set-counts")(set_counts)
    cli.add_typer(shop, name="shop")
    cli.command("import")(import_)


def create(  # noqa: PLR0913 - one parameter for each option of the command.
    database_url: DatabaseUrl,
    tenant: Annotated[str, typer.Option(help="The name of the business.")],
    *,
    store: Annotated[str, typer.Option(help="A short id of the store, such as S01.")],
    store_name: Annotated[str, typer.Option(help="The name on the receipt.")],
    currency: Annotated[str, typer.Option(help="Three letters, such as CNY.")],
    address: Annotated[str, typer.Option()] = "",
    legal_id: Annotated[str, typer.Option(help="Tax or company number.")] = "",
    time_zone: Annotated[str, typer.Option()] = "Asia/Shanghai",
    store_number: Annotated[int, typer.Option(min=1, max=2**24 - 1, help="Inside signed codes.")] = 1,
    tenant_number: Annotated[int, typer.Option(min=1, max=65_535, help="Inside signed codes.")] = 1,
    cash_step: Annotated[int, typer.Option(min=1, help="The smallest coin, in minor units.")] = 1,
    cash_rounding: Annotated[
        str, typer.Option(help="half_up, half_down, half_even, up or down.")
    ] = "half_up",
    small_coins: Annotated[
        bool, typer.Option("--small-coins", help="Who lays down the exact amount is not rounded.")
    ] = False,
    tender: Annotated[
        list[str] | None,
        typer.Option(help="KIND:OVER[:MOST], repeatable; voucher:forfeit:100000. Replaces the usual three."),
    ] = None,
    day_cutoff: Annotated[int, typer.Option(min=0, max=720, help="Minutes after midnight.")] = 240,
    receipt_language: Annotated[str, typer.Option()] = "zh-Hans",
    receipt_url: Annotated[str, typer.Option(help="Where receipts can be fetched.")] = "https://r.invalid",
    prices_without_tax: Annotated[bool, typer.Option("--prices-without-tax")] = False,
    tax_per_line: Annotated[
        bool, typer.Option("--tax-per-line", help="Round tax on each line, not once for each rate.")
    ] = False,
    region: Annotated[str, typer.Option(help="What campaigns of a region ask for.")] = "",
    keep_promotions: Annotated[
        bool, typer.Option("--keep-promotions", help="A return takes no promotion back.")
    ] = False,
    return_days: Annotated[
        int, typer.Option(min=0, max=3_650, help="So long goods come back without an approval.")
    ] = 30,
    payment_url: Annotated[
        str, typer.Option(help="Where the payment provider answers; without one no cards are taken.")
    ] = "",
) -> None:
    """Make a shop with its first store, or add a store to it."""
    _check_shop(currency, time_zone, receipt_language=receipt_language)
    card = StoreCard(
        store_id=store,
        store_number=store_number,
        name=store_name,
        address=address,
        legal_id=legal_id,
        time_zone=time_zone,
        currency=currency,
        day_cutoff_minutes=day_cutoff,
        languages=_LANGUAGES,
        receipt_language=receipt_language,
        receipt_base_url=receipt_url,
        cash_step_minor=cash_step,
        prices_include_tax=not prices_without_tax,
        tax_per="line" if tax_per_line else "rate",
        region=region,
        cash_exact=small_coins,
        return_policy="keep" if keep_promotions else "claw_back",
        return_days=return_days,
        payment_url=payment_url,
        **read_payment(cash_rounding, tender or ()),
    )
    token = _write_shop(database_url, tenant_number, tenant_name=tenant, card=card)
    typer.echo(json.dumps({"store": store, "client_token": token}, ensure_ascii=False))


def _write_shop(database_url: str, tenant_number: int, *, tenant_name: str, card: StoreCard) -> str | None:
    """Write a store, into a database that is set up if it is new; return a first one's client token."""
    from central_api.importing import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database
    from central_api.migrations import runner

    database = open_database(database_url, clock=SystemClock())
    if not runner.is_current(database.engine):
        runner.upgrade(database.engine)
    token = database.run(
        lambda unit: service.create_shop(unit, tenant_number, tenant_name=tenant_name, card=card)
    )
    database.close()
    return token


def import_(  # noqa: PLR0913 - one parameter for each option of the command.
    kind: Annotated[
        str, typer.Argument(help="products, prices, packs, options, stock, members, staff or campaigns.")
    ],
    file: Annotated[Path | None, typer.Argument(help="XLSX or CSV (UTF-8, GBK, Big5).")] = None,
    *,
    database_url: Annotated[str, typer.Option(envvar="LOOP_POS_DATABASE_URL", show_envvar=True)] = "",
    store: Annotated[str | None, typer.Option(help="For this store only.")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write it; without, only look.")] = False,
    undo: Annotated[str | None, typer.Option(help="Take this batch back.")] = None,
    template: Annotated[Path | None, typer.Option(help="Write a file to fill in.")] = None,
    language: Annotated[str, typer.Option(help="Of the template's headers.")] = "zh-Hans",
) -> None:
    """Take in a spreadsheet: looks only, unless --apply is given; all of it or nothing."""
    if kind not in get_args(Kind):
        raise UsageError(f"{kind} cannot be imported.", f"Say one of {', '.join(get_args(Kind))}.")
    chosen = cast("Kind", kind)
    if template is not None:
        _write_template(template, chosen, language=language)
        return
    if not database_url:
        raise UsageError("No database is named.", "Add --database-url.")
    if undo is not None:
        _undo(database_url, undo)
        return
    if file is None:
        raise UsageError("No file is named.", "Name one, or write an empty one with --template.")
    outcome = _import(database_url, file, kind=chosen, store=store, apply=apply)
    _report(outcome, file)
    if outcome.problems:
        raise typer.Exit(1)


def _import(database_url: str, file: Path, *, kind: Kind, store: str | None, apply: bool) -> Outcome:
    from central_api.importing import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    try:
        return service.import_file(database, file, kind=kind, store_id=store, apply=apply)
    finally:
        database.close()


def _undo(database_url: str, batch_id: str) -> None:
    from central_api.importing import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    kind = service.undo(database, batch_id)
    database.close()
    typer.echo(json.dumps({"undone": batch_id, "kind": kind}))


def _write_template(path: Path, kind: Kind, *, language: str) -> None:
    from central_api.importing.reader import write_template

    if language not in _LANGUAGES:
        raise UsageError(f"{language} is no language of the product.", f"Say one of {', '.join(_LANGUAGES)}.")
    write_template(path, kind, language=_LANGUAGES.index(language))
    typer.echo(json.dumps({"template": str(path), "kind": kind}))


def _report(outcome: Outcome, file: Path) -> None:
    for problem in outcome.problems[:_MOST_SHOWN]:
        typer.echo(sentence(problem, file), err=True)
    hidden = len(outcome.problems) - _MOST_SHOWN
    if hidden > 0:
        typer.echo(f"... and {hidden} more.", err=True)
    typer.echo(
        json.dumps(
            {
                "kind": outcome.kind,
                "rows": outcome.rows,
                "new": outcome.new,
                "changed": outcome.changed,
                "problems": len(outcome.problems),
                "formulas_made_harmless": outcome.neutralised,
                "written": bool(outcome.batch_id),
                "batch": outcome.batch_id or None,
            }
        )
    )
    if not outcome.problems and not outcome.batch_id:
        typer.echo("Nothing was written yet; the same command with --apply does it.", err=True)


def sentence(problem: Problem, file: Path) -> str:
    """Return a problem as one plain sentence with its row and column."""
    wrong = WRONG.get(problem.code, problem.code)
    if problem.row == 0:
        return f"{file.name} {wrong}."
    value = f" “{problem.value}”" if problem.value else ""
    return f"Row {problem.row}, column {problem.column}:{value} {wrong}."


def _check_shop(currency: str, time_zone: str, *, receipt_language: str) -> None:
    from retail_core.money import MoneyError, exponent

    try:
        exponent(currency)
    except MoneyError as error:
        raise UsageError(
            f"{currency} is no currency.", "Write three capital letters, such as CNY."
        ) from error
    try:
        ZoneInfo(time_zone)
    except (KeyError, ValueError) as error:
        raise UsageError(f"{time_zone} is no time zone.", "Write one such as Asia/Shanghai.") from error
    if receipt_language not in _LANGUAGES:
        raise UsageError(
            f"{receipt_language} is no language of the product.", f"Say one of {', '.join(_LANGUAGES)}."
        )
