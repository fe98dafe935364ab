"""What opens behind a row of a report: the receipt as it printed, or the entry itself; nothing is written."""

import json

import pytest

from pos_app.services.documents import document_to_json
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.reporting.find_receipts import Evidence, FindReceipts
from pos_app.services.reporting.run_report import RunReport
from pos_app.services.reprint_receipt import ReprintReceipt
from pos_app.services.show_evidence import ShowEvidence
from retail_core.reporting.report import Drill
from tests.returns_counter import ReturnsCounter, stock_menu
from tests.till_shop import LI, Till


@pytest.fixture
def shop(till: Till) -> Till:
    stock_menu(till)
    till.open_shift()
    return till


def rows_behind(till: Till, drill: Drill) -> tuple[Evidence, ...]:
    run = RunReport(
        store=till.store,
        catalog=till.data.catalog,
        clock=till.clock,
        profile=till.profile,
        campaign_name=lambda rule, _language: rule,
    )
    find = FindReceipts(store=till.store, catalog=till.data.catalog, profile=till.profile)
    return find(LI, run.newest(LI), drill=drill).rows


def showing(till: Till) -> ShowEvidence:
    return ShowEvidence(store=till.store, catalog=till.data.catalog, texts=till.texts)


def written(till: Till) -> int:
    with till.store.read() as work:
        return work.journal.head().seq


def test_a_receipt_opens_as_it_printed_and_no_copy_is_counted(shop: Till) -> None:
    sold = ReturnsCounter(shop).sell({"burger": 1})
    before = written(shop)
    [row] = rows_behind(shop, Drill("receipts"))
    opened = showing(shop)(LI, row)
    assert opened.document is not None
    words = json.dumps(document_to_json(opened.document), ensure_ascii=False)
    assert sold.receipt_number in words
    assert shop.texts.text("receipt.copy", number=1) not in words
    assert written(shop) == before


def test_an_entry_without_a_paper_opens_itself(shop: Till) -> None:
    sold = ReturnsCounter(shop).sell({"burger": 1})
    reprint = ReprintReceipt(store=shop.store, clock=shop.clock, events=shop.events, texts=shop.texts)
    reprint(LI, sold.receipt_number)
    [row] = rows_behind(shop, Drill("copies"))
    opened = showing(shop)(LI, row)
    assert opened.document is None
    assert opened.entry is not None
    assert opened.entry.body["receipt_number"] == sold.receipt_number


def test_evidence_needs_the_right_to_reports(shop: Till) -> None:
    ReturnsCounter(shop).sell({"burger": 1})
    [row] = rows_behind(shop, Drill("receipts"))
    with pytest.raises(RuleError) as refused:
        showing(shop)(Actor("x", "X", "cashier", {"sell": None}), row)
    assert refused.value.code == "right.missing"
