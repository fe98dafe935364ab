import pytest

from retail_core.codes.gtin import as_gtin14


@pytest.mark.parametrize(
    ("text", "gtin14"),
    [
        ("9300601234561", "09300601234561"),
        ("6901234567892", "06901234567892"),
        ("96385074", "00000096385074"),
        ("012345678905", "00012345678905"),
        ("10614141000415", "10614141000415"),
    ],
)
def test_an_article_number_is_padded_to_fourteen_digits(text: str, gtin14: str) -> None:
    assert as_gtin14(text) == gtin14


def test_a_upc_e_is_expanded() -> None:
    # 0425261-4 stands for 0 42100 00526 4.
    assert as_gtin14("04252614") == "00042100005264"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "9300601234569",
        "690123456789",
        "69012345678920",
        "0000000000000",
        "٦٩٠١٢٣٤٥٦٧٨٩٢",
        "69012345678９2",
    ],
)
def test_what_is_no_article_number_stays_none(text: str) -> None:
    assert as_gtin14(text) is None
