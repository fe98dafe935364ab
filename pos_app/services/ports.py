"""What the use cases need from the outside, as Protocols: the adapters meet here and never each other.

``storage`` implements the store, the catalog and what ``sync`` reads and writes; ``sync`` implements the
central API; ``devices`` the sounds and the printer (``printing_ports``); ``ui.tasks`` lanes and timers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from pos_app.services.campaign_model import CampaignItem, EventPage
from pos_app.services.correction_model import Correction
from pos_app.services.fiscal_model import FiscalMark, FiscalTicket
from pos_app.services.proof_model import CodeAnswer, ProofAnswer
from pos_app.services.records import (
    Category,
    CouponGrant,
    Member,
    Product,
    SyncState,
    Terminal,
    UnmaskedMember,
    WalletCoupon,
)
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_model import ReceiptAnswer
from pos_app.services.work_list_model import ExceptionItem, ExceptionPage, ExceptionState
from retail_core.journal import Entry, Head
from retail_core.proofs import ProofMeans

if TYPE_CHECKING:  # pydantic is not imported before the first picture; the contracts still count these.
    from retail_core.wire.digests import BucketRows
    from retail_core.wire.enrolment import EnrolReply, EnrolRequest
    from retail_core.wire.facts import SaleCompleted
    from retail_core.wire.feed import FeedPage

ResultT = TypeVar("ResultT")


class Clock(Protocol):
    """Tells the time; the only one who may."""

    def now_ms(self) -> int:
        """Return UTC in milliseconds since 1970, corrected by what the server last said."""

    def mono_ms(self) -> int:
        """Return a time that never runs backwards, for durations."""


class Ids(Protocol):
    """Makes what must be unique or unguessable."""

    def new_id(self) -> str:
        """Return an id of 32 hex digits that sorts by the time it was made."""

    def secret(self, size: int) -> bytes:
        """Return random bytes for keys and salts."""


class Lane(Protocol):
    """A queue of work off the UI thread."""

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        """Queue ``work``; exactly one of the two callbacks runs later, on the UI thread."""


class Timers(Protocol):
    """Calls at a later time, on the UI thread; the returned function cancels."""

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call once after ``delay_ms``."""

    def every(self, period_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call every ``period_ms``."""


class Store(Protocol):
    """The till's own database."""

    def write(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a transaction that commits at the end of the ``with`` block and rolls back on an error.

        On the storage lane only. When the block ends without an error the rows survive a power cut.

        Raises:
            StorageError: ``storage.busy``, ``storage.full``, ``storage.damaged`` or ``storage.failed``.
        """

    def read(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a read that sees one state of the database; from any thread, for about a millisecond.

        Raises:
            StorageError: as ``write``; writing inside it is ``storage.failed``.
        """


class DiskRoom(Protocol):
    """The room on the disk where the till's files lie, and a reserve that can be given up."""

    def free_bytes(self) -> int:
        """Return the room beside the reserve."""

    def is_held(self) -> bool:
        """Return whether the reserve is there."""

    def hold(self, size: int) -> bool:
        """Lay down a reserve of ``size`` bytes; False if there is no room for it."""

    def give_up(self) -> None:
        """Delete the reserve."""


@dataclass(frozen=True, slots=True)
class CatalogState:
    """Which catalog the till sells from; ``expected`` products were announced when it was delivered."""

    version: str
    products: int
    expected: int

    @property
    def complete(self) -> bool:
        """Whether at least as many products are there as were announced."""
        return self.products >= self.expected


class Catalog(Protocol):
    """Products, prices and campaigns of this store; reads take well under a millisecond.

    Before the first catalog was delivered everything is empty and ``version`` is ``""``.
    """

    @property
    def version(self) -> str:
        """The catalog and its last page, ``7f3a.41``; changes whenever a price may have changed."""

    def state(self) -> CatalogState:
        """Return what is there against what was announced."""

    def by_code(self, code: str) -> Sequence[Product]:
        """Return the products with exactly this barcode or SKU; several make a picker."""

    def by_id(self, product_id: str) -> Product | None:
        """Return a product."""

    def search(self, text: str, *, limit: int, category_id: str | None = None) -> Sequence[Product]:
        """Return products whose names, pinyin, initials or codes begin like the words of ``text``."""

    def favourites(self, category_id: str | None, *, limit: int) -> Sequence[Product]:
        """Return the best sellers first, then the rest of the category; of all for ``None``.

        Of a style one variant stands for all.
        """

    def style(self, style_id: str) -> Sequence[Product]:
        """Return the variants of a style, in the order of the catalog."""

    def has_away_rates(self) -> bool:
        """Return whether anything is taxed otherwise when it is taken away."""

    def categories(self) -> Sequence[Category]:
        """Return the categories by position."""

    def campaigns(self) -> Sequence[Mapping[str, object]]:
        """Return the campaigns' documents, as ``retail_core.pricing.rules`` reads them, by id."""


class CatalogFile(Protocol):
    """One catalog file that can still take pages."""

    @property
    def version(self) -> str:
        """The version under which it was delivered."""

    def cursor(self) -> str:
        """Return the cursor of the feed ``catalog`` that the file has reached."""

    def apply_page(self, page: FeedPage) -> None:
        """Write a page and its cursor in one transaction of the file.

        Raises:
            StorageError: ``catalog.reset`` for a reset page (fetch a new file; this one keeps selling), or
                the file cannot be written.
        """

    def digest(self) -> tuple[str, tuple[str, ...]]:
        """Return the file's cursor and the digest of each bucket of what is in it, read as one moment."""

    def repair(self, rows: BucketRows) -> int:
        """Make a bucket what the server says; return how many things were missing, wrong or too many.

        Nothing is done, and 0 returned, when the file has moved on from the answer's cursor.
        """


class CatalogFiles(Protocol):
    """Delivery of catalog files; a file is never overwritten."""

    def temporary_path(self, version: str) -> Path:
        """Return where to download and unpack a version, in the catalogs' own folder."""

    def download_path(self, version: str) -> Path:
        """Return where what has come of a compressed version lies; what came of other versions is deleted."""

    def stage(self, version: str, unpacked: Path, *, expected_products: int) -> CatalogFile:
        """Take over a verified, unpacked file: fsync, rename, open; it is not current yet.

        Raises:
            StorageError: ``catalog.unreadable``.
        """

    def activate(self, version: str) -> None:
        """Name a staged file current; readers move over with their next read."""

    def current(self) -> CatalogFile | None:
        """Return the file that the till sells from."""

    def remove_old(self) -> None:
        """Delete files that are neither current nor staged, each with its ``-wal`` and ``-shm``."""


class JournalOutbox(Protocol):
    """The journal as the sender sees it: the one record of what the server does not have yet."""

    def head(self) -> Head:
        """Return the last entry's place."""

    def acked_through(self) -> int:
        """Return the last ``seq`` that the server has acknowledged."""

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        """Return up to ``limit`` entries behind ``seq``, in order."""

    def acknowledge(self, through: int) -> None:
        """Note that the server has everything up to ``through``; never lowers."""

    def lower(self, expected: int) -> None:
        """The server (restored) expects ``expected`` next: everything from there is to be sent again."""


@dataclass(frozen=True, slots=True)
class AppliedPage:
    """What a store page brought: the kinds of documents, and the orders that are new here."""

    kinds: frozenset[str]
    new_orders: tuple[tuple[str, str], ...]
    """(order id, number)"""
    changed_orders: tuple[str, ...]
    refused: tuple[tuple[str, str, str], ...] = ()
    """(kind, key, code) of documents that could not be used; nothing waits for them."""


class FeedSink(Protocol):
    """Takes what the feed ``store`` says."""

    def cursor(self) -> str:
        """Return the cursor that was reached; empty at the beginning."""

    def apply_store_page(self, page: FeedPage, *, now_ms: int) -> AppliedPage:
        """Write a page and its cursor in one transaction; a ``reset`` page first drops what was held.

        Orders that were touched here by an entry behind ``applied_through`` stay as they are. What a reset
        page does not bring again goes when its last page (``more`` is false) is applied. Facts behind its
        ``applied_through`` count as unsent from then on.

        Raises:
            StorageError: writing failed; nothing of the page was kept.
        """


class FeedRows(Protocol):
    """What is here of the feed ``store``, to be compared with the server."""

    def digest(self) -> tuple[str, dict[str, int], tuple[str, ...]]:
        """Return cursor, number of things of each kind here, and each bucket's digest, as one moment."""

    def repair(self, rows: BucketRows, *, now_ms: int) -> AppliedPage:
        """Make a bucket what the server says, and return what that changed.

        Nothing is done when the till has moved on from the answer's cursor. Orders that were touched here
        since stay as they are.
        """


class SyncNotes(Protocol):
    """What the sync adapter remembers besides cursors."""

    def state(self) -> SyncState:
        """Return where the till stands."""

    def note_contact(self, *, now_ms: int, server_ms: int) -> None:
        """Note that the server answered, and how far its clock is from ours."""

    def note_store_current(self, *, now_ms: int) -> None:
        """Note that the server has no news for the feed ``store``: what is here is as fresh as now."""

    def note_catalog_page(self, *, now_ms: int) -> None:
        """Note that the feed ``catalog`` was read to its end."""

    def terminal(self) -> Terminal | None:
        """Return the till's identity."""

    def device_seed(self) -> bytes:
        """Return the device key's secret bytes."""


class CentralApi(Protocol):
    """What the counter asks while a customer waits, on the interactive network lane; 3 s at most.

    Raises:
        Unreachable: use the offline rule.
        Rejected: the server refused, with its code.
    """

    def member_lookup(
        self, *, phone_mac: str | None = None, alias: str | None = None, card_number: str | None = None
    ) -> Member | None:
        """Return the member of a phone fingerprint, a code's alias or a card; ``None`` if there is none."""

    def member_search(self, text: str, *, staff_id: str) -> Sequence[Member]:
        """Return members by last digits, name or initials, for somebody with the right to search."""

    def member_unmask(self, member_id: str, *, staff_id: str) -> UnmaskedMember:
        """Return what is masked of a member, for somebody with the right to see it."""

    def member_prove(
        self, *, alias: str, sale_id: str, staff_id: str, means: ProofMeans, digits: str
    ) -> ProofAnswer:
        """Return whether a PIN, or the code of a message, is the member's."""

    def member_adjust(
        self, correction: Correction, *, alias: str, staff_id: str, approved_by: str | None
    ) -> Member:
        """Correct points or a balance, once for each request; return the member as they stand then.

        ``approved_by`` is who allowed what is above the limit of ``staff_id``.
        """

    def member_message_code(self, *, alias: str, sale_id: str, staff_id: str) -> CodeAnswer:
        """Let head office send a code to the member's phone."""

    def coupon_hold(
        self, *, sale_id: str, coupon_id: str | None, short_code: str | None, member_id: str | None
    ) -> CouponGrant:
        """Reserve a coupon for a sale; safe to repeat."""

    def coupon_wallet(self, *, alias: str) -> Sequence[WalletCoupon]:
        """Return the coupons of a member's wallet with their codes, the first to expire first."""

    def coupon_release(self, *, hold_id: str, sale_id: str) -> None:
        """Give a reservation back; safe to repeat."""

    def receipt_find(self, receipt_number: str) -> ReceiptAnswer | None:
        """Return a receipt of any till of the chain, ``None`` if none has stated it so far."""


class WorkListApi(Protocol):
    """The work list of the store at head office; on the interactive network lane, 3 s at most.

    Raises:
        Unreachable: nobody answered.
        Rejected: the server refused, with its code.
    """

    def exceptions(self, state: ExceptionState, *, after: int) -> ExceptionPage:
        """Return exceptions of the store behind ``after`` (0 at first), oldest first."""

    def settle_exception(self, exception_id: int, action: str, *, staff_id: str, note: str) -> ExceptionItem:
        """Say what somebody did; safe to repeat. Returns the exception as it stands then."""


class CampaignApi(Protocol):
    """The accounts of coupon campaigns at head office; on the interactive network lane, 3 s at most.

    Raises:
        Unreachable: nobody answered.
        Rejected: the server refused, with its code.
    """

    def campaigns(self) -> Sequence[CampaignItem]:
        """Return the coupon campaigns of the store, those that run first."""

    def campaign_events(self, campaign_id: str, *, before: int) -> EventPage:
        """Return what sales did to a campaign's coupons before an event (0: the newest)."""

    def give_offline_back(self, campaign_id: str, *, staff_id: str, reason: str) -> CampaignItem:
        """Let its coupons count offline again; refused as ``campaign.offline_not_ended`` where they do."""


class EnrolmentApi(Protocol):
    """Joins a store."""

    def enrol(self, url: str, request: EnrolRequest) -> EnrolReply:
        """Redeem a one-time code at the central API under ``url``.

        Raises:
            Unreachable: nobody answered.
            Rejected: wrong, used or expired code.
        """


@dataclass(frozen=True, slots=True)
class TillKeys:
    """The two secrets that never stand in ``till.db``, 32 bytes each."""

    database_key: bytes
    pin_pepper: bytes


class KeyStore(Protocol):
    """Keeps the till's secrets: the OS keyring, a file that was named, or the demo's 0600 file."""

    def load(self) -> TillKeys | None:
        """Return the keys, or ``None`` if none were made.

        Raises:
            StorageError: ``keys.unavailable`` when the place cannot be reached.
        """

    def save(self, keys: TillKeys) -> None:
        """Keep new keys.

        Raises:
            StorageError: ``keys.unavailable``.
        """


class FiscalPort(Protocol):
    """The fiscal service around a sale: prepared before the transaction, signed with its number inside it."""

    def prepare(self, sale_id: str, *, total_minor: int, currency: str) -> FiscalTicket:
        """Announce a sale."""

    def sign(self, ticket: FiscalTicket, sale: SaleCompleted) -> FiscalMark:
        """Sign the sale; its answer stands in the entry and on the receipt. Never refuses."""

    def void(self, ticket: FiscalTicket) -> None:
        """Take the announcement back: the sale did not happen."""


class Sounds(Protocol):
    """What the counter hears."""

    def good(self) -> None:
        """A scan was understood."""

    def unknown(self) -> None:
        """A scan was not."""

    def attention(self) -> None:
        """Somebody should look: an order came, a refusal."""

    def done(self) -> None:
        """Something with many scans is complete, such as an order that was picked."""
