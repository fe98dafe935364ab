import pytest

from retail_core.codes.instore import (
    DEFAULT_RULES,
    InstoreLabel,
    InstoreRule,
    InstoreTable,
    InstoreTableError,
    Overlap,
)


def test_the_default_table_reads_a_weight_in_grams() -> None:
    assert InstoreTable().read("2100001027506") == InstoreLabel(
        text="2100001027506", item="2100001000004", kind="weight", weight_g=2750, price_minor=None
    )


def test_the_default_table_reads_a_price_in_minor_units() -> None:
    # 22 00042 01995 and its check digit: 2*1+2*3+0+0*3+0+4*3+2+0*3+1+9*3+9+5*3 = 74 -> 6.
    label = InstoreTable().read("2200042019956")
    assert label is not None
    assert (label.kind, label.weight_g, label.price_minor) == ("price", None, 1995)


def test_eighteen_digits_carry_amount_and_weight() -> None:
    # 22 00042 01995 02750, weights 3 and 1 from the right: 0+5+21+2+0+5+27+9+3+0+6+4+0+0+0+2+6 = 90 -> 0.
    label = InstoreTable().read("220004201995027500")
    assert label == InstoreLabel(
        text="220004201995027500",
        item="2200042",
        kind="amount_and_weight",
        weight_g=2750,
        price_minor=1995,
    )


def test_a_wrong_check_digit_is_no_label() -> None:
    assert InstoreTable().read("2100001027507") is None


def test_a_prefix_outside_the_table_is_no_label() -> None:
    assert InstoreTable().read("2900001027500") is None
    assert InstoreTable().read("6901234567892") is None


def test_the_verifier_digit_is_checked_after_the_check_digit() -> None:
    # GS1: the verifier of the price 2875 is 9. 20 01234 9 2875 plus check digit:
    # 2+0+0+3+2+9+4+27+2+24+7+15 = 95 -> 5.
    table = InstoreTable((InstoreRule("p", "20", 13, 5, 4, "price", 2, has_verifier=True),))
    label = table.read("2001234928755")
    assert label is not None
    assert (label.item, label.price_minor) == ("2001234000000", 2875)
    # Verifier 8 instead of 9, with a fitting check digit: 95 - 3 = 92 -> 8.
    assert table.read("2001234828758") is None


def test_the_longest_prefix_wins() -> None:
    table = InstoreTable(
        (InstoreRule("any", "2", 13, 6, 5, "price", 2), InstoreRule("exact", "21", 13, 5, 5, "weight", 3))
    )
    label = table.read("2100001027506")
    assert label is not None
    assert label.kind == "weight"


def test_a_currency_without_decimals_reads_whole_units() -> None:
    table = InstoreTable((InstoreRule("twd", "22", 13, 5, 5, "price", 0),), minor_digits=0)
    label = table.read("2200042019956")
    assert label is not None
    assert label.price_minor == 1995


def test_a_price_in_tenths_becomes_minor_units() -> None:
    table = InstoreTable((InstoreRule("tenths", "22", 13, 5, 5, "price", 1),))
    label = table.read("2200042019956")
    assert label is not None
    assert label.price_minor == 19950


@pytest.mark.parametrize("text", ["", "21", "٢١٠٠٠٠١٠٢٧٥٠٦", "２100001027506", "x" * 13])
def test_what_is_not_13_or_18_ascii_digits_is_no_label(text: str) -> None:
    assert InstoreTable().read(text) is None


def test_the_default_table_overlaps_nothing() -> None:
    assert InstoreTable(DEFAULT_RULES).overlaps() == []


def test_every_overlap_has_its_name() -> None:
    table = InstoreTable(
        (
            InstoreRule("all", "2", 13, 6, 5, "price", 2),
            InstoreRule("weight", "21", 13, 5, 5, "weight", 3),
            InstoreRule("long", "28", 18, 5, 5, "amount_and_weight", 2, weight_digits=5),
            InstoreRule("short", "1", 18, 6, 5, "amount_and_weight", 2, weight_digits=5),
            InstoreRule("goods", "69", 13, 5, 5, "price", 2),
        )
    )
    assert set(table.overlaps()) == {
        Overlap("instore.same_prefix", "weight", "all"),
        Overlap("instore.payment_code", "long", "alipay"),
        Overlap("instore.payment_code", "short", "wechat"),
        Overlap("instore.article_number", "goods", "gtin"),
    }


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (("r", "21", 12, 4, 5, "weight", 3), "instore.length_or_prefix"),
        (("r", "2x", 13, 5, 5, "weight", 3), "instore.length_or_prefix"),
        (("r", "21", 13, 6, 5, "weight", 3), "instore.digits_do_not_add_up"),
        (("r", "21", 18, 10, 5, "amount_and_weight", 2), "instore.weight_digits"),
        (("r", "21", 13, 6, 3, "price", 2, True), "instore.verifier"),
        (("r", "21", 13, 5, 5, "weight", 4), "instore.digits"),
        (("r", "21", 13, 10, 0, "weight", 3), "instore.digits"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(rule: tuple[object, ...], code: str) -> None:
    with pytest.raises(InstoreTableError) as caught:
        InstoreRule(*rule)  # type: ignore[arg-type]  # the table holds the arguments
    assert (caught.value.code, caught.value.rule) == (code, "r")


def test_a_price_finer_than_the_currency_is_refused() -> None:
    with pytest.raises(InstoreTableError) as caught:
        InstoreTable(DEFAULT_RULES, minor_digits=0)
    assert caught.value.code == "instore.price_decimals"
