"""The demo chain: written once into an empty database, and what somebody needs to use it.

Source: DESIGN, "Commands that stay stable"; docs/user/demo.md.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from central_api.catalog import service as catalog
from central_api.demo.calendar import MINUTE_MS, day_of
from central_api.demo.chain import Chain, make_chain
from central_api.demo.content import names_of, read_content
from central_api.demo.past import Past, PlacedOrder
from central_api.demo.schemas import SeedOptions
from central_api.enrolment import service as enrolment
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from central_api.kit.unit import Unit
from retail_core.wire.feed import ProductDoc

FORMAT = 1
"""The version of the facts that a seed hands out."""

_MEMBERS_SHOWN = 20
_PRODUCTS_SHOWN = 15


def seed(
    database: Database, clock: FixedClock, *, options: SeedOptions, say: Callable[[str], None]
) -> dict[str, Any]:
    """Write the demo chain, and return what a person or a test needs to use it.

    Args:
        database: Empty, with its tables made.
        clock: The database's clock, standing at the chain's present; it is moved meanwhile.
        options: Size and day.
        say: Tells how far it is.

    Raises:
        UsageError: There is a chain in the database already.
    """
    moment_ms = clock.now_ms()
    today = day_of(moment_ms)
    content = read_content()
    with database.read() as unit:
        if enrolment.tenant_number(unit) is not None:
            raise UsageError(
                "The database holds a chain already.", "Give --database-url an empty one.", exit_code=1
            )
    chain = database.run(
        lambda unit: make_chain(unit, content, options=options, first_day=today.before(options.days))
    )
    past = Past(database, clock, chain=chain, options=options, moment_ms=moment_ms)
    placed = [order for store in chain.stores for order in past.live(store, today, say=say)]
    clock.set(moment_ms)
    token = database.run(lambda unit: enrolment.make_client(unit, "demo shop"))
    for store in chain.stores:
        catalog.make_file(database, store.store_id)
    with database.read() as unit:
        return _facts(unit, chain, placed=placed, token=token, as_of=options.as_of.isoformat())


def _facts(
    unit: Unit, chain: Chain, *, placed: Sequence[PlacedOrder], token: str, as_of: str
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "as_of": as_of,
        "moment_ms": unit.now_ms // MINUTE_MS * MINUTE_MS,
        "tenant": enrolment.tenant_number(unit),
        "client_token": token,
        "stores": [
            {
                "store_id": store.store_id,
                "name": names_of(store.content.card["names"]).zh_hans,
                "products": [
                    {
                        "product_id": product.product_id,
                        "sku": product.sku,
                        "barcode": product.barcodes[0],
                        "label_item": product.barcodes[1] if product.sold_by == "weight" else None,
                        "name": product.names.zh_hans,
                        "price_minor": product.price_minor,
                        "tier_prices": product.tier_prices,
                        "tax_rate_bp": product.tax_rate_bp,
                        "min_age": product.min_age,
                        "initials": product.initials.split(" ")[0],
                        "batches": _batches(product, store.goods.shelf_days, today=date.fromisoformat(as_of)),
                    }
                    for product in store.goods.products[:_PRODUCTS_SHOWN]
                ],
            }
            for store in chain.stores
        ],
        "staff": [
            {
                "store_id": person.scope,
                "staff_id": person.staff_id,
                "name": person.name,
                "role": person.role,
                "pin": person.pin,
                "badge": person.badge,
            }
            for person in chain.staff
        ],
        "members": _member_facts(chain),
        "orders": [
            {
                "order_id": item.order.order.order_id,
                "number": item.order.order.number,
                "store_id": item.store_id,
                "state": item.state,
                "pickup_code": item.order.pickup_code,
            }
            for item in placed
            if item.state != "handed_over"
        ],
    }


def _batches(product: ProductDoc, shelf_days: Mapping[str, int], *, today: date) -> list[dict[str, str]]:
    """Return the symbols on two batches of fresh goods: today's, and one forgotten on the shelf."""
    if product.product_id not in shelf_days:
        return []
    life = timedelta(days=shelf_days[product.product_id])
    expiries = (today + life, today - timedelta(days=1))
    return [
        {
            "expiry": expiry.isoformat(),
            "gs1": f"01{product.barcodes[0].zfill(14)}17{expiry:%y%m%d}10{expiry - life:%m%d}",
        }
        for expiry in expiries
    ]


def _member_facts(chain: Chain) -> list[dict[str, Any]]:
    wallets: dict[str, list[dict[str, Any]]] = {}
    for member_id, coupon in chain.coupons:
        wallets.setdefault(member_id, []).append(coupon.model_dump(mode="json"))
    return [
        {
            "member_id": person.member_id,
            "name": person.name,
            "phone": person.phone,
            "tier": person.tier,
            "home_store": person.home_store,
            # Of the others some were used in the past days.
            "coupons": wallets.get(person.member_id, []) if place == 0 else [],
        }
        for place, person in enumerate(chain.members[:_MEMBERS_SHOWN])
    ]
