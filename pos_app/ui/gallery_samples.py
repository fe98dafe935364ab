"""What the gallery shows: goods and people of a sample shop, words in the language in use."""

from dataclasses import dataclass

from pos_app.ui.i18n import translate
from pos_app.ui.widgets.basket_line import BasketLine, LineTag
from pos_app.ui.widgets.board import BoardCardState
from pos_app.ui.widgets.charts import Bar
from pos_app.ui.widgets.facts_table import Column
from pos_app.ui.widgets.labels import Kind
from pos_app.ui.widgets.list_picker import PickItem
from pos_app.ui.widgets.series import Point, Series
from pos_app.ui.widgets.tiles import TileState
from pos_app.ui.widgets.topbar import StatusState

_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its name and comparison."""

    name: str
    value: str
    note: str
    tone: Kind


def money(amount: str) -> str:
    """Return a sample amount as it is written in China."""
    return f"¥{amount}"


def status() -> StatusState:
    """Return a bar on a good day."""
    return StatusState(
        title="漫咖啡 · 南京西路店",
        till=translate("Gallery", "Till 02"),
        cashier="王晓",
        capability=translate("Gallery", "Online · everything works"),
        capability_kind="ok",
        queue=translate("Gallery", "To send: 0"),
        clock="14:32",
    )


def categories() -> tuple[str, ...]:
    """Return product categories."""
    return (
        translate("Gallery", "Favourites"),
        translate("Gallery", "Coffee"),
        translate("Gallery", "Tea"),
        translate("Gallery", "Bakery"),
        translate("Gallery", "Gifts"),
    )


def tags() -> tuple[tuple[Kind, str], ...]:
    """Return a tag of each kind."""
    return (
        ("neutral", translate("Gallery", "App")),
        ("ok", translate("Gallery", "18 min")),
        ("warn", translate("Gallery", "2 left")),
        ("bad", translate("Gallery", "Late")),
        ("gold", translate("Gallery", "Gold")),
        ("primary", translate("Gallery", "New")),
    )


def tiles() -> tuple[TileState, ...]:
    """Return products with every kind of hint."""
    options = translate("Gallery", "Options")
    left = translate("Gallery", "2 left")
    return (
        TileState("冰美式", "¥25.00", "美", 0, options),
        TileState("拿铁", "¥28.00", "拿", 0, options),
        TileState("海盐芝士奶盖", "¥28.00", "盖", 1, options),
        TileState("茉莉轻乳茶", "¥19.00", "茉", 2),
        TileState("手冲 耶加雪菲", "¥38.00", "冲", 3),
        TileState("可颂 原味", "¥16.00", "颂", 4),
        TileState("肉桂卷", "¥18.00", "卷", 5),
        TileState("巴斯克蛋糕", "¥32.00", "巴", 5, "", left),
        TileState("挂耳咖啡 10 包 深度烘焙 云南小粒 礼盒装", "¥69.00", "挂", 6),
        TileState("随行杯 480ml", "¥99.00", "杯", 7),
    )


def lines() -> tuple[BasketLine, ...]:
    """Return a basket with everything that a line can show."""
    member = translate("Gallery", "Member price")
    second = translate("Gallery", "Second at half price")
    return (
        BasketLine(
            "1",
            "冰美式 大杯",
            "¥22.00",
            detail="¥25.00",
            tags=(LineTag(f"{member} {_MINUS}¥3.00"),),
            old_total="¥25.00",
        ),
        BasketLine(
            "2",
            "海盐芝士奶盖 中杯",
            "¥42.00",
            "2",
            detail="¥28.00 × 2",
            tags=(LineTag(f"{second} {_MINUS}¥14.00"),),
            old_total="¥56.00",
        ),
        BasketLine("3", "可颂 原味", "¥16.00", hint=translate("Gallery", "One more saves ¥6.00")),
        BasketLine("4", "耶加雪菲豆 散称", "¥42.00", hint="0.250 kg × ¥168.00/kg", can_step=False),
        BasketLine("5", "肉桂卷", "¥18.00", can_step=False, removed=True),
    )


def board() -> tuple[tuple[str, str, tuple[BoardCardState, ...]], ...]:
    """Return a board with every kind of card and an empty column."""
    paid = translate("Gallery", "Paid")
    return (
        (
            "new",
            translate("Gallery", "New orders"),
            (
                BoardCardState(
                    "a317",
                    "A 317",
                    translate("Gallery", "Start picking"),
                    translate("Gallery", "Due in 6 min"),
                    "warn",
                    "陈** · 2290",
                    "App",
                    f"拿铁、可颂 × 3 · {paid}",
                    edge="warn",
                ),
                BoardCardState(
                    "m42",
                    "M 0042",
                    translate("Gallery", "Start picking"),
                    translate("Gallery", "18 min"),
                    "ok",
                    "张** · 6402",
                    "App",
                    f"奶盖 × 5 · {paid}",
                ),
            ),
        ),
        (
            "picking",
            translate("Gallery", "Picking"),
            (
                BoardCardState(
                    "a311",
                    "A 311",
                    translate("Gallery", "Go on picking"),
                    translate("Gallery", "4 min late"),
                    "bad",
                    "周** · 7716",
                    "App",
                    "4 / 6 · 赵明",
                    translate("Gallery", "1 missing"),
                    "warn",
                    "bad",
                    primary=True,
                    done_percent=66,
                ),
            ),
        ),
        _ready(),
        ("exceptions", translate("Gallery", "Exceptions"), ()),
    )


def _ready() -> tuple[str, str, tuple[BoardCardState, ...]]:
    return (
        "ready",
        translate("Gallery", "Ready"),
        (
            BoardCardState(
                "a298",
                "A 298",
                translate("Gallery", "Take payment and hand over"),
                "B1",
                "ok",
                "吴** · 6402",
                translate("Gallery", "41 min"),
                "巴斯克蛋糕 × 1",
                "¥39.00",
                "gold",
            ),
        ),
    )


def figures() -> tuple[Figure, ...]:
    """Return the six figures of a report."""
    return (
        Figure(translate("Gallery", "Net sales"), "¥16,842.50", "▲ 8.2%", "ok"),
        Figure(translate("Gallery", "Receipts"), "412", "▲ 3.1%", "ok"),
        Figure(translate("Gallery", "Average receipt"), "¥40.88", "▲ 4.9%", "ok"),
        Figure(translate("Gallery", "Member share"), "63%", "▼ 2%", "bad"),
        Figure(translate("Gallery", "Pickup"), "38", translate("Gallery", "97% in time"), "neutral"),
        Figure(translate("Gallery", "Short"), "¥2.00", translate("Gallery", "Within the limit"), "neutral"),
    )


def hours() -> Series:
    """Return sales an hour, with the week before."""
    values = ((7, 18, 20), (8, 46, 44), (9, 62, 57), (10, 41, 39), (11, 38, 37), (12, 71, 65), (13, 58, 54))
    points = tuple(
        Point(str(hour), now, str(now), before, str(before), name=f"{hour}:00")
        for hour, now, before in values
    )
    return Series(points, now=translate("Gallery", "Today"), against=translate("Gallery", "Last week"))


def differences() -> Series:
    """Return what drawers were over and short, shift by shift."""
    values = ((15, 0), (16, -200), (17, 150), (18, 0), (19, -1_200), (20, 300), (21, 0))
    points = tuple(
        Point(str(day), minor, money(f"{minor / 100:.2f}") if minor >= 0 else f"−¥{-minor / 100:.2f}")
        for day, minor in values
    )
    return Series(
        points, tick=lambda minor: f"{minor // 100}", unit=100, now=translate("Gallery", "Over and short")
    )


def season() -> Series:
    """Return the sales of a hundred days, with those of a year before."""
    points = tuple(
        Point(str(day), 90_000 + 2_000 * (day % 7) + 100 * day, "", 84_000 + 2_100 * ((day + 1) % 7), "")
        for day in range(1, 101)
    )
    return Series(
        points,
        tick=lambda minor: f"¥{minor // 100}",
        unit=100,
        now=translate("Gallery", "This year"),
        against=translate("Gallery", "Last year"),
    )


def tenders() -> tuple[Bar, ...]:
    """Return takings by tender."""
    return (
        Bar(translate("Gallery", "WeChat Pay"), 690_440, "¥6,904.40", 650_000, "¥6,500.00"),
        Bar(translate("Gallery", "Cash"), 370_730, "¥3,707.30"),
        Bar(translate("Gallery", "Alipay"), 319_960, "¥3,199.60"),
        Bar(translate("Gallery", "Card"), 0, "¥0.00"),
    )


def choices() -> tuple[PickItem, ...]:
    """Return products with the same code."""
    return (
        PickItem("1", "气泡水 330ml", "6901234567892", "¥9.00"),
        PickItem("2", "气泡水 330ml × 24", "6901234567892", "¥198.00"),
        PickItem("3", "气泡水", translate("Gallery", "Not sold here"), "¥8.00", enabled=False),
    )


def table() -> tuple[tuple[Column, ...], tuple[tuple[str, ...], ...]]:
    """Return who pays for the discounts."""
    columns = (
        Column(translate("Gallery", "Campaign"), stretch=True),
        Column(translate("Gallery", "Times"), figures=True),
        Column(translate("Gallery", "Amount"), figures=True),
    )
    rows = (
        ("第二件半价", "96", f"{_MINUS}¥1,128.00"),
        ("满100减10", "41", f"{_MINUS}¥410.00"),
        ("会员价", "188", f"{_MINUS}¥564.00"),
    )
    return columns, rows


def receipt() -> str:
    """Return a receipt of 32 columns."""
    rule = "-" * 32
    lines_of_paper = (
        "           漫咖啡",
        "         南京西路店",
        rule,
        "冰美式 大杯               ¥22.00",
        "海盐芝士奶盖 x2           ¥42.00",
        rule,
        "应收                      ¥64.00",
        "现金                     ¥100.00",
        "找零                      ¥36.00",
    )
    return "\n".join(lines_of_paper)
