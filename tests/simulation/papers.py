"""Coupons that tills print with receipts: somebody carries them about, and shows one at the next till."""

from pos_app.services.basket_model import Basket
from tests.simulation.app import Paper
from tests.simulation.desk import Desk, Steps


class Papers:
    """Keeps what a till printed, and shows it again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, sale_id: str, *, alias: str | None) -> None:
        """Take the coupons at the end of a receipt along, if there are any."""
        if not self._desk.purses:
            return
        with self._desk.process.data.store.read() as work:
            printed = work.coupons.issue_codes(sale_id)
        for coupon_id, (code, _) in sorted(printed.items()):
            self._desk.app.papers.append(Paper(coupon_id, code, alias))
            self._desk.machine.note("printed", coupon_id)

    def show(self, basket: Basket) -> Steps:
        """Show a coupon that was printed once, if this customer carries one; it may be used already."""
        desk = self._desk
        alias = None if basket.member is None else basket.member.alias
        mine = [paper for paper in desk.app.papers if paper.alias in {None, alias}]
        if not mine or basket.coupons:
            return
        paper = desk.chance.one_of(mine)
        desk.machine.way.spent_ms = 0
        answer = desk.cases.coupons(basket, paper.code)
        desk.machine.note("paper", paper.coupon_id, answer.status, answer.reason)
        yield desk.machine.way.spent_ms
        given = answer.coupon
        if given is not None:
            desk.fails(lambda: desk.cases.basket.add_coupon(given), {"coupon.already_here"}, may=True)
