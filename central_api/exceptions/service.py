"""The work list of a store: what is open, and what somebody did about it.

A fact is never changed by it. Source: DESIGN, "Up"; docs/protocol.md, "The work list".
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from central_api.catalog import service as catalog
from central_api.exceptions import repository
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.sales import service as sales
from central_api.staff import service as staff
from retail_core.wire.exceptions import (
    EXCEPTION_SETTLE,
    ExceptionList,
    ExceptionRow,
    ExceptionSettled,
    SettleException,
    actions_for,
)
from retail_core.wire.facts import SALE_COMPLETED

MAX_ROWS = 200

State = Literal["open", "done"]


def work_list(unit: Unit, store_id: str, *, state: State, after_id: int, limit: int) -> ExceptionList:
    """Return a page of a store's exceptions, oldest first."""
    found = repository.rows(unit, store_id, state=state, after_id=after_id, limit=limit + 1)
    page = _rows(unit, found[:limit])
    more = len(found) > limit
    return ExceptionList(
        rows=tuple(page),
        open=repository.count_open(unit, store_id),
        next=page[-1].exception_id if more else None,
    )


def settle(unit: Unit, store_id: str, *, order: SettleException) -> ExceptionSettled:
    """Settle an exception in somebody's name; the same again changes nothing.

    Raises:
        ApiError: 404 ``exception.unknown``; 422 ``exception.wrong_action``; 403 ``exception.no_right``; 409
            ``exception.already_settled``: somebody else did, or in another way.
    """
    row = repository.find(unit, store_id, exception_id=order.exception_id)
    if row is None:
        raise ApiError(404, "exception.unknown", detail=str(order.exception_id))
    if order.action not in actions_for(row["kind"]):
        raise ApiError(422, "exception.wrong_action", detail=row["kind"])
    if not staff.may(unit, store_id, staff_id=order.staff_id, verb=EXCEPTION_SETTLE):
        raise ApiError(403, "exception.no_right", detail=order.staff_id)
    if row["state"] == "done":
        if (row["action"], row["settled_by"]) != (order.action, order.staff_id):
            raise ApiError(409, "exception.already_settled", detail=row["settled_by"] or "")
        return ExceptionSettled(row=_rows(unit, [row])[0])
    if order.action == "end_campaign":
        _end_campaign(unit, json.loads(row["args"]))
    values = {"action": order.action, "settled_by": order.staff_id, "note": order.note}
    repository.settle(unit, order.exception_id, values=values)
    settled = repository.find(unit, store_id, exception_id=order.exception_id)
    assert settled is not None, "it was there a moment ago"
    return ExceptionSettled(row=_rows(unit, [settled])[0])


def open_by_kind(unit: Unit) -> dict[str, int]:
    """Return how many exceptions are open of each kind, over all stores."""
    return repository.count_open_by_kind(unit)


def _end_campaign(unit: Unit, args: dict[str, object]) -> None:
    """End the campaign that an exception names, at all tills; one that is gone already stays gone."""
    rule_id = args.get("rule_id")
    if isinstance(rule_id, str):
        catalog.end_campaign(unit, rule_id)


def _rows(unit: Unit, found: Sequence[Mapping[str, Any]]) -> list[ExceptionRow]:
    """Return exceptions with the receipts that show them."""
    sales_of = [_sales(row) for row in found]
    numbers = sales.receipt_numbers(unit, {sale_id for each in sales_of for sale_id in each})
    return [
        _row(row, receipts=_receipts(row, [numbers[each] for each in sale_ids if each in numbers]))
        for row, sale_ids in zip(found, sales_of, strict=True)
    ]


def _sales(row: Mapping[str, Any]) -> list[str]:
    """Return the sales that an exception is about: its fact's own, then the one that it contradicts."""
    args = json.loads(row["args"])
    own = json.loads(row["body"]) if row["type"] == SALE_COMPLETED else args
    named = (own.get("sale_id"), args.get("first_sale_id"))
    return list(dict.fromkeys(each for each in named if isinstance(each, str) and each))


def _receipts(row: Mapping[str, Any], numbers: list[str]) -> tuple[str, ...]:
    """Return the receipts of an exception: those of its sales, then one that it names itself, each once."""
    named = json.loads(row["args"]).get("receipt_number")
    return tuple(dict.fromkeys([*numbers, named] if isinstance(named, str) and named else numbers))


def _row(row: Mapping[str, Any], *, receipts: tuple[str, ...]) -> ExceptionRow:
    return ExceptionRow(
        exception_id=row["id"],
        kind=row["kind"],
        args=json.loads(row["args"]),
        terminal=row["terminal_id"],
        seq=row["seq"],
        entry_type=row["type"],
        actor=row["actor"],
        wall_ms=row["wall_ms"],
        created_ms=row["created_ms"],
        actions=actions_for(row["kind"]),
        receipts=receipts,
        state=row["state"],
        action=row["action"],
        settled_by=row["settled_by"],
        note=row["note"],
        done_ms=row["done_ms"],
    )
