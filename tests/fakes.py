"""Small stand-ins for what lies outside the till: clocks, chance, the central API, devices, lanes."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pos_app.services.correction_model import Correction
from pos_app.services.documents import Document
from pos_app.services.errors import Unreachable
from pos_app.services.payment_ports import ChargeOrder, ListedOrder, PaymentAnswer, RefundOrder
from pos_app.services.ports import TillKeys
from pos_app.services.printing_ports import DrawerState, PrinterState, PrintOutcome, PrintState
from pos_app.services.proof_model import CodeAnswer, ProofAnswer
from pos_app.services.records import CouponGrant, Member, UnmaskedMember, WalletCoupon
from pos_app.services.return_model import ReceiptAnswer
from retail_core.proofs import ProofMeans

ResultT = TypeVar("ResultT")

NOON_MS = 1_795_320_000_000
"""2026-11-22 12:00:00 in Shanghai (04:00 UTC), a Sunday."""


class FakeClock:
    """Stands still until it is told to go on."""

    def __init__(self, now_ms: int = NOON_MS) -> None:
        self.wall_ms = now_ms
        self.since_start_ms = 1_000

    def now_ms(self) -> int:
        return self.wall_ms

    def mono_ms(self) -> int:
        return self.since_start_ms

    def advance(self, by_ms: int) -> None:
        """Let time pass on both clocks."""
        self.wall_ms += by_ms
        self.since_start_ms += by_ms


class FakeMachine:
    """A machine's two clocks: time passes on both, and somebody moves the one on the wall."""

    def __init__(self, wall_ms: int = NOON_MS) -> None:
        self._wall_ms = wall_ms
        self._passed_ms = 5_000

    def wall_ms(self) -> int:
        return self._wall_ms

    def passed_ms(self) -> int:
        return self._passed_ms

    def wait(self, by_ms: int) -> None:
        """Let time pass."""
        self._wall_ms += by_ms
        self._passed_ms += by_ms

    def move(self, by_ms: int) -> None:
        """Set the clock on the wall."""
        self._wall_ms += by_ms


class FakeIds:
    """Counts: ids 1, 2, 3 and secrets made of the same counter."""

    def __init__(self, start: int = 0) -> None:
        self.last = start

    def new_id(self) -> str:
        self.last += 1
        return f"{self.last:032x}"

    def secret(self, size: int) -> bytes:
        self.last += 1
        return self.last.to_bytes(size, "big")


class FakeKeyStore:
    """Keeps keys in memory."""

    def __init__(self, keys: TillKeys | None = None) -> None:
        self.keys = keys

    def load(self) -> TillKeys | None:
        return self.keys

    def save(self, keys: TillKeys) -> None:
        self.keys = keys


class FakeCentralApi:
    """Answers from what a test put into it; unreachable until ``online`` is set."""

    def __init__(self) -> None:
        self.online = False
        self.members: dict[str, Member] = {}
        self.grants: dict[str, CouponGrant] = {}
        self.wallet: list[WalletCoupon] = []
        self.released: list[tuple[str, str]] = []
        self.holds: list[tuple[str, str | None, str | None, str | None]] = []
        self.receipts: dict[str, ReceiptAnswer] = {}
        self.found: list[Member] = []
        self.searches: list[tuple[str, str]] = []
        self.unmasked: list[tuple[str, str]] = []
        self.proofs: list[tuple[str, str, str, str, str]] = []
        self.proof_answers: list[ProofAnswer] = []
        self.codes_asked: list[tuple[str, str, str]] = []
        self.adjusted: list[tuple[Correction, str, str, str | None]] = []
        self.adjust_error: Exception | None = None
        self.code_answer = CodeAnswer("on_its_way", "8888")

    def member_lookup(
        self, *, phone_mac: str | None = None, alias: str | None = None, card_number: str | None = None
    ) -> Member | None:
        self._reach()
        return self.members.get(phone_mac or alias or card_number or "")

    def member_search(self, text: str, *, staff_id: str) -> list[Member]:
        self._reach()
        self.searches.append((text, staff_id))
        return list(self.found)

    def member_unmask(self, member_id: str, *, staff_id: str) -> UnmaskedMember:
        self._reach()
        self.unmasked.append((member_id, staff_id))
        return UnmaskedMember("张三", "13800138000")

    def member_prove(
        self, *, alias: str, sale_id: str, staff_id: str, means: ProofMeans, digits: str
    ) -> ProofAnswer:
        self._reach()
        self.proofs.append((alias, sale_id, staff_id, means, digits))
        return self.proof_answers.pop(0)

    def member_adjust(
        self, correction: Correction, *, alias: str, staff_id: str, approved_by: str | None
    ) -> Member:
        self._reach()
        if self.adjust_error is not None:
            raise self.adjust_error
        self.adjusted.append((correction, alias, staff_id, approved_by))
        return self.members[alias]

    def member_message_code(self, *, alias: str, sale_id: str, staff_id: str) -> CodeAnswer:
        self._reach()
        self.codes_asked.append((alias, sale_id, staff_id))
        return self.code_answer

    def coupon_hold(
        self, *, sale_id: str, coupon_id: str | None, short_code: str | None, member_id: str | None
    ) -> CouponGrant:
        self._reach()
        self.holds.append((sale_id, coupon_id, short_code, member_id))
        return self.grants.get(coupon_id or short_code or "", CouponGrant(False, "coupon.unknown"))

    def coupon_wallet(self, *, alias: str) -> Sequence[WalletCoupon]:
        self._reach()
        return [coupon for coupon in self.wallet if coupon.alias == alias]

    def coupon_release(self, *, hold_id: str, sale_id: str) -> None:
        self._reach()
        self.released.append((hold_id, sale_id))

    def receipt_find(self, receipt_number: str) -> ReceiptAnswer | None:
        self._reach()
        return self.receipts.get(receipt_number)

    def _reach(self) -> None:
        if not self.online:
            raise Unreachable


class FakePrinter:
    """Keeps what it printed; ``answers`` are given one after the other, then everything is sent."""

    def __init__(self) -> None:
        self.printed: list[Document] = []
        self.answers: list[PrintOutcome] = []

    def print_document(self, document: Document) -> PrintOutcome:
        answer = self.answers.pop(0) if self.answers else PrintOutcome(PrintState.SENT)
        if answer.state is not PrintState.REFUSED:
            self.printed.append(document)
        return answer

    def state(self) -> PrinterState:
        return PrinterState.READY


class FakeDrawer:
    """Counts its pulses."""

    def __init__(self) -> None:
        self.pulses = 0
        self.answer = PrintOutcome(PrintState.SENT)
        self.now = DrawerState.UNKNOWN

    def open(self) -> PrintOutcome:
        self.pulses += 1
        return self.answer

    def state(self) -> DrawerState:
        return self.now


class FakeProvider:
    """A payment provider that answers as a test says; ``down`` hears and says nothing."""

    def __init__(self, name: str = "simulated", address: str = "https://pay.example") -> None:
        self.name = name
        self.address = address
        self.answers: list[PaymentAnswer] = []
        self.known: dict[str, PaymentAnswer] = {}
        self.cancelled: list[str] = []
        self.charged: list[ChargeOrder] = []
        self.refunded: list[RefundOrder] = []
        self.refund_answer = PaymentAnswer("approved")
        self.down = False
        self.list: tuple[ListedOrder, ...] | None = ()
        self.listed_from: list[int] = []

    def charge(self, order: ChargeOrder) -> PaymentAnswer:
        self.charged.append(order)
        answer = self.answers.pop(0) if self.answers else self.approved(order.order_no)
        self.known.setdefault(order.order_no, answer)
        return answer

    def ask(self, order_no: str) -> PaymentAnswer:
        if self.down:
            return PaymentAnswer("unknown", "payment.no_answer")
        return self.known.get(order_no, PaymentAnswer("absent"))

    def cancel(self, order_no: str) -> PaymentAnswer:
        if self.down:
            return PaymentAnswer("unknown", "payment.no_answer")
        self.cancelled.append(order_no)
        known = self.known.get(order_no)
        if known is not None and known.state == "approved":
            return known
        code = "payment.never_arrived" if known is None else "payment.cancelled"
        self.known[order_no] = PaymentAnswer("cancelled", code)
        return self.known[order_no]

    def refund(self, order: RefundOrder) -> PaymentAnswer:
        self.refunded.append(order)
        return self.refund_answer

    def listed(self, from_ms: int) -> tuple[ListedOrder, ...] | None:
        self.listed_from.append(from_ms)
        return None if self.down else self.list

    def probe(self) -> bool:
        return not self.down

    @staticmethod
    def approved(order_no: str) -> PaymentAnswer:
        return PaymentAnswer("approved", "", f"R-{order_no[-6:]}")


class InlineLane:
    """Does the work at once."""

    def run(
        self,
        work: Callable[[], ResultT],
        on_value: Callable[[ResultT], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - a lane hands every error over.
            on_error(error)
        else:
            on_value(value)


class ManualTimers:
    """Calls when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, Callable[[], None]]] = []

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        return self._add(delay_ms, call)

    def every(self, period_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        return self._add(period_ms, call)

    def fire_all(self) -> None:
        """Make every call that waits, once."""
        for _, call in list(self.waiting):
            call()

    def _add(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        entry = (delay_ms, call)
        self.waiting.append(entry)

        def cancel() -> None:
            if entry in self.waiting:
                self.waiting.remove(entry)

        return cancel
