"""A receipt makes its holder a member, once, with the points of that receipt and for whoever sold."""

import re
from html import unescape

import pytest
import requests
from sqlalchemy import text

from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.unit import Unit
from central_api.kit.words import words
from central_api.members import service as members
from central_api.members.schemas import Member
from central_api.receipts import service, welcome
from central_api.receipts.schemas import Conversion, JoinAnswer, JoinWish
from retail_core.journal import Entry
from retail_core.wire.facts import SALE_COMPLETED, SalePerson
from retail_core.wire.member_facts import MEMBER_JOINED, Consent, JoinedPerson, MemberJoined
from tests.integration.central_api.conftest import RunningServer, enrol
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, PHONE, set_up_floor
from tests.integration.central_api.till import FakeTill, line, returned, sale

NUMBER = "S01-T01-000001"
NEW_PHONE = "13900001234"
DAY_MS = 86_400_000
EARNING = line().model_copy(update={"joining_points": 13})
TERMS = Consent(kind="membership", given=True, wording="1")


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


@pytest.fixture
def sold(database: Database, till: FakeTill, caller: Caller) -> Entry:
    """Two cartons of milk that were sold without a member, worth 13 points."""
    return state(database, caller, till, till.state(SALE_COMPLETED, sale("sale-1", EARNING)))


def state(database: Database, caller: Caller, till: FakeTill, entry: Entry) -> Entry:
    batch = till.batch([entry])
    database.run(lambda unit: journal.ingest(unit, caller, batch=batch))
    return entry


def wish(phone: str = NEW_PHONE, code: str = "", *, terms: bool = True, marketing: bool = False) -> JoinWish:
    return JoinWish(phone=phone, terms=terms, marketing=marketing, code=code)


def join(database: Database, entry: Entry, wanted: JoinWish, *, is_sending: bool = False) -> JoinAnswer:
    def work(unit: Unit) -> JoinAnswer:
        shown = service.show(unit, NUMBER, shown_hash=entry.hash[:16])
        assert shown is not None
        return welcome.join(unit, shown, wish=wanted, words=words("en"), is_sending=is_sending)

    return database.run(work)


def member(database: Database, phone: str = NEW_PHONE) -> Member | None:
    with database.read() as unit:
        return members.find_by_phone(unit, phone)


def points(database: Database, phone: str = NEW_PHONE) -> int:
    found = member(database, phone)
    assert found is not None
    return found.points


def rows(database: Database, query: str) -> list[tuple[object, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query))]


def test_a_new_number_is_a_member_with_the_points_once_however_often_it_is_sent(
    database: Database, sold: Entry
) -> None:
    answers = [join(database, sold, wish()) for _ in range(3)]
    assert answers == [JoinAnswer("joined", points=13)] * 3
    assert points(database) == 13
    joins = rows(database, "SELECT means, store_id, terminal_id, staff_id FROM member_join")
    assert joins == [("link", "S01", "S01-T01", "st-lin")]
    assert rows(database, "SELECT kind, given, wording FROM member_consent") == [
        ("membership", 1, "receipt-1")
    ]


def test_one_receipt_joins_one_person(database: Database, sold: Entry) -> None:
    join(database, sold, wish())
    assert join(database, sold, wish("13900005678")).status == "used"
    assert member(database, "13900005678") is None
    assert points(database) == 13


def test_who_is_a_member_already_gets_no_points_and_uses_nothing_up(database: Database, sold: Entry) -> None:
    assert join(database, sold, wish(PHONE)).status == "known"
    assert points(database, PHONE) == 0
    assert rows(database, "SELECT COUNT(*) FROM member_join") == [(0,)]
    assert join(database, sold, wish()).status == "joined"


def test_terms_number_age_and_the_buyer_decide_whether_it_can_be_joined_by(
    database: Database, till: FakeTill, caller: Caller, sold: Entry, clock: FixedClock
) -> None:
    assert join(database, sold, wish(terms=False)).status == "no_terms"
    assert join(database, sold, wish("1390")).status == "bad_phone"
    assert join(database, sold, wish("１３９０００")).status == "bad_phone"
    clock.set(sold.wall_ms + 30 * DAY_MS)
    assert join(database, sold, wish()).status == "over"
    clock.set(sold.wall_ms + 30 * DAY_MS - 1)
    buyer = SalePerson(member_id=MEMBER, alias=ALIAS, masked_name="李**", phone_last4="8823", means="code")
    bought = till.state(SALE_COMPLETED, sale("sale-2", number=2), person=buyer)
    state(database, caller, till, bought)
    with database.read() as unit:
        of_member = service.show(unit, "S01-T01-000002", shown_hash=bought.hash[:16])
        of_nobody = service.show(unit, NUMBER, shown_hash=sold.hash[:16])
        assert of_member is not None
        assert of_nobody is not None
        assert [welcome.may_join(unit, each) for each in (of_member, of_nobody)] == [False, True]


def test_points_go_with_goods_that_come_back_before_and_after(
    database: Database, till: FakeTill, caller: Caller, sold: Entry
) -> None:
    bought = sale("sale-1", EARNING)
    first = returned(bought, pieces=1, number=2)
    state(database, caller, till, till.state(SALE_COMPLETED, first))
    assert join(database, sold, wish()) == JoinAnswer("joined", points=6)
    state(database, caller, till, till.state(SALE_COMPLETED, returned(bought, first, pieces=1, number=3)))
    assert points(database) == 0


def test_goods_that_come_back_later_take_thirteen_points_in_seven_and_six(
    database: Database, till: FakeTill, caller: Caller, sold: Entry
) -> None:
    bought = sale("sale-1", EARNING)
    join(database, sold, wish())
    first = returned(bought, pieces=1, number=2)
    state(database, caller, till, till.state(SALE_COMPLETED, first))
    assert points(database) == 6
    state(database, caller, till, till.state(SALE_COMPLETED, returned(bought, first, pieces=1, number=3)))
    assert points(database) == 0


def test_who_joined_at_a_till_without_a_network_meanwhile_is_one_account(
    database: Database, till: FakeTill, caller: Caller, sold: Entry
) -> None:
    join(database, sold, wish())
    person = JoinedPerson(member_id="M-till", alias="b" * 16, phone=NEW_PHONE, name="王芳", birthday="")
    body = MemberJoined(tier="basic", consents=(TERMS,))
    state(database, caller, till, till.state(MEMBER_JOINED, body, person=person))
    found = member(database)
    assert found is not None
    assert (found.member_id, found.name, found.points) == ("M-till", "王芳", 13)
    assert rows(database, "SELECT COUNT(*) FROM member WHERE active = 1") == [(2,)]


def test_where_messages_are_sent_the_number_is_proven_first(database: Database, sold: Entry) -> None:
    assert join(database, sold, wish(), is_sending=True).status == "code_sent"
    assert member(database) is None
    assert join(database, sold, wish(), is_sending=True).status == "wait"
    [(told,)] = rows(database, "SELECT words FROM message_outbox")
    code = re.findall(r"\d{6}", str(told))[0]
    wrong = "000000" if code != "000000" else "111111"
    assert join(database, sold, wish(code=wrong), is_sending=True).status == "code_wrong"
    assert join(database, sold, wish("13900005678", code), is_sending=True).status == "code_over"
    done = join(database, sold, wish(code=code, marketing=True), is_sending=True)
    assert done == JoinAnswer("joined", points=13)
    kinds = rows(database, "SELECT kind FROM member_consent ORDER BY kind")
    assert kinds == [("marketing",), ("membership",)]


def test_a_code_has_five_tries_and_five_minutes(database: Database, sold: Entry, clock: FixedClock) -> None:
    join(database, sold, wish(), is_sending=True)
    [(told,)] = rows(database, "SELECT words FROM message_outbox")
    code = re.findall(r"\d{6}", str(told))[0]
    wrong = "000000" if code != "000000" else "111111"
    tries = [join(database, sold, wish(code=wrong), is_sending=True).status for _ in range(5)]
    assert tries == ["code_wrong"] * 5
    assert join(database, sold, wish(code=code), is_sending=True).status == "code_over"
    clock.set(1_764_000_500_000 + 60_000)
    join(database, sold, wish(), is_sending=True)
    newest = "SELECT words FROM message_outbox ORDER BY made_ms DESC LIMIT 1"
    code = re.findall(r"\d{6}", str(rows(database, newest)[0][0]))[0]
    clock.set(1_764_000_500_000 + 360_000)
    assert join(database, sold, wish(code=code), is_sending=True).status == "code_over"


def test_joins_count_for_the_cashier_and_the_store_of_the_receipt(
    database: Database, till: FakeTill, caller: Caller, sold: Entry
) -> None:
    state(database, caller, till, till.state(SALE_COMPLETED, sale("sale-2", number=2)))
    join(database, sold, wish())
    with database.read() as unit:
        assert service.conversions(unit, since_ms=0) == [Conversion("S01", "st-lin", 2, 1, 0)]
        assert service.conversions(unit, since_ms=unit.now_ms + 1) == []


def test_the_page_invites_and_the_form_joins(server: RunningServer) -> None:
    till = FakeTill()
    caller = enrol(server.database, till)
    stated = till.state(SALE_COMPLETED, sale("sale-1", EARNING))
    # A receipt is good for 30 days, and this server has the time of day.
    state(server.database, caller, till, stated)
    just_now = text("UPDATE sale SET sold_ms = :now_ms")
    server.database.run(lambda unit: unit.conn.execute(just_now, {"now_ms": unit.now_ms}).rowcount)
    place = f"{server.url}/r/{NUMBER}"
    with requests.Session() as session:
        session.trust_env = False
        shown = session.get(f"{place}?h={stated.hash[:16]}", timeout=20)
        assert "the 13 points of this receipt are yours" in unescape(shown.text)
        [action] = re.findall(r'action="([^"]+)"', shown.text)
        form = {"phone": NEW_PHONE, "terms": "1", "marketing": "1"}
        stranger = session.post(f"{place}/join?h={'0' * 16}", data=form, timeout=20)
        joined = session.post(server.url + unescape(action), data=form, timeout=20)
        again = session.get(f"{place}?h={stated.hash[:16]}", timeout=20)
        junk = session.post(server.url + unescape(action), data=b"\xff=%00&phone=%F0", timeout=20)
    assert stranger.status_code == 404
    assert "You are a member." in joined.text
    assert NEW_PHONE not in joined.text
    assert "<form" not in again.text
    assert "8 to 15 digits" in junk.text
    assert points(server.database) == 13
