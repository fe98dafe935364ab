"""A payment provider that exists on this machine only: what it keeps, and what it decides.

It stands in for the company behind a payment terminal or a code on a phone. Whoever drives it says how the
next charges go; without that, the last digit of the payment code decides.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, Literal

Outcome = Literal["approve", "decline", "confirm", "silent", "lose", "miss"]
ChargeState = Literal["pending", "approved", "declined", "cancelled"]

OUTCOMES: Final[dict[Outcome, str]] = {
    "approve": "the money is taken, and said so",
    "decline": "nothing is taken, and said so",
    "confirm": "the customer is asked; the third question after it is answered with yes",
    "silent": "the money is taken, and nothing is said until somebody asks",
    "lose": "the money is taken, and the answer breaks off",
    "miss": "nothing arrives and nothing is said",
}
"""How a charge may go."""

BY_LAST_DIGIT: Final[dict[str, Outcome]] = {
    **dict.fromkeys("01234", "approve"),
    "5": "decline",
    "6": "confirm",
    "7": "silent",
    "8": "lose",
    "9": "miss",
}
"""How a charge goes that nobody scripted, by the last digit of the code."""

_ASKS_UNTIL_CONFIRMED = 3
_TERMINAL: Outcome = "confirm"


class ProviderRefusal(Exception):  # noqa: N818 - says what happened.
    """The provider does not do it: an HTTP status and a word."""

    def __init__(self, status: int, word: str) -> None:
        super().__init__(status, word)
        self.status = status
        self.word = word


@dataclass(frozen=True, slots=True)
class Charge:
    """An order of the shop; ``refunds`` are refund number and amount, by the till of ``terminal``."""

    order_no: str
    amount_minor: int
    currency: str
    state: ChargeState
    reason: str = ""
    reference: str = ""
    at_ms: int = 0
    asked: int = 0
    refunds: tuple[tuple[str, int], ...] = ()
    terminal: str = ""
    refunded_by: tuple[tuple[str, int], ...] = ()
    """For each refund, in their order: the till that asked for it, and when (UTC milliseconds)."""

    @property
    def refunded_minor(self) -> int:
        """What was given back of it."""
        return sum(minor for _, minor in self.refunds)


@dataclass(frozen=True, slots=True)
class By:
    """Which till asks, and when (UTC milliseconds)."""

    terminal: str
    at_ms: int


class Provider:
    """Keeps charges by the shop's order number; each number counts once."""

    def __init__(self, file: Path | None = None) -> None:
        """Begin with what ``file`` holds from last time; every change is added to it."""
        self._file = file
        self._charges: dict[str, Charge] = {}
        self._codes: set[str] = set()
        self._script: list[Outcome] = []
        self.heard = 0
        """How many orders came in, those included of which nothing is kept."""
        for charge in _read(file):
            self._charges[charge.order_no] = charge

    def script(self, outcomes: Sequence[Outcome]) -> None:
        """Say how the next charges go, in this order."""
        self._script.extend(outcomes)

    def charge(
        self,
        order_no: str,
        *,
        amount_minor: int,
        currency: str,
        code: str | None,
        by: By,
    ) -> tuple[Charge | None, Outcome]:
        """Take money; return what became of it, and how it is answered.

        Raises:
            ProviderRefusal: 409 ``order_closed`` or ``order_differs``.
        """
        self.heard += 1
        known = self._charges.get(order_no)
        if known is not None:
            if known.state == "cancelled":
                raise ProviderRefusal(409, "order_closed")
            if (known.amount_minor, known.currency) != (amount_minor, currency):
                raise ProviderRefusal(409, "order_differs")
            return known, "approve"
        outcome = self._outcome(code)
        if outcome == "miss":
            return None, outcome
        charge = Charge(order_no, amount_minor, currency, "pending", at_ms=by.at_ms, terminal=by.terminal)
        if code is not None and code in self._codes:
            # A code is good once, whatever became of it.
            outcome, charge = "decline", replace(charge, state="declined", reason="code_used")
        elif outcome == "decline":
            charge = replace(charge, state="declined", reason="not_enough_money")
        elif outcome != "confirm":
            charge = _approved(charge)
        if code is not None:
            self._codes.add(code)
        return self._keep(charge), outcome

    def ask(self, order_no: str) -> Charge:
        """Return what became of an order; a customer who is asked says yes in the end.

        Raises:
            ProviderRefusal: 404 ``unknown_order``.
        """
        charge = self._found(order_no)
        if charge.state != "pending":
            return charge
        charge = replace(charge, asked=charge.asked + 1)
        return self._keep(_approved(charge) if charge.asked >= _ASKS_UNTIL_CONFIRMED else charge)

    def confirm(self, order_no: str, *, yes: bool) -> Charge:
        """Let the customer answer on the phone.

        Raises:
            ProviderRefusal: 404 ``unknown_order``.
        """
        charge = self._found(order_no)
        if charge.state != "pending":
            return charge
        return self._keep(_approved(charge) if yes else replace(charge, state="declined", reason="said_no"))

    def cancel(self, order_no: str, *, at_ms: int) -> Charge:
        """Close an order that is not paid; one that never arrived is closed too, so that it cannot later."""
        known = self._charges.get(order_no)
        if known is None:
            return self._keep(Charge(order_no, 0, "", "cancelled", reason="never_arrived", at_ms=at_ms))
        if known.state == "pending":
            return self._keep(replace(known, state="cancelled", reason="cancelled"))
        return known

    def refund(self, reference: str, refund_no: str, *, amount_minor: int, by: By) -> Charge:
        """Give money back, once for each refund number.

        Raises:
            ProviderRefusal: 404 ``unknown_reference``, 409 ``too_much``.
        """
        charge = next((each for each in self._charges.values() if each.reference == reference), None)
        if not reference or charge is None:
            raise ProviderRefusal(404, "unknown_reference")
        if any(number == refund_no for number, _ in charge.refunds):
            return charge
        if not 0 < amount_minor <= charge.amount_minor - charge.refunded_minor:
            raise ProviderRefusal(409, "too_much")
        refunds = (*charge.refunds, (refund_no, amount_minor))
        return self._keep(
            replace(charge, refunds=refunds, refunded_by=(*charge.refunded_by, (by.terminal, by.at_ms)))
        )

    def charges(self) -> Sequence[Charge]:
        """Return all orders, the oldest first."""
        return sorted(self._charges.values(), key=lambda charge: charge.at_ms)

    def listed(self, by: By) -> Sequence[tuple[str, int]]:
        """Return a till's orders and refunds since ``by.at_ms``: number, and minor units that moved."""
        found = [
            (each.order_no, each.amount_minor if each.state == "approved" else 0)
            for each in self.charges()
            if each.terminal == by.terminal and each.at_ms >= by.at_ms
        ]
        for charge in self.charges():
            for (number, minor), (terminal, at_ms) in zip(charge.refunds, charge.refunded_by, strict=True):
                if terminal == by.terminal and at_ms >= by.at_ms:
                    found.append((number, -minor))
        return found

    def _found(self, order_no: str) -> Charge:
        charge = self._charges.get(order_no)
        if charge is None:
            raise ProviderRefusal(404, "unknown_order")
        return charge

    def _outcome(self, code: str | None) -> Outcome:
        if self._script:
            return self._script.pop(0)
        return _TERMINAL if code is None else BY_LAST_DIGIT[code[-1]]

    def _keep(self, charge: Charge) -> Charge:
        self._charges[charge.order_no] = charge
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(charge)) + "\n")
        return charge


def _approved(charge: Charge) -> Charge:
    return replace(charge, state="approved", reference=f"SIM{charge.order_no[-12:].upper()}")


def _read(file: Path | None) -> Iterator[Charge]:
    if file is None or not file.exists():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        refunds = tuple((number, minor) for number, minor in told.pop("refunds"))
        refunded_by = tuple((terminal, at_ms) for terminal, at_ms in told.pop("refunded_by"))
        yield Charge(**told, refunds=refunds, refunded_by=refunded_by)
