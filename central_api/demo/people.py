"""The demo chain's members."""

from collections.abc import Sequence

from central_api.demo.chance import Chance, hex_of
from central_api.demo.content import People
from central_api.members.schemas import NewMember

FIRST_PHONE = "13800008823"
"""The phone of member M00001, 李静, gold, at home in the first store."""

_DAY_MS = 24 * 3600 * 1000
_TIERS = ("basic", "basic", "basic", "basic", "basic", "basic", "silver", "silver", "silver", "gold")
_MOST_DAYS = 900


def make_members(
    people: People, chance: Chance, *, count: int, store_ids: Sequence[str], moment_ms: int
) -> list[NewMember]:
    """Return ``count`` members; phones are of the range 138 0000, which test data uses."""
    phones = chance.sample(range(10_000), min(count, 10_000)) if count <= 10_000 else []
    found = []
    for number in range(1, count + 1):
        first = number == 1
        # Each store has its own third; neighbours in the list live in different stores.
        home = store_ids[(number - 1) % len(store_ids)]
        tail = phones[number - 1] if phones else number
        phone = f"1380000{tail:04d}" if phones else f"139{number:08d}"
        found.append(
            NewMember(
                member_id=f"M{number:05d}",
                alias=hex_of(chance, 16),
                name="李静" if first else _name(people, chance),
                phone=FIRST_PHONE if first else phone if phone != FIRST_PHONE else f"1380001{tail:04d}",
                tier="gold" if first else chance.choice(_TIERS),
                home_store=home,
                registered_ms=moment_ms - chance.randrange(70, _MOST_DAYS) * _DAY_MS,
                # Two in three came within the last month, the first one of the list last week.
                visited_ms=moment_ms - (number * 7 % 45) * _DAY_MS,
            )
        )
    return found


def _name(people: People, chance: Chance) -> str:
    # The first surnames of the list are the frequent ones.
    place = min(chance.randrange(len(people.surnames)), chance.randrange(len(people.surnames)))
    return people.surnames[place] + chance.choice(people.given)
