"""How a document with returned goods is settled: what it comes to, and in which money a rest goes back.

Source: docs/rules/returns.md, "How the money goes back", "Exchange".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pos_app.services import rights
from pos_app.services.act_model import Act, Approval, NeedsApproval, require_allowed
from pos_app.services.basket_model import Basket
from pos_app.services.errors import InsufficientTender, RuleError
from pos_app.services.records import Actor, TenderKind
from pos_app.services.repositories import UnitOfWork
from pos_app.services.return_fact import SettledReturns
from pos_app.services.return_goods import require_approval
from pos_app.services.return_model import GoodsBack
from pos_app.services.tendering import TenderInput, settle
from retail_core.money import Money
from retail_core.pricing.model import PricedBasket
from retail_core.returns import tenders as rules
from retail_core.returns.model import Part, Refund, ReturnRefused
from retail_core.returns.tenders import Claim, PayOut, Settled, rank_of
from retail_core.tenders import BALANCES, SettledTender, Settlement, TenderTerms

__all__ = ["GiveBack", "GiveBackOffer", "PayOut"]


@dataclass(frozen=True, slots=True)
class GiveBack:
    """What the cashier gives back, exact amounts; ``approval`` is for cash in place of another tender."""

    payouts: tuple[PayOut, ...]
    approval: Approval | None = None


NOTHING_BACK: Final = GiveBack(())
"""For documents whose customer pays."""


@dataclass(frozen=True, slots=True)
class GiveBackOffer:
    """In what money can go back, up to ``most_minor``; cash beyond ``own_minor`` needs the right."""

    kind: TenderKind
    reference: str | None
    provider: str
    most_minor: int
    own_minor: int


def document_total(basket: Basket, priced: PricedBasket) -> Money:
    """Return what the customer pays for the whole document; below zero it is given back."""
    return priced.total - Money(basket.refund_minor, basket.currency)


def offers(basket: Basket, to_give_minor: int) -> tuple[GiveBackOffer, ...]:
    """Return in which money ``to_give_minor`` can go back: balances first, then other tenders, cash last.

    No cash is offered for what a balance had paid.
    """
    found: dict[tuple[TenderKind, str, str], int] = {}
    in_cash = as_money = 0
    for goods in basket.returns:
        money = sum(source.left_minor for source in goods.sources if source.kind not in BALANCES)
        as_money += min(money, goods.refund_minor)
        for source in goods.sources:
            minor = min(source.left_minor, goods.refund_minor)
            if source.kind == "cash":
                in_cash += minor
            else:
                found[source.key] = found.get(source.key, 0) + minor
    others = tuple(
        GiveBackOffer(kind, reference or None, provider, min(minor, to_give_minor), min(minor, to_give_minor))
        for (kind, reference, provider), minor in sorted(found.items(), key=lambda item: rank_of(item[0][0]))
    )
    most = min(as_money, to_give_minor)
    return (*others, GiveBackOffer("cash", None, "", most, min(in_cash, to_give_minor)))


def original_payouts(basket: Basket, to_give_minor: int) -> tuple[PayOut, ...]:
    """Return how ``to_give_minor`` goes back where it came from, not cash first."""
    chosen = []
    rest = to_give_minor
    for offer in offers(basket, to_give_minor):
        minor = min(rest, offer.own_minor)
        if minor > 0:
            chosen.append(PayOut(offer.kind, minor, offer.reference, offer.provider))
            rest -= minor
    return tuple(chosen)


def chosen_payouts(
    basket: Basket, to_give_minor: int, *, kind: TenderKind, minor: int | None = None
) -> tuple[PayOut, ...]:
    """Return how ``to_give_minor`` goes back with ``minor`` of it in one kind of tender, and the rest.

    The rest goes back as it was paid, not cash first, and in cash where nothing else is left.

    Args:
        basket: What comes back.
        to_give_minor: All that is given back, > 0.
        kind: The tender that was chosen.
        minor: How much of it goes back so; as much as can for ``None``.

    Raises:
        RuleError: ``refund.bad_amount``, ``refund.too_much`` (by), or ``refund.not_from_there``.
    """
    found = offers(basket, to_give_minor)
    most = min(to_give_minor, sum(offer.most_minor for offer in found if offer.kind == kind))
    wanted = most if minor is None else minor
    if wanted <= 0:
        raise RuleError("refund.bad_amount")
    if wanted > to_give_minor:
        raise RuleError("refund.too_much", Money(wanted - to_give_minor, basket.currency))
    left = {True: wanted, False: to_give_minor - wanted}
    chosen = []
    for offer in found:
        part = min(left[offer.kind == kind], offer.most_minor)
        if part > 0:
            chosen.append(PayOut(offer.kind, part, offer.reference, offer.provider))
            left[offer.kind == kind] -= part
    if any(left.values()):
        raise RuleError("refund.not_from_there")
    return tuple(chosen)


def settle_returns(basket: Basket, payouts: Sequence[PayOut], *, total: Money, terms: TenderTerms) -> Settled:
    """Return how the refunds of a basket are settled; what is not paid out pays for its goods.

    Raises:
        InsufficientTender: The payouts do not reach what is to be given back.
        RuleError: ``refund.bad_amount``, ``refund.not_from_there`` or ``refund.too_much`` (by).
    """
    to_give = max(0, -total.minor)
    given = sum(payout.amount_minor for payout in payouts)
    if given < to_give:
        raise InsufficientTender(to_give - given)
    if given > to_give:
        raise RuleError("refund.too_much", Money(given - to_give, total.currency))
    claims = [Claim(goods.refund_minor, goods.sources, goods.cash) for goods in basket.returns]
    try:
        return rules.settle(claims, payouts, terms=terms, currency=total.currency)
    except ReturnRefused as refused:
        raise RuleError(refused.code) from refused


def settle_document(
    basket: Basket,
    priced: PricedBasket,
    *,
    tenders: Sequence[TenderInput],
    give_back: GiveBack,
    terms: TenderTerms,
) -> tuple[Settlement, SettledReturns]:
    """Return how a document is paid or given back, and what becomes of its refunds.

    Raises:
        InsufficientTender: They do not reach what is to pay, or to be given back.
        RuleError: ``tender.not_needed`` (kind): there is nothing to pay; or another code of
            :func:`settle_returns` or :func:`pos_app.services.tendering.settle`.
    """
    total = document_total(basket, priced)
    settled = settle_returns(basket, give_back.payouts, total=total, terms=terms)
    returns = SettledReturns(
        total, settled_refunds(basket, settled), cash_act(basket, settled), give_back.approval
    )
    if total.minor >= 0:
        return settle(total, tenders, terms=terms), returns
    if tenders:
        raise RuleError("tender.not_needed", tenders[0].kind)
    return as_settlement(settled, total), returns


def as_settlement(settled: Settled, total: Money) -> Settlement:
    """Return what is handed out as the tenders of the document, below zero; cash as one tender."""
    given: dict[tuple[TenderKind, str, str], int] = {}
    points: dict[tuple[TenderKind, str, str], int] = {}
    for part in (part for parts in settled.parts for part in parts):
        if part.amount_minor > part.moved_minor:
            key = _given_as(part)
            given[key] = given.get(key, 0) + part.given_minor
            points[key] = points.get(key, 0) + part.points
    tenders = tuple(
        SettledTender(
            kind, -minor, -minor, 0, reference or None, provider, -points[(kind, reference, provider)]
        )
        for (kind, reference, provider), minor in sorted(given.items(), key=lambda item: item[0][0] == "cash")
        if minor
    )
    return Settlement(tenders, sum(tender.amount_minor for tender in tenders) - total.minor)


def settled_refunds(basket: Basket, settled: Settled) -> tuple[Refund, ...]:
    """Return what came back, each with the money that went back for it."""
    return tuple(
        replace(goods.refund, parts=parts) for goods, parts in zip(basket.returns, settled.parts, strict=True)
    )


def cash_act(basket: Basket, settled: Settled) -> Act | None:
    """Return the act of giving cash for what was paid otherwise, ``None`` where there is none."""
    minor = settled.in_cash_instead_minor
    if not minor:
        return None
    return Act(rights.REFUND_CASH, basket.basket_id, amount=minor, given_minor=minor)


def require_return_rights(
    actor: Actor, basket: Basket, *, cash: Act | None, approval: Approval | None
) -> None:
    """Return if ``actor`` may complete the returns of ``basket``, by right or allowed by somebody.

    Raises:
        NeedsApproval: ``right.missing``, ``right.over_limit`` or ``return.too_old``.
    """
    for goods in basket.returns:
        require_approval(goods, actor)
    if cash is not None:
        require_allowed(actor, cash, approval=approval)


def check_returns(work: UnitOfWork, actor: Actor, *, basket: Basket, approval: Approval | None) -> None:
    """Look once more, inside the transaction: nothing came back meanwhile, and who allowed it still may.

    Raises:
        NeedsApproval: ``right.missing``: somebody has to allow it anew.
        RuleError: ``return.changed_meanwhile`` (receipt number).
    """
    for goods in basket.returns:
        _require_unchanged(work, goods)
    allowed = [goods.approval for goods in basket.returns if goods.approval is not None]
    for each in (*allowed, *(() if approval is None else (approval,))):
        if each.staff_id == actor.staff_id:
            continue
        person = work.staff.get(each.staff_id)
        verbs = {} if person is None or not person.active else person.rights
        if not rights.allows(verbs, each.act.verb, amount=each.act.amount):
            raise NeedsApproval("right.missing", each.act.verb, act=each.act)


def _require_unchanged(work: UnitOfWork, goods: GoodsBack) -> None:
    if goods.refund.sale_id is None:
        return
    documents = {document_id for document_id, _ in work.returns.of_sale(goods.refund.sale_id)}
    if documents - set(goods.known):
        raise RuleError("return.changed_meanwhile", goods.key)


def _given_as(part: Part) -> tuple[TenderKind, str, str]:
    if part.given_as == "cash":
        return ("cash", "", "")
    return (part.given_as, part.reference or "", part.provider)
