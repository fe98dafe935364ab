from dataclasses import replace

import pytest

from retail_core.codes.errors import CodeError
from retail_core.codes.keys import CodeType, IssuerKey, KeyList
from retail_core.codes.pq1 import (
    CouponCode,
    MemberCode,
    PickupCode,
    body_of,
    code_time_s,
    coupon_bind,
    kind_of,
    read,
    sign,
    wall_time_ms,
)

SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
OTHER_SEED = bytes(range(32))
ISSUER = IssuerKey(1, frozenset(CodeType), PUBLIC, 0, 400_000_000)
KEYS = KeyList(version=1, issued_at_ms=0, tenant=7, keys=(ISSUER,))

MEMBER = MemberCode(
    kid=1,
    tenant=7,
    alias="0123456789abcdef",
    nbf_s=0x0CF1A5C0,
    ttl_s=60,
    tier=3,
    flags=0,
    nonce=0xA1B2C3D4,
)
MEMBER_TEXT = (
    "9105590178745517559767081061773523874657326709272274974554405999125045838990227627832166946037246636"
    "8631709237179650827418735629092854771977564719591857327547977795830364269995966012555508895844430738"
    "95412406371849"
)
COUPON_BODY = "210100070000004dfedcba98765432100cf1a5c00d1932c000000c07000005dc9c1f22aa"
COUPON_SIGNATURE = (
    "1a7db584262d47909be35dbe97ca8e64da91875108b96ddd769bec288f42a0e3"
    "f0b8a41a04e6c73b66e25ad8cb2791b59b76f17da0beb053270c59c34f0f1505"
)
COUPON = CouponCode(
    kid=1,
    tenant=7,
    campaign=77,
    serial="fedcba9876543210",
    nbf_s=0x0CF1A5C0,
    exp_s=0x0D1932C0,
    store=12,
    flags=7,
    value=1500,
    bind="9c1f22aa",
)
PICKUP_BODY = "3101000700000c112233445566778888776655443322110cfacd80"
PICKUP_SIGNATURE = (
    "7ce78bd752df9ed09c157585084490ab257aef69e305b7ad41cf78aef874833e"
    "509cc8216be40d8febc988da895f522f52c27c6123ff4297adacade484709600"
)
PICKUP = PickupCode(
    kid=1,
    tenant=7,
    store=12,
    order="1122334455667788",
    secret="8877665544332211",
    exp_s=0x0CFACD80,
)


def refusal(text: str, *, keys: KeyList = KEYS, tenant: int = 7, now_s: int | None = None) -> str:
    """Return why ``text`` is refused."""
    with pytest.raises(CodeError) as caught:
        read(text, keys=keys, tenant=tenant, now_s=now_s)
    return caught.value.code


def as_text(prefix: str, raw_hex: str, digits: int) -> str:
    """Return raw bytes as the text of a code, whatever they say."""
    return prefix + str(int(raw_hex, 16)).zfill(digits - 2)


def test_the_member_vector_is_written_and_read() -> None:
    assert body_of(MEMBER).hex() == "110100070123456789abcdef0cf1a5c0003c0300a1b2c3d4"
    assert sign(MEMBER, SEED) == MEMBER_TEXT
    assert read(MEMBER_TEXT, keys=KEYS, tenant=7) == MEMBER


def test_the_coupon_vector_is_written_and_read() -> None:
    text = as_text("92", COUPON_BODY + COUPON_SIGNATURE, 243)
    assert body_of(COUPON).hex() == COUPON_BODY
    assert sign(COUPON, SEED) == text
    assert read(text, keys=KEYS, tenant=7) == COUPON


def test_the_pickup_vector_is_written_and_read() -> None:
    text = as_text("93", PICKUP_BODY + PICKUP_SIGNATURE, 222)
    assert body_of(PICKUP).hex() == PICKUP_BODY
    assert sign(PICKUP, SEED) == text
    assert read(text, keys=KEYS, tenant=7) == PICKUP


def test_the_kinds_have_the_lengths_of_the_design() -> None:
    assert [len(sign(code, SEED)) for code in (MEMBER, COUPON, PICKUP)] == [214, 243, 222]


def test_a_scanners_line_end_is_no_part_of_the_code() -> None:
    assert read(MEMBER_TEXT + "\r\n", keys=KEYS, tenant=7) == MEMBER


def test_a_printed_card_is_a_type_of_its_own() -> None:
    card = replace(MEMBER, ttl_s=0, nonce=2)
    assert body_of(card)[0] == 0x12
    assert read(sign(card, SEED), keys=KEYS, tenant=7) == card


def test_the_flags_of_a_coupon_have_names() -> None:
    assert (COUPON.is_offline_allowed, COUPON.is_member_bound, COUPON.is_single_use) == (True, True, True)
    assert not COUPON.is_percent
    assert replace(COUPON, flags=8).is_percent
    assert not replace(COUPON, flags=8).is_single_use


def test_the_bind_is_the_start_of_the_hash_of_alias_and_serial() -> None:
    # printf '0123456789abcdeffedcba9876543210' | xxd -r -p | sha256sum
    assert coupon_bind("0123456789abcdef", "fedcba9876543210") == "411d3f1d"


def test_a_coupon_knows_its_member() -> None:
    coupon = replace(COUPON, bind="411d3f1d")
    assert coupon.belongs_to("0123456789abcdef")
    assert not coupon.belongs_to("0123456789abcdee")


def test_the_secret_of_a_pickup_is_known_by_its_hash() -> None:
    # printf '8877665544332211' | xxd -r -p | sha256sum
    assert PICKUP.secret_sha256 == "804d562d22470fb7be7f06aa076621cb268932be33d8f9fb2844f958dbd74c17"


def test_codes_count_seconds_from_2020() -> None:
    assert code_time_s(1_577_836_800_000) == 0
    assert code_time_s(1_577_836_861_999) == 61
    assert wall_time_ms(61) == 1_577_836_861_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "code.not_digits"),
        ("91" + "٣" * 212, "code.not_digits"),
        ("91" + "５" * 212, "code.not_digits"),
        (MEMBER_TEXT[:-1] + "²", "code.not_digits"),
        ("-" + MEMBER_TEXT[1:], "code.not_digits"),
        (" " + MEMBER_TEXT, "code.not_digits"),
        ("90" + MEMBER_TEXT[2:], "code.unknown_prefix"),
        ("9300601234569", "code.length"),
        (MEMBER_TEXT[:-1], "code.length"),
        (MEMBER_TEXT + "0", "code.length"),
        ("91" + "9" * 9998, "code.length"),
        ("91" + "9" * 212, "code.too_large"),
        ("91" + "0" * 212, "code.type"),
        (as_text("91", "21" + "00" * 87, 214), "code.type"),
    ],
)
def test_what_is_not_a_code_is_refused_by_its_own_reason(text: str, code: str) -> None:
    assert refusal(text) == code


def test_a_code_of_another_tenant_is_refused_before_its_key_is_looked_for() -> None:
    assert refusal(sign(replace(MEMBER, tenant=8, kid=9), SEED)) == "code.tenant"
    assert refusal(MEMBER_TEXT, tenant=8) == "code.tenant"


def test_a_key_list_of_another_tenant_opens_nothing() -> None:
    assert refusal(MEMBER_TEXT, keys=replace(KEYS, tenant=8)) == "code.tenant"


def test_an_unknown_key_is_told_apart_from_a_forgery() -> None:
    assert refusal(sign(replace(MEMBER, kid=2), SEED)) == "code.unknown_key"
    assert refusal(sign(MEMBER, OTHER_SEED)) == "code.forged"


def test_a_key_signs_only_the_types_it_is_for() -> None:
    coupons_only = replace(KEYS, keys=(replace(ISSUER, types=frozenset({CodeType.COUPON})),))
    assert refusal(MEMBER_TEXT, keys=coupons_only) == "code.unknown_key"
    assert read(sign(COUPON, SEED), keys=coupons_only, tenant=7) == COUPON


def test_a_key_counts_in_its_own_period_only() -> None:
    keys = replace(KEYS, keys=(replace(ISSUER, nbf_s=100, exp_s=200),))
    assert refusal(MEMBER_TEXT, keys=keys, now_s=99) == "code.key_period"
    assert refusal(MEMBER_TEXT, keys=keys, now_s=201) == "code.key_period"
    assert read(MEMBER_TEXT, keys=keys, tenant=7, now_s=200) == MEMBER


def test_a_member_code_is_no_coupon_under_another_prefix() -> None:
    raw = int(MEMBER_TEXT[2:])
    assert refusal("92" + str(raw).zfill(241)) == "code.type"


@pytest.mark.parametrize(
    "wrong",
    [
        replace(MEMBER, kid=256),
        replace(MEMBER, tenant=65536),
        replace(MEMBER, alias="0123"),
        replace(MEMBER, alias="0123456789ABCDEF"),
        replace(MEMBER, alias="x" * 16),
        replace(MEMBER, nonce=-1),
        replace(COUPON, value=2**32),
        replace(PICKUP, store=2**24),
    ],
)
def test_a_field_that_does_not_fit_is_not_signed(wrong: MemberCode | CouponCode | PickupCode) -> None:
    with pytest.raises(CodeError) as caught:
        sign(wrong, SEED)
    assert caught.value.code == "code.field"


def test_a_rotating_code_without_life_is_refused_although_it_is_signed() -> None:
    from retail_core.codes.signature import sign_bytes

    body = bytes.fromhex("110100070123456789abcdef0cf1a5c000000300a1b2c3d4")
    raw = body + sign_bytes(b"POSQR1\0" + body, SEED)
    assert refusal(as_text("91", raw.hex(), 214)) == "code.field"


def test_the_form_alone_tells_the_kind() -> None:
    assert kind_of(MEMBER_TEXT) == "member"
    assert kind_of("9300601234569") is None
    assert kind_of("") is None


def test_no_reason_repeats_what_was_scanned() -> None:
    with pytest.raises(CodeError) as caught:
        read(MEMBER_TEXT[:-1], keys=KEYS, tenant=7)
    assert str(caught.value) == "code.length"
