from dataclasses import replace

import pytest

from pos_app.services.attach_member import AttachMember
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.records import Member
from retail_core.people import phone_mac
from tests.fakes import NOON_MS
from tests.till_shop import ALIAS, PHONE_KEY, Till, member_code, member_doc, store_page

PHONE = "13800138000"
ZHANG = Member("m1", ALIAS, "张**", phone_mac(PHONE_KEY, PHONE), "8000", "gold", 120, 1)


@pytest.fixture
def attach(till: Till) -> AttachMember:
    return AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)


def test_a_rotating_code_names_a_member_that_is_known_here(till: Till, attach: AttachMember) -> None:
    till.data.feed_sink.apply_store_page(store_page(("member", "m1", member_doc())), now_ms=NOON_MS)
    member = attach.by_code(member_code(till.clock))
    assert (member.masked_name, member.tier, member.points, member.present) == ("张**", "gold", 120, True)


def test_an_unknown_member_still_gets_the_tier_of_the_code(till: Till, attach: AttachMember) -> None:
    member = attach.by_code(member_code(till.clock))
    assert (member.member_id, member.tier, member.alias) == (None, "gold", ALIAS)


def test_a_rotating_code_is_taken_once(till: Till, attach: AttachMember) -> None:
    code = member_code(till.clock)
    attach.by_code(code)
    with pytest.raises(RuleError, match=r"member.code_used"):
        attach.by_code(code)


def test_a_code_counts_ninety_seconds_beyond_its_minute(till: Till, attach: AttachMember) -> None:
    first, second = member_code(till.clock, nonce=1), member_code(till.clock, nonce=2)
    till.clock.advance(150_000)
    attach.by_code(first)
    till.clock.advance(1_000)
    with pytest.raises(RuleError, match=r"member.code_expired"):
        attach.by_code(second)


def test_a_printed_card_identifies_again_and_again_but_is_not_the_member(
    till: Till, attach: AttachMember
) -> None:
    card = member_code(till.clock, ttl_s=0)
    attach.by_code(card)
    member = attach.by_code(card)
    assert (member.means, member.present) == ("card", False)


def test_a_forged_code_is_refused(till: Till, attach: AttachMember) -> None:
    code = member_code(till.clock)
    with pytest.raises(RuleError, match=r"member.code_forged"):
        attach.by_code(code[:-1] + ("0" if code[-1] != "0" else "1"))


def test_keys_older_than_a_week_identify_only(till: Till, attach: AttachMember) -> None:
    till.clock.advance(8 * 24 * 3600 * 1000)
    assert not attach.by_code(member_code(till.clock)).present


def test_a_phone_number_that_is_known_here_needs_no_network(till: Till, attach: AttachMember) -> None:
    with till.store.write() as work:
        work.members.put(ZHANG)
    assert attach.by_phone("138 0013 8000").masked_name == "张**"


def test_a_phone_number_is_looked_up_at_the_server_and_remembered(till: Till, attach: AttachMember) -> None:
    till.api.online = True
    till.api.members[ZHANG.phone_mac] = replace(ZHANG, points=7)
    assert attach.by_phone(PHONE).points == 7
    till.api.online = False
    assert attach.by_phone(PHONE).points == 7


def test_a_member_of_another_store_is_asked_for_again_and_known_without_a_network(
    till: Till, attach: AttachMember
) -> None:
    till.api.online = True
    till.api.members[ZHANG.phone_mac] = replace(ZHANG, points=7, seen_through=3)
    attach.by_phone(PHONE)
    till.api.members[ZHANG.phone_mac] = replace(ZHANG, points=9, seen_through=4)
    assert attach.by_phone(PHONE).points == 9
    till.api.online = False
    assert attach.by_phone(PHONE).points == 9


def test_the_server_tells_of_a_member_whose_code_alone_is_known(till: Till, attach: AttachMember) -> None:
    till.api.online = True
    till.api.members[ALIAS] = replace(ZHANG, seen_through=0)
    stranger = attach.by_code(member_code(till.clock))
    learned = attach.learn(stranger)
    assert learned is not None
    assert (learned.member_id, learned.masked_name, learned.means, learned.present) == (
        "m1",
        "张**",
        "code",
        True,
    )
    till.api.online = False
    assert attach.by_code(member_code(till.clock, nonce=2)).member_id == "m1"


def test_a_member_of_this_store_is_not_asked_for(till: Till, attach: AttachMember) -> None:
    till.data.feed_sink.apply_store_page(store_page(("member", "m1", member_doc())), now_ms=NOON_MS)
    assert attach.learn(attach.by_code(member_code(till.clock))) is None


def test_an_unknown_number_without_a_network_says_so(attach: AttachMember) -> None:
    with pytest.raises(Unreachable):
        attach.by_phone(PHONE)


def test_half_a_phone_number_is_not_looked_up(attach: AttachMember) -> None:
    with pytest.raises(RuleError, match=r"member.phone_incomplete"):
        attach.by_phone("8000")


def test_the_first_answer_to_a_phone_number_is_what_this_till_knows(till: Till, attach: AttachMember) -> None:
    till.api.online = True
    till.api.members[ZHANG.phone_mac] = replace(ZHANG, points=7)
    assert attach.known_by_phone(PHONE) is None
    with till.store.write() as work:
        work.members.put(replace(ZHANG, points=5, seen_through=3))
    till.api.members[ZHANG.alias] = replace(ZHANG, points=7, seen_through=4)
    known = attach.known_by_phone("138 0013 8000")
    assert known is not None
    assert (known.points, known.means, known.present) == (5, "phone", False)
    learned = attach.learn(known)
    assert learned is not None
    assert (learned.points, learned.means) == (7, "phone")
