"""The watch list: who does something more often than others do. It accuses nobody, it says where to look.

Source: docs/rules/figures.md, "Watch list".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from retail_core.money import round_ratio
from retail_core.reporting.cells import Cell, keys_of
from retail_core.reporting.report import Drill

LEAST_CASES: Final = 5
"""Fewer are chance."""
LEAST_BASE: Final = 50
"""Receipts from which on a person's rate says something."""
LEAST_OTHERS: Final = 3
"""From so many others on the normal is the one in the middle; fewer are taken together."""
TIMES: Final = 2
"""So many times as often as is normal."""

_MILLI = 1000
_THREE_SQUARED = 9
_WHOLE_BP = 10_000

Subject = Literal["cashier", "member"]


@dataclass(frozen=True, slots=True)
class Signal:
    """Something to watch: how often a measure happens, by how many of another."""

    signal_id: str
    measure: str
    base: str


SIGNALS: Final = (
    Signal("refund_rate", "return_receipts", "receipts"),
    Signal("voids_after_total", "voids_after_total", "receipts"),
    Signal("voids", "abandoned", "receipts"),
    Signal("removed_lines", "removed_lines", "receipts"),
    Signal("no_sales", "no_sales", "receipts"),
    Signal("overrides", "overrides", "receipts"),
    Signal("hand_discounts", "hand_discounts", "receipts"),
    Signal("copies", "copies", "receipts"),
    Signal("coupons_cashier", "coupons_used", "receipts"),
)
"""What is watched of each cashier."""

COUPONS_MEMBER: Final = "coupons_member"
"""How many coupons a member used, against the other members who used any."""


@dataclass(frozen=True, slots=True)
class Case:
    """How often something happened with somebody, in how many occasions."""

    key: str
    count: int
    base: int


@dataclass(frozen=True, slots=True)
class WatchRow:
    """Somebody with whom something happens much more often than with others.

    ``expected_milli`` is how often it would have happened at the normal rate, in thousandths; the rates are
    hundredths of a percent of the base. ``drill`` is the evidence.
    """

    signal_id: str
    subject: Subject
    key: str
    count: int
    base: int
    expected_milli: int
    rate_bp: int
    normal_bp: int
    drill: Drill
    name: str = ""

    @property
    def times_milli(self) -> int:
        """How many times as often as expected, in thousandths; where nothing was expected, against one."""
        return round_ratio(self.count * _MILLI * _MILLI, max(self.expected_milli, _MILLI))


def watch_cashiers(cells: Mapping[Cell, int]) -> tuple[WatchRow, ...]:
    """Return the cashiers to look at, the most unusual first."""
    rows = []
    for signal in SIGNALS:
        counts = keys_of(cells, signal.measure, dimension="cashier")
        bases = keys_of(cells, signal.base, dimension="cashier")
        cases = [Case(key, counts.get(key, 0), base) for key, base in bases.items()]
        for case, expected, normal_bp in unusual(cases, least_base=LEAST_BASE):
            rows.append(
                WatchRow(
                    signal.signal_id,
                    "cashier",
                    case.key,
                    case.count,
                    case.base,
                    expected,
                    _rate_bp(case),
                    normal_bp,
                    Drill(signal.measure, "cashier", case.key),
                )
            )
    return _sorted(rows)


def watch_members(coupons: Mapping[str, int]) -> tuple[WatchRow, ...]:
    """Return the members to look at by how many coupons each of them used, the most unusual first."""
    cases = [Case(key, count, 1) for key, count in coupons.items()]
    return _sorted(
        [
            WatchRow(
                COUPONS_MEMBER,
                "member",
                case.key,
                case.count,
                1,
                expected,
                _rate_bp(case),
                normal_bp,
                Drill("coupons_used", "member", case.key),
            )
            for case, expected, normal_bp in unusual(cases, least_base=1)
        ]
    )


def unusual(cases: Sequence[Case], *, least_base: int) -> list[tuple[Case, int, int]]:
    """Return the unusual cases, each with what was expected (thousandths) and the normal rate.

    The normal is that of the **others**: who stands out does not move it. It is the rate in the middle of
    them, so that a second one who stands out does not move it much either.
    """
    enough = [case for case in cases if case.base >= least_base]
    found = []
    for case in enough:
        others = [other for other in enough if other is not case]
        if case.count < LEAST_CASES or not others:
            continue
        normal = _normal(others)
        expected = round_ratio(normal.count * case.base * _MILLI, normal.base)
        if _stands_out(case.count, expected):
            found.append((case, expected, _rate_bp(normal)))
    return found


def _normal(others: Sequence[Case]) -> Case:
    """Return the case in the middle by its rate; of two in the middle the higher one. Few: all together."""
    if len(others) < LEAST_OTHERS:
        return Case("", sum(each.count for each in others), sum(each.base for each in others))
    ordered = sorted(others, key=lambda each: (round_ratio(each.count * _WHOLE_BP, each.base), each.key))
    return ordered[len(ordered) // 2]


def _stands_out(count: int, expected_milli: int) -> bool:
    """Return whether it is twice as often as expected, and more than three deviations above it."""
    above = count * _MILLI - expected_milli
    if count * _MILLI < TIMES * expected_milli:
        return False
    return above * above >= _THREE_SQUARED * _MILLI * max(expected_milli, _MILLI)


def _rate_bp(case: Case) -> int:
    return round_ratio(case.count * _WHOLE_BP, case.base)


def _sorted(rows: Sequence[WatchRow]) -> tuple[WatchRow, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.times_milli, row.signal_id, row.key)))
