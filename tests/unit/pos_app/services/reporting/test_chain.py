"""What a till asks head office about other stores, what it keeps of the answer, and what opens behind it."""

import json
import zlib
from dataclasses import replace

import pytest

from pos_app.services.documents import document_to_json
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.forget_members import ForgetMembers
from pos_app.services.receipt_texts import ReceiptTexts
from pos_app.services.records import Actor
from pos_app.services.reporting.chain import ChainReports
from pos_app.services.reporting.chain_model import ChainAnswer, ChainQuestion
from pos_app.services.reporting.kept_answers import KEPT_DAYS, MOST_KEPT, MOST_KEPT_BYTES
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reporting.scopes import day_scope
from retail_core.reporting.report import Column, Drill, ReportTable, Row
from retail_core.reporting.travel import report_doc
from retail_core.wire.journal import WireEntry
from retail_core.wire.report_drills import EntryAsk, EntryReply, EntryStore, PartsAsk, PartsReply, StorePart
from retail_core.wire.reports import EntriesAsk, EntriesReply, EntryBehind, ReportAsk, ReportReply
from tests.returns_counter import ReturnsCounter, stock_menu
from tests.till_shop import LI, Till

MANAGER = replace(LI, rights={**LI.rights, "report.chain": None})
DAY_MS = 24 * 3_600_000
BY_STORE = ReportTable(
    "stores",
    "store",
    (Column("net_sales", "minor"), Column("margin_rate", "bp")),
    (Row("S02", "二店", (5_000, None)), Row("S01", "一店", (1_000, 3_000))),
)


class Office:
    """Head office, with what it was asked."""

    def __init__(self, reply: ReportReply) -> None:
        self.reply = reply
        self.asked: list[object] = []
        self.away = False
        self.entries_reply = EntriesReply(entries=())
        self.entry_reply: EntryReply | None = None

    def report(self, ask: ReportAsk) -> ReportReply:
        self._hear(ask)
        return self.reply

    def parts(self, ask: PartsAsk) -> PartsReply:
        self._hear(ask)
        return PartsReply(parts=(StorePart(store_id="S02", name="二店", value=7),))

    def entries(self, ask: EntriesAsk) -> EntriesReply:
        self._hear(ask)
        return self.entries_reply

    def entry(self, ask: EntryAsk) -> EntryReply:
        self._hear(ask)
        assert self.entry_reply is not None
        return self.entry_reply

    def _hear(self, ask: object) -> None:
        if self.away:
            raise Unreachable
        self.asked.append(ask)


@pytest.fixture
def shop(till: Till) -> Till:
    stock_menu(till)
    till.open_shift()
    ReturnsCounter(till).sell({"burger": 1})
    return till


@pytest.fixture
def office(shop: Till) -> Office:
    run = RunReport(
        store=shop.store,
        catalog=shop.data.catalog,
        clock=shop.clock,
        profile=shop.profile,
        campaign_name=lambda rule, _language: rule,
    )
    with shop.store.read() as work:
        open_shift = work.shifts.open()
    assert open_shift is not None
    report = run(LI, day_scope(open_shift.business_day))
    whole = replace(report, tables=(*report.tables, BY_STORE))
    return Office(ReportReply(report=report_doc(whole), stores=2))


def chain(shop: Till, office: Office) -> ChainReports:
    return ChainReports(
        office,
        store=shop.store,
        catalog=shop.data.catalog,
        clock=shop.clock,
        texts=ReceiptTexts.load("zh-Hans"),
    )


def question(shop: Till, office: Office, **changed: object) -> ChainQuestion:
    day = chain(shop, office).today()
    return replace(ChainQuestion(day, day), **changed)  # type: ignore[arg-type]  # of its own fields


def answered(shop: Till, office: Office, **changed: object) -> ChainAnswer:
    asked = question(shop, office, **changed)
    return chain(shop, office).ask(MANAGER, asked, language="zh-Hans")


def kept_rows(shop: Till) -> list[tuple[str, bytes]]:
    with shop.store.read() as work:
        connection = work.connection
        return [tuple(row) for row in connection.exec_driver_sql("SELECT asked, doc FROM kept_report")]


def test_a_day_is_asked_for_with_the_week_before_and_a_period_with_two_earlier_ones(
    shop: Till, office: Office
) -> None:
    day = answered(shop, office)
    first = office.asked[-1]
    assert isinstance(first, ReportAsk)
    assert (first.everywhere, first.stores, first.staff_id) == (True, (), MANAGER.staff_id)
    assert (first.compare, first.members, first.language) == (("week_before",), False, "zh-Hans")
    answered(shop, office, first_day="2025-01-01", region="east", members=True)
    then = office.asked[-1]
    assert isinstance(then, ReportAsk)
    assert (then.everywhere, then.region, then.members) == (False, "east", True)
    assert (then.compare, then.compare_first_day) == (("period_before", "year_before"), None)
    answered(shop, office, compare_first_day="2025-02-11")
    chosen = office.asked[-1]
    assert isinstance(chosen, ReportAsk)
    assert (chosen.compare, chosen.compare_first_day) == ((), "2025-02-11")
    answered(shop, office, stores=("S02", "S03"))
    some = office.asked[-1]
    assert isinstance(some, ReportAsk)
    assert (some.everywhere, some.stores) == (False, ("S02", "S03"))
    # The stores are a picture, too, and every figure of theirs opens.
    series = day.report.series_of("net_sales_by_store")
    assert series is not None
    assert [(point.key, point.value) for point in series.points] == [("S02", 5_000), ("S01", 1_000)]
    table = day.report.table_of("stores")
    assert table is not None
    assert table.rows[0].drills == (Drill("sold", "store", "S02"), None)
    assert table.rows[1].drills == (Drill("sold", "store", "S01"), Drill("cost", "store", "S01"))


@pytest.mark.parametrize("missing", ["report.view", "report.chain"])
def test_without_both_rights_nobody_is_asked_and_nothing_kept_is_shown(
    shop: Till, office: Office, missing: str
) -> None:
    reports = chain(shop, office)
    asked = question(shop, office)
    reports.keep(answered(shop, office))
    office.asked.clear()
    rights = {verb: limit for verb, limit in MANAGER.rights.items() if verb != missing}
    who = Actor("x", "X", "cashier", rights)
    answer = replace(answered(shop, office), kept_ms=None)
    office.asked.clear()
    for act in (
        lambda: reports.ask(who, asked, language="zh-Hans"),
        lambda: reports.kept(who, asked, language="zh-Hans"),
        lambda: reports.stores(who),
        lambda: reports.parts(who, answer, drill=Drill("sold")),
        lambda: reports.entries(who, answer, store_id="S02", drill=Drill("sold")),
        lambda: reports.open(who, "e1", store_id="S02"),
    ):
        with pytest.raises(RuleError) as refused:
            act()
        assert (refused.value.code, refused.value.arguments) == ("right.missing", (missing,))
    assert office.asked == []


def test_the_last_answer_to_a_question_is_kept_without_its_persons_and_not_for_ever(
    shop: Till, office: Office
) -> None:
    reports = chain(shop, office)
    answer = answered(shop, office)
    assert answer.report.table_of("cashiers") is not None
    heard_ms = shop.clock.now_ms()
    reports.keep(answer)
    [(_, doc)] = kept_rows(shop)
    plain = zlib.decompress(doc).decode()
    assert LI.name in office.reply.model_dump_json()
    assert LI.name not in plain
    assert f'"{LI.staff_id}"' not in plain

    kept = reports.kept(MANAGER, answer.question, language="zh-Hans")
    assert kept is not None
    assert (kept.kept_ms, kept.report.figures) == (heard_ms, answer.report.figures)
    assert kept.report.table_of("cashiers") is None
    assert kept.report.table_of("stores") == answer.report.table_of("stores")
    for other in (question(shop, office, members=True), question(shop, office, region="east")):
        assert reports.kept(MANAGER, other, language="zh-Hans") is None
    assert reports.kept(MANAGER, answer.question, language="en") is None

    shop.clock.advance(KEPT_DAYS * DAY_MS)
    assert reports.kept(MANAGER, answer.question, language="zh-Hans") is not None
    shop.clock.advance(1)
    assert reports.kept(MANAGER, answer.question, language="zh-Hans") is None
    assert ForgetMembers(store=shop.store, clock=shop.clock)().reports == 1
    assert kept_rows(shop) == []


def test_what_is_kept_is_bounded_in_number_and_size(shop: Till, office: Office) -> None:
    reports = chain(shop, office)
    for number in range(MOST_KEPT + 3):
        shop.clock.advance(1)
        reports.keep(answered(shop, office, region=f"r{number}"))
    kept = {json.loads(asked)[3] for asked, _ in kept_rows(shop)}
    assert kept == {f"r{number}" for number in range(3, MOST_KEPT + 3)}
    with shop.store.write() as work:
        assert work.sync_state.answers.prune(0, most=MOST_KEPT, most_bytes=MOST_KEPT_BYTES) == 0
        size = sum(len(doc) for _, doc in kept_rows(shop))
        work.sync_state.answers.prune(0, most=MOST_KEPT, most_bytes=size // 2)
    assert sum(len(doc) for _, doc in kept_rows(shop)) <= size // 2
    newest = question(shop, office, region=f"r{MOST_KEPT + 2}")
    assert reports.kept(MANAGER, newest, language="zh-Hans") is not None


def test_an_answer_of_another_release_counts_as_none(shop: Till, office: Office) -> None:
    reports = chain(shop, office)
    answer = answered(shop, office)
    reports.keep(answer)
    with shop.store.write() as work:
        [(asked, _)] = kept_rows(shop)
        found = work.sync_state.answers.get(asked)
        assert found is not None
        work.sync_state.answers.put(asked, replace(found, doc=zlib.compress(b'{"report": 1}')))
    assert reports.kept(MANAGER, answer.question, language="zh-Hans") is None


def test_a_day_or_a_store_of_a_report_is_asked_for_alone(shop: Till, office: Office) -> None:
    reports = chain(shop, office)
    answer = answered(shop, office, first_day="2025-01-01")
    reports.parts(MANAGER, answer, drill=Drill("sold", "day", "2025-02-03"))
    by_day = office.asked[-1]
    assert isinstance(by_day, PartsAsk)
    assert (by_day.report.first_day, by_day.report.last_day) == ("2025-02-03", "2025-02-03")
    assert (by_day.drill.measure, by_day.drill.dimension, by_day.report.everywhere) == ("sold", "", True)
    reports.entries(MANAGER, answer, store_id="S02", drill=Drill("sold", "store", "S02"), after="p")
    there = office.asked[-1]
    assert isinstance(there, EntriesAsk)
    assert (there.store_id, there.first_day, there.after) == ("S02", "2025-01-01", "p")
    assert (there.drill.measure, there.drill.dimension, there.drill.key) == ("sold", "", "")
    reports.parts(MANAGER, answer, drill=Drill("tendered", "tender", "cash"))
    by_tender = office.asked[-1]
    assert isinstance(by_tender, PartsAsk)
    assert (by_tender.drill.dimension, by_tender.drill.key) == ("tender", "cash")


def test_rows_say_who_where_and_how_much_and_a_receipt_opens_with_its_own_stores_head(
    shop: Till, office: Office
) -> None:
    with shop.store.read() as work:
        [entry] = work.journal.of_types(("sale.completed",))
    office.entries_reply = EntriesReply(
        entries=(
            EntryBehind(
                entry_id=entry.id,
                type="sale.completed",
                number="S02-T01-000009",
                terminal_id="S02-T01",
                shift_id="s",
                business_day="2025-11-24",
                at_ms=5,
                actor=LI.staff_id,
                value=1,
                total_minor=1_500,
            ),
            EntryBehind(
                entry_id="",
                order_id="o1",
                type="order",
                number="A17",
                terminal_id="",
                shift_id="",
                business_day="2025-11-24",
                at_ms=6,
                actor="",
                value=900,
            ),
        ),
        next="more",
    )
    reports = chain(shop, office)
    page = reports.entries(MANAGER, answered(shop, office), store_id="S02", drill=Drill("receipts"))
    sold, order = page.rows
    assert page.more == "more"
    assert (sold.reference, sold.actor_name, sold.till, sold.total_minor) == (
        "S02-T01-000009",
        LI.name,
        "S02-T01",
        1_500,
    )
    assert (order.type, order.reference, order.entry_id, order.order_id) == (
        "order.placed",
        "A17",
        "o1",
        "o1",
    )

    values = {name: getattr(entry, name) for name in WireEntry.model_fields}
    values |= {"body": dict(entry.body), "personal": None, "salt": None}
    office.entry_reply = EntryReply(
        entry=WireEntry.model_validate_json(json.dumps(values)),
        terminal_id="S02-T01",
        incarnation=1,
        till="2 号机",
        actor_name="王五",
        store=EntryStore(
            store_id="S02", name="二店", address="人民路 2 号", legal_id="", time_zone="Asia/Taipei"
        ),
    )
    opened = reports.open(MANAGER, entry.id, store_id="S02")
    assert opened.document is not None
    words = json.dumps(document_to_json(opened.document), ensure_ascii=False)
    assert {text in words for text in ("二店", "人民路 2 号", "王五")} == {True}
    assert str(entry.body["receipt_number"]) in words
    assert shop.profile.name not in words
    assert (opened.entry.hash, opened.entry.terminal) == (entry.hash, "S02-T01")
