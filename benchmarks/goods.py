"""Goods of which no two share a name, a pinyin or a barcode, in a catalog file by the server's builder."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard

from central_api.catalog.builder import build
from central_api.catalog.schemas import Contents
from retail_core.search import index_terms, initial_terms, pinyin_terms

_SYLLABLES = (
    "红:hong 绿:lü 金:jin 银:yin 山:shan 水:shui 花:hua 果:guo 茶:cha 米:mi "
    "面:mian 油:you 盐:yan 糖:tang 奶:nai 豆:dou 鱼:yu 虾:xia 鸡:ji 鸭:ya "
    "牛:niu 羊:yang 麦:mai 杏:xing 桃:tao 梨:li 橙:cheng 枣:zao 姜:jiang 蒜:suan "
    "葱:cong 椒:jiao 瓜:gua 藕:ou 笋:sun 菇:gu 酒:jiu 醋:cu 酪:lao 卷:juan "
    "粥:zhou 饼:bing 糕:gao 蛋:dan 香:xiang 甜:tian 鲜:xian 脆:cui 软:ruan 浓:nong"
)
_SIGNS = tuple(tuple(pair.split(":")) for pair in _SYLLABLES.split())
_SCATTER = 2_654_435_761
"""Neighbours in number are no neighbours in name."""

_PLACES = 4
_CATEGORIES = 12


@dataclass(frozen=True, slots=True)
class Good:
    """What a test scans and types."""

    barcode: str
    name: str
    initials: str


def goods(count: int) -> Iterator[Good]:
    """Yield ``count`` goods, always the same ones."""
    for number in range(count):
        _, signs = _signs(number)
        name = "".join(sign for sign, _ in signs)
        yield Good(_gtin(number), name, "".join(sound[0] for _, sound in signs))


def catalog_file(path: Path, count: int, *, version: str = "bench") -> None:
    """Write the catalog of ``count`` goods as the till gets it from the server, unpacked."""
    contents = Contents(
        tenant_id=7,
        store_id="S01",
        cursor="c1",
        made_ms=1,
        products=tuple(_documents(count)),
        categories=tuple(
            (
                f"c{number}",
                json.dumps({"category_id": f"c{number}", "names": _names(f"类{number}"), "position": number}),
            )
            for number in range(_CATEGORIES)
        ),
        campaigns=(),
    )
    packed = build(contents, version, sign=lambda _message: "")
    path.write_bytes(zstandard.ZstdDecompressor().decompress(packed.content, max_output_size=packed.size))


def _documents(count: int) -> Iterator[tuple[str, str]]:
    for number, good in enumerate(goods(count)):
        place, signs = _signs(number)
        sounds = [sound for _, sound in signs]
        english = "".join(sounds).capitalize()
        document = {
            "product_id": f"p{number}",
            "sku": f"S{number:07d}",
            "names": {"zh_hans": good.name, "zh_hant": good.name, "en": english},
            "brand": "",
            "category_id": f"c{place % _CATEGORIES}",
            "sold_by": "piece",
            "price_minor": 100 + place % 9_900,
            "tier_prices": {},
            "tax_rate_bp": 1300,
            "barcodes": [good.barcode],
            "min_age": 0,
            "regulated": False,
            "favourite": number + 1 if number < 60 else 0,
            "tile": f"{good.name[0]}|coffee",
            "terms": index_terms(f"{good.name} {english}"),
            "pinyin": pinyin_terms(sounds),
            "initials": initial_terms(sounds),
        }
        yield f"p{number}", json.dumps(document, ensure_ascii=False)


def _signs(number: int) -> tuple[int, list[tuple[str, ...]]]:
    """Return a place among all names that no other number has, and the characters of that place."""
    place = rest = number * _SCATTER % len(_SIGNS) ** _PLACES
    signs = []
    for _ in range(_PLACES):
        rest, digit = divmod(rest, len(_SIGNS))
        signs.append(_SIGNS[digit])
    return place, signs


def _gtin(number: int) -> str:
    digits = f"69{number:010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _names(text: str) -> dict[str, str]:
    return {"zh_hans": text, "zh_hant": text, "en": text}
