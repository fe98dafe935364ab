"""Products out of their documents, as the catalog file holds them."""

import json
from collections.abc import Mapping
from typing import Any

from pos_app.services.records import Names, Option, OptionGroup, Pack, Product, Variant


def product_from_json(text: str) -> Product:
    """Return the product of a ``ProductDoc`` that was checked when the file was made.

    A file that an older server made has no packs, options and the like in it.
    """
    doc = json.loads(text)
    variant = doc.get("variant")
    return Product(
        product_id=doc["product_id"],
        sku=doc["sku"],
        names=Names(**doc["names"]),
        brand=doc["brand"],
        category_id=doc["category_id"],
        sold_by=doc["sold_by"],
        price_minor=doc["price_minor"],
        tier_prices=doc["tier_prices"],
        tax_rate_bp=doc["tax_rate_bp"],
        barcodes=tuple(doc["barcodes"]),
        min_age=doc["min_age"],
        regulated=doc["regulated"],
        favourite=doc["favourite"],
        tile=doc["tile"],
        away_tax_rate_bp=doc.get("away_tax_rate_bp"),
        options=tuple(_group(group) for group in doc.get("options", ())),
        variant=None if variant is None else _variant(variant),
        packs=tuple(_pack(pack) for pack in doc.get("packs", ())),
        deposit=doc.get("deposit", False),
        deposit_id=doc.get("deposit_id"),
        dated=doc.get("dated", ""),
        serials=doc.get("serials", False),
        cost_minor=doc.get("cost_minor"),
    )


def _group(doc: Mapping[str, Any]) -> OptionGroup:
    return OptionGroup(
        group_id=doc["group_id"],
        names=Names(**doc["names"]),
        least=doc["least"],
        most=doc["most"],
        options=tuple(
            Option(
                option_id=option["option_id"],
                names=Names(**option["names"]),
                price_minor=option["price_minor"],
                preset=option["preset"],
            )
            for option in doc["options"]
        ),
    )


def _variant(doc: Mapping[str, Any]) -> Variant:
    return Variant(
        style_id=doc["style_id"],
        style=Names(**doc["style"]),
        size=doc["size"],
        colour=Names(**doc["colour"]),
    )


def _pack(doc: Mapping[str, Any]) -> Pack:
    return Pack(
        pack_id=doc["pack_id"],
        barcode=doc["barcode"],
        names=Names(**doc["names"]),
        pieces=doc["pieces"],
        price_minor=doc["price_minor"],
        tier_prices=doc["tier_prices"],
    )
