"""Goods that come back: found by the receipt, put onto the counter, and given back as they were paid."""

from pos_app.services.complete_sale import Paid
from pos_app.services.errors import RuleError, StorageError
from pos_app.services.give_back import GiveBack, document_total, original_payouts
from pos_app.services.records import Actor
from pos_app.services.return_model import FoundReceipt
from pos_app.services.spend_balance import burned_points
from pos_app.services.tendering import TenderInput
from tests.simulation.books import PaidSale
from tests.simulation.desk import Desk, Steps
from tests.simulation.trouble import Broken, expect

_NOT_TAKEN = frozenset({"right.over_limit", "return.receipt_unknown"})
"""Nobody who may allow it is there; or the receipt went with a disk that died."""

_REFUSED_FOR_NOW = frozenset({"sale.price_is_old", "disk.full"})
_COIN_MINOR = 10


class Returning:
    """Takes back what this till sold without a member's card and without vouchers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._document: str | None = None
        """What lies on the counter while the money is being given back."""
        self._alias: str | None = None
        """Whose it is: goods that come back may meet a basket that a full disk has kept here."""
        self._reward_points = 0
        """What the rewards in such a basket cost."""

    def forget(self) -> None:
        """The disk is dead: a return that was under way ends without a record of it."""
        self._document = None

    def take_back(self, actor: Actor) -> Steps:
        """Serve somebody who brings something back."""
        receipt = self._receipt()
        if receipt is None:
            return
        cases, way = self._desk.cases, self._desk.machine.way
        way.spent_ms = 0
        try:
            found = cases.find_receipt(receipt)
            yield way.spent_ms
            quantities = self._quantities(found)
            if not quantities:
                return
            goods = cases.returns.plan(found, quantities, reason="changed_mind", restock=True)
            cases.returns.put(actor, goods)
        except RuleError as error:
            self._desk.expect_code(error, _NOT_TAKEN)
            cases.basket.start_new()
            return
        yield 2_000
        yield from self._give_back(actor)

    def look_what_was_given_back(self) -> None:
        """After a crash: look at the list of receipts, as a person does, whether the return is in it."""
        if self._document is not None:
            recent = {sale.sale_id: sale for sale in self._desk.cases.reprint.recent()}
            found = recent.get(self._document)
            if found is not None:
                self._keep(self._document, found.receipt_number)
                self._desk.machine.drawers_due = 0
            self._document = None

    def _receipt(self) -> str | None:
        machine = self._desk.machine
        mine = [
            sale.receipt_number
            for sale in self._desk.books.paid.values()
            if (sale.terminal, sale.incarnation) == (machine.terminal_id, machine.incarnation)
            and sale.alias is None
            and sale.voucher_minor == 0
            and sale.due_minor > 0
        ]
        return self._desk.chance.one_of(mine) if mine else None

    def _quantities(self, found: FoundReceipt) -> dict[str, int]:
        """Choose lines of which something is left: whole pieces, or all that was weighed."""
        left = {line.line_id: found.left_milli(line.line_id) for line in found.sold.lines}
        chosen = {}
        for line in found.sold.lines:
            rest = left[line.line_id]
            if rest > 0 and self._desk.chance.happens(0.6):
                pieces = rest // 1_000
                whole = line.sold_by == "piece" and pieces
                chosen[line.line_id] = 1_000 * self._desk.chance.number(1, pieces) if whole else rest
        return chosen

    def _give_back(self, actor: Actor) -> Steps:
        for _ in range(6):
            cases = self._desk.cases
            basket = cases.basket.basket
            priced = cases.prices(basket)
            total_minor = document_total(basket, priced).minor
            to_give = max(0, -total_minor)
            payouts = original_payouts(basket, to_give)
            # A basket that a full disk has kept here may be worth more than what comes back.
            due_minor = max(0, total_minor + 5) // _COIN_MINOR * _COIN_MINOR
            tenders = [TenderInput("cash", due_minor or _COIN_MINOR)] if total_minor > 0 else []
            self._document = basket.basket_id
            self._alias = None if basket.member is None else basket.member.alias
            self._reward_points = burned_points(basket)
            try:
                paid = cases.complete_sale(
                    actor, basket, priced=priced, tenders=tenders, give_back=GiveBack(payouts)
                )
            except (RuleError, StorageError) as error:
                self._document = None
                self._desk.expect_code(error, _REFUSED_FOR_NOW | {"storage.full"})
                yield 6_000
            else:
                if total_minor <= 0:
                    self._check(paid, to_give)
                self._keep(basket.basket_id, paid.receipt_number)
                self._document = None
                cases.basket.start_new()
                return
        raise Broken("goods can come back", "six times it was refused")

    def _check(self, paid: Paid, to_give: int) -> None:
        given = -(paid.total_minor + paid.rounding_minor)
        expect(-paid.total_minor == to_give, "what comes back is worth what was said", paid)
        expect(abs(given - to_give) < _COIN_MINOR, "cash goes back to the nearest coin", paid)

    def _keep(self, sale_id: str, receipt_number: str) -> None:
        """Take the money out of the drawer and write the return down, as its receipt says."""
        with self._desk.process.data.store.read() as work:
            stored = work.sales.by_number(receipt_number)
        assert stored is not None, "a receipt that was shown is there"
        body, machine = stored[0], self._desk.machine
        for tender in body.tenders:
            if tender.kind == "cash":
                machine.till.cash_minor += tender.amount_minor
                machine.drawers_due += 1
            else:
                machine.till.external_minor += tender.amount_minor
        self._desk.books.paid[sale_id] = PaidSale(
            sale_id=sale_id,
            receipt_number=receipt_number,
            machine=machine.name,
            terminal=machine.terminal_id,
            incarnation=machine.incarnation,
            due_minor=body.total_minor + body.rounding_minor,
            alias=self._alias,
            points=body.points_earned,
            paid_ms=self._desk.now_ms,
            points_spent=self._reward_points,
        )
        machine.note("returned", receipt_number, body.total_minor)
