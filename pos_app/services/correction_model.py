"""A correction of a member's points or balance, as somebody asks for it.

Source: docs/rules/points.md, "Corrections".
"""

from dataclasses import dataclass
from typing import Literal

from pos_app.services import rights
from pos_app.services.act_model import Act

Bucket = Literal["points", "principal", "bonus"]
AdjustReason = Literal["goodwill", "mistake", "complaint", "other"]
ADJUST_REASONS: tuple[AdjustReason, ...] = ("goodwill", "mistake", "complaint", "other")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is corrected: ``amount`` points or minor units, below zero takes; by ``request_id`` it is once."""

    request_id: str
    bucket: Bucket
    amount: int
    reason: AdjustReason

    @property
    def act(self) -> Act:
        """What another person allows where the right does not reach: this correction, and no other one."""
        return Act(
            rights.MEMBER_ADJUST,
            f"{self.request_id}:{self.bucket}",
            value=self.amount,
            amount=abs(self.amount),
            given_minor=0 if self.bucket == "points" else max(0, self.amount),
        )
