from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.storage.repositories.members import SqlMembers
from retail_core.codes import pq1
from retail_core.codes.errors import CodeError
from retail_core.codes.keys import open_key_list, sign_key_list
from retail_core.codes.signature import is_signed, public_key_of
from tests.attacks.making import TENANT, key_list
from tests.attacks.trying import CI, Doors, doors, run
from tests.attacks.ways import WAYS
from tests.till_shop import ROOT_SEED, open_shop, store_page

SMALL_ORDER = (
    # The eight points of small order, and other spellings of the first of them (RFC 8032, 5.1.7; libsodium).
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
)


@pytest.fixture
def at_doors(tmp_path: Path) -> Iterator[Doors]:
    with doors(tmp_path) as opened:
        yield opened


def test_ten_thousand_bad_codes_are_refused_each_for_the_reason_it_was_made_for(at_doors: Doors) -> None:
    outcome = run(CI, at_doors)
    assert outcome.faults == []
    assert (outcome.tried.total(), len(outcome.tried)) == (CI.codes, len(WAYS))
    assert min(outcome.tried.values()) > CI.codes // len(WAYS) - 1
    # Both would hide a reader that refuses everything.
    assert outcome.good == pytest.approx(CI.codes / CI.good_every, rel=0.1)
    assert outcome.at_doors > CI.codes // CI.door_every


def test_without_the_signature_the_same_attacks_come_through(
    at_doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pq1, "is_signed", lambda *_, **__: True)
    outcome = run(replace(CI, codes=280, door_every=1), at_doors)
    assert any("stranger" in line and "by the reader" in line for line in outcome.accepted)
    assert any("stranger" in line and "at the till" in line for line in outcome.accepted)


def test_without_its_memory_the_till_takes_a_code_twice(
    at_doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SqlMembers, "remember_code", lambda *_, **__: True)
    outcome = run(replace(CI, codes=280, door_every=1), at_doors)
    assert {line.split(":")[0] for line in outcome.accepted} == {"shown a second time"}


def test_digits_of_other_scripts_come_through_where_only_digits_are_asked_for(
    at_doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pq1, "is_ascii_digits", str.isdecimal)
    outcome = run(replace(CI, codes=280, door_every=1), at_doors)
    assert {line.split(":")[0] for line in outcome.accepted} == {"digits of other scripts"}


@pytest.mark.parametrize("public_key", SMALL_ORDER)
def test_no_key_of_small_order_comes_in_with_a_list_or_signs_anything(public_key: str) -> None:
    keys = key_list()
    octets = bytes.fromhex(public_key)
    poisoned = replace(keys, keys=(*keys.keys[1:], replace(keys.keys[0], public_key=octets)))
    with pytest.raises(CodeError) as caught:
        open_key_list(
            sign_key_list(poisoned, ROOT_SEED), root_public_key=public_key_of(ROOT_SEED), tenant=TENANT
        )
    assert caught.value.code == "keys.bad_key"
    # R = the key itself and S = 0 fits many messages where small orders are not looked for.
    assert not any(is_signed(bytes([number]), octets + bytes(32), public_key=octets) for number in range(64))


def test_a_till_keeps_the_list_it_has_when_a_poisoned_one_comes(tmp_path: Path) -> None:
    keys = replace(key_list(), version=9)
    poisoned = replace(keys, keys=(replace(keys.keys[0], public_key=bytes.fromhex(SMALL_ORDER[6])),))
    signed = sign_key_list(poisoned, ROOT_SEED)
    doc: dict[str, object] = {"version": 9, "document": signed.document, "signature": signed.signature}
    with open_shop(tmp_path) as till:
        taken = till.data.feed_sink.apply_store_page(
            store_page(("keys", "list", doc)), now_ms=till.clock.now_ms()
        )
        with till.store.read() as work:
            held = work.sync_state.key_list()
    assert [code for _, _, code in taken.refused] == ["keys.bad_key"]
    assert held is not None
    assert held.version == 3
