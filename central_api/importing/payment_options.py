"""How a store is paid, as the options of its commands say it."""

from collections.abc import Sequence
from typing import Any, cast

from central_api.kit.errors import UsageError
from retail_core.tenders import Over, TenderError, TenderKind, cash_mode, check_offers
from retail_core.tenders import TenderOffer as Rule
from retail_core.wire.enrolment import TenderOffer

_PLACES = 3


def read_cash_mode(mode: str) -> str:
    """Return how cash is rounded.

    Raises:
        UsageError: There is no such mode.
    """
    try:
        return cash_mode(mode).value
    except TenderError as error:
        raise UsageError(
            f"{mode} is no way to round cash.", "Say half_up, half_down, half_even, up or down."
        ) from error


def read_tenders(tenders: Sequence[str]) -> tuple[TenderOffer, ...]:
    """Return what a store takes.

    Args:
        tenders: ``KIND:OVER[:MOST]`` each, such as ``voucher:forfeit:100000``.

    Raises:
        UsageError: A tender is not one, is there twice or has a wrong rule.
    """
    rules = [_rule(text) for text in tenders]
    try:
        check_offers(rules)
    except TenderError as error:
        raise UsageError(
            f"{error.arguments[0]} cannot be taken in this way.",
            "Say each tender once: cash:change, external:none, card:none, voucher:forfeit (or none, change).",
        ) from error
    return tuple(
        TenderOffer.model_validate({"kind": rule.kind, "over": rule.over, "most_minor": rule.most_minor})
        for rule in rules
    )


def read_payment(mode: str, tenders: Sequence[str]) -> dict[str, Any]:
    """Return the fields of a store card that say how it is paid; no ``tenders`` for the usual ones.

    Raises:
        UsageError: As :func:`read_cash_mode` and :func:`read_tenders`.
    """
    found: dict[str, Any] = {"cash_rounding": read_cash_mode(mode)}
    if tenders:
        found["tenders"] = read_tenders(tenders)
    return found


def _rule(text: str) -> Rule:
    kind, *more = text.split(":")
    if not more or len(more) >= _PLACES or (len(more) > 1 and not (more[1].isascii() and more[1].isdigit())):
        raise UsageError(
            f"{text} is no tender.", "Write KIND:OVER or KIND:OVER:MOST, such as voucher:forfeit:100000."
        )
    most = int(more[1]) if len(more) > 1 else None
    return Rule(cast("TenderKind", kind), cast("Over", more[0]), most)
