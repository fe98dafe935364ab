"""Promised times: the tables of the rule page, and what holds of every store."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail_core.promises import OpenHours, SlotTerms, busy_minutes, hours_of, is_late, offered_slots

_MINUTE_MS = 60_000
_VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "promises.json").read_text(encoding="utf-8"))
_ZONE = ZoneInfo(_VECTORS["zone"])
_HOURS = tuple(OpenHours(tuple(days), begins, ends) for days, begins, ends in _VECTORS["terms"]["hours"])
_TERMS = SlotTerms(_HOURS, slot_minutes=15, prepare_minutes=30, days=2)


def _ms(text: str, zone: ZoneInfo = _ZONE) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp()) * 1_000


def _clock(at_ms: int, zone: ZoneInfo = _ZONE) -> str:
    return datetime.fromtimestamp(at_ms / 1_000, zone).strftime("%Y-%m-%dT%H:%M")


@pytest.mark.parametrize("vector", _VECTORS["first"], ids=lambda vector: str(vector["name"]))
def test_the_first_time_with_a_place(vector: dict[str, Any]) -> None:
    slots = offered_slots(
        _TERMS, now_ms=_ms(vector["now"]), time_zone=_VECTORS["zone"], busy_minutes=vector.get("busy", 0)
    )
    full = {at for at, number in vector.get("taken", {}).items() if number >= _VECTORS["terms"]["per_slot"]}
    free = [_clock(slot.starts_ms) for slot in slots if _clock(slot.starts_ms) not in full]
    assert (free[0] if free else None) == vector["expect"]


@pytest.mark.parametrize("vector", _VECTORS["late"], ids=lambda vector: str(vector["name"]))
def test_what_is_late(vector: dict[str, Any]) -> None:
    late = is_late(_ms(vector["promised"]), _ms(vector["ready"]), limit_minutes=vector["limit"])
    assert late is vector["expect"]


def test_busy_ends_by_itself() -> None:
    assert [busy_minutes(20, until_ms=1_000, now_ms=now) for now in (999, 1_000)] == [20, 0]
    assert busy_minutes(500, until_ms=1_000, now_ms=0) == 240


def test_a_lunch_break_has_no_slots_and_each_opening_needs_its_time() -> None:
    hours = (OpenHours((5,), 480, 720), OpenHours((5,), 840, 960))
    terms = SlotTerms(hours, slot_minutes=60, prepare_minutes=30, days=1)
    slots = offered_slots(terms, now_ms=_ms("2026-11-27T05:00:00"), time_zone="Asia/Shanghai")
    assert [_clock(slot.starts_ms)[11:] for slot in slots] == ["09:00", "10:00", "11:00", "15:00"]
    assert hours_of(5, hours) == ((480, 720), (840, 960))
    assert hours_of(6, hours) == ()


def test_the_hour_that_a_clock_leaves_out_has_no_slots() -> None:
    zone = ZoneInfo("Europe/Berlin")
    terms = SlotTerms((OpenHours((7,), 60, 300),), slot_minutes=60, prepare_minutes=0, days=1)
    slots = offered_slots(terms, now_ms=_ms("2026-03-29T00:30:00", zone), time_zone="Europe/Berlin")
    assert [_clock(slot.starts_ms, zone)[11:] for slot in slots] == ["01:00", "03:00", "04:00"]
    # 03:00 is an hour after 01:00 that night.
    assert slots[1].starts_ms - slots[0].starts_ms == 60 * _MINUTE_MS


@given(
    st.integers(0, 7 * 24 * 60),
    st.integers(5, 240),
    st.integers(0, 600),
    st.integers(0, 240),
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York"]),
)
def test_slots_are_in_order_open_long_enough_ahead_and_busy_never_brings_one_nearer(
    minutes: int, slot_minutes: int, prepare: int, busy: int, zone_name: str
) -> None:
    zone = ZoneInfo(zone_name)
    now_ms = _ms("2026-10-23T00:00:00", zone) + minutes * _MINUTE_MS  # a change of clocks lies in it
    terms = SlotTerms((OpenHours((1, 2, 3, 4, 5, 6, 7), 480, 1_200),), slot_minutes, prepare, 3)
    slots = offered_slots(terms, now_ms=now_ms, time_zone=zone_name, busy_minutes=busy)
    starts = [slot.starts_ms for slot in slots]
    assert starts == sorted(set(starts))
    assert all(start >= now_ms + (prepare + busy) * _MINUTE_MS for start in starts)
    for slot in slots:
        begins, ends = (datetime.fromtimestamp(at / 1_000, zone) for at in (slot.starts_ms, slot.ends_ms))
        assert 8 <= begins.hour < 20
        assert (ends.hour, ends.minute) <= (20, 0)
    calm = {slot.starts_ms for slot in offered_slots(terms, now_ms=now_ms, time_zone=zone_name)}
    assert set(starts) <= calm
