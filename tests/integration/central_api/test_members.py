"""Members are found, masked, and their points are sums of what sales gave once."""

import hashlib
import hmac

import pytest

from central_api.keys import service as keys
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.members import service as members
from central_api.members.schemas import NewMember
from retail_core.wire.counter import MemberLookup
from retail_core.wire.facts import SalePerson
from retail_core.wire.feed import MemberDoc
from tests.integration.central_api.shop_floor import (
    ALIAS,
    MEMBER,
    PHONE,
    apply,
    context,
    set_up_floor,
    store_docs,
)
from tests.integration.central_api.till import sale


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def buyer(member_id: str | None = MEMBER, alias: str = ALIAS) -> SalePerson:
    return SalePerson(member_id=member_id, alias=alias, masked_name="李**", phone_last4="8823", means="code")


def points(database: Database) -> int:
    return MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER]).points


def earn(database: Database, sale_id: str, person: SalePerson | None) -> list[str]:
    sold = sale(sale_id, points_earned=13)
    return apply(database, lambda unit: members.apply_sale(unit, context(), sale=sold, person=person))


def test_a_phone_number_finds_its_member_by_fingerprint_only(database: Database) -> None:
    with database.read() as unit:
        key = keys.phone_mac_key(unit)
        mac = hmac.new(key, b"phone\0" + PHONE.encode(), hashlib.sha256).hexdigest()
        found = members.lookup(unit, MemberLookup(phone_mac=mac))

    assert found is not None
    assert (found.member_id, found.masked_name, found.phone_last4, found.tier) == (
        MEMBER,
        "李**",
        "8823",
        "gold",
    )


def test_a_codes_alias_finds_its_member(database: Database) -> None:
    with database.read() as unit:
        found = members.lookup(unit, MemberLookup(alias=ALIAS))

    assert found is not None
    assert found.member_id == MEMBER


def test_nobody_is_found_for_nothing(database: Database) -> None:
    with database.read() as unit:
        assert members.lookup(unit, MemberLookup()) is None


def test_what_a_till_learns_holds_no_name_and_no_number(database: Database) -> None:
    told = store_docs(database, "member")[MEMBER]

    assert "李静" not in told
    assert PHONE not in told


def test_only_the_home_stores_tills_hold_a_member(database: Database) -> None:
    assert store_docs(database, "member", "S02") == {}


def test_a_sale_gives_its_points_once(database: Database) -> None:
    earn(database, "sale-1", buyer())
    earn(database, "sale-1", buyer())
    earn(database, "sale-2", buyer())

    assert points(database) == 26


def test_a_sale_that_knows_the_alias_only_gives_points_too(database: Database) -> None:
    assert earn(database, "sale-1", buyer(None)) == []
    assert points(database) == 13


def test_points_for_an_unknown_member_are_doubtful(database: Database) -> None:
    assert earn(database, "sale-1", buyer(None, "f" * 16)) == ["member.unknown"]


def test_a_sale_without_a_member_gives_nothing(database: Database) -> None:
    assert earn(database, "sale-1", None) == []
    assert points(database) == 0


def test_an_unknown_tier_is_refused(database: Database) -> None:
    person = NewMember("M9", "9" * 16, "陈明", "", "platinum", None, 0)

    with pytest.raises(ApiError, match=r"member\.tier"):
        database.run(lambda unit: members.register(unit, [person]))


def test_a_change_of_tier_keeps_the_points(database: Database) -> None:
    earn(database, "sale-1", buyer())
    changed = NewMember(MEMBER, ALIAS, "李静", PHONE, "silver", "S01", 0)
    database.run(lambda unit: members.register(unit, [changed]))

    told = MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER])
    assert (told.tier, told.points) == ("silver", 13)
