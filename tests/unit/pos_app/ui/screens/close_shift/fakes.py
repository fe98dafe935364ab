"""A shift of two tenders that closes in memory: 1,500.00 of cash and 3,908.38 of the device are expected."""

from collections.abc import Callable, Mapping

from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.card_comparison import Comparison
from pos_app.services.close_shift import ClosedShift
from pos_app.services.documents import Document, DocumentKind
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, Shift, TenderKind
from pos_app.services.shift_desk import ClosingShift, CountedTender, CountResult, Unfinished
from tests.unit.pos_app.services.paper_examples import Z

ACTOR = Actor("u2", "陈伟", "manager", {"shift.close": None})
OPEN = Shift("h1", 8, "2026-11-22", "CNY", 1_795_305_600_000, "u1", "王芳", 50_000, 1)
PAPER = Document(DocumentKind.Z_REPORT, ())
CNY = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10)
EXPECTED: dict[TenderKind, int] = {"cash": 150_000, "external": 390_838}
LIMIT_MINOR = 500

EVERYTHING = (
    Unfinished("doubts", 2, stops=True),
    Unfinished("parked", 2),
    Unfinished("expired", 1),
    Unfinished("suspended", 1),
    Unfinished("ready", 1),
    Unfinished("unsent", 3),
)


class FakeCloseShift:
    """Closes when both tenders were counted; above 5.00 of difference somebody else has to allow it."""

    def __init__(self, *, basket_open: bool = False) -> None:
        self.unfinished: tuple[Unfinished, ...] = (Unfinished("basket", stops=True),) if basket_open else ()
        self.attempts = 2
        self.denominations: tuple[int, ...] = CNY
        self.currency = "CNY"
        self.counted: list[dict[TenderKind, int]] = []
        self.pieces: list[dict[int, int]] = []
        self.closed: list[tuple[int, str, str]] = []
        """What stayed in the drawer, why it differed, and who allowed it."""
        self.copies: list[str] = []
        self.fault: RuleError | None = None
        self.in_question_minor = 0
        """What an earlier count differed by, before cash was moved."""

    def prepare(self) -> ClosingShift:
        if self.fault is not None:
            raise self.fault
        return ClosingShift(
            "h1",
            8,
            1_795_305_600_000,
            "王芳",
            self.currency,
            ("cash", "external"),
            self.denominations,
            50_000,
            tuple(self._result(number, counted) for number, counted in enumerate(self.counted, 1)),
            self.unfinished,
        )

    def count(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        counted_minor: Mapping[TenderKind, int],
        *,
        denominations: Mapping[int, int],
    ) -> CountResult:
        if self.fault is not None:
            raise self.fault
        for kind in EXPECTED:
            if kind not in counted_minor:
                raise RuleError("shift.count_missing", kind)
        self.counted.append(dict(counted_minor))
        self.pieces.append(dict(denominations))
        return self._result(len(self.counted), self.counted[-1])

    def __call__(
        self, actor: Actor, *, left_minor: int, explanation: str, approval: Approval | None
    ) -> ClosedShift:
        if self.fault is not None:
            raise self.fault
        result = self._result(len(self.counted), self.counted[-1])
        if result.needs_approval and approval is None:
            worst = max(abs(tender.difference_minor) for tender in result.tenders)
            act = Act("shift.approve_difference", "h1", value=worst, amount=worst)
            raise NeedsApproval("right.missing", act.verb, act=act)
        self.closed.append((left_minor, explanation, actor.name if approval is None else approval.name))
        return ClosedShift(Z, 7)

    def print_again(self, actor: Actor, shift_id: str) -> int:  # noqa: ARG002 - by its name
        self.copies.append(shift_id)
        return 8

    def _result(self, attempt: int, counted: Mapping[TenderKind, int]) -> CountResult:
        tenders = tuple(CountedTender(kind, expected, counted[kind]) for kind, expected in EXPECTED.items())
        largest = max(abs(tender.difference_minor) for tender in tenders)
        question = max(self.in_question_minor, largest if largest > LIMIT_MINOR else 0)
        left = max(0, self.attempts - attempt) if question else 0
        return CountResult(attempt, left, tenders, question > 0, LIMIT_MINOR, question)


class FakeComparison:
    """Compares cards when a test says what came of it; until then nobody has answered."""

    def __init__(self, answer: Comparison | None = None) -> None:
        self.answer = answer
        self.asked = 0
        self.waiting: Callable[[Comparison], None] | None = None
        self.refuse: Callable[[BaseException], None] | None = None

    def __call__(
        self,
        actor: Actor,
        on_done: Callable[[Comparison], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        assert actor.rights
        self.asked += 1
        self.waiting, self.refuse = on_done, on_error
        if self.answer is not None:
            on_done(self.answer)

    def say(self, found: Comparison) -> None:
        """Let whoever asked hear what came of it."""
        assert self.waiting is not None
        self.waiting(found)
