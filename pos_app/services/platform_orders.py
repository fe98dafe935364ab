"""Orders of marketplaces and platforms at the counter, by the codes of their own forms; without a network.

Source: docs/rules/orders.md, "Codes of platforms".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pos_app.services.errors import RuleError
from pos_app.services.identity import terminal_of
from pos_app.services.order_model import Order
from pos_app.services.ports import Clock, Store
from pos_app.services.records import StoreProfile
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import local_time
from retail_core.codes.platform import MOST_CHARACTERS, kept_code
from retail_core.orders import OPEN

_MOST = 50


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a text says as a code of a channel."""

    channel: str
    name: str
    code: str
    daily: bool
    has_prefix: bool


class PlatformCodes:
    """Says whether a scan that nobody else understands is a platform's code; a millisecond."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, text: str) -> bool:
        """Return whether an order here has this code, or its form is like no product's code."""
        with self._store.read() as work:
            profile = terminal_of(work).store
            meanings = tuple(_meanings(profile, text))
            if any(meaning.has_prefix for meaning in meanings):
                return True
            return bool(meanings) and bool(_fitting(work, meanings, now_ms=self._clock.now_ms()))

    def names(self) -> dict[str, str]:
        """Return the channels' names as people say them, by channel."""
        with self._store.read() as work:
            return {each.channel: each.name for each in terminal_of(work).store.channels}


def orders_with(work: UnitOfWork, text: str, *, now_ms: int) -> tuple[Order, ...]:
    """Return the orders that a platform's code may mean: all open ones, or the last that has ended.

    Nothing for a text that is no such code.

    Raises:
        RuleError: ``pickup.platform_unknown`` (the channels' names): it is one, and no order here has it.
    """
    meanings = tuple(_meanings(terminal_of(work).store, text))
    found = _fitting(work, meanings, now_ms=now_ms)
    if not found:
        # The order may have come before the form of its channel did.
        code = kept_code(text, ()) if len(text) <= MOST_CHARACTERS else ""
        known = {meaning.channel for meaning in meanings}
        found = [order for order in work.orders.by_platform_code([code], _MOST) if order.channel not in known]
        found = [order for order in found if meanings == () or order.state in OPEN]
    if not found and meanings:
        raise RuleError("pickup.platform_unknown", ", ".join(dict.fromkeys(each.name for each in meanings)))
    still_open = tuple(order for order in found if order.state in OPEN)
    return still_open or tuple(found[:1])


def _meanings(profile: StoreProfile, text: str) -> Iterator[_Meaning]:
    if len(text) > 2 * MOST_CHARACTERS:
        return
    for channel in profile.channels:
        for form in channel.codes:
            code = form.read(text)
            if code:
                has_prefix = any(character.isalpha() for character in form.prefix)
                yield _Meaning(channel.channel, channel.name, code, form.daily, has_prefix)


def _fitting(work: UnitOfWork, meanings: tuple[_Meaning, ...], *, now_ms: int) -> list[Order]:
    """Return the orders with one of the codes; of those that begin anew each day no ended one of before."""
    by_code = {(each.channel, each.code): each for each in meanings}
    zone = terminal_of(work).store.time_zone
    today = local_time(now_ms, zone).date
    found = work.orders.by_platform_code(sorted({code for _, code in by_code}), _MOST)
    return [
        order
        for order in found
        if (meaning := by_code.get((order.channel, order.platform_code))) is not None
        and (order.state in OPEN or not meaning.daily or local_time(order.placed_ms, zone).date == today)
    ]
