"""The work list of exceptions: facts that were applied although something about them is doubtful.

A till of the store asks for it, and settles one in the name of a manager. Settling changes no fact: it says
what a person found and did.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field, JsonValue

from retail_core.wire.base import Id, Message, Millis, Text

EXCEPTION_SETTLE: Final = "exception.settle"
"""The right that settling needs."""

Action = Literal[
    "accept",
    "examined",
    "claimed",
    "talked_over",
    "product_entered",
    "price_corrected",
    "member_entered",
    "compared_paid",
    "compared_not_paid",
    "end_campaign",
    "refilled",
    "customer_told",
]
"""What a person did: took it as it is, looked into it, claimed the loss from somebody, talked it over with
who did it, entered or corrected what was missing, compared it with the provider's list, ended a campaign,
ordered what is missing for an order, told the customer of the order."""

_FIGURES: Final[tuple[Action, ...]] = ("accept", "examined")
_PEOPLE: Final[tuple[Action, ...]] = ("accept", "talked_over")

ACTIONS: Final[Mapping[str, tuple[Action, ...]]] = MappingProxyType(
    {
        "sale.unknown_product": ("accept", "product_entered"),
        "sale.price_differs": ("accept", "price_corrected"),
        "sale": _FIGURES,
        "payment": ("compared_paid", "compared_not_paid"),
        "voucher": ("accept", "claimed"),
        "campaign": ("accept", "end_campaign"),
        "coupon": ("accept", "claimed"),
        "points": ("accept", "claimed"),
        "stored_value": ("accept", "claimed"),
        "return": _FIGURES,
        "spend": _PEOPLE,
        "staff": _PEOPLE,
        "right": _PEOPLE,
        "approval": _PEOPLE,
        "member": ("accept", "member_entered"),
        "order.paid_twice": ("examined", "customer_told"),
        "order.paid_not_open": ("examined", "customer_told"),
        "order.not_paid": ("examined", "customer_told"),
        "order.not_kept": ("refilled", "customer_told"),
        "order": _FIGURES,
        "shift": ("examined",),
        "stock.breach": ("examined", "refilled", "customer_told"),
        "stock": _FIGURES,
        "serial": _FIGURES,
    }
)
"""What settles an exception, by its kind or by the first part of it; the first one is the usual."""


def actions_for(kind: str) -> tuple[Action, ...]:
    """Return the actions that settle an exception of ``kind``; an unknown kind can be looked into."""
    found = ACTIONS.get(kind)
    return found if found is not None else ACTIONS.get(kind.partition(".")[0], _FIGURES)


class ExceptionRow(Message):
    """One exception; ``args`` are those of its kind, ``actions`` what settles it."""

    exception_id: int
    kind: Id
    args: dict[str, JsonValue]
    terminal: Id
    seq: int
    entry_type: Id
    actor: Id
    """Who did it, as the fact says."""
    wall_ms: Millis
    """When the till says that it was done."""
    created_ms: Millis
    actions: tuple[Id, ...]
    receipts: tuple[Text, ...] = ()
    """Numbers of the receipts that show it: its own, and the one that it contradicts."""
    state: Literal["open", "done"] = "open"
    action: Text = ""
    settled_by: Text = ""
    note: Text = ""
    done_ms: Millis | None = None


class ExceptionList(Message):
    """``GET /v1/exceptions?state&after&limit``: of the till's store, oldest first; ``next`` asks on."""

    rows: tuple[ExceptionRow, ...]
    open: int
    """How many are open in the store."""
    next: int | None


class SettleException(Message):
    """``POST /v1/exceptions/settle``: what somebody did about one; safe to repeat."""

    exception_id: int = Field(ge=1, le=2**53 - 1)
    action: Id
    staff_id: Id
    note: Text = ""


class ExceptionSettled(Message):
    """The exception as it stands now."""

    row: ExceptionRow
