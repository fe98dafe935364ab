"""What the tour plays: people, goods with their prices, sales and orders, as ``scenario.json`` says."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import resources


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the store."""

    staff_id: str
    pin: str
    wrong_pin: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """The customer with an app."""

    member_id: str
    phone: str
    points_percent: int


@dataclass(frozen=True, slots=True)
class Good:
    """A product, its list price, and what is known to lower it."""

    product_id: str
    barcode: str
    name: str
    price_minor: int
    member_minor: int | None = None
    second_half: bool = False
    initials: str = ""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What no catalog knows."""

    code: str
    name: str
    amount_minor: int
    tax_rate_bp: int


@dataclass(frozen=True, slots=True)
class CouponTerms:
    """A coupon's campaign: so much off from a sum on."""

    campaign: str
    name: str
    min_minor: int
    off_minor: int


@dataclass(frozen=True, slots=True)
class SalePlan:
    """A basket and how it is paid; ``lines`` maps a good's key to pieces."""

    lines: Mapping[str, int]
    tender: str
    open_item: bool = False
    member: bool = False
    coupon: bool = False
    tendered_minor: int = 0
    reference: str = ""


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """What is ordered online, and where its bag will stand."""

    lines: Mapping[str, int]
    shelf: str


@dataclass(frozen=True, slots=True)
class Face:
    """A language and a theme."""

    language: str
    theme: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything that is played."""

    store: str
    seed: tuple[str, ...]
    cashier: Person
    picker: Person
    manager: Person
    member: Member
    float_minor: int
    cash_step_minor: int
    goods: Mapping[str, Good]
    open_item: OpenItem
    coupon: CouponTerms
    sales: Mapping[str, SalePlan]
    face_sale: SalePlan
    orders: Mapping[str, OrderPlan]
    short_in_drawer_minor: int
    faces: tuple[Face, ...]


def read_scenario(language: str) -> Scenario:
    """Return the scenario of ``resources/tour``, with goods and coupons called as in ``language``."""
    told: dict[str, Any] = json.loads(resources.path("tour", "scenario.json").read_text(encoding="utf-8"))
    return Scenario(
        store=told["store"],
        seed=tuple(told["seed"]),
        cashier=Person(**told["cashier"]),
        picker=Person(**told["picker"]),
        manager=Person(**told["manager"]),
        member=Member(**told["member"]),
        float_minor=told["float_minor"],
        cash_step_minor=told["cash_step_minor"],
        goods={key: Good(**_called(good, language)) for key, good in told["goods"].items()},
        open_item=OpenItem(**told["open_item"]),
        coupon=CouponTerms(**_called(told["coupon"], language)),
        sales={key: SalePlan(**plan) for key, plan in told["sales"].items()},
        face_sale=SalePlan(**told["face_sale"]),
        orders={key: OrderPlan(**plan) for key, plan in told["orders"].items()},
        short_in_drawer_minor=told["short_in_drawer_minor"],
        faces=tuple(Face(**face) for face in told["faces"]),
    )


def _called(told: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return ``told`` with its one name that the screen shows in ``language``."""
    return {**{key: value for key, value in told.items() if key != "names"}, "name": told["names"][language]}
