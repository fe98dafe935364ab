"""A member's account, with one thing going wrong at every step: each ledger is what the receipts come to.

A till and head office in one process; the numbered moments are every commit of either and every request. For
each of them the same day is lived once more, and something goes wrong just there.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.account_shop import MEMBER, SEED, AccountShop, SetUp, opened, set_up
from tests.faults.account_story import WORTH, Story
from tests.faults.moments import Moments
from tests.faults.protections import PROTECTIONS
from tests.faults.report import Finding
from tests.simulation.canary import Canary, place_of, planted
from tests.simulation.chain import OPENING_BONUS_MINOR, OPENING_POINTS, OPENING_PRINCIPAL_MINOR

SALES = ("buys", "spends", "takes a reward", "brings half back", "brings the rest back", "spends a balance")
BONUS_KEPT_MINOR = 1_105
PRINCIPAL_KEPT_MINOR = 10_865
"""118.00 and 12.00 with the top-up; of the 10.30 that stay spent 12.00 * 10.30 / 130.00 = 0.95 are bonus."""

CANARIES: Mapping[str, str] = {
    "fact_before_effects": "server dies before its commit",
    "duplicates_not_known": "the answer to POST /v1/journal is lost",
    "cursor_before_page": "collects: till dies before its commit",
}
"""What is taken out to see the check fail, and the moments at which that shows.

A till that counts a fact as sent without an answer, and a server that answers before its commit, are not
noticed here: the next page of the feed says how far head office is, and what is missing goes up again.
"""


@dataclass(frozen=True, slots=True)
class Lived:
    """A day: what went wrong in it, all moments that it had, and what is not as it has to be."""

    struck: str
    moments: tuple[str, ...]
    wrong: tuple[str, ...]


def live(made: SetUp, folder: Path, strike: int = 0) -> Lived:
    """Live the day with something going wrong at the moment ``strike``; with 0 nothing does."""
    moments = Moments(strike)
    with opened(made, folder / f"run-{strike}", moments) as shop:
        story = Story(shop, made)
        wrong: list[str] = []
        try:
            story.tell()
        except Exception as error:  # noqa: BLE001 - whatever the product raises is what was looked for
            wrong.append(repr(error))
        else:
            moments.act = "in step"
            wrong += _wrong(shop, story)
    struck = moments.seen[strike - 1] if 0 < strike <= len(moments.seen) else ""
    return Lived(struck, tuple(moments.seen), tuple(wrong))


def live_all(made: SetUp, folder: Path, *, each: int, first: int = 1) -> Iterator[Lived]:
    """Live the day once for every ``each``-th moment of a day in which nothing goes wrong."""
    for strike in range(first, len(live(made, folder).moments) + 1, each):
        yield live(made, folder, strike)


def notice(made: SetUp, folder: Path, canary: Canary, moments: str) -> Lived | None:
    """Live days without a protection, with each of some ``moments``, until one comes out wrong."""
    with planted(canary):
        undisturbed = live(made, folder)
        if undisturbed.wrong:
            return undisturbed
        for number, what in enumerate(undisturbed.moments, start=1):
            if moments in what:
                lived = live(made, folder, number)
                if lived.wrong:
                    return lived
    return None


def full() -> Iterator[Finding]:
    """Live the day with something going wrong at every moment, then without each protection."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = set_up(folder / "made")
        days = list(live_all(made, folder, each=1))
        wrong = [f"{day.struck}: {each}" for day in days for each in day.wrong]
        for canary_name, moments in CANARIES.items():
            canary = PROTECTIONS[canary_name]
            noticed = notice(made, folder, canary, moments)
            yield Finding(
                protection="Points and balance are what the receipts come to, whatever goes wrong at a step.",
                did=f"the day lived {len(days)} times, something going wrong at each of its moments",
                seed=SEED,
                wrong=wrong,
                canary=f"{canary_name}, {place_of(canary)}",
                canary_did=f"until {noticed.struck}" if noticed is not None else f"every {moments}",
                canary_wrong=() if noticed is None else noticed.wrong,
            )


def _wrong(shop: AccountShop, story: Story) -> Iterator[str]:
    """Yield what differs between the ledgers and what the receipts come to."""
    if not shop.is_in_step():
        yield "the till is not in step"
        return
    done = [WORTH[act] for act in story.done]
    # An order that was placed stands there with no points: they come when it is fetched.
    points = [("earn", OPENING_POINTS), ("earn", 0), *(entry for worth in done for entry in worth.points)]
    value = [
        ("top_up", OPENING_PRINCIPAL_MINOR + OPENING_BONUS_MINOR),
        *(entry for worth in done for entry in worth.value),
    ]
    points_sum = sum(amount for _, amount in points)
    value_sum = sum(amount for _, amount in value)
    member = MEMBER.member_id
    numbers = sorted(str(number) for (number,) in shop.rows("SELECT receipt_number FROM sale"))
    found: dict[str, tuple[object, object]] = {
        "steps": (tuple(story.done), tuple(WORTH)),
        "points entered": (
            sorted(shop.rows("SELECT kind, points FROM points_entry WHERE member_id = ?", member)),
            sorted(points),
        ),
        "value entered": (_value(shop, member), sorted(value)),
        "the account": (
            shop.rows("SELECT points, principal_minor, bonus_minor FROM member WHERE member_id = ?", member),
            [(points_sum, PRINCIPAL_KEPT_MINOR, BONUS_KEPT_MINOR)],
        ),
        "value kept": (value_sum, PRINCIPAL_KEPT_MINOR + BONUS_KEPT_MINOR),
        "receipts": (numbers, sorted(story.numbers.values())),
        "numbers without gaps": ([int(number[-6:]) for number in numbers], [*range(1, len(SALES) + 1)]),
        "parcels": (shop.rows("SELECT count(*) FROM hand_over WHERE accepted"), [(1,)]),
        "exceptions": (shop.rows("SELECT kind, args FROM entry_exception"), []),
        "put aside": (shop.rows("SELECT reason FROM journal_aside"), []),
        **_at_the_till(shop, points_sum, value_sum),
    }
    for what, (is_so, has_to_be) in found.items():
        if is_so != has_to_be:
            yield f"{what}: {is_so} and not {has_to_be}"


def _value(shop: AccountShop, member: str) -> list[tuple[object, int]]:
    rows = shop.rows(
        "SELECT kind, principal_minor, bonus_minor, amount_minor FROM value_entry WHERE member_id = ?", member
    )
    signs = {"top_up": 1, "reverse": 1, "spend": -1}
    return sorted(
        (kind, int(str(principal)) + int(str(bonus)) + signs[str(kind)] * int(str(amount)))
        for kind, principal, bonus, amount in rows
    )


def _at_the_till(shop: AccountShop, points: int, value_minor: int) -> dict[str, tuple[object, object]]:
    with shop.till().data.store.read() as work:
        known = work.balances.of(MEMBER.alias)
        zs = [json.loads(doc) for (doc,) in work.connection.exec_driver_sql("SELECT doc FROM z_report")]
    assert known is not None, "a member of the house is known"
    cash = sum(worth.cash_minor for worth in WORTH.values())
    return {
        "points at the till": ((known.points, known.points_pending, known.points_since), (points, 0, 0)),
        "balance at the till": (
            (known.value_minor, known.bonus_minor, known.value_since_minor),
            (value_minor, BONUS_KEPT_MINOR, 0),
        ),
        "the drawer": (
            [
                (count["expected_minor"], count["difference_minor"])
                for z in zs
                for count in z["tenders"]
                if count["kind"] == "cash"
            ],
            [(cash, 0)],
        ),
    }
