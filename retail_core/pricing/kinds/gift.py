"""``gift``: from a sum on, certain goods in the basket are free. Source: docs/rules/promotions.md, "Gift"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retail_core.pricing.effects import Stage
from retail_core.pricing.fields import Fields
from retail_core.pricing.reasons import Refusal
from retail_core.pricing.scope import Scope


@dataclass(frozen=True, slots=True)
class Gift:
    """Each whole ``min_minor`` (once, unless ``repeat``) of group 0 makes ``count`` units of group 1 free."""

    groups: tuple[Scope, ...]
    min_minor: int
    count: int
    repeat: bool
    stage: ClassVar[Stage] = Stage.GIFT

    @staticmethod
    def parse(params: Fields) -> Gift:
        """Read ``bought`` (a scope; all goods where missing), ``min_minor``, ``gift`` (a scope), ``count``.

        Raises:
            FieldRefused: everything would be a gift.
        """
        bought = Scope.parse(params.record("bought"))
        given = Scope.parse(params.record("gift"))
        if given.is_everything:
            raise params.refuse(Refusal.MISSING_FIELD, "gift")
        return Gift(
            groups=(bought, given),
            min_minor=params.whole("min_minor", 1),
            count=params.whole("count", 1, high=1000, default=1),
            repeat=params.flag("repeat"),
        )

    def units(self, amount_minor: int) -> int:
        times = amount_minor // self.min_minor
        return self.count * (times if self.repeat else min(times, 1))
