"""Drawers: each shift from entries alone, by plain code, beside its Z, its till and head office's sums."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable

from central_api.summing import service as summing
from tests.shift_books import Books, books_of, contradictions
from tests.simulation.chain import COUNT_LIMIT_MINOR
from tests.simulation.invariants.evidence import Chain, Evidence, Fact, Row
from tests.simulation.trouble import expect
from tests.simulation.world import World

_OF_A_SHIFT = frozenset(
    {
        *("sale.completed", "order.handed_over", "balance.topped_up", "cash.moved", "drawer.opened"),
        *("shift.read", "shift.counted", "shift.suspended", "shift.closed"),
    }
)
"""Facts that name the active shift."""

Day = tuple[str, str]
"""Store and business day."""


def shifts_follow_from_entries(world: World, evidence: Evidence) -> None:
    """What each Z and each count said is what the entries of its shift come to."""
    zs = {
        row["shift_id"]: json.loads(row["doc"]) for row in evidence.rows("SELECT shift_id, doc FROM shift_z")
    }
    for chain, facts in evidence.chains().items():
        _name_the_active_shift(chain, facts)
        books = books_of(json.dumps({"type": fact.type, "body": fact.body}) for fact in facts)
        found = contradictions(books)
        expect(not found, "expected cash comes from entries alone", (chain, found[:3]))
        for shift in books:
            if shift.z:
                same = zs.pop(shift.shift_id, None) == shift.z
                expect(same, "the server has the Z as it was printed", (chain, shift.z["z_number"]))
                _is_unchanged(world, (*chain, shift.z["z_number"]), shift.z)
                _was_allowed(chain, shift.z)
        _slips_have_no_gaps(chain, facts)
        _have_ends(world, chain, books)
    expect(not zs, "there is no Z without its entry", list(zs))


def _name_the_active_shift(chain: Chain, facts: Iterable[Fact]) -> None:
    active = ""
    for fact in facts:
        if fact.type in {"shift.opened", "shift.resumed"}:
            expect(not active, "one shift is active", (chain, fact.seq))
            active = fact.body["shift_id"]
        if fact.type in _OF_A_SHIFT:
            expect(fact.body["shift_id"] == active, "each sale is in exactly one shift", (chain, fact.seq))
        if fact.type in {"shift.suspended", "shift.closed"}:
            active = ""


def _is_unchanged(world: World, place: tuple[str, int, int], z: Row) -> None:
    digest = hashlib.sha256(json.dumps(z, sort_keys=True).encode()).hexdigest()
    first = world.books.z_digests.setdefault(place, digest)
    expect(first == digest, "a Z never changes", place)


def _was_allowed(chain: Chain, z: Row) -> None:
    """A difference above the limit has its words, and a manager who let it pass and did not count it."""
    largest = max(z["allowed_minor"], *(abs(count["difference_minor"]) for count in z["tenders"]))
    if largest <= COUNT_LIMIT_MINOR:
        return
    by = z["approved_by"] or ""
    is_other = by.endswith("-wang") and by not in {z["closed_by"], z["counted_by"]}
    expect(is_other and z["explanation"], "somebody else let a difference pass", (chain, z["z_number"], by))


def _slips_have_no_gaps(chain: Chain, facts: Iterable[Fact]) -> None:
    numbers = [int(fact.body["number"].rpartition("-M")[2]) for fact in facts if fact.type == "cash.moved"]
    expect(numbers == list(range(1, len(numbers) + 1)), "slip numbers have no gaps", (chain, numbers))


def _have_ends(world: World, chain: Chain, books: Iterable[Books]) -> None:
    """A shift has its Z, or it is active or put aside at its till, or the disk with its till is dead."""
    if chain in world.books.gone:
        return
    machine = next(each for each in world.machines if (each.terminal_id, each.incarnation) == chain)
    assert machine.process is not None, "at a peace every till runs"
    with machine.process.data.store.read() as work:
        active = work.shifts.open()
        waiting = {shift.shift_id for shift in work.shifts.suspended()}
    shown = waiting | (set() if active is None else {active.shift_id})
    without = {shift.shift_id for shift in books if not shift.z}
    expect(shown == without, "a shift has one Z, or it goes on", (chain, shown, without))


def sums_are_those_of_the_facts(world: World, evidence: Evidence) -> None:
    """Head office's sums of each day are those of its facts; where every shift has a Z, those of the Zs."""
    summing.keep_up(world.server.database)
    waiting = evidence.rows("SELECT * FROM report_waiting")
    expect(not waiting, "every fact can be summed", waiting[:1])
    told = _told(evidence)
    rows = evidence.rows(
        "SELECT scope, period, measure, value FROM report_sum "
        "WHERE dimension = '' AND length(period) = 10 AND scope NOT LIKE '*%'"
    )
    summed = {(row["scope"], row["period"], row["measure"]): row["value"] for row in rows}
    for (store, day), values in told.items():
        for measure, value in values.items():
            found = summed.get((store, day, measure), 0)
            expect(
                found == value,
                "head office's sums are those of the facts",
                (store, day, measure, found, value),
            )


def _told(evidence: Evidence) -> dict[Day, dict[str, int]]:
    """Add up what facts and Zs say of each day of each store."""
    told: dict[Day, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    of_zs: dict[Day, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    unfinished: set[Day] = set()
    for chain, facts in evidence.chains().items():
        for shift in books_of(json.dumps({"type": fact.type, "body": fact.body}) for fact in facts):
            day = (evidence.stores[chain[0]], shift.business_day)
            values = told[day]
            values["sold"] += shift.sold_minor
            values["no_sales"] += shift.no_sales
            values["x_reads"] += shift.x_reads
            for kind, (number, value) in _MOVES.items():
                values[number] += len(shift.moved[kind])
                values[value] += sum(shift.moved[kind])
            if not shift.z:
                unfinished.add(day)
                continue
            values["shifts_closed"] += 1
            for count in shift.z["tenders"]:
                values["expected"] += count["expected_minor"]
                values["counted"] += count["counted_minor"]
                values["over"] += max(0, count["difference_minor"])
                values["short"] += max(0, -count["difference_minor"])
            sums = of_zs[day]
            sums["sold"] += shift.z["total_minor"]
            sums["no_sales"] += shift.z["no_sales"]
            for count_of, value_of in _MOVES.values():
                sums[count_of] += shift.z[count_of]
                sums[value_of] += shift.z[_OF_Z[value_of]]
    for day in of_zs.keys() - unfinished:
        for measure, stated in of_zs[day].items():
            expect(told[day][measure] == stated, "the Zs of a day are its sums", (day, measure, stated))
    return told


_MOVES = {
    "paid_in": ("paid_in", "paid_in_value"),
    "paid_out": ("paid_out", "paid_out_value"),
    "safe_drop": ("safe_drops", "safe_drop_value"),
    "float_added": ("floats_added", "float_added_value"),
}
_OF_Z = {
    "paid_in_value": "paid_in_minor",
    "paid_out_value": "paid_out_minor",
    "safe_drop_value": "safe_drops_minor",
    "float_added_value": "floats_added_minor",
}
