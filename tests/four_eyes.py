"""A shift that closes with a difference: counted by one person, allowed by another."""

from collections.abc import Mapping
from dataclasses import replace

from pos_app.services.act_model import Approval
from pos_app.services.close_shift import CloseShift, CountResult
from pos_app.services.records import Actor, TenderKind
from retail_core.wire.facts import ShiftClosed
from tests.fakes import NOON_MS
from tests.till_shop import LI

BOSS = replace(LI, staff_id="boss", name="陈思远")
"""Somebody who allows what others counted."""


def allowed(close: CloseShift, actor: Actor, counted: CountResult, *, by: Actor = BOSS) -> Approval | None:
    """Return what ``by`` allows to who closes; ``None`` where nobody has to be asked."""
    if not counted.needs_approval:
        return None
    return Approval(close.difference_act(actor, counted), by.staff_id, by.name, NOON_MS)


def close_allowed(close: CloseShift, actor: Actor, counted_minor: Mapping[TenderKind, int]) -> ShiftClosed:
    """Count and close; another person allows what differs."""
    counted = close.count(actor, counted_minor)
    return close.close(actor, explanation="不明", approval=allowed(close, actor, counted)).z
