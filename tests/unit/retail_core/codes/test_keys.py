from dataclasses import replace

import pytest

from retail_core.codes.errors import CodeError
from retail_core.codes.keys import (
    CodeType,
    IssuerKey,
    KeyList,
    SignedKeyList,
    open_key_list,
    sign_key_list,
    trust_level,
)
from retail_core.codes.signature import public_key_of, sign_bytes

ROOT_SEED = bytes(range(32))
ROOT = public_key_of(ROOT_SEED)
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
NOW_MS = 1_763_769_600_000
DAY_MS = 86_400_000
KEYS = KeyList(
    version=5,
    issued_at_ms=NOW_MS,
    tenant=7,
    keys=(IssuerKey(1, frozenset({CodeType.MEMBER, CodeType.CARD}), PUBLIC, 0, 400_000_000),),
)


def refusal(signed: SignedKeyList, *, tenant: int = 7, least_version: int = 0) -> str:
    """Return why a list is refused."""
    with pytest.raises(CodeError) as caught:
        open_key_list(signed, root_public_key=ROOT, tenant=tenant, least_version=least_version)
    return caught.value.code


def signed_text(document: str) -> SignedKeyList:
    """Return any text with a good signature of the root key."""
    return SignedKeyList(document, sign_bytes(b"POSK1\0" + document.encode(), ROOT_SEED).hex())


def test_a_signed_list_opens_to_what_was_signed() -> None:
    signed = sign_key_list(KEYS, ROOT_SEED)
    assert open_key_list(signed, root_public_key=ROOT, tenant=7, least_version=5) == KEYS


def test_the_document_is_sorted_compact_json() -> None:
    assert sign_key_list(KEYS, ROOT_SEED).document == (
        '{"issued_at_ms":1763769600000,"keys":[{"exp_s":400000000,"kid":1,"nbf_s":0,"public_key":"'
        'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a","types":[17,18]}],"tenant":7,"version":5}'
    )


def test_a_list_that_another_key_signed_is_refused() -> None:
    assert refusal(sign_key_list(KEYS, bytes(32))) == "keys.forged"


def test_a_changed_list_is_refused() -> None:
    signed = sign_key_list(KEYS, ROOT_SEED)
    assert refusal(replace(signed, document=signed.document + " ")) == "keys.forged"
    assert refusal(replace(signed, signature="")) == "keys.forged"
    assert refusal(replace(signed, signature="zz")) == "keys.forged"
    assert refusal(replace(signed, document="\ud800")) == "keys.forged"


def test_a_list_of_another_tenant_is_refused() -> None:
    assert refusal(sign_key_list(KEYS, ROOT_SEED), tenant=8) == "keys.tenant"


def test_the_version_never_falls() -> None:
    assert refusal(sign_key_list(KEYS, ROOT_SEED), least_version=6) == "keys.version_fell"


@pytest.mark.parametrize(
    "public_key",
    [
        b"\x00" * 32,
        b"\x01" + b"\x00" * 31,
        bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
        bytes.fromhex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        b"short",
    ],
)
def test_a_key_of_small_order_is_refused_even_when_the_root_signed_it(public_key: bytes) -> None:
    keys = replace(KEYS, keys=(replace(KEYS.keys[0], public_key=public_key),))
    assert refusal(sign_key_list(keys, ROOT_SEED)) == "keys.bad_key"


@pytest.mark.parametrize(
    "document",
    [
        "",
        "[]",
        "{}",
        '{"issued_at_ms":1,"keys":[],"tenant":7,"version":true}',
        '{"issued_at_ms":1,"keys":[{}],"tenant":7,"version":1}',
        '{"issued_at_ms":1,"keys":7,"tenant":7,"version":1}',
        "[" * 50_000,
        "x" * 70_000,
    ],
)
def test_a_signed_text_that_is_no_list_is_malformed(document: str) -> None:
    assert refusal(signed_text(document)) == "keys.malformed"


def test_two_keys_under_one_number_are_malformed() -> None:
    assert refusal(sign_key_list(replace(KEYS, keys=KEYS.keys * 2), ROOT_SEED)) == "keys.malformed"


def test_a_type_of_a_later_program_is_left_out() -> None:
    document = sign_key_list(KEYS, ROOT_SEED).document.replace("[17,18]", "[17,99]")
    keys = open_key_list(signed_text(document), root_public_key=ROOT, tenant=7)
    assert keys.keys[0].types == {CodeType.MEMBER}


@pytest.mark.parametrize(
    ("age_ms", "level"),
    [
        (0, "full"),
        (7 * DAY_MS, "full"),
        (7 * DAY_MS + 1, "earn_only"),
        (-DAY_MS, "full"),
        (-DAY_MS - 1, "earn_only"),
    ],
)
def test_a_list_older_than_seven_days_identifies_and_earns_only(age_ms: int, level: str) -> None:
    assert trust_level(KEYS, now_ms=NOW_MS + age_ms) == level
