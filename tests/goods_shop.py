"""Goods of every kind for a till of the tests: options, packs, deposits, variants, regulated, two rates."""

from retail_core.wire.feed import Change, FeedPage
from tests.fakes import NOON_MS
from tests.till_shop import Till, change, names, product_doc, stock_doc, store_page


def option(option_id: str, price_minor: int = 0, *, preset: bool = False) -> dict[str, object]:
    """Return an option's document."""
    return {
        "option_id": option_id,
        "names": names(option_id),
        "price_minor": price_minor,
        "preset": preset,
    }


def group(group_id: str, least: int, most: int, *, options: list[dict[str, object]]) -> dict[str, object]:
    """Return a group's document."""
    return {
        "group_id": group_id,
        "names": names(group_id),
        "least": least,
        "most": most,
        "options": options,
    }


CUP = group("cup", 1, 1, options=[option("medium", preset=True), option("large", 300)])
HEAT = group("heat", 1, 1, options=[option("hot", preset=True), option("iced")])
EXTRAS = group("extras", 0, 2, options=[option("shot", 400), option("syrup", 300), option("oat", 500)])
ENGRAVING = group("engraving", 1, 1, options=[option("initials", 1_000), option("none")])

MOCHA = product_doc(
    "mocha",
    2_800,
    options=[CUP, HEAT, EXTRAS],
    tier_prices={"gold": 2_500},
    barcodes=["6901234500005"],
    away_tax_rate_bp=600,
)
PEN = product_doc("pen", 9_900, options=[ENGRAVING], category_id="gifts")
WATER = product_doc(
    "water",
    200,
    category_id="drinks",
    barcodes=["6901234500012"],
    packs=[
        {
            "pack_id": "water-24",
            "barcode": "16901234500019",
            "names": names("整箱24瓶"),
            "pieces": 24,
            "price_minor": 4_000,
            "tier_prices": {"gold": 3_800},
        }
    ],
    deposit_id="bottle",
)
BOTTLE = product_doc("bottle", 50, category_id="deposit", tax_rate_bp=0, deposit=True)
TOBACCO = product_doc("tobacco", 2_000, category_id="tobacco", regulated=True, min_age=18)


def shirt(size: str, colour: str, price_minor: int = 9_900, **others: object) -> dict[str, object]:
    """Return a variant of the shirt."""
    return product_doc(
        f"shirt-{size}-{colour}",
        price_minor,
        category_id="clothes",
        names=names(f"衬衫 {colour} {size}"),
        variant={"style_id": "shirt", "style": names("衬衫"), "size": size, "colour": names(colour)},
        **others,
    )


GOODS: tuple[Change, ...] = tuple(
    change("product", str(doc["product_id"]), doc=doc)
    for doc in (
        *(MOCHA, PEN, WATER, BOTTLE, TOBACCO),
        *(shirt(size, colour) for colour in ("white", "blue") for size in ("S", "M", "L")),
    )
)


def stock_goods(till: Till) -> None:
    """Bring the goods into the till's catalog; there are 100 bottles of water, and 100 of the deposit."""
    current = till.data.catalog_files.current()
    assert current is not None
    current.apply_page(
        FeedPage(
            feed="catalog",
            changes=GOODS,
            next="c2",
            more=False,
            reset=False,
            applied_through=0,
            server_ms=NOON_MS,
        )
    )
    levels = (("stock", each, stock_doc(each, 100_000)) for each in ("water", "bottle"))
    till.data.feed_sink.apply_store_page(store_page(*levels, next_cursor="s2"), now_ms=NOON_MS)
