"""Tenant, stores and the server's own facts."""

from sqlalchemy import Column, ForeignKey

from central_api.models.base import INT, key, maybe_number, number, table, words

tenant = table(
    "tenant",
    Column("tenant_id", INT, primary_key=True, autoincrement=False),  # the two bytes inside signed codes
    words("name"),
)
"""The chain; a database holds one."""

store = table(
    "store",
    key("store_id"),
    Column("tenant_id", INT, ForeignKey("tenant.tenant_id"), nullable=False),
    Column("store_number", INT, nullable=False, unique=True),
    words("name"),
    words("address"),
    words("legal_id"),
    words("time_zone"),
    words("currency"),
    number("day_cutoff_minutes"),
    words("languages"),  # JSON list
    words("receipt_language"),
    words("receipt_base_url"),
    number("cash_step_minor"),
    words("cash_rounding"),
    number("cash_exact"),
    words("tenders"),  # JSON list
    number("prices_include_tax"),
    words("tax_per", "rate"),
    words("region", ""),
    words("return_policy", "claw_back"),
    number("return_days", 30),
    maybe_number("offline_coupon_minor"),
    maybe_number("offline_period_minor"),
    words("payment_url", ""),
    words("points", "null"),  # JSON object of PointsRate
    words("stored_value", "null"),  # JSON object of StoredValue
    words("tiers", "[]"),  # JSON list
    number("tier_window_days", 365),
    words("web_buffers", "[]"),  # JSON list of WebBuffer
    maybe_number("latitude_e6"),
    maybe_number("longitude_e6"),
    words("promises", "null"),  # JSON object of PromiseTerms
    number("late_minutes", 10),
    words("late_campaign", ""),
    number("pickup_days", 7),  # how long an order that is ready is kept
    number("perishable_hours", 0),  # the same where something of it spoils; 0: no shorter
    words("perishable_categories", "[]"),  # JSON list
    words("channels", "[]"),  # JSON list of ChannelDoc
    words("markdowns", "[]"),  # JSON list of MarkdownStep
    number("soon_days", 7),
    maybe_number("count_limit_minor"),
    number("count_attempts", 2),
    number("difference_persons", 2),
    words("drawers", "shared"),
    maybe_number("float_minor"),
    number("busy_minutes", 0),
    number("busy_until_ms", 0),
    number("busy_said_ms", 0),
    number("next_terminal", 1),
)
"""What a till prints and shows of its store, and the number of its next till."""

server_meta = table("server_meta", key("key"), words("value"))
"""``epoch`` of the feeds, ``txid``: the writer's counter on SQLite, and the like."""
