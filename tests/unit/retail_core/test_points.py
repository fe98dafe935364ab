"""The worked tables of docs/rules/points.md about spending."""

import json
from pathlib import Path
from typing import Any

import pytest

from retail_core.points import (
    PointsEntry,
    PointsTerms,
    earned_beside,
    expired,
    next_expiry,
    payable_minor,
    points_share,
)

DATA: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "points_spent.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", DATA["beside"])
def test_what_is_paid_with_points_earns_none(vector: dict[str, Any]) -> None:
    earns = earned_beside(vector["earned"], vector["payable"], by_points_minor=vector["by_points"])
    assert earns == vector["earns"]


@pytest.mark.parametrize("vector", DATA["worth"])
def test_the_fewest_points_that_give_the_amount_are_taken(vector: dict[str, Any]) -> None:
    terms = PointsTerms(vector["points"], vector["minor"])
    worth = terms.worth(vector["says"])
    assert (worth, terms.points_for(worth)) == (vector["worth"], vector["taken"])


@pytest.mark.parametrize("vector", DATA["most"])
def test_points_pay_no_regulated_goods_and_no_deposits(vector: dict[str, Any]) -> None:
    terms = PointsTerms(100, 100, most_percent=vector["percent"])
    payable = payable_minor((minor, allowed) for minor, allowed in vector["lines"])
    assert terms.most_minor(payable) == vector["most"]


@pytest.mark.parametrize("vector", DATA["back"])
def test_points_come_back_in_proportion_and_the_last_takes_the_rest(vector: dict[str, Any]) -> None:
    left, points, given = vector["paid"], vector["points"], []
    for minor, _ in vector["back"]:
        share = points_share(points, minor, left_minor=left)
        given.append([minor, share])
        left, points = left - minor, points - share
    assert given == vector["back"]
    assert (left, points) == (0, 0)


@pytest.mark.parametrize("vector", DATA["expired"], ids=lambda vector: vector["why"])
def test_old_points_go_the_oldest_spent_first(vector: dict[str, Any]) -> None:
    entries = [PointsEntry(kind, points, at, *more) for kind, points, at, *more in vector["entries"]]
    assert expired(entries, before_ms=5) == vector["gone"]


DAY_MS = 86_400_000


@pytest.mark.parametrize("vector", DATA["next_expiry"], ids=lambda vector: vector["why"])
def test_the_next_points_to_go_are_told_by_the_day(vector: dict[str, Any]) -> None:
    entries = [
        PointsEntry(kind, points, day * DAY_MS + number, *more)
        for number, (kind, points, day, *more) in enumerate(vector["entries"])
    ]
    found = next_expiry(entries, hold_days=vector["days"], day_of=lambda ms: f"{ms // DAY_MS:09d}")
    told = None if found is None else [found[0], found[1] // DAY_MS]
    assert told == vector["next"]


def test_a_point_that_is_worth_more_than_a_cent_never_pays_more_than_it_may() -> None:
    # One point is 0.10; of 19.95 half may be paid: 9.97, for which 100 points are taken.
    terms = PointsTerms(1, 10, most_percent=50)
    assert terms.payment(500, payable_minor=1_995, due_minor=1_995) == (100, 997)
    assert terms.payment(7, payable_minor=1_995, due_minor=1_995) == (7, 70)
    assert terms.payment(500, payable_minor=0, due_minor=1_995) == (0, 0)
