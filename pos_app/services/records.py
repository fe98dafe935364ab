"""What the till knows and shows: frozen records that cross between services, adapters and screens.

Plain dataclasses: the sign-in screen appears before pydantic is imported. Amounts are minor units in fields
that end in ``_minor``, or ``Money``; quantities are thousandths; times are UTC milliseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from retail_core.batches import SOON_DAYS, DateKind
from retail_core.codes.platform import Channel
from retail_core.drawer import COUNT_ATTEMPTS, DIFFERENCE_PERSONS
from retail_core.points import PointsTerms
from retail_core.promises import LATE_MINUTES
from retail_core.stored_value import ValueTerms
from retail_core.tenders import DEFAULT_OFFERS, TenderOffer, TenderTerms, cash_mode

SoldBy = Literal["piece", "weight"]
JobKind = Literal["document", "drawer"]
JobState = Literal["written", "sent", "confirmed", "unknown"]
TenderKind = Literal["cash", "external", "voucher", "card", "points", "stored_value"]
MemberMeans = Literal["code", "card", "phone"]


@dataclass(frozen=True, slots=True)
class Names:
    """A name in the three languages of the product."""

    zh_hans: str
    zh_hant: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the name for ``zh-Hans``, ``zh-Hant`` or ``en``; English for anything else."""
        return {"zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant}.get(language, self.en)


@dataclass(frozen=True, slots=True)
class Reward:
    """Goods or a service for points alone; its slip holds ``days``."""

    reward_id: str
    names: Names
    points: int
    days: int


@dataclass(frozen=True, slots=True)
class StoreProfile:
    """The store as this till prints and shows it; ``number`` is the store's number inside signed codes."""

    store_id: str
    number: int
    name: str
    address: str
    legal_id: str
    time_zone: str
    currency: str
    day_cutoff_minutes: int
    languages: tuple[str, ...]
    receipt_language: str
    receipt_base_url: str
    cash_step_minor: int
    prices_include_tax: bool
    tax_per: Literal["rate", "line"] = "rate"
    region: str = ""
    cash_rounding: str = "half_up"
    cash_exact: bool = False
    tenders: tuple[TenderOffer, ...] = DEFAULT_OFFERS
    return_policy: Literal["keep", "claw_back"] = "claw_back"
    return_days: int = 30
    offline_coupon_minor: int | None = None
    offline_period_minor: int | None = None
    payment_url: str = ""
    points: PointsTerms | None = None
    rewards: tuple[Reward, ...] = ()
    stored_value: ValueTerms | None = None
    tiers: tuple[tuple[str, int], ...] = ()
    """Tiers that are reached by spending so much, in minor units, the lowest first."""
    late_minutes: int = LATE_MINUTES
    """An order that is later than promised by more is late."""
    late_campaign: str = ""
    """Whose coupon it earns; empty for none."""
    channels: tuple[Channel, ...] = ()
    """Marketplaces and platforms that send orders."""
    markdowns: tuple[tuple[int, int], ...] = ()
    """Days left and what is offered then, in hundredths of a per cent."""
    soon_days: int = SOON_DAYS
    """So many days ahead goods stand on the list of what expires soon."""
    count_limit_minor: int | None = None
    """The difference of a count that asks nobody; the currency's usual where it is empty."""
    count_attempts: int = COUNT_ATTEMPTS
    """How often a shift may be counted before somebody has to allow the difference."""
    difference_persons: int = DIFFERENCE_PERSONS
    """1: who closes may allow a difference of their own; 2: another person has to."""
    drawers: str = "shared"
    """``shared``: everybody sells into the drawer; ``personal``: each opens a shift of their own."""
    float_minor: int | None = None
    """What should lie in a drawer in the morning; the currency's usual where it is empty."""
    busy_minutes: int = 0
    """So much longer orders take, until ``busy_until_ms``, as head office told."""
    busy_until_ms: int = 0
    busy_said_ms: int = 0

    @property
    def tender_terms(self) -> TenderTerms:
        """The rules of payment; balances are taken where there are terms for them."""
        offers = (
            *self.tenders,
            *(() if self.points is None else (TenderOffer("points", "none"),)),
            *(() if self.stored_value is None else (TenderOffer("stored_value", "none"),)),
        )
        return TenderTerms(self.cash_step_minor, cash_mode(self.cash_rounding), self.cash_exact, offers)


@dataclass(frozen=True, slots=True)
class Terminal:
    """This till's identity, from its enrolment.

    ``label`` is the receipt prefix of the first incarnation, ``S01-T02``; ``url`` is the central API.
    """

    terminal: str
    label: str
    incarnation: int
    key_id: str
    tenant: int
    tenant_name: str
    url: str
    store: StoreProfile
    root_public_key: bytes
    phone_mac_key: bytes
    enrolled_ms: int
    training: bool = False
    """A till to practise on: its papers say so, and it knows no server."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is doing something: the person signed in, with the rights that count now."""

    staff_id: str
    name: str
    role: str
    rights: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class StaffTile:
    """One person on the sign-in screen."""

    staff_id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person who may work here, with what checks the PIN; the server's digest itself is not kept.

    ``pin_hmac`` is HMAC-SHA256(pepper, digest); ``failures`` counts wrong PINs since the last right one.
    """

    staff_id: str
    name: str
    role: str
    rights: Mapping[str, int | None]
    pin_salt: bytes
    pin_ops: int
    pin_mem: int
    pin_hmac: bytes
    badge_mac: str
    active: bool
    failures: int = 0
    locked_until_ms: int = 0

    @property
    def actor(self) -> Actor:
        """The person as somebody who acts."""
        return Actor(self.staff_id, self.name, self.role, self.rights)


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a group; ``price_minor`` >= 0 is added to the price of a piece."""

    option_id: str
    names: Names
    price_minor: int
    preset: bool


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """What can be chosen of a product, at least ``least`` and at most ``most`` of it."""

    group_id: str
    names: Names
    least: int
    most: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A product's place in the grid of its style; no size is ``""``, no colour has empty names."""

    style_id: str
    style: Names
    size: str
    colour: Names


@dataclass(frozen=True, slots=True)
class Pack:
    """A case of a product with its own barcode and price; ``names`` say what the case is called."""

    pack_id: str
    barcode: str
    names: Names
    pieces: int
    price_minor: int
    tier_prices: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Product:
    """A product as this store sells it. ``tile`` is its character and hue, ``"美|coffee"``.

    ``deposit`` tells that it is a deposit itself; ``deposit_id`` is the deposit that each piece brings along.
    ``dated`` is what the date on it says, where it is kept by batch; ``serials``: each piece has a number.
    ``cost_minor`` is what one piece or unit of weight costs the store, ``None`` where it is not known.
    """

    product_id: str
    sku: str
    names: Names
    brand: str
    category_id: str
    sold_by: SoldBy
    price_minor: int
    tier_prices: Mapping[str, int]
    tax_rate_bp: int
    barcodes: tuple[str, ...]
    min_age: int
    regulated: bool
    favourite: int
    tile: str
    away_tax_rate_bp: int | None = None
    options: tuple[OptionGroup, ...] = ()
    variant: Variant | None = None
    packs: tuple[Pack, ...] = ()
    deposit: bool = False
    deposit_id: str | None = None
    dated: DateKind = ""
    serials: bool = False
    cost_minor: int | None = None

    def pack_with(self, code: str) -> Pack | None:
        """Return the pack that carries ``code``, however many zeros stand in front; ``None`` for a piece."""
        wanted = code.lstrip("0")
        return next((pack for pack in self.packs if pack.barcode.lstrip("0") == wanted), None)


@dataclass(frozen=True, slots=True)
class Category:
    """A category chip."""

    category_id: str
    names: Names
    position: int


@dataclass(frozen=True, slots=True)
class StockLevel:
    """What the till believes to be there: the last feed, less what this till did since.

    ``kept_milli`` is committed to paid orders; ``as_of_ms`` is the age of the feed, 0 if none came yet.
    """

    product_id: str
    on_hand_milli: int
    kept_milli: int
    as_of_ms: int

    @property
    def free_milli(self) -> int:
        """What is neither sold nor kept; may be negative when something was sold that was kept."""
        return self.on_hand_milli - self.kept_milli


@dataclass(frozen=True, slots=True)
class MemberUse:
    """How often a member used a campaign: in all, and on ``day``, the last business day it was used on."""

    rule_id: str
    count: int
    day: str
    day_count: int


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the till may know one: masked.

    ``first_purchase`` only where it is known that nothing was bought yet. ``seen_through`` is the last of our
    entries that these figures contain, ``None`` where the feed keeps them current. ``merged`` are accounts
    that mean this member too; ``birthday`` is ``MM-DD`` or empty, ``visited_ms`` 0 where none is known.
    """

    member_id: str
    alias: str
    masked_name: str
    phone_mac: str
    phone_last4: str
    tier: str
    points: int
    coupons: int
    first_purchase: bool = False
    uses: tuple[MemberUse, ...] = ()
    seen_through: int | None = None
    principal_minor: int = 0
    bonus_minor: int = 0
    merged: tuple[tuple[str, str], ...] = ()
    initials: str = ""
    birthday: str = ""
    visited_ms: int = 0
    spent_minor: int = 0
    preferences: str = ""
    note: str = ""
    consents: tuple[str, ...] = ()
    expiring_points: int = 0
    expires_ms: int = 0


@dataclass(frozen=True, slots=True)
class UnmaskedMember:
    """What is masked of a member; for a person's eyes, kept nowhere."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class CountedUses:
    """How often campaigns with limits were used, as far as this till knows.

    ``by_store`` are the uses of the store, ``by_member`` those of one member and ``today`` those of one
    business day among them. ``first_purchase`` tells that this member is known to have bought nothing yet.
    """

    by_store: Mapping[str, int]
    by_member: Mapping[str, int]
    today: Mapping[str, int]
    first_purchase: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift of this till."""

    shift_id: str
    number: int
    business_day: str
    currency: str
    opened_ms: int
    opened_by: str
    opened_by_name: str
    float_minor: int
    opened_seq: int
    closed_ms: int | None = None
    incarnation: int = 1
    """The chain in which its entries stand."""
    drawer: str = "shared"
    """``shared``: everybody sells into it; ``personal``: who opened it."""
    carried_minor: int | None = None
    """What the last close of the drawer had left in it; ``None`` where nothing is known of one."""
    suspended_ms: int | None = None
    """Since when it is put aside; ``None`` for the active one and for one that is closed."""
    left_minor: int | None = None
    """What waits in the drawer for the next shift."""


@dataclass(frozen=True, slots=True)
class SaleSummary:
    """A completed sale in a list."""

    sale_id: str
    receipt_number: str
    at_ms: int
    total_minor: int
    currency: str
    items_milli: int
    cashier_name: str


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A row of the spool. ``document`` is the JSON form of what to print; a drawer job has none.

    ``state`` goes written → sent → confirmed | unknown. A job that is unknown is printed again only when
    somebody asks for it, marked COPY; a drawer job is never sent again.
    """

    job_id: int
    kind: JobKind
    document: str
    state: JobState
    reference: str
    written_ms: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where the till stands against the server; times are 0 when it never happened.

    ``applied_through``: our entries that the last store page already contains. ``clock_offset_ms``: server
    time minus this machine's wall clock when the server last answered.
    """

    acked_through: int = 0
    expected: int = 1
    store_cursor: str = ""
    applied_through: int = 0
    store_page_ms: int = 0
    catalog_page_ms: int = 0
    keys_ms: int = 0
    last_contact_ms: int = 0
    clock_offset_ms: int = 0
    catalog_file: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """The facts that the server has not acknowledged yet; ``oldest_ms`` is 0 when there are none."""

    length: int
    oldest_ms: int


@dataclass(frozen=True, slots=True)
class KeyList:
    """The signed issuer keys as the server sent them."""

    version: int
    document: str
    signature: str


@dataclass(frozen=True, slots=True)
class WalletCoupon:
    """A coupon of a member's wallet with its code; ``value_minor`` is empty where its campaign says it."""

    coupon_id: str
    campaign_id: str
    alias: str
    code: str
    value_minor: int | None
    starts_ms: int
    expires_ms: int


@dataclass(frozen=True, slots=True)
class CouponGrant:
    """The server's answer to a hold: with ``held`` the coupon is the sale's until ``expires_ms``."""

    held: bool
    code: str
    hold_id: str | None = None
    coupon_id: str | None = None
    campaign_id: str | None = None
    value_minor: int | None = None
    expires_ms: int | None = None
    coupon_expires_ms: int | None = None
