"""One phone number is one account, however often it joined, and in whatever order that is heard of."""

import itertools
import json
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from sqlalchemy import text

from central_api.cards import service as cards
from central_api.coupons import service as coupons
from central_api.coupons.schemas import Grant
from central_api.enrolment import service as enrolment
from central_api.erasing import service as erasing
from central_api.importing.shop_settings import set_tiers
from central_api.joining import service as joining
from central_api.joining.schemas import Agreed, Joiner, Means, Place
from central_api.journal import service as journal
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.shop import service as shop
from central_api.tiers import service as tiers
from retail_core.journal import Entry
from retail_core.wire import facts, member_facts
from retail_core.wire.facts import SalePerson
from retail_core.wire.feed import MemberDoc
from retail_core.wire.member_facts import (
    Consent,
    JoinedPerson,
    MemberConsented,
    MemberJoined,
    MemberNoted,
    NamedPerson,
    NotedPerson,
)
from retail_core.wire.shop import JoinLink, JoinMember
from tests.integration.central_api.conftest import NOW_MS, TENANT
from tests.integration.central_api.shop_floor import (
    ALIAS,
    MEMBER,
    PHONE,
    context,
    set_up_floor,
    store_docs,
)
from tests.integration.central_api.till import SOLD_MS, FakeTill, returned, sale

TERMS = Consent(kind="membership", given=True, wording="1")
ADS = Consent(kind="marketing", given=True, wording="1")
TEN_MS = 1_764_000_000_000
MINUTE_MS = 60_000


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def joined(till: FakeTill, person: JoinedPerson, *consents: Consent) -> Entry:
    body = MemberJoined(tier="basic", consents=consents or (TERMS,))
    return till.state(member_facts.MEMBER_JOINED, body, person=person)


def person(member_id: str, alias: str, phone: str, name: str = "", birthday: str = "") -> JoinedPerson:
    return JoinedPerson(member_id=member_id, alias=alias, phone=phone, name=name, birthday=birthday)


def ingest(database: Database, caller: Caller, till: FakeTill, *entries: Entry) -> int:
    batch = till.batch(entries)
    return database.run(lambda unit: journal.ingest(unit, caller, batch=batch)).receipt.exceptions


def rows(database: Database, query: str, **values: object) -> list[tuple[object, ...]]:
    with database.read() as unit:
        return [tuple(row) for row in unit.conn.execute(text(query), values)]


def docs(database: Database, store_id: str = "S01") -> dict[str, MemberDoc]:
    told = store_docs(database, "member", store_id)
    return {key: MemberDoc.model_validate_json(doc) for key, doc in told.items()}


def sold_to(member_id: str, alias: str, phone: str = "") -> SalePerson:
    return SalePerson(
        member_id=member_id, alias=alias, masked_name="**", phone_last4=phone[-4:], means="phone"
    )


def test_who_joins_at_a_till_is_a_member_with_points_and_consents(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    who = person("M-new", "a" * 16, "13900001234", "王芳", "02-29")
    first = joined(till, who, TERMS, replace_given(ADS, given=False))
    bought = till.state(facts.SALE_COMPLETED, sale(points_earned=13), person=sold_to("M-new", "a" * 16))
    assert ingest(database, caller, till, first, bought) == 0
    told = docs(database)["M-new"]
    assert (told.masked_name, told.initials, told.phone_last4, told.tier, told.points, told.birthday) == (
        "王**",
        "wf",
        "1234",
        "basic",
        13,
        "02-29",
    )
    assert told.consents == ("membership",)
    assert rows(database, "SELECT means, store_id, terminal_id, staff_id FROM member_join") == [
        ("till", "S01", "S01-T01", "st-lin")
    ]
    said = rows(database, "SELECT kind, given, wording, staff_id, at_ms FROM member_consent ORDER BY kind")
    assert said == [
        ("marketing", 0, "1", "st-lin", SOLD_MS),
        ("membership", 1, "1", "st-lin", SOLD_MS),
    ]


def replace_given(consent: Consent, *, given: bool) -> Consent:
    return consent.model_copy(update={"given": given})


def test_a_join_without_the_terms_is_doubtful_and_counts(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    assert ingest(database, caller, till, joined(till, person("M-new", "a" * 16, "13900001234"), ADS)) == 1
    assert "M-new" in docs(database)


def test_a_member_of_a_long_time_lives_on_when_the_phone_number_joins_again(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    # The floor's member was entered after this till's join, by the clock; so it is made older.
    database.run(lambda unit: unit.conn.execute(text("UPDATE member SET registered_ms = 5")).rowcount)
    who = person("M-new", "a" * 16, PHONE, "李小静")
    bought = sold_to("M-new", "a" * 16)
    ingest(
        database,
        caller,
        till,
        joined(till, who),
        till.state(facts.SALE_COMPLETED, sale(points_earned=13), person=bought),
    )
    told = docs(database)
    assert set(told) == {MEMBER}
    assert [(each.member_id, each.alias) for each in told[MEMBER].merged] == [("M-new", "a" * 16)]
    assert (told[MEMBER].tier, told[MEMBER].points, told[MEMBER].masked_name) == ("gold", 13, "李**")
    assert rows(database, "SELECT member_id FROM sale") == [(MEMBER,)]
    blank = """
        SELECT name, phone, phone_mac, phone_last4, merged_into, active FROM member WHERE member_id = 'M-new'
    """
    assert rows(database, blank) == [("", None, None, "", MEMBER, 0)]
    with database.read() as unit:
        assert members.get(unit, "M-new").member_id == MEMBER
        by_alias = members.by_alias(unit, "a" * 16)
    assert by_alias is not None
    assert by_alias.alias == ALIAS


JOINS: dict[str, tuple[str, str, int, str, Means, str | None]] = {
    "till": ("M-a", "a" * 16, TEN_MS, "", "till", "S01"),
    "online": ("M-b", "b" * 16, TEN_MS + 5 * MINUTE_MS, "李静", "online", None),
    "other till": ("M-c", "c" * 16, TEN_MS + 3 * MINUTE_MS, "李晶", "till", "S02"),
}


def _join(unit: Unit, which: str, *, number: int) -> None:
    member_id, alias, at_ms, name, means, store_id = JOINS[which]
    joiner = Joiner(
        ref=f"{member_id}-{number}",
        member_id=f"{member_id}-{number}",
        alias=f"{number:02x}" + alias[2:],
        phone=f"1390000{number:04d}",
        name=name,
        birthday="05-17" if which == "other till" else "",
        tier="silver" if which == "online" else "basic",
        means=means,
        joined_ms=at_ms,
        place=Place(store_id=store_id),
        consents=(Agreed("membership", True, "1"), Agreed("marketing", which != "online", "1")),
    )
    joining.join(unit, joiner)


def _buy(unit: Unit, which: str, *, number: int, points: int) -> None:
    member_id, alias, at_ms, *_ = JOINS[which]
    who = sold_to(f"{member_id}-{number}", f"{number:02x}" + alias[2:])
    sold = sale(f"sale-{which}-{number}", points_earned=points)
    when = context(f"e-{which}-{number}", wall_ms=at_ms + MINUTE_MS)
    members.apply_sale(unit, when, sale=sold, person=who)
    buyer = members.buyer(unit, who)
    tiers.apply_sale(unit, when, sale=sold, member_id=None if buyer is None else buyer.member_id)


def _orders() -> Iterator[tuple[str, ...]]:
    steps = ("till", "online", "other till", "buy till", "buy other till")
    for order in itertools.permutations(steps):
        if all(order.index(step) < order.index(f"buy {step}") for step in ("till", "other till")):
            yield order


def test_the_order_in_which_joins_arrive_makes_no_difference_and_twice_adds_nothing(
    database: Database,
) -> None:
    orders = list(_orders())
    assert len(orders) == 30

    def play(unit: Unit, number: int, order: tuple[str, ...]) -> None:
        for step in [*order, *order]:  # everything is heard of twice
            if step.startswith("buy "):
                points = 12 if step == "buy till" else 30
                _buy(unit, step.removeprefix("buy "), number=number, points=points)
            else:
                _join(unit, step, number=number)
        members.settle(unit)

    for number, order in enumerate(orders):
        database.run(partial(play, number=number, order=order))
    told = docs(database)
    for number in range(len(orders)):
        account = told[f"M-a-{number}"]
        assert [each.member_id for each in account.merged] == [f"M-b-{number}", f"M-c-{number}"]
        assert (account.points, account.tier, account.initials, account.birthday) == (
            42,
            "silver",
            "lj",
            "05-17",
        )
        assert (account.phone_last4, account.spent_minor) == (f"{number:04d}", 2_600)
        assert account.consents == ("membership",)  # the last word on advertising was no, online
    whole = """
        SELECT name, home_store, purchases, visited_ms FROM member WHERE active = 1 AND member_id LIKE 'M-a-%'
    """
    assert set(rows(database, whole)) == {("李静", "S01", 2, TEN_MS + 5 * MINUTE_MS)}
    assert set(docs(database, "S02")) == {f"M-a-{number}" for number in range(len(orders))}


def test_coupons_orders_and_uses_count_for_who_lives_on(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    def prepare(unit: Unit) -> None:
        for number, member_id in enumerate((MEMBER, MEMBER, "M-new"), start=1):
            grant = Grant(f"r{number}", "FIVE", member_id, "S01")
            coupons.issue(unit, grant, tenant=TENANT, store_number=1)
        members.settle(unit)

    ingest(database, caller, till, joined(till, person("M-new", "a" * 16, "13900001234")))
    database.run(prepare)
    database.run(lambda unit: [cards.issue(unit, each) for each in (MEMBER, "M-new")])
    survivor = database.run(lambda unit: joining.merge(unit, MEMBER, other_id="M-new"))
    assert survivor == "M-new"  # it joined earlier than the floor's member was entered
    assert rows(database, "SELECT DISTINCT member_id FROM coupon") == [("M-new",)]
    assert docs(database)["M-new"].coupons == 3
    assert rows(database, "SELECT member_id, issue FROM member_card ORDER BY 1") == [
        ("M-new", 1),
        (MEMBER, 1),
    ]
    assert docs(database)["M-new"].tier == "gold"


def test_two_joins_at_the_same_moment_end_as_one_account(database: Database) -> None:
    begin = threading.Barrier(2)
    failed: list[BaseException] = []

    def run(work: Callable[[Unit], None]) -> None:
        begin.wait(10)
        try:
            database.run(work)
        except BaseException as error:  # noqa: BLE001 - shown by the test
            failed.append(error)

    works = [lambda unit, which=which: _join(unit, which, number=77) for which in ("till", "online")]
    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failed == []
    assert rows(database, "SELECT member_id FROM member WHERE active = 1 AND phone = '13900000077'") == [
        ("M-a-77",)
    ]
    assert [each.member_id for each in docs(database)["M-a-77"].merged] == ["M-b-77"]


def test_online_a_phone_number_that_is_known_joins_once_and_a_link_counts_for_its_cashier(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    database.run(lambda unit: unit.conn.execute(text("UPDATE member SET registered_ms = 5")).rowcount)
    sold = till.state(facts.SALE_COMPLETED, sale("bought"))
    ingest(database, caller, till, sold)
    link = JoinLink(receipt_number="S01-T01-000001")
    wanted = JoinMember(request_id="j1", phone=PHONE, name="李小静", consents=(TERMS,), link=link)
    first = database.run(lambda unit: shop.join_member(unit, wanted))
    again = database.run(lambda unit: shop.join_member(unit, wanted))
    assert (first.member_id, again.member_id) == (MEMBER, MEMBER)
    counted = """
        SELECT store_id, terminal_id, staff_id, means, COUNT(*) FROM member_join
        GROUP BY store_id, terminal_id, staff_id, means
    """
    assert rows(database, counted) == [("S01", "S01-T01", "st-lin", "link", 1)]


def test_what_was_noted_last_counts_whenever_it_arrives(database: Database) -> None:
    def note(unit: Unit, at_ms: int, **texts: str) -> None:
        fact = MemberNoted(fields=("preferences", "note"))
        who = NotedPerson(member_id=MEMBER, alias=ALIAS, **texts)
        joining.apply_noted(unit, context(wall_ms=at_ms), fact=fact, person=who)

    database.run(lambda unit: note(unit, NOW_MS + 2, preferences="少冰", note=""))
    database.run(lambda unit: note(unit, NOW_MS + 1, preferences="去冰", note="会员日再来"))
    assert (docs(database)[MEMBER].preferences, docs(database)[MEMBER].note) == ("少冰", "")


def test_a_consent_can_be_taken_back(database: Database) -> None:
    def say(unit: Unit, at_ms: int, *, given: bool) -> None:
        fact = MemberConsented(consents=(replace_given(ADS, given=given),))
        who = NamedPerson(member_id=MEMBER, alias=ALIAS)
        joining.apply_consented(unit, context(f"e{at_ms}", wall_ms=at_ms), fact=fact, person=who)

    database.run(lambda unit: say(unit, NOW_MS, given=True))
    assert docs(database)[MEMBER].consents == ("marketing",)
    database.run(lambda unit: say(unit, NOW_MS + 1, given=False))
    assert docs(database)[MEMBER].consents == ()


def test_erasing_takes_merged_accounts_along_and_a_late_fact_of_them_stays_nameless(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    ingest(database, caller, till, joined(till, person("M-new", "a" * 16, PHONE, "李小静")))
    everything = json.loads(json.dumps(database.run(lambda unit: erasing.export_member(unit, MEMBER))))
    assert [account["member_id"] for account in everything["accounts"]] == ["M-new", MEMBER]
    assert [fact["personal"]["phone"] for fact in everything["facts"]] == [PHONE]
    erased = database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    assert rows(database, "SELECT member_id FROM member") == []
    assert rows(database, "SELECT member_id FROM member_consent") == [(erased.pseudonym,)]
    late = till.state(facts.SALE_COMPLETED, sale("late"), person=sold_to(MEMBER, ALIAS))
    ingest(database, caller, till, late)
    assert rows(database, "SELECT personal FROM journal_entry WHERE personal IS NOT NULL") == []
    assert rows(database, "SELECT key FROM feed_change WHERE kind = 'member' AND doc IS NOT NULL") == []


def test_spending_reaches_a_tier_and_what_is_given_back_does_not_count(
    database: Database, database_url: str
) -> None:
    def spend(unit: Unit, sale_id: str, total_minor: int) -> None:
        sold = sale(sale_id).model_copy(update={"total_minor": total_minor})
        who = sold_to("M-a-1", "01" + "a" * 14)
        members.apply_sale(unit, context(wall_ms=NOW_MS - 1), sale=sold, person=who)
        tiers.apply_sale(unit, context(wall_ms=NOW_MS - 1), sale=sold, member_id="M-a-1")
        members.settle(unit)

    def give_back(unit: Unit) -> None:
        document = returned(sale("s1"), pieces=1, number=3)  # one of two cartons at 6.50
        tiers.apply_sale(unit, context(wall_ms=NOW_MS), sale=document, member_id=None)

    set_tiers(database_url, "S01", tier=["gold:500000", "silver:100000"])
    with database.read() as unit:
        card = enrolment.store_card(unit, "S01")
    assert [(step.tier, step.spend_minor) for step in card.tiers] == [("silver", 100_000), ("gold", 500_000)]
    with pytest.raises(UsageError, match="platinum:1 is no tier"):
        set_tiers(database_url, "S01", tier=["platinum:1"])
    database.run(lambda unit: _join(unit, "till", number=1))
    database.run(lambda unit: spend(unit, "s1", 94_000))
    assert (docs(database)["M-a-1"].tier, docs(database)["M-a-1"].spent_minor) == ("basic", 94_000)
    database.run(lambda unit: spend(unit, "s2", 6_150))
    assert (docs(database)["M-a-1"].tier, docs(database)["M-a-1"].spent_minor) == ("silver", 100_150)
    database.run(give_back)
    database.run(lambda unit: members.publish(unit, ["M-a-1"]))
    assert docs(database)["M-a-1"].tier == "silver"
    assert docs(database)["M-a-1"].spent_minor == 99_500
