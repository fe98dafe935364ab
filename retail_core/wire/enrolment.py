"""A till joins a store: ``POST /v1/enrol``."""

from typing import Annotated, Literal

from pydantic import Field

from retail_core.batches import SOON_DAYS
from retail_core.drawer import COUNT_ATTEMPTS, DIFFERENCE_PERSONS, MOST_ATTEMPTS
from retail_core.points import MOST_POINTS
from retail_core.promises import LATE_MINUTES, MOST_BUSY_MINUTES
from retail_core.wire.base import HexText, Id, Message, Millis, Minor, Names, Text


class EnrolRequest(Message):
    """The one-time code, and the public key that the till made."""

    protocol: int = 1
    code: Text
    device_public_key: HexText
    app_version: Text
    device_name: Text


class TenderOffer(Message):
    """A tender that a store takes; ``over`` says what becomes of more than there is to pay."""

    kind: Literal["cash", "external", "voucher", "card"]
    over: Literal["change", "none", "forfeit"]
    most_minor: Minor | None = None
    """The most that one document may be paid with it."""


class RewardDoc(Message):
    """Goods or a service that a store gives for points alone."""

    reward_id: Id
    names: Names
    points: Annotated[int, Field(ge=1, le=MOST_POINTS)]
    days: Annotated[int, Field(ge=1, le=3_650)] = 30
    """For how many days its slip holds."""


class PointsRate(Message):
    """What points are worth in a store: ``points`` of them ``minor`` units. Source: docs/rules/points.md."""

    points: Annotated[int, Field(ge=1, le=MOST_POINTS)]
    minor: Annotated[Minor, Field(ge=1)]
    most_percent: Annotated[int, Field(ge=1, le=100)] = 100
    """How much of what points may pay at all can be paid so."""
    offline_points: Annotated[int, Field(ge=0, le=MOST_POINTS)] = 0
    """What one member may spend at one till without head office."""
    hold_days: Annotated[int, Field(ge=0, le=36_500)] = 0
    """For how many days points hold; 0 for ever."""
    rewards: tuple[RewardDoc, ...] = ()


class ValueOffer(Message):
    """A top-up of ``pay_minor``, and the bonus that the store adds."""

    pay_minor: Annotated[Minor, Field(ge=1)]
    bonus_minor: Annotated[Minor, Field(ge=0)] = 0


class StoredValue(Message):
    """How a store tops up balances and takes them. Source: docs/rules/stored-value.md."""

    spend: Literal["principal_first", "bonus_first", "in_proportion"] = "principal_first"
    offers: tuple[ValueOffer, ...] = ()
    offline_minor: Annotated[Minor, Field(ge=0)] = 0
    """What one member may spend at one till without head office."""


class WebBuffer(Message):
    """What the web never promises of goods. Source: docs/rules/stock.md, "What the web may promise"."""

    category_id: Text = ""
    """Empty: goods of every category that has no buffer of its own."""
    least_milli: Annotated[int, Field(ge=0, le=10**9)] = 1_000
    share_bp: Annotated[int, Field(ge=0, le=10_000)] = 2_000
    walk_in_percent: Annotated[int, Field(ge=0, le=10_000)] = 200


class OpeningHours(Message):
    """When a store is open on some weekdays, in minutes after its midnight."""

    weekdays: Annotated[tuple[Annotated[int, Field(ge=1, le=7)], ...], Field(min_length=1, max_length=7)]
    from_minute: Annotated[int, Field(ge=0, le=1_439)]
    to_minute: Annotated[int, Field(ge=1, le=1_440)]


class PromiseTerms(Message):
    """How a store promises when orders are ready. Source: docs/rules/promises.md."""

    hours: Annotated[tuple[OpeningHours, ...], Field(max_length=21)] = ()
    slot_minutes: Annotated[int, Field(ge=5, le=240)] = 15
    per_slot: Annotated[int, Field(ge=1, le=10_000)] = 8
    """So many orders are promised for one slot."""
    prepare_minutes: Annotated[int, Field(ge=0, le=1_440)] = 30
    days: Annotated[int, Field(ge=1, le=14)] = 2
    """So many days are promised, today among them."""


class CodeFormDoc(Message):
    """How codes of a channel look. Source: :class:`retail_core.codes.platform.CodeForm`."""

    prefix: Annotated[Text, Field(max_length=32)] = ""
    least: Annotated[int, Field(ge=1, le=64)]
    most: Annotated[int, Field(ge=1, le=64)]
    letters: bool = False
    exact_case: bool = False
    daily: bool = False


class ChannelDoc(Message):
    """A channel that orders come from: its name as people say it, and how its pick-up codes look."""

    channel: Id
    name: Annotated[Text, Field(max_length=30)]
    codes: Annotated[tuple[CodeFormDoc, ...], Field(max_length=5)] = ()
    commission_bp: Annotated[int, Field(ge=0, le=10_000)] = 0
    """What the channel keeps of what was paid there, in hundredths of a per cent."""


class TierStep(Message):
    """What it takes to reach a tier: ``spend_minor`` > 0 within the store's ``tier_window_days``."""

    tier: Id
    spend_minor: Annotated[Minor, Field(gt=0)]


class MarkdownStep(Message):
    """What may be taken off a piece with so many days left or fewer."""

    days: Annotated[int, Field(ge=0, le=365)]
    percent_bp: Annotated[int, Field(gt=0, le=9_900)]


class StoreCard(Message):
    """What a till prints and shows of its store: when it joins, and in feed ``store``, kind ``settings``."""

    store_id: Id
    store_number: int
    """The store's number inside signed codes."""
    name: Text
    address: Text
    legal_id: Text
    time_zone: Text
    currency: Id
    day_cutoff_minutes: int
    languages: tuple[str, ...]
    receipt_language: Text
    receipt_base_url: Text
    cash_step_minor: int
    """Smallest coin; cash totals are rounded to it."""
    prices_include_tax: bool
    tax_per: Literal["rate", "line"] = "rate"
    """Whether tax is reckoned once for each rate of a document, or for each line."""
    region: Text = ""
    """What campaigns of a region ask for; empty for a store in none."""
    cash_rounding: Literal["half_up", "half_down", "half_even", "up", "down"] = "half_up"
    """How cash is rounded to the smallest coin; ``down`` is the automatic dropping of small change."""
    cash_exact: bool = False
    """Whether who lays down exactly what is to pay, in smaller coins, is not rounded."""
    tenders: tuple[TenderOffer, ...] = (
        TenderOffer(kind="cash", over="change"),
        TenderOffer(kind="external", over="none"),
        TenderOffer(kind="card", over="none"),
    )
    """What the store takes; a card only where a payment provider is connected.

    Source: docs/rules/tenders.md.
    """
    return_policy: Literal["keep", "claw_back"] = "claw_back"
    """Whether a promotion has to hold for what the customer keeps. Source: docs/rules/returns.md."""
    return_days: Annotated[int, Field(ge=0, le=3_650)] = 30
    """For how many days goods come back without somebody's approval."""
    offline_coupon_minor: Annotated[int, Field(ge=0)] | None = None
    """The most that one coupon may take off offline; the currency's usual where it is empty."""
    offline_period_minor: Annotated[int, Field(ge=0)] | None = None
    """The same for all coupons of a till in an offline period. Source: docs/rules/coupons.md."""
    payment_url: Text = ""
    """Where the store's payment provider answers; empty for a store that takes no cards."""
    points: PointsRate | None = None
    """``None``: the store takes no points."""
    stored_value: StoredValue | None = None
    """``None``: the store takes no balances and tops none up."""
    tiers: tuple[TierStep, ...] = ()
    """Tiers that are reached by spending, the lowest first. Source: docs/rules/members.md, "Tiers"."""
    tier_window_days: Annotated[int, Field(ge=1, le=3_660)] = 365
    web_buffers: tuple[WebBuffer, ...] = ()
    """What stays for the counter, of all goods and of categories. Source: docs/rules/stock.md."""
    latitude_e6: Annotated[int, Field(ge=-90_000_000, le=90_000_000)] | None = None
    """Where the store is, in millionths of a degree; with neither it is nobody's next store."""
    longitude_e6: Annotated[int, Field(ge=-180_000_000, le=180_000_000)] | None = None
    promises: PromiseTerms | None = None
    """``None``: the shop's word counts for when an order is ready, and orders of a time are not counted."""
    late_minutes: Annotated[int, Field(ge=0, le=1_440)] = LATE_MINUTES
    """So much later than promised is still in time."""
    late_campaign: Text = ""
    """Whose coupon a late order earns; empty: none. Source: docs/rules/promises.md, "Late"."""
    pickup_days: Annotated[int, Field(ge=1, le=14)] = 7
    """So many days an order that is ready is kept for its customer."""
    perishable_hours: Annotated[int, Field(ge=0, le=336)] = 0
    """So many hours one with goods that spoil; 0: as long as any other."""
    perishable_categories: Annotated[tuple[Id, ...], Field(max_length=200)] = ()
    """The categories of goods that spoil."""
    channels: Annotated[tuple[ChannelDoc, ...], Field(max_length=50)] = ()
    """Marketplaces and platforms that send orders. Source: docs/rules/orders.md, "Codes of platforms"."""
    markdowns: tuple[MarkdownStep, ...] = ()
    """What is offered for goods near their date. Source: docs/rules/stock.md, "Batches with a date"."""
    soon_days: Annotated[int, Field(ge=0, le=365)] = SOON_DAYS
    """So many days ahead goods stand on the list of what expires soon."""
    count_limit_minor: Annotated[int, Field(ge=0)] | None = None
    """The difference of a count that asks nobody; the currency's usual where it is empty.

    Source: docs/rules/shifts.md, "Count and close".
    """
    count_attempts: Annotated[int, Field(ge=1, le=MOST_ATTEMPTS)] = COUNT_ATTEMPTS
    """How often a shift may be counted before somebody has to allow the difference."""
    difference_persons: Annotated[int, Field(ge=1, le=DIFFERENCE_PERSONS)] = DIFFERENCE_PERSONS
    """How many people it takes to close with such a difference; 1: who closes may allow it alone."""
    drawers: Literal["shared", "personal"] = "shared"
    float_minor: Annotated[int, Field(ge=0)] | None = None
    """What should lie in a drawer in the morning; the currency's usual where it is empty."""
    busy_minutes: Annotated[int, Field(ge=0, le=MOST_BUSY_MINUTES)] = 0
    """So much longer orders take, until ``busy_until_ms``."""
    busy_until_ms: Millis = 0
    busy_said_ms: Millis = 0
    """When that was said; what was said before it counts no more."""


class EnrolReply(Message):
    """The till's identity, and what it needs to trust the server's words."""

    terminal: Id
    terminal_label: Text
    incarnation: int
    key_id: Id
    tenant: int
    tenant_name: Text
    store: StoreCard
    root_public_key: HexText
    """Signs key lists, catalog files and anchors."""
    phone_mac_key: HexText
    """Keys the fingerprints of phone numbers, so that no till holds numbers."""
    server_ms: Millis
