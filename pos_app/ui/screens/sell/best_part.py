"""Best use: proposes the coupons that leave the lowest total, and puts them onto the basket."""

from dataclasses import replace

from pos_app.services.best_use import Proposal
from pos_app.services.errors import RuleError
from pos_app.ui.said import Said
from pos_app.ui.screens.sell.counter import Counter
from pos_app.ui.screens.sell.coupon_part import CouponPart
from pos_app.ui.screens.sell.state import BestForm


class BestPart:
    """Owns the sheet of the best use: shown at once with what is known, refined by head office."""

    def __init__(self, counter: Counter, coupons: CouponPart) -> None:
        self._counter = counter
        self._coupons = coupons

    def open_sheet(self) -> None:
        """Look for the best set of the member's coupons."""
        counter, basket = self._counter, self._counter.basket
        if basket.member is None and not basket.coupons:
            counter.refuse(RuleError("coupon.best_needs_member"))
            return
        counter.show(replace(counter.state, sheet="best", best=BestForm(busy=True), note=None))
        counter.lanes.storage.run(
            lambda: counter.services.best_use.first(basket), self._on_proposal, counter.refuse
        )
        counter.lanes.network.run(
            lambda: counter.services.best_use(basket), self._on_proposal, counter.refuse
        )

    def take(self) -> None:
        """Take what is proposed: coupons are checked as if they were scanned, points follow on *Pay*."""
        self._take(with_points=True)

    def take_coupons(self) -> None:
        """Take the proposed coupons, and keep the points."""
        self._take(with_points=False)

    def _take(self, *, with_points: bool) -> None:
        counter = self._counter
        proposal = counter.state.best.proposal
        if proposal is None or proposal.basket_id != counter.basket.basket_id:
            return
        counter.open_sheet("")
        points = proposal.points if with_points else 0
        counter.change(lambda: counter.services.basket.want_points(wanted=points > 0))
        if points:
            counter.note("info", Said("points.planned", (points,)))
        for code in proposal.to_redeem:
            self._coupons.redeem(code)
        if not proposal.to_redeem and not points:
            counter.note("info", Said("coupon.best_already"))

    def _on_proposal(self, proposal: Proposal) -> None:
        counter = self._counter
        if counter.state.sheet != "best" or proposal.basket_id != counter.basket.basket_id:
            return
        shown = counter.state.best.proposal
        if shown is not None and shown.is_final and not proposal.is_final:
            return
        form = BestForm(busy=not proposal.is_final, proposal=proposal)
        counter.show(replace(counter.state, best=form))
