"""The small shift of docs/rules/figures.md as facts; the figures in the page were worked out by hand."""

from typing import Any

from retail_core.wire.base import Message
from retail_core.wire.facts import BalanceToppedUp, OrderHandedOver, SaleCompleted

ZONE = "Asia/Shanghai"
_NINE_MS = 1_795_309_200_000  # 2026-11-22 09:00 in Shanghai


def at(hour: int, minute: int) -> int:
    """Return a moment of the day in UTC milliseconds."""
    return _NINE_MS + ((hour - 9) * 60 + minute) * 60_000


def line(product_id: str | None, category_id: str, list_minor: int, **changed: Any) -> dict[str, Any]:
    """Return a sold line of one piece, as JSON; the tax is what the page says."""
    return {
        "line_id": "1",
        "product_id": product_id,
        "code": None,
        "name": product_id,
        "category_id": category_id,
        "qty_milli": 1000,
        "sold_by": "piece",
        "unit_price_minor": list_minor,
        "list_minor": list_minor,
        "discounts": [],
        "total_minor": list_minor,
        "net_minor": list_minor,
        "tax_minor": 0,
        "tax_rate_bp": 1300,
        **changed,
    }


def off(rule_id: str, minor: int, funder: str, *, third_party: bool = False) -> dict[str, Any]:
    """Return a reduction by ``minor`` that ``funder`` bears."""
    return {
        "rule_id": rule_id,
        "kind": "amount",
        "name": rule_id,
        "amount_minor": -minor,
        "funders": {funder: -minor},
        "tax_effect": "third_party_payment" if third_party else "price_reduction",
        "units_milli": 1000,
        "coupon_id": None,
    }


def sale(number: int, lines: list[dict[str, Any]], tender: tuple[str, int], **changed: Any) -> dict[str, Any]:
    """Return a document as JSON."""
    kind, minor = tender
    return {
        "sale_id": f"sale-{number}",
        "receipt_number": f"S01-T02-{number:06d}",
        "shift_id": "shift-1",
        "business_day": "2026-11-22",
        "currency": "CNY",
        "catalog_version": "v1",
        "prices_include_tax": True,
        "lines": lines,
        "list_minor": sum(each["list_minor"] for each in lines),
        "discount_minor": sum(each["amount_minor"] for line in lines for each in line["discounts"]),
        "total_minor": minor,
        "rounding_minor": 0,
        "tax": [],
        "tenders": [_tender(kind, minor)],
        "coupons": [],
        "member_tier": None,
        "points_earned": 0,
        "removed": [],
        "fiscal": {"provider": "null", "state": "none", "data": {}},
        **changed,
    }


def _tender(kind: str, minor: int) -> dict[str, Any]:
    return {"kind": kind, "amount_minor": minor, "tendered_minor": minor, "change_minor": 0}


MILK = line(
    "p-milk",
    "dairy",
    1300,
    qty_milli=2000,
    unit_price_minor=650,
    discounts=[off("c-milk", 130, "store")],
    total_minor=1170,
    net_minor=1035,
    tax_minor=135,
)
COAT = line(
    "p-coat",
    "clothes",
    20000,
    discounts=[off("c-coat", 2000, "brand", third_party=True)],
    total_minor=18000,
    net_minor=15699,
    tax_minor=2301,
)
MILK_BACK = {
    "sale_id": "sale-1",
    "receipt_number": "S01-T02-000001",
    "policy": "keep",
    "lines": [
        {
            "line_id": "2",
            "of_line_id": "1",
            "product_id": "p-milk",
            "name": "p-milk",
            "category_id": "dairy",
            "qty_milli": 1000,
            "sold_by": "piece",
            "pack_pieces": 1,
            "list_minor": 650,
            "discounts": [off("c-milk", 65, "store")],
            "total_minor": 585,
            "net_minor": 518,
            "tax_minor": 67,
            "tax_rate_bp": 1300,
            "reason": "damaged",
            "restock": False,
        }
    ],
    "claw_back": [],
    "refund_minor": 585,
    "points_reversed": 0,
    "coupons": [],
}
COLA = line("p-cola", "drinks", 350, net_minor=310, tax_minor=40)
APPLES = line(
    "p-apple",
    "fruit",
    1502,
    qty_milli=755,
    sold_by="weight",
    unit_price_minor=1990,
    net_minor=1378,
    tax_minor=124,
    tax_rate_bp=900,
)
HAND_OVER = {
    "hand_over_id": "hand-1",
    "order_id": "order-207",
    "shift_id": "shift-1",
    "business_day": "2026-11-22",
    "means": "code",
    "evidence": "",
    "value_minor": 3980,
    "currency": "CNY",
    "lines": [],
}
TOP_UP = {
    "top_up_id": "top-1",
    "number": "S01-T02-V000001",
    "shift_id": "shift-1",
    "business_day": "2026-11-22",
    "currency": "CNY",
    "principal_minor": 10000,
    "bonus_minor": 1000,
    "rounding_minor": 0,
    "tenders": [_tender("cash", 10000)],
    "spend": "principal_first",
}

JSON_FACTS: tuple[tuple[str, dict[str, Any], str, int], ...] = (
    ("sale.completed", sale(1, [MILK], ("cash", 1170), member_tier="gold"), "Li", at(10, 5)),
    ("sale.completed", sale(2, [COAT], ("card", 18000)), "Wang", at(10, 40)),
    ("sale.completed", sale(3, [COLA], ("cash", -235), returned=[MILK_BACK]), "Li", at(11, 15)),
    ("order.handed_over", HAND_OVER, "Li", at(11, 30)),
    ("balance.topped_up", TOP_UP, "Li", at(11, 40)),
    (
        "sale.completed",
        sale(4, [APPLES], ("cash", 1500), total_minor=1502, rounding_minor=-2),
        "Wang",
        at(12, 5),
    ),
)
"""(type, body, actor, moment) of each entry, in order."""

_BODIES: dict[str, type[Message]] = {
    "sale.completed": SaleCompleted,
    "order.handed_over": OrderHandedOver,
    "balance.topped_up": BalanceToppedUp,
}


def parsed(kind: str, body: dict[str, Any]) -> Message:
    """Return a fact's body as the till and the server hold it."""
    return _BODIES[kind].model_validate(body, strict=False)
