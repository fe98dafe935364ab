"""What a scan means here and now: the router's meaning, looked up and turned into an action."""

from dataclasses import dataclass, field
from typing import Literal

from pos_app.services.ports import Catalog
from pos_app.services.records import Product, StoreProfile

Step = Literal["sell", "pay"]


@dataclass(frozen=True, slots=True)
class SellProduct:
    """Exactly one product; put it into the basket."""

    product: Product
    code: str
    qty_milli: int = 1000
    label_minor: int | None = None


@dataclass(frozen=True, slots=True)
class NeedsWeight:
    """A weighed product without a weight on its code: ask for the weight."""

    product: Product
    code: str


@dataclass(frozen=True, slots=True)
class ChooseProduct:
    """Several products carry this code: show a picker."""

    products: tuple[Product, ...]
    code: str
    qty_milli: int = 1000
    label_minor: int | None = None


@dataclass(frozen=True, slots=True)
class MemberScanned:
    """A member code; hand ``text`` to ``attach_member``. Never shown or logged."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CouponScanned:
    """A coupon, signed or short; hand ``text`` to ``redeem_coupon``."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PickupScanned:
    """A pickup code; hand ``text`` to ``hand_over_order``."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaymentScanned:
    """A payment code; its digits stay here and are never shown, logged or kept."""

    provider: str


@dataclass(frozen=True, slots=True)
class BadgeScanned:
    """A staff badge; hand ``text`` to ``sign_in.with_badge``."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptScanned:
    """A receipt of this or another till."""

    receipt_number: str


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """Nothing here has this code: attention sound, offer the open item."""

    code: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The scan cannot be used at all; ``reason`` is a ``scan.*``, ``gs1.*`` or ``code.*`` code."""

    reason: str


ScanAction = (
    SellProduct
    | NeedsWeight
    | ChooseProduct
    | MemberScanned
    | CouponScanned
    | PickupScanned
    | PaymentScanned
    | BadgeScanned
    | ReceiptScanned
    | UnknownCode
    | NotUnderstood
)


class ReadScan:
    """Routes a scan; reads the catalog, changes nothing."""

    def __init__(self, *, catalog: Catalog, profile: StoreProfile) -> None:
        self._catalog = catalog
        self._profile = profile

    def __call__(self, raw: str, *, step: Step) -> ScanAction:
        """Return what to do with ``raw``, scanned or typed, on the screen's step."""
        raise NotImplementedError
