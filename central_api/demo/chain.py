"""What is there before the first day: stores, goods, rules, people, wallets, opening stock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from central_api.catalog import service as catalog
from central_api.coupons import service as coupons
from central_api.coupons.schemas import Grant
from central_api.demo.calendar import DAY_CUTOFF_MINUTES, ZONE_NAME, Day
from central_api.demo.campaigns import make_campaigns
from central_api.demo.chance import Chance, chance_of, hex_of
from central_api.demo.content import DemoContent, StoreContent, names_of
from central_api.demo.goods import Goods, capacity, make_goods
from central_api.demo.people import make_members
from central_api.demo.purses import POINTS_RATE, STORED_VALUE, fill_purses
from central_api.demo.schemas import SeedOptions
from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.feed.schemas import EVERYWHERE
from central_api.keys import service as keys
from central_api.kit.search_columns import NameIndexer
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember
from central_api.staff import service as staff
from central_api.staff.schemas import NewStaff
from central_api.stock import service as stock
from central_api.stock.schemas import Movement
from retail_core.codes.badge import make_badge
from retail_core.codes.short import make_short
from retail_core.pricing.rules import CompiledRules, compile_rules
from retail_core.wire.enrolment import MarkdownStep, StoreCard, TenderOffer, TierStep
from retail_core.wire.shop import CouponIssued

CURRENCY = "CNY"

_DAY_MS = 24 * 3600 * 1000
_COUPON_DAYS = 120
_GENERAL = "BIRTHDAY"
_MOST_BY_VOUCHER_MINOR = 100_000
_NOT_KEPT_PERCENT = 15
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class ChainStore:
    """A store of the demo chain."""

    store_id: str
    number: int
    content: StoreContent
    goods: Goods


@dataclass(frozen=True, slots=True)
class Chain:
    """What was made, for those who live the days."""

    stores: tuple[ChainStore, ...]
    members: tuple[NewMember, ...]
    staff: tuple[NewStaff, ...]
    coupons: tuple[tuple[str, CouponIssued], ...]
    campaigns: Mapping[str, Sequence[Mapping[str, object]]]


def make_chain(unit: Unit, content: DemoContent, *, options: SeedOptions, first_day: Day) -> Chain:
    """Write everything that is there before ``first_day`` begins."""
    feed.begin_epoch(unit)
    enrolment.put_tenant(unit, content.tenant_number, name=content.tenant_name)
    keys.make_keys(unit)
    stores = _stores(content, options)
    for store in stores:
        enrolment.put_store(unit, content.tenant_number, card=_card(store))
    _put_goods(unit, stores)
    campaigns = make_campaigns(
        content.campaigns,
        as_of=options.as_of,
        products={store.store_id: store.goods.products for store in stores},
    )
    for scope, items in campaigns.items():
        catalog.put_campaigns(unit, scope, campaigns=items)
    people = _staff(content, stores, chance=chance_of(options.seed, "staff"))
    for person in people:
        staff.enter(unit, person)
    joined = make_members(
        content.people,
        chance_of(options.seed, "members"),
        count=options.members,
        store_ids=[store.store_id for store in stores],
        moment_ms=unit.now_ms,
    )
    members.register(unit, joined)
    rules = {scope: [item.doc for item in items] for scope, items in campaigns.items()}
    issued = _fill_wallets(
        unit, stores, joined=joined, rules=rules, chance=chance_of(options.seed, "wallets")
    )
    fill_purses(unit, joined, chance=chance_of(options.seed, "purses"))
    for store in stores:
        _open_stock(unit, store, chance=chance_of(options.seed, "stock", store.store_id), first_day=first_day)
        _open_shared(unit, store, stores=stores, seed=options.seed, first_day=first_day)
    return Chain(stores, tuple(joined), tuple(people), tuple(issued), rules)


def _stores(content: DemoContent, options: SeedOptions) -> tuple[ChainStore, ...]:
    indexer = NameIndexer()
    known = len(content.stores)
    bases = [content.stores[index % known] for index in range(options.stores)]
    capacities = [capacity(base) for base in bases]
    counts = [options.products * size // sum(capacities) for size in capacities]
    counts[-1] += options.products - sum(counts)
    return tuple(
        ChainStore(
            store_id=(store_id := f"S{index + 1:02d}"),
            number=int(base.card["number"]) + index - index % known,
            content=base,
            goods=make_goods(base, store_id=store_id, index=index, count=count, indexer=indexer),
        )
        for index, (base, count) in enumerate(zip(bases, counts, strict=True))
    )


def _put_goods(unit: Unit, stores: Sequence[ChainStore]) -> None:
    """Write what each store sells alone, then what all sell: a store's own goods come first in its lists."""
    for store in stores:
        catalog.put_categories(unit, store.store_id, docs=store.goods.split_categories()[0])
        catalog.put_products(unit, store.store_id, docs=store.goods.split_products()[0])
    for store in stores:
        catalog.put_categories(unit, EVERYWHERE, docs=store.goods.split_categories()[1])
        catalog.put_products(unit, EVERYWHERE, docs=store.goods.split_products()[1])


def _card(store: ChainStore) -> StoreCard:
    card = store.content.card
    return StoreCard(
        store_id=store.store_id,
        store_number=store.number,
        name=names_of(card["names"]).zh_hans,
        address=card["address"],
        legal_id=card["legal_id"],
        time_zone=ZONE_NAME,
        currency=CURRENCY,
        day_cutoff_minutes=DAY_CUTOFF_MINUTES,
        languages=("zh-Hans", "zh-Hant", "en"),
        receipt_language="zh-Hans",
        receipt_base_url=card["receipt_base_url"],
        cash_step_minor=card["cash_step_minor"],
        prices_include_tax=True,
        region=card["region"],
        latitude_e6=card["latitude_e6"],
        longitude_e6=card["longitude_e6"],
        cash_rounding=card.get("cash_rounding", "half_up"),
        tenders=_tenders(card),
        return_policy=card.get("return_policy", "claw_back"),
        tiers=(TierStep(tier="silver", spend_minor=100_000), TierStep(tier="gold", spend_minor=500_000)),
        points=POINTS_RATE,
        stored_value=STORED_VALUE,
        markdowns=(MarkdownStep(days=1, percent_bp=5_000), MarkdownStep(days=3, percent_bp=1_000)),
    )


def _tenders(card: Mapping[str, Any]) -> tuple[TenderOffer, ...]:
    """Return what the store takes: everything, each with its own rule for vouchers."""
    return (
        TenderOffer(kind="cash", over="change"),
        TenderOffer(kind="external", over="none"),
        TenderOffer(kind="card", over="none"),
        TenderOffer(kind="voucher", over=card["vouchers"], most_minor=_MOST_BY_VOUCHER_MINOR),
    )


def _staff(content: DemoContent, stores: Sequence[ChainStore], *, chance: Chance) -> list[NewStaff]:
    people = []
    for store in stores:
        for person in content.staff:
            if person["store_id"] != store.content.store_id:
                continue
            people.append(
                NewStaff(
                    staff_id=person["staff_id"].replace(person["store_id"], store.store_id),
                    scope=store.store_id,
                    name=person["name"],
                    role=person["role"],
                    pin=person["pin"],
                    badge=make_badge(bytes.fromhex(hex_of(chance, 12))),
                )
            )
    return people


def _fill_wallets(
    unit: Unit,
    stores: Sequence[ChainStore],
    *,
    joined: Sequence[NewMember],
    rules: Mapping[str, Sequence[Mapping[str, Any]]],
    chance: Chance,
) -> list[tuple[str, CouponIssued]]:
    """Give coupons of their home store to half of the members, and three to the first one."""
    homes = {store.store_id: store for store in stores}
    general = [rule for rule in rules.get("*", ()) if rule["id"] == _GENERAL]
    tenant = keys.tenant_number(unit)
    found = []
    for place, member in enumerate(joined):
        own = [*rules.get(member.home_store or "", ()), *general]
        offered = [str(rule["id"]) for rule in own if str(rule["kind"]).startswith("coupon_")]
        if not offered:
            continue
        count = min(3, len(offered)) if place == 0 else chance.choice((0, 0, 1, 2))
        chosen = offered[:count] if place == 0 else chance.sample(offered, min(count, len(offered)))
        for campaign_id in chosen:
            serial = hex_of(chance, 16)
            grant = Grant(
                request_id=f"demo:{serial}",
                campaign_id=campaign_id,
                member_id=member.member_id,
                store_id=member.home_store,
                coupon_id=serial,
                short_code=make_short(bytes.fromhex(hex_of(chance, 14))),
                starts_ms=unit.now_ms - 75 * _DAY_MS,
                days=_COUPON_DAYS,
            )
            number = homes[member.home_store or ""].number
            issued = coupons.issue(unit, grant, tenant=tenant, store_number=number)
            found.append((member.member_id, issued))
    return found


def _open_stock(unit: Unit, store: ChainStore, *, chance: Chance, first_day: Day) -> None:
    """Receive the opening stock, as a delivery on the evening before the first day."""
    units = {
        product.product_id: _opening_units(chance, number)
        for number, product in enumerate(store.goods.products)
        if not product.deposit
    }
    _receive(unit, store, units=units, ref="OPENING", first_day=first_day)


def _open_shared(
    unit: Unit, store: ChainStore, *, stores: Sequence[ChainStore], seed: str, first_day: Day
) -> None:
    """Receive a little of what other stores share; a few goods that sell less are not kept here at all."""
    chance = chance_of(seed, "shared stock", store.store_id)
    units = {
        product.product_id: chance.randint(2, 24)
        for other in stores
        if other.store_id != store.store_id
        for product in other.goods.split_products()[1]
        if product.favourite or chance.randrange(_WHOLE) >= _NOT_KEPT_PERCENT
    }
    _receive(unit, store, units=units, ref="SHARED", first_day=first_day)


def _receive(unit: Unit, store: ChainStore, *, units: Mapping[str, int], ref: str, first_day: Day) -> None:
    moved_ms = first_day.at_ms(0) - 3 * 3600 * 1000
    stock.move(
        unit,
        [
            Movement(
                store_id=store.store_id,
                product_id=product_id,
                on_hand_milli=1000 * count,
                committed_milli=0,
                cause=stock.RECEIPT,
                ref=f"{store.store_id}-{ref}",
                line=product_id,
                moved_ms=moved_ms,
            )
            for product_id, count in units.items()
        ],
    )
    stock.settle(unit)


def _opening_units(chance: Chance, number: int) -> int:
    """Return how much of a product the store keeps: much of what sells, little of the long tail."""
    return chance.randint(60, 140) if number < 60 else chance.randint(8, 48)


def compiled_rules(chain: Chain, store_id: str) -> CompiledRules:
    """Return the rules of a store's past; a rule that pricing refuses is a fault of the content.

    Campaigns with limits only begin now: nobody has used them yet.
    """
    documents = [*chain.campaigns.get("*", ()), *chain.campaigns.get(store_id, ())]
    rules, refused = compile_rules([document for document in documents if not document["limits"]])
    assert not refused, f"campaigns of the demo are sound: {refused}"
    return rules
