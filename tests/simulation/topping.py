"""Members pay in: a top-up is no sale, and after a crash a person looks whether it is in the till."""

from dataclasses import dataclass
from typing import Literal

from pos_app.services.errors import AuthExpired, Rejected, RuleError, StorageError, Unreachable
from pos_app.services.records import Actor
from pos_app.services.tendering import TenderInput
from retail_core.stored_value import TopUpOffer
from tests.simulation.books import PaidIn
from tests.simulation.chain import CUSTOMERS, OFFERS
from tests.simulation.desk import Desk, Steps


@dataclass(frozen=True, slots=True)
class _Paying:
    """What lies on the counter while somebody pays in."""

    top_up_id: str
    alias: str
    offer: TopUpOffer
    kind: Literal["cash", "external"]


class ToppingUp:
    """Takes money for balances."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._paying: _Paying | None = None

    def forget(self) -> None:
        """The disk is dead: what was under way ends without a record of it."""
        self._paying = None

    def pay_in(self, actor: Actor) -> Steps:
        """Serve somebody who pays in; who spends is who comes for it, more often than not."""
        desk = self._desk
        spenders = tuple(desk.app.spenders)
        who = desk.chance.one_of(spenders if spenders and desk.chance.happens(0.5) else CUSTOMERS)
        desk.machine.way.spent_ms = 0
        try:
            member = desk.cases.members.by_phone(who.phone)
        except Unreachable:
            return
        except (RuleError, Rejected, AuthExpired) as error:
            desk.expect_code(error, {"member.unknown"})
            return
        yield desk.machine.way.spent_ms + 2_000
        pays, bonus = desk.chance.one_of(OFFERS)
        kind: Literal["cash", "external"] = desk.chance.one_of(("cash", "external"))
        paying = _Paying(desk.cases.top_up.begin(), who.alias, TopUpOffer(pays, bonus), kind)
        for _ in range(3):
            self._paying = paying
            try:
                desk.cases.top_up(
                    actor,
                    member,
                    top_up_id=paying.top_up_id,
                    offer=paying.offer,
                    tender=TenderInput(kind, pays),
                )
            except (RuleError, StorageError) as error:
                self._paying = None
                desk.expect_code(error, {"disk.full", "storage.full"})
                yield 6_000
            else:
                self._keep(paying)
                return

    def look_what_was_paid_in(self) -> None:
        """After a crash: look whether the till knows of it; its slip comes out of the printer then."""
        if self._paying is None:
            return
        with self._desk.process.data.store.read() as work:
            happened = work.balances.is_topped_up(self._paying.top_up_id)
        if happened:
            self._keep(self._paying)
            self._desk.machine.drawers_due = 0
        self._paying = None

    def _keep(self, paying: _Paying) -> None:
        """Put the money away and write down what was paid in."""
        machine = self._desk.machine
        pays = paying.offer.pay_minor
        if paying.kind == "cash":
            machine.till.cash_minor += pays
            machine.drawers_due += 1
        else:
            machine.till.external_minor += pays
        self._paying = None
        self._desk.books.paid_in[paying.top_up_id] = PaidIn(
            paying.top_up_id, paying.alias, pays, paying.offer.bonus_minor
        )
        machine.note("topped_up", paying.top_up_id, pays)
