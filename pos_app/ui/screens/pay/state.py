"""What the Pay screen shows."""

from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.balance_model import BalanceKind, Spendable
from pos_app.services.complete_sale import AmountDue, Paid
from pos_app.services.records import TenderKind
from pos_app.ui.amount_entry import AmountEntry
from pos_app.ui.proving.state import ProofForm
from pos_app.ui.said import Said
from retail_core.money import Money


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One row of what makes the total: what a rule takes off."""

    rule_id: str
    amount: Money
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class TakenPart:
    """A part that was taken already; ``number`` tells it from others, ``value`` is what was handed over."""

    number: int
    kind: TenderKind
    value: Money
    reference: str | None = None
    provider: str = ""
    payment_id: str = ""
    """Of what a provider took: giving it back is an order of its own."""
    points: int = 0
    """Those that it takes, of a part in points."""


CardPhase = Literal["ready", "waiting", "sending", "pending", "doubt"]


@dataclass(frozen=True, slots=True)
class CardState:
    """A card or a code: a code at hand, waited for, sent, before the customer, or in doubt for ``code``."""

    phase: CardPhase
    amount: Money
    seconds_left: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class GivenRow:
    """Money that is given back in one tender, > 0, rounded to coins in cash."""

    kind: TenderKind
    amount: Money
    reference: str | None = None
    points: int = 0


@dataclass(frozen=True, slots=True)
class VoucherForm:
    """The sheet that asks for a voucher's number and value."""

    entry: AmountEntry
    number: str = ""
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class BalanceForm:
    """The sheet of points or a balance: what there is, and what was keyed in of it.

    ``asking`` tells that head office is asked; what this till knows is shown meanwhile.
    """

    kind: BalanceKind
    spendable: Spendable
    entry: AmountEntry
    points: str = ""
    asking: bool = False
    said: Said = field(default_factory=Said)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was keyed in."""
        return self.entry.is_empty if self.kind == "stored_value" else not self.points


@dataclass(frozen=True, slots=True)
class PayState:
    """The amount, what was taken, what is keyed in, and once it is paid the answer.

    ``part`` is what is asked for with the chosen tender when that is less than the rest; ``offered`` are the
    tenders of the store in the order of their cards; ``exact`` tells that small coins are taken,
    ``voucher_change`` that what a voucher is worth above the total is given back.

    ``refund`` is what returned goods give, >= 0; ``total`` is below zero when the store gives money back, and
    ``given`` says in which tenders it does, ``own`` in which it was paid.
    """

    entry: AmountEntry
    due: AmountDue
    goods: Money
    total: Money
    pieces_milli: int = 0
    rows: tuple[TotalRow, ...] = ()
    refund: Money | None = None
    given: tuple[GivenRow, ...] = ()
    own: tuple[TenderKind, ...] = ()
    member: str = ""
    offered: tuple[TenderKind, ...] = ("cash", "external")
    exact: bool = False
    voucher_change: bool = False
    tender: TenderKind = "cash"
    part: Money | None = None
    parts: tuple[TakenPart, ...] = ()
    reference: str = ""
    quick: tuple[Money, ...] = ()
    voucher: VoucherForm | None = None
    balance: BalanceForm | None = None
    proof: ProofForm | None = None
    card: CardState | None = None
    busy: bool = False
    paid: Paid | None = None
    said: Said = field(default_factory=Said)

    @property
    def is_open(self) -> bool:
        """Whether money can still be taken: nothing is written, and no payment is on its way or in doubt."""
        return self.paid is None and not self.busy and not self.is_waiting

    @property
    def is_waiting(self) -> bool:
        """Whether a provider's word is waited for."""
        return self.card is not None and self.card.phase in {"sending", "pending", "doubt"}

    @property
    def gives_back(self) -> bool:
        """Whether the store gives money back instead of taking it."""
        return self.total.minor < 0

    @property
    def given_total(self) -> Money:
        """What is given back in all tenders together."""
        return self._money(sum(row.amount.minor for row in self.given))

    @property
    def given_cash(self) -> Money:
        """What is given back in cash."""
        return self._money(sum(row.amount.minor for row in self.given if row.kind == "cash"))

    @property
    def is_covered(self) -> bool:
        """Whether what was taken pays everything."""
        return self.due.total_minor == 0 and self.due.cash_minor == 0

    @property
    def rounding(self) -> Money:
        """What rounding to coins adds if the rest is paid in cash."""
        minor = self.due.cash_minor - self.due.total_minor if self.tender == "cash" else 0
        if self.gives_back:
            minor = -self.given_total.minor - self.total.minor
        if self.paid is not None:
            minor = self.paid.rounding_minor
        return self._money(minor)

    @property
    def to_pay(self) -> Money:
        """What has to be paid with the chosen tender: the rest, rounded to coins in cash, or a part of it."""
        if self.tender == "cash":
            return self._money(self.due.cash_minor)
        if self.card is not None:
            return self.card.amount
        return self._money(self.due.total_minor) if self.part is None else self.part

    @property
    def tendered(self) -> Money:
        """What the customer gives: what was keyed in, or the exact amount."""
        return self.to_pay if self.entry.is_empty or self.tender != "cash" else self.entry.money

    @property
    def is_exact(self) -> bool:
        """Whether exactly the unrounded rest was keyed in, where small coins are taken."""
        keyed = self.tender == "cash" and not self.entry.is_empty
        return self.exact and keyed and self.entry.money.minor == self.due.total_minor

    @property
    def change(self) -> Money:
        """What goes back; negative as long as it is not enough."""
        return self._money(0) if self.is_exact else self.tendered - self.to_pay

    @property
    def taken(self) -> Money:
        """What was handed over in parts already."""
        return self._money(sum(part.value.minor for part in self.parts))

    def _money(self, minor: int) -> Money:
        return Money(minor, self.total.currency)
