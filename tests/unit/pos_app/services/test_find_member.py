"""Who is meant by what somebody typed, and who may look."""

from dataclasses import replace

import pytest

from pos_app.services.attach_member import AttachMember
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.find_member import FindMember, meant_by
from pos_app.services.records import Actor, Member
from retail_core.people import phone_mac
from tests.fakes import NOON_MS
from tests.till_shop import ALIAS, PHONE_KEY, Till

CARD = "9855292164868952"  # of ALIAS; docs/rules/members.md, "Card number"
SEEKER = Actor("chen", "陈", "cashier", {"sell": None, "member.search": None})
WU = Actor("wu", "吴", "cashier", {"sell": None})


def member(number: int, name: str, tail: str, *, initials: str, visited_ms: int = NOON_MS) -> Member:
    mac = phone_mac(PHONE_KEY, f"1380000{tail}")
    alias = ALIAS if number == 1 else f"{number:016x}"
    return Member(
        f"m{number}", alias, name, mac, tail, "silver", 5, 0, initials=initials, visited_ms=visited_ms
    )


ZHANG = member(1, "张**", "8000", initials="zs")
LI = member(2, "李**", "1800", initials="lj", visited_ms=NOON_MS - 5)
LIU = member(3, "刘**", "2345", initials="lj")


@pytest.fixture
def find(till: Till) -> FindMember:
    with till.store.write() as work:
        for person in (ZHANG, LI, LIU):
            work.members.put(person)
    return FindMember(store=till.store, api=till.api)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("138 0000 8823", "phone"),
        ("+86 138 0000 8823", "phone"),
        ("9855 2921 6486 8952", "card"),
        ("8823", "last_digits"),
        ("823", "last_digits"),
        ("23", "nothing"),
        ("李静", "name"),
        ("lj", "name"),
        ("l", "nothing"),
        ("李", "name"),
        ("  ", "nothing"),
        ("", "nothing"),
    ],
)
def test_what_is_typed_means_one_thing(text: str, meant: str) -> None:
    assert meant_by(text) == meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8000", ["m1"]),
        ("800", ["m2"]),
        ("00008000", []),
        ("LJ", ["m3", "m2"]),
        ("l j", ["m3", "m2"]),
        ("李静", ["m2"]),
        ("欧阳", []),
    ],
)
def test_whoever_may_search_finds_by_last_digits_and_name_without_a_network(
    find: FindMember, text: str, found: list[str]
) -> None:
    if found or text == "欧阳":
        assert sorted(each.member_id for each in find.here(SEEKER, text)) == sorted(found)
    else:
        with pytest.raises(RuleError, match=r"member\.search_short"):
            find.here(SEEKER, text)


def test_the_latest_visit_comes_first(find: FindMember) -> None:
    assert [each.member_id for each in find.here(SEEKER, "lj")] == ["m3", "m2"]


def test_without_the_right_nobody_is_searched_for_here_or_there(till: Till, find: FindMember) -> None:
    till.api.online = True
    for search in (find.here, find.everywhere):
        with pytest.raises(RuleError, match=r"right\.missing"):
            search(WU, "8000")
    assert till.api.searches == []


def test_head_office_is_asked_in_the_name_of_who_searches(till: Till, find: FindMember) -> None:
    with pytest.raises(Unreachable):
        find.everywhere(SEEKER, "8000")
    till.api.online = True
    till.api.found = [replace(ZHANG, points=9, seen_through=3)]
    assert [each.points for each in find.everywhere(SEEKER, " 8000 ")] == [9]
    assert till.api.searches == [("8000", "chen")]


def test_a_member_who_was_chosen_is_kept_and_has_to_prove_themselves_to_spend(
    till: Till, find: FindMember
) -> None:
    attach = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
    stranger = replace(member(9, "王**", "7777", initials="wf"), seen_through=4)
    chosen = attach.chosen(stranger)
    assert (chosen.member_id, chosen.means, chosen.present) == ("m9", "phone", False)
    assert [each.member_id for each in find.here(SEEKER, "7777")] == ["m9"]
    # Of a member whom the feed keeps up to date nothing is overwritten by what was found.
    attach.chosen(replace(ZHANG, points=1, seen_through=2))
    with till.store.read() as work:
        known = work.members.by_id("m1")
    assert known is not None
    assert known.points == 5


def test_the_number_of_a_printed_card_names_its_member_without_a_right(till: Till, find: FindMember) -> None:
    attach = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
    found = attach.by_card_number(CARD)
    assert (found.member_id, found.means, found.present) == ("m1", "phone", False)
    assert find.here(SEEKER, "8000")[0].member_id == "m1"
    with pytest.raises(RuleError, match=r"member\.card_number"):
        attach.by_card_number(CARD[:-1] + "1")


def test_a_card_of_another_store_is_looked_up(till: Till, find: FindMember) -> None:
    del find
    attach = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
    other = member(0x20, "王**", "7777", initials="wf")
    with pytest.raises(RuleError, match=r"member\.card_number"):
        attach.by_card_number("0000000000000320")
    number = "0000000000000323"  # of alias 0x20 = 32: doubled 2 and 3 make 7, and 3 more make ten
    with pytest.raises(Unreachable):
        attach.by_card_number(number)
    till.api.online = True
    till.api.members[number] = other
    assert attach.by_card_number(number).member_id == other.member_id
