"""Spend a member's points or balance: what can be spent now, online or by the allowance of this till.

Source: docs/rules/points.md, "Who may spend"; docs/rules/stored-value.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pos_app.services.balance_model import BalanceKind, KnownBalance, Spendable
from pos_app.services.basket_model import AttachedMember, Basket
from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.events import EventBus, MemberLearned
from pos_app.services.ports import CentralApi, Clock, Store
from pos_app.services.records import StoreProfile
from pos_app.services.repositories import UnitOfWork
from retail_core.money import Money
from retail_core.points import payable_minor
from retail_core.pricing.model import PricedBasket
from retail_core.tenders import SettledTender, TenderPart

ANSWER_HOLDS_MS = 600_000
"""For how long what head office said of a member counts as said just now."""

NEEDS_PROOF = "spend.not_present"
"""The refusal that a proof of the member lifts."""

_KINDS: tuple[BalanceKind, ...] = ("points", "stored_value")


@dataclass(frozen=True, slots=True)
class _Limits:
    """Why somebody may not spend at all, or what is left of the allowance; ``None`` for no allowance."""

    refusal: str = ""
    allowance: int | None = None


class SpendBalance:
    """Says what a member can spend, and looks once more before a sale is written."""

    def __init__(
        self, *, store: Store, api: CentralApi, clock: Clock, events: EventBus, profile: StoreProfile
    ) -> None:
        """Keep whom to ask; ``profile`` has the store's terms."""
        self._store = store
        self._api = api
        self._clock = clock
        self._events = events
        self._profile = profile
        self._answered: dict[str, int] = {}

    def known(self, kind: BalanceKind, basket: Basket, *, priced: PricedBasket) -> Spendable:
        """Return what can be spent as far as this till knows; a read, on any lane."""
        if basket.member is None:
            return Spendable(kind, refusal="spend.no_member")
        with self._store.read() as work:
            known = work.balances.of(basket.member.alias)
        found = self._spendable(kind, basket.member, known=known)
        if kind == "stored_value":
            return found
        # Rewards in the basket take theirs first.
        cap_minor = self._cap_minor(payable(basket, priced))
        most = min(found.most - burned_points(basket), self._points_for(cap_minor))
        return replace(found, most=max(0, most), cap_minor=cap_minor)

    def for_rewards(self, basket: Basket) -> Spendable:
        """Return what points can be spent on further rewards as far as this till knows; a read."""
        if basket.member is None:
            return Spendable("points", refusal="spend.no_member")
        with self._store.read() as work:
            known = work.balances.of(basket.member.alias)
        found = self._spendable("points", basket.member, known=known)
        return replace(found, most=max(0, found.most - burned_points(basket)))

    def ask(self, member: AttachedMember) -> None:
        """Ask head office what a member has; interactive network lane.

        Raises:
            Unreachable: It cannot be asked now.
        """
        try:
            found = self._api.member_lookup(alias=member.alias)
        except Unreachable:
            self._answered.pop(member.alias, None)
            raise
        if found is not None:
            with self._store.write() as work:
                work.members.put(found)
            self._events.publish(MemberLearned(found.alias))
        self._answered[member.alias] = self._clock.now_ms()

    def part(
        self, kind: BalanceKind, amount: int, *, basket: Basket, spendable: Spendable, due_minor: int
    ) -> TenderPart:
        """Return the tender of ``amount``: points, or minor units; never above ``due_minor``.

        Raises:
            RuleError: ``spend.worth_nothing``, or what ``spendable`` refuses by.
        """
        if spendable.refusal:
            raise RuleError(spendable.refusal, *spendable.refusal_arguments)
        if amount > spendable.most:
            raise RuleError("spend.not_enough", self._said(kind, spendable.most))
        if kind == "stored_value":
            minor = min(amount, due_minor)
            if minor <= 0:
                raise RuleError("tender.bad_amount")
            return TenderPart(kind, minor, basket.basket_id)
        terms = self._profile.points
        assert terms is not None, "points are offered by terms only"
        minor = min(terms.worth(amount), due_minor)
        if spendable.cap_minor is not None:
            # Where a point is worth more than the smallest unit, the last one pays less than it is worth.
            minor = min(minor, spendable.cap_minor)
        if minor <= 0:
            raise RuleError("spend.worth_nothing")
        return TenderPart(kind, minor, basket.basket_id, points=terms.points_for(minor))

    def check(
        self, work: UnitOfWork, basket: Basket, *, priced: PricedBasket, tenders: Iterable[SettledTender]
    ) -> None:
        """Return if what was taken can be spent still; inside the transaction that writes the sale.

        Raises:
            RuleError: ``spend.not_enough`` (most), ``spend.over_most`` (most), ``spend.no_member``, or
                another refusal.
        """
        settled = tuple(tenders)
        for kind in _KINDS:
            taken = [part for part in settled if part.kind == kind and part.amount_minor > 0]
            rewards = burned_points(basket) if kind == "points" else 0
            if not taken and not rewards:
                continue
            if basket.member is None:
                raise RuleError("spend.no_member")
            known = work.balances.of(basket.member.alias)
            spendable = self._spendable(kind, basket.member, known=known)
            if spendable.refusal:
                raise RuleError(spendable.refusal, *spendable.refusal_arguments)
            wanted = rewards + sum(part.points if kind == "points" else part.amount_minor for part in taken)
            if wanted > spendable.most:
                raise RuleError("spend.not_enough", self._said(kind, spendable.most))
            self._refuse_over_most(kind, taken, payable=payable(basket, priced))

    def _refuse_over_most(self, kind: BalanceKind, taken: list[SettledTender], *, payable: int) -> None:
        terms = self._profile.points
        if kind != "points" or terms is None:
            return
        most = terms.most_minor(payable)
        if sum(part.amount_minor for part in taken) > most:
            raise RuleError("spend.over_most", Money(most, self._profile.currency))

    def _spendable(
        self, kind: BalanceKind, member: AttachedMember, *, known: KnownBalance | None
    ) -> Spendable:
        is_online = self._is_fresh(member)
        if known is None:
            return Spendable(
                kind, is_online=is_online, refusal=_refusal(member, is_online) or "spend.unknown"
            )
        left = known.points_left if kind == "points" else known.value_left_minor
        limits = self._limits(kind, member, known=known)
        most = max(0, left)
        if limits.allowance is not None:
            most = min(most, limits.allowance)
        refusal = limits.refusal
        arguments: tuple[int | Money, ...] = ()
        if not refusal and limits.allowance is not None and left > 0 and limits.allowance <= 0:
            refusal, arguments = "spend.offline_used_up", (self._said(kind, 0),)
        return Spendable(
            kind,
            most=0 if refusal else most,
            left=left,
            pending=known.points_pending if kind == "points" else 0,
            bonus_minor=known.bonus_minor if kind == "stored_value" else 0,
            is_online=is_online,
            is_known=True,
            refusal=refusal,
            refusal_arguments=arguments,
        )

    def _limits(self, kind: BalanceKind, member: AttachedMember, *, known: KnownBalance) -> _Limits:
        is_online = self._is_fresh(member)
        refusal = _refusal(member, is_online)
        if refusal or is_online:
            return _Limits(refusal)
        if kind == "points":
            terms = self._profile.points
            allowed = 0 if terms is None else terms.offline_points
            return _Limits(allowance=max(0, allowed - known.points_spent))
        value = self._profile.stored_value
        allowed = 0 if value is None else value.offline_minor
        return _Limits(allowance=max(0, allowed - known.spent_minor))

    def _cap_minor(self, payable: int) -> int:
        terms = self._profile.points
        return 0 if terms is None else terms.most_minor(payable)

    def _points_for(self, minor: int) -> int:
        terms = self._profile.points
        return 0 if terms is None else terms.points_for(minor)

    def _is_fresh(self, member: AttachedMember) -> bool:
        answered_ms = self._answered.get(member.alias)
        return answered_ms is not None and 0 <= self._clock.now_ms() - answered_ms <= ANSWER_HOLDS_MS

    def _said(self, kind: BalanceKind, amount: int) -> int | Money:
        return amount if kind == "points" else Money(amount, self._profile.currency)


def burned_points(basket: Basket) -> int:
    """Return the points that the rewards of a basket take."""
    return sum(line.burned_points for line in basket.lines)


def payable(basket: Basket, priced: PricedBasket) -> int:
    """Return what of a basket points may pay at all, in minor units."""
    return payable_minor(
        (found.total.minor, not (line.regulated or line.deposit))
        for line, found in zip(basket.lines, priced.lines, strict=True)
    )


def _refusal(member: AttachedMember, is_online: bool) -> str:
    """Return why a member may not spend by the way they are known, or nothing."""
    if member.means == "phone" and not member.proof:
        return NEEDS_PROOF
    if is_online or member.present or member.proof:
        return ""
    return "spend.card_offline" if member.means == "card" else "spend.unknown"
