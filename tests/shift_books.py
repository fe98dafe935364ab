"""What the shifts of a till came to, from the raw lines of its exported journal: plain loops over JSON.

Nothing of the product is used here, so that what it says can be compared with what the till shows.
Source: docs/rules/shifts.md, "Expected cash" and "Shifts of a till".
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Body = dict[str, Any]

_INTO = {"paid_in": 1, "float_added": 1, "paid_out": -1, "safe_drop": -1}


@dataclass
class Books:
    """One shift, added up entry by entry; amounts are minor units."""

    shift_id: str
    business_day: str
    float_minor: int
    sales: int = 0
    returns: int = 0
    sold_minor: int = 0
    returned_minor: int = 0
    rounding_minor: int = 0
    top_ups: int = 0
    expected: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    moved: dict[str, list[int]] = field(default_factory=lambda: {kind: [] for kind in _INTO})
    no_sales: int = 0
    x_reads: int = 0
    suspensions: int = 0
    counts: list[Body] = field(default_factory=list)
    fitted: list[bool] = field(default_factory=list)
    """For each count, whether cash was moved by hand or given back between it and the one before."""
    hands: bool = False
    z: Body = field(default_factory=dict)
    """The body of its Z; empty while it is open."""

    def sell(self, sale: Body) -> None:
        """Add a document: what was sold, what came back, and its tenders."""
        self.sales += bool(sale["lines"])
        self.returns += bool(sale["returned"])
        self.sold_minor += sum(line["total_minor"] for line in sale["lines"])
        self.returned_minor += sum(back["refund_minor"] for back in sale["returned"])
        self.rounding_minor += sale["rounding_minor"]
        self.take(sale["tenders"])
        self.hands |= any(part["kind"] == "cash" and part["amount_minor"] < 0 for part in sale["tenders"])

    def take(self, tenders: Iterable[Body]) -> None:
        """Add tenders: change of a voucher leaves the drawer, and a voucher lies there with all its worth."""
        for tender in tenders:
            if tender["kind"] == "voucher":
                self.expected["voucher"] += max(0, tender["tendered_minor"])
                self.expected["cash"] -= tender["change_minor"]
            else:
                self.expected[tender["kind"]] += tender["amount_minor"]

    def move(self, moved: Body) -> None:
        """Add cash that went into the drawer or out of it."""
        self.moved[moved["kind"]].append(moved["amount_minor"])
        self.expected["cash"] += _INTO[moved["kind"]] * moved["amount_minor"]
        self.hands = True

    def count(self, counted: Body) -> None:
        """Add a count that was submitted."""
        self.counts.append(counted)
        self.fitted.append(self.hands)
        self.hands = False

    def in_question(self, limit_minor: int, attempts: int) -> bool:
        """Return whether a difference that was seen has not been counted away again, in an honest attempt."""
        largest = [max(abs(each["difference_minor"]) for each in count["tenders"]) for count in self.counts]

        def is_settled(seen: int) -> bool:
            return any(
                largest[at] <= limit_minor and not any(self.fitted[seen + 1 : at + 1])
                for at in range(seen + 1, min(attempts, len(largest)))
            )

        return any(minor > limit_minor and not is_settled(seen) for seen, minor in enumerate(largest))

    @property
    def cash_minor(self) -> int:
        """What must lie in the drawer, with the float."""
        return self.float_minor + self.expected["cash"]


def books_of(lines: Iterable[str]) -> list[Books]:
    """Return the shifts of an exported journal in the order in which they were opened."""
    shifts: dict[str, Books] = {}
    active: Books | None = None
    for line in lines:
        entry = json.loads(line)
        if "type" not in entry:
            continue  # The head or the foot of the file.
        kind, body = entry["type"], entry["body"]
        if kind == "shift.opened":
            assert active is None, "a shift was opened beside the active one"
            active = Books(body["shift_id"], body["business_day"], body["float_minor"])
            shifts[active.shift_id] = active
        elif kind == "shift.suspended":
            assert active is not None
            assert active.shift_id == body["shift_id"]
            active.suspensions += 1
            active = None
        elif kind == "shift.resumed":
            assert active is None, "a shift was resumed beside the active one"
            active = shifts[body["shift_id"]]
        elif kind == "shift.closed":
            assert active is not None
            assert active.shift_id == body["shift_id"]
            active.z = body
            active = None
        elif active is not None:
            _add(active, kind, body=body)
    return list(shifts.values())


def _add(books: Books, kind: str, *, body: Body) -> None:
    if "shift_id" in body:
        assert body["shift_id"] == books.shift_id, f"{kind} names another shift"
    if kind == "sale.completed":
        books.sell(body)
    elif kind == "balance.topped_up":
        books.top_ups += 1
        books.take(body["tenders"])
    elif kind == "cash.moved":
        books.move(body)
    elif kind == "drawer.opened":
        books.no_sales += 1
    elif kind == "shift.read":
        books.x_reads += 1
    elif kind == "shift.counted":
        books.count(body)


def contradictions(shifts: Sequence[Books]) -> list[str]:
    """Return what a Z says and its entries do not, and what is not gapless among the Zs."""
    found: list[str] = []
    numbers: list[int] = []
    sold = returned = 0
    for books in shifts:
        if books.z:
            found += [f"{books.shift_id}: {each}" for each in _against_z(books, books.z)]
    for books in sorted((each for each in shifts if each.z), key=lambda each: int(each.z["z_number"])):
        numbers.append(books.z["z_number"])
        sold += books.sold_minor
        returned += books.returned_minor
        for name, value in (("sales", sold), ("returns", returned)):
            if books.z[f"grand_total_{name}_minor"] != value:
                found.append(f"Z {numbers[-1]}: grand total of {name} is not {value}")
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(f"the Zs are numbered {numbers}")
    return found


def _against_z(books: Books, z: Body) -> Iterable[str]:
    said: dict[str, int | str] = {
        "business_day": books.business_day,
        "float_minor": books.float_minor,
        "sales_count": books.sales,
        "total_minor": books.sold_minor,
        "returns_count": books.returns,
        "returns_minor": books.returned_minor,
        "rounding_minor": books.rounding_minor,
        "top_ups": books.top_ups,
        "no_sales": books.no_sales,
        "x_reads": books.x_reads,
        "suspensions": books.suspensions,
        "attempts": len(books.counts),
    }
    for kind, name in (
        ("paid_in", "paid_in"),
        ("paid_out", "paid_out"),
        ("safe_drop", "safe_drops"),
        ("float_added", "floats_added"),
    ):
        said[name] = len(books.moved[kind])
        said[f"{name}_minor"] = sum(books.moved[kind])
    yield from (f"{name} is {z[name]}, not {value}" for name, value in said.items() if z[name] != value)
    expected = {**books.expected, "cash": books.cash_minor}
    for count in z["tenders"]:
        if count["expected_minor"] != expected.pop(count["kind"], 0):
            yield f"expected {count['kind']} is {count['expected_minor']}"
        if count["difference_minor"] != count["counted_minor"] - count["expected_minor"]:
            yield f"difference of {count['kind']}"
    yield from (f"{kind} is missing" for kind, minor in expected.items() if minor)
    last = books.counts[-1]["tenders"] if books.counts else []
    counted = {each["kind"]: each["counted_minor"] for each in z["tenders"]}
    yield from (
        f"counted {each['kind']} is not that of the last count"
        for each in last
        if counted.get(each["kind"]) != each["counted_minor"]
    )
    if z["left_minor"] is not None and z["left_minor"] + z["taken_minor"] != counted["cash"]:
        yield "what stays and what is taken is not what was counted"
