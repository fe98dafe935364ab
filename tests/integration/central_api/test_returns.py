"""Goods come back: rows, stock, points, coupons and what is doubtful; on both databases."""

import json
from typing import Any, Literal

import pytest
from sqlalchemy import text

from central_api.coupons import service as coupons
from central_api.coupons.schemas import Grant
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember, Points
from central_api.models.catalog import campaign
from central_api.receipts import service as receipts
from central_api.staff import service as staff
from retail_core.journal import Entry
from retail_core.wire import facts
from retail_core.wire.counter import ReceiptFind, ReceiptFound
from retail_core.wire.facts import CouponUse, Discount, SaleCompleted, SaleLine, SalePerson
from tests.integration.central_api.conftest import Client, cashier, enrol
from tests.integration.central_api.till import FakeTill, line, returned, sale

PERSON = SalePerson(
    member_id="m-1", alias="0123456789abcdef", masked_name="李**", phone_last4="0000", means="code"
)


def ingest(database: Database, caller: Caller, till: FakeTill, *entries: Entry) -> None:
    batch = till.batch(entries)
    receipt = database.run(lambda unit: journal.ingest(unit, caller, batch=batch)).receipt
    assert receipt.parked == 0


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query))]


def doubts(database: Database) -> list[tuple[str, dict[str, Any]]]:
    """Return what a person has to look at, rights apart."""
    found = rows(database, "SELECT kind, args FROM entry_exception ORDER BY kind, args")
    return [(kind, json.loads(args)) for kind, args in found if kind != "right.missing"]


def stated(till: FakeTill, *documents: SaleCompleted, person: SalePerson | None = None) -> list[Entry]:
    return [till.state(facts.SALE_COMPLETED, document, person=person) for document in documents]


def _discount(funder: str, minor: int, effect: Literal["price_reduction", "third_party_payment"]) -> Discount:
    return Discount(
        rule_id="c-1",
        kind="amount",
        name="x",
        amount_minor=-minor,
        funders={funder: -minor},
        tax_effect=effect,
        units_milli=2_000,
    )


def discounted() -> SaleLine:
    """Two milks of 6.50, 3.00 off by a brand and 1.00 by the store."""
    return line().model_copy(
        update={
            "discounts": (
                _discount("brand", 300, "third_party_payment"),
                _discount("store", 100, "price_reduction"),
            ),
            "total_minor": 900,
            "net_minor": 762,
            "tax_minor": 138,
            "points": 9,
        }
    )


def test_what_came_back_becomes_rows(database: Database, till: FakeTill, caller: Caller) -> None:
    sold = sale("sale-1", discounted())
    ingest(database, caller, till, *stated(till, sold, returned(sold, pieces=1, number=2)))
    assert rows(database, "SELECT of_sale_id, of_receipt_number, refund_minor FROM sale_return") == [
        ("sale-1", "S01-T01-000001", 450)
    ]
    assert rows(database, "SELECT of_line_id, qty_milli, total_minor, restock FROM sale_return_line") == [
        ("1", 1000, 450, 1)
    ]
    assert rows(database, "SELECT total_minor FROM sale ORDER BY receipt_number") == [(900,), (-450,)]
    assert doubts(database) == []


def test_a_funder_owes_nothing_for_what_came_back(database: Database, till: FakeTill, caller: Caller) -> None:
    sold = sale("sale-1", discounted())
    ingest(database, caller, till, *stated(till, sold, returned(sold, pieces=1, number=2)))
    query = (
        "SELECT funder, CAST(SUM(amount_minor) AS BIGINT) FROM ("
        "SELECT funder, amount_minor FROM sale_discount "
        "UNION ALL SELECT funder, amount_minor FROM sale_return_discount) AS borne "
        "GROUP BY funder ORDER BY funder"
    )
    assert rows(database, query) == [("brand", -150), ("store", -50)]


def test_goods_go_back_to_the_shelf_or_are_written_off(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    sold = sale("sale-1", line(qty_milli=5_000))
    first = returned(sold, pieces=1, number=2)
    second = returned(sold, first, pieces=2, number=3, restock=False)
    ingest(database, caller, till, *stated(till, sold, first, second))
    assert rows(database, "SELECT on_hand_milli FROM stock_level") == [(-4000,)]
    query = "SELECT cause, on_hand_milli FROM stock_movement WHERE cause <> 'sale' ORDER BY id"
    assert rows(database, query) == [("return", 1000), ("return", 2000), ("write_off", -2000)]


def test_an_empty_that_comes_back_is_no_goods(database: Database, till: FakeTill, caller: Caller) -> None:
    sold = sale("sale-1", line(qty_milli=5_000).model_copy(update={"deposit": True}))
    back = returned(sold, pieces=2, number=2)
    assert back.returned[0].lines[0].deposit
    ingest(database, caller, till, *stated(till, sold, back))
    assert rows(database, "SELECT cause, on_hand_milli FROM stock_movement") == []


def _register(unit: Unit) -> None:
    members.register(
        unit,
        [
            NewMember(
                member_id="m-1",
                alias=PERSON.alias,
                phone="13800000000",
                name="李晓",
                tier="gold",
                home_store="S01",
                registered_ms=1,
                import_batch=None,
            )
        ],
    )
    members.settle(unit)


def _spend_elsewhere(unit: Unit) -> None:
    spent = Points(
        member_id="m-1", ref="shop", rule="spent", points=-9, store_id=None, earned_ms=2, entry_id=None
    )
    members.give(unit, [spent])
    members.settle(unit)


def test_points_go_with_the_goods_and_the_balance_may_fall_below_zero(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    database.run(_register)
    sold = sale("sale-1", discounted(), points_earned=9, member_tier="gold")
    entries = stated(till, sold, person=PERSON)
    back = returned(sold, pieces=1, number=2)
    ingest(database, caller, till, *entries)
    database.run(_spend_elsewhere)
    batch = till.batch(stated(till, back))
    for _ in range(2):  # sent twice, as after a lost answer
        database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    assert rows(database, "SELECT rule, points FROM points_entry WHERE rule LIKE 'returned%'") == [
        ("returned:sale-1", -5)
    ]
    assert rows(database, "SELECT points FROM member") == [(-5,)]


def _issue(unit: Unit) -> None:
    _register(unit)
    document = json.dumps({"id": "c-1", "kind": "coupon_amount", "params": {"amount_minor": 100}})
    unit.conn.execute(
        campaign.insert().values(
            campaign_id="c-1", number=1, scope="*", name="x", kind="coupon_amount", doc=document
        )
    )
    grant = Grant(
        request_id="r",
        campaign_id="c-1",
        member_id="m-1",
        store_id="S01",
        days=30,
        coupon_id="cafe000000000001",
    )
    coupons.issue(unit, grant, tenant=7, store_number=1)
    members.settle(unit)


USE = CouponUse(
    coupon_id="cafe000000000001", campaign_id="c-1", amount_minor=100, mode="online", hold_id=None
)


def test_a_coupon_is_given_back_once_and_used_again(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    database.run(_issue)
    sold = sale("sale-1", coupons=(USE,))
    back = returned(sold, pieces=2, number=2)
    assert back.returned[0].coupons == (USE.coupon_id,)
    entries = stated(till, sold, back, person=PERSON)
    ingest(database, caller, till, *entries)
    assert rows(database, "SELECT state, redeemed_sale_id FROM coupon") == [("returned", None)]
    assert rows(database, "SELECT coupons FROM member") == [(1,)]
    again = sale("sale-3", number=3, coupons=(USE,))
    ingest(database, caller, till, *stated(till, again, person=PERSON))
    assert rows(database, "SELECT state, redeemed_sale_id FROM coupon") == [("redeemed", "sale-3")]
    assert doubts(database) == []


def test_a_coupon_that_another_sale_consumed_is_not_given_back(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    database.run(_issue)
    first, second = sale("sale-1", coupons=(USE,)), sale("sale-2", number=2, coupons=(USE,))
    back = returned(second, pieces=2, number=3)
    ingest(database, caller, till, *stated(till, first, second, back, person=PERSON))
    assert rows(database, "SELECT state, redeemed_sale_id FROM coupon") == [("redeemed", "sale-1")]
    assert [kind for kind, _ in doubts(database)] == ["coupon.already_used", "coupon.not_given_back"]


def test_two_tills_that_took_the_same_piece_back_are_an_exception(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    sold = sale("sale-1")
    ingest(database, caller, till, *stated(till, sold, returned(sold, pieces=2, number=2)))
    other = FakeTill(seed=bytes(range(1, 33)))
    other_caller = enrol(database, other)
    late = returned(sold, pieces=1, number=3, receipt_number="S01-T02-000001")
    ingest(database, other_caller, other, *stated(other, late))
    assert doubts(database) == [
        (
            "return.more_than_sold",
            {
                "line_id": "1",
                "receipt_number": "S01-T01-000001",
                "returned_milli": 3000,
                "sold_milli": 2000,
            },
        )
    ]
    # The money left the drawer: the fact stays.
    assert rows(database, "SELECT count(*) FROM sale_return") == [(2,)]


def test_goods_of_a_receipt_that_nobody_knows_are_an_exception(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till, *stated(till, returned(sale("elsewhere"), pieces=1, number=1)))
    assert [kind for kind, _ in doubts(database)] == ["return.unknown_sale"]


def test_a_refund_that_its_lines_do_not_make_is_an_exception(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    sold = sale("sale-1")
    back = returned(sold, pieces=1, number=2)
    wrong = back.returned[0].model_copy(update={"refund_minor": 700})
    document = back.model_copy(
        update={
            "returned": (wrong,),
            "total_minor": -700,
            "tenders": (back.tenders[0].model_copy(update={"amount_minor": -700, "tendered_minor": -700}),),
        }
    )
    ingest(database, caller, till, *stated(till, sold, document))
    assert [kind for kind, _ in doubts(database)] == ["return.sums_differ"]


def test_a_document_whose_total_forgets_the_refund_is_an_exception(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    sold = sale("sale-1")
    back = returned(sold, pieces=1, number=2)
    free = back.model_copy(update={"total_minor": 0, "tenders": ()})
    ingest(database, caller, till, *stated(till, sold, free))
    assert [kind for kind, _ in doubts(database)] == ["sale.sums_differ"]


@pytest.mark.parametrize(
    ("rights", "missing"),
    [
        ({"sell": None}, [("sale.return", 650)]),
        ({"sell": None, "sale.return": 600}, [("sale.return", 650)]),
        ({"sell": None, "sale.return": 650}, []),
    ],
)
def test_taking_goods_back_needs_its_right(
    database: Database,
    till: FakeTill,
    caller: Caller,
    *,
    rights: dict[str, int | None],
    missing: list[tuple[str, int]],
) -> None:
    person = cashier().model_copy(update={"rights": rights})
    database.run(lambda unit: staff.restore(unit, "*", doc=person))
    sold = sale("sale-1")
    ingest(database, caller, till, *stated(till, sold, returned(sold, pieces=1, number=2)))
    found = [json.loads(args) for (args,) in rows(database, "SELECT args FROM entry_exception")]
    assert [(each["verb"], each["amount"]) for each in found] == missing


def test_cash_for_a_card_needs_a_right_of_its_own(database: Database, till: FakeTill, caller: Caller) -> None:
    person = cashier().model_copy(update={"rights": {"sell": None, "sale.return": None}})
    database.run(lambda unit: staff.restore(unit, "*", doc=person))
    sold = sale("sale-1")
    back = returned(sold, pieces=1, number=2)
    part = back.returned[0].parts[0].model_copy(update={"kind": "card", "provider": "sim"})
    receipt = back.returned[0].model_copy(update={"parts": (part,)})
    ingest(database, caller, till, *stated(till, sold, back.model_copy(update={"returned": (receipt,)})))
    found = [json.loads(args) for (args,) in rows(database, "SELECT args FROM entry_exception")]
    assert [each["verb"] for each in found] == ["refund.cash"]


def test_a_receipt_is_found_with_what_came_back_of_it(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    sold = sale("sale-1")
    back = returned(sold, pieces=1, number=2)
    ingest(database, caller, till, *stated(till, sold, back, person=PERSON))
    with database.read() as unit:
        found = receipts.find(unit, ReceiptFind(receipt_number="S01-T01-000001"))
        unknown = receipts.find(unit, ReceiptFind(receipt_number="S01-T01-999999"))
    assert found.sale == sold
    assert [(each.document_id, each.receipt) for each in found.returned] == [("return-2", back.returned[0])]
    assert unknown == ReceiptFound(sale=None, sold_ms=0)


def test_another_till_asks_for_a_receipt_over_the_wire(client: Client, till: FakeTill) -> None:
    sold = sale("sale-1")
    entries = stated(till, sold, person=PERSON)
    assert client.post("/v1/journal", till.batch(entries).model_dump_json().encode()).status_code == 200
    question = ReceiptFind(receipt_number=sold.receipt_number)
    answer = client.post("/v1/receipts/find", question.model_dump_json().encode())
    assert ReceiptFound.model_validate_json(answer.content).sale == sold
    assert PERSON.masked_name not in answer.text
