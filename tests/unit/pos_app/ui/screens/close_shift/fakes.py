"""A shift of two tenders that closes in memory."""

from collections.abc import Mapping

from pos_app.services.close_shift import ClosedShift, ShiftToClose
from pos_app.services.documents import Document, DocumentKind
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift, TenderKind
from tests.unit.pos_app.services.paper_examples import Z

ACTOR = Actor("u2", "陈伟", "manager", {"shift.close": None})
OPEN = Shift("h1", 8, "2026-11-22", "CNY", 1_795_305_600_000, "u1", "王芳", 50_000, 1)
PAPER = Document(DocumentKind.Z_REPORT, ())


class FakeCloseShift:
    """Closes when both tenders were counted."""

    def __init__(self, *, basket_open: bool = False) -> None:
        self.basket_open = basket_open
        self.parked = (0, 0)
        self.counted: list[dict[TenderKind, int]] = []
        self.copies: list[str] = []
        self.fault: RuleError | None = None

    def prepare(self) -> ShiftToClose:
        if self.fault is not None:
            raise self.fault
        parked, expired = self.parked
        return ShiftToClose(
            "h1",
            8,
            1_795_305_600_000,
            "王芳",
            "CNY",
            ("cash", "external"),
            basket_open=self.basket_open,
            parked=parked,
            parked_expired=expired,
        )

    def __call__(self, actor: Actor, counted_minor: Mapping[TenderKind, int]) -> ClosedShift:  # noqa: ARG002 - by its name
        if self.fault is not None:
            raise self.fault
        for kind in ("cash", "external"):
            if kind not in counted_minor:
                raise RuleError("shift.count_missing", kind)
        self.counted.append(dict(counted_minor))
        return ClosedShift(Z, 7)

    def print_again(self, actor: Actor, shift_id: str) -> int:  # noqa: ARG002 - by its name
        self.copies.append(shift_id)
        return 8
