"""What is known of the very piece in the hand: its batch, its date, its serial number.

Source: docs/rules/stock.md, "Batches with a date", "Serial numbers".
"""

from dataclasses import dataclass

from pos_app.services.act_model import Act, Approval
from pos_app.services.records import StoreProfile
from retail_core.batches import SELL_PAST_DATE, DateKind, days_left, markdown_bp


@dataclass(frozen=True, slots=True)
class PieceMarks:
    """``expires`` is an ISO date or empty, ``kind`` what it says; ``past_date`` who lets it be sold then."""

    batch: str = ""
    expires: str = ""
    kind: DateKind = ""
    serial: str = ""
    past_date: Approval | None = None


NO_MARKS = PieceMarks()


def act_past_date(product_id: str, marks: PieceMarks) -> Act:
    """Return the act of selling a piece after its best-before date: of this product and this date only."""
    return Act(SELL_PAST_DATE, product_id, value=int(marks.expires.replace("-", "")))


def offered_bp(profile: StoreProfile, expires: str, *, today: str) -> int:
    """Return which share a piece is marked down by today, in hundredths of a per cent; 0 for none."""
    if not (expires and profile.markdowns):
        return 0
    return markdown_bp(dict(profile.markdowns), days_left(expires, today))
