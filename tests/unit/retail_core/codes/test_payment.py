import pytest

from retail_core.codes.payment import PaymentCode, payment_code


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("10" + "0" * 16, "wechat"),
        ("15" + "9" * 16, "wechat"),
        ("25" + "0" * 14, "alipay"),
        ("30" + "0" * 22, "alipay"),
        ("28" + "0" * 16, "alipay"),
        ("62" + "0" * 17, "unionpay"),
    ],
)
def test_length_and_prefix_name_the_provider(text: str, provider: str) -> None:
    assert payment_code(text) == PaymentCode(provider, text)  # type: ignore[arg-type]  # the table's own words


@pytest.mark.parametrize(
    "text",
    [
        "09" + "0" * 16,
        "16" + "0" * 16,
        "10" + "0" * 15,
        "25" + "0" * 13,
        "31" + "0" * 16,
        "30" + "0" * 23,
        "62" + "0" * 16,
        "١٠" + "0" * 16,
    ],
)
def test_anything_else_is_no_payment_code(text: str) -> None:
    assert payment_code(text) is None


def test_the_digits_are_in_no_text_made_of_the_code() -> None:
    code = payment_code("134567890123456789")
    assert str(code) == repr(code) == f"{code}" == "PaymentCode(provider='wechat')"
