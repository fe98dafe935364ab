"""What reports need of ``till.db``: kept cells, the entries behind them, and where the keeping stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pos_app.services.records import Shift

if TYPE_CHECKING:  # pydantic is not imported before the first picture; the contracts still count these.
    from retail_core.reporting.cells import Cell, Cells, KnownHandOver
    from retail_core.reporting.folding import OpenShifts, Place
    from retail_core.reporting.order_cells import PlacedOrder


@dataclass(frozen=True, slots=True)
class CellProgress:
    """Up to which entry cells are kept; the first incarnation is 1."""

    incarnation: int
    through_seq: int
    shifts: OpenShifts


@dataclass(frozen=True, slots=True)
class CountedEntry:
    """An entry of the journal as far as reports need it; ``body`` is its canonical JSON."""

    incarnation: int
    seq: int
    type: str
    version: int
    at_ms: int
    actor: str
    body: str


@dataclass(frozen=True, slots=True)
class Span:
    """Where the entries of a shift and day lie; entries of others may lie between them."""

    incarnation: int
    first_seq: int
    last_seq: int

    def with_seq(self, seq: int) -> Span:
        """Return the span that reaches to ``seq``, which lies behind it."""
        return Span(self.incarnation, self.first_seq, seq)


@dataclass(slots=True)
class Part:
    """What was added to a shift and day: cells, where the entries lie, and names of keys."""

    span: Span
    cells: Cells = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellScope:
    """Which kept cells to read: those of a shift, or of days from one to another, both included."""

    first_day: str = ""
    last_day: str = ""
    shift_id: str | None = None


class CellRepository(Protocol):
    """Sums of the journal's facts, by shift and day (state, derived), and the entries behind them."""

    def progress(self) -> CellProgress:
        """Return up to where cells are kept."""

    def put_progress(self, progress: CellProgress) -> None:
        """Note up to where cells are kept."""

    def add(self, place: Place, part: Part) -> None:
        """Add cells to those that are kept."""

    def add_names(self, names: Mapping[tuple[str, str], str]) -> None:
        """Keep what products and campaigns are called, by dimension and key."""

    def names(self, keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """Return what is kept of some names."""

    def clear(self) -> None:
        """Keep nothing any more, so that all can be made anew."""

    def kept(
        self, scope: CellScope, *, without: Sequence[str] = (), only: str | None = None
    ) -> Sequence[tuple[Place, Cells]]:
        """Return what is kept of a scope, a part for each row.

        ``without`` are dimensions to leave out, ``only`` is the one dimension that is wanted.
        """

    def total(self, scope: CellScope, *, without: Sequence[str] = ()) -> Cells:
        """Return what is kept of a scope, all together; whole months are read as such."""

    def spans(self, scope: CellScope) -> Sequence[tuple[Place, Span]]:
        """Return where the entries of a scope lie, the newest first."""

    def places_with(self, scope: CellScope, cell: Cell) -> Sequence[Place]:
        """Return the kept shifts and days of a scope in which anything was added to a cell."""

    def entries(self, incarnation: int, after_seq: int, *, limit: int) -> Sequence[CountedEntry]:
        """Return the next entries that reports count, in order."""

    def last_seq(self, incarnation: int) -> int:
        """Return the last entry of an incarnation, 0 if there is none."""

    def behind(
        self, span: Span, types: Sequence[str], *, words: Sequence[str], before_seq: int, limit: int
    ) -> Sequence[CountedEntry]:
        """Return entries of a span before ``before_seq``, the newest first.

        Only such of ``types`` whose body contains all of ``words``.
        """

    def member_coupons(self, scope: CellScope) -> Mapping[str, int]:
        """Return how many coupons members used, by alias; those whose names were let go are in it no more."""

    def coupon_sales(
        self, scope: CellScope, alias: str, *, before_seq: int, limit: int
    ) -> Sequence[CountedEntry]:
        """Return the sales in which a member used coupons, the newest first."""

    def active_shift(self, incarnation: int, seq: int) -> str:
        """Return the shift that was active when an entry was written, empty if none was."""

    def hand_over(self, hand_over_id: str) -> KnownHandOver | None:
        """Return a hand-over of this till."""

    def shifts(self, first_day: str, last_day: str) -> Sequence[Shift]:
        """Return the shifts of days, in order of their number."""

    def orders_placed(self, from_ms: int, until_ms: int) -> Sequence[PlacedOrder]:
        """Return the orders of this store that the till knows and that were placed in a time."""
