"""Redeem a coupon: held online for this sale, or accepted by the offline rule, or refused with its reason."""

from dataclasses import dataclass

from pos_app.services.basket_model import AttachedCoupon, Basket, CouponStatus
from pos_app.services.ports import Catalog, CentralApi, Clock, Store


@dataclass(frozen=True, slots=True)
class CouponAnswer:
    """What the cashier sees: one of four outcomes; ``reason`` is a ``coupon.*`` code for the last two.

    ``coupon`` is there for *valid* and *valid_settled_later*: put it onto the basket.
    """

    status: CouponStatus
    reason: str
    coupon: AttachedCoupon | None = None


class RedeemCoupon:
    """Decides about a coupon; interactive network lane."""

    def __init__(self, *, store: Store, api: CentralApi, catalog: Catalog, clock: Clock) -> None:
        self._store = store
        self._api = api
        self._catalog = catalog
        self._clock = clock

    def __call__(self, basket: Basket, text: str) -> CouponAnswer:
        """Return what becomes of a scanned or typed coupon for ``basket``; never raises for a bad coupon."""
        raise NotImplementedError

    def release(self, basket: Basket, coupon: AttachedCoupon) -> None:
        """Give a reservation back; says nothing when the server cannot be reached, it ends by itself."""
        raise NotImplementedError
