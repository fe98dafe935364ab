"""The shop of the Sell tests with drinks to order, a case of water, a style of shirts, and tobacco."""

from dataclasses import replace

from pos_app.services.records import Names, Option, OptionGroup, Pack, Product, Variant
from tests.unit.pos_app.ui.screens.sell_world import SellWorld, goods


def names(text: str) -> Names:
    """Return names; ``text`` is Simplified, Traditional, English with bars between."""
    hans, hant, english = text.split("|")
    return Names(hans, hant, english)


def group(group_id: str, text: str, least: int, most: int, *, options: tuple[Option, ...]) -> OptionGroup:
    """Return a group of options."""
    return OptionGroup(group_id, names(text), least, most, options)


CUP = group(
    "cup",
    "杯型|杯型|Cup",
    1,
    1,
    options=(
        Option("medium", names("中杯|中杯|Medium"), 0, preset=True),
        Option("large", names("大杯|大杯|Large"), 300, preset=False),
        Option("huge", names("超大杯|特大杯|Extra large"), 600, preset=False),
    ),
)
HEAT = group(
    "heat",
    "温度|溫度|Temperature",
    1,
    1,
    options=(
        Option("hot", names("热|熱|Hot"), 0, preset=True),
        Option("iced", names("冰|冰|Iced"), 0, preset=False),
        Option("less_ice", names("少冰|少冰|Less ice"), 0, preset=False),
    ),
)
SUGAR = group(
    "sugar",
    "甜度|甜度|Sweetness",
    1,
    1,
    options=(
        Option("full", names("标准甜|正常糖|Standard"), 0, preset=True),
        Option("half", names("半糖|半糖|Half"), 0, preset=False),
        Option("none", names("不另外加糖|無糖|No sugar"), 0, preset=False),
    ),
)
EXTRAS = group(
    "extras",
    "加料|加料|Extras",
    0,
    2,
    options=(
        Option("shot", names("加一份浓缩|加一份濃縮|Extra shot"), 400, preset=False),
        Option("oat", names("换燕麦奶|換燕麥奶|Oat milk"), 500, preset=False),
        Option("syrup", names("香草糖浆|香草糖漿|Vanilla syrup"), 300, preset=False),
    ),
)
ENGRAVING = group(
    "engraving",
    "刻字|刻字|Engraving",
    1,
    1,
    options=(
        Option("yes", names("刻姓名|刻姓名|With a name"), 1_000, preset=False),
        Option("no", names("不刻|不刻|Without"), 0, preset=False),
    ),
)
LATTE = replace(
    goods("G01", "拿铁|拿鐵|Latte", 2800, tile="拿|coffee", category_id="coffee", code="6901234510015"),
    options=(CUP, HEAT, SUGAR, EXTRAS),
    tier_prices={"gold": 2500},
    away_tax_rate_bp=1300,
)
PEN = replace(
    goods("G02", "钢笔|鋼筆|Pen", 9900, tile="笔|slate", category_id="gifts", code="6901234510022"),
    options=(ENGRAVING,),
)
CASE = Pack("G03-24", "16901234510036", names("整箱 24 瓶|整箱 24 瓶|case of 24"), 24, 4000, {})
WATER = replace(
    goods(
        "G03",
        "矿泉水 550ml|礦泉水 550ml|Water 550 ml",
        200,
        tile="水|sky",
        category_id="tea",
        code="69012345100",
    ),
    packs=(CASE,),
    deposit_id="G04",
)
BOTTLE = replace(
    goods(
        "G04", "瓶押金|瓶押金|Bottle deposit", 50, tile="押|slate", category_id="tea", code="6901234510046"
    ),
    deposit=True,
    tax_rate_bp=0,
)
TOBACCO = replace(
    goods("G05", "香烟|香菸|Cigarettes", 2300, tile="烟|slate", category_id="gifts", code="6901234510053"),
    regulated=True,
    min_age=18,
)
_COLOURS = (names("白色|白色|White"), names("黑色|黑色|Black"), names("雾蓝|霧藍|Mist blue"))
_SIZES = ("XL", "S", "M", "L")


def shirt(size: str, colour: Names, number: int) -> Product:
    """Return a shirt; black has no XL."""
    product = goods(
        f"T{number:02}",
        f"T 恤 {colour.zh_hans} {size}|T 恤 {colour.zh_hant} {size}|T-shirt {colour.en} {size}",
        7900,
        tile="恤|mint",
        category_id="gifts",
        code=f"69012345300{number:02}",
    )
    style = names("T 恤 棉质|T 恤 純棉|T-shirt, cotton")
    return replace(product, variant=Variant("tee", style, size, colour))


SHIRTS = tuple(
    shirt(size, colour, number)
    for number, (size, colour) in enumerate((size, colour) for colour in _COLOURS for size in _SIZES)
    if (size, colour.en) != ("XL", "Black")
)


def goods_world() -> SellWorld:
    """Return the shop with these goods beside its own."""
    world = SellWorld()
    world.catalog.products = (
        LATTE,
        WATER,
        *SHIRTS[:1],
        *world.catalog.products,
        *SHIRTS[1:],
        PEN,
        BOTTLE,
        TOBACCO,
    )
    return world
