"""What there is to see of coupons: the best use of a wallet, and a coupon that waits for a manager."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from pos_app.services.best_use import ProposedCoupon
from pos_app.services.errors import Unreachable
from tests.ui.screens.exhibits_asking import fill_basket
from tests.ui.screens.hall import Hall


def _best(hall: Hall) -> None:
    """What counts, what would not help, and what needs the network."""
    best = hall.world.best_use
    best.best_minor, best.is_offline = 10_550, True
    best.points, best.points_minor = 1_200, 1_200
    best.known = [
        ProposedCoupon("K1", "TEN", True, 1_000),
        ProposedCoupon("K2", "HALF", True, 1_250, code="1"),
        ProposedCoupon("K3", "TEN", False, reason="pricing.over_basket_limit"),
        ProposedCoupon("K4", "HALF", False, reason="coupon.campaign_online_only"),
        ProposedCoupon("K5", "TEN", False, reason="pricing.below_minimum"),
    ]
    hall.show("sell")
    fill_basket(hall)
    hall.world.presenter.best.open_sheet()


def _best_of_nothing(hall: Hall) -> None:
    best = hall.world.best_use
    best.known, best.best_minor, best.is_offline = (), 12_800, False
    hall.show("sell")
    fill_basket(hall)
    hall.world.presenter.best.open_sheet()


def _campaigns_full(hall: Hall) -> None:
    hall.show("campaigns")
    hall.campaigns.open_event(9)


def _campaigns_ended(hall: Hall) -> None:
    hall.show("campaigns")
    hall.campaigns.choose("OLD")


def _campaigns_empty(hall: Hall) -> None:
    hall.campaign_book.rows = ()
    hall.show("campaigns")


def _campaigns_error(hall: Hall) -> None:
    hall.campaign_book.fault = Unreachable()
    hall.show("campaigns")


def _campaigns_lost(hall: Hall) -> None:
    """The offline right was lost, and who is there may give it back."""
    hall.show("campaigns")
    actor = hall.session.require_actor()
    hall.session.actor = replace(actor, rights={**actor.rights, "coupon.offline_extend": None})
    hall.campaigns.enter()
    hall.session.actor = actor


def _campaigns_why(hall: Hall) -> None:
    _campaigns_lost(hall)
    hall.campaigns.ask_reason(asking=True)


CAMPAIGNS: Mapping[str, Callable[[Hall], None]] = {
    "campaigns.full": _campaigns_full,
    "campaigns.ended": _campaigns_ended,
    "campaigns.lost": _campaigns_lost,
    "campaigns.why": _campaigns_why,
    "campaigns.empty": _campaigns_empty,
    "campaigns.error": _campaigns_error,
}
COUPON_SHEETS: Mapping[str, Callable[[Hall], None]] = {"best": _best, "best.empty": _best_of_nothing}
"""Panels by their widget's name, up to the dot."""
