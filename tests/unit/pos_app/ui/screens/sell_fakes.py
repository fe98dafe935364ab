"""Stand-ins for the use cases behind the Sell screen: members, coupons, giving up, copies, sounds."""

from collections.abc import Sequence
from dataclasses import replace

from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor, SaleSummary
from pos_app.services.redeem_coupon import CouponAnswer


class FakeMembers:
    """Knows members by code and by phone; an error stands for a refusal.

    ``at_server`` is what the server tells of a code's alias.
    """

    def __init__(self) -> None:
        self.known: dict[str, AttachedMember | Exception] = {}
        self.at_server: dict[str, AttachedMember | Exception] = {}

    def by_code(self, text: str) -> AttachedMember:
        return self._answer(text)

    def by_phone(self, digits: str) -> AttachedMember:
        return self._answer(digits)

    def learn(self, attached: AttachedMember) -> AttachedMember | None:
        found = self.at_server.get(attached.alias)
        if isinstance(found, Exception):
            raise found
        return found

    def _answer(self, text: str) -> AttachedMember:
        found = self.known.get(text, RuleError("member.unknown"))
        if isinstance(found, Exception):
            raise found
        return found


class FakeCoupons:
    """Answers what a test said; remembers what was given back."""

    def __init__(self) -> None:
        self.answers: dict[str, CouponAnswer] = {}
        self.released: list[str] = []
        self.held_again: list[str] = []

    def __call__(self, basket: Basket, text: str) -> CouponAnswer:  # noqa: ARG002 - the basket is the till's
        return self.answers.get(text, CouponAnswer("refused", "coupon.unknown"))

    def again(self, basket: Basket, coupon: AttachedCoupon) -> CouponAnswer:  # noqa: ARG002 - as above
        """Answer as a test said under ``again:<coupon>``; the coupon is held anew otherwise."""
        self.held_again.append(coupon.coupon_id)
        renewed = replace(coupon, hold_id=f"{coupon.hold_id}+")
        return self.answers.get(f"again:{coupon.coupon_id}", CouponAnswer("valid", "", renewed))

    def release(self, basket: Basket, coupon: AttachedCoupon) -> None:  # noqa: ARG002 - as above
        self.released.append(coupon.coupon_id)


class FakeAbandon:
    """Remembers which baskets were given up, for how much."""

    def __init__(self) -> None:
        self.given_up: list[tuple[str, int]] = []
        self.error: Exception | None = None

    def __call__(self, actor: Actor, basket: Basket, *, total_minor: int) -> None:  # noqa: ARG002
        if self.error is not None:
            raise self.error
        self.given_up.append((basket.basket_id, total_minor))


class FakeReprint:
    """Has the receipts that a test put in."""

    def __init__(self) -> None:
        self.sales: list[SaleSummary] = []
        self.printed: list[str] = []

    def recent(self, limit: int = 20) -> Sequence[SaleSummary]:
        return self.sales[:limit]

    def __call__(self, actor: Actor, receipt_number: str) -> int:  # noqa: ARG002 - rights are the service's
        self.printed.append(receipt_number)
        return len(self.printed)


class FakeSounds:
    """Remembers what was heard."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def good(self) -> None:
        self.heard.append("good")

    def unknown(self) -> None:
        self.heard.append("unknown")

    def attention(self) -> None:
        self.heard.append("attention")
