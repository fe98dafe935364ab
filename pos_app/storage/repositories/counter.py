"""What lies on the counter: the basket and the spool."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from pos_app.services.basket_model import Basket
from pos_app.services.parked import ParkedSale
from pos_app.services.records import JobKind, JobState, PrintJob
from pos_app.services.training_marks import marked
from pos_app.storage.basket_json import basket_from_json, basket_to_json
from pos_app.storage.repositories.knowledge import SqlTerminal
from pos_app.storage.repositories.rows import AnyRow, compact, first
from pos_app.storage.tables import basket, parked, spool

_LOAD = select(basket.c.doc).where(basket.c.place == 1)
_JOB = select(spool).where(spool.c.job_id == bindparam("job_id"))


class SqlBaskets:
    """The basket that is being rung up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def load(self) -> Basket | None:
        row = first(self._connection, _LOAD)
        return None if row is None else basket_from_json(json.loads(row.doc))

    def save(self, basket_: Basket) -> None:
        self._connection.execute(
            insert(basket).prefix_with("OR REPLACE"), {"place": 1, "doc": compact(basket_to_json(basket_))}
        )

    def clear(self) -> None:
        self._connection.execute(delete(basket))


class SqlParked:
    """Sales that wait, the oldest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, basket_id: str) -> ParkedSale | None:
        row = first(self._connection, select(parked).where(parked.c.basket_id == basket_id))
        return None if row is None else _parked(row)

    def all(self) -> Sequence[ParkedSale]:
        rows = self._connection.execute(select(parked).order_by(parked.c.parked_ms, parked.c.basket_id))
        return [_parked(row) for row in rows]

    def count(self) -> int:
        return self._connection.execute(select(func.count()).select_from(parked)).scalar_one()

    def add(self, sale: ParkedSale) -> None:
        values: dict[str, object] = {
            "basket_id": sale.basket.basket_id,
            "name": sale.name,
            "parked_by": sale.parked_by,
            "parked_by_name": sale.parked_by_name,
            "parked_ms": sale.parked_ms,
            "expires_ms": sale.expires_ms,
            "total_minor": sale.total_minor,
            "doc": compact(basket_to_json(sale.basket)),
        }
        self._connection.execute(insert(parked), values)

    def remove(self, basket_id: str) -> None:
        self._connection.execute(delete(parked).where(parked.c.basket_id == basket_id))


def _parked(row: AnyRow) -> ParkedSale:
    return ParkedSale(
        basket=basket_from_json(json.loads(row.doc)),
        name=row.name,
        parked_by=row.parked_by,
        parked_by_name=row.parked_by_name,
        parked_ms=row.parked_ms,
        expires_ms=row.expires_ms,
        total_minor=row.total_minor,
    )


class SqlSpool:
    """Print jobs in the order in which they were written."""

    def __init__(self, connection: Connection, place: SqlTerminal) -> None:
        self._connection = connection
        self._place = place

    def add(self, kind: JobKind, document: str, *, reference: str, written_ms: int) -> int:
        """Write a job; every paper of a till to practise on is marked here, whoever composed it."""
        terminal = self._place.get()
        if kind == "document" and terminal is not None and terminal.training:
            document = marked(document, terminal.store.receipt_language)
        result = self._connection.execute(
            insert(spool),
            {
                "kind": kind,
                "document": document,
                "state": "written",
                "reference": reference,
                "written_ms": written_ms,
            },
        )
        job_id = result.inserted_primary_key
        assert job_id is not None
        return int(job_id[0])

    def get(self, job_id: int) -> PrintJob | None:
        row = first(self._connection, _JOB, job_id=job_id)
        return None if row is None else PrintJob(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name

    def in_states(self, states: Sequence[JobState], limit: int) -> Sequence[PrintJob]:
        rows = self._connection.execute(
            select(spool).where(spool.c.state.in_(states)).order_by(spool.c.job_id).limit(limit)
        )
        return [PrintJob(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name

    def mark(self, job_id: int, state: JobState, *, code: str = "") -> None:
        self._connection.execute(update(spool).where(spool.c.job_id == job_id).values(state=state, code=code))
