"""One sale, one Z and one order with their store, for the tests of what is printed."""

from pos_app.services.order_model import Order, OrderLine
from pos_app.services.receipts import PaperContext
from pos_app.services.records import StoreProfile
from retail_core.wire.facts import (
    CategorySum,
    CouponUse,
    Discount,
    DiscountSum,
    Fiscal,
    SaleCompleted,
    SaleLine,
    SalePerson,
    ShiftClosed,
    TaxRow,
    Tender,
    TenderCount,
)

STORE = StoreProfile(
    store_id="S01",
    number=12,
    name="麦香咖啡·静安店",
    address="上海市静安区南京西路1266号",
    legal_id="91310106MA1FYABC12",
    time_zone="Asia/Shanghai",
    currency="CNY",
    day_cutoff_minutes=240,
    languages=("zh-Hans", "en"),
    receipt_language="zh-Hans",
    receipt_base_url="https://shop.example/",
    cash_step_minor=10,
    prices_include_tax=True,
)
# 2026-11-22 14:32:05 in Shanghai.
CONTEXT = PaperContext(STORE, "S01-T02", "王芳", 1_795_329_125_000, "0123456789abcdef" * 4)

_MEMBER_PRICE = Discount(
    rule_id="tier",
    kind="member_price",
    name="会员价",
    amount_minor=-360,
    funders={"store": -360},
    tax_effect="price_reduction",
    units_milli=2000,
)
_COUPON = Discount(
    rule_id="c7",
    kind="amount",
    name="新客立减5元",
    amount_minor=-500,
    funders={"headquarters": -500},
    tax_effect="price_reduction",
    units_milli=356,
    coupon_id="k1",
)
LATTE = SaleLine(
    line_id="l1",
    product_id="p1",
    code="6901234567892",
    name="燕麦拿铁 大杯",
    category_id="coffee",
    qty_milli=2000,
    sold_by="piece",
    unit_price_minor=1800,
    list_minor=3600,
    discounts=(_MEMBER_PRICE,),
    total_minor=3240,
    net_minor=2867,
    tax_minor=373,
    tax_rate_bp=1300,
    points=32,
)
BEEF = SaleLine(
    line_id="l2",
    product_id="p2",
    code=None,
    name="鲜牛肉",
    category_id="fresh",
    qty_milli=356,
    sold_by="weight",
    unit_price_minor=9800,
    list_minor=3489,
    discounts=(_COUPON,),
    total_minor=2989,
    net_minor=2742,
    tax_minor=247,
    tax_rate_bp=900,
)
BAG = SaleLine(
    line_id="l3",
    product_id=None,
    code=None,
    name="纸袋",
    category_id="other",
    qty_milli=1000,
    sold_by="piece",
    unit_price_minor=50,
    list_minor=50,
    discounts=(),
    total_minor=50,
    net_minor=44,
    tax_minor=6,
    tax_rate_bp=1300,
)
SALE = SaleCompleted(
    sale_id="a1",
    receipt_number="S01-T02-000123",
    shift_id="h1",
    business_day="2026-11-22",
    currency="CNY",
    catalog_version="v1",
    prices_include_tax=True,
    lines=(LATTE, BEEF, BAG),
    list_minor=7139,
    discount_minor=-860,
    total_minor=6279,
    rounding_minor=1,
    tax=(
        TaxRow(rate_bp=1300, net_minor=2911, tax_minor=379, gross_minor=3290),
        TaxRow(rate_bp=900, net_minor=2742, tax_minor=247, gross_minor=2989),
    ),
    tenders=(
        Tender(kind="external", amount_minor=2280, tendered_minor=2280, change_minor=0, reference="4321"),
        Tender(kind="cash", amount_minor=4000, tendered_minor=5000, change_minor=1000),
    ),
    coupons=(CouponUse(coupon_id="k1", campaign_id="c7", amount_minor=-500, mode="online", hold_id="x"),),
    member_tier="gold",
    points_earned=32,
    removed=(),
    fiscal=Fiscal(provider="null", state="none", data={}),
)
PERSON = SalePerson(member_id="m1", alias="ab", masked_name="李**", phone_last4="5678", means="code")
Z = ShiftClosed(
    shift_id="h1",
    shift_number=8,
    z_number=42,
    business_day="2026-11-22",
    currency="CNY",
    opened_ms=1_795_305_600_000,
    closed_ms=1_795_348_800_000,
    opened_by="u1",
    closed_by="u2",
    cashiers=("王芳", "陈伟"),
    first_receipt="S01-T02-000101",
    last_receipt="S01-T02-000188",
    sales_count=88,
    items_milli=213_356,
    list_minor=512_300,
    discount_minor=-21_450,
    total_minor=490_850,
    rounding_minor=-12,
    tax=SALE.tax,
    categories=(
        CategorySum(category_id="coffee", qty_milli=180_000, total_minor=324_000),
        CategorySum(category_id="fresh", qty_milli=33_356, total_minor=166_850),
    ),
    discounts=(
        DiscountSum(
            rule_id="tier", name="会员价", count=51, amount_minor=-16_450, funders={"store": -16_450}
        ),
        DiscountSum(
            rule_id="c7",
            name="新客立减5元",
            count=10,
            amount_minor=-5_000,
            funders={"headquarters": -4_000, "acme": -1_000},
        ),
    ),
    tenders=(
        TenderCount(
            kind="cash", expected_minor=150_000, counted_minor=149_950, difference_minor=-50, count=40
        ),
        TenderCount(
            kind="external", expected_minor=390_838, counted_minor=390_838, difference_minor=0, count=49
        ),
    ),
    float_minor=50_000,
    removed_lines=3,
    abandoned_baskets=1,
    hand_overs=6,
    hand_over_value_minor=48_600,
    members_sales=51,
    copies=2,
    open_orders_ready=4,
    unsent_entries=0,
    grand_total_sales_minor=98_765_432,
)
ORDER = Order(
    order_id="o1",
    number="A-1047",
    channel="app",
    state="ready",
    masked_name="陈**",
    phone_last4="8899",
    lines=(
        OrderLine("ol1", "p1", "燕麦拿铁 大杯", 2000, 3600, 0),
        OrderLine("ol2", "p9", "精酿啤酒 330ml", 6000, 10_800, 18),
    ),
    total_minor=14_400,
    currency="CNY",
    placed_ms=1_795_320_000_000,
    promised_ms=1_795_327_200_000,
    ready_ms=1_795_325_000_000,
    handed_over_ms=None,
    shelf="B3",
    secret_sha256="00",
)
