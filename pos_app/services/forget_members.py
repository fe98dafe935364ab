"""Let go of people who do not come, and of old answers: no data stays on a till without a reason.

Source: DESIGN, "Security"; docs/rules/members.md, "What a till holds".
"""

from dataclasses import dataclass

from pos_app.services.ports import Clock, Store
from pos_app.services.reporting.kept_answers import let_answers_go
from retail_core.people import KEPT_DAYS

_DAY_MS = 24 * 3_600 * 1_000


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many members, personal parts of facts, coupons and head office's answers are no longer here."""

    members: int
    entries: int
    coupons: int = 0
    reports: int = 0


class ForgetMembers:
    """Runs once a day; on a lane that writes."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        """Keep the store."""
        self._store = store
        self._clock = clock

    def __call__(self) -> Forgotten:
        """Drop members without a visit, and personal parts of acknowledged facts, of 30 days ago.

        Their coupons go with them, and so do all whose time is over; and what head office said long ago.
        """
        now_ms = self._clock.now_ms()
        before_ms = now_ms - KEPT_DAYS * _DAY_MS
        with self._store.write() as work:
            acked = work.sync_state.get().acked_through
            members = work.members.drop_unvisited(before_ms, acked_through=acked)
            return Forgotten(
                members=members,
                entries=work.journal.forget_persons(before_ms, acked_through=acked),
                coupons=work.coupons.drop_ended(now_ms),
                reports=let_answers_go(work, now_ms),
            )
