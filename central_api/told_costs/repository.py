"""Rows of told costs."""

from dataclasses import asdict

from sqlalchemy import delete, insert, select

from central_api.kit.unit import Unit
from central_api.models.told_costs import told_cost
from central_api.told_costs.schemas import Kind, ToldCost

_COLUMNS = tuple(column for column in told_cost.c if column.name != "told_ms")


def put(unit: Unit, cost: ToldCost) -> None:
    """Write a cost; one of the same kind, place and days takes the place of what was told before."""
    unit.conn.execute(
        delete(told_cost).where(
            told_cost.c.kind == cost.kind,
            told_cost.c.place == cost.place,
            told_cost.c.currency == cost.currency,
            told_cost.c.first_day == cost.first_day,
            told_cost.c.last_day == cost.last_day,
        )
    )
    unit.conn.execute(insert(told_cost).values(**asdict(cost), told_ms=unit.now_ms))


def between(unit: Unit, kind: Kind, *, currency: str, first: str, last: str) -> list[ToldCost]:
    """Return what was told of a kind for any of some days, in order of places and days."""
    query = (
        select(*_COLUMNS)
        .where(
            told_cost.c.kind == kind,
            told_cost.c.currency == currency,
            told_cost.c.first_day <= last,
            told_cost.c.last_day >= first,
        )
        .order_by(told_cost.c.place, told_cost.c.first_day)
    )
    return [ToldCost(**row) for row in unit.conn.execute(query).mappings()]
