"""``threshold``: 满减, a ladder or "every 100 gives 10". Source: docs/rules/promotions.md, "Threshold"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from retail_core.money import round_ratio
from retail_core.pricing.effects import Missing, Stage
from retail_core.pricing.fields import WHOLE_BP, Fields
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class Step:
    """From ``min_minor`` on: ``off_minor``, or ``off_bp`` of the sum; one of the two is zero."""

    min_minor: int
    off_minor: int
    off_bp: int


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rising ladder, or ``repeat``: its one step counts as often as it fits; ``cap_minor`` bounds both."""

    steps: tuple[Step, ...]
    repeat: bool
    cap_minor: int | None
    stage: ClassVar[Stage] = Stage.THRESHOLD
    groups: ClassVar[tuple[Scope, ...]] = ()

    @staticmethod
    def parse(params: Fields) -> Threshold:
        """Read ``steps`` of ``min_minor`` with ``off_minor`` or ``off_bp``, ``repeat`` and ``cap_minor``.

        Raises:
            FieldRefused: the ladder does not rise, or a step gives more than it asks for.
        """
        steps = tuple(_step(record) for record in params.records("steps"))
        repeat = params.flag("repeat")
        if not steps:
            raise params.refuse(Refusal.MISSING_FIELD, "steps")
        if repeat and (len(steps) > 1 or steps[0].off_bp):
            raise params.refuse(Refusal.CONTRADICTION, "repeat")
        for lower, higher in pairwise(steps):
            rising = lower.min_minor < higher.min_minor and _worth(lower, higher) < _worth(higher, higher)
            if not rising:
                raise params.refuse(Refusal.LADDER_NOT_RISING, "steps")
        return Threshold(steps, repeat, params.whole_or_none("cap_minor", 1))

    def off(self, amount_minor: int) -> int:
        if self.repeat:
            step = self.steps[0]
            found = amount_minor // step.min_minor * step.off_minor
        else:
            found = max((_off(step, amount_minor) for step in self.steps), default=0)
        return min(found, amount_minor, amount_minor if self.cap_minor is None else self.cap_minor)

    def missing(self, amount_minor: int) -> Missing | None:
        if self.repeat:
            step = self.steps[0]
            if self.cap_minor is not None and self.off(amount_minor) >= self.cap_minor:
                return None
            return Missing(
                spend_minor=step.min_minor - amount_minor % step.min_minor, off_minor=step.off_minor
            )
        for step in self.steps:
            if amount_minor < step.min_minor:
                spend_minor = step.min_minor - amount_minor
                return Missing(spend_minor=spend_minor, off_minor=step.off_minor, off_bp=step.off_bp)
        return None


def _step(record: Fields) -> Step:
    step = Step(
        min_minor=record.whole("min_minor", 1),
        off_minor=record.whole("off_minor", 1, default=0),
        off_bp=record.whole("off_bp", 1, high=WHOLE_BP, default=0),
    )
    if (step.off_minor == 0) == (step.off_bp == 0):
        raise record.refuse(Refusal.CONTRADICTION, "off_minor")
    if step.off_minor > step.min_minor:
        raise record.refuse(Refusal.DISCOUNT_ABOVE_MINIMUM, "off_minor")
    record.done()
    return step


def _worth(step: Step, at: Step) -> int:
    """What ``step`` gives at the foot of ``at``, in hundredths of a basis point's minor units."""
    return step.off_minor * WHOLE_BP + step.off_bp * at.min_minor


def _off(step: Step, amount_minor: int) -> int:
    if amount_minor < step.min_minor:
        return 0
    return step.off_minor or round_ratio(amount_minor * step.off_bp, WHOLE_BP)
