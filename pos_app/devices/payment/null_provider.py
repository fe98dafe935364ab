"""No payment provider: cards and payment codes are not offered."""

from pos_app.services.payment_ports import ChargeOrder, ListedOrder, PaymentAnswer, RefundOrder

_NONE = PaymentAnswer("declined", "payment.none")


class NullProvider:
    """Takes nothing and says so."""

    name = ""
    address = ""

    def charge(self, order: ChargeOrder) -> PaymentAnswer:  # noqa: ARG002 - it goes nowhere.
        return _NONE

    def ask(self, order_no: str) -> PaymentAnswer:  # noqa: ARG002 - it knows no order.
        return PaymentAnswer("unknown", "payment.none")

    def cancel(self, order_no: str) -> PaymentAnswer:  # noqa: ARG002 - it knows no order.
        return PaymentAnswer("unknown", "payment.none")

    def refund(self, order: RefundOrder) -> PaymentAnswer:  # noqa: ARG002 - it goes nowhere.
        return PaymentAnswer("unknown", "payment.none")

    def listed(self, from_ms: int) -> tuple[ListedOrder, ...] | None:  # noqa: ARG002 - it has no list.
        return None

    def probe(self) -> bool:
        return False
