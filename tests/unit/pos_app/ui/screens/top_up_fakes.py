"""Topping up without a till: keeps what was asked for."""

from pos_app.services.balance_model import ToppedUp
from pos_app.services.basket_model import AttachedMember
from pos_app.services.errors import PosError
from pos_app.services.records import Actor
from pos_app.services.tendering import TenderInput
from retail_core.money import Money
from retail_core.stored_value import TopUpOffer, ValueTerms

OFFERS = (
    TopUpOffer(10_000),
    TopUpOffer(30_000, 3_000),
    TopUpOffer(50_000, 8_000),
    TopUpOffer(100_000, 20_000),
)


class FakeTopUp:
    """Answers at once, or with ``fault``."""

    def __init__(self) -> None:
        self.terms: ValueTerms | None = ValueTerms("principal_first", OFFERS)
        self.fault: PosError | None = None
        self.done: list[tuple[str, str, int, str]] = []
        self._begun = 0

    def begin(self) -> str:
        """Return a number."""
        self._begun += 1
        return f"top-{self._begun}"

    def __call__(
        self,
        actor: Actor,  # noqa: ARG002 - by its name
        member: AttachedMember,
        *,
        top_up_id: str,
        offer: TopUpOffer,
        tender: TenderInput,
    ) -> ToppedUp:
        """Keep what was paid in."""
        if self.fault is not None:
            raise self.fault
        self.done.append((top_up_id, member.alias, offer.pay_minor, tender.kind))
        return ToppedUp(
            "S01-T02-V000001",
            Money(offer.pay_minor, "CNY"),
            Money(offer.bonus_minor, "CNY"),
            Money(0, "CNY"),
        )
