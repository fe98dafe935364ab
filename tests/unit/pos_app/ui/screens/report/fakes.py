"""Two shifts, a week apart, and the open one of today; the figures of a believable day."""

from collections.abc import Sequence
from dataclasses import replace

from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift
from pos_app.services.shift_report import (
    CategoryFigure,
    Comparison,
    HourFigure,
    ShiftFigures,
    TenderFigure,
)
from retail_core.wire.facts import DiscountSum, TenderCount
from tests.unit.pos_app.services.paper_examples import Z

MANAGER = Actor("u2", "陈伟", "manager", {"report.view": None})
DAY_MS = 86_400_000
CLOSED = Shift("h1", 8, "2026-11-22", "CNY", 1_795_305_600_000, "u1", "王芳", 50_000, 1, 1_795_348_800_000)
WEEK_BEFORE = replace(
    CLOSED,
    shift_id="h0",
    number=1,
    business_day="2026-11-15",
    opened_ms=CLOSED.opened_ms - 7 * DAY_MS,
    closed_ms=1_795_348_800_000 - 7 * DAY_MS,
)
OPEN = replace(
    CLOSED,
    shift_id="h2",
    number=9,
    business_day="2026-11-23",
    opened_ms=CLOSED.opened_ms + DAY_MS,
    closed_ms=None,
)
_RECEIPTS = (18, 46, 62, 41, 38, 71, 58, 44, 34)
_BEFORE = (20, 44, 57, 39, 37, 65, 54, 42, 33)
_HOURS = tuple(HourFigure(7 + place, count, count * 4_088) for place, count in enumerate(_RECEIPTS))
_EARLIER = tuple(HourFigure(7 + place, count, count * 3_980) for place, count in enumerate(_BEFORE))
_CATEGORIES = (
    CategoryFigure("coffee", "咖啡", 246_000, 702_440),
    CategoryFigure("tea", "茶饮", 131_000, 345_930),
    CategoryFigure("bakery", "烘焙", 158_000, 298_760),
    CategoryFigure("fresh", "鲜食", 96_356, 187_120),
    CategoryFigure("drinks", "瓶装饮料", 88_000, 79_200),
    CategoryFigure("snacks", "零食", 51_000, 48_300),
    CategoryFigure("other", "其他", 21_000, 22_500),
)
_DISCOUNTS = (
    DiscountSum(
        rule_id="a", name="第二件半价", count=96, amount_minor=-112_800, funders={"headquarters": -112_800}
    ),
    DiscountSum(
        rule_id="b",
        name="满 100 减 10 券",
        count=41,
        amount_minor=-41_000,
        funders={"brand": -24_600, "store": -16_400},
    ),
    DiscountSum(rule_id="c", name="会员价", count=188, amount_minor=-56_400, funders={"store": -56_400}),
)
_COUNTS = (
    TenderCount(kind="cash", expected_minor=408_730, counted_minor=408_530, difference_minor=-200, count=118),
    TenderCount(
        kind="external", expected_minor=1_325_520, counted_minor=1_325_520, difference_minor=0, count=294
    ),
)
FIGURES = ShiftFigures(
    shift=CLOSED,
    currency="CNY",
    sales_minor=1_684_250,
    receipts=412,
    average_minor=4_088,
    items_milli=791_356,
    discount_minor=-210_200,
    rounding_minor=-12,
    member_receipts=260,
    member_share_bp=6_311,
    hand_overs=38,
    hand_over_value_minor=214_600,
    difference_minor=-200,
    hours=_HOURS,
    categories=_CATEGORIES,
    tenders=(TenderFigure("cash", 118, 358_730), TenderFigure("external", 294, 1_325_520)),
    discounts=_DISCOUNTS,
    counts=_COUNTS,
    removed_lines=7,
    abandoned_baskets=2,
    copies=3,
    open_items=4,
    offline_coupons=0,
    last_week=Comparison(1_556_610, 391, 3_981, 239, 31),
    z=Z,
)
EARLIER = replace(
    FIGURES,
    shift=WEEK_BEFORE,
    sales_minor=1_556_610,
    receipts=391,
    hours=_EARLIER,
    last_week=None,
)
RUNNING = replace(
    FIGURES,
    shift=OPEN,
    sales_minor=0,
    receipts=0,
    average_minor=0,
    member_receipts=0,
    member_share_bp=0,
    hand_overs=0,
    hand_over_value_minor=0,
    difference_minor=None,
    hours=(),
    categories=(),
    tenders=(),
    discounts=(),
    counts=(),
    removed_lines=0,
    abandoned_baskets=0,
    copies=0,
    open_items=0,
    last_week=None,
    z=None,
)


class FakeReport:
    """Answers from what it is given; notes what was asked."""

    def __init__(self, *figures: ShiftFigures) -> None:
        self.figures = {each.shift.shift_id: each for each in figures}
        self.asked: list[tuple[str | None, str]] = []
        self.fault: RuleError | None = None

    def shifts(self, limit: int = 30) -> Sequence[Shift]:
        return [each.shift for each in self.figures.values()][:limit]

    def __call__(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        shift_id: str | None = None,
        *,
        language: str = "zh-Hans",
    ) -> ShiftFigures:
        self.asked.append((shift_id, language))
        if self.fault is not None:
            raise self.fault
        return self.figures[shift_id] if shift_id is not None else next(iter(self.figures.values()))
