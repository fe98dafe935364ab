"""In which money a refund goes back: original tender first, cash rounded over all refunds of a receipt.

Source: docs/rules/returns.md, "How the money goes back", "Cash".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from retail_core.points import points_share
from retail_core.returns.model import Paid, PaidWith, Part, Refund, ReturnRefused
from retail_core.tenders import BALANCES, CashBefore, TenderTerms, cash_back

TenderKey: TypeAlias = tuple[PaidWith, str, str]
"""Kind, reference, provider: what tells one tender of a sale from another."""

_RANK: Final = {"points": 0, "stored_value": 1, "cash": 3}
_OTHERS: Final = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Money of the sale that has not gone back yet, as it was paid; ``left_minor`` > 0."""

    kind: PaidWith
    reference: str | None
    provider: str
    left_minor: int
    points: int = 0
    """Those of ``left_minor``, where it was paid with points."""

    @property
    def key(self) -> TenderKey:
        """What tells it from others."""
        return (self.kind, self.reference or "", self.provider)


@dataclass(frozen=True, slots=True)
class Claim:
    """A refund of one receipt that has to be settled, with the money it may come from."""

    refund_minor: int
    sources: tuple[Source, ...]
    cash: CashBefore


@dataclass(frozen=True, slots=True)
class PayOut:
    """What the cashier gives back: ``amount_minor`` > 0, exact, in this tender."""

    kind: PaidWith
    amount_minor: int
    reference: str | None = None
    provider: str = ""

    @property
    def key(self) -> TenderKey:
        """What tells it from others."""
        return (self.kind, self.reference or "", self.provider)


@dataclass(frozen=True, slots=True)
class Settled:
    """How refunds were settled, one tuple of parts a claim; ``in_cash_instead_minor`` needs the right."""

    parts: tuple[tuple[Part, ...], ...]
    in_cash_instead_minor: int


def sources(paid: Sequence[Paid], earlier: Sequence[Refund]) -> tuple[Source, ...]:
    """Return what may still go back in which tender: balances first, and cash last: it leaves the drawer."""
    left: dict[TenderKey, Source] = {}
    for each in paid:
        key = (each.kind, each.reference or "", each.provider)
        before = left.get(key, Source(each.kind, each.reference, each.provider, 0))
        left[key] = replace(
            before, left_minor=before.left_minor + each.exact_minor, points=before.points + each.points
        )
    for refund in earlier:
        for part in refund.parts:
            key = (part.kind, part.reference or "", part.provider)
            if key in left:
                source = left[key]
                left[key] = replace(
                    source,
                    left_minor=source.left_minor - part.amount_minor,
                    points=source.points - part.points,
                )
    found = sorted(left.values(), key=lambda source: rank_of(source.kind))
    return tuple(source for source in found if source.left_minor > 0)


def rank_of(kind: str) -> int:
    """Return when a tender's turn is to go back: balances first, cash last."""
    return _RANK.get(kind, _OTHERS)


def cash_before(paid: Sequence[Paid], earlier: Sequence[Refund]) -> CashBefore:
    """Return what a receipt took in cash and what it has given back in cash."""
    in_cash = [each for each in paid if each.kind == "cash"]
    out = [part for refund in earlier for part in refund.parts if part.given_as == "cash"]
    return CashBefore(
        due_minor=sum(each.exact_minor for each in in_cash),
        paid_minor=sum(each.given_minor for each in in_cash),
        returned_minor=sum(part.amount_minor - part.moved_minor for part in out),
        paid_out_minor=sum(part.given_minor for part in out),
    )


def settle(
    claims: Sequence[Claim], payouts: Sequence[PayOut], *, terms: TenderTerms, currency: str
) -> Settled:
    """Return how ``payouts`` settle ``claims``; what they leave pays for goods of the same document.

    Raises:
        ReturnRefused: ``refund.bad_amount``, or ``refund.not_from_there`` for more in a tender than was paid
            so.
    """
    if any(payout.amount_minor <= 0 for payout in payouts):
        raise ReturnRefused("refund.bad_amount")
    drafts = [_Draft(claim) for claim in claims]
    # Who could go to one tender only chooses first, so that it is not taken from them.
    narrow_first = sorted(drafts, key=lambda draft: len(draft.claim.sources))
    for payout in payouts:
        if payout.kind != "cash":
            rest = payout.amount_minor
            for draft in narrow_first:
                rest -= draft.give(rest, from_keys=[payout.key], given_as=payout.kind)
            _require_nothing(rest)
    rest = sum(payout.amount_minor for payout in payouts if payout.kind == "cash")
    for draft in narrow_first:
        rest -= draft.give(rest, from_keys=draft.keys(cash=True), given_as="cash")
    instead = rest
    for draft in narrow_first:
        rest -= draft.give(rest, from_keys=draft.keys_of_money(), given_as="cash")
    _require_nothing(rest)
    parts = tuple(draft.finish(terms=terms, currency=currency) for draft in drafts)
    return Settled(parts, instead)


def _require_nothing(rest_minor: int) -> None:
    if rest_minor:
        raise ReturnRefused("refund.not_from_there")


class _Draft:
    """One claim while it is settled."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self._left = {source.key: source.left_minor for source in claim.sources}
        self._points = {source.key: source.points for source in claim.sources}
        self._open = claim.refund_minor
        self._given: list[Part] = []

    def keys(self, *, cash: bool) -> list[TenderKey]:
        """Return the tenders that are cash, or those that are not."""
        return [source.key for source in self.claim.sources if (source.kind == "cash") == cash]

    def keys_of_money(self) -> list[TenderKey]:
        """Return the tenders that cash may be given for: neither cash nor a balance."""
        return [key for key in self.keys(cash=False) if key[0] not in BALANCES]

    def give(self, most_minor: int, *, from_keys: Sequence[TenderKey], given_as: PaidWith) -> int:
        """Hand out up to ``most_minor`` and return how much it was."""
        given = 0
        for key in from_keys:
            minor = min(most_minor - given, self._left.get(key, 0), self._open)
            if minor > 0:
                self._given.append(self._take(key, minor, given_as=given_as))
                given += minor
        return given

    def finish(self, *, terms: TenderTerms, currency: str) -> tuple[Part, ...]:
        """Let the goods of the document have the rest, cash first; return the parts.

        Raises:
            ReturnRefused: ``refund.not_from_there``: more is to go back than was ever paid.
        """
        parts = list(self._given)
        for key in (*self.keys(cash=True), *self.keys(cash=False)):
            minor = min(self._left[key], self._open)
            if minor > 0:
                part = self._take(key, minor, given_as=key[0])
                parts.append(replace(part, moved_minor=minor, given_minor=0))
        _require_nothing(self._open)
        return _rounded(parts, self.claim.cash, terms=terms, currency=currency)

    def _take(self, key: TenderKey, minor: int, *, given_as: PaidWith) -> Part:
        """Take money from where it came, with its share of the points that had paid it."""
        points = points_share(self._points[key], minor, left_minor=self._left[key])
        self._left[key] -= minor
        self._points[key] -= points
        self._open -= minor
        kind, reference, provider = key
        return Part(kind, reference or None, provider, minor, 0, given_as, minor, points)


def _rounded(
    parts: Sequence[Part], cash: CashBefore, *, terms: TenderTerms, currency: str
) -> tuple[Part, ...]:
    """Let the last part in cash take what rounding to coins adds or drops."""
    at = [index for index, part in enumerate(parts) if part.given_as == "cash" and part.given_minor]
    if not at:
        return tuple(parts)
    exact = sum(parts[index].given_minor for index in at)
    out = cash_back(exact, cash, terms=terms, currency=currency)
    rounded = list(parts)
    # Two parts in cash: the first keeps what coins allow, the last one the rest.
    for index in at[:-1]:
        rounded[index] = replace(parts[index], given_minor=min(parts[index].given_minor, out))
        out -= rounded[index].given_minor
    rounded[at[-1]] = replace(parts[at[-1]], given_minor=out)
    return tuple(rounded)
