import subprocess
import sys

import pytest

from retail_core.codes.badge import make_badge
from retail_core.codes.gs1 import Gs1
from retail_core.codes.instore import InstoreLabel, InstoreRule, InstoreTable
from retail_core.codes.payment import PaymentCode
from retail_core.codes.scan import (
    Gtin,
    Meaning,
    ProductCode,
    ReceiptNumber,
    ReceiptQr,
    ScanAgain,
    ScanRouter,
    ShortCoupon,
    SignedText,
    StaffBadge,
    Step,
    Unreadable,
)
from retail_core.codes.short import make_short, show_short

WECHAT_SHAPED = "132345678901234567"


def meaning(raw: str, step: Step = "sell") -> Meaning:
    """Return what the default store makes of ``raw``."""
    return ScanRouter().meaning(raw, step=step)


@pytest.mark.parametrize(
    ("prefix", "length", "kind"), [("91", 214, "member"), ("92", 243, "coupon"), ("93", 222, "pickup")]
)
def test_signed_codes_are_known_by_prefix_and_exact_length(prefix: str, length: int, kind: str) -> None:
    text = prefix + "0" * (length - 2)
    assert meaning(text + "\r\n") == SignedText(kind, text)  # type: ignore[arg-type]  # the table's own words


@pytest.mark.parametrize("length", [100, 213, 215, 242, 300])
def test_most_of_a_signed_code_means_scan_again(length: int) -> None:
    assert meaning("91".ljust(length, "0")) == ScanAgain()


def test_a_hundred_digits_of_nothing_known_are_refused() -> None:
    assert meaning("1" * 100) == Unreadable("scan.too_long")


def test_thirteen_digits_that_start_like_a_pickup_code_are_an_article_number() -> None:
    assert meaning("9300601234561") == Gtin("9300601234561", "09300601234561")


def test_thirteen_digits_with_a_wrong_check_digit_are_looked_up_as_they_are() -> None:
    assert meaning("9300601234569") == ProductCode("9300601234569")


def test_a_label_of_the_scale_is_no_article_number() -> None:
    assert meaning("2100001027506") == InstoreLabel("2100001027506", "2100001000004", "weight", 2750, None)


def test_a_label_without_a_value_is_the_items_own_number() -> None:
    assert meaning("2100001000004") == Gtin("2100001000004", "02100001000004")


def test_an_in_store_number_without_a_rule_is_looked_up_whole() -> None:
    assert meaning("2900001000000") == Gtin("2900001000000", "02900001000000")


def test_a_label_with_a_wrong_verifier_is_refused() -> None:
    table = InstoreTable((InstoreRule("p", "20", 13, 5, 4, "price", 2, has_verifier=True),))
    assert ScanRouter(table).meaning("2001234828758", step="sell") == Unreadable("scan.label_verifier")


def test_payment_codes_are_known_on_both_steps() -> None:
    assert meaning(WECHAT_SHAPED) == PaymentCode("wechat", WECHAT_SHAPED)
    assert meaning(WECHAT_SHAPED, "pay") == PaymentCode("wechat", WECHAT_SHAPED)


def test_eighteen_digits_that_are_both_are_a_label_outside_the_payment_step_only() -> None:
    table = InstoreTable((InstoreRule("a", "28", 18, 5, 5, "amount_and_weight", 2, weight_digits=5),))
    # 28 00042 01995 02750, weights 3 and 1 from the right: 90 - 2 + 8 = 96 -> 4.
    both = "280004201995027504"
    router = ScanRouter(table)
    assert router.meaning(both, step="sell") == InstoreLabel(both, "2800042", "amount_and_weight", 2750, 1995)
    assert router.meaning(both, step="pay") == PaymentCode("alipay", both)


@pytest.mark.parametrize("start", ["]C1", "]d2", "]Q3", "]e0", ""])
def test_gs1_is_read_with_and_without_the_scanners_symbology(start: str) -> None:
    expected = Gs1(gtin="09300601234561", weight_g=2750)
    assert meaning(start + "01093006012345613103002750") == expected


def test_the_symbology_of_a_plain_barcode_is_taken_off() -> None:
    assert meaning("]E09300601234561") == Gtin("9300601234561", "09300601234561")


def test_the_separator_makes_it_gs1() -> None:
    assert meaning("010930060123456110AB\x1d21S") == Gs1(gtin="09300601234561", batch="AB", serial="S")


def test_digits_under_a_gs1_symbology_are_fields_and_no_article_number() -> None:
    assert meaning("96385074") == Gtin("96385074", "00000096385074")
    assert meaning("]C196385074") == Unreadable("gs1.no_product")


def test_gs1_with_a_wrong_check_digit_is_refused() -> None:
    assert meaning("]C10109300601234569") == Unreadable("gs1.check_digit")


def test_a_digital_link_is_read() -> None:
    assert meaning("HTTPS://brand.example/01/09300601234561?3103=002750") == Gs1(
        gtin="09300601234561", weight_g=2750
    )


def test_the_link_on_a_receipt_is_read() -> None:
    assert meaning("https://shop.example/a/r/S01-T02B-000001?h=0123456789abcdef") == ReceiptQr(
        "S01-T02B-000001", "0123456789abcdef"
    )


@pytest.mark.parametrize(
    "link",
    [
        "https://shop.example/r/S01-T02-000001",
        "https://shop.example/r/S01-T02-000001?h=0123",
        "https://shop.example/r/nothing?h=0123456789abcdef",
        "https://shop.example/r/S01-T02-000001?h=0123456789abcdef&h=0123456789abcdef",
        "https://elsewhere.example/",
        "https://[broken",
        "http://",
    ],
)
def test_any_other_link_is_unknown(link: str) -> None:
    assert meaning(link) == Unreadable("scan.unknown_link")


@pytest.mark.parametrize("number", ["S01-T02-000123", "S01-T02B-000001", "S2000-T02-1000000"])
def test_a_receipt_number_is_known(number: str) -> None:
    assert meaning(number) == ReceiptNumber(number)


def test_caps_lock_changes_neither_receipt_nor_badge() -> None:
    badge = make_badge(b"\x00\x00\x00\x00\xff\xff")
    assert meaning("s01-t02-000123") == ReceiptNumber("S01-T02-000123")
    assert meaning(badge.lower()) == StaffBadge(badge)


def test_a_short_coupon_is_known_by_its_hyphens_and_check() -> None:
    code = make_short(b"Loop7!?")
    assert meaning(show_short(code)) == ShortCoupon(code)
    assert meaning(code) == ProductCode(code)


def test_what_is_left_is_a_products_code_exactly_as_it_came() -> None:
    assert meaning("abC-12/x\n") == ProductCode("abC-12/x")
    assert meaning("12345") == ProductCode("12345")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "scan.empty"),
        ("\r\n", "scan.empty"),
        ("９300601234561", "scan.full_width"),
        ("ＡＢＣ", "scan.full_width"),
        ("٩٣٠٠٦٠١٢٣٤٥٦١", "scan.bidi"),
        ("AB\u202eC", "scan.bidi"),
        ("AB\u200fC", "scan.bidi"),
        ("AB\x00C", "scan.control"),
        ("AB\x1bC", "scan.control"),
        ("AB\u200bC", "scan.control"),
        ("可乐", "scan.foreign_characters"),
        ("१२३४५६७८९०१२८", "scan.foreign_characters"),
        ("A" * 65, "scan.too_long"),
        ("A" * 100_000, "scan.too_long"),
        ("9" * 10_000, "scan.too_long"),
        ("AB\x1dC", "gs1.malformed"),
    ],
)
def test_what_a_scanner_never_sends_goes_no_further(raw: str, reason: str) -> None:
    assert meaning(raw) == Unreadable(reason)


def test_secrets_are_in_no_text_made_of_a_meaning() -> None:
    badge = make_badge(b"\x00\x00\x00\x00\xff\xff")
    signed = "91" + "0" * 212
    assert str(meaning(badge)) == "StaffBadge()"
    assert str(meaning(signed)) == "SignedText(kind='member')"
    assert WECHAT_SHAPED not in str(meaning(WECHAT_SHAPED))


def test_the_router_is_built_without_the_big_libraries() -> None:
    program = (
        "import sys, retail_core.codes.scan as scan\n"
        "scan.ScanRouter()\n"
        "assert not {'biip', 'nacl'} & set(sys.modules), sorted(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
