"""A till that was cut off 42 minutes ago, and one where everything works."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.errors import PosError
from pos_app.services.payment_model import Payment
from pos_app.services.payments import act_of
from pos_app.services.price_basket import SetAside
from pos_app.services.records import Actor, Names
from pos_app.services.safety import Concern
from pos_app.services.store_status import Capability, DataAge, StatusReport
from pos_app.ui.approval.presenter import Request
from pos_app.ui.screens.health.payments_part import PaymentTools
from retail_core.money import Money

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
        DataAge("stock", CUT_MS, 811, 812),
        DataAge("keys", NOW_MS - 5 * 60 * MINUTE_MS),
        DataAge("orders", 0),
        DataAge("members", CUT_MS, 1_204, 1_204),
        DataAge("staff", CUT_MS, 11, 12),
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
        DataAge("stock", NOW_MS - 4_000, 812, 812),
        DataAge("keys", NOW_MS - 30_000),
        DataAge("orders", NOW_MS - 4_000, 38, 38),
        DataAge("members", NOW_MS - 4_000, 1_204, 1_204),
        DataAge("staff", NOW_MS - 4_000, 12, 12),
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


DOUBT = Payment(
    payment_id="p-doubt",
    kind="charge",
    basket_id="b-1",
    provider="simulated",
    amount=Money(2_800, "CNY"),
    state="unknown",
    actor="wu",
    started_ms=CUT_MS,
    changed_ms=CUT_MS,
    code="payment.no_answer",
    aside=True,
)
FREE = replace(
    DOUBT, payment_id="p-free", amount=Money(5_600, "CNY"), state="approved", code="", reference="r"
)
FAILED = replace(
    DOUBT,
    payment_id="p-failed",
    kind="refund",
    amount=Money(128_800, "CNY"),
    state="declined",
    code="payment.refund_refused",
    used_by="b-9",
)
OPEN_PAYMENTS = replace(
    ONLINE,
    light="limited",
    capabilities=(*ONLINE.capabilities, Capability("card", "limited", "status.payments_open")),
    payments=(DOUBT, FREE, FAILED),
)
"""A till on which three payments wait for somebody."""


@dataclass
class PaymentsAsked:
    """Notes what is asked of payments; ``refusal`` answers decisions. Stands in for the approval, too."""

    asked: list[str] = field(default_factory=list)
    given_back: list[str] = field(default_factory=list)
    decided: list[tuple[str, bool, str]] = field(default_factory=list)
    needs_approval: bool = False
    requests: list[Request] = field(default_factory=list)

    @property
    def tools(self) -> PaymentTools:
        return PaymentTools(self, _Approvals(self))

    def ask(self, payment_id: str) -> None:
        self.asked.append(payment_id)

    def give_back(self, actor: Actor, payment: Payment, *, on_error: Callable[[PosError], None]) -> None:
        del actor, on_error
        self.given_back.append(payment.payment_id)

    def decide(
        self,
        actor: Actor,
        payment_id: str,
        *,
        paid: bool,
        approval: Approval | None,
        on_error: Callable[[PosError], None],
    ) -> None:
        if self.needs_approval and approval is None:
            act = act_of(DOUBT, paid=paid)
            on_error(NeedsApproval("right.missing", act.verb, act=act))
            return
        self.decided.append((payment_id, paid, approval.staff_id if approval else actor.staff_id))


@dataclass
class _Approvals:
    """Somebody with the right allows everything at once."""

    noted: PaymentsAsked

    def ask(self, request: Request, on_approved: Callable[[Approval], None]) -> None:
        self.noted.requests.append(request)
        on_approved(Approval(request.act, "li", "李娜", NOW_MS))
