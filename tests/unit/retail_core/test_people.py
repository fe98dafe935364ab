"""Fingerprints, masks and tiers."""

import hashlib
import hmac

from retail_core.people import badge_mac, mask_name, phone_digits, phone_mac, tier_name, tier_number

KEY = bytes(range(32))


def test_a_phone_number_is_its_digits_however_it_is_typed() -> None:
    assert phone_digits("+86 138-0000-1234") == "13800001234"


def test_the_fingerprint_is_a_keyed_hash_of_the_digits() -> None:
    expected = hmac.new(KEY, b"phone\x0013800001234", hashlib.sha256).hexdigest()

    assert phone_mac(KEY, "138 0000 1234") == expected


def test_a_badge_is_read_in_capitals_and_never_collides_with_a_phone() -> None:
    assert badge_mac(KEY, "st12") == badge_mac(KEY, "ST12")
    assert badge_mac(KEY, "13800001234") != phone_mac(KEY, "13800001234")


def test_a_mask_shows_the_surname_only() -> None:
    assert mask_name("李小明") == "李**"


def test_a_mask_keeps_a_surname_of_two_characters() -> None:
    assert mask_name("欧阳娜娜") == "欧阳**"


def test_an_empty_name_is_all_mask() -> None:
    assert mask_name("  ") == "**"


def test_tiers_count_from_one() -> None:
    assert [tier_number(tier) for tier in ("basic", "silver", "gold", "platinum")] == [1, 2, 3, 0]


def test_an_unknown_number_is_no_tier() -> None:
    assert [tier_name(number) for number in (0, 1, 3, 4)] == [None, "basic", "gold", None]
