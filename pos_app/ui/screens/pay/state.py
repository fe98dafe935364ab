"""What the Pay screen shows."""

from dataclasses import dataclass

from pos_app.services.complete_sale import AmountDue, Paid
from pos_app.services.records import TenderKind
from pos_app.ui.amount_entry import AmountEntry
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One row of what makes the total: what a rule takes off."""

    rule_id: str
    amount: Money
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class PayState:
    """The amount, what was keyed in, and once it is paid the answer."""

    entry: AmountEntry
    due: AmountDue
    goods: Money
    total: Money
    pieces_milli: int = 0
    rows: tuple[TotalRow, ...] = ()
    member: str = ""
    tender: TenderKind = "cash"
    reference: str = ""
    quick: tuple[Money, ...] = ()
    busy: bool = False
    paid: Paid | None = None
    code: str = ""
    arguments: tuple[object, ...] = ()

    @property
    def to_pay(self) -> Money:
        """What has to be paid with the chosen tender: rounded to coins in cash."""
        minor = self.due.cash_minor if self.tender == "cash" else self.due.total_minor
        return Money(minor, self.total.currency)

    @property
    def tendered(self) -> Money:
        """What the customer gives: what was keyed in, or the exact amount."""
        return self.to_pay if self.entry.is_empty or self.tender == "external" else self.entry.money

    @property
    def change(self) -> Money:
        """What goes back; negative as long as it is not enough."""
        return self.tendered - self.to_pay
