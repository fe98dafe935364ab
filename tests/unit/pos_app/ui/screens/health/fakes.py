"""A till that was cut off 42 minutes ago, and one where everything works."""

from pos_app.services.store_status import Capability, DataAge, StatusReport

NOW_MS = 1_795_348_800_000
"""2026-11-22 20:00 in Shanghai."""
MINUTE_MS = 60_000
CUT_MS = NOW_MS - 42 * MINUTE_MS

OFFLINE = StatusReport(
    light="offline",
    capabilities=(
        Capability("sell", "works"),
        Capability("member_code", "works"),
        Capability("member_phone", "limited", "status.known_members_only", CUT_MS),
        Capability("coupon", "limited", "status.home_coupons_only", CUT_MS),
        Capability("hand_over", "works"),
        Capability("new_orders", "blocked", "status.server_unreachable", CUT_MS),
        Capability("print", "blocked", "printer.paper_out", NOW_MS - 3 * MINUTE_MS),
        Capability("close_shift", "works"),
        Capability("send", "limited", "status.kept_here", CUT_MS),
    ),
    ages=(
        DataAge("catalog", NOW_MS - 45 * MINUTE_MS, 11_980, 12_000),
        DataAge("stock", CUT_MS),
        DataAge("keys", NOW_MS - 5 * 60 * MINUTE_MS),
        DataAge("orders", 0),
    ),
    queue_length=137,
    queue_oldest_ms=CUT_MS,
    last_contact_ms=CUT_MS,
    last_error="sync.unreachable",
)
ONLINE = StatusReport(
    light="online",
    capabilities=tuple(Capability(each.code, "works") for each in OFFLINE.capabilities),
    ages=(
        DataAge("catalog", NOW_MS - 20_000, 12_000, 12_000),
        DataAge("stock", NOW_MS - 4_000),
        DataAge("keys", NOW_MS - 30_000),
        DataAge("orders", NOW_MS - 4_000),
    ),
    queue_length=0,
    queue_oldest_ms=0,
    last_contact_ms=NOW_MS - 1_000,
    last_error="",
)


class FixedClock:
    """Stands still."""

    def now_ms(self) -> int:
        return NOW_MS

    def mono_ms(self) -> int:
        return 0
