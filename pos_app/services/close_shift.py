"""Close the shift: one blind count per tender, then the Z: once, numbered without gaps, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app.services.records import Actor, TenderKind

if TYPE_CHECKING:
    from retail_core.wire.facts import ShiftClosed


@dataclass(frozen=True, slots=True)
class ShiftToClose:
    """What the count starts from; nothing expected is in it, the count is blind."""

    shift_id: str
    number: int
    opened_ms: int
    opened_by_name: str
    currency: str
    tenders: tuple[TenderKind, ...]
    basket_open: bool


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """The Z and the job that prints it."""

    z: ShiftClosed
    job_id: int


class CloseShift:
    """Counts and closes; on the storage lane."""

    def prepare(self) -> ShiftToClose:
        """Return what is to be counted.

        Raises:
            RuleError: ``shift.none_open``.
        """
        raise NotImplementedError

    def __call__(self, actor: Actor, counted_minor: Mapping[TenderKind, int]) -> ClosedShift:
        """Close the open shift; right ``shift.close``. Works offline; a basket that is open stays.

        Args:
            actor: Who closes.
            counted_minor: What was counted of each tender of ``prepare``; cash with the float.

        Raises:
            RuleError: ``right.missing``, ``shift.none_open``, ``shift.count_missing`` (tender),
                ``shift.basket_open``.
        """
        raise NotImplementedError

    def print_again(self, actor: Actor, shift_id: str) -> int:
        """Write the Z into the spool once more, marked COPY, and return the job.

        Raises:
            RuleError: ``right.missing``, ``shift.unknown``.
        """
        raise NotImplementedError
