"""What the page of a receipt shows."""

from dataclasses import dataclass
from typing import Literal

from retail_core.wire.counter import KnownReturn
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.facts import SaleCompleted


@dataclass(frozen=True, slots=True)
class ShownReceipt:
    """A receipt whose holder showed its hash.

    Attributes:
        sale: The fact, as the till stated it.
        store: Where it was sold.
        sold_ms: When, UTC.
        returned: What came back of it since, in order.
        masked_name: The member as the paper names one; empty without one, and after erasure.
        entry_id: The journal's entry.
        had_member: Whether a member bought, erased or not.
    """

    sale: SaleCompleted
    store: StoreCard
    sold_ms: int
    returned: tuple[KnownReturn, ...] = ()
    masked_name: str = ""
    entry_id: str = ""
    had_member: bool = False


JoinStatus = Literal[
    "joined", "known", "code_sent", "code_wrong", "code_over", "wait", "bad_phone", "no_terms", "used", "over"
]


@dataclass(frozen=True, slots=True)
class JoinWish:
    """What somebody wrote into the form; ``code`` is empty before one was sent."""

    phone: str
    terms: bool = False
    marketing: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class JoinAnswer:
    """How a wish to join ended, with the points of the receipt, or for how long to wait."""

    status: JoinStatus
    points: int = 0
    wait_ms: int = 0


@dataclass(frozen=True, slots=True)
class SentCode:
    """The code that counts; ``tries`` were used up, the present one among them."""

    code_mac: str
    tries: int
    expires_ms: int


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a cashier's receipts made of customers without a member."""

    store_id: str
    staff_id: str
    receipts_without_member: int
    joined_by_receipt: int
    joined_at_till: int
