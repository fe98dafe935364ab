import pytest

from pos_app.services import read_scan
from pos_app.services.read_scan import ReadScan, ScanAction
from retail_core.codes.payment import PaymentCode
from tests.till_shop import BADGE, Till, coupon_code, member_code, pickup_code


@pytest.fixture
def scan(till: Till) -> ReadScan:
    return ReadScan(catalog=till.data.catalog, profile=till.profile, clock=till.clock)


def _kind(action: ScanAction) -> str:
    return type(action).__name__


def test_a_barcode_sells_its_product(scan: ReadScan) -> None:
    action = scan("4006381333931\r", step="sell")
    assert isinstance(action, read_scan.SellProduct)
    assert (action.product.product_id, action.qty_milli) == ("cake", 1000)


def test_a_code_of_several_products_asks_which(scan: ReadScan) -> None:
    action = scan("5901234123457", step="sell")
    assert isinstance(action, read_scan.ChooseProduct)
    assert [product.product_id for product in action.products] == ["twin_a", "twin_b"]


def test_a_label_of_the_scale_carries_its_weight(scan: ReadScan) -> None:
    # Item 2100001 with 02750 grams.
    action = scan("2100001027506", step="sell")
    assert isinstance(action, read_scan.SellProduct)
    assert (action.product.product_id, action.qty_milli) == ("apple", 2_750)


def test_weighed_goods_without_a_weight_ask_for_it(scan: ReadScan) -> None:
    assert _kind(scan("SKU-apple", step="sell")) == "NeedsWeight"


def test_a_code_that_nothing_has_can_be_sold_as_an_open_item(scan: ReadScan) -> None:
    assert scan("9300601234569", step="sell") == read_scan.UnknownCode("9300601234569")


@pytest.mark.parametrize(("make", "kind"), [(member_code, "MemberScanned"), (coupon_code, "CouponScanned")])
def test_signed_codes_are_told_apart(till: Till, scan: ReadScan, make: object, kind: str) -> None:
    assert callable(make)
    assert _kind(scan(make(till.clock), step="sell")) == kind


def test_a_pickup_code_goes_to_the_hand_over(till: Till, scan: ReadScan) -> None:
    assert _kind(scan(pickup_code(till.clock), step="pay")) == "PickupScanned"


def test_a_payment_code_leaves_no_digits_behind(scan: ReadScan) -> None:
    code = "134567890123456789"
    action = scan(code, step="pay")
    assert action == read_scan.PaymentScanned(PaymentCode("wechat", "134567890123456789"))
    assert code not in repr(action)


def test_ten_thousand_digits_are_refused_at_once(scan: ReadScan) -> None:
    assert scan("9" * 10_000, step="sell") == read_scan.NotUnderstood("scan.too_long")


def test_most_of_a_signed_code_asks_to_scan_again(till: Till, scan: ReadScan) -> None:
    assert scan(member_code(till.clock)[:150], step="sell") == read_scan.NotUnderstood("scan.again")


def test_a_receipt_is_recognised(scan: ReadScan) -> None:
    assert scan("s01-t02-000123", step="sell") == read_scan.ReceiptScanned("S01-T02-000123")


def test_secrets_stand_in_no_text_that_is_made_of_an_action(till: Till, scan: ReadScan) -> None:
    text = member_code(till.clock)
    assert text not in repr(scan(text, step="sell"))
    assert BADGE not in repr(scan(BADGE, step="sell"))


@pytest.mark.parametrize(("expiry", "kind"), [("261121", "NotUnderstood"), ("261122", "SellProduct")])
def test_goods_are_sold_up_to_their_expiry_and_not_after(scan: ReadScan, expiry: str, kind: str) -> None:
    # The till's clock shows noon of 2026-11-22 in Shanghai.
    assert _kind(scan(f"010400638133393117{expiry}10A1", step="sell")) == kind


def test_expired_goods_are_refused_with_their_day(scan: ReadScan) -> None:
    action = scan("010400638133393117261121", step="sell")
    assert action == read_scan.NotUnderstood("scan.expired", ("2026-11-21",))


def test_goods_past_their_best_may_still_be_sold(scan: ReadScan) -> None:
    assert _kind(scan("010400638133393115261101", step="sell")) == "SellProduct"
