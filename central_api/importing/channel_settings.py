"""``central-api shop set-channel``: marketplaces and platforms that send orders, and how their codes look."""

import json
from typing import Annotated, Final

import typer

from central_api.importing.shop_settings import DatabaseUrl
from central_api.kit.errors import UsageError
from retail_core.codes.payment import payment_code
from retail_core.codes.platform import CodeForm, CodeFormError, read_form
from retail_core.wire.enrolment import ChannelDoc, CodeFormDoc

_DAILY: Final = "day"
"""Behind a form: its codes begin anew each day."""
_EXACT_CASE: Final = "case"
"""Behind a form: small letters are no capitals."""


def set_channel(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    channel: Annotated[str, typer.Option(help="The channel as its orders name it, such as fast_legs.")],
    name: Annotated[str, typer.Option(help="Its name as people in the store say it.")] = "",
    code: Annotated[
        list[str] | None,
        typer.Option(
            help="How its pick-up codes look, repeatable: MT######## is MT and 8 digits, #### 4 digits, "
            "#{16-20} 16 to 20 digits, @{6} 6 letters or digits; ####/day begins anew each day, @{6}/case is "
            "exact in small letters and capitals. None: any."
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="It sends no orders any more.")] = False,
) -> None:
    """Say how the orders of a marketplace or platform are known; replaces what was said of it before."""
    from central_api.enrolment import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    forms = [_form(text) for text in code or ()]
    said = ChannelDoc(
        channel=channel,
        name=name.strip() or channel,
        codes=tuple(
            CodeFormDoc(
                prefix=form.prefix,
                least=form.least,
                most=form.most,
                letters=form.letters,
                exact_case=form.exact_case,
                daily=form.daily,
            )
            for form in forms
        ),
    )
    database = open_database(database_url, clock=SystemClock())
    try:
        database.run(lambda unit: service.set_channel(unit, store, said=said, remove=remove))
    finally:
        database.close()
    told = {"store_id": store, "channel": None if remove else said.model_dump(mode="json")}
    typer.echo(json.dumps(told, ensure_ascii=False))
    if not remove and any(_is_like_payment(form) for form in forms):
        typer.echo(
            "Some of these codes look like payment codes: while an order is not known yet, its code is taken "
            "for one on the screen Sell. Scan them on the board of orders.",
            err=True,
        )


def set_commission(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    channel: Annotated[str, typer.Option(help="The channel as its orders name it, such as fast_legs.")],
    basis_points: Annotated[
        int, typer.Option(min=0, max=10_000, help="What it keeps of what is paid there: 1250 is 12.5 %.")
    ],
) -> None:
    """Say what a channel keeps of what its customers pay there; counts for orders from now on."""
    from central_api.enrolment import service
    from central_api.kit.clock import SystemClock
    from central_api.kit.database import open_database

    database = open_database(database_url, clock=SystemClock())
    try:
        database.run(
            lambda unit: service.set_commission(unit, store, channel=channel, basis_points=basis_points)
        )
    finally:
        database.close()
    typer.echo(json.dumps({"store_id": store, "channel": channel, "commission_bp": basis_points}))


def _form(text: str) -> CodeForm:
    form, *marks = text.strip().split("/")
    unknown = {*marks} - {_DAILY, _EXACT_CASE}
    try:
        return read_form(text if unknown else form, exact_case=_EXACT_CASE in marks, daily=_DAILY in marks)
    except CodeFormError as error:
        raise UsageError(f"{text} is no form of codes.", "Write it as MT########, #### or @{6}.") from error


def _is_like_payment(form: CodeForm) -> bool:
    """Return whether a code of the form may be one that a customer pays with, too."""
    if form.prefix and not form.prefix.isdigit():
        return False
    starts = [form.prefix] if form.prefix else [f"{number:02d}" for number in range(100)]
    return any(
        payment_code(f"{start}{number:02d}".ljust(length, "0")[:length]) is not None
        for start in starts
        for number in range(100)
        for length in range(len(form.prefix) + form.least, len(form.prefix) + form.most + 1)
    )
