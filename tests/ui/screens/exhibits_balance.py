"""Points and balances on Pay, in the states that a cashier sees."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pos_app.services.balance_model import KnownBalance
from pos_app.services.errors import RuleError
from pos_app.services.proof_model import ProofAnswer
from tests.ui.screens.hall import Hall
from tests.unit.pos_app.ui.screens.sell_world import CROISSANT, LI

RICH = KnownBalance(points=12_860, points_pending=35, value_minor=33_000, bonus_minor=3_000)


def _at_pay(hall: Hall, *, online: bool) -> None:
    hall.show("sell")
    hall.world.basket.add_product(CROISSANT, qty_milli=3_000)
    hall.world.basket.attach_member(LI)
    hall.purses.known = RICH
    hall.office.online = online
    hall.show("pay")


def _points(hall: Hall) -> None:
    _at_pay(hall, online=True)
    hall.pay.choose("points")
    for key in "500":
        hall.pay.balance.press(key)


def _points_refused(hall: Hall) -> None:
    _at_pay(hall, online=False)
    hall.purses.known = KnownBalance(points=12_860, points_since=-1_000, points_spent=1_000)
    hall.pay.choose("points")


def _balance(hall: Hall) -> None:
    _at_pay(hall, online=False)
    hall.pay.choose("stored_value")


def _proof(hall: Hall) -> None:
    _at_pay(hall, online=True)
    hall.world.basket.attach_member(replace(LI, means="phone", present=False))
    hall.show("pay")
    hall.pay.choose("points")


def _proof_wrong(hall: Hall) -> None:
    _proof(hall)
    hall.office.proof_answers = [ProofAnswer("locked", wait_ms=60_000)]
    hall.pay.proof.enter("304958")


def _proof_by_message(hall: Hall) -> None:
    _proof(hall)
    hall.pay.proof.choose("message")
    hall.pay.proof.send_code()


def _taken(hall: Hall) -> None:
    _at_pay(hall, online=True)
    hall.pay.choose("points")
    for key in "500":
        hall.pay.balance.press(key)
    hall.pay.balance.submit()
    hall.pay.choose("stored_value")
    for key in "20":
        hall.pay.balance.press(key)
    hall.pay.balance.submit()


def _top_up(hall: Hall) -> None:
    hall.show("sell")
    hall.world.basket.attach_member(LI)
    hall.world.presenter.top_up.open_sheet()
    hall.world.presenter.top_up.choose(1)


def _top_up_refused(hall: Hall) -> None:
    _top_up(hall)
    hall.world.top_up.fault = RuleError("shift.none_open")
    hall.world.presenter.top_up.submit()
    hall.world.top_up.fault = None


def _more(hall: Hall) -> None:
    hall.show("sell")
    hall.world.basket.add_product(CROISSANT, qty_milli=1_000)
    hall.world.basket.attach_member(LI)
    hall.world.presenter.more.open_sheet()


def _more_asked(hall: Hall) -> None:
    _more(hall)
    hall.world.presenter.more.ask_to_abandon(confirming=True)


def _rewards(hall: Hall) -> None:
    hall.show("sell")
    hall.world.basket.attach_member(LI)
    hall.world.presenter.rewards.open_sheet()


def _rewards_refused(hall: Hall) -> None:
    _rewards(hall)
    hall.world.presenter.rewards.take("tasting")


def _rewards_by_number(hall: Hall) -> None:
    """A member who only said a number."""
    _rewards(hall)
    rewards = hall.world.rewards
    rewards.spendable = replace(rewards.spendable, most=0, refusal="spend.not_present")
    hall.world.presenter.rewards.open_sheet()


def _rewards_proof(hall: Hall) -> None:
    _rewards_by_number(hall)
    hall.world.presenter.rewards.take("gift-wrap")
    hall.world.presenter.rewards.proof.enter("111213")


BALANCE_EXHIBITS: Mapping[str, Callable[[Hall], None]] = {"pay.by_balances": _taken}
BALANCE_SHEETS: Mapping[str, Callable[[Hall], None]] = {
    "balance.points": _points,
    "balance.points_refused": _points_refused,
    "balance.stored_value": _balance,
    "proof": _proof,
    "proof.locked": _proof_wrong,
    "proof.message": _proof_by_message,
    "more": _more,
    "more.asked": _more_asked,
    "rewards": _rewards,
    "rewards.refused": _rewards_refused,
    "rewards.by_number": _rewards_by_number,
    "rewards.proof": _rewards_proof,
    "top_up": _top_up,
    "top_up.refused": _top_up_refused,
}
