"""The cells of what is not kept yet: the entries since the last close, added up as they come."""

from __future__ import annotations

from collections.abc import Iterator

from pos_app.services.ports import Catalog
from pos_app.services.records import StoreProfile
from pos_app.services.reporting.fold import Folded, store_time, take_all
from pos_app.services.reporting.ports import CellProgress, CellScope, Part
from pos_app.services.repositories import UnitOfWork
from retail_core.reporting.folding import Place


class OpenCells:
    """Remembers what it has added up, and takes only what came since; for one thread."""

    def __init__(self, *, catalog: Catalog, profile: StoreProfile) -> None:
        self._catalog = catalog
        self._time = store_time(profile)
        self._base: CellProgress | None = None
        self._folded: Folded | None = None

    def at(self, work: UnitOfWork) -> Folded:
        """Return what lies behind the kept cells, as ``work`` sees it."""
        base = work.cells.progress()
        if self._folded is None or self._base != base:
            self._base, self._folded = base, Folded(base)
        take_all(work, self._catalog, into=self._folded, time=self._time)
        return self._folded


def parts_in(folded: Folded, scope: CellScope) -> Iterator[tuple[Place, Part]]:
    """Yield the parts of a scope that are not kept yet."""
    for (_, place), part in folded.parts.items():
        if scope.shift_id is not None:
            if place.shift_id == scope.shift_id:
                yield place, part
        elif scope.first_day <= place.business_day <= scope.last_day:
            yield place, part
