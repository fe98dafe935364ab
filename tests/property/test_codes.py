import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retail_core.codes.crockford import ALPHABET
from retail_core.codes.errors import CodeError
from retail_core.codes.keys import CodeType, IssuerKey, KeyList
from retail_core.codes.pq1 import CouponCode, MemberCode, PickupCode, SignedCode, read, sign
from retail_core.codes.scan import Gtin, ProductCode, ScanRouter, Unreadable
from retail_core.codes.short import LENGTH, is_short, make_short
from retail_core.codes.signature import public_key_of

SEED = bytes(range(32))
KEYS = KeyList(1, 0, 7, (IssuerKey(1, frozenset(CodeType), public_key_of(SEED), 0, 2**32 - 1),))


def _unsigned(octets: int) -> st.SearchStrategy[int]:
    return st.integers(min_value=0, max_value=256**octets - 1)


def _hex(octets: int) -> st.SearchStrategy[str]:
    return st.binary(min_size=octets, max_size=octets).map(bytes.hex)


MEMBERS = st.builds(
    MemberCode,
    kid=st.just(1),
    tenant=st.just(7),
    alias=_hex(8),
    nbf_s=_unsigned(4),
    ttl_s=_unsigned(2),
    tier=_unsigned(1),
    flags=_unsigned(1),
    nonce=_unsigned(4),
)
COUPONS = st.builds(
    CouponCode,
    kid=st.just(1),
    tenant=st.just(7),
    campaign=_unsigned(4),
    serial=_hex(8),
    nbf_s=_unsigned(4),
    exp_s=_unsigned(4),
    store=_unsigned(3),
    flags=_unsigned(1),
    value=_unsigned(4),
    bind=_hex(4),
)
PICKUPS = st.builds(
    PickupCode,
    kid=st.just(1),
    tenant=st.just(7),
    store=_unsigned(3),
    order=_hex(8),
    secret=_hex(8),
    exp_s=_unsigned(4),
)
CODES = st.one_of(MEMBERS, COUPONS, PICKUPS)


@given(CODES)
def test_what_is_signed_is_read_back(code: SignedCode) -> None:
    assert read(sign(code, SEED), keys=KEYS, tenant=7) == code


@given(CODES, st.data())
def test_a_single_changed_digit_never_verifies(code: SignedCode, data: st.DataObject) -> None:
    text = sign(code, SEED)
    place = data.draw(st.integers(0, len(text) - 1))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[place]]))
    with pytest.raises(CodeError):
        read(text[:place] + digit + text[place + 1 :], keys=KEYS, tenant=7)


@given(CODES, st.binary(min_size=32, max_size=32).filter(lambda seed: seed != SEED))
def test_another_key_never_verifies(code: SignedCode, seed: bytes) -> None:
    with pytest.raises(CodeError) as caught:
        read(sign(code, seed), keys=KEYS, tenant=7)
    assert caught.value.code == "code.forged"


@given(CODES, st.integers(0, 400))
def test_another_length_never_verifies(code: SignedCode, length: int) -> None:
    text = sign(code, SEED)
    changed = text[:length].ljust(length, "0")
    if len(changed) != len(text):
        with pytest.raises(CodeError):
            read(changed, keys=KEYS, tenant=7)


@given(st.text(max_size=300) | st.text("0123456789", max_size=300))
def test_any_text_is_read_or_refused_by_a_code(text: str) -> None:
    with pytest.raises(CodeError):
        read(text, keys=KEYS, tenant=7)


ELEMENTS = st.lists(
    st.sampled_from(
        [
            "0109300601234561",
            "]C1",
            "]d2",
            "\x1d",
            "10AB",
            "17261200",
            "3103002750",
            "39221250",
            "21",
            "30",
            "00",
        ]
    ),
    max_size=8,
).map("".join)
LINKS = st.builds(
    "https://a.example/{}".format,
    st.lists(
        st.sampled_from(["01", "09300601234561", "/", "?", "&", "17=261200", "%0A", "10", "r", "h="])
    ).map("".join),
)
RAW = st.one_of(st.text(max_size=60), st.text("0123456789", max_size=260), ELEMENTS, LINKS)


@settings(max_examples=500)
@given(RAW, st.sampled_from(["sell", "pay"]))
def test_whatever_a_scanner_sends_has_a_meaning_and_never_crashes(raw: str, step: str) -> None:
    meaning = ScanRouter().meaning(raw, step="pay" if step == "pay" else "sell")
    if not isinstance(meaning, Unreadable):
        assert raw.isascii()


@given(st.text("0123456789", min_size=13, max_size=13))
def test_no_digit_of_an_article_number_is_lost_or_added(digits: str) -> None:
    meaning = ScanRouter().meaning(digits, step="sell")
    if isinstance(meaning, Gtin | ProductCode):
        assert meaning.text == digits


@given(st.binary(min_size=7, max_size=7), st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_a_short_code_bears_no_wrong_character(random: bytes, place: int, character: str) -> None:
    code = make_short(random)
    changed = code[:place] + character + code[place + 1 :]
    assert is_short(code)
    assert is_short(changed) == (changed == code)
