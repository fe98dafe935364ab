"""Days of a till as raw journal entries: drawn by a seed, consistent in themselves, JSON and nothing else."""

import random
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.small_shift import line, off

MINUTE_MS = 60_000
GOODS = (
    ("p-milk", "dairy", 650, 1300, 400),
    ("p-cola", "drinks", 350, 1300, None),
    ("p-coat", "clothes", 19_900, 1300, 9_000),
    ("p-apple", "fruit", 1_990, 900, 1_100),
    (None, "open", 500, 0, None),
)
"""(product, category, price, rate, cost) of what is sold."""
PEOPLE = ("li", "wang", "chen")
TIERS = (None, None, "gold", "silver")

Raw = tuple[str, dict[str, Any], str, int]
"""(type, body, actor, moment) of an entry."""


@dataclass
class Counter:
    """Sells and takes back; ``starts`` is local time, ``2026-10-24 17:00``."""

    seed: int
    zone: str
    starts: str
    entries: list[Raw] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draw = random.Random(self.seed)  # noqa: S311 - days to test with, no secrets
        begin = datetime.fromisoformat(self.starts).replace(tzinfo=ZoneInfo(self.zone))
        self.now_ms = round(begin.timestamp()) * 1000
        self.number = 0
        self.sold: list[dict[str, Any]] = []
        self.shift: dict[str, Any] = {}
        self.aside: list[dict[str, Any]] = []

    def _say(self, kind: str, body: dict[str, Any]) -> None:
        self.entries.append((kind, body, self.draw.choice(PEOPLE), self.now_ms))

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _document(self) -> dict[str, Any]:
        return {
            "shift_id": self.shift["shift_id"],
            "business_day": self.shift["business_day"],
            "currency": "CNY",
        }

    def _line(self, place: int) -> dict[str, Any]:
        product_id, category_id, price, rate, cost = self.draw.choice(GOODS)
        qty = self.draw.choice((1, 1, 2, 3))
        whole = price * qty
        discounts = []
        if self.draw.random() < 0.4:
            discounts.append(off("c-ten", whole // 10, "store"))
        if self.draw.random() < 0.2 and whole > 1_000:
            discounts.append(off("c-brand", 200, "brand", third_party=True))
        if self.draw.random() < 0.15:
            half = off("c-shared", 20, "store")
            half["funders"] = {"store": -12, "hq": -8}
            discounts.append(half)
        paid = whole + sum(each["amount_minor"] for each in discounts)
        taxed = paid + (200 if any(each["rule_id"] == "c-brand" for each in discounts) else 0)
        tax = taxed * rate // (10_000 + rate)
        return line(
            product_id,
            category_id,
            whole,
            line_id=str(place),
            name=product_id or "open",
            qty_milli=qty * 1000,
            unit_price_minor=price,
            discounts=discounts,
            total_minor=paid,
            net_minor=paid - tax,
            tax_minor=tax,
            tax_rate_bp=rate,
            cost_minor=None if cost is None else cost * qty,
            deposit=product_id == "p-cola" and self.draw.random() < 0.2,
            order_id="order-9" if self.draw.random() < 0.1 else "",
            pack_pieces=self.draw.choice((1, 1, 1, 6)),
        )

    def _sell(self, returned: list[dict[str, Any]] | None = None, *, lines: int | None = None) -> None:
        many = self.draw.randrange(1, 4) if lines is None else lines
        sold = [self._line(place) for place in range(1, many + 1)]
        total = sum(each["total_minor"] for each in sold)
        total -= sum(back["refund_minor"] for back in returned or ())
        tenders, rounding = self._tenders(total)
        number = self._next()
        body = {
            **self._document(),
            "sale_id": f"sale-{number}",
            "receipt_number": f"S01-T02-{number:06d}",
            "catalog_version": "v1",
            "prices_include_tax": True,
            "lines": sold,
            "list_minor": sum(each["list_minor"] for each in sold),
            "discount_minor": sum(each["amount_minor"] for line in sold for each in line["discounts"]),
            "total_minor": total,
            "rounding_minor": rounding,
            "tax": [{"rate_bp": 1300, "net_minor": 1_000, "tax_minor": 130, "gross_minor": 1_130}],
            "tenders": tenders,
            "coupons": self._coupons(),
            "member_tier": self.draw.choice(TIERS),
            "points_earned": self.draw.randrange(20),
            "removed": [self._removed()] * self.draw.choice((0, 0, 1, 2)),
            "fiscal": {"provider": "null", "state": "none", "data": {}},
            "returned": returned or [],
            "acts": self._acts(),
            "issued": [],
        }
        self._say("sale.completed", body)
        self.sold.append(body)

    def _tenders(self, total: int) -> tuple[list[dict[str, Any]], int]:
        """Return tenders that settle a total, cash rounded to 0.10, and the rounding."""
        tenders = []
        rest = total
        if total > 2_000 and self.draw.random() < 0.4:
            kind = self.draw.choice(("card", "external", "stored_value"))
            tenders.append(_tender(kind, 1_000))
            rest -= 1_000
        if total > 3_000 and self.draw.random() < 0.2:
            # A voucher of 12.00 pays 10.00: 1.50 is forfeited, 0.50 is given back.
            tenders.append({**_tender("voucher", 1_000), "tendered_minor": 1_200, "change_minor": 50})
            rest -= 1_000
        if total > 3_000 and self.draw.random() < 0.2:
            tenders.append({**_tender("points", 500), "points": 50})
            rest -= 500
        cash = round(rest / 10) * 10
        tenders.append(_tender("cash", cash))
        return tenders, cash - rest

    def _coupons(self) -> list[dict[str, Any]]:
        if self.draw.random() > 0.2:
            return []
        mode = self.draw.choice(("online", "offline"))
        use = {"coupon_id": f"k{self._next()}", "campaign_id": "c-ten", "amount_minor": 100, "mode": mode}
        return [{**use, "hold_id": None}]

    def _acts(self) -> list[dict[str, Any]]:
        if self.draw.random() > 0.3:
            return []
        kind = self.draw.choice(("price.override", "discount.line", "discount.drop", "sale.return"))
        return [
            {
                "kind": kind,
                "line_id": None,
                "value": 1,
                "amount_minor": -self.draw.randrange(300),
                "reason": self.draw.choice(("damaged", "goodwill")),
                "approved_by": self.draw.choice((None, "boss")),
            }
        ]

    def _removed(self) -> dict[str, Any]:
        return {
            "name": "milk",
            "qty_milli": 1000,
            "list_minor": self.draw.randrange(1, 900),
            "returned": self.draw.random() < 0.2,
            "after_total": self.draw.random() < 0.4,
        }

    def _take_back(self) -> None:
        """Take a line of an earlier receipt back, with a claw-back now and then; sometimes as an exchange."""
        if not self.sold:
            return
        of = self.draw.choice(self.sold)
        if not of["lines"]:
            return
        sold = of["lines"][0]
        back = {name: sold[name] for name in ("product_id", "name", "category_id", "qty_milli", "sold_by")}
        kept = (
            "list_minor",
            "discounts",
            "total_minor",
            "net_minor",
            "tax_minor",
            "tax_rate_bp",
            "cost_minor",
        )
        back |= {name: sold[name] for name in (*kept, "pack_pieces", "deposit")}
        back |= {"line_id": "9", "of_line_id": "1", "restock": True}
        back["reason"] = self.draw.choice(("damaged", "changed_mind"))
        clawed: list[dict[str, Any]] = []
        if back["total_minor"] > 1_000 and self.draw.random() < 0.4:
            third = self.draw.random() < 0.5
            clawed.append(
                {
                    "of_line_id": "2",
                    "rule_id": "c-brand",
                    "kind": "amount",
                    "name": "c-brand",
                    "category_id": "drinks",
                    "tax_effect": "third_party_payment" if third else "price_reduction",
                    "funders": {"brand": 60, "store": 40},
                    "total_minor": 100,
                    "net_minor": 88,
                    "tax_minor": 12,
                    "tax_rate_bp": 1300,
                }
            )
        receipt = {
            "sale_id": of["sale_id"],
            "receipt_number": of["receipt_number"],
            "policy": "claw_back",
            "lines": [back],
            "claw_back": clawed,
            "refund_minor": back["total_minor"] - sum(each["total_minor"] for each in clawed),
            "points_reversed": 0,
            "coupons": ["k1"] if self.draw.random() < 0.2 else [],
        }
        self._sell([receipt], lines=self.draw.choice((0, 0, 1)))


@dataclass
class Days(Counter):
    """Draws entries one after the other, of every kind."""

    def play(self, steps: int) -> list[Raw]:
        """Draw ``steps`` entries and more, in several shifts, one after midnight open."""
        self._open()
        acts = (
            *(self._sell,) * 10,
            *(self._take_back,) * 3,
            self._top_up,
            self._hand_over,
            self._copy,
            self._give_up,
            self._recall,
            self._ready,
            self._move_cash,
            self._no_sale,
            self._read,
            self._waste,
            self._count,
            self._refuse,
            self._join,
        )
        for _ in range(steps):
            self.now_ms += self.draw.randrange(40) * MINUTE_MS
            if self.draw.random() < 0.03:
                self.now_ms -= 61 * MINUTE_MS  # somebody set the clock back
            if self.draw.random() < 0.08:
                self._change_shift()
            else:
                self.draw.choice(acts)()
        self._close()
        self._copy()
        return self.entries

    def _open(self) -> None:
        local = datetime.fromtimestamp(self.now_ms // 1000 - 4 * 3600, ZoneInfo(self.zone))
        self.shift = {"shift_id": f"shift-{self._next()}", "business_day": local.date().isoformat()}
        self._say("shift.opened", {**self._document(), "number": self._next(), "float_minor": 20_000})

    def _change_shift(self) -> None:
        """Suspend, resume or close the shift; another one is active afterwards."""
        if self.draw.random() < 0.5:
            self._say("shift.suspended", {"shift_id": self.shift["shift_id"], "reason": "break"})
            self.aside.append(self.shift)
        else:
            self._close()
        if self.draw.random() < 0.5:
            self._copy()  # while none is active
        if self.aside and self.draw.random() < 0.5:
            self.shift = self.aside.pop(0)
            self._say("shift.resumed", {"shift_id": self.shift["shift_id"], "personal_of": None})
        else:
            self._open()

    def _close(self) -> None:
        differences = {"cash": self.draw.randrange(-500, 500), "voucher": self.draw.choice((0, 0, -100))}
        counts = [
            {
                "kind": kind,
                "expected_minor": 10_000,
                "counted_minor": 10_000 + difference,
                "difference_minor": difference,
                "count": 3,
            }
            for kind, difference in differences.items()
        ]
        numbers = (
            "items_milli list_minor discount_minor total_minor rounding_minor float_minor removed_lines "
            "abandoned_baskets hand_overs hand_over_value_minor members_sales copies open_orders_ready "
            "unsent_entries grand_total_sales_minor sales_count opened_ms closed_ms"
        )
        body = {
            **self._document(),
            **dict.fromkeys(numbers.split(), 0),
            "shift_number": 1,
            "z_number": self._next(),
            "opened_by": "li",
            "closed_by": "li",
            "approved_by": self.draw.choice((None, "li", "boss")),
            "first_receipt": None,
            "last_receipt": None,
            "cashiers": [],
            "tax": [],
            "categories": [],
            "discounts": [],
            "tenders": counts,
        }
        self._say("shift.closed", body)

    def _top_up(self) -> None:
        minor = self.draw.choice((5_000, 10_000))
        half = _tender("card", 2_000)
        body = {
            **self._document(),
            "top_up_id": f"top-{self._next()}",
            "number": f"V{self._next()}",
            "principal_minor": minor,
            "bonus_minor": minor // 10,
            "rounding_minor": 0,
            "tenders": [half, _tender("cash", minor - 2_000)],
            "spend": "principal_first",
        }
        self._say("balance.topped_up", body)

    def _hand_over(self) -> None:
        hand_over_id = f"hand-{self._next()}"
        body = {
            **self._document(),
            "hand_over_id": hand_over_id,
            "order_id": "order-1",
            "means": "code",
            "evidence": "",
            "value_minor": self.draw.randrange(1_000, 9_000),
            "lines": [],
            "fulfilment": self.draw.choice(("pickup", "courier")),
        }
        self._say("order.handed_over", body)
        if self.draw.random() < 0.3:
            self.now_ms += 5_000
            kind, _, actor, _ = self.entries[-1]
            assert kind == "order.handed_over"
            undone = {"hand_over_id": hand_over_id, "order_id": "order-1"}
            self.entries.append(("order.hand_over_undone", undone, actor, self.now_ms))

    def _copy(self) -> None:
        self._say("receipt.reprinted", {"receipt_number": "S01-T02-000001", "copy_no": self._next()})

    def _give_up(self) -> None:
        body = {
            "shift_id": self.shift["shift_id"],
            "lines": [self._removed()] * self.draw.choice((1, 2)),
            "total_minor": self.draw.randrange(2_000),
            "currency": "CNY",
            "reason": self.draw.choice(("given_up", "expired")),
            "after_total": self.draw.random() < 0.5,
            "acts": self._acts(),
        }
        self._say("basket.abandoned", body)

    def _recall(self) -> None:
        body = {
            "basket_id": "b1",
            "shift_id": self.shift["shift_id"],
            "parked_by": "li",
            "into": None,
            "total_minor": 100,
            "currency": "CNY",
            "acts": self._acts(),
        }
        self._say("basket.recalled", body)

    def _ready(self) -> None:
        late_ms = self.draw.choice((-30, 0, 3, 10, 11, 45, 90)) * MINUTE_MS + self.draw.choice((0, 1_000))
        body = {"order_id": "order-1", "shelf": "A", "promised_ms": self.now_ms - late_ms}
        self._say("order.ready", {**body, "fulfilment": self.draw.choice(("pickup", "courier"))})

    def _move_cash(self) -> None:
        kind = self.draw.choice(("paid_in", "paid_out", "safe_drop", "float_added"))
        body = {
            **self._document(),
            "movement_id": f"m{self._next()}",
            "number": f"M{self._next()}",
            "kind": kind,
            "amount_minor": self.draw.randrange(1, 9_000),
            "reason": self.draw.choice(("other", "service")),
            "approved_by": self.draw.choice((None, "boss")),
        }
        self._say("cash.moved", body)

    def _no_sale(self) -> None:
        reason = self.draw.choice(("check", "other"))
        approved = self.draw.choice((None, "boss"))
        body = {"shift_id": self.shift["shift_id"], "reason": reason, "approved_by": approved}
        self._say("drawer.opened", body)
        if self.draw.random() < 0.7:
            shut = {"shift_id": self.shift["shift_id"], "cause": "no_sale", "end": "shut"}
            self._say("drawer.closed", {**shut, "open_s": self.draw.randrange(900)})

    def _read(self) -> None:
        approved = self.draw.choice((None, "boss"))
        body = {"shift_id": self.shift["shift_id"], "x_number": 1, "approved_by": approved}
        self._say("shift.read", body)

    def _waste(self) -> None:
        lines = [{"line_id": "1", "product_id": "p-milk", "qty_milli": self.draw.randrange(1, 4_000)}]
        self._say("stock.wasted", {"document_id": "d1", "reason": "damaged", "lines": lines})

    def _count(self) -> None:
        counted = {"line_id": "1", "product_id": "p-milk", "counted_milli": self.draw.randrange(9_000)}
        lines = [{**counted, "areas": [], "at_ms": 1, "level_milli": 5_000, "reason": "theft"}]
        self._say("stock.counted", {"document_id": "d2", "lines": lines})

    def _refuse(self) -> None:
        refund = {"line_id": "1", "qty_milli": 1_000, "refund_minor": self.draw.randrange(900)}
        facts: tuple[tuple[str, dict[str, Any]], ...] = (
            ("order.rejected", {"order_id": "o", "reason": "closing"}),
            ("order.given_up", {"step_id": "s", "order_id": "o", "reason": "damaged", "lines": [refund]}),
            (
                "order.returned",
                {"step_id": "s", "order_id": "o", "reason": "late", "lines": [{**refund, "restock": True}]},
            ),
        )
        self._say(*self.draw.choice(facts))

    def _join(self) -> None:
        self._say("member.joined", {"tier": "gold", "consents": []})


def _tender(kind: str, minor: int) -> dict[str, Any]:
    return {"kind": kind, "amount_minor": minor, "tendered_minor": minor, "change_minor": 0}
