"""What there is to see on Sell while head office is asked, and the basket that most exhibits show."""

from dataclasses import replace

from pos_app.services.read_scan import CouponScanned, MemberScanned
from pos_app.services.redeem_coupon import CouponAnswer
from tests.ui.screens.hall import Hall
from tests.unit.pos_app.ui.screens.sell_world import CAKE, LI, ten_off

_AMERICANO, _TEA, _CROISSANT = "6901234500016", "6901234500023", "6901234500030"


def fill_basket(hall: Hall) -> None:
    """Ring up a member's basket with offers, a coupon and a product that is nearly gone."""
    world = hall.world
    world.waiting_orders = 3
    world.stock(CAKE, 2)
    world.members.known["m"] = LI
    world.scans.meanings |= {"m": MemberScanned("m"), "k": CouponScanned("k")}
    world.coupons.answers["k"] = CouponAnswer("valid", "", ten_off())
    for code in ("m", _AMERICANO, _TEA, _TEA, _CROISSANT, CAKE.barcodes[0], "k"):
        world.presenter.on_scan(code)


def _being_checked(hall: Hall) -> None:
    """A coupon counts that head office is asked about; of another one only head office knows."""
    here = replace(ten_off(hold_id=None), mode="offline", status="valid_settled_later")
    hall.world.coupons.firsts["k"] = CouponAnswer("valid_settled_later", "", here)
    hall.world.network.open = False
    hall.show("sell")
    fill_basket(hall)
    hall.world.scans.meanings["k2"] = CouponScanned("k2")
    hall.world.presenter.on_scan("k2")


def _pay_without_answer(hall: Hall) -> None:
    _being_checked(hall)
    hall.world.presenter.pay()


ASKING = {"sell.being_checked": _being_checked, "sell.pay_without_answer": _pay_without_answer}
