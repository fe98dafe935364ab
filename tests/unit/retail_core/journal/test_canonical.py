import pytest

from retail_core.journal import JournalError, canonical_bytes


def test_keys_are_sorted_and_white_space_is_left_out() -> None:
    assert canonical_bytes({"b": [1, True, None], "a": "x"}) == b'{"a":"x","b":[1,true,null]}'


def test_chinese_stays_utf_8_and_control_characters_are_escaped() -> None:
    assert canonical_bytes({"n": '可\n\x01"'}) == b'{"n":"\xe5\x8f\xaf\\n\\u0001\\""}'


def test_keys_outside_ascii_are_sorted_by_their_utf_16_units() -> None:
    # U+1F600 is D83D DE00 in UTF-16 and so comes before U+FB33, which code points would put first.
    assert canonical_bytes({"\ufb33": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ufb33":1}'.encode()


def test_the_largest_exact_integers_pass() -> None:
    assert canonical_bytes([9007199254740991, -9007199254740991]) == b"[9007199254740991,-9007199254740991]"


@pytest.mark.parametrize(
    ("value", "code", "where"),
    [
        ({"a": 1.0}, "journal.float", "/a"),
        ({"a": [0, {"b": 0.5}]}, "journal.float", "/a/1/b"),
        ({"a": float("nan")}, "journal.float", "/a"),
        ({"a": 9007199254740992}, "journal.integer_too_large", "/a"),
        ({"a": -9007199254740992}, "journal.integer_too_large", "/a"),
        ({"a": b"bytes"}, "journal.not_json", "/a"),
        ({"a": {1, 2}}, "journal.not_json", "/a"),
        ({1: "a"}, "journal.key_not_text", ""),
        ({"a": "\ud800"}, "journal.bad_text", ""),
        ({"é\ud800": "x"}, "journal.bad_text", ""),
    ],
)
def test_what_has_no_canonical_form_is_refused_by_its_place(value: object, code: str, where: str) -> None:
    with pytest.raises(JournalError) as refusal:
        canonical_bytes(value)
    assert (refusal.value.code, refusal.value.where) == (code, where)


def test_a_bottomless_body_is_refused_before_the_stack_ends() -> None:
    value: object = None
    for _ in range(5000):
        value = [value]
    with pytest.raises(JournalError) as refusal:
        canonical_bytes(value)
    assert refusal.value.code == "journal.too_deep"
