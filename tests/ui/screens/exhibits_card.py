"""What a card or a payment code looks like on Pay, and in Store health when it waits for somebody."""

from collections.abc import Callable, Mapping

from retail_core.codes.payment import PaymentCode
from tests.ui.screens.hall import Hall
from tests.unit.pos_app.ui.screens.health.fakes import FREE, OPEN_PAYMENTS

CODE = "134567890123456780"


_TEA, _CROISSANT = "6901234500023", "6901234500030"


def _ring_up(hall: Hall) -> None:
    for code in (_TEA, _TEA, _CROISSANT):
        hall.world.presenter.on_scan(code)


def _open(hall: Hall) -> None:
    _ring_up(hall)
    hall.show("pay")


def _ready(hall: Hall) -> None:
    _ring_up(hall)
    hall.pay.card.bring(PaymentCode("wechat", CODE))
    hall.show("pay")


def _waiting(hall: Hall) -> None:
    _open(hall)
    hall.pay.choose("card")


def _sending(hall: Hall) -> None:
    _waiting(hall)
    hall.pay.finish()


def _pending(hall: Hall) -> None:
    _sending(hall)
    hall.payments.answer("pending")


def _doubt(hall: Hall) -> None:
    _sending(hall)
    hall.payments.answer("unknown", "payment.no_answer")


def _declined(hall: Hall) -> None:
    _sending(hall)
    hall.payments.answer("declined", "payment.declined")


def _part(hall: Hall) -> None:
    _open(hall)
    for key in "20":
        hall.pay.press(key)
    hall.pay.choose("card")
    hall.pay.finish()
    hall.payments.answer("approved")
    hall.pay.remove(hall.pay.state.parts[0].number)


def _waiting_payments(hall: Hall) -> None:
    hall.status = OPEN_PAYMENTS
    hall.show("health")
    hall.health.payments.give_back(FREE)


CARD_EXHIBITS: Mapping[str, Callable[[Hall], None]] = {
    "pay.card_ready": _ready,
    "pay.card_waiting": _waiting,
    "pay.card_sending": _sending,
    "pay.card_pending": _pending,
    "pay.card_doubt": _doubt,
    "pay.card_declined": _declined,
    "pay.card_part": _part,
    "health.payments": _waiting_payments,
}
