"""``central-api seed`` and ``central-api demo ...``."""

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from central_api.kit.errors import UsageError

DatabaseUrl = Annotated[
    str,
    typer.Option(
        "--database-url",
        envvar="LOOP_POS_DATABASE_URL",
        help="sqlite:///PATH or postgresql://USER@HOST/NAME",
        show_envvar=True,
    ),
]
ServerUrl = Annotated[str, typer.Option("--url", envvar="LOOP_POS_URL", help="Where the server is.")]
Token = Annotated[
    str, typer.Option("--token", envvar="LOOP_POS_CLIENT_TOKEN", help="The shop's client token, from seed.")
]


def add_to(cli: typer.Typer) -> None:
    """Add this slice's commands."""
    cli.command("seed")(seed)
    demo = typer.Typer(
        help="What a shop's app would do, for people and tests without one.", no_args_is_help=True
    )
    demo.command("member-code")(member_code)
    demo.command("join")(join)
    demo.command("coupon")(coupon)
    demo.command("order")(order)
    demo.command("payment-provider")(payment_provider)
    demo.command("next-payment")(next_payment)
    cli.add_typer(demo, name="demo")


def seed(  # noqa: PLR0913 - one parameter for each option of the command.
    database_url: DatabaseUrl,
    *,
    demo: Annotated[bool, typer.Option("--demo", help="Make the demo chain.")] = False,
    as_of: Annotated[
        str | None, typer.Option(help="The day of the chain, such as 2026-11-22; today.")
    ] = None,
    stores: Annotated[int, typer.Option(min=1, max=99)] = 3,
    products: Annotated[int, typer.Option(min=1, max=1_000_000, help="Of the whole chain.")] = 2_000,
    members: Annotated[int, typer.Option(min=0, max=1_000_000, help="Of the whole chain.")] = 500,
    days: Annotated[int, typer.Option(min=0, max=400, help="Past days.")] = 60,
    sales: Annotated[int, typer.Option(min=1, max=2_000, help="A store's average day.")] = 12,
    orders: Annotated[int, typer.Option(min=0, max=1_000)] = 40,
    out: Annotated[
        Path | None, typer.Option(help="Write PINs, phones and the client token here, for the owner only.")
    ] = None,
) -> None:
    """Fill an empty database with the demo chain; the same options give the same chain."""
    from central_api.demo.calendar import day_of, moment_of
    from central_api.demo.schemas import SeedOptions
    from central_api.demo.service import seed as fill
    from central_api.kit.clock import FixedClock, SystemClock
    from central_api.kit.database import open_database
    from central_api.migrations import runner

    if not demo:
        raise UsageError("There is only the demo chain to make.", "Say central-api seed --demo.")
    now_ms = SystemClock().now_ms()
    day = day_of(now_ms).date if as_of is None else _date(as_of)
    clock = FixedClock(moment_of(day, now_ms))
    database = open_database(database_url, clock=clock)
    if not runner.is_current(database.engine):
        runner.upgrade(database.engine)
    options = SeedOptions(day, stores, products, members, days, sales, orders)
    facts = fill(database, clock, options=options, say=lambda line: typer.echo(line, err=True))
    database.close()
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    if out is None:
        typer.echo(text)
    else:
        write_private(out, text)
        typer.echo(json.dumps({"out": str(out), "as_of": facts["as_of"]}))


def member_code(
    url: ServerUrl,
    token: Token,
    *,
    member: Annotated[str | None, typer.Option(help="The member, such as M00001.")] = None,
    phone: Annotated[str | None, typer.Option(help="Or the member's phone number.")] = None,
    card: Annotated[bool, typer.Option("--card", help="The code of a printed card in their place.")] = False,
) -> None:
    """Print the rotating codes that a member's app would show, or the code of a printed card."""
    from central_api.demo.client import ShopClient

    client = ShopClient(url, token)
    member_id = member or client.member_of(phone or "")
    what = "card" if card else "codes"
    told = client.ask("POST", f"/v1/shop/members/{member_id}/{what}")
    typer.echo(json.dumps({"member_id": member_id, **told}))


def join(
    url: ServerUrl,
    token: Token,
    *,
    phone: Annotated[str, typer.Option(help="The whole phone number.")],
    name: Annotated[str, typer.Option(help="The name, if it is told.")] = "",
    receipt: Annotated[str | None, typer.Option(help="The receipt whose code was scanned.")] = None,
) -> None:
    """Join as a member in the app, and print the account."""
    from central_api.demo.client import ShopClient, new_request_id

    request = {
        "request_id": new_request_id(),
        "phone": phone,
        "name": name,
        "consents": [{"kind": "membership", "given": True, "wording": "1"}],
        "link": None if receipt is None else {"receipt_number": receipt},
    }
    typer.echo(json.dumps(ShopClient(url, token).ask("POST", "/v1/shop/members/join", body=request)))


def coupon(
    url: ServerUrl,
    token: Token,
    *,
    campaign: Annotated[str, typer.Option(help="The campaign, such as S01-COFFEE-5.")],
    member: Annotated[str | None, typer.Option(help="The member; without one, anybody's coupon.")] = None,
    store: Annotated[str | None, typer.Option(help="The home store; the member's.")] = None,
) -> None:
    """Put a coupon into a wallet, and print its codes."""
    from central_api.demo.client import ShopClient, new_request_id

    request = {
        "request_id": new_request_id(),
        "campaign_id": campaign,
        "member_id": member,
        "store_id": store,
    }
    typer.echo(json.dumps(ShopClient(url, token).ask("POST", "/v1/shop/coupons", body=request)))


def order(  # noqa: PLR0913 - one parameter for each option of the command.
    url: ServerUrl,
    token: Token,
    *,
    store: Annotated[str, typer.Option(help="Where it is collected, such as S01.")],
    member: Annotated[str, typer.Option(help="Who orders, such as M00001.")],
    item: Annotated[list[str], typer.Option(help="PRODUCT:PIECES, repeatable; S01-00001:2.")],
    promise_minutes: Annotated[int, typer.Option(min=1, max=10_080)] = 30,
    settled: Annotated[
        int | None, typer.Option(min=0, help="Paid online, in minor units; the rest is paid in the store.")
    ] = None,
    preference: Annotated[
        str,
        typer.Option(
            help="What may stand in for what is not there: none, same_or_lower, within_30, contact."
        ),
    ] = "none",
) -> None:
    """Place an order, and print it with its pickup code; without more said it is paid online."""
    from central_api.demo.client import ShopClient, new_request_id

    request = {
        "request_id": new_request_id(),
        "store_id": store,
        "member_id": member,
        "channel": "app",
        "items": [{**_item(text, store), "preference": preference} for text in item],
        "settled_minor": settled,
        "promise_minutes": promise_minutes,
    }
    typer.echo(
        json.dumps(ShopClient(url, token).ask("POST", "/v1/shop/orders", body=request), ensure_ascii=False)
    )


def payment_provider(
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
    *,
    file: Annotated[Path | None, typer.Option(help="Keeps its charges from one start to the next.")] = None,
    until_stdin_closes: Annotated[
        bool, typer.Option("--until-stdin-closes", help="End with the process that started this one.")
    ] = False,
) -> None:
    """Be a payment provider on this machine, to try cards and payment codes with."""
    from central_api.demo.provider_app import serve_provider

    def say(line: str) -> None:
        typer.echo(line)
        sys.stdout.flush()

    serve_provider(host, port, file=file, until_stdin_closes=until_stdin_closes, say=say)


def next_payment(
    url: Annotated[str, typer.Option("--url", help="Where the simulated provider is.")],
    outcome: Annotated[list[str], typer.Argument(help="approve, decline, confirm, silent, lose or miss.")],
) -> None:
    """Say how the next payments go at the simulated provider, in this order."""
    from central_api.demo.client import ShopClient
    from central_api.demo.provider import OUTCOMES

    for each in outcome:
        if each not in OUTCOMES:
            raise UsageError(f"{each} is no way for a payment to go.", f"Say one of {', '.join(OUTCOMES)}.")
    told = ShopClient(url, "").ask("POST", "/demo/script", body={"outcomes": outcome})
    typer.echo(json.dumps(told))


def write_private(path: Path, text: str) -> None:
    """Write ``text`` to a file that only its owner can read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text} is not a date.", "Write it as 2026-11-22.") from error


def _item(text: str, store: str) -> dict[str, object]:
    """Return an item; a bare number is a product's number in the store."""
    product, _, pieces = text.rpartition(":")
    if not product or not (pieces.isascii() and pieces.isdigit()) or int(pieces) == 0:
        raise UsageError(f"{text} is not an item.", "Write PRODUCT:PIECES, such as S01-00001:2.")
    product_id = f"{store}-{int(product[-5:]):05d}" if product.isdigit() and len(product) == 6 else product
    return {"product_id": product_id, "qty_milli": int(pieces) * 1000}
