"""``central-api shop set-points`` and ``set-balance``: what a store takes of points and balances."""

from collections.abc import Sequence
from typing import Annotated

import typer
from pydantic import ValidationError

from central_api.importing.shop_settings import DatabaseUrl, change
from central_api.kit.errors import UsageError
from retail_core.stored_value import SPEND_ORDERS
from retail_core.wire.base import Names
from retail_core.wire.enrolment import PointsRate, RewardDoc, StoredValue, ValueOffer

_Store = Annotated[str, typer.Option(help="Which store, such as S01.")]
_RATE_PARTS = (2, 3)
_REWARD_PARTS = 6
_LANGUAGES = 3


def set_points(
    database_url: DatabaseUrl,
    store: _Store,
    *,
    rate: Annotated[
        str,
        typer.Option(
            help="POINTS:MINOR, so many points are worth so much; POINTS:MINOR:DAYS, and hold so many days; "
            "none takes no points any more."
        ),
    ],
    most_percent: Annotated[int, typer.Option(help="How much of a sale they may pay.")] = 100,
    offline: Annotated[int, typer.Option(help="What a member may spend at a till without a network.")] = 0,
    reward: Annotated[
        list[str] | None,
        typer.Option(help="ID:POINTS:DAYS:SIMPLIFIED:TRADITIONAL:ENGLISH, repeatable."),
    ] = None,
) -> None:
    """Say what points are worth in a store and what they can be given for; replaces what was said before."""
    if rate == "none":
        change(database_url, store, values={"points": None})
        return
    parts = rate.split(":")
    if len(parts) not in _RATE_PARTS or not all(_is_number(part) for part in parts):
        raise UsageError(
            f"{rate} is no rate.", "Write POINTS:MINOR or POINTS:MINOR:DAYS, such as 100:100:730."
        )
    try:
        terms = PointsRate(
            points=int(parts[0]),
            minor=int(parts[1]),
            most_percent=most_percent,
            offline_points=offline,
            hold_days=int(parts[2]) if len(parts) == max(_RATE_PARTS) else 0,
            rewards=tuple(_reward(text) for text in reward or ()),
        )
    except ValidationError as error:
        raise _wrong(error) from error
    change(database_url, store, values={"points": terms})


def set_balance(
    database_url: DatabaseUrl,
    store: _Store,
    *,
    spend: Annotated[str, typer.Option(help=", ".join(SPEND_ORDERS))] = "principal_first",
    offer: Annotated[
        list[str] | None, typer.Option(help="PAID:BONUS in minor units, repeatable; 30000:3000")
    ] = None,
    offline: Annotated[int, typer.Option(help="What a member may spend at a till without a network.")] = 0,
    off: Annotated[bool, typer.Option("--off", help="Take no balances and top none up any more.")] = False,
) -> None:
    """Say how a store tops balances up and spends them; replaces what was said before."""
    try:
        terms = StoredValue.model_validate(
            {"spend": spend, "offers": _offers(offer or ()), "offline_minor": offline}
        )
    except ValidationError as error:
        raise _wrong(error) from error
    change(database_url, store, values={"stored_value": None if off else terms})


def _reward(text: str) -> RewardDoc:
    parts = text.split(":")
    if len(parts) != _REWARD_PARTS or not all(_is_number(each) for each in parts[1:3]):
        raise UsageError(
            f"{text} is no reward.",
            "Write ID:POINTS:DAYS and its name in three languages: hem:800:60:改裤脚:修改褲長:Hemming.",
        )
    simplified, traditional, english = parts[-_LANGUAGES:]
    names = Names(zh_hans=simplified, zh_hant=traditional, en=english)
    return RewardDoc(reward_id=parts[0], names=names, points=int(parts[1]), days=int(parts[2]))


def _offers(texts: Sequence[str]) -> tuple[ValueOffer, ...]:
    found = []
    for text in texts:
        paid, _, bonus = text.partition(":")
        if not _is_number(paid) or (bonus and not _is_number(bonus)):
            raise UsageError(f"{text} is no top-up.", "Write PAID:BONUS in minor units, such as 30000:3000.")
        found.append(ValueOffer(pay_minor=int(paid), bonus_minor=int(bonus or 0)))
    return tuple(found)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _wrong(error: ValidationError) -> UsageError:
    first = error.errors()[0]
    return UsageError(
        f"{'.'.join(str(each) for each in first['loc'])}: {first['msg']}.", "Give a value within its bounds."
    )
