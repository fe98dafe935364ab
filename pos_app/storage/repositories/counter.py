"""What lies on the counter: the basket and the spool."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from pos_app.services.basket_model import Basket
from pos_app.services.records import JobKind, JobState, PrintJob
from pos_app.storage.basket_json import basket_from_json, basket_to_json
from pos_app.storage.repositories.rows import compact, first
from pos_app.storage.tables import basket, spool

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


class SqlSpool:
    """Print jobs in the order in which they were written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kind: JobKind, document: str, *, reference: str, written_ms: int) -> int:
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
