"""``central-api shop set-web``: what a store keeps for its counter, and where it is."""

from typing import Annotated

import typer

from central_api.importing.shop_settings import DatabaseUrl, change
from central_api.kit.errors import UsageError
from retail_core.wire.enrolment import WebBuffer

_PARTS = 4
_PIECE_MILLI = 1_000
_BP = 100
_MICRO = 1_000_000
_MOST = 100_000
_MOST_LATITUDE = 90
_MOST_LONGITUDE = 180


def set_web(
    database_url: DatabaseUrl,
    store: Annotated[str, typer.Option(help="Which store, such as S01.")],
    *,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            help="CATEGORY:PIECES:PERCENT:TIMES, repeatable; an empty category means all others. At least so "
            "many pieces, such a share of what is there, two hours of sales so many times. Replaces all."
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option(help="LATITUDE,LONGITUDE in degrees, such as 31.230416,121.473701.")
    ] = None,
) -> None:
    """Say what a store never promises to the web, and where it is."""
    values: dict[str, object] = {}
    if keep:
        buffers = tuple(_buffer(text) for text in keep)
        names = [each.category_id for each in buffers]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise UsageError(
                f"The category {twice or 'of all others'} is there twice.", "Say what it keeps once."
            )
        values["web_buffers"] = buffers
    if at is not None:
        values["latitude_e6"], values["longitude_e6"] = _place(at)
    if not values:
        raise UsageError("Nothing is to be changed.", "Say what, such as --keep :1:20:2.")
    change(database_url, store, values=values)


def _buffer(text: str) -> WebBuffer:
    parts = text.split(":")
    numbers = [_number(part) for part in parts[1:]]
    if len(parts) != _PARTS or None in numbers:
        raise UsageError(f"{text} is no buffer.", "Write CATEGORY:PIECES:PERCENT:TIMES, as in drinks:2:20:2.")
    pieces, percent, times = (number or 0 for number in numbers)
    if percent > 100:
        raise UsageError(f"{percent} % is more than there is.", "Keep 0 to 100 per cent of what is on hand.")
    return WebBuffer(
        category_id=parts[0],
        least_milli=pieces * _PIECE_MILLI,
        share_bp=percent * _BP,
        walk_in_percent=min(times, 100) * 100,
    )


def _number(text: str) -> int | None:
    if not (text.isascii() and text.isdigit()) or int(text) > _MOST:
        return None
    return int(text)


def _place(text: str) -> tuple[int, int]:
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        latitude, longitude = (_MOST_LATITUDE + 1.0, 0.0)
    if not (abs(latitude) <= _MOST_LATITUDE and abs(longitude) <= _MOST_LONGITUDE):
        raise UsageError(f"{text} is no place.", "Write LATITUDE,LONGITUDE in degrees, as in 31.23,121.47.")
    return round(latitude * _MICRO), round(longitude * _MICRO)
