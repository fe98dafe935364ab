"""The chain that every run starts from: three small stores with goods, offers, people, wallets and stock.

It is written once for a process, by the product's own services, and copied for each run.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from nacl.pwhash import argon2id

from central_api.balances import service as balances
from central_api.balances.schemas import Entry
from central_api.catalog import service as catalog
from central_api.catalog.schemas import Campaign
from central_api.enrolment import service as enrolment
from central_api.keys import service as keys
from central_api.kit.clock import Clock, FixedClock
from central_api.kit.database import open_database
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember, Points
from central_api.migrations import runner
from central_api.staff import service as staff
from central_api.staff.schemas import ROLES
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.wire.base import Names
from retail_core.wire.enrolment import PointsRate, RewardDoc, StoreCard, StoredValue, TenderOffer, ValueOffer
from retail_core.wire.feed import CategoryDoc, OptionDoc, OptionGroupDoc, PackDoc, ProductDoc, StaffDoc
from tests.simulation.chance import Chance, seeded_secrets

TENANT = 7
START_MS = 1_795_395_600_000
"""2026-11-23 09:00 in Shanghai, a Monday: the first store opens its doors."""

STORES = ("S01", "S02", "S03")
PIN = "2468"
OPENING_POINTS = 250
OPENING_PRINCIPAL_MINOR = 1_800
OPENING_BONUS_MINOR = 200
"""What each member can spend at the beginning; little, so that two tills can spend too much of it."""

OFFERS = ((500, 50), (1_000, 0))
"""What may be paid in, and the bonus for it; little too."""

REWARD = "coffee"
REWARD_POINTS = 60
PRINTED = "NEXT"
PRINTED_TOTAL = 150
"""The campaign whose coupons tills print with receipts, and how many of them there are at most."""

COUNT_LIMIT_MINOR = 500
"""The difference that a store lets pass without a word: what is usual for the currency."""

PERSONAL = "S02"
"""The store in which each cashier has a drawer of their own."""

OPENING_MILLI = 400_000
_FEW_MILLI = 30_000
"""What each store has of each product at the beginning."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works in a store."""

    staff_id: str
    store_id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Customer:
    """A member of the chain."""

    member_id: str
    alias: str
    phone: str
    tier: str
    home_store: str


def people_of(store_id: str) -> tuple[Person, ...]:
    """Return who works in a store: two cashiers, one who picks, one manager."""
    roles = (
        ("lin", "林晓", "cashier"),
        ("zhao", "赵明", "cashier"),
        ("he", "何静", "staff"),
        ("wang", "王芳", "manager"),
    )
    return tuple(Person(f"{store_id}-{name}", store_id, shown, role) for name, shown, role in roles)


CUSTOMERS = tuple(
    Customer(f"M{number:02d}", f"{number:016x}", f"1380000{number:04d}", tier, STORES[number % 3])
    for number, tier in enumerate(("basic", "silver", "gold") * 4, start=1)
)


def _names(text: str, english: str) -> Names:
    return Names(zh_hans=text, zh_hant=text, en=english)


def _product(product_id: str, price_minor: int, /, **others: object) -> ProductDoc:
    number = int(hashlib.sha256(product_id.encode()).hexdigest()[:8], 16) % 10**9
    body = f"690{number:09d}"
    check = (10 - sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body)) % 10) % 10
    values: dict[str, object] = {
        "product_id": product_id,
        "sku": f"SKU-{product_id}",
        "names": _names(f"商品 {product_id}", product_id),
        "brand": "Loop",
        "category_id": "food",
        "sold_by": "piece",
        "price_minor": price_minor,
        "tier_prices": {},
        "tax_rate_bp": 1_300,
        "barcodes": (f"{body}{check}",),
        "min_age": 0,
        "regulated": False,
        "favourite": 1,
        "tile": "商|coffee",
        "terms": f"商 品 商品 {product_id}",
        "pinyin": "shangpin",
        "initials": "sp",
        **others,
    }
    return ProductDoc.model_validate(values)


def products() -> tuple[ProductDoc, ...]:
    """Return what every store sells: pieces, weighed goods, options, a case, a deposit, rates and prices."""
    milks = OptionGroupDoc(
        group_id="milk",
        names=_names("奶", "Milk"),
        least=1,
        most=1,
        options=(
            OptionDoc(option_id="whole", names=_names("全脂", "Whole"), preset=True),
            OptionDoc(option_id="oat", names=_names("燕麦", "Oat"), price_minor=300),
        ),
    )
    case = PackDoc(
        pack_id="water-12",
        barcode="16901234500019",
        names=_names("一箱 12 瓶", "case of 12"),
        pieces=12,
        price_minor=2_000,
    )
    return (
        _product("milk", 650, tier_prices={"gold": 600}),
        _product("bread", 1_280),
        _product("cake", 1_995, tier_prices={"silver": 1_895, "gold": 1_795}),
        _product("tea", 333, tax_rate_bp=900),
        _product("apple", 1_280, sold_by="weight", tax_rate_bp=900, barcodes=("2100001000004",)),
        _product("latte", 2_800, category_id="drinks", options=(milks,)),
        _product("water", 200, category_id="drinks", packs=(case,), deposit_id="bottle"),
        _product("bottle", 50, category_id="drinks", deposit=True),
        _product("beer", 880, category_id="drinks", min_age=18),
        _product("book", 4_200, category_id="other", regulated=True, tax_rate_bp=900),
        _product("socks", 1_050, category_id="other"),
        _product("pan", 12_900, category_id="other"),
    )


def _campaign(number: int, campaign_id: str, kind: str, /, **others: object) -> Campaign:
    doc = {"id": campaign_id, "kind": kind, "names": {"zh-Hans": campaign_id, "en": campaign_id}, **others}
    return Campaign(campaign_id, number, campaign_id, kind, doc)


def campaigns(*, purses: bool = False) -> tuple[Campaign, ...]:
    """Return the offers of the chain: on lines, on sums, coupons online and offline, points.

    With ``purses`` tills print coupons for the next visit too, of which there are not many.
    """
    printed = _campaign(7, PRINTED, "coupon_amount", params={"amount_minor": 200})
    issuing = {"at_till": True, "after_sale_minor": 3_000, "days": 10, "total": PRINTED_TOTAL}
    return (*_offers(), replace(printed, issuing=issuing)) if purses else _offers()


def _offers() -> tuple[Campaign, ...]:
    return (
        _campaign(1, "BREAD-10", "percent", params={"percent_bp": 1_000}, goods={"product_ids": ["bread"]}),
        _campaign(
            2, "SECOND", "nth_item", params={"n": 2, "percent_bp": 5_000}, goods={"product_ids": ["cake"]}
        ),
        _campaign(3, "LADDER", "threshold", params={"steps": [{"min_minor": 9_900, "off_minor": 1_000}]}),
        _campaign(4, "FIVE", "coupon_amount", params={"amount_minor": 500}, offline_allowed=True),
        _campaign(5, "TENTH", "coupon_percent", params={"percent_bp": 1_000, "cap_minor": 2_000}),
        _campaign(6, "POINTS", "points", params={"per_minor": 100}),
    )


def opening_milli(*, parts: bool) -> int:
    """Return how much of each product a store begins with: little where many orders want it."""
    return _FEW_MILLI if parts else OPENING_MILLI


def write_chain(path: Path, *, purses: bool = False, parts: bool = False) -> None:
    """Write the chain into a new database at ``path``, the same every time."""
    put = partial(put_chain, purses=purses, parts=parts)
    with seeded_secrets(Chance("chain")):
        write_database(path, put, clock=FixedClock(START_MS - 3_600_000))


def write_database(path: Path, put: Callable[[Unit], None], *, clock: Clock) -> None:
    """Make a database of this release at ``path``, put something into it, and close it as one file."""
    database = open_database(f"sqlite:///{path}", clock=clock)
    runner.upgrade(database.engine)
    database.run(put)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    database.close()


def put_chain(unit: Unit, *, purses: bool = False, parts: bool = False) -> None:
    """Write the three stores with everything in them.

    With ``purses`` members pay in and take rewards, with ``parts`` a store keeps an order for one day.
    """
    enrolment.put_tenant(unit, TENANT, name="Loop")
    keys.make_keys(unit)
    names = {"food": ("食品", "Food"), "drinks": ("饮料", "Drinks"), "other": ("其他", "Other")}
    catalog.put_categories(
        unit,
        "*",
        docs=[
            CategoryDoc(category_id=name, names=_names(*shown), position=place)
            for place, (name, shown) in enumerate(names.items(), start=1)
        ],
    )
    catalog.put_products(unit, "*", docs=products())
    catalog.put_campaigns(unit, "*", campaigns=campaigns(purses=purses))
    for number, store_id in enumerate(STORES, start=1):
        enrolment.put_store(unit, TENANT, card=_card(store_id, number, purses=purses, parts=parts))
        for person in people_of(store_id):
            staff.restore(unit, store_id, doc=staff_doc(person))
        receive(
            unit,
            store_id,
            ref=f"{store_id}-OPENING",
            quantities=[(item.product_id, opening_milli(parts=parts)) for item in products()],
        )
    members.register(
        unit,
        [
            NewMember(who.member_id, who.alias, "李静", who.phone, who.tier, who.home_store, unit.now_ms)
            for who in CUSTOMERS
        ],
    )
    _fill_purses(unit)


def _fill_purses(unit: Unit) -> None:
    """Give every member points and a balance from before the first day."""
    members.give(
        unit,
        [
            Points(who.member_id, who.member_id, "opening", OPENING_POINTS, who.home_store, unit.now_ms, None)
            for who in CUSTOMERS
        ],
    )
    balances.enter(
        unit,
        [
            Entry(
                member_id=who.member_id,
                ref=f"opening:{who.member_id}",
                rule="opening",
                kind="top_up",
                store_id=who.home_store,
                made_ms=unit.now_ms,
                entry_id=None,
                principal_minor=OPENING_PRINCIPAL_MINOR,
                bonus_minor=OPENING_BONUS_MINOR,
            )
            for who in CUSTOMERS
        ],
    )
    settled = balances.settle(unit)
    members.settle(unit, changed=settled.member_ids)


def receive(unit: Unit, store_id: str, *, ref: str, quantities: Sequence[tuple[str, int]]) -> None:
    """Receive a delivery: product and thousandths."""
    stock.move(
        unit,
        [
            Movement(store_id, product_id, qty_milli, 0, stock.RECEIPT, ref, product_id, unit.now_ms)
            for product_id, qty_milli in quantities
        ],
    )
    stock.settle(unit)


def staff_doc(person: Person, *, active: bool = True) -> StaffDoc:
    """Return a person's document; the PIN is digested with the least effort that libsodium allows."""
    salt = hashlib.sha256(person.staff_id.encode()).digest()[: argon2id.SALTBYTES]
    ops, mem = argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN
    digest = argon2id.kdf(32, PIN.encode(), salt, opslimit=ops, memlimit=mem)
    return StaffDoc(
        staff_id=person.staff_id,
        name=person.name,
        role=person.role,
        rights=dict(ROLES[person.role]),
        pin_salt=salt.hex(),
        pin_ops=ops,
        pin_mem=mem,
        pin_digest=digest.hex(),
        badge_mac="",
        active=active,
    )


def _card(store_id: str, number: int, *, purses: bool, parts: bool) -> StoreCard:
    reward = RewardDoc(reward_id=REWARD, names=_names("咖啡", "coffee"), points=REWARD_POINTS)
    offers = [ValueOffer(pay_minor=pays, bonus_minor=bonus) for pays, bonus in OFFERS]
    return StoreCard(
        store_id=store_id,
        store_number=number,
        name=f"{number} 号店",
        address="上海市南京西路 1 号",
        legal_id="91310000MA1",
        time_zone="Asia/Shanghai",
        currency="CNY",
        day_cutoff_minutes=240,
        languages=("zh-Hans", "en"),
        receipt_language="zh-Hans",
        receipt_base_url="https://r.example",
        cash_step_minor=10,
        prices_include_tax=True,
        tenders=(
            TenderOffer(kind="cash", over="change"),
            TenderOffer(kind="external", over="none"),
            TenderOffer(kind="voucher", over="forfeit", most_minor=10_000),
        ),
        points=PointsRate(points=1, minor=1, offline_points=200, rewards=(reward,) if purses else ()),
        stored_value=StoredValue(
            spend="principal_first",
            offers=tuple(offers) if purses else (ValueOffer(pay_minor=10_000),),
            offline_minor=1_500,
        ),
        pickup_days=1 if parts else 7,
        drawers="personal" if store_id == PERSONAL else "shared",
    )
