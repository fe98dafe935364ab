"""What the screen that closes a shift needs, put together: what is unfinished, the count, the Z."""

from collections.abc import Mapping
from typing import Final

from pos_app.services.act_model import Approval
from pos_app.services.close_shift import ClosedShift, CloseShift, ShiftToClose
from pos_app.services.close_shift import CountResult as Submitted
from pos_app.services.errors import RuleError
from pos_app.services.identity import terminal_of
from pos_app.services.payments import refuse_open_money
from pos_app.services.ports import Store
from pos_app.services.records import Actor, TenderKind
from pos_app.services.shift_desk import ClosingShift, CountedTender, CountResult, Unfinished
from pos_app.services.shift_sums import COUNTED_KINDS
from retail_core import drawer

_MOST_PAYMENTS: Final = 500


class ClosingDesk:
    """Counts and closes; on the storage lane."""

    def __init__(self, store: Store, close_shift: CloseShift) -> None:
        """Work with this use case."""
        self._store = store
        self._close_shift = close_shift

    def prepare(self) -> ClosingShift:
        """Return what is to be counted, and what is unfinished.

        Raises:
            RuleError: ``shift.none_open``.
        """
        shift = self._close_shift.prepare()
        return ClosingShift(
            shift_id=shift.shift_id,
            number=shift.number,
            opened_ms=shift.opened_ms,
            opened_by_name=shift.opened_by_name,
            currency=shift.currency,
            tenders=shift.tenders,
            denominations=shift.denominations,
            keep_minor=shift.leave_minor,
            counted=() if shift.counted is None else (self._result(shift.counted),),
            unfinished=self._unfinished(shift),
        )

    def count(
        self, actor: Actor, counted_minor: Mapping[TenderKind, int], *, denominations: Mapping[int, int]
    ) -> CountResult:
        """Submit a blind count, see :meth:`CloseShift.count`."""
        return self._result(self._close_shift.count(actor, counted_minor, pieces=denominations))

    def __call__(
        self, actor: Actor, *, left_minor: int, explanation: str, approval: Approval | None
    ) -> ClosedShift:
        """Close with the newest count, see :meth:`CloseShift.close`."""
        return self._close_shift.close(
            actor, left_minor=left_minor, explanation=explanation, approval=approval
        )

    def print_again(self, actor: Actor, shift_id: str) -> int:
        """Print the Z once more, see :meth:`CloseShift.print_again`."""
        return self._close_shift.print_again(actor, shift_id)

    def _unfinished(self, shift: ShiftToClose) -> tuple[Unfinished, ...]:
        with self._store.read() as work:
            payments = len(work.payments.unfinished(_MOST_PAYMENTS))
            try:
                refuse_open_money(work)
                stops = False
            except RuleError:
                stops = True
        things = (
            Unfinished("basket", int(shift.basket_open), stops=True),
            Unfinished("doubts", payments, stops=stops),
            Unfinished("parked", shift.parked - shift.parked_expired),
            Unfinished("expired", shift.parked_expired),
            Unfinished("suspended", len(shift.suspended)),
            Unfinished("ready", shift.orders_ready),
            Unfinished("unsent", shift.unsent),
        )
        return tuple(thing for thing in things if thing.count)

    def _result(self, submitted: Submitted) -> CountResult:
        with self._store.read() as work:
            profile = terminal_of(work).store
        limit = profile.count_limit_minor
        tenders = []
        for each in submitted.tenders:
            kind = next(known for known in COUNTED_KINDS if known == each.kind)
            tenders.append(CountedTender(kind, each.expected_minor, each.counted_minor))
        return CountResult(
            attempt=submitted.attempt,
            attempts_left=submitted.attempts_left,
            tenders=tuple(tenders),
            needs_approval=submitted.needs_approval,
            in_question_minor=submitted.in_question_minor,
            limit_minor=drawer.usual_limit_minor(profile.currency) if limit is None else limit,
        )
