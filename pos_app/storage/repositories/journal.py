"""The journal's rows: appended behind the head, never changed but for personal parts that are let go."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from pos_app.services.ports import Ids
from pos_app.services.records import Queue
from pos_app.storage.repositories.rows import AnyRow, first
from pos_app.storage.tables import journal
from retail_core.journal import Draft, Entry, Head, append, canonical_text, genesis

_SALT_BYTES = 16

_INSERT = insert(journal)
_HEAD = (
    select(journal.c.seq, journal.c.hash)
    .where(journal.c.incarnation == bindparam("incarnation"))
    .order_by(journal.c.seq.desc())
    .limit(1)
)
_AFTER = (
    select(journal)
    .where(journal.c.incarnation == bindparam("incarnation"), journal.c.seq > bindparam("after_seq"))
    .order_by(journal.c.seq)
)
_QUEUE = select(func.count(), func.min(journal.c.wall_ms)).where(
    journal.c.incarnation == bindparam("incarnation"), journal.c.seq > bindparam("after_seq")
)


class SqlJournal:
    """The chain of one incarnation of one till."""

    def __init__(self, connection: Connection, *, terminal: str, incarnation: int, ids: Ids) -> None:
        self._connection = connection
        self._terminal = terminal
        self._incarnation = incarnation
        self._ids = ids

    def of(self, incarnation: int) -> "SqlJournal":
        """Return the chain of another incarnation of the same till, for reading."""
        return SqlJournal(self._connection, terminal=self._terminal, incarnation=incarnation, ids=self._ids)

    def head(self) -> Head:
        row = first(self._connection, _HEAD, incarnation=self._incarnation)
        if row is None:
            return genesis(self._terminal, self._incarnation)
        return Head(self._terminal, self._incarnation, row.seq, row.hash)

    def append(self, draft: Draft) -> Entry:
        salt = None if draft.personal is None else self._ids.secret(_SALT_BYTES).hex()
        entry = append(self.head(), draft, entry_id=self._ids.new_id(), salt=salt)
        self._connection.execute(_INSERT, _row(entry))
        return entry

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        rows = self._connection.execute(
            _AFTER.limit(limit), {"incarnation": self._incarnation, "after_seq": seq}
        )
        return [_entry(row) for row in rows]

    def of_types(self, types: Sequence[str], *, after_seq: int = 0) -> Sequence[Entry]:
        rows = self._connection.execute(
            _AFTER.where(journal.c.type.in_(types)),
            {"incarnation": self._incarnation, "after_seq": after_seq},
        )
        return [_entry(row) for row in rows]

    def get(self, seq: int) -> Entry | None:
        entries = self.after(seq - 1, 1)
        return entries[0] if entries and entries[0].seq == seq else None

    def forget_persons(self, before_ms: int, *, acked_through: int) -> int:
        is_sent = or_(journal.c.incarnation < self._incarnation, journal.c.seq <= acked_through)
        return self._connection.execute(
            update(journal)
            .where(journal.c.personal.is_not(None), journal.c.wall_ms < before_ms, is_sent)
            .values(personal=None, salt=None)
        ).rowcount

    def queue(self, acked_through: int) -> Queue:
        row = first(self._connection, _QUEUE, incarnation=self._incarnation, after_seq=acked_through)
        assert row is not None
        return Queue(length=row[0], oldest_ms=row[1] or 0)


def _row(entry: Entry) -> dict[str, object]:
    return {
        "incarnation": entry.incarnation,
        "seq": entry.seq,
        "id": entry.id,
        "terminal": entry.terminal,
        "type": entry.type,
        "version": entry.version,
        "wall_ms": entry.wall_ms,
        "mono_ms": entry.mono_ms,
        "actor": entry.actor,
        "prev_hash": entry.prev_hash,
        "body": canonical_text(entry.body),
        "personal": None if entry.personal is None else canonical_text(entry.personal),
        "salt": entry.salt,
        "body_hash": entry.body_hash,
        "personal_hash": entry.personal_hash,
        "hash": entry.hash,
    }


def _entry(row: AnyRow) -> Entry:
    return Entry(
        id=row.id,
        terminal=row.terminal,
        incarnation=row.incarnation,
        seq=row.seq,
        type=row.type,
        version=row.version,
        wall_ms=row.wall_ms,
        mono_ms=row.mono_ms,
        actor=row.actor,
        prev_hash=row.prev_hash,
        body=_object(row.body),
        personal=None if row.personal is None else _object(row.personal),
        salt=row.salt,
        body_hash=row.body_hash,
        personal_hash=row.personal_hash,
        hash=row.hash,
    )


def _object(text: str) -> dict[str, object]:
    """Return a stored part; one that was altered into no object stays visible to the verifier."""
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    return value if isinstance(value, dict) else {"unreadable": text}
