"""What members of the demo chain have to spend, and the stores' terms for it."""

from collections.abc import Sequence
from typing import Final

from central_api.balances import service as balances
from central_api.balances.schemas import Entry
from central_api.demo.chance import Chance
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember, Points
from retail_core.wire.base import Names
from retail_core.wire.enrolment import PointsRate, RewardDoc, StoredValue, ValueOffer

POINTS_RATE: Final = PointsRate(
    points=100,
    minor=100,
    offline_points=2_000,
    rewards=(
        RewardDoc(
            reward_id="gift-wrap",
            names=Names(zh_hans="礼品包装", zh_hant="禮品包裝", en="Gift wrapping"),
            points=300,
        ),
        RewardDoc(
            reward_id="alteration",
            names=Names(zh_hans="改裤脚", zh_hant="修改褲長", en="Hemming"),
            points=800,
            days=60,
        ),
        RewardDoc(
            reward_id="tasting",
            names=Names(zh_hans="咖啡品鉴课", zh_hant="咖啡品鑑課", en="Coffee tasting class"),
            points=1_500,
            days=90,
        ),
    ),
)
"""A point is a fen."""

STORED_VALUE: Final = StoredValue(
    spend="principal_first",
    offers=(
        ValueOffer(pay_minor=10_000),
        ValueOffer(pay_minor=30_000, bonus_minor=3_000),
        ValueOffer(pay_minor=50_000, bonus_minor=8_000),
        ValueOffer(pay_minor=100_000, bonus_minor=20_000),
    ),
    offline_minor=20_000,
)

_BROUGHT = "brought_along"
_TOPPED_UP = "topped_up"
_MOST_POINTS = 6_000
_FIRST_POINTS = 12_600
_DAY_MS = 24 * 3600 * 1000


def fill_purses(unit: Unit, joined: Sequence[NewMember], *, chance: Chance) -> None:
    """Give every member points of earlier times, and a third of them a balance; the first one has both."""
    earned_ms = unit.now_ms - 60 * _DAY_MS
    points, paid_in = [], []
    for place, person in enumerate(joined):
        had = _FIRST_POINTS if place == 0 else chance.randrange(0, _MOST_POINTS)
        points.append(
            Points(person.member_id, person.member_id, _BROUGHT, had, person.home_store, earned_ms, None)
        )
        offer = STORED_VALUE.offers[1 if place == 0 else chance.randrange(len(STORED_VALUE.offers))]
        if place == 0 or chance.randrange(3) == 0:
            paid_in.append(
                Entry(
                    member_id=person.member_id,
                    ref=f"demo:{person.member_id}",
                    rule=_TOPPED_UP,
                    kind="top_up",
                    store_id=person.home_store,
                    made_ms=earned_ms,
                    entry_id=None,
                    principal_minor=offer.pay_minor,
                    bonus_minor=offer.bonus_minor,
                )
            )
    members.give(unit, points)
    balances.enter(unit, paid_in)
    settled = balances.settle(unit)
    members.settle(unit, changed=settled.member_ids)
