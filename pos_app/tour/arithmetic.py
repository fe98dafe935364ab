"""What a basket must cost, reckoned here from the scenario alone; the product's pricing is not asked."""

from dataclasses import dataclass

from pos_app.tour.scenario import OrderPlan, SalePlan, Scenario

_PERCENT = 100
_POINT_MINOR = 100


@dataclass(frozen=True, slots=True)
class Figures:
    """A sale in minor units; ``to_pay`` is rounded to coins for cash."""

    listed: int
    total: int
    rounding: int
    change: int
    points: int
    movements: int

    @property
    def saving(self) -> int:
        """What was taken off."""
        return self.listed - self.total

    @property
    def to_pay(self) -> int:
        """What the customer pays."""
        return self.total + self.rounding


def reckon(scenario: Scenario, plan: SalePlan) -> Figures:
    """Return the figures of a sale."""
    listed = sum(scenario.goods[key].price_minor * pieces for key, pieces in plan.lines.items())
    total = sum(_line(scenario, key, pieces=pieces, member=plan.member) for key, pieces in plan.lines.items())
    if plan.open_item:
        listed += scenario.open_item.amount_minor
        total += scenario.open_item.amount_minor
    if plan.coupon and total >= scenario.coupon.min_minor:
        total -= scenario.coupon.off_minor
    rounding = 0
    if plan.tender == "cash":
        step = scenario.cash_step_minor
        rounding = (2 * total + step) // (2 * step) * step - total
    to_pay = total + rounding
    change = plan.tendered_minor - to_pay if plan.tendered_minor else 0
    percent = scenario.member.points_percent
    points = total * percent // (_PERCENT * _POINT_MINOR) if plan.member else 0
    return Figures(listed, total, rounding, change, points, len(plan.lines))


def order_value(scenario: Scenario, plan: OrderPlan) -> int:
    """Return what an order of a member costs."""
    return sum(_line(scenario, key, pieces=pieces, member=True) for key, pieces in plan.lines.items())


def _line(scenario: Scenario, key: str, *, pieces: int, member: bool) -> int:
    good = scenario.goods[key]
    unit = good.member_minor if member and good.member_minor is not None else good.price_minor
    halves = pieces // 2 if good.second_half else 0
    return unit * pieces - halves * ((unit + 1) // 2)
