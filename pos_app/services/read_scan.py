"""What a scan means here and now: the router's meaning, looked up and turned into an action."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from pos_app.services.bag_labels import read_label
from pos_app.services.piece_marks import NO_MARKS, PieceMarks
from pos_app.services.ports import Catalog, Clock
from pos_app.services.records import Pack, Product, StoreProfile
from pos_app.services.store_time import local_time
from pos_app.services.transfer_notes import TransferCode, read_transfer_code
from retail_core.batches import DateKind, is_over
from retail_core.codes import gs1, instore, payment, scan
from retail_core.money import exponent, round_ratio

Step = Literal["sell", "pay", "stock"]
"""Where something is scanned; only where goods are sold a date is looked at."""


@dataclass(frozen=True, slots=True)
class SellProduct:
    """Exactly one product; put it into the basket. The code of a ``pack`` sells the pack."""

    product: Product
    code: str
    qty_milli: int = 1000
    label_minor: int | None = None
    pack: Pack | None = None
    marks: PieceMarks = NO_MARKS


@dataclass(frozen=True, slots=True)
class NeedsWeight:
    """A weighed product without a weight on its code: ask for the weight."""

    product: Product
    code: str


@dataclass(frozen=True, slots=True)
class ChooseProduct:
    """Several products carry this code: show a picker; each may mean its pack (``Product.pack_with``)."""

    products: tuple[Product, ...]
    code: str
    qty_milli: int = 1000
    label_minor: int | None = None
    marks: PieceMarks = NO_MARKS


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
    """A pickup code, or the label of a bag; hand ``text`` to the board."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaymentScanned:
    """A payment code; its digits are never shown, logged or kept, and charge once."""

    code: payment.PaymentCode


@dataclass(frozen=True, slots=True)
class BadgeScanned:
    """A staff badge; hand ``text`` to ``sign_in.with_badge``."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptScanned:
    """A receipt of this or another till."""

    receipt_number: str


@dataclass(frozen=True, slots=True)
class TransferScanned:
    """The delivery note of a transfer; only where goods arrive it has a use."""

    code: TransferCode


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """Nothing here has this code: attention sound, offer the open item."""

    code: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The scan cannot be used; ``reason`` is a ``scan.*``, ``gs1.*`` or ``code.*`` code with arguments."""

    reason: str
    arguments: tuple[str, ...] = ()


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
    | TransferScanned
    | UnknownCode
    | NotUnderstood
)


ProductGoods = SellProduct | NeedsWeight | ChooseProduct
"""What means goods of the catalog."""

_NoGoods = (
    scan.SignedText
    | scan.ShortCoupon
    | payment.PaymentCode
    | scan.StaffBadge
    | scan.ReceiptNumber
    | scan.ReceiptQr
    | scan.ScanAgain
    | scan.Unreadable
)


class ReadScan:
    """Routes a scan; reads the catalog, changes nothing."""

    def __init__(
        self,
        *,
        catalog: Catalog,
        profile: StoreProfile,
        clock: Clock,
        is_platform_code: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Keep what knows codes; ``is_platform_code`` knows those of orders of platforms."""
        self._catalog = catalog
        self._is_platform_code = is_platform_code
        self._profile = profile
        self._clock = clock
        self._router = scan.ScanRouter(minor_digits=exponent(profile.currency))

    def __call__(self, raw: str, *, step: Step) -> ScanAction:
        """Return what to do with ``raw``, scanned or typed, on the screen's step."""
        if step == "sell" and read_label(raw) is not None:
            return PickupScanned(raw)
        transfer = read_transfer_code(raw)
        if transfer is not None:
            return TransferScanned(transfer) if step == "stock" else NotUnderstood("scan.transfer_note")
        action = self._own(raw, step=step)
        # A platform's codes look as it likes; what is ours, or a product's, stays that. Of digits that could
        # pay, too, only those of an order that is here are one: no customer's payment code is the same.
        is_free = isinstance(action, UnknownCode | NotUnderstood | PaymentScanned)
        if step == "sell" and is_free and self._is_platform_code(raw.strip()):
            return PickupScanned(raw.strip())
        return action

    def _own(self, raw: str, *, step: Step) -> ScanAction:
        meaning = self._router.meaning(raw, step="pay" if step == "pay" else "sell")
        if isinstance(meaning, scan.Gtin | instore.InstoreLabel | gs1.Gs1 | scan.ProductCode):
            return self._goods(meaning, step)
        return _no_goods(meaning)

    def _goods(
        self, meaning: scan.Gtin | instore.InstoreLabel | gs1.Gs1 | scan.ProductCode, step: Step
    ) -> ScanAction:
        if isinstance(meaning, instore.InstoreLabel):
            return self._labelled(meaning)
        if isinstance(meaning, gs1.Gs1):
            return self._element_string(meaning, step)
        codes = (
            _spellings(meaning.gtin14, meaning.text) if isinstance(meaning, scan.Gtin) else (meaning.text,)
        )
        return self._action(codes, weight_g=None, price_minor=None)

    def _labelled(self, label: instore.InstoreLabel) -> ScanAction:
        """A label of the store's scale names the product by item number and says weight or price."""
        found = self._action((label.item,), weight_g=label.weight_g, price_minor=label.price_minor)
        return UnknownCode(label.text) if isinstance(found, UnknownCode) else found

    def _element_string(self, symbol: gs1.Gs1, step: Step) -> ScanAction:
        """Sell the very piece that the symbol names, unless it may not be sold any more.

        "Best before" is advice to the buyer; "expiry" is the last day on which goods may be sold.
        Source: docs/rules/stock.md, "Batches with a date".
        """
        today = local_time(self._clock.now_ms(), self._profile.time_zone).date
        if step != "stock" and symbol.expiry is not None and is_over(symbol.expiry.isoformat(), today):
            return NotUnderstood("scan.expired", (symbol.expiry.isoformat(),))
        found = self._action(
            _spellings(symbol.gtin, symbol.gtin), weight_g=symbol.weight_g, price_minor=symbol.price_minor
        )
        if isinstance(found, SellProduct | ChooseProduct):
            return replace(found, marks=_marks(symbol))
        return found

    def _action(self, codes: tuple[str, ...], *, weight_g: int | None, price_minor: int | None) -> ScanAction:
        code = codes[0]
        for spelling in codes:
            products = tuple(self._catalog.by_code(spelling))
            if products:
                break
        else:
            return UnknownCode(code)
        if len(products) > 1:
            qty_milli = 1000 if weight_g is None else weight_g
            return ChooseProduct(products, code, qty_milli=qty_milli, label_minor=price_minor)
        product = products[0]
        if product.sold_by == "piece":
            pack = None if price_minor is not None else product.pack_with(code)
            return SellProduct(product, code, label_minor=price_minor, pack=pack)
        if weight_g is None and price_minor is None:
            return NeedsWeight(product, code)
        qty_milli = weight_g if weight_g is not None else self._weight_of(product, price_minor or 0)
        return SellProduct(product, code, qty_milli=qty_milli, label_minor=price_minor)

    def _weight_of(self, product: Product, price_minor: int) -> int:
        """Return the weight that a printed price stands for, for stock; at least one gram."""
        if product.price_minor <= 0:
            return 1000
        return max(1, round_ratio(price_minor * 1000, product.price_minor))


def _marks(symbol: gs1.Gs1) -> PieceMarks:
    """Return what a symbol says of its piece; the last day of sale goes before the advice to the buyer."""
    date, kind = symbol.expiry or symbol.best_before, "use_by" if symbol.expiry else "best_before"
    return PieceMarks(
        batch=symbol.batch or "",
        expires="" if date is None else date.isoformat(),
        kind="" if date is None else cast("DateKind", kind),
        serial=symbol.serial or "",
    )


def _spellings(gtin14: str, scanned: str) -> tuple[str, ...]:
    """Return how a catalog may write an article number: as scanned, and with fewer or more zeros in front."""
    shorter = (gtin14[-length:] for length in (13, 12, 8) if not gtin14[:-length].strip("0"))
    return tuple(dict.fromkeys((scanned, *shorter, gtin14)))


def _no_goods(meaning: _NoGoods) -> ScanAction:
    """Return the action for what is not a product."""
    action: ScanAction
    match meaning:
        case scan.SignedText(kind="member"):
            action = MemberScanned(meaning.text)
        case scan.SignedText(kind="coupon") | scan.ShortCoupon():
            action = CouponScanned(meaning.text)
        case scan.SignedText():
            action = PickupScanned(meaning.text)
        case payment.PaymentCode():
            action = PaymentScanned(meaning)
        case scan.StaffBadge():
            action = BadgeScanned(meaning.text)
        case scan.ReceiptNumber():
            action = ReceiptScanned(meaning.text)
        case scan.ReceiptQr():
            action = ReceiptScanned(meaning.number)
        case scan.ScanAgain():
            action = NotUnderstood("scan.again")
        case scan.Unreadable():
            action = NotUnderstood(meaning.reason)
    return action
