"""A manager closes the store's day over its tills: one that was not heard of is named, and the day stated."""

import json

from pos_app.tour.stage import DELIVERY_S, Stage
from tests.journeys.books import ask_books
from tests.journeys.conftest import change_hands, close_shift

_DAYS = "SELECT body FROM journal_entry WHERE type = ? ORDER BY seq"


def test_a_manager_closes_the_day_after_the_last_shift(counter: Stage) -> None:
    window = counter.window
    change_hands(window, "S01-M1")
    window.look("sell.search")
    close_shift(window, "500")
    window.look("close_shift.day", enabled=True)
    window.keys("Alt+K")
    window.look("day_close.close", enabled=True)
    window.look("day_close.shifts", has="S01-T02")
    # The store's other till was not heard of for days: the manager is asked, and says it once more.
    window.look("day_close.missing", has="S01-T01")
    window.keys("Return")
    window.look("day_close.question")
    window.keys("Return")
    window.look("day_close.message", has="日结")

    def stated() -> list[dict[str, object]]:
        return [json.loads(body) for (body,) in ask_books(counter, _DAYS, "day.closed")]

    assert counter.wait(lambda: bool(stated()), timeout_s=DELIVERY_S)
    [day] = stated()
    assert (day["complete"], day["missing"]) == (
        False,
        [{"terminal_id": "S01-T01", "till": "S01-T01", "why": "silent"}],
    )
    z = [entry["body"] for entry in counter.till_books.entries() if entry["type"] == "shift.closed"][-1]
    shifts = day["shifts"]
    assert isinstance(shifts, list)
    assert [(each["till"], each["z_number"], each["taken_minor"]) for each in shifts] == [
        ("S01-T02", z["z_number"], z["taken_minor"])
    ]
