"""What paid a sale, as the server sees it: rows, and what a person has to look at; on both databases."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from retail_core.journal import Entry
from retail_core.wire import facts
from retail_core.wire.enrolment import StoreCard, TenderOffer
from retail_core.wire.facts import Tender
from tests.integration.central_api.conftest import TENANT, store_card
from tests.integration.central_api.till import FakeTill, sale


def tender(kind: str, minor: int, **others: Any) -> Tender:
    values = {"kind": kind, "amount_minor": minor, "tendered_minor": minor, "change_minor": 0, **others}
    return Tender.model_validate(values)


def ingest(database: Database, caller: Caller, till: FakeTill, *entries: Entry) -> None:
    receipt = database.run(lambda unit: journal.ingest(unit, caller, batch=till.batch(entries))).receipt
    assert receipt.parked == 0


def exceptions(database: Database) -> list[tuple[str, dict[str, object]]]:
    with database.read() as unit:
        found = unit.conn.execute(text("SELECT kind, args FROM entry_exception ORDER BY id"))
        return [(row.kind, json.loads(row.args)) for row in found]


def sold(till: FakeTill, number: int, *tenders: Tender, rounding_minor: int = 0) -> Entry:
    body = sale(f"sale-{number}", number=number, tenders=tenders, rounding_minor=rounding_minor)
    return till.state(facts.SALE_COMPLETED, body)


def test_every_tender_is_a_row_with_its_provider(database: Database, till: FakeTill, caller: Caller) -> None:
    ingest(
        database,
        caller,
        till,
        sold(
            till,
            1,
            tender("card", 500, reference="r-77", provider="scanpay"),
            tender("voucher", 300, tendered_minor=500, reference="GV-0001"),
            tender("cash", 500, tendered_minor=1_000, change_minor=500),
        ),
    )
    with database.read() as unit:
        found = unit.conn.execute(
            text(
                "SELECT kind, amount_minor, tendered_minor, reference, provider "
                "FROM sale_tender ORDER BY position"
            )
        )
        assert [tuple(row) for row in found] == [
            ("card", 500, 500, "r-77", "scanpay"),
            ("voucher", 300, 500, "GV-0001", ""),
            ("cash", 500, 1_000, None, ""),
        ]
    assert exceptions(database) == []


@pytest.mark.parametrize(
    "tenders",
    [
        (tender("card", 1_300, tendered_minor=1_400, change_minor=100),),
        (tender("card", 1_300, tendered_minor=1_400),),
        (tender("cash", 1_400), tender("external", -100)),
        (tender("cash", 1_300, tendered_minor=1_200, change_minor=-100),),
    ],
    ids=["change of a card", "a card that kept more", "given back in a sale", "negative change"],
)
def test_tenders_that_cannot_have_paid_are_an_exception(
    database: Database, till: FakeTill, caller: Caller, tenders: tuple[Tender, ...]
) -> None:
    ingest(database, caller, till, sold(till, 1, *tenders))
    assert exceptions(database) == [("sale.tenders_contradict", {"due_minor": 1_300})]


def test_a_voucher_that_paid_on_another_till_before_is_an_exception_of_the_second_sale(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    voucher = tender("voucher", 1_300, reference="GV-0001")
    other = tender("voucher", 1_300, reference="GV-0002")
    ingest(database, caller, till, sold(till, 1, voucher), sold(till, 2, other), sold(till, 3, voucher))
    assert exceptions(database) == [
        ("voucher.already_used", {"number": "GV-0001", "first_sale_id": "sale-1"}),
    ]


def test_a_voucher_that_was_given_back_is_good_again(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    voucher = tender("voucher", 1_300, reference="GV-0001")
    ingest(database, caller, till, sold(till, 1, voucher))
    back = sale(
        "back-1", number=2, total_minor=-1_300, tenders=(tender("voucher", -1_300, reference="GV-0001"),)
    )
    ingest(database, caller, till, till.state(facts.SALE_COMPLETED, back), sold(till, 3, voucher))
    assert [kind for kind, _ in exceptions(database) if kind.startswith("voucher")] == []
    ingest(database, caller, till, sold(till, 4, voucher))
    assert [kind for kind, _ in exceptions(database) if kind.startswith("voucher")] == [
        "voucher.already_used"
    ]


def test_a_store_card_keeps_its_rules_of_payment(database: Database) -> None:
    card = store_card().model_copy(
        update={
            "cash_rounding": "down",
            "cash_exact": True,
            "tenders": (
                TenderOffer(kind="cash", over="change"),
                TenderOffer(kind="voucher", over="none", most_minor=20_000),
            ),
        }
    )
    database.run(lambda unit: enrolment.put_store(unit, TENANT, card=card))
    with database.read() as unit:
        assert enrolment.store_card(unit, "S01") == card


@pytest.mark.parametrize(
    "offers",
    [
        [TenderOffer(kind="card", over="change")],
        [TenderOffer(kind="external", over="forfeit")],
        [TenderOffer(kind="cash", over="change")] * 2,
        [TenderOffer(kind="voucher", over="forfeit", most_minor=0)],
    ],
    ids=["change for a card", "forfeit of a card", "cash twice", "no most at all"],
)
def test_a_store_cannot_take_tenders_by_rules_that_are_none(
    database: Database, offers: list[TenderOffer]
) -> None:
    card = store_card().model_copy(update={"tenders": tuple(offers)})
    with pytest.raises(ApiError) as refused:
        database.run(lambda unit: enrolment.put_store(unit, TENANT, card=card))
    assert (refused.value.status, refused.value.code) == (422, "store.bad_tender")


def test_a_change_of_settings_goes_down_to_the_tills_of_the_store(database: Database) -> None:
    with database.read() as unit:
        before, other = (
            str(feed.page(unit, "store", store_id=store_id, cursor="", limit=500).next)
            for store_id in ("S01", "S02")
        )
    values: dict[str, object] = {"payment_url": "https://pay.example", "return_days": 7}
    database.run(lambda unit: enrolment.change_store(unit, "S01", values=values))
    with database.read() as unit:
        [change] = feed.page(unit, "store", store_id="S01", cursor=before, limit=10).changes
        assert not feed.has_news(unit, "store", store_id="S02", cursor=other)
    assert (change.kind, change.key) == ("settings", "S01")
    came = StoreCard.model_validate_json(json.dumps(change.doc))
    assert (came.payment_url, came.return_days) == ("https://pay.example", 7)
    assert came.model_copy(update={"payment_url": "", "return_days": 30}) == store_card()


@pytest.mark.parametrize(
    "url", ["http://pay.example", "pay.example", "https://", "ftp://127.0.0.1", "http://[::1"]
)
def test_payments_do_not_travel_in_the_open(database: Database, url: str) -> None:
    with pytest.raises(ApiError) as refused:
        database.run(lambda unit: enrolment.change_store(unit, "S01", values={"payment_url": url}))
    assert (refused.value.status, refused.value.code) == (422, "store.bad_payment_url")


def test_settings_of_a_store_that_is_none_are_refused(database: Database) -> None:
    with pytest.raises(ApiError) as refused:
        database.run(lambda unit: enrolment.change_store(unit, "S77", values={"return_days": 7}))
    assert (refused.value.status, refused.value.code) == (404, "store.unknown")
