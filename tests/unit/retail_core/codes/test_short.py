import pytest

from retail_core.codes.badge import is_badge, make_badge
from retail_core.codes.crockford import ALPHABET, check_character, normalise
from retail_core.codes.errors import CodeError
from retail_core.codes.short import is_short, make_short, read_short, show_short


def test_the_check_character_is_the_weighted_sum_over_the_field() -> None:
    # 1 doubled is 2; 16 doubled is 32, which the polynomial x^5 + x^2 + 1 folds to 5.
    assert check_character("1") == "2"
    assert check_character("G") == "5"
    assert check_character("11") == "6"


def test_nothing_but_zeros_checks_to_zero() -> None:
    assert check_character("000") == "0"


def test_a_short_code_has_twelve_characters_and_starts_with_a_letter() -> None:
    assert make_short(b"\x00" * 7) == "A0000000000" + check_character("A0000000000")
    assert make_short(b"\xff" * 7)[:11] == "VZZZZZZZZZZ"


def test_a_short_code_is_shown_in_groups_of_four() -> None:
    assert show_short("A23456789ABC") == "A234-5678-9ABC"


def test_a_short_code_may_be_typed_carelessly() -> None:
    code = make_short(b"\x00" * 7)
    assert read_short(show_short(code).lower().replace("0", "o")) == code


def test_look_alikes_are_read_as_digits() -> None:
    assert normalise("ab-o i l") == "AB011"


def test_every_wrong_character_of_a_short_code_is_noticed() -> None:
    code = make_short(b"Loop7!?")
    wrong = [
        code[:place] + character + code[place + 1 :]
        for place in range(12)
        for character in ALPHABET
        if character != code[place]
    ]
    assert is_short(code)
    assert [text for text in wrong if is_short(text)] == []


def test_neighbours_that_changed_places_are_noticed() -> None:
    code = make_short(b"Loop7!?")
    swapped = [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(11)
        if code[place] != code[place + 1]
    ]
    assert [text for text in swapped if is_short(text)] == []


@pytest.mark.parametrize("text", ["", "A", "A2345678901", "123456789012", "U23456789012", "Ａ23456789012"])
def test_what_has_not_the_form_is_malformed(text: str) -> None:
    with pytest.raises(CodeError) as caught:
        read_short(text)
    assert caught.value.code == "short.malformed"


def test_a_code_needs_seven_random_bytes() -> None:
    with pytest.raises(ValueError, match="3"):
        make_short(b"abc")


def test_a_badge_is_st_and_ten_characters() -> None:
    badge = make_badge(b"\x00\x00\x00\x00\x00\x01")
    assert badge == "ST0000000012"
    assert is_badge(badge)


def test_a_badge_with_a_wrong_character_is_none() -> None:
    assert not is_badge("ST0000000013")
    assert not is_badge("ST000000001")
    assert not is_badge("SX0000000012")
    assert not is_badge("ST00000000I2")


def test_a_badge_needs_six_random_bytes() -> None:
    with pytest.raises(ValueError, match="1"):
        make_badge(b"a")
