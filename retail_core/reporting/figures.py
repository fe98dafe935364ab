"""The figures of reports: each has exactly this definition, on the till, at head office and on paper.

Source: docs/rules/figures.md, "Figures"; K1 to K16 are the figures of the requirements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from retail_core.money import round_ratio
from retail_core.reporting.cells import Cell
from retail_core.reporting.measures import MEASURES, Unit

NO_DATA: Final = "no_data"
"""Why a figure is not known where nobody says it better: it was not counted for this report."""

LEAST_BASKETS: Final = 30
"""So many baskets have to stand on each side before campaigns are judged by them."""

_WHOLE_BP = 10_000
_TENTHS = 10


class Slice:
    """The part of some cells that a figure is reckoned for: all of it, or one key of a dimension."""

    def __init__(self, cells: Mapping[Cell, int], *, dimension: str = "", key: str = "") -> None:
        """Keep what to read; ``dimension`` empty is everything."""
        self._cells = cells
        self._dimension = dimension
        self._key = key

    def __getitem__(self, measure: str) -> int:
        """Return the measure in this part, 0 where nothing was added."""
        return self._cells.get(Cell(measure, self._dimension, self._key), 0)

    def part(self, measure: str, *, dimension: str, key: str) -> int:
        """Return a part of a measure; of everything only, since no cell is broken down twice."""
        return self._cells.get(Cell(measure, dimension, key), 0)


def _no_reason(_: Slice) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A figure: what it is reckoned from, how, and in what it is said.

    ``formula`` answers ``None`` where there is nothing to divide by, and ``why`` says what that was, where
    a dash alone would not tell. ``drill`` is the measure whose receipts and entries stand behind it.
    ``code`` is its number in the requirements.
    """

    unit: Unit
    measures: tuple[str, ...]
    formula: Callable[[Slice], int | None]
    drill: str = ""
    code: str = ""
    lower_is_better: bool = False
    why: Callable[[Slice], str] = _no_reason

    def can_slice(self, dimension: str) -> bool:
        """Return whether the figure can be said for the keys of a dimension."""
        return not dimension or all(dimension in MEASURES[name].dimensions for name in self.measures)


def figure_value(
    figure_id: str, cells: Mapping[Cell, int], *, dimension: str = "", key: str = ""
) -> int | None:
    """Return a figure of some cells, or of one key of a dimension.

    Returns:
        The figure in its unit; ``None`` where it is not defined: nothing to divide by, or no such part.
    """
    spec = FIGURES[figure_id]
    return spec.formula(Slice(cells, dimension=dimension, key=key)) if spec.can_slice(dimension) else None


def not_known(cells: Mapping[Cell, int], *, missing: Mapping[str, str]) -> dict[str, str]:
    """Return the figures that some cells do not tell, each with a code that says why.

    Args:
        cells: Of everything: all of a scope.
        missing: Why a measure of a window was not taken; others are ``no_data``.
    """
    found: dict[str, str] = {}
    everything = Slice(cells)
    for figure_id, spec in FIGURES.items():
        lacking = [name for name in spec.measures if MEASURES[name].is_window and Cell(name) not in cells]
        if lacking:
            found[figure_id] = missing.get(lacking[0], NO_DATA)
        elif spec.formula(everything) is None and (why := spec.why(everything)):
            found[figure_id] = why
    return found


def share_bp(part: int, whole: int) -> int | None:
    """Return a share in hundredths of a percent, rounded half up; ``None`` of nothing."""
    return round_ratio(part * _WHOLE_BP, whole) if whole > 0 else None


def _plain(measure: str, *, code: str = "", lower_is_better: bool = False) -> FigureSpec:
    return FigureSpec(
        MEASURES[measure].unit,
        (measure,),
        lambda of: of[measure],
        drill=measure,
        code=code,
        lower_is_better=lower_is_better,
    )


def _share(
    part: str, whole: str, *, code: str = "", lower_is_better: bool = False, why: str = ""
) -> FigureSpec:
    return FigureSpec(
        "bp",
        (part, whole),
        lambda of: share_bp(of[part], of[whole]),
        drill=part,
        code=code,
        lower_is_better=lower_is_better,
        why=lambda _: why,
    )


def _each(unit: Unit, total: str, *, number: str, code: str = "") -> FigureSpec:
    return FigureSpec(
        unit,
        (total, number),
        lambda of: round_ratio(of[total], of[number]) if of[number] > 0 else None,
        drill=number,
        code=code,
    )


def _net(of: Slice) -> int:
    return of["sold"] - of["returned"]


def _average_basket(of: Slice) -> int | None:
    return round_ratio(_net(of), of["receipts"]) if of["receipts"] > 0 else None


def _gmv(of: Slice) -> int:
    return of["sold"] - of["sold_orders"] + of["orders_value"]


def _member_part(measure: str) -> FigureSpec:
    return FigureSpec(
        "bp",
        (measure,),
        lambda of: share_bp(of[measure] - of.part(measure, dimension="tier", key=""), of[measure]),
        drill=measure,
    )


def _pickup_share(of: Slice) -> int | None:
    return share_bp(of.part("orders_placed", dimension="channel", key="pickup"), of["orders_placed"])


def _margin(of: Slice) -> int | None:
    """Return what remains of the goods whose cost is known; of none there is no margin."""
    return of["costed"] - of["cost"] if of["costed"] else None


def _margin_rate(of: Slice) -> int | None:
    return share_bp(of["costed"] - of["cost"], of["costed"])


def _turnover(of: Slice) -> int | None:
    """Return how often the stock was sold, in hundredths of a percent of once."""
    return share_bp(of["cost"], of["stock_cost"])


def _days_of_stock(of: Slice) -> int | None:
    if of["cost"] <= 0:
        return None
    return round_ratio(of["stock_cost"] * of["window_days"] * _TENTHS, of["cost"])


def _loss(of: Slice) -> int:
    return of["wasted_cost"] + of["missing_cost"]


def _cash_flow(of: Slice) -> int:
    came = of.part("tendered", dimension="tender", key="cash") + of.part(
        "top_up_tendered", dimension="tender", key="cash"
    )
    moved = of["paid_in_value"] - of["paid_out_value"]
    return came + moved


def _subsidy(of: Slice) -> int:
    """Return the discounts that others than the store bear, of documents and of orders paid online."""
    borne = of["discount"] - of["discount_ended"]
    own = of.part("discount", dimension="funder", key="store") - of.part(
        "discount_ended", dimension="funder", key="store"
    )
    return borne - own + of["orders_subsidy"]


def _campaign_roi(of: Slice) -> int | None:
    """Return what campaigns brought above what was expected, by what they cost the shop."""
    if _has_few_baskets(of) or of["campaign_subsidy"] <= 0:
        return None
    above = of["campaign_margin"] - of["campaign_expected"]
    return round_ratio(above * _WHOLE_BP, of["campaign_subsidy"])


def _has_few_baskets(of: Slice) -> bool:
    controls = of.part("control_baskets", dimension="", key="")
    return min(of["campaign_baskets"], controls) < LEAST_BASKETS


def _late_average(of: Slice) -> int | None:
    late = of["orders_ready"] - of["orders_on_time"]
    return round_ratio(of["minutes_late"], late) if late > 0 else None


def _drawer_time(of: Slice) -> int | None:
    """Return how long the drawer stood open; where no opening was timed, it is not known."""
    return of["drawer_seconds"] if of["drawer_timed"] > 0 else None


_NET = ("sold", "returned")
_ORDERS = ("sold", "sold_orders", "orders_value")

FIGURES: Final[Mapping[str, FigureSpec]] = MappingProxyType(
    {
        # the summary
        "net_sales": FigureSpec("minor", _NET, _net, drill="sold"),
        "receipts": _plain("receipts"),
        "average_basket": FigureSpec(
            "minor", (*_NET, "receipts"), _average_basket, drill="receipts", code="K9"
        ),
        "sold": _plain("sold"),
        "returned": _plain("returned", lower_is_better=True),
        "return_rate": _share("returned", "sold", lower_is_better=True),
        "return_receipts": _plain("return_receipts", lower_is_better=True),
        "items": _plain("items"),
        "items_per_receipt": _each("milli", "items", number="receipts"),
        "list": _plain("list"),
        "discount": FigureSpec(
            "minor",
            ("discount", "discount_ended"),
            lambda of: of["discount"] - of["discount_ended"],
            drill="discount",
        ),
        "discount_uses": _plain("discount_uses"),
        "discount_share": _share("discount", "list", lower_is_better=True),
        "revenue": _plain("revenue"),
        "tax": _plain("tax"),
        "taxed": _plain("taxed"),
        "receivable": _plain("receivable"),
        "rounding": _plain("rounding"),
        "tendered": _plain("tendered"),
        "tender_uses": _plain("tender_uses"),
        "member_receipt_share": _member_part("receipts"),
        "member_sold_share": _member_part("sold"),
        # by hand
        "removed_lines": _plain("removed_lines", lower_is_better=True),
        "removed_value": _plain("removed_value", lower_is_better=True),
        "abandoned": _plain("abandoned", lower_is_better=True),
        "abandoned_value": _plain("abandoned_value", lower_is_better=True),
        "voids_after_total": _plain("voids_after_total", lower_is_better=True),
        "void_after_total_value": _plain("void_after_total_value", lower_is_better=True),
        "overrides": _plain("overrides", lower_is_better=True),
        "override_value": _plain("override_value", lower_is_better=True),
        "hand_discounts": _plain("hand_discounts", lower_is_better=True),
        "hand_discount_value": _plain("hand_discount_value", lower_is_better=True),
        "drops": _plain("drops", lower_is_better=True),
        "drop_value": _plain("drop_value", lower_is_better=True),
        "approvals": _plain("approvals"),
        "no_sales": _plain("no_sales", lower_is_better=True),
        "drawer_openings": _plain("drawer_openings"),
        "drawer_time": FigureSpec(
            "seconds",
            ("drawer_seconds", "drawer_timed"),
            _drawer_time,
            drill="drawer_seconds",
            lower_is_better=True,
        ),
        "drawer_average": _each("seconds", "drawer_seconds", number="drawer_timed"),
        "drawer_timed": _plain("drawer_timed"),
        "copies": _plain("copies"),
        "open_items": _plain("open_items", lower_is_better=True),
        # apart from the sales
        "top_ups": _plain("top_ups"),
        "top_up_value": _plain("top_up_value"),
        "top_up_tendered": _plain("top_up_tendered"),
        "top_up_bonus": _plain("top_up_bonus"),
        "deposits": _plain("deposits"),
        "deposits_back": _plain("deposits_back"),
        "forfeited": _plain("forfeited"),
        "hand_overs": _plain("hand_overs"),
        "hand_over_value": _plain("hand_over_value"),
        "paid_in": _plain("paid_in_value"),
        "paid_out": _plain("paid_out_value"),
        "safe_drops": _plain("safe_drop_value"),
        "floats_added": _plain("float_added_value"),
        "difference": FigureSpec(
            "minor", ("over", "short"), lambda of: of["over"] - of["short"], drill="shifts_closed"
        ),
        "short": _plain("short", lower_is_better=True),
        "over": _plain("over", lower_is_better=True),
        # members and coupons
        "points_earned": _plain("points_earned"),
        "points_spent": _plain("points_spent"),
        "member_joins": _plain("member_joins"),
        "coupons_used": _plain("coupons_used"),
        "coupon_value": _plain("coupon_value"),
        "coupons_issued": _plain("coupons_issued"),
        # K1 to K16
        "gmv": FigureSpec("minor", _ORDERS, _gmv, drill="orders_value", code="K1"),
        "online_to_store": _share("members_came", "members_touched", code="K2"),
        "pickup_share": FigureSpec("bp", ("orders_placed",), _pickup_share, drill="orders_placed", code="K3"),
        "collected_rate": _share("orders_collected", "orders_got_ready", code="K3"),
        "no_show_rate": _share("no_shows", "orders_got_ready", code="K3", lower_is_better=True),
        "orders_placed": _plain("orders_placed"),
        "orders_value": _plain("orders_value"),
        "orders_collected": _plain("orders_collected"),
        "no_shows": _plain("no_shows", lower_is_better=True),
        "two_channels": _share("members_two_channels", "members_active", code="K4"),
        "repurchase": _share("customers_again", "customers", code="K5"),
        "repurchase_newcomers": _share("newcomers_again", "newcomers", code="K5"),
        "retention": _share("cohort_kept", "cohort", code="K6"),
        "stock_turnover": FigureSpec(
            "bp", ("cost", "stock_cost"), _turnover, drill="cost", code="K7", why=lambda _: "no_cost"
        ),
        "days_of_stock": FigureSpec(
            "days",
            ("cost", "stock_cost", "window_days"),
            _days_of_stock,
            drill="cost",
            code="K7",
            why=lambda _: "no_cost_sold",
        ),
        "online_share": FigureSpec(
            "bp", _ORDERS, lambda of: share_bp(of["orders_value"], _gmv(of)), drill="orders_value", code="K8"
        ),
        "store_visits": FigureSpec(
            "count",
            ("receipts", "hand_overs"),
            lambda of: of["receipts"] + of["hand_overs"],
            drill="receipts",
            code="K8",
        ),
        "stock_out_rate": _share(
            "stock_out_days", "stock_days", code="K10", lower_is_better=True, why="nothing_wanted"
        ),
        "loss": FigureSpec("minor", ("wasted_cost", "missing_cost"), _loss, drill="wasted_cost", code="K11"),
        "loss_rate": FigureSpec(
            "bp",
            ("wasted_cost", "missing_cost", *_NET),
            lambda of: share_bp(_loss(of), _net(of)),
            drill="wasted_cost",
            code="K11",
            lower_is_better=True,
        ),
        "on_time_rate": _share("orders_on_time", "orders_ready", code="K12"),
        "orders_ready": _plain("orders_ready"),
        "minutes_late_average": FigureSpec(
            "minutes",
            ("minutes_late", "orders_ready", "orders_on_time"),
            _late_average,
            drill="orders_ready",
            code="K12",
            lower_is_better=True,
        ),
        "campaign_roi": FigureSpec(
            "bp",
            ("campaign_baskets", "campaign_margin", "campaign_subsidy", "campaign_expected"),
            _campaign_roi,
            drill="campaign_baskets",
            code="K13",
            why=lambda of: "few_baskets" if _has_few_baskets(of) else "no_subsidy",
        ),
        "coupons_out": _plain("coupons_out", code="K13"),
        "coupons_claimed": _plain("coupons_claimed", code="K13"),
        "coupons_redeemed": _plain("coupons_redeemed", code="K13"),
        "redemption_rate": _share("coupons_redeemed", "coupons_out", code="K13"),
        "margin": FigureSpec("minor", ("costed", "cost"), _margin, drill="cost", code="K14"),
        "margin_rate": FigureSpec("bp", ("costed", "cost"), _margin_rate, drill="cost", code="K14"),
        "cost_known": FigureSpec(
            "bp",
            ("costed", "revenue", "receivable"),
            lambda of: share_bp(of["costed"], of["revenue"] + of["receivable"]),
            drill="cost",
            code="K14",
        ),
        "cash_flow": FigureSpec(
            "minor",
            ("tendered", "top_up_tendered", "paid_in_value", "paid_out_value"),
            _cash_flow,
            drill="tendered",
            code="K14",
        ),
        "subsidy": FigureSpec(
            "minor", ("discount", "discount_ended", "orders_subsidy"), _subsidy, drill="discount", code="K14"
        ),
        "commission": _plain("commission", code="K14"),
        "delivery_fees": FigureSpec(
            "minor", ("delivery_fees",), lambda of: of["delivery_fees"], code="K14", lower_is_better=True
        ),
        "acquisition_cost": FigureSpec(
            "minor",
            ("acquisition_cost", "registered_bought"),
            lambda of: (
                round_ratio(of["acquisition_cost"], of["registered_bought"])
                if of["registered_bought"] > 0
                else None
            ),
            code="K15",
            lower_is_better=True,
            why=lambda _: "no_newcomers",
        ),
        "first_order_rate": _share("registered_bought", "registered", code="K15"),
        "customer_value": _each("minor", "customer_revenue", number="customers", code="K15"),
    }
)
"""Every figure by its name, which is also the key of its text "what is this?" and of its column."""
