"""Every figure once more, from raw journal entries: plain lists and loops, nothing of the product's reports.

Each list holds one row for each thing of its kind; a measure is the sum of a column of a list, its part by a
dimension the sum of the rows that say so. Source: docs/rules/figures.md.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

Row = dict[str, Any]
Raw = tuple[str, dict[str, Any], str, int]


@dataclass
class Book:
    """The rows of a till, each with its shift and day."""

    zone: str
    unit_cost: dict[str, int]
    lists: dict[str, list[Row]] = field(default_factory=dict)

    def put(self, name: str, row: Row) -> None:
        """Add a row to a list."""
        self.lists.setdefault(name, []).append(row)

    def rows(self, name: str) -> list[Row]:
        """Return a list."""
        return self.lists.get(name, [])


def book_of(entries: Sequence[Raw], zone: str, *, cutoff_minutes: int, unit_cost: dict[str, int]) -> Book:
    """Sort the entries of a till into lists."""
    book = Book(zone, unit_cost)
    active, days = "", dict[str, str]()
    handed: dict[str, Row] = {}
    for kind, body, actor, at_ms in entries:
        local = datetime.fromtimestamp(at_ms // 1000, ZoneInfo(zone))
        if kind == "shift.opened":
            active = body["shift_id"]
            days[active] = body["business_day"]
        if kind == "shift.resumed":
            active = body["shift_id"]
        shift = body.get("shift_id") or active
        # The cut-off is taken off on the dial, not in time that passes.
        by_clock = (local.replace(tzinfo=None) - timedelta(minutes=cutoff_minutes)).date().isoformat()
        day = body.get("business_day") or days.get(shift) or by_clock
        head = {"shift": shift, "day": day, "hour": f"{local.hour:02d}", "cashier": actor, "tier": ""}
        if kind == "sale.completed":
            _sale(book, body, {**head, "tier": body["member_tier"] or ""})
        elif kind == "order.handed_over":
            way = "delivery" if body["fulfilment"] == "courier" else "pickup"
            handed[body["hand_over_id"]] = {**head, "channel": way, "value": body["value_minor"], "n": 1}
            book.put("handed", handed[body["hand_over_id"]])
        elif kind == "order.hand_over_undone":
            of = handed[body["hand_over_id"]]
            where = {"shift": shift, "day": day}
            book.put("handed", {**of, **where, "value": -of["value"], "n": -1})
        else:
            _other(book, kind, body, head=head, at_ms=at_ms)
        if kind in ("shift.suspended", "shift.closed") and active == body["shift_id"]:
            active = ""
    return book


def _sale(book: Book, body: Row, head: Row) -> None:
    ways = {"pickup" if line["order_id"] else "walk_in" for line in body["lines"]}
    if body["lines"]:
        book.put("receipts", {**head, "channel": "walk_in" if "walk_in" in ways else "pickup"})
    if body["returned"]:
        book.put("return_receipts", head)
    for line in body["lines"]:
        row = {
            **head,
            **{name: line[name] for name in ("list_minor", "total_minor", "net_minor", "tax_minor")},
            "channel": "pickup" if line["order_id"] else "walk_in",
            "category": line["category_id"],
            "product": line["product_id"] or "",
            "tax": str(line["tax_rate_bp"]),
            "milli": 0 if line["deposit"] else line["qty_milli"] * line["pack_pieces"],
            "deposit": line["deposit"],
            "order": bool(line["order_id"]),
            "cost": line["cost_minor"],
            "outside": _third_party(line["discounts"]),
        }
        book.put("lines", row)
        _discounts(book, "discounts", row, discounts=line["discounts"])
    for rule_id in {each["rule_id"] for line in body["lines"] for each in line["discounts"]}:
        book.put("rules", {**head, "campaign": rule_id})
    _basket(book, body, head)
    for back in body["returned"]:
        _back(book, back, head)
    _paid(book, body, head)
    _removed(book, body["removed"], head)
    if [line for line in body["removed"] if line["after_total"]]:
        book.put("voids", head)
    _acts(book, body["acts"], head)


def _basket(book: Book, body: Row, head: Row) -> None:
    known = [line for line in body["lines"] if line["cost_minor"] is not None]
    if body["returned"] or not known or [line for line in body["lines"] if line["order_id"]]:
        return
    rules = {each["rule_id"] for line in body["lines"] for each in line["discounts"]}
    rules -= {"cashier_line", "cashier_price", "cashier_basket", "cashier_drop"}
    margin = sum(line["net_minor"] + _third_party(line["discounts"]) - line["cost_minor"] for line in known)
    row = {**head, "margin": margin}
    if not rules:
        book.put("controls", row)
    elif len(rules) == 1:
        [rule] = rules
        subsidy = 0
        for line in known:
            for each in line["discounts"]:
                own = -sum(each["funders"].get(name, 0) for name in ("store", "headquarters"))
                if each["rule_id"] == rule:
                    saves = body["prices_include_tax"] and each["tax_effect"] == "price_reduction"
                    exact = Decimal(own) * 10_000 / (10_000 + line["tax_rate_bp"] if saves else 10_000)
                    subsidy += int(exact.quantize(Decimal(1), ROUND_HALF_UP))
        book.put("baskets", {**row, "campaign": rule, "subsidy": subsidy})


def _back(book: Book, back: Row, head: Row) -> None:
    for line in back["lines"]:
        row = {
            **head,
            **{name: line[name] for name in ("total_minor", "net_minor", "tax_minor", "reason")},
            "channel": "walk_in",
            "category": line["category_id"],
            "product": line["product_id"] or "",
            "tax": str(line["tax_rate_bp"]),
            "milli": 0 if line["deposit"] else line["qty_milli"] * line["pack_pieces"],
            "deposit": line["deposit"],
            "cost": line["cost_minor"],
            "outside": _third_party(line["discounts"]),
        }
        book.put("backs", row)
        _discounts(book, "ended", row, discounts=line["discounts"])
    for claw in back["claw_back"]:
        row = {
            **head,
            **{name: -claw[name] for name in ("total_minor", "net_minor", "tax_minor")},
            "channel": "walk_in",
            "category": claw["category_id"],
            "product": "",
            "tax": str(claw["tax_rate_bp"]),
            "reason": "clawed_back",
            "milli": 0,
            "deposit": False,
            "cost": None,
            "outside": 0,
        }
        book.put("backs", row)
        for funder, minor in claw["funders"].items():
            third = claw["tax_effect"] == "third_party_payment"
            whose = {"campaign": claw["rule_id"], "funder": funder, "minor": minor, "third": third}
            book.put("ended", {**row, **whose})
    book.put("given_back", {**head, "n": len(back["coupons"])})


def _paid(book: Book, body: Row, head: Row) -> None:
    book.put("documents", {**head, "rounding": body["rounding_minor"], "earned": body["points_earned"]})
    for row in body["tax"]:
        book.put("tax_rows", {**head, "tax": str(row["rate_bp"]), "net": row["net_minor"]})
    for tender in body["tenders"]:
        lost = tender["tendered_minor"] - tender["change_minor"] - tender["amount_minor"]
        row = {"tender": tender["kind"], "minor": tender["amount_minor"], "lost": lost}
        book.put("tenders", {**head, **row, "points": tender.get("points", 0)})
    for kind in {tender["kind"] for tender in body["tenders"]}:
        book.put("tender_uses", {**head, "tender": kind})
    if "cash" in {tender["kind"] for tender in body["tenders"]}:
        book.put("openings", head)
    for use in body["coupons"]:
        row = {"campaign": use["campaign_id"], "mode": use["mode"], "minor": use["amount_minor"]}
        book.put("coupons", {**head, **row})


def _third_party(discounts: Iterable[Row]) -> int:
    return sum(-each["amount_minor"] for each in discounts if each["tax_effect"] == "third_party_payment")


def _discounts(book: Book, name: str, row: Row, *, discounts: Iterable[Row]) -> None:
    for each in discounts:
        for funder, minor in each["funders"].items():
            third = each["tax_effect"] == "third_party_payment"
            whose = {"campaign": each["rule_id"], "funder": funder, "minor": -minor, "third": third}
            book.put(name, {**row, **whose})


def _removed(book: Book, lines: Iterable[Row], head: Row) -> None:
    for line in lines:
        late = line["after_total"] and not line["returned"]
        book.put("removed", {**head, "minor": line["list_minor"], "late": line["list_minor"] if late else 0})


def _acts(book: Book, acts: Iterable[Row], head: Row) -> None:
    for act in acts:
        row = {**head, "reason": act["reason"], "kind": act["kind"], "minor": -act["amount_minor"]}
        book.put("acts", {**row, "approved": act["approved_by"] is not None})


def _other(book: Book, kind: str, body: Row, *, head: Row, at_ms: int) -> None:
    reason = {**head, "reason": body.get("reason", "")}
    if kind in _LISTED:
        book.put(_LISTED[kind], reason)
    elif kind == "order.ready":
        _ready(book, body, head=head, late_ms=at_ms - body["promised_ms"])
    elif kind.startswith("stock."):
        _stock(book, body, head=head, reason=reason)
    elif kind in _SORTERS:
        _SORTERS[kind](book, body, reason)
    if kind in ("cash.moved", "drawer.opened"):
        book.put("openings", head)
    if kind in ("cash.moved", "drawer.opened", "shift.read") and body["approved_by"] is not None:
        book.put("acts", {**reason, "kind": "", "minor": 0, "approved": True})


_LISTED = {
    "receipt.reprinted": "copies",
    "drawer.opened": "no_sales",
    "shift.read": "x_reads",
    "order.rejected": "rejected",
    "member.joined": "joins",
}
"""Entries that count one, and the list in which they do."""


def _top_up(book: Book, body: Row, head: Row) -> None:
    book.put("top_ups", {**head, "minor": body["principal_minor"], "bonus": body["bonus_minor"]})
    for tender in body["tenders"]:
        book.put("top_up_tenders", {**head, "tender": tender["kind"], "minor": tender["amount_minor"]})
    if "cash" in [tender["kind"] for tender in body["tenders"]]:
        book.put("openings", head)


def _given_up(book: Book, body: Row, head: Row) -> None:
    book.put("abandoned", {**head, "minor": body["total_minor"]})
    if body["after_total"]:
        book.put("voids", head)
    _removed(book, body["lines"], head)
    _acts(book, body["acts"], head)


def _moved(book: Book, body: Row, head: Row) -> None:
    book.put("moves", {**head, "kind": body["kind"], "minor": body["amount_minor"]})


def _closed(book: Book, body: Row, head: Row) -> None:
    book.put("closed", head)
    if body["approved_by"] not in (None, body["closed_by"]):
        book.put("acts", {**head, "reason": "", "kind": "", "minor": 0, "approved": True})
    for count in body["tenders"]:
        row = {"tender": count["kind"], "expected": count["expected_minor"], "gap": count["difference_minor"]}
        book.put("counts", {**head, **row, "counted": count["counted_minor"]})


def _refunded(book: Book, body: Row, head: Row) -> None:
    book.put("refunded", {**head, "minor": sum(line["refund_minor"] for line in body["lines"])})


def _brought_back(book: Book, body: Row, head: Row) -> None:
    book.put("brought_back", {**head, "minor": sum(line["refund_minor"] for line in body["lines"])})


_SORTERS: dict[str, Callable[[Book, Row, Row], None]] = {
    "balance.topped_up": _top_up,
    "basket.abandoned": _given_up,
    "basket.recalled": lambda book, body, head: _acts(book, body["acts"], head),
    "cash.moved": _moved,
    "drawer.closed": lambda book, body, head: book.put("open_times", {**head, "open": body["open_s"]}),
    "shift.closed": _closed,
    "order.given_up": _refunded,
    "order.returned": _brought_back,
}


def _ready(book: Book, body: Row, *, head: Row, late_ms: int) -> None:
    minutes = 0 if late_ms <= 0 else (late_ms + 59_999) // 60_000
    steps = ((0, "0"), (10, "1-10"), (30, "11-30"), (60, "31-60"), (10**9, "61+"))
    delay = next(name for end, name in steps if minutes <= end)
    way = "delivery" if body["fulfilment"] == "courier" else "pickup"
    book.put("ready", {**head, "channel": way, "delay": delay, "minutes": minutes})


def _stock(book: Book, body: Row, *, head: Row, reason: Row) -> None:
    for line in body["lines"]:
        if "qty_milli" in line:
            book.put("wasted", {**reason, "minor": _cost(book, line["product_id"], line["qty_milli"])})
        else:
            missing = line["level_milli"] - line["counted_milli"]
            row = {**head, "reason": line["reason"], "minor": _cost(book, line["product_id"], missing)}
            book.put("missing", row)


def _cost(book: Book, product_id: str, milli: int) -> int:
    exact = Decimal(book.unit_cost[product_id] * milli) / 1000
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def _column(rows: str, name: str, where: Callable[[Row], bool] = lambda _: True) -> Any:
    return (rows, where, lambda row: row[name])


def _number(rows: str, where: Callable[[Row], bool] = lambda _: True) -> Any:
    return (rows, where, lambda _: 1)


def _kind(*kinds: str) -> Callable[[Row], bool]:
    return lambda row: row["kind"] in kinds


_BY_HAND = _kind("price.override", "discount.line", "discount.basket")
_KNOWN = lambda row: row["cost"] is not None  # noqa: E731 - a column's filter, like those beside it

MEASURES: dict[str, list[tuple[int, Any]]] = {
    "receipts": [(1, _number("receipts"))],
    "return_receipts": [(1, _number("return_receipts"))],
    "items": [(1, _column("lines", "milli"))],
    "list": [(1, _column("lines", "list_minor"))],
    "discount": [(1, _column("discounts", "minor"))],
    "discount_ended": [(1, _column("ended", "minor"))],
    "discount_uses": [(1, _number("rules"))],
    "sold": [(1, _column("lines", "total_minor"))],
    "sold_orders": [(1, _column("lines", "total_minor", lambda row: row["order"]))],
    "returned": [(1, _column("backs", "total_minor"))],
    "returned_items": [(1, _column("backs", "milli"))],
    "revenue": [(1, _column("lines", "net_minor")), (-1, _column("backs", "net_minor"))],
    "tax": [(1, _column("lines", "tax_minor")), (-1, _column("backs", "tax_minor"))],
    "taxed": [(1, _column("tax_rows", "net"))],
    "receivable": [
        (1, _column("discounts", "minor", lambda row: row["third"])),
        (-1, _column("ended", "minor", lambda row: row["third"])),
    ],
    "cost": [(1, _column("lines", "cost", _KNOWN)), (-1, _column("backs", "cost", _KNOWN))],
    "costed": [
        (1, _column("lines", "net_minor", _KNOWN)),
        (1, _column("lines", "outside", _KNOWN)),
        (-1, _column("backs", "net_minor", _KNOWN)),
        (-1, _column("backs", "outside", _KNOWN)),
    ],
    "deposits": [(1, _column("lines", "total_minor", lambda row: row["deposit"]))],
    "deposits_back": [(1, _column("backs", "total_minor", lambda row: row["deposit"]))],
    "open_items": [(1, _number("lines", lambda row: not row["product"]))],
    "rounding": [(1, _column("documents", "rounding"))],
    "tendered": [(1, _column("tenders", "minor"))],
    "tender_uses": [(1, _number("tender_uses"))],
    "forfeited": [(1, _column("tenders", "lost"))],
    "points_earned": [(1, _column("documents", "earned"))],
    "points_spent": [(1, _column("tenders", "points"))],
    "top_ups": [(1, _number("top_ups"))],
    "top_up_value": [(1, _column("top_ups", "minor"))],
    "top_up_bonus": [(1, _column("top_ups", "bonus"))],
    "top_up_tendered": [(1, _column("top_up_tenders", "minor"))],
    "paid_in": [(1, _number("moves", _kind("paid_in")))],
    "paid_in_value": [(1, _column("moves", "minor", _kind("paid_in")))],
    "paid_out": [(1, _number("moves", _kind("paid_out")))],
    "paid_out_value": [(1, _column("moves", "minor", _kind("paid_out")))],
    "safe_drops": [(1, _number("moves", _kind("safe_drop")))],
    "safe_drop_value": [(1, _column("moves", "minor", _kind("safe_drop")))],
    "floats_added": [(1, _number("moves", _kind("float_added")))],
    "float_added_value": [(1, _column("moves", "minor", _kind("float_added")))],
    "shifts_closed": [(1, _number("closed"))],
    "expected": [(1, _column("counts", "expected"))],
    "counted": [(1, _column("counts", "counted"))],
    "short": [(-1, _column("counts", "gap", lambda row: row["gap"] < 0))],
    "over": [(1, _column("counts", "gap", lambda row: row["gap"] > 0))],
    "member_joins": [(1, _number("joins"))],
    "coupons_used": [(1, _number("coupons"))],
    "coupon_value": [(1, _column("coupons", "minor"))],
    "coupons_issued": [],
    "coupons_returned": [(1, _column("given_back", "n"))],
    "campaign_baskets": [(1, _number("baskets"))],
    "campaign_margin": [(1, _column("baskets", "margin"))],
    "campaign_subsidy": [(1, _column("baskets", "subsidy"))],
    "control_baskets": [(1, _number("controls"))],
    "control_margin": [(1, _column("controls", "margin"))],
    "removed_lines": [(1, _number("removed"))],
    "removed_value": [(1, _column("removed", "minor"))],
    "abandoned": [(1, _number("abandoned"))],
    "abandoned_value": [(1, _column("abandoned", "minor"))],
    "voids_after_total": [(1, _number("voids"))],
    "void_after_total_value": [(1, _column("removed", "late"))],
    "overrides": [(1, _number("acts", _kind("price.override")))],
    "override_value": [(1, _column("acts", "minor", _kind("price.override")))],
    "hand_discounts": [(1, _number("acts", _BY_HAND))],
    "hand_discount_value": [(1, _column("acts", "minor", _BY_HAND))],
    "drops": [(1, _number("acts", _kind("discount.drop")))],
    "drop_value": [(1, _column("acts", "minor", _kind("discount.drop")))],
    "approvals": [(1, _number("acts", lambda row: row["approved"]))],
    "no_sales": [(1, _number("no_sales"))],
    "drawer_openings": [(1, _number("openings"))],
    "drawer_timed": [(1, _number("open_times"))],
    "drawer_seconds": [(1, _column("open_times", "open"))],
    "copies": [(1, _number("copies"))],
    "x_reads": [(1, _number("x_reads"))],
    "hand_overs": [(1, _column("handed", "n"))],
    "hand_over_value": [(1, _column("handed", "value"))],
    "orders_ready": [(1, _number("ready"))],
    "orders_on_time": [(1, _number("ready", lambda row: row["minutes"] == 0))],
    "minutes_late": [(1, _column("ready", "minutes"))],
    "orders_rejected": [(1, _number("rejected"))],
    "orders_refunded_value": [(1, _column("refunded", "minor"))],
    "orders_returned": [(1, _number("brought_back"))],
    "orders_returned_value": [(1, _column("brought_back", "minor"))],
    "wasted_cost": [(1, _column("wasted", "minor"))],
    "missing_cost": [(1, _column("missing", "minor"))],
}
"""What each measure is the sum of: with its sign, the rows, which of them, and their column."""


def measured(book: Book, measure: str, **only: str) -> int:
    """Return a measure of the rows that say what ``only`` says."""
    total = 0
    for sign, (rows, where, value) in MEASURES[measure]:
        for row in book.rows(rows):
            if where(row) and all(row[name] == wanted for name, wanted in only.items()):
                total += sign * value(row)
    return total


def keys(book: Book, measure: str, dimension: str) -> set[str]:
    """Return every key of a dimension that any row of a measure has."""
    return {
        row[dimension] for _, (rows, where, _) in MEASURES[measure] for row in book.rows(rows) if where(row)
    }


def figures(book: Book) -> dict[str, int | None]:
    """Return the figures that are reckoned from several measures, by plain arithmetic."""

    def of(measure: str, **only: str) -> int:
        return measured(book, measure, **only)

    net = of("sold") - of("returned")
    brought = of("sold") - of("returned") + of("rounding")
    assert brought == of("tendered")
    late = of("orders_ready") - of("orders_on_time")
    lost = of("wasted_cost") + of("missing_cost")
    cash = of("tendered", tender="cash") + of("top_up_tendered", tender="cash")
    with_member = of("sold") - of("sold", tier="")
    return {
        "net_sales": net,
        "average_basket": _ratio(net, of("receipts")),
        "items_per_receipt": _ratio(of("items"), of("receipts")),
        "return_rate": _share(of("returned"), of("sold")),
        "discount": of("discount") - of("discount_ended"),
        "discount_share": _share(of("discount"), of("list")),
        "member_sold_share": _share(with_member, of("sold")),
        "member_receipt_share": _share(of("receipts") - of("receipts", tier=""), of("receipts")),
        "difference": of("over") - of("short"),
        "drawer_time": of("drawer_seconds") if of("drawer_timed") else None,
        "drawer_average": _ratio(of("drawer_seconds"), of("drawer_timed")),
        "store_visits": of("receipts") + of("hand_overs"),
        "loss": lost,
        "loss_rate": _share(lost, net),
        "on_time_rate": _share(of("orders_on_time"), of("orders_ready")),
        "minutes_late_average": _ratio(of("minutes_late"), late),
        "margin": of("costed") - of("cost") if of("costed") else None,
        "margin_rate": _share(of("costed") - of("cost"), of("costed")),
        "cost_known": _share(of("costed"), of("revenue") + of("receivable")),
        "cash_flow": cash + of("paid_in_value") - of("paid_out_value"),
    }


def _ratio(part: int, whole: int) -> int | None:
    if whole <= 0:
        return None
    exact = Decimal(part) / Decimal(whole)
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def _share(part: int, whole: int) -> int | None:
    return _ratio(part * 10_000, whole)
