"""A till that was cut off 42 minutes ago, and one where everything works."""

from dataclasses import replace

from pos_app.services.price_basket import SetAside
from pos_app.services.records import Names
from pos_app.services.safety import Concern
from pos_app.services.store_status import Capability, DataAge, StatusReport

NOW_MS = 1_795_348_800_000
"""2026-11-22 20:00 in Shanghai."""
MINUTE_MS = 60_000
CUT_MS = NOW_MS - 42 * MINUTE_MS

OFFLINE = StatusReport(
    light="offline",
    capabilities=(
        Capability("sell", "works"),
        Capability("offers", "limited", "status.campaigns_set_aside"),
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
    set_aside=(
        SetAside(
            "SPRING",
            Names(
                "春季满减，全场每满一百减十元",
                "春季滿額折扣，全館每滿一百折十元",
                "Spring: 10 off every 100",
            ),
            "rule.discount_above_minimum",
            "params.steps",
        ),
        SetAside("NIGHT", Names("夜宵八折", "宵夜八折", "Late-night 20% off"), "rule.broken"),
    ),
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


STOPPED = replace(
    ONLINE,
    light="limited",
    capabilities=(Capability("sell", "blocked", "disk.full", CUT_MS), *ONLINE.capabilities[1:]),
    concerns=(
        Concern("disk.full", "stop", CUT_MS),
        Concern("storage.damaged", "warn", NOW_MS - 3 * MINUTE_MS),
    ),
)
"""A till whose disk is full."""
