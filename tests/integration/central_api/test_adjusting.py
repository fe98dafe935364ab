"""A person corrects points or a balance: by a right with its limit, once, never below zero, noted."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from central_api.adjusting import service as adjusting
from central_api.balances import service as balances
from central_api.balances.schemas import Entry
from central_api.kit.clock import FixedClock
from central_api.kit.database import Database
from central_api.kit.errors import ApiError
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.members.schemas import NewMember, Points
from central_api.staff import service as staff
from central_api.staff.schemas import NewStaff
from retail_core.wire.counter import MemberAdjust
from retail_core.wire.feed import MemberDoc
from tests.integration.central_api.conftest import cashier
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor, store_docs

DAY_MS = 86_400_000


@pytest.fixture(autouse=True)
def floor(database: Database) -> None:
    def set_up(unit: Unit) -> None:
        set_up_floor(unit)
        other = NewMember("M2", "2" * 16, "王芳", "13900000000", "basic", "S01", unit.now_ms)
        members.register(unit, [other])
        members.give(unit, [Points(MEMBER, MEMBER, "brought_along", 1_000, "S01", unit.now_ms, None)])
        paid_in = Entry(
            member_id=MEMBER,
            ref="t1",
            rule="topped_up",
            kind="top_up",
            store_id="S01",
            made_ms=unit.now_ms,
            entry_id=None,
            principal_minor=10_000,
            bonus_minor=1_000,
        )
        balances.enter(unit, [paid_in])
        members.settle(unit, changed=balances.settle(unit).member_ids)
        staff.enter(unit, NewStaff("st-boss", "S01", "张敏", "manager", "9182"))

    database.run(set_up)


def order(bucket: str = "points", amount: int = 200, **others: str) -> MemberAdjust:
    values = {"request_id": "r1", "alias": ALIAS, "staff_id": "st-boss", "reason": "mistake", **others}
    return MemberAdjust.model_validate({"bucket": bucket, "amount": amount, **values})


def adjust(database: Database, asked: MemberAdjust) -> MemberDoc:
    return database.run(
        lambda unit: adjusting.adjust_at_till(unit, asked, store_id="S01", terminal_id="S01-T01")
    )


def told(database: Database) -> tuple[int, int, int]:
    doc = MemberDoc.model_validate_json(store_docs(database, "member")[MEMBER])
    return doc.points, doc.principal_minor, doc.bonus_minor


@pytest.mark.parametrize(
    ("bucket", "amount", "after"),
    [
        ("points", 200, (1_200, 10_000, 1_000)),
        ("points", -300, (700, 10_000, 1_000)),
        ("bonus", -1_000, (1_000, 10_000, 0)),
        ("principal", 2_000, (1_000, 12_000, 1_000)),
    ],
)
def test_a_correction_counts_once_and_is_told_to_the_tills(
    database: Database, bucket: str, amount: int, after: tuple[int, int, int]
) -> None:
    first = adjust(database, order(bucket, amount))
    assert adjust(database, order(bucket, amount)) == first
    assert (first.points, first.principal_minor, first.bonus_minor) == after
    assert told(database) == after


def test_what_may_not_be_corrected_changes_nothing(database: Database) -> None:
    refusals = [
        (order(amount=-1_001), "adjust.below_zero"),
        (order("bonus", -1_001), "adjust.below_zero"),
        (order(amount=0), "adjust.nothing"),
        (order(amount=60_000), "member.over_limit"),
        (order(amount=-60_000), "member.over_limit"),
        (order(staff_id="st-lin"), "member.no_right"),
        (order(staff_id="st-nobody"), "member.no_right"),
    ]
    for asked, code in refusals:
        with pytest.raises(ApiError) as refused:
            adjust(database, asked)
        assert refused.value.code == code
    assert told(database) == (1_000, 10_000, 1_000)


def test_what_the_right_does_not_reach_needs_another_person_who_may_and_both_are_noted(
    database: Database,
) -> None:
    def people(unit: Unit) -> None:
        staff.enter(unit, NewStaff("st-other", "S01", "李静", "manager", "9183"))
        owner = cashier("st-owner", member_adjust=None)
        staff.restore(unit, "S01", doc=owner)

    database.run(people)
    refused = [
        (order(amount=60_000, approved_by="st-boss"), "member.over_limit"),
        (order(amount=60_000, approved_by="st-other"), "member.over_limit"),
        (order(amount=60_000, approved_by="st-lin"), "member.no_right"),
        (order(amount=60_000, approved_by="st-nobody"), "member.no_right"),
        (order(amount=60_000, staff_id="st-nobody", approved_by="st-owner"), "member.no_right"),
        (order(amount=5, staff_id="st-lin"), "member.no_right"),
    ]
    for asked, code in refused:
        with pytest.raises(ApiError) as error:
            adjust(database, asked)
        assert error.value.code == code
    assert told(database)[0] == 1_000
    adjust(database, order(amount=60_000, approved_by="st-owner"))
    # Who has no such right asks for each correction, and the other one's limit holds.
    adjust(database, order(amount=7, request_id="r3", staff_id="st-lin", approved_by="st-boss"))
    # Within the own limit nobody else is noted, whatever a till says.
    adjust(database, order(amount=5, request_id="r2", approved_by="st-owner"))
    assert told(database)[0] == 61_012
    with database.read() as unit:
        rows = unit.conn.execute(
            text("SELECT staff_id, approved_by, amount FROM member_adjustment ORDER BY request_id")
        )
        assert [tuple(row) for row in rows] == [
            ("st-boss", "st-owner", 60_000),
            ("st-boss", None, 5),
            ("st-lin", "st-boss", 7),
        ]


def test_one_request_is_one_correction_and_is_noted(database: Database) -> None:
    adjust(database, order(amount=-50))
    with pytest.raises(ApiError, match=r"adjust\.other_request"):
        adjust(database, order(amount=-51))
    assert told(database)[0] == 950
    with database.read() as unit:
        [row] = unit.conn.execute(text("SELECT * FROM member_adjustment")).all()
        kinds = unit.conn.execute(text("SELECT kind, points FROM points_entry WHERE ref = 'r1'")).all()
    assert (row.staff_id, row.terminal_id, row.reason, row.amount) == ("st-boss", "S01-T01", "mistake", -50)
    assert [tuple(each) for each in kinds] == [("adjust", -50)]


def test_corrections_at_once_never_leave_less_than_nothing(database: Database) -> None:
    def take(number: int) -> str:
        try:
            adjust(database, order(amount=-400, request_id=f"r{number}"))
        except ApiError as error:
            return error.code
        return "done"

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(take, range(5)))
    assert outcomes == ["adjust.below_zero"] * 3 + ["done"] * 2
    assert told(database)[0] == 200


def move(points: int, request: str = "m1", to_id: str = "M2") -> Callable[[Unit], int]:
    return lambda unit: adjusting.transfer_points(unit, request, from_id=MEMBER, to_id=to_id, points=points)


def test_points_move_once_and_at_most_what_there_is(database: Database, clock: FixedClock) -> None:
    assert database.run(move(300)) == 700
    assert database.run(move(300)) == 700
    with pytest.raises(ApiError, match=r"adjust\.below_zero"):
        database.run(move(701, "m2"))
    with pytest.raises(ApiError, match=r"adjust\.nothing"):
        database.run(move(1, "m3", to_id=MEMBER))
    other = MemberDoc.model_validate_json(store_docs(database, "member")["M2"])
    assert (told(database)[0], other.points) == (700, 300)
    # What was moved away does not go a second time when points are too old.
    clock.set(clock.now_ms() + 10 * DAY_MS)
    assert database.run(lambda unit: members.expire_points(unit, before_ms=unit.now_ms - DAY_MS)) == 1_000
    assert told(database)[0] == 0
