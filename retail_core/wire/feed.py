"""What comes down to a till: the catalog file, two feeds, and the wake-up.

A feed is a sequence of changes, one per key: an upsert carries the whole document, a tombstone none.
A cursor is opaque to the till: it stores ``next`` of a page with the page's rows in one transaction.
"""

from typing import Literal

from pydantic import Field, JsonValue

from retail_core.orders import Fulfilment, LateNote, OrderState, Preference
from retail_core.wire.base import HexText, Id, Message, Milli, Millis, Minor, Names, Text
from retail_core.wire.sale_parts import LineOption
from retail_core.wire.stock_facts import BatchPart


class CatalogManifest(Message):
    """The newest catalog file of a store; the signature is over ``sha256`` of the plain file."""

    version: Id
    size: int
    compressed_size: int
    sha256: HexText
    compressed_sha256: HexText
    signature: HexText
    """Root key over ``b"POSC1\\0" + version + b"\\0" + sha256``."""
    cursor: Text
    products: int


class Change(Message):
    """One row of a feed; ``doc`` is ``None`` when the thing is gone."""

    kind: Id
    key: Id
    doc: dict[str, JsonValue] | None


class FeedPage(Message):
    """A page; ``more`` tells whether another one waits."""

    feed: Literal["catalog", "store"]
    changes: tuple[Change, ...]
    next: Text
    more: bool
    reset: bool
    """The cursor was of another epoch: this page starts from nothing, drop what was held."""
    applied_through: int
    """This terminal's entries up to here are contained in what the page says."""
    server_ms: Millis


class Wake(Message):
    """Answer of the held request ``GET /v1/wake``: what has news."""

    catalog: bool
    store: bool
    server_ms: Millis


class OptionDoc(Message):
    """One option of a group; ``price_minor`` >= 0 is added to the price of a piece."""

    option_id: Id
    names: Names
    price_minor: Minor = 0
    preset: bool = False
    """Whether it is chosen already when the sheet opens."""


class OptionGroupDoc(Message):
    """What can be chosen of a product: cup, temperature, sweetness, extras."""

    group_id: Id
    names: Names
    least: int
    """How many must be chosen, >= 0."""
    most: int
    """How many may be, >= ``least`` and >= 1."""
    options: tuple[OptionDoc, ...]


class VariantDoc(Message):
    """Where a product stands among those of one style: its place in a grid of size and colour."""

    style_id: Id
    style: Names
    size: Text
    """``""`` where the style has no sizes."""
    colour: Names
    """Empty names where it has no colours."""


class PackDoc(Message):
    """A case or a pack of a product, with its own barcode and price."""

    pack_id: Id
    barcode: Id
    names: Names
    """What the pack is called, "case of 24"; the product's name stands before it."""
    pieces: int
    """> 1"""
    price_minor: Minor
    tier_prices: dict[str, int] = Field(default_factory=dict)


class ProductDoc(Message):
    """A product as a store sells it. Feed ``catalog``, kind ``product``."""

    product_id: Id
    sku: Text
    names: Names
    brand: Text
    category_id: Id
    sold_by: Literal["piece", "weight"]
    price_minor: Minor
    tier_prices: dict[str, int]
    tax_rate_bp: int
    barcodes: tuple[str, ...]
    min_age: int
    regulated: bool
    favourite: int
    """Place among the store's best sellers, from 1; 0 for none."""
    tile: Text
    """The one character, and the hue's name, of its tile: ``"美|coffee"``."""
    terms: Text
    """Search terms of the names (``retail_core.search.index_terms``)."""
    pinyin: Text
    initials: Text
    away_tax_rate_bp: int | None = None
    """The rate when it is taken away, where that differs."""
    options: tuple[OptionGroupDoc, ...] = ()
    variant: VariantDoc | None = None
    packs: tuple[PackDoc, ...] = ()
    """Their barcodes do not stand among ``barcodes``."""
    deposit: bool = False
    """It is a deposit itself (a bottle, a bag): nothing discounts it, and it comes back for its price."""
    deposit_id: Id | None = None
    """The deposit that each piece brings along."""
    dated: Literal["", "best_before", "use_by"] = ""
    """What the date on it says, where it is kept by batch. Source: docs/rules/stock.md."""
    serials: bool = False
    """Whether each piece has a serial number that is asked for when it is sold."""
    cost_minor: Minor | None = None
    """Of one piece or unit of weight, without tax; ``None``: not known. Source: docs/rules/cost.md."""


class CategoryDoc(Message):
    """Feed ``catalog``, kind ``category``."""

    category_id: Id
    names: Names
    position: int


class StockDoc(Message):
    """Feed ``store``, kind ``stock``; key is the product."""

    product_id: Id
    on_hand_milli: Milli
    committed_milli: Milli
    batches: tuple[BatchPart, ...] = ()
    """What is left of each batch by head office's estimate, the earliest date first."""


class PlaceDoc(Message):
    """Feed ``store``, kind ``place``; key is the store: where the chain has stores.

    For who sends goods, or looks at the figures of a region. Latitude and longitude are millionths of a
    degree, ``None`` where nobody entered them.
    """

    store_id: Id
    number: int
    name: Text
    address: Text = ""
    latitude_e6: int | None = None
    longitude_e6: int | None = None
    region: Text = ""


class TransferLineDoc(Message):
    """What of a product travels."""

    line_id: Id
    product_id: Id
    qty_milli: Milli
    batches: tuple[BatchPart, ...] = ()


class TransferDoc(Message):
    """Feed ``store``, kind ``transfer``; key is the transfer: goods on their way from or to the store."""

    transfer_id: Id
    from_store: Id
    to_store: Id
    sent_ms: Millis
    sent_by: Text
    note: Text = ""
    lines: tuple[TransferLineDoc, ...]


class StockDayDoc(Message):
    """Feed ``store``, kind ``stock_day``; key is the day: the store's stock at its end, written once.

    Source: docs/rules/figures.md, "The stock at the end of a day".
    """

    business_day: Id
    stock_minor: Minor
    """At cost."""
    uncosted: int
    """Products on hand whose cost is not known."""
    in_range: int
    """Products that somebody wanted lately."""
    at_zero: int
    """Of them those of which nothing was there."""


class SoldPart(Message):
    """How much of a product was sold, in thousandths of a piece or of a kilogram."""

    product_id: Id
    qty_milli: Milli


class SoldDayDoc(Message):
    """Feed ``store``, kind ``sold_day``: what all tills of the store sold on a day.

    The key is the day of the week, ``1`` for Monday, so a week later the day takes the place of this one.
    """

    business_day: Id
    sold: tuple[SoldPart, ...]


class CampaignUseDoc(Message):
    """Feed ``store``, kind ``campaign_use``; key is the campaign: how often the store used it."""

    rule_id: Id
    count: int


class MemberUseDoc(Message):
    """How often a member used a campaign that limits its uses by member."""

    rule_id: Id
    count: int
    day: Id
    """The last business day on which it was used."""
    day_count: int
    """How often on that day."""


class MergedMember(Message):
    """An account that joined later with the same phone number: its id and alias mean the survivor."""

    member_id: Id
    alias: HexText


class MemberDoc(Message):
    """Feed ``store``, kind ``member``: masked, and no phone number in it."""

    member_id: Id
    alias: HexText
    masked_name: Text
    phone_mac: HexText
    phone_last4: Text
    tier: Id
    points: int
    coupons: int
    """How many unused coupons the wallet holds."""
    first_purchase: bool = False
    """True only where it is known that nothing was bought yet."""
    uses: tuple[MemberUseDoc, ...] = ()
    principal_minor: Minor = 0
    """Of the balance: what was paid in; below zero where more was spent than was there."""
    bonus_minor: Minor = 0
    """Of the balance: what the store added."""
    expiring_points: int = 0
    """Of ``points``: those that go next, if nothing more is spent; 0 where none do."""
    expires_ms: Millis = 0
    """When the first of them go; those of the same day of the store are among them."""
    merged: tuple[MergedMember, ...] = ()
    """In order of the id."""
    initials: Text = ""
    """Of the name in pinyin, lower case: ``lj``."""
    birthday: Text = ""
    """``MM-DD``, or empty."""
    visited_ms: Millis = 0
    """The last visit, or the join; 0 where none is known."""
    spent_minor: Minor = 0
    """What was spent within the window of the home store's tiers."""
    preferences: Text = ""
    note: Text = ""
    consents: tuple[Id, ...] = ()
    """What the member agrees to now, in order."""


class CouponDoc(Message):
    """Feed ``store``, kind ``coupon``: a coupon of a wallet that its home store may see, with its code."""

    coupon_id: Id
    campaign_id: Id
    member_id: Id
    alias: HexText
    """Of the member."""
    code: Text
    value_minor: Minor | None
    """``None`` where the campaign says what it is worth."""
    starts_ms: Millis
    expires_ms: Millis


class BlankDoc(Message):
    """Feed ``store``, kind ``blank``: a signed coupon that one till may print with a sale; for it alone.

    Source: docs/rules/coupons.md, "Coupons from the till".
    """

    coupon_id: Id
    campaign_id: Id
    terminal: Id
    incarnation: int
    code: Text
    short_code: Text
    from_minor: Minor
    """The least total of a sale that it goes with, > 0."""
    days: int
    """So long is it valid from the sale on, and not beyond ``expires_ms``."""
    use_until_ms: Millis
    """It is printed before this, or never."""
    expires_ms: Millis
    """The end of its code."""
    use: Literal["sale", "late"] = "sale"
    """What it is printed with: a sale, or an order that is late."""


class StaffDoc(Message):
    """Feed ``store``, kind ``staff``. ``rights`` maps a verb to its limit, ``None`` for no limit."""

    staff_id: Id
    name: Text
    role: Id
    rights: dict[str, int | None]
    pin_salt: HexText
    pin_ops: int
    pin_mem: int
    pin_digest: HexText
    badge_mac: HexText
    active: bool


class LineDoneDoc(Message):
    """What became of an order's line so far. Source: :class:`retail_core.orders.LineDone`."""

    picked_milli: Milli = 0
    handed_milli: Milli = 0
    handed_minor: Minor = 0
    refunded_milli: Milli = 0
    refunded_minor: Minor = 0
    moved_milli: Milli = 0
    moved_minor: Minor = 0
    returned_milli: Milli = 0
    returned_minor: Minor = 0
    put_back_milli: Milli = 0
    picker: Text = ""


class OrderLineDoc(Message):
    """A line of an order; ``name`` says what pack it is, ``options`` what was chosen."""

    line_id: Id
    product_id: Id
    name: Text
    qty_milli: Milli
    total_minor: Minor
    min_age: int
    options: tuple[LineOption, ...] = ()
    pack_id: Text = ""
    pack_pieces: int = 1
    """Pieces of stock in one unit of the line."""
    deposit: bool = False
    """It is the deposit of goods of this order: paid, but nothing to hand over."""
    deposit_of: Text = ""
    """The line of the goods that a deposit belongs to."""
    substitutes: Text = ""
    """The line in whose place it stands."""
    preference: Preference = "none"
    """What may stand in its place."""
    cap_minor: Minor = 0
    """The most that a unit in its place may cost; 0 for no such limit."""
    done: LineDoneDoc = LineDoneDoc()

    @property
    def pieces_milli(self) -> int:
        """What leaves the stock; a deposit is no goods."""
        return 0 if self.deposit else self.qty_milli * self.pack_pieces


class OrderDoc(Message):
    """Feed ``store``, kind ``order``: a click-and-collect order, prepaid."""

    order_id: Id
    number: Text
    channel: Id
    state: OrderState
    masked_name: Text
    phone_last4: Text
    lines: tuple[OrderLineDoc, ...]
    total_minor: Minor
    currency: Id
    placed_ms: Millis
    promised_ms: Millis
    ready_ms: Millis | None
    handed_over_ms: Millis | None
    shelf: Text
    secret_sha256: HexText
    """Of the pickup code's 8 secret bytes."""
    bags: int = 0
    """In how many bags it is; 0 before it is packed."""
    reason: Text = ""
    """Why it was rejected or cancelled: a code."""
    deadline_ms: Millis = 0
    """Until when it is kept once it is ready; 0 before."""
    settled_minor: Minor | None = None
    """What was paid of it online or at a till, by what was agreed; ``None``: all of it, online."""
    paid_by_receipt: Text = ""
    """The receipt of the sale that paid the rest; its hand-over is no turnover of its own."""
    fulfilment: Fulfilment = "pickup"
    of_member: bool = True
    """Whether it is an order of a member."""
    platform_number: Text = ""
    platform_code: Text = ""
    address: Text = ""
    """Where a courier of the store's own brings it; only while it is open."""
    contact: Text = ""
    """The phone number to call there; only while it is open."""
    courier: Text = ""
    """Name or number plate of the courier who took it, as far as somebody asked."""
    no_shows: int = 0
    """How many orders its member did not collect, lately, when it was placed."""
    late: LateNote = ""


class KeyListDoc(Message):
    """Feed ``store``, kind ``keys``: the signed issuer keys, as ``retail_core.codes.keys`` writes them."""

    version: int
    document: str
    signature: HexText


class RevocationDoc(Message):
    """Feed ``store``, kind ``revoked``; key is ``coupon:<id>``, ``member_card:<id>`` or ``member:<id>``.

    A printed card is named by its member's alias and its issue: ``0123456789abcdef-2``. A member who was
    erased is named by :func:`retail_core.people.erased_mark`: no code and no card of theirs counts any more.
    """

    what: Literal["coupon", "member_card", "member"]
    id: Id
    reason: Id
