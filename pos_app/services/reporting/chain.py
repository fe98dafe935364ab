"""Ask head office for the report of other stores, keep the last answer, and open what stands behind it.

On a network lane of its own: a year of all stores may take seconds, and no customer waits behind it.
Source: docs/protocol.md, "Reports"; docs/decisions/0074-what-head-office-said-last.md.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import astuple, replace
from typing import Final

from pydantic import ValidationError

from pos_app.services import rights
from pos_app.services.documents import Document
from pos_app.services.errors import Unreachable
from pos_app.services.identity import terminal_of
from pos_app.services.ports import Catalog, Clock, Store
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.receipts import PaperContext, compose_receipt
from pos_app.services.records import Actor, StoreProfile
from pos_app.services.reporting.chain_model import (
    STORE,
    ChainAnswer,
    ChainPage,
    ChainQuestion,
    ChainReportApi,
    OpenedThere,
    Part,
)
from pos_app.services.reporting.find_receipts import Evidence
from pos_app.services.reporting.kept_answers import keep_answer, kept_answer
from pos_app.services.stock_model import ChainStore
from pos_app.services.store_time import business_day
from pos_app.services.z_paper import compose_z
from retail_core.journal import Entry
from retail_core.reporting.figures import FIGURES
from retail_core.reporting.layout import DAY
from retail_core.reporting.report import Drill, Point, Report, ReportTable, Row, Series
from retail_core.reporting.travel import report_of
from retail_core.wire import facts
from retail_core.wire.facts import SHIFT_CLOSED, SaleCompleted, ShiftClosed
from retail_core.wire.report_drills import EntryAsk, EntryReply, PartsAsk
from retail_core.wire.reports import DrillDoc, EntriesAsk, EntryBehind, ReportAsk, ReportReply

PAGE: Final = 50
_USUAL_OF_A_DAY: Final = ("week_before",)
_USUAL_OF_A_PERIOD: Final = ("period_before", "year_before")
"""As a report of this till is compared."""

_STORES: Final = "stores"
_BY_STORE: Final = "net_sales_by_store"
_CASHIER: Final = "cashier"
_ORDER: Final = "order"
ORDER_PLACED: Final = "order.placed"
"""What an order is among the rows behind a figure; it has no entry to open."""


class ChainReports:
    """Reports of head office; rights ``report.view`` and ``report.chain``, which it looks at as well."""

    def __init__(
        self, api: ChainReportApi, *, store: Store, catalog: Catalog, clock: Clock, texts: ReceiptTexts
    ) -> None:
        """Papers are shown in the words of this store's receipts."""
        self._api = api
        self._store = store
        self._catalog = catalog
        self._clock = clock
        self._texts = texts

    def stores(self, actor: Actor) -> tuple[ChainStore, ...]:
        """Return the stores of the chain as this till knows them, by number.

        Raises:
            RuleError: ``right.missing``.
        """
        _require(actor)
        with self._store.read() as work:
            return tuple(work.goods.stores())

    def today(self) -> str:
        """Return the business day of this store."""
        with self._store.read() as work:
            return business_day(self._clock.now_ms(), terminal_of(work).store)

    def ask(self, actor: Actor, question: ChainQuestion, *, language: str) -> ChainAnswer:
        """Return head office's report; on the lane of head office.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        _require(actor)
        told = self._api.report(_ask(actor, question, language=language))
        return ChainAnswer(question, language, _report(told), told)

    def keep(self, answer: ChainAnswer) -> None:
        """Keep an answer for when there is no connection, without what it says of persons; storage lane."""
        packed = zlib.compress(_without_people(answer.told).model_dump_json().encode())
        asked = _key(answer.question, answer.language)
        with self._store.write() as work:
            keep_answer(work, asked, doc=packed, now_ms=self._clock.now_ms())

    def kept(self, actor: Actor, question: ChainQuestion, *, language: str) -> ChainAnswer | None:
        """Return the last answer to the same question, if one is kept; on the lane of reports.

        Raises:
            RuleError: ``right.missing``.
        """
        _require(actor)
        with self._store.read() as work:
            kept = kept_answer(work, _key(question, language), now_ms=self._clock.now_ms())
        if kept is None:
            return None
        try:
            told = ReportReply.model_validate_json(zlib.decompress(kept.doc))
        except (ValidationError, zlib.error):
            # Another release of this program kept it.
            return None
        return ChainAnswer(question, language, _report(told), told, kept.heard_ms)

    def parts(self, actor: Actor, answer: ChainAnswer, *, drill: Drill) -> tuple[Part, ...]:
        """Return the stores behind a figure of an answer, the largest part first.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        _require(actor)
        question, drill = narrowed(answer.question, drill)
        ask = _ask(actor, question, language=answer.language)
        reply = self._api.parts(PartsAsk(report=ask, drill=_drill_doc(drill)))
        return tuple(Part(each.store_id, each.name, each.value) for each in reply.parts)

    def entries(
        self, actor: Actor, answer: ChainAnswer, *, store_id: str, drill: Drill, after: str = ""
    ) -> ChainPage:
        """Return a page of what stands behind a figure of one store.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        _require(actor)
        question, drill = narrowed(answer.question, drill)
        ask = EntriesAsk(
            staff_id=actor.staff_id,
            store_id=store_id,
            first_day=question.first_day,
            last_day=question.last_day,
            drill=_drill_doc(drill),
            after=after,
            limit=PAGE,
        )
        reply = self._api.entries(ask)
        return ChainPage(tuple(_evidence(each, answer.report) for each in reply.entries), reply.next)

    def open(self, actor: Actor, entry_id: str, *, store_id: str) -> OpenedThere:
        """Return one entry of a list, as the till stated it, and its paper.

        Raises:
            RuleError: ``right.missing``.
            SyncError: Head office cannot be reached, or refused.
        """
        _require(actor)
        reply = self._api.entry(EntryAsk(staff_id=actor.staff_id, store_id=store_id, entry_id=entry_id))
        entry = _entry(reply)
        with self._store.read() as work:
            own = terminal_of(work).store
        return OpenedThere(entry, self._paper(entry, reply, own=own), reply.actor_name or entry.actor)

    def _paper(self, entry: Entry, reply: EntryReply, *, own: StoreProfile) -> Document | None:
        """Return the paper of a receipt or a Z; none of what this till's release cannot read."""
        model = facts.BODIES.get((entry.type, entry.version))
        if model not in {SaleCompleted, ShiftClosed}:
            return None
        try:
            fact = model.model_validate_json(json.dumps(entry.body))
        except ValidationError:
            return None
        there = reply.store.model_dump()
        context = PaperContext(
            store=replace(own, **there),
            till=reply.till,
            cashier=reply.actor_name or entry.actor,
            wall_ms=entry.wall_ms,
            entry_hash=entry.hash,
        )
        if isinstance(fact, SaleCompleted):
            return compose_receipt(fact, context, texts=self._texts)
        assert isinstance(fact, ShiftClosed)
        language = own.receipt_language
        names = {each.category_id: each.names.in_language(language) for each in self._catalog.categories()}
        return compose_z(fact, context, texts=self._texts, category_names=names)


def narrowed(question: ChainQuestion, drill: Drill) -> tuple[ChainQuestion, Drill]:
    """Return a day, or a store, of a report as a question about it alone: no cell is broken down by them."""
    if drill.dimension == DAY:
        return replace(question, first_day=drill.key, last_day=drill.key), Drill(drill.measure)
    if drill.dimension == STORE:
        return replace(question, stores=(drill.key,), region=""), Drill(drill.measure)
    return question, drill


def is_away(error: BaseException) -> bool:
    """Return whether head office did not answer at all; what was kept may be shown then."""
    return isinstance(error, Unreachable)


def _require(actor: Actor) -> None:
    rights.require(actor.rights, rights.REPORT_VIEW)
    rights.require(actor.rights, rights.REPORT_CHAIN)


def _ask(actor: Actor, question: ChainQuestion, *, language: str) -> ReportAsk:
    is_day = question.first_day == question.last_day
    chosen = question.compare_first_day or None
    return ReportAsk.model_validate(
        {
            "staff_id": actor.staff_id,
            "first_day": question.first_day,
            "last_day": question.last_day,
            "stores": question.stores,
            "region": question.region,
            "everywhere": question.is_everywhere,
            "compare": () if chosen else _USUAL_OF_A_DAY if is_day else _USUAL_OF_A_PERIOD,
            "compare_first_day": chosen,
            "language": language,
            "members": question.members,
        }
    )


def _key(question: ChainQuestion, language: str) -> str:
    return json.dumps([*astuple(question), language], ensure_ascii=False)


def _drill_doc(drill: Drill) -> DrillDoc:
    return DrillDoc(measure=drill.measure, dimension=drill.dimension, key=drill.key)


def _without_people(told: ReportReply) -> ReportReply:
    """Return an answer without its parts by person: those who work elsewhere are no business of this disk."""
    report = told.report
    return told.model_copy(
        update={
            "report": report.model_copy(
                update={
                    "series": tuple(each for each in report.series if each.dimension != _CASHIER),
                    "tables": tuple(each for each in report.tables if each.dimension != _CASHIER),
                    "names": tuple(each for each in report.names if each.dimension != _CASHIER),
                }
            )
        }
    )


def _report(told: ReportReply) -> Report:
    return _with_stores(report_of(told.report, lacks=told.not_known, known_days=told.known_days))


def _with_stores(report: Report) -> Report:
    """Return a report whose table of stores opens, and stands as a picture, too."""
    table = report.table_of(_STORES)
    if table is None or not table.rows:
        return report
    rows = tuple(replace(row, drills=_drills(table, row)) for row in table.rows)
    opening = replace(table, rows=rows)
    tables = tuple(opening if each is table else each for each in report.tables)
    return replace(report, tables=tables, series=(*report.series, *_by_store(opening)))


def _drills(table: ReportTable, row: Row) -> tuple[Drill | None, ...]:
    specs = [FIGURES.get(column.figure_id) for column in table.columns]
    return tuple(
        Drill(spec.drill, STORE, row.key) if spec is not None and spec.drill and value is not None else None
        for spec, value in zip(specs, row.values, strict=True)
    )


def _by_store(table: ReportTable) -> Sequence[Series]:
    first = table.columns[0]
    if len(table.rows) < 2:
        return ()
    points = tuple(Point(row.key, row.name, row.values[0] or 0, drill=row.drills[0]) for row in table.rows)
    return (Series(_BY_STORE, first.figure_id, first.unit, STORE, points),)


def _evidence(behind: EntryBehind, report: Report) -> Evidence:
    number = f"Z{behind.number}" if behind.type == SHIFT_CLOSED and behind.number else behind.number
    return Evidence(
        incarnation=0,
        seq=0,
        type=ORDER_PLACED if behind.type == _ORDER else behind.type,
        at_ms=behind.at_ms,
        actor=behind.actor,
        actor_name=report.names.get((_CASHIER, behind.actor), behind.actor),
        reference=number,
        value=behind.value,
        total_minor=behind.total_minor,
        order_id=behind.order_id,
        entry_id=behind.entry_id or behind.order_id,
        till=behind.terminal_id,
    )


def _entry(reply: EntryReply) -> Entry:
    values = reply.entry.model_dump()
    return Entry(terminal=reply.terminal_id, incarnation=reply.incarnation, **values)
