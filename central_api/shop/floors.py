"""What stores can promise an app, and which store is the next that has something.

Source: docs/rules/stock.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from central_api.catalog import service as catalog
from central_api.enrolment import service as enrolment
from central_api.kit.unit import Unit
from central_api.stock import service as stock
from central_api.stock.schemas import Floor, Level
from retail_core.stock import distance_m
from retail_core.wire.counter import StockElsewhere, StoreStockRow
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.feed import ProductDoc
from retail_core.wire.shop import Availability, NextStore

MOST_LOOKED_AT = 50
"""So many of the nearest stores that have a product at all are asked what is free of it."""
MOST_ELSEWHERE = 20
"""So many other stores are shown at a till."""


def availability(unit: Unit, store_id: str, *, product_ids: Sequence[str]) -> list[Availability]:
    """Return what a store has of products; a product that never moved has nothing.

    Raises:
        ApiError: 404 ``store.unknown``.
    """
    heard_ms = enrolment.heard_ms(unit, store_id)
    floor = _floor(unit, enrolment.store_card(unit, store_id), product_ids=product_ids, heard_ms=heard_ms)
    found = {
        each.level.product_id: each for each in stock.web_rights(unit, floor, product_ids=sorted(product_ids))
    }
    return [
        Availability(
            product_id=product_id,
            store_id=store_id,
            on_hand_milli=found[product_id].level.on_hand_milli if product_id in found else 0,
            committed_milli=found[product_id].level.committed_milli if product_id in found else 0,
            as_of_ms=unit.now_ms,
            web_milli=found[product_id].free_milli if product_id in found else 0,
            heard_ms=heard_ms,
        )
        for product_id in product_ids
    ]


def nearby(
    unit: Unit, product_id: str, *, qty_milli: int, here: tuple[int, int], most: int
) -> list[NextStore]:
    """Return the next stores where so much of a product can be ordered, nearest first.

    Args:
        unit: The unit of work.
        product_id: What is looked for.
        qty_milli: How much of it, in thousandths.
        here: Latitude and longitude in millionths of a degree.
        most: How many stores.
    """
    having = set(stock.stores_with(unit, product_id, least_milli=qty_milli))
    places = [place for place in enrolment.places(unit) if place.store_id in having]
    ordered = sorted((distance_m(here, place.place), place.store_id, place) for place in places)
    heard = enrolment.heard_of(unit, [store_id for _, store_id, _ in ordered[:MOST_LOOKED_AT]])
    found: list[NextStore] = []
    for metres, store_id, place in ordered[:MOST_LOOKED_AT]:
        if len(found) == most:
            break
        heard_ms = heard.get(store_id)
        card = enrolment.store_card(unit, store_id)
        floor = _floor(unit, card, product_ids=[product_id], heard_ms=heard_ms)
        rights = stock.web_rights(unit, floor, product_ids=[product_id])
        free_milli = sum(each.free_milli for each in rights)
        if free_milli >= qty_milli:
            found.append(
                NextStore(
                    store_id=store_id,
                    name=place.name,
                    address=place.address,
                    distance_m=metres,
                    web_milli=free_milli,
                    heard_ms=heard_ms,
                )
            )
    return found


@dataclass(frozen=True, slots=True)
class OtherStore:
    """Another store that has something of a product on hand; how far it is where both have coordinates."""

    store_id: str
    distance_m: int | None
    level: Level


def others_with(unit: Unit, store_id: str, *, product_id: str) -> list[OtherStore]:
    """Return the other stores that have a product, nearest first, those without coordinates last."""
    found = {each.store_id: each for each in stock.levels_of_product(unit, product_id)}
    found.pop(store_id, None)
    here = _place(enrolment.store_card(unit, store_id))
    places = {place.store_id: place for place in enrolment.places(unit)} if here is not None else {}
    far = {
        other_id: distance_m(here, places[other_id].place) if here and other_id in places else None
        for other_id in found
    }
    nearest = sorted(found, key=lambda each: (far[each] is None, far[each] or 0, each))[:MOST_ELSEWHERE]
    return [OtherStore(each, far[each], found[each]) for each in nearest]


def elsewhere(unit: Unit, store_id: str, *, product_id: str) -> StockElsewhere:
    """Return which other stores have a product, nearest first, those without coordinates last."""
    [own] = availability(unit, store_id, product_ids=[product_id])
    others = others_with(unit, store_id, product_id=product_id)
    heard = enrolment.heard_of(unit, [each.store_id for each in others])
    rows = tuple(
        StoreStockRow(
            store_id=other.store_id,
            name=enrolment.store_card(unit, other.store_id).name,
            distance_m=other.distance_m,
            on_hand_milli=other.level.on_hand_milli,
            free_milli=other.level.on_hand_milli - other.level.committed_milli,
            heard_ms=heard.get(other.store_id),
        )
        for other in others
    )
    return StockElsewhere(rows=rows, web_milli=own.web_milli)


def _place(card: StoreCard) -> tuple[int, int] | None:
    if card.latitude_e6 is None or card.longitude_e6 is None:
        return None
    return card.latitude_e6, card.longitude_e6


def _floor(unit: Unit, card: StoreCard, *, product_ids: Sequence[str], heard_ms: int | None) -> Floor:
    """Return what a store keeps; the catalog is asked only where categories differ."""
    products: Iterable[ProductDoc] = ()
    if card.web_buffers:
        products = catalog.products(unit, card.store_id, product_ids=set(product_ids)).values()
    return stock.floor_of(card, products, heard_ms=heard_ms, now_ms=unit.now_ms)
