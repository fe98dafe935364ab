"""Issuer keys: a new one signs at once, the old one's codes count on, a revoked one's do not."""

import json

import pytest
from typer.testing import CliRunner

from central_api.cli import build_cli
from central_api.keys import service as keys
from central_api.keys.service import Issuer
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.orders import service as orders
from central_api.shop import service as shop
from retail_core.codes.errors import CodeError
from retail_core.codes.keys import KeyList, SignedKeyList, open_key_list
from retail_core.codes.pq1 import MemberCode, read
from retail_core.wire.feed import KeyListDoc
from retail_core.wire.shop import IssueCoupon, OrderItem, PlaceOrder
from tests.integration.central_api.conftest import NOW_MS, TENANT
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor, store_docs

NOW_S = NOW_MS // 1000 - 1_577_836_800


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    database.run(set_up_floor)


def key_list(database: Database) -> KeyList:
    """Open the list that the tills are told, as a till does."""
    doc = KeyListDoc.model_validate_json(store_docs(database, "keys")["list"])
    with database.read() as unit:
        root = keys.root_public_key(unit)
    return open_key_list(SignedKeyList(doc.document, doc.signature), root_public_key=root, tenant=TENANT)


def codes(database: Database) -> dict[Issuer, str]:
    """Return a code of each kind, signed now."""
    return {
        "member": database.run(lambda unit: shop.member_codes(unit, MEMBER)).codes[0],
        "coupon": database.run(_coupon),
        "pickup": database.run(_pickup),
    }


def _coupon(unit: Unit) -> str:
    request = IssueCoupon(request_id=f"c{unit.now_ms}", campaign_id="FIVE", member_id=MEMBER, store_id="S01")
    return shop.issue_coupon(unit, request).code


def _pickup(unit: Unit) -> str:
    item = OrderItem(product_id="p-milk", qty_milli=1_000)
    request = PlaceOrder(request_id=f"o{unit.now_ms}", store_id="S01", member_id=MEMBER, items=(item,))
    return orders.get(unit, shop.place_order(unit, request).order.order_id).pickup_code


def kid_of(text: str) -> int:
    """Return the second byte of a code."""
    octets = {214: 88, 243: 100, 222: 91}[len(text)]
    return int(text[2:]).to_bytes(octets, "big")[1]


def why_not(text: str, held: KeyList) -> str:
    """Return why a till with this list refuses a code, or nothing."""
    try:
        read(text, keys=held, tenant=TENANT, now_s=NOW_S)
    except CodeError as error:
        return error.code
    return ""


def test_a_phone_holds_the_code_of_this_minute_and_of_the_fifteen_after_it(database: Database) -> None:
    held = key_list(database)
    texts = database.run(lambda unit: shop.member_codes(unit, MEMBER)).codes
    found = [read(text, keys=held, tenant=TENANT, now_s=NOW_S) for text in texts]
    codes_ahead = [code for code in found if isinstance(code, MemberCode)]
    assert [(code.nbf_s - NOW_S, code.ttl_s, code.alias) for code in codes_ahead] == [
        (60 * minute, 60, ALIAS) for minute in range(16)
    ]
    assert len({code.nonce for code in codes_ahead}) == 16


@pytest.mark.parametrize("purpose", ["member", "coupon", "pickup"])
def test_a_new_key_signs_at_once_and_the_old_ones_codes_count_on(
    database: Database, clock: FixedClock, purpose: Issuer
) -> None:
    old, before = codes(database), key_list(database)
    kid = database.run(lambda unit: keys.rotate(unit, purpose))
    clock.set(NOW_MS + 1_000)
    new, after = codes(database), key_list(database)
    assert (kid, kid_of(new[purpose])) == (4, 4)
    assert after.version > before.version
    assert [why_not(old[each], after) for each in old] == [""] * 3
    assert [why_not(new[each], after) for each in new] == [""] * 3
    # Who has not heard of it yet says so, and takes the other kinds as before.
    assert {each: why_not(new[each], before) for each in new} == {
        each: "code.unknown_key" if each == purpose else "" for each in new
    }


def test_nothing_counts_that_a_revoked_key_signed(database: Database, clock: FixedClock) -> None:
    old = codes(database)
    successor = database.run(lambda unit: keys.revoke(unit, 2))
    clock.set(NOW_MS + 1_000)
    new, after = codes(database), key_list(database)
    assert (successor, kid_of(new["coupon"])) == (4, 4)
    assert {each: why_not(old[each], after) for each in old} == {
        "member": "",
        "coupon": "code.unknown_key",
        "pickup": "",
    }
    assert why_not(new["coupon"], after) == ""


def test_a_retired_key_that_is_revoked_later_leaves_the_one_in_use(database: Database) -> None:
    database.run(lambda unit: keys.rotate(unit, "member"))
    assert database.run(lambda unit: keys.revoke(unit, 1)) is None
    assert [key.kid for key in key_list(database).keys] == [2, 3, 4]


def test_a_key_is_revoked_once_and_a_number_is_used_once(database: Database) -> None:
    database.run(lambda unit: keys.revoke(unit, 3))
    for kid, code in ((3, "keys.already_revoked"), (77, "keys.unknown")):
        with pytest.raises(ApiError, match=code):
            database.run(lambda unit, kid=kid: keys.revoke(unit, kid))  # type: ignore[misc]  # bound now
    assert database.run(lambda unit: keys.rotate(unit, "pickup")) == 5


def test_the_commands_list_rotate_and_revoke(database: Database, database_url: str) -> None:
    def run(*arguments: str) -> str:
        done = CliRunner().invoke(
            build_cli(), ["keys", *arguments, "--database-url", database_url], catch_exceptions=False
        )
        assert done.exit_code == 0, done.output
        return done.stdout

    del database  # its tables are there
    assert json.loads(run("rotate", "coupon")) == {"signs": "coupon", "kid": 4}
    assert json.loads(run("revoke", "1")) == {"revoked": 1, "successor": 5}
    rows = [json.loads(line) for line in run("list").splitlines()]
    assert [(row["kid"], row["signs"], row["state"]) for row in rows] == [
        (1, "member", "revoked"),
        (2, "coupon", "counts"),
        (3, "pickup", "signs"),
        (4, "coupon", "signs"),
        (5, "member", "signs"),
    ]
