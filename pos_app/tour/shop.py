"""What the customer's app does: shows member codes, collects coupons, orders; by the shop's commands."""

import json
from dataclasses import dataclass
from typing import Any

from pos_app.demo.processes import ask
from pos_app.tour.scenario import OrderPlan, Scenario


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order as the shop confirmed it."""

    order_id: str
    number: str
    total_minor: int
    pickup_code: str


@dataclass(frozen=True, slots=True)
class Shop:
    """The shop's side of one running server."""

    url: str
    token: str
    scenario: Scenario

    def member_codes(self) -> list[str]:
        """Return the member's code of now and those of the next minutes."""
        codes = self._demo("member-code", "--member", self.scenario.member.member_id)["codes"]
        return [str(code) for code in codes]

    def coupon(self) -> str:
        """Put a coupon into the member's wallet and return its code."""
        told = self._demo(
            "coupon",
            "--campaign",
            self.scenario.coupon.campaign,
            "--member",
            self.scenario.member.member_id,
            "--store",
            self.scenario.store,
        )
        return str(told["code"])

    def order(
        self, plan: OrderPlan, *, settled_minor: int | None = None, preference: str = "none"
    ) -> PlacedOrder:
        """Order for the member; all of it is paid online where nothing else is said."""
        goods = self.scenario.goods
        items = [f"--item={goods[key].product_id}:{pieces}" for key, pieces in plan.lines.items()]
        member = self.scenario.member.member_id
        paid = () if settled_minor is None else ("--settled", str(settled_minor))
        wish = ("--preference", preference)
        told = self._demo("order", "--store", self.scenario.store, "--member", member, *paid, *wish, *items)
        order = told["order"]
        return PlacedOrder(order["order_id"], order["number"], order["total_minor"], told["pickup_code"])

    def _demo(self, *arguments: str) -> dict[str, Any]:
        told = json.loads(ask("central-api", "demo", *arguments, "--url", self.url, "--token", self.token))
        assert isinstance(told, dict)
        return told
