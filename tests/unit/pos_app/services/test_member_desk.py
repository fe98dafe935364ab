"""Members join, are written about and looked at: each a fact, and at once so on this till."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from pos_app.services.attach_member import AttachMember
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.events import FactWritten
from pos_app.services.forget_members import ForgetMembers
from pos_app.services.member_desk import JoinForm, MemberDesk
from pos_app.services.records import Actor, Member
from pos_app.storage.tables import metadata
from retail_core.journal import genesis, verify
from retail_core.people import phone_mac
from tests.fakes import NOON_MS
from tests.till_shop import ALIAS, PHONE_KEY, Till, member_code, member_doc, store_page

DAY_MS = 24 * 3_600 * 1_000
PHONE = "13800138000"
FORM = JoinForm(phone="138 0013 8000", name=" 李  静 ", birthday="02-29", terms=True, marketing=True)
LIN = Actor("lin", "林", "cashier", {"sell": None, "member.edit": None})
WANG = Actor("wang", "王", "manager", {"sell": None, "member.edit": None, "member.reveal": None})
PICKER = Actor("qin", "秦", "staff", {"order.pick": None})


@pytest.fixture
def desk(till: Till) -> MemberDesk:
    return MemberDesk(store=till.store, api=till.api, clock=till.clock, ids=till.ids, events=till.events)


@pytest.fixture
def attach(till: Till) -> AttachMember:
    return AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)


def facts_of(till: Till, *kinds: str) -> list[tuple[str, Mapping[str, Any], Mapping[str, Any] | None]]:
    with till.store.read() as work:
        found = work.journal.of_types(kinds)
    return [(entry.actor, entry.body, entry.personal) for entry in found]


def test_who_joins_without_a_network_is_a_member_at_once(
    till: Till, desk: MemberDesk, attach: AttachMember
) -> None:
    joined = desk.join(LIN, FORM)
    assert joined.is_new
    member = joined.member
    assert (member.masked_name, member.phone_last4, member.tier) == ("李**", "8000", "basic")
    assert (joined.member.points, joined.member.present) == (0, False)
    again = attach.by_phone(PHONE)
    assert (again.member_id, again.alias) == (joined.member.member_id, joined.member.alias)
    [(actor, body, person)] = facts_of(till, "member.joined")
    assert actor == "lin"
    assert body == {
        "tier": "basic",
        "consents": [
            {"kind": "membership", "given": True, "wording": "1"},
            {"kind": "marketing", "given": True, "wording": "1"},
        ],
    }
    assert person == {
        "member_id": joined.member.member_id,
        "alias": joined.member.alias,
        "phone": PHONE,
        "name": "李 静",
        "birthday": "02-29",
    }


def test_the_phone_number_stands_nowhere_in_the_file_but_beside_its_fact(
    till: Till, desk: MemberDesk
) -> None:
    desk.join(LIN, FORM)
    with till.store.read() as work:
        holding = {
            table.name
            for table in metadata.sorted_tables
            for row in work.connection.execute(select(table))
            if PHONE in repr(tuple(row))
        }
        body = work.connection.exec_driver_sql(
            "SELECT body FROM journal WHERE type = 'member.joined'"
        ).scalar_one()
    assert holding == {"journal"}
    assert PHONE not in body


def test_a_phone_number_that_is_known_here_joins_nobody_again(till: Till, desk: MemberDesk) -> None:
    first = desk.join(LIN, FORM)
    second = desk.join(LIN, replace(FORM, name="李小静"))
    assert (second.is_new, second.member.member_id) == (False, first.member.member_id)
    assert len(facts_of(till, "member.joined")) == 1


@pytest.mark.parametrize(
    ("form", "code"),
    [
        (replace(FORM, phone="8000"), "member.phone_incomplete"),
        (replace(FORM, phone="1234567890123456"), "member.phone_incomplete"),
        (replace(FORM, terms=False), "member.terms_needed"),
        (replace(FORM, birthday="02-30"), "member.birthday_wrong"),
        (replace(FORM, name="李" * 61), "member.text_too_long"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_written(
    till: Till, desk: MemberDesk, form: JoinForm, code: str
) -> None:
    with pytest.raises(RuleError) as refused:
        desk.join(LIN, form)
    assert refused.value.code == code
    assert facts_of(till, "member.joined") == []


def test_nobody_joins_without_the_right_to_sell(desk: MemberDesk) -> None:
    with pytest.raises(RuleError, match=r"right\.missing"):
        desk.join(PICKER, FORM)


def test_a_page_that_does_not_contain_the_join_yet_leaves_the_member_even_when_it_starts_anew(
    till: Till, desk: MemberDesk, attach: AttachMember
) -> None:
    joined = desk.join(LIN, FORM)
    seq = facts_seq(till)
    till.data.feed_sink.apply_store_page(store_page(reset=True, applied_through=seq - 1), now_ms=NOON_MS)
    assert attach.by_phone(PHONE).member_id == joined.member.member_id
    till.data.feed_sink.apply_store_page(
        store_page(reset=True, applied_through=seq, next_cursor="s2"), now_ms=NOON_MS
    )
    with pytest.raises(Unreachable):
        attach.by_phone(PHONE)


def facts_seq(till: Till) -> int:
    with till.store.read() as work:
        return work.journal.head().seq


def test_a_merge_comes_down_by_the_feed_and_the_old_code_means_who_lives_on(
    till: Till, desk: MemberDesk, attach: AttachMember
) -> None:
    joined = desk.join(LIN, FORM).member
    survivor = member_doc(
        phone_mac=phone_mac(PHONE_KEY, PHONE),
        merged=[{"member_id": joined.member_id, "alias": joined.alias}],
    )
    page = store_page(
        ("member", str(joined.member_id), None), ("member", "m1", survivor), applied_through=facts_seq(till)
    )
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    for found in (
        attach.by_phone(PHONE),
        attach.by_code(member_code(till.clock, alias=joined.alias)),
        attach.by_code(member_code(till.clock)),
    ):
        assert (found.member_id, found.alias, found.points) == ("m1", ALIAS, 120)
    with till.store.read() as work:
        assert work.members.by_id(str(joined.member_id)) == work.members.by_id("m1")
    # The account is taken out again: nothing means it any more.
    till.data.feed_sink.apply_store_page(
        store_page(("member", "m1", None), next_cursor="s2", applied_through=facts_seq(till)), now_ms=NOON_MS
    )
    with till.store.read() as work:
        assert work.members.by_alias(joined.alias) is None


@pytest.fixture
def zhang(till: Till) -> Member:
    doc = member_doc(visited_ms=NOON_MS - DAY_MS, spent_minor=97_300, tier="basic")
    till.data.feed_sink.apply_store_page(store_page(("member", "m1", doc)), now_ms=NOON_MS)
    with till.store.read() as work:
        found = work.members.by_id("m1")
    assert found is not None
    return found


@pytest.mark.usefixtures("zhang")
def test_preferences_and_note_are_a_fact_about_what_changed_only(till: Till, desk: MemberDesk) -> None:
    heard = len([event for event in till.heard if isinstance(event, FactWritten)])
    changed = desk.note(LIN, ALIAS, birthday="", preferences=" 少冰 ", note="")
    assert changed.preferences == "少冰"
    again = desk.note(LIN, ALIAS, birthday="", preferences="少冰", note="")
    assert again == changed
    [(actor, body, person)] = facts_of(till, "member.noted")
    assert (actor, body) == ("lin", {"fields": ["preferences"]})
    assert person == {"member_id": "m1", "alias": ALIAS, "birthday": "", "preferences": "少冰", "note": ""}
    assert len([event for event in till.heard if isinstance(event, FactWritten)]) <= heard + 1
    # A page from before it does not take it away.
    till.data.feed_sink.apply_store_page(
        store_page(("member", "m1", member_doc()), next_cursor="s5", applied_through=facts_seq(till) - 1),
        now_ms=NOON_MS,
    )
    known = desk.details(ALIAS)
    assert known is not None
    assert known.preferences == "少冰"


@pytest.mark.usefixtures("zhang")
def test_notes_need_a_right_and_a_consent_can_be_taken_back(till: Till, desk: MemberDesk) -> None:
    with pytest.raises(RuleError, match=r"right\.missing"):
        desk.note(PICKER, ALIAS, birthday="", preferences="x", note="")
    assert desk.agree(LIN, ALIAS, marketing=True).consents == ("marketing",)
    assert desk.agree(LIN, ALIAS, marketing=False).consents == ()
    given = [body["consents"][0]["given"] for _, body, _ in facts_of(till, "member.consented")]
    assert given == [True, False]


@pytest.mark.usefixtures("zhang")
def test_what_is_masked_is_told_by_head_office_only_and_looking_is_a_fact_without_the_value(
    till: Till, desk: MemberDesk
) -> None:
    with pytest.raises(RuleError, match=r"right\.missing"):
        desk.reveal(LIN, ALIAS, reason="call_back")
    with pytest.raises(RuleError, match=r"member\.reason_needed"):
        desk.reveal(WANG, ALIAS, reason="")
    assert facts_of(till, "member.revealed") == []
    member = desk.reveal(WANG, ALIAS, reason="call_back")
    assert facts_of(till, "member.revealed") == [
        ("wang", {"reason": "call_back"}, {"member_id": "m1", "alias": ALIAS})
    ]
    with pytest.raises(Unreachable):
        desk.unmask(WANG, member)
    till.api.online = True
    assert desk.unmask(WANG, member).phone == PHONE
    assert till.api.unmasked == [("m1", "wang")]
    with till.store.read() as work:
        everything = "SELECT group_concat(body || personal) FROM journal"
        stored = work.connection.exec_driver_sql(everything).scalar_one()
    assert PHONE not in stored


@pytest.mark.usefixtures("zhang")
def test_a_sale_that_reaches_a_tier_says_so_and_prints_it(till: Till, attach: AttachMember) -> None:
    with till.store.write() as work:
        terminal = work.terminal.get()
        assert terminal is not None
        store = replace(terminal.store, tiers=(("silver", 100_000), ("gold", 500_000)))
        work.terminal.put(replace(terminal, store=store), work.terminal.device_seed())
    till.open_shift()
    current = till.basket()
    current.attach_member(attach.by_code(member_code(till.clock)))
    current.add_product(till.product("latte"))  # 28.00 on 973.00: one yuan above the mark
    paid = till.pay(current.basket, TenderInput("cash", 2_800))
    assert paid.tier_reached == "silver"
    with till.store.read() as work:
        job = work.spool.get(paid.document_job_id)
        known = work.members.by_alias(ALIAS)
    assert job is not None
    assert known is not None
    assert "恭喜升级为银卡会员" in job.document
    assert (known.tier, known.spent_minor, known.visited_ms) == ("silver", 100_100, till.clock.now_ms())
    current = till.basket()
    current.attach_member(attach.by_code(member_code(till.clock, nonce=2)))
    current.add_product(till.product("latte"))
    assert till.pay(current.basket, TenderInput("cash", 2_800)).tier_reached == ""


def test_who_does_not_come_for_thirty_days_leaves_the_till_and_the_chain_stays_whole(
    till: Till, desk: MemberDesk, zhang: Member
) -> None:
    forget = ForgetMembers(store=till.store, clock=till.clock)
    desk.join(LIN, FORM)
    assert (forget().members, forget().entries) == (0, 0)
    till.clock.advance(29 * DAY_MS + 60_000)
    assert forget().members == 1
    with till.store.read() as work:
        assert work.members.by_id(zhang.member_id) is None
    till.clock.advance(2 * DAY_MS)
    # Joined 31 days ago, and nobody has acknowledged that: nothing of it may be lost.
    assert (forget().members, forget().entries) == (0, 0)
    with till.store.write() as work:
        work.sync_state.put(replace(work.sync_state.get(), acked_through=work.journal.head().seq))
    done = forget()
    assert (done.members, done.entries) == (1, 1)
    with till.store.read() as work:
        left = work.connection.exec_driver_sql(
            "SELECT (SELECT COUNT(*) FROM member) + (SELECT COUNT(*) FROM member_alias), "
            "(SELECT COUNT(*) FROM journal WHERE personal IS NOT NULL OR salt IS NOT NULL)"
        ).one()
        entries = work.journal.after(0, 1_000)
        terminal = work.terminal.get()
    assert tuple(left) == (0, 0)
    assert terminal is not None
    checked = verify(entries, genesis(terminal.terminal, terminal.incarnation))
    assert (checked.problem, entries[-1].personal_hash is not None) == (None, True)


def test_a_member_of_old_does_not_come_to_the_till_at_all(till: Till) -> None:
    old = member_doc(visited_ms=NOON_MS - 31 * DAY_MS)
    till.data.feed_sink.apply_store_page(store_page(("member", "m1", old)), now_ms=NOON_MS)
    with till.store.read() as work:
        assert work.members.by_id("m1") is None
