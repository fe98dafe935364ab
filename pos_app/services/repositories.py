"""What a unit of work offers: one Protocol per kind of row in ``till.db``, implemented in storage.

Facts (journal, sales, Z reports, hand-overs) are only ever added. Everything else is state. Repositories
write at once and never commit; the unit of work does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from pos_app.services.balance_model import KnownBalance
from pos_app.services.basket_model import Basket
from pos_app.services.blank_model import Blank
from pos_app.services.order_model import HandedLine, HandOver, Order, StockMove
from pos_app.services.parked import ParkedSale
from pos_app.services.payment_model import Payment
from pos_app.services.records import (
    CountedUses,
    JobKind,
    JobState,
    KeyList,
    Member,
    PrintJob,
    Queue,
    SaleSummary,
    StaffMember,
    StockLevel,
    SyncState,
    Terminal,
    WalletCoupon,
)
from retail_core.journal import Draft, Entry, Head
from retail_core.orders import OrderState

if TYPE_CHECKING:  # pydantic is not imported before the first picture; the contracts still count these.
    from pos_app.services.reporting.kept_answers import KeptReportRepository
    from pos_app.services.reporting.ports import CellRepository
    from pos_app.services.shift_ports import ShiftRepository
    from pos_app.services.sold_document import SoldDocument
    from pos_app.services.stock_ports import GoodsRepository
    from retail_core.wire.facts import (
        BalanceToppedUp,
        OrderHandedOver,
        ReturnedReceipt,
        SaleCompleted,
        SalePerson,
    )


class JournalRepository(Protocol):
    """The chain of this till's facts."""

    def append(self, draft: Draft) -> Entry:
        """Add a fact behind the head and return it in its place."""

    def head(self) -> Head:
        """Return the last place taken."""

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        """Return up to ``limit`` entries behind ``seq``, in order."""

    def of(self, incarnation: int) -> JournalRepository:
        """Return the chain of another incarnation of the same till, for reading."""

    def of_types(self, types: Sequence[str], *, after_seq: int = 0) -> Sequence[Entry]:
        """Return the entries of some types behind ``after_seq``, in order."""

    def get(self, seq: int) -> Entry | None:
        """Return the entry at ``seq``."""

    def forget_persons(self, before_ms: int, *, acked_through: int) -> int:
        """Take the personal parts out of acknowledged entries that are older than a time; return how many."""

    def queue(self, acked_through: int) -> Queue:
        """Return how many entries lie behind ``acked_through`` and how old the first of them is."""


class SaleRepository(Protocol):
    """Completed sales with their lines, tenders, movements, points and coupons."""

    def next_receipt_seq(self, incarnation: int) -> int:
        """Return the next number of the gapless sequence of an incarnation, from 1."""

    def add(self, sale: SaleCompleted, person: SalePerson | None, *, entry: Entry, receipt_seq: int) -> None:
        """Write a sale's rows; ``entry`` is its place in the journal."""

    def is_completed(self, sale_id: str) -> bool:
        """Return whether a basket became a sale."""

    def by_number(self, receipt_number: str) -> tuple[SaleCompleted, int] | None:
        """Return a sale and the ``seq`` of its entry, or ``None``."""

    def completed_ms(self, sale_id: str) -> int:
        """Return when a sale was completed (UTC milliseconds), 0 if it is not here."""

    def of_shift(self, shift_id: str) -> Sequence[tuple[SaleCompleted, int]]:
        """Return the shift's sales with the time of each (UTC milliseconds), in order of completion."""

    def documents(self, shift_id: str) -> Sequence[SoldDocument]:
        """Return the sales of a shift, in order, with who stated each."""

    def recent(self, limit: int) -> Sequence[SaleSummary]:
        """Return the newest sales first."""

    def copies(self, receipt_number: str) -> int:
        """Return how many copies of a receipt were printed."""


class ReturnRepository(Protocol):
    """Goods that came back to this till (facts), of its own sales and of others'."""

    def of_sale(self, sale_id: str) -> Sequence[tuple[str, ReturnedReceipt]]:
        """Return what came back of a sale here, each with the document that took it, in order."""

    def quantities(self, sale_id: str) -> Mapping[str, int]:
        """Return how much of each line of a sale came back here, in thousandths."""

    def add(self, body: SaleCompleted, entry: Entry) -> None:
        """Write what a document took back; its sale's rows are there already."""


class BasketRepository(Protocol):
    """The basket that is on the counter now."""

    def load(self) -> Basket | None:
        """Return the basket as it was last saved."""

    def save(self, basket: Basket) -> None:
        """Keep the basket instead of the one before."""

    def clear(self) -> None:
        """Keep none."""


class ParkedRepository(Protocol):
    """Sales that wait."""

    def get(self, basket_id: str) -> ParkedSale | None:
        """Return a parked sale."""

    def all(self) -> Sequence[ParkedSale]:
        """Return all of them, the oldest first."""

    def count(self) -> int:
        """Return how many there are."""

    def add(self, sale: ParkedSale) -> None:
        """Keep a sale."""

    def remove(self, basket_id: str) -> None:
        """Keep it no longer."""


class SpoolRepository(Protocol):
    """Print jobs and drawer pulses."""

    def add(self, kind: JobKind, document: str, *, reference: str, written_ms: int) -> int:
        """Write a job and return its number."""

    def get(self, job_id: int) -> PrintJob | None:
        """Return a job."""

    def in_states(self, states: Sequence[JobState], limit: int) -> Sequence[PrintJob]:
        """Return jobs in some states, the oldest first."""

    def mark(self, job_id: int, state: JobState, *, code: str = "") -> None:
        """Note the state of a job, and the code of what went wrong with it."""


class MemberRepository(Protocol):
    """The members that this store knows, masked."""

    def by_id(self, member_id: str) -> Member | None:
        """Return a member."""

    def by_alias(self, alias: str) -> Member | None:
        """Return the member of a code's alias."""

    def by_phone_mac(self, phone_mac: str) -> Member | None:
        """Return the member with a phone number's fingerprint."""

    def by_card_number(self, number: str) -> Sequence[Member]:
        """Return the member whose card has this number; more than one where two cards have the same."""

    def ending(self, digits: str, limit: int) -> Sequence[Member]:
        """Return members whose last four digits end so, or are the end of it; the latest visit first."""

    def named(self, surname: str, limit: int) -> Sequence[Member]:
        """Return members whose masked name begins so, the latest visit first."""

    def with_initials(self, initials: str, limit: int) -> Sequence[Member]:
        """Return members whose name has these initials, the latest visit first."""

    def put(self, member: Member, *, own_seq: int | None = None) -> None:
        """Keep what is known of a member, instead of what was.

        ``own_seq`` is our entry that says so: a feed page that does not contain it yet changes nothing.
        """

    def drop_unvisited(self, before_ms: int, *, acked_through: int) -> int:
        """Let members go whose last visit was before a time, and return how many; not what is unsent."""

    def remember_code(self, alias: str, nonce: str, *, seen_ms: int) -> bool:
        """Note the use of a rotating code; return ``False`` if it was used here before."""


class UseRepository(Protocol):
    """How often campaigns with limits were used: as the server said, and this till's own sales since."""

    def counted(self, alias: str | None, day: str) -> CountedUses:
        """Return the uses of the store, and those of the member with ``alias``, in all and on ``day``."""

    def add(self, body: SaleCompleted, person: SalePerson | None, *, entry: Entry) -> None:
        """Write what a sale used; ``entry`` is its place in the journal."""


class BalanceRepository(Protocol):
    """Points and balances: as the server said, and this till's own entries since (facts)."""

    def of(self, alias: str) -> KnownBalance | None:
        """Return what is known of a member's points and balance, ``None`` where nothing is."""

    def add_sale(self, body: SaleCompleted, person: SalePerson | None, *, entry: Entry) -> None:
        """Write what a sale spent, and what its returned goods give back."""

    def next_slip_seq(self, incarnation: int) -> int:
        """Return the next number of the gapless sequence of top-up slips of an incarnation, from 1."""

    def is_topped_up(self, top_up_id: str) -> bool:
        """Return whether this top-up was written already."""

    def add_top_up(self, body: BalanceToppedUp, person: SalePerson, *, entry: Entry, slip_seq: int) -> None:
        """Write what was paid in."""

    def top_ups_of_shift(self, shift_id: str) -> Sequence[BalanceToppedUp]:
        """Return a shift's top-ups in order."""


class OrderRepository(Protocol):
    """Cached click-and-collect orders (state) and hand-overs (facts)."""

    def get(self, order_id: str) -> Order | None:
        """Return an order."""

    def in_states(self, states: Sequence[OrderState], limit: int) -> Sequence[Order]:
        """Return orders by promised time."""

    def to_put_back(self, limit: int) -> Sequence[Order]:
        """Return orders of which something was picked for nobody and is not put back yet."""

    def find(self, text: str, limit: int) -> Sequence[Order]:
        """Return orders whose number or phone digits end with ``text``, or whose masked name begins so."""

    def find_handed(self, text: str, limit: int) -> Sequence[Order]:
        """Return orders that were handed over in whole and match as in ``find``, the newest promise first."""

    def by_number(self, number: str) -> Order | None:
        """Return the order of this store with a number."""

    def by_platform_code(self, codes: Sequence[str], limit: int) -> Sequence[Order]:
        """Return orders, open or ended, with one of the codes of platforms, the latest promise first."""

    def put_own(self, order: Order, *, seq: int) -> None:
        """Keep a step taken here; a feed page that does not contain ``seq`` yet leaves it alone."""

    def add_hand_over(self, body: OrderHandedOver, entry: Entry, *, lines: Sequence[HandedLine]) -> None:
        """Write that ``lines`` of an order left the store, with their stock movements."""

    def add_undo(self, hand_over: HandOver, *, entry: Entry) -> None:
        """Write that a hand-over was taken back, and its stock with it."""

    def add_moves(self, moves: Sequence[StockMove], entry: Entry, *, cause: str, ref: str) -> None:
        """Write what a step moves of the stock."""

    def hand_over_of(self, order_id: str) -> HandOver | None:
        """Return the order's latest hand-over at this till, undone or not."""

    def hand_overs_of_shift(self, shift_id: str) -> Sequence[tuple[HandOver, int]]:
        """Return the shift's hand-overs that were not undone, each with its value in minor units."""


class StockRepository(Protocol):
    """Stock levels as the feed said, and this till's own movements since."""

    def levels(self, product_ids: Sequence[str]) -> Mapping[str, StockLevel]:
        """Return what the till believes; products without a figure are missing."""


class StaffRepository(Protocol):
    """People who may work here."""

    def active(self) -> Sequence[StaffMember]:
        """Return those who may sign in, by name."""

    def get(self, staff_id: str) -> StaffMember | None:
        """Return a person, also one who left."""

    def by_badge(self, badge_mac: str) -> StaffMember | None:
        """Return the active owner of a badge."""

    def set_failures(self, staff_id: str, *, failures: int, locked_until_ms: int) -> None:
        """Note wrong PINs."""


class CouponRepository(Protocol):
    """What this till knows of coupons: uses (facts), revocations and the offline allowance (state)."""

    def is_used(self, coupon_id: str) -> bool:
        """Return whether a sale of this till consumed the coupon, and no return gave it back since."""

    def is_revoked(self, what: str, identifier: str) -> bool:
        """Return whether the server revoked a ``coupon``, a ``member_card``, or all codes of a ``member``."""

    def wallet(self, alias: str) -> Sequence[WalletCoupon]:
        """Return the coupons of a member that head office told this store of, the first to expire first."""

    def offline_uses(self, since_ms: int) -> tuple[int, int]:
        """Return count and sum (minor units) of coupons redeemed offline since a time."""

    def drop_ended(self, now_ms: int) -> int:
        """Let coupons go whose time is over, and those of members who are not here; return how many."""

    def blanks(self, total_minor: int, *, now_ms: int, use: str = "sale") -> Sequence[Blank]:
        """Return one coupon of each campaign that can be printed with a sale, in order of the campaign.

        ``use`` is ``late`` for those that go with an order that is late; its total does not matter.
        """

    def add_issue(self, blank: Blank, *, sale_id: str, expires_ms: int, entry: Entry) -> None:
        """Write that a coupon was printed with a sale; it is printed with no other."""

    def issue_codes(self, sale_id: str) -> Mapping[str, tuple[str, str]]:
        """Return the code and the short code of each coupon that was printed with a sale, by its id."""


class PaymentRepository(Protocol):
    """Orders to payment providers: state, because what is known of them grows."""

    def get(self, payment_id: str) -> Payment | None:
        """Return a payment."""

    def put(self, payment: Payment) -> None:
        """Keep a new payment, or what is known of one now."""

    def of_basket(self, basket_id: str) -> Sequence[Payment]:
        """Return what was asked for a basket, in order."""

    def unfinished(self, limit: int) -> Sequence[Payment]:
        """Return payments that are not closed, the oldest first."""

    def of_reference(self, reference: str) -> Payment | None:
        """Return the charge that a provider knows by ``reference``, if it is this till's."""

    def of_shift(self, shift_id: str) -> Sequence[Payment]:
        """Return what was begun while a shift was active, in order."""


class SyncStateRepository(Protocol):
    """Where the till stands against the server."""

    def get(self) -> SyncState:
        """Return the state."""

    def put(self, state: SyncState) -> None:
        """Keep the state."""

    def key_list(self) -> KeyList | None:
        """Return the newest signed list of issuer keys."""

    @property
    def answers(self) -> KeptReportRepository:
        """What it said last of other stores."""


class SettingsRepository(Protocol):
    """Settings of this till by name; the values are text."""

    def get(self, name: str, default: str = "") -> str:
        """Return a setting."""

    def put(self, name: str, value: str) -> None:
        """Keep a setting."""


class TerminalRepository(Protocol):
    """The till's identity and its device key."""

    def get(self) -> Terminal | None:
        """Return the identity, or ``None`` before the enrolment."""

    def device_seed(self) -> bytes:
        """Return the 32 secret bytes of the device key.

        Raises:
            StorageError: ``till.not_enrolled``.
        """

    def put(self, terminal: Terminal, device_seed: bytes) -> None:
        """Keep a new identity."""


class UnitOfWork(Protocol):
    """One transaction on ``till.db``; everything in it becomes durable together, or nothing does."""

    @property
    def journal(self) -> JournalRepository: ...
    @property
    def sales(self) -> SaleRepository: ...
    @property
    def returns(self) -> ReturnRepository: ...
    @property
    def shifts(self) -> ShiftRepository: ...
    @property
    def baskets(self) -> BasketRepository: ...
    @property
    def parked(self) -> ParkedRepository: ...
    @property
    def spool(self) -> SpoolRepository: ...
    @property
    def members(self) -> MemberRepository: ...
    @property
    def uses(self) -> UseRepository: ...
    @property
    def balances(self) -> BalanceRepository: ...
    @property
    def orders(self) -> OrderRepository: ...
    @property
    def stock(self) -> StockRepository: ...
    @property
    def goods(self) -> GoodsRepository: ...
    @property
    def staff(self) -> StaffRepository: ...
    @property
    def coupons(self) -> CouponRepository: ...
    @property
    def payments(self) -> PaymentRepository: ...
    @property
    def cells(self) -> CellRepository: ...
    @property
    def sync_state(self) -> SyncStateRepository: ...
    @property
    def settings(self) -> SettingsRepository: ...
    @property
    def terminal(self) -> TerminalRepository: ...
