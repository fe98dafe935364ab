"""Sums of the journal that reports are made of, by shift and day; and the entries that they were made of."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from pos_app.services.records import Shift
from pos_app.services.reporting.ports import CellProgress, CellScope, CountedEntry, Part, Span
from pos_app.storage.report_tables import cell_name, cells_progress, month_cells, shift_cells, shift_span
from pos_app.storage.repositories.rows import compact, first
from pos_app.storage.shift_tables import shift
from pos_app.storage.tables import coupon_use, customer_order, hand_over, journal, sale
from retail_core.reporting.cells import Cell, Cells, KnownHandOver, KnownOrder, Lookups
from retail_core.reporting.fact_cells import hand_over_channel
from retail_core.reporting.folding import FOLDED_TYPES, SHIFT_TYPES, OpenShifts, Place
from retail_core.reporting.order_cells import PlacedOrder
from retail_core.wire.shift_facts import SHIFT_OPENED, SHIFT_RESUMED

_ENTRY = (
    journal.c.incarnation,
    journal.c.seq,
    journal.c.type,
    journal.c.version,
    journal.c.wall_ms,
    journal.c.actor,
    journal.c.body,
)
_NEXT = (
    select(*_ENTRY)
    .where(
        journal.c.incarnation == bindparam("incarnation"),
        journal.c.seq > bindparam("after_seq"),
        # The function keeps the index by type out of it: the entries are wanted in order of their seq.
        func.coalesce(journal.c.type, "").in_(FOLDED_TYPES),
    )
    .order_by(journal.c.seq)
    .limit(bindparam("most"))
)
_LAST_SEQ = select(func.max(journal.c.seq)).where(journal.c.incarnation == bindparam("incarnation"))
_SHIFT_STEP = (
    select(journal.c.type, func.json_extract(journal.c.body, "$.shift_id").label("shift_id"))
    .where(
        journal.c.incarnation == bindparam("incarnation"),
        journal.c.seq <= bindparam("seq"),
        journal.c.type.in_(SHIFT_TYPES),
    )
    .order_by(journal.c.seq.desc())
    .limit(1)
)
_HAND_OVER = select(hand_over).where(hand_over.c.hand_over_id == bindparam("hand_over_id"))
_ORDER = select(
    func.json_extract(customer_order.c.doc, "$.fulfilment").label("fulfilment"),
    customer_order.c.promised_ms,
).where(customer_order.c.order_id == bindparam("order_id"))

_COUPON_SALES = coupon_use.join(sale, sale.c.sale_id == coupon_use.c.sale_id).join(
    journal, and_(journal.c.incarnation == sale.c.incarnation, journal.c.seq == sale.c.seq)
)
_ALIAS: ColumnElement[Any] = func.json_extract(journal.c.personal, "$.alias")

Doc = dict[str, dict[str, int]]


class SqlCells:
    """What is kept for reports."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def progress(self) -> CellProgress:
        row = first(self._connection, select(cells_progress))
        if row is None:
            return CellProgress(1, 0, OpenShifts())
        shifts = OpenShifts(row.shifts["active"], row.shifts["days"])
        return CellProgress(row.incarnation, row.through_seq, shifts)

    def put_progress(self, progress: CellProgress) -> None:
        row = {
            "place": 1,
            "incarnation": progress.incarnation,
            "through_seq": progress.through_seq,
            "shifts": {"active": progress.shifts.active, "days": dict(progress.shifts.days)},
        }
        self._connection.execute(
            upsert(cells_progress).values(row).on_conflict_do_update(index_elements=["place"], set_=row)
        )

    def add(self, place: Place, part: Part) -> None:
        for dimension, doc in _docs(part.cells).items():
            of_shift = {"shift_id": place.shift_id, "business_day": place.business_day}
            self._merge(shift_cells, {**of_shift, "dimension": dimension}, doc=doc)
            self._merge(month_cells, {"month": place.business_day[:7], "dimension": dimension}, doc=doc)
        span = part.span
        row: dict[str, object] = {
            "incarnation": span.incarnation,
            "shift_id": place.shift_id,
            "business_day": place.business_day,
            "first_seq": span.first_seq,
            "last_seq": span.last_seq,
        }
        insertion = upsert(shift_span).values(row)
        self._connection.execute(
            insertion.on_conflict_do_update(
                index_elements=["incarnation", "shift_id", "business_day"], set_={"last_seq": span.last_seq}
            )
        )

    def _merge(self, table: Any, where: dict[str, str], *, doc: Doc) -> None:
        query = select(table.c.doc).where(*(table.c[name] == value for name, value in where.items()))
        kept = first(self._connection, query)
        text = compact(doc if kept is None else _added(json.loads(kept.doc), doc))
        self._put(table, {**where, "doc": text}, keys=tuple(where))

    def _put(self, table: Any, row: Mapping[str, object], *, keys: Sequence[str]) -> None:
        self._connection.execute(
            upsert(table).values(row).on_conflict_do_update(index_elements=list(keys), set_=dict(row))
        )

    def add_names(self, names: Mapping[tuple[str, str], str]) -> None:
        for (dimension, key), name in names.items():
            row = {"dimension": dimension, "key": key, "name": name}
            self._put(cell_name, row, keys=("dimension", "key"))

    def names(self, keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        wanted = tuple_(cell_name.c.dimension, cell_name.c.key).in_(keys)
        rows = self._connection.execute(select(cell_name).where(wanted)) if keys else ()
        return {(row.dimension, row.key): row.name for row in rows}

    def clear(self) -> None:
        for table in (shift_cells, month_cells, shift_span, cell_name, cells_progress):
            self._connection.execute(delete(table))

    def kept(
        self, scope: CellScope, *, without: Sequence[str] = (), only: str | None = None
    ) -> Sequence[tuple[Place, Cells]]:
        query = select(shift_cells).where(_in_scope(shift_cells, scope))
        if without:
            query = query.where(shift_cells.c.dimension.not_in(without))
        if only is not None:
            query = query.where(shift_cells.c.dimension == only)
        return [
            (Place(row.shift_id, row.business_day), _cells(row.dimension, json.loads(row.doc)))
            for row in self._connection.execute(query)
        ]

    def total(self, scope: CellScope, *, without: Sequence[str] = ()) -> Cells:
        sums: dict[str, Doc] = {}
        for query in _in_parts(scope):
            rows = self._connection.execute(query.where(_DIMENSION.not_in(without)) if without else query)
            for dimension, doc in rows:
                _added(sums.setdefault(dimension, {}), json.loads(doc))
        cells: Cells = {}
        for dimension, doc in sums.items():
            cells.update(_cells(dimension, doc))
        return cells

    def spans(self, scope: CellScope) -> Sequence[tuple[Place, Span]]:
        query = (
            select(shift_span)
            .where(_in_scope(shift_span, scope))
            .order_by(shift_span.c.incarnation.desc(), shift_span.c.last_seq.desc())
        )
        return [
            (Place(row.shift_id, row.business_day), Span(row.incarnation, row.first_seq, row.last_seq))
            for row in self._connection.execute(query)
        ]

    def places_with(self, scope: CellScope, cell: Cell) -> Sequence[Place]:
        # SQLite looks for a key with quotes as it stands between them.
        path = f'$.{cell.measure}."{cell.key}"'
        query = select(shift_cells.c.shift_id, shift_cells.c.business_day).where(
            _in_scope(shift_cells, scope),
            shift_cells.c.dimension == cell.dimension,
            func.json_extract(shift_cells.c.doc, path).is_not(None),
        )
        return [Place(*row) for row in self._connection.execute(query)]

    def entries(self, incarnation: int, after_seq: int, *, limit: int) -> Sequence[CountedEntry]:
        values = {"incarnation": incarnation, "after_seq": after_seq, "most": limit}
        return [CountedEntry(*row) for row in self._connection.execute(_NEXT, values)]

    def last_seq(self, incarnation: int) -> int:
        row = first(self._connection, _LAST_SEQ, incarnation=incarnation)
        return 0 if row is None or row[0] is None else int(row[0])

    def behind(
        self, span: Span, types: Sequence[str], *, words: Sequence[str], before_seq: int, limit: int
    ) -> Sequence[CountedEntry]:
        query: Select[Any] = select(*_ENTRY).where(
            journal.c.incarnation == span.incarnation,
            journal.c.seq.between(span.first_seq, min(span.last_seq, before_seq - 1)),
            func.coalesce(journal.c.type, "").in_(types),
        )
        for word in words:
            query = query.where(func.instr(journal.c.body, word) > 0)
        rows = self._connection.execute(query.order_by(journal.c.seq.desc()).limit(limit))
        return [CountedEntry(*row) for row in rows]

    def member_coupons(self, scope: CellScope) -> Mapping[str, int]:
        query = (
            select(_ALIAS, func.count())
            .select_from(_COUPON_SALES)
            .where(_in_scope(sale, scope), _ALIAS.is_not(None))
            .group_by(_ALIAS)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def coupon_sales(
        self, scope: CellScope, alias: str, *, before_seq: int, limit: int
    ) -> Sequence[CountedEntry]:
        query = (
            select(*_ENTRY)
            .select_from(_COUPON_SALES)
            .where(_in_scope(sale, scope), _ALIAS.is_(alias), journal.c.seq < before_seq)
            .group_by(journal.c.incarnation, journal.c.seq)
            .order_by(journal.c.incarnation.desc(), journal.c.seq.desc())
            .limit(limit)
        )
        return [CountedEntry(*row) for row in self._connection.execute(query)]

    def active_shift(self, incarnation: int, seq: int) -> str:
        row = first(self._connection, _SHIFT_STEP, incarnation=incarnation, seq=seq)
        return row.shift_id if row is not None and row.type in {SHIFT_OPENED, SHIFT_RESUMED} else ""

    def hand_over(self, hand_over_id: str) -> KnownHandOver | None:
        row = first(self._connection, _HAND_OVER, hand_over_id=hand_over_id)
        if row is None:
            return None
        channel = hand_over_channel(row.means, row.order_id, lookups=Lookups(order=self.order))
        return KnownHandOver(row.value_minor, row.handed_ms, row.actor, channel)

    def order(self, order_id: str) -> KnownOrder | None:
        row = first(self._connection, _ORDER, order_id=order_id)
        return None if row is None else KnownOrder(row.fulfilment or "pickup", row.promised_ms)

    def shifts(self, first_day: str, last_day: str) -> Sequence[Shift]:
        query = (
            select(shift).where(shift.c.business_day.between(first_day, last_day)).order_by(shift.c.number)
        )
        return [Shift(**row._mapping) for row in self._connection.execute(query)]  # noqa: SLF001 - SQLAlchemy's public name for it

    def orders_placed(self, from_ms: int, until_ms: int) -> Sequence[PlacedOrder]:
        def field(name: str) -> ColumnElement[Any]:
            return func.json_extract(customer_order.c.doc, f"$.{name}")

        query = select(
            *(field("channel"), field("fulfilment"), customer_order.c.state, field("total_minor")),
            field("settled_minor"),
        ).where(field("placed_ms").between(from_ms, until_ms - 1))
        return [
            # Of what nobody paid online no channel keeps anything; of the rest this till knows no terms.
            PlacedOrder(origin, fulfilment or "pickup", state, value, *((0, 0) if settled == 0 else ()))
            for origin, fulfilment, state, value, settled in self._connection.execute(query)
        ]


_DIMENSION: ColumnElement[str] = literal_column("dimension")


def _in_parts(scope: CellScope) -> list[Select[Any]]:
    """Return what to read for a scope: whole months as such, and the days before and behind them."""
    days = select(shift_cells.c.dimension, shift_cells.c.doc)
    months = _whole_months(scope)
    if not months:
        return [days.where(_in_scope(shift_cells, scope))]
    first, after = f"{months[0]}-01", f"{_month_after(months[-1])}-01"
    day = shift_cells.c.business_day
    outside = or_(and_(day >= scope.first_day, day < first), and_(day >= after, day <= scope.last_day))
    return [
        select(month_cells.c.dimension, month_cells.c.doc).where(month_cells.c.month.in_(months)),
        days.where(outside),
    ]


def _whole_months(scope: CellScope) -> list[str]:
    """Return the months that lie in a scope from their first day to their last."""
    months: list[str] = []
    if scope.shift_id is not None:
        return months
    month = scope.first_day[:7] if scope.first_day.endswith("-01") else _month_after(scope.first_day[:7])
    behind = (date.fromisoformat(scope.last_day) + timedelta(days=1)).isoformat()
    while f"{_month_after(month)}-01" <= behind:
        months.append(month)
        month = _month_after(month)
    return months


def _month_after(month: str) -> str:
    return (date.fromisoformat(f"{month}-15") + timedelta(days=30)).isoformat()[:7]


def _in_scope(table: Any, scope: CellScope) -> ColumnElement[bool]:
    if scope.shift_id is not None:
        shift_id: ColumnElement[bool] = table.c.shift_id == scope.shift_id
        return shift_id
    days: ColumnElement[bool] = table.c.business_day.between(scope.first_day, scope.last_day)
    return days


def _docs(cells: Cells) -> dict[str, Doc]:
    docs: dict[str, Doc] = {}
    for cell, value in cells.items():
        docs.setdefault(cell.dimension, {}).setdefault(cell.measure, {})[cell.key] = value
    return docs


def _added(kept: Doc, more: Doc) -> Doc:
    for measure, values in more.items():
        into = kept.setdefault(measure, {})
        for key, value in values.items():
            into[key] = into.get(key, 0) + value
    return kept


def _cells(dimension: str, doc: Doc) -> Cells:
    return {
        Cell(measure, dimension, key): value
        for measure, values in doc.items()
        for key, value in values.items()
    }
