"""Who does something much more often than the others do, in the last four weeks or in another time.

Source: docs/rules/figures.md, "Watch list".
"""

from __future__ import annotations

from dataclasses import replace

from pos_app.services import rights
from pos_app.services.ports import Catalog, Clock, Store
from pos_app.services.records import Actor, StoreProfile
from pos_app.services.reporting.open_cells import OpenCells, parts_in
from pos_app.services.reporting.ports import CellScope
from pos_app.services.reporting.scopes import cells_in
from pos_app.services.repositories import UnitOfWork
from pos_app.services.store_time import business_day, days_before
from retail_core.reporting.cells import Cells, add_cells
from retail_core.reporting.report import Scope
from retail_core.reporting.watch import WatchRow, watch_cashiers, watch_members

WINDOW_DAYS = 28
"""Four weeks: each weekday as often."""


class WatchStore:
    """Makes the watch list; right ``report.view``. For one thread: the lane of reports."""

    def __init__(self, *, store: Store, catalog: Catalog, clock: Clock, profile: StoreProfile) -> None:
        self._store = store
        self._clock = clock
        self._profile = profile
        self._open = OpenCells(catalog=catalog, profile=profile)

    def window(self) -> Scope:
        """Return the last four weeks, today among them."""
        today = business_day(self._clock.now_ms(), self._profile)
        return Scope("period", days_before(today, WINDOW_DAYS - 1), today)

    def __call__(self, actor: Actor, scope: Scope | None = None) -> tuple[WatchRow, ...]:
        """Return people and members to look at, those of people first, the most unusual first.

        Raises:
            RuleError: ``right.missing``.
        """
        rights.require(actor.rights, rights.REPORT_VIEW)
        within = cells_in(scope or self.window())
        with self._store.read() as work:
            people = watch_cashiers(self._cells(work, within))
            members = watch_members(work.cells.member_coupons(within))
            return (
                *(replace(row, name=_person(work, row.key)) for row in people),
                *(replace(row, name=_member(work, row.key)) for row in members),
            )

    def _cells(self, work: UnitOfWork, within: CellScope) -> Cells:
        cells: Cells = {}
        for _, kept in work.cells.kept(within, only="cashier"):
            add_cells(cells, kept)
        for _, part in parts_in(self._open.at(work), within):
            add_cells(cells, part.cells)
        return cells


def _person(work: UnitOfWork, staff_id: str) -> str:
    person = work.staff.get(staff_id)
    return staff_id if person is None else person.name


def _member(work: UnitOfWork, alias: str) -> str:
    member = work.members.by_alias(alias)
    return "" if member is None else member.masked_name
