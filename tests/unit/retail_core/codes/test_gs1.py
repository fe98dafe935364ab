from datetime import date

import pytest

from retail_core.codes.errors import CodeError
from retail_core.codes.gs1 import Gs1, read_digital_link, read_element_string

PRODUCT = "0109300601234561"


def test_an_element_string_gives_everything_a_till_uses() -> None:
    text = PRODUCT + "10ABC\x1d17261200" + "15261130" + "3103002750" + "30012\x1d" + "39221250\x1d" + "21S1"
    assert read_element_string(text, minor_digits=2) == Gs1(
        gtin="09300601234561",
        batch="ABC",
        expiry=date(2026, 12, 31),
        best_before=date(2026, 11, 30),
        weight_g=2750,
        price_minor=1250,
        count=12,
        serial="S1",
    )


def test_a_weight_finer_than_a_gram_is_rounded_half_up() -> None:
    assert read_element_string(PRODUCT + "3105002755", minor_digits=2).weight_g == 28
    assert read_element_string(PRODUCT + "3105012550", minor_digits=2).weight_g == 126


def test_a_digital_link_may_have_any_domain_and_unknown_parameters() -> None:
    link = "https://brand.example/x/01/09300601234561/22/V/10/L%2F1/21/S?17=261200&3103=002750&lang=zh"
    assert read_digital_link(link, minor_digits=2) == Gs1(
        gtin="09300601234561", batch="L/1", expiry=date(2026, 12, 31), weight_g=2750, serial="S"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0109300601234569", "gs1.check_digit"),
        ("10ABC", "gs1.no_product"),
        ("0193006012345", "gs1.malformed"),
        (PRODUCT + "17261399", "gs1.malformed"),
        (PRODUCT + "10A\x1d10B", "gs1.malformed"),
        (PRODUCT + "30", "gs1.malformed"),
        (PRODUCT + "3103002750" + "3102002750", "gs1.malformed"),
        (PRODUCT + "39231255", "gs1.price"),
        (PRODUCT + "10" + "A" * 500, "gs1.malformed"),
        ("", "gs1.no_product"),
    ],
)
def test_what_cannot_be_trusted_is_refused(text: str, code: str) -> None:
    with pytest.raises(CodeError) as caught:
        read_element_string(text, minor_digits=2)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example/x",
        "https://[bad/01/09300601234561",
        "https://a.example/01/09300601234561?10=%0A",
        "https://a.example/01/09300601234561?10=A%0A",
        "https://a.example/01/%D9%A09300601234561",
        "https://a.example/01/09300601234561?30=%EF%BC%93",
        "x",
    ],
)
def test_a_link_that_is_no_digital_link_is_malformed(link: str) -> None:
    with pytest.raises(CodeError) as caught:
        read_digital_link(link, minor_digits=2)
    assert caught.value.code == "gs1.malformed"
