"""What is added up before it is kept, when a till goes on as another incarnation on the same day."""

from pos_app.services.reporting.fold import Folded, keep
from pos_app.services.reporting.ports import CellProgress, CellScope, Part, Span
from retail_core.reporting.cells import Cell, sum_of
from retail_core.reporting.folding import OpenShifts, Place
from tests.till_shop import Till

DAY = Place("", "2026-11-22")


def test_the_same_day_of_two_incarnations_is_kept_with_the_entries_of_both(till: Till) -> None:
    folded = Folded(CellProgress(2, 5, OpenShifts()))
    folded.add(DAY, Part(Span(1, 7, 7), {Cell("copies"): 1}))
    folded.add(DAY, Part(Span(1, 9, 9), {Cell("copies"): 2}))
    folded.add(DAY, Part(Span(2, 4, 4), {Cell("copies"): 4}))
    scope = CellScope(DAY.business_day, DAY.business_day)
    with till.store.write() as work:
        keep(work, folded)
    with till.store.read() as work:
        assert sum_of(cells for _, cells in work.cells.kept(scope)) == {Cell("copies"): 7}
        assert work.cells.spans(scope) == [(DAY, Span(2, 4, 4)), (DAY, Span(1, 7, 9))]
        assert work.cells.progress() == folded.progress
