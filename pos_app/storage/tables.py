"""The tables of ``till.db``. Facts are only ever added; triggers see to it. Everything else is state.

A sale's rows hold all that they need from the catalog; amounts are minor units of the row's currency,
quantities thousandths, times UTC milliseconds.
"""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

from pos_app.storage.columns import Flag, Json, number, words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, *items, sqlite_strict=True)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


def _place() -> tuple[Column[int], Column[int]]:
    """Return the columns that say which journal entry a row belongs to."""
    return number("incarnation"), number("seq")


# --- facts ---

journal = _table(
    "journal",
    Column("incarnation", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    words("terminal"),
    words("type"),
    number("version"),
    number("wall_ms"),
    number("mono_ms"),
    words("actor"),
    words("prev_hash"),
    words("body"),
    words("personal", nullable=True),
    words("salt", nullable=True),
    words("body_hash"),
    words("personal_hash", nullable=True),
    words("hash"),
    CheckConstraint("seq >= 1", name="seq"),
    Index(None, "type", "seq"),
)

sale = _table(
    "sale",
    _key("sale_id"),
    *_place(),
    number("receipt_seq"),
    Column("receipt_number", Text, nullable=False, unique=True),
    Column("shift_id", Text, ForeignKey("shift.shift_id"), nullable=False),
    words("business_day"),
    words("currency"),
    number("completed_ms"),
    words("actor"),
    number("list_minor"),
    number("discount_minor"),
    number("total_minor"),
    number("rounding_minor"),
    number("items_milli"),
    Column("has_member", Flag, nullable=False),
    words("doc"),
    UniqueConstraint("incarnation", "receipt_seq"),
    Index(None, "shift_id"),
    Index(None, "completed_ms"),
)

sale_line = _table(
    "sale_line",
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    words("line_id"),
    words("product_id", nullable=True),
    words("code", nullable=True),
    words("name"),
    words("category_id"),
    number("qty_milli"),
    number("list_minor"),
    number("total_minor"),
    number("net_minor"),
    number("tax_minor"),
    number("tax_rate_bp"),
)

tender = _table(
    "tender",
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    words("kind"),
    number("amount_minor"),
    number("tendered_minor"),
    number("change_minor"),
    words("reference", nullable=True),
    words("provider"),
    number("points", default=0),
)

sale_return = _table(
    "sale_return",
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    words("of_sale_id", nullable=True),  # empty without a receipt; a sale of another till has no row here
    words("of_receipt_number", nullable=True),
    number("refund_minor"),
    number("points_reversed"),
    words("doc"),
    Index(None, "of_sale_id"),
)

sale_return_line = _table(
    "sale_return_line",
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    words("line_id"),
    words("of_sale_id", nullable=True),
    words("of_line_id", nullable=True),
    words("product_id", nullable=True),
    words("name"),
    words("category_id"),
    number("qty_milli"),
    number("total_minor"),
    number("net_minor"),
    number("tax_minor"),
    number("tax_rate_bp"),
    words("reason"),
    Column("restock", Flag, nullable=False),
    Index(None, "of_sale_id", "of_line_id"),
)

stock_movement = _table(
    "stock_movement",
    Column("num", Integer, primary_key=True),
    *_place(),
    words("product_id"),
    number("qty_milli"),
    number("kept_milli"),
    words("cause"),
    words("ref"),
    words("batch", default=""),
    words("expires", default=""),
    Index(None, "product_id", "incarnation", "seq"),
)

points_entry = _table(
    "points_entry",
    Column("ref", Text, primary_key=True),
    Column("rule", Text, primary_key=True),
    *_place(),
    words("alias"),
    number("points"),
    Index(None, "alias"),
)

value_entry = _table(
    "value_entry",
    Column("ref", Text, primary_key=True),
    Column("rule", Text, primary_key=True),
    *_place(),
    words("alias"),
    number("amount_minor"),
    Index(None, "alias"),
)

top_up = _table(
    "top_up",
    _key("top_up_id"),
    *_place(),
    number("slip_seq"),
    Column("shift_id", Text, ForeignKey("shift.shift_id"), nullable=False),
    words("doc"),
    Index(None, "shift_id"),
)

campaign_use = _table(
    "campaign_use",
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("rule_id", Text, primary_key=True),
    Column("of_sale_id", Text, primary_key=True),
    *_place(),
    words("alias", nullable=True),
    words("day"),
    number("times"),
    Index(None, "incarnation", "seq"),
    Index(None, "alias"),
)

coupon_use = _table(
    "coupon_use",
    Column("coupon_id", Text, primary_key=True),
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    *_place(),
    words("campaign_id"),
    number("amount_minor"),
    words("mode"),
    words("hold_id", nullable=True),
    number("used_ms"),
    Index(None, "mode", "used_ms"),
)

coupon_return = _table(
    "coupon_return",
    Column("coupon_id", Text, primary_key=True),
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    *_place(),
    words("of_sale_id"),
)

coupon_issue = _table(
    "coupon_issue",
    _key("coupon_id"),
    words("sale_id"),  # or order:ORDER, for one that was late
    *_place(),
    words("campaign_id"),
    words("code"),
    words("short_code"),
    number("expires_ms"),
    Index(None, "sale_id"),
)
"""Coupons that were printed, with sales and for late orders: each once, whatever the feed says later."""

hand_over = _table(
    "hand_over",
    _key("hand_over_id"),
    *_place(),
    words("order_id"),
    Column("shift_id", Text, ForeignKey("shift.shift_id"), nullable=False),
    number("handed_ms"),
    number("handed_mono_ms"),
    words("actor"),
    words("means"),
    words("evidence"),
    number("value_minor"),
    words("currency"),
    words("lines"),
    Index(None, "order_id"),
    Index(None, "shift_id"),
)

hand_over_undo = _table(
    "hand_over_undo",
    Column("hand_over_id", Text, ForeignKey("hand_over.hand_over_id"), primary_key=True),
    *_place(),
)

cash_move = _table(
    "cash_move",
    _key("movement_id"),
    *_place(),
    number("slip_seq"),
    Column("shift_id", Text, ForeignKey("shift.shift_id"), nullable=False),
    words("doc"),
    UniqueConstraint("incarnation", "slip_seq"),
    Index(None, "shift_id"),
)
"""Cash that went into a drawer or out of it without a document of goods."""

z_report = _table(
    "z_report",
    Column("z_number", Integer, primary_key=True, autoincrement=False),
    Column("shift_id", Text, ForeignKey("shift.shift_id"), nullable=False, unique=True),
    *_place(),
    words("doc"),
)

FACTS: Final = (
    journal,
    sale,
    sale_line,
    tender,
    sale_return,
    sale_return_line,
    stock_movement,
    points_entry,
    value_entry,
    top_up,
    campaign_use,
    coupon_use,
    coupon_return,
    coupon_issue,
    hand_over,
    hand_over_undo,
    cash_move,
    z_report,
)
"""Tables whose rows are never changed and never deleted."""

# --- state ---

basket = _table(
    "basket",
    Column("place", Integer, primary_key=True, autoincrement=False),
    words("doc"),
    CheckConstraint("place = 1", name="one"),
)

parked = _table(
    "parked",
    _key("basket_id"),
    words("name"),
    words("parked_by"),
    words("parked_by_name"),
    number("parked_ms"),
    number("expires_ms"),
    number("total_minor"),
    words("doc"),
    Index(None, "parked_ms"),
)

spool = _table(
    "spool",
    Column("job_id", Integer, primary_key=True),
    words("kind"),
    words("document"),
    words("state"),
    words("reference"),
    number("written_ms"),
    words("code", default=""),
    CheckConstraint("state IN ('written', 'sent', 'confirmed', 'unknown')", name="state"),
    CheckConstraint("kind IN ('document', 'drawer')", name="kind"),
    Index(None, "state", "job_id"),
)

staff = _table(
    "staff",
    _key("staff_id"),
    words("name"),
    words("role"),
    Column("rights", Json, nullable=False),
    Column("pin_salt", LargeBinary, nullable=False),
    number("pin_ops"),
    number("pin_mem"),
    Column("pin_hmac", LargeBinary, nullable=False),
    words("badge_mac"),
    Column("active", Flag, nullable=False),
    number("failures", default=0),
    number("locked_until_ms", default=0),
    number("epoch"),
    Index(None, "badge_mac"),
)

customer_order = _table(
    "customer_order",
    _key("order_id"),
    words("number"),
    words("state"),
    words("masked_name"),
    words("phone_last4"),
    number("promised_ms"),
    number("to_put_back", default=0),
    words("platform_code", default=""),
    words("doc"),
    number("touched_incarnation", default=0),
    number("touched_seq", default=0),
    number("epoch"),
    Index(None, "state", "promised_ms"),
    Index(None, "to_put_back"),
    Index(None, "platform_code"),
)

stock = _table(
    "stock",
    _key("product_id"),
    number("on_hand_milli"),
    number("committed_milli"),
    Column("batches", Json, nullable=False, server_default="[]"),
    number("epoch"),
)

campaign_use_level = _table(
    "campaign_use_level",
    _key("rule_id"),
    number("times"),
    number("epoch"),
)

payment = _table(
    "payment",
    _key("payment_id"),
    words("kind"),
    words("basket_id"),
    words("provider"),
    number("amount_minor"),
    words("currency"),
    words("state"),
    words("actor"),
    number("started_ms"),
    number("changed_ms"),
    words("code", default=""),
    words("reference", default=""),
    words("decision", default=""),
    words("decided_by", default=""),
    Column("aside", Flag, nullable=False),
    words("used_by", default=""),
    words("of_payment", default=""),
    Column("doubted", Flag, nullable=False),
    Column("refunded", Flag, nullable=False),
    words("address", default=""),
    words("shift_id", default=""),
    Column("closed", Flag, nullable=False),
    CheckConstraint("kind IN ('charge', 'refund')", name="kind"),
    CheckConstraint(
        "state IN ('written', 'pending', 'unknown', 'approved', 'declined', 'cancelled')", name="state"
    ),
    Index(None, "basket_id"),
    Index(None, "reference"),
    Index(None, "shift_id"),
    Index(None, "closed", "started_ms"),
)

issuer_keys = _table(
    "issuer_keys",
    Column("place", Integer, primary_key=True, autoincrement=False),
    number("version"),
    words("document"),
    words("signature"),
    CheckConstraint("place = 1", name="one"),
)

revoked = _table(
    "revoked",
    Column("what", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    words("reason"),
    number("epoch"),
)

feed_row = _table(
    "feed_row",
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    words("digest"),
    number("epoch"),
)
"""What the server said of each thing of the feed ``store``, as a digest; the things are in their tables."""

sync_state = _table(
    "sync_state",
    Column("place", Integer, primary_key=True, autoincrement=False),
    number("acked_through", default=0),
    number("expected", default=1),
    words("store_cursor", default=""),
    number("applied_through", default=0),
    number("store_page_ms", default=0),
    number("catalog_page_ms", default=0),
    number("keys_ms", default=0),
    number("last_contact_ms", default=0),
    number("clock_offset_ms", default=0),
    words("catalog_file", default=""),
    number("catalog_expected", default=0),
    number("epoch", default=0),
    CheckConstraint("place = 1", name="one"),
)

settings = _table("settings", _key("name"), words("value"))

terminal = _table(
    "terminal",
    Column("place", Integer, primary_key=True, autoincrement=False),
    words("terminal"),
    number("incarnation"),
    Column("doc", Json, nullable=False),
    Column("root_public_key", LargeBinary, nullable=False),
    Column("phone_mac_key", LargeBinary, nullable=False),
    Column("device_seed", LargeBinary, nullable=False),
    CheckConstraint("place = 1", name="one"),
)
