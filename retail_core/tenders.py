"""How a document is paid, or given back: several tenders, change, and cash rounded to coins.

Till and server reckon with this module alone. A document's ``total`` is positive when the customer pays and
negative when the store gives back; the values of its parts have the sign of the total.

Source: docs/rules/tenders.md, docs/rules/cash.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from retail_core.money import Money, Rounding, round_to_step

TenderKind = Literal["cash", "external", "voucher", "card", "points", "stored_value"]
Over = Literal["change", "none", "forfeit"]

MOST_AMOUNT_MINOR: Final = 10_000_000_000
"""An amount above this is a slip of the finger."""

CASH_MODES: Final = (
    Rounding.HALF_UP,
    Rounding.HALF_DOWN,
    Rounding.HALF_EVEN,
    Rounding.UP,
    Rounding.DOWN,
)
"""Modes that treat paying and giving back alike, so that a whole return gives back what was paid."""

_MODES: Final = {mode.value: mode for mode in CASH_MODES}
_REFERENCE_DIGITS = 4
_VOUCHER_SHORTEST = 4
_VOUCHER_LONGEST = 40
_ORDER: Final[dict[str, int]] = {
    "points": 0,
    "stored_value": 1,
    "external": 2,
    "card": 3,
    "voucher": 4,
    "cash": 5,
}
_TO_THE_CENT: Final = frozenset({"points", "stored_value", "external", "card"})
BALANCES: Final[frozenset[str]] = frozenset({"points", "stored_value"})
"""Tenders of a member's own ledgers: they go back there and never into the drawer."""


class TenderError(ValueError):
    """The tenders are against the rules; ``code`` says which one, ``arguments`` its figures."""

    def __init__(self, code: str, *arguments: object) -> None:
        super().__init__(code, *arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class TenderOffer:
    """A tender that a store takes, and what becomes of more than there is to pay.

    ``over`` is ``change`` (given back in cash), ``none`` (refused) or ``forfeit`` (kept by the store; of
    vouchers only). ``most_minor`` is the most that one document may be paid with it.
    """

    kind: TenderKind
    over: Over
    most_minor: int | None = None


DEFAULT_OFFERS: Final = (
    TenderOffer("cash", "change"),
    TenderOffer("external", "none"),
    TenderOffer("card", "none"),
)
"""What a store takes that says nothing else; a card only where a payment provider is connected."""


@dataclass(frozen=True, slots=True)
class TenderTerms:
    """A store's rules of payment.

    ``step_minor`` is the smallest coin, ``mode`` how cash is rounded to it. With ``exact`` the store takes
    smaller coins too, and who lays down exactly what is to pay is not rounded.
    """

    step_minor: int
    mode: Rounding = Rounding.HALF_UP
    exact: bool = False
    offers: tuple[TenderOffer, ...] = DEFAULT_OFFERS

    def offer(self, kind: str) -> TenderOffer | None:
        """Return what the store says of a tender, ``None`` if it does not take it."""
        return next((offer for offer in self.offers if offer.kind == kind), None)

    def in_coins(self, minor: int, currency: str) -> int:
        """Return an amount in whole coins."""
        return round_to_step(Money(minor, currency), self.step_minor, mode=self.mode).minor


@dataclass(frozen=True, slots=True)
class TenderPart:
    """What was handed over: cash as it lay there, a voucher's whole value, an amount by card.

    ``reference`` is a voucher's number, the last digits of an external payment, a provider's reference, or
    the sale in which a balance was spent. ``points`` are those that are worth a value in points.
    """

    kind: TenderKind
    value_minor: int
    reference: str | None = None
    provider: str = ""
    points: int = 0


@dataclass(frozen=True, slots=True)
class SettledTender:
    """What a part settles: ``tendered_minor`` less change, and less what of a voucher is forfeited."""

    kind: TenderKind
    amount_minor: int
    tendered_minor: int
    change_minor: int
    reference: str | None = None
    provider: str = ""
    points: int = 0


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a total is paid; the amounts sum to total plus rounding."""

    tenders: tuple[SettledTender, ...]
    rounding_minor: int

    @property
    def tendered_minor(self) -> int:
        """What was handed over in all."""
        return sum(part.tendered_minor for part in self.tenders)

    @property
    def change_minor(self) -> int:
        """What goes back in cash, >= 0."""
        return sum(part.change_minor for part in self.tenders)


@dataclass(frozen=True, slots=True)
class AmountDue:
    """What is still to pay: ``total_minor`` exactly, or ``cash_minor`` in coins if the rest is paid in cash.

    ``over_minor`` is what the vouchers are worth above the total.
    """

    total_minor: int
    cash_minor: int
    over_minor: int = 0


@dataclass(frozen=True, slots=True)
class CashBefore:
    """What a receipt was paid in cash, and what of that went back already; all >= 0.

    ``due_minor`` is the cash remainder before rounding, ``paid_minor`` after it; ``returned_minor`` and
    ``paid_out_minor`` are the same of all its earlier refunds in cash together.
    """

    due_minor: int = 0
    paid_minor: int = 0
    returned_minor: int = 0
    paid_out_minor: int = 0


_OVER: Final[dict[str, frozenset[str]]] = {
    "cash": frozenset({"change"}),
    "external": frozenset({"none"}),
    "card": frozenset({"none"}),
    "voucher": frozenset({"change", "none", "forfeit"}),
}


class StatedTender(Protocol):
    """A tender as a document states it."""

    @property
    def kind(self) -> TenderKind: ...
    @property
    def amount_minor(self) -> int: ...
    @property
    def tendered_minor(self) -> int: ...
    @property
    def change_minor(self) -> int: ...


def cash_mode(name: str) -> Rounding:
    """Return the mode of rounding called ``name``.

    Raises:
        TenderError: ``tender.bad_mode``: there is none, or it treats paying and giving back unlike.
    """
    mode = _MODES.get(name)
    if mode is None:
        raise TenderError("tender.bad_mode", name)
    return mode


def check_offers(offers: Iterable[TenderOffer]) -> None:
    """Return if a store may take its tenders in this way.

    Raises:
        TenderError: ``tender.bad_offer`` (kind): it is there twice or unknown, its rule or its most amount is
            none for it, or it is a balance, which a store takes by its terms for it.
    """
    seen: set[str] = set()
    for offer in offers:
        bad_most = offer.most_minor is not None and not 0 < offer.most_minor <= MOST_AMOUNT_MINOR
        if offer.kind in seen or bad_most or offer.over not in _OVER.get(offer.kind, ()):
            raise TenderError("tender.bad_offer", offer.kind)
        seen.add(offer.kind)


def voucher_number(text: str) -> str:
    """Return a voucher's number as it is compared: capitals, without blanks.

    Raises:
        TenderError: ``tender.voucher_number``: not 4 to 40 letters, digits and hyphens.
    """
    number = "".join(text.split()).upper()
    letters = number.replace("-", "")
    fits = _VOUCHER_SHORTEST <= len(number) <= _VOUCHER_LONGEST
    if not (fits and letters.isascii() and letters.isalnum()):
        raise TenderError("tender.voucher_number")
    return number


def amount_due(total: Money, parts: Iterable[TenderPart], *, terms: TenderTerms) -> AmountDue:
    """Return what is still to pay of ``total`` >= 0 after ``parts``, never below zero."""
    parts = tuple(parts)
    cash = _sum(part for part in parts if part.kind == "cash")
    rest = total.minor - _sum(part for part in parts if part.kind != "cash")
    if rest <= 0:
        return AmountDue(0, 0, -rest)
    in_coins = rest if _is_exact(rest, cash, terms=terms) else terms.in_coins(rest, total.currency)
    return AmountDue(max(0, rest - cash), max(0, in_coins - cash))


def settle(
    total: Money, parts: Sequence[TenderPart], *, terms: TenderTerms, before: CashBefore | None = None
) -> Settlement:
    """Return how ``parts`` pay ``total``; their order does not matter.

    Args:
        total: What the document makes; negative when the store gives back.
        parts: With the sign of the total. To give back, they state exactly what goes back by each tender and
            sum to the total; cash is rounded here.
        terms: The store's rules.
        before: Cash that was paid on the receipt and given back on it earlier; for giving back only.

    Raises:
        TenderError: ``tender.insufficient`` (missing), ``tender.too_large`` (kind, over by),
            ``tender.not_needed`` (kind), ``tender.not_offered`` (kind), ``tender.over_most`` (kind, most),
            ``tender.not_in_coins`` (step), ``tender.bad_amount``, ``tender.bad_reference``,
            ``tender.voucher_number``, ``tender.voucher_twice`` (number).

    Source: docs/rules/tenders.md.
    """
    for part in parts:
        _check(part, -1 if total.minor < 0 else 1)
    _check_numbers(parts)
    if total.minor < 0:
        return _give_back(total, parts, terms=terms, before=before or CashBefore())
    settlement = _take(total, parts, terms=terms)
    _check_offers(settlement, parts, terms=terms)
    return settlement


def cash_back(exact_minor: int, before: CashBefore, *, terms: TenderTerms, currency: str) -> int:
    """Return what is paid out in coins for ``exact_minor`` > 0 given back in cash.

    All refunds so far and this one are rounded together, less what was paid out already; the last one takes
    the residual, so that a whole return gives back what was paid.

    Source: docs/rules/cash.md, "Giving cash back".
    """
    so_far = before.returned_minor + exact_minor
    more = so_far - before.due_minor
    if more >= 0:
        goal = before.paid_minor + terms.in_coins(more, currency)
    else:
        goal = min(before.paid_minor, terms.in_coins(so_far, currency))
    return max(0, goal - before.paid_out_minor)


def cash_paid(tenders: Iterable[StatedTender], rounding_minor: int) -> CashBefore:
    """Return what a document was paid in cash, as its refunds start from."""
    paid = sum(tender.amount_minor for tender in tenders if tender.kind == "cash")
    return CashBefore(due_minor=max(0, paid - rounding_minor), paid_minor=max(0, paid))


def contradicts(total_minor: int, rounding_minor: int, *, tenders: Iterable[StatedTender]) -> bool:
    """Return whether a document's tenders cannot be what paid it, whatever the store's rules are."""
    tenders = tuple(tenders)
    if sum(tender.amount_minor for tender in tenders) != total_minor + rounding_minor:
        return True
    return any(_is_impossible(tender, gives_back=total_minor < 0) for tender in tenders)


def _is_impossible(tender: StatedTender, *, gives_back: bool) -> bool:
    settles, kept = tender.amount_minor, tender.tendered_minor - tender.change_minor
    if gives_back:
        return settles >= 0 or tender.change_minor != 0 or kept != settles
    if settles <= 0 or tender.change_minor < 0:
        return True
    if tender.kind in _TO_THE_CENT and tender.change_minor:
        return True
    # More than it settles is kept of a voucher only.
    return kept < settles if tender.kind == "voucher" else kept != settles


def _sum(parts: Iterable[TenderPart]) -> int:
    return sum(part.value_minor for part in parts)


def _check(part: TenderPart, sign: int) -> None:
    if not 0 < sign * part.value_minor <= MOST_AMOUNT_MINOR:
        raise TenderError("tender.bad_amount")
    if part.kind == "voucher" and part.reference != voucher_number(part.reference or ""):
        raise TenderError("tender.voucher_number")
    digits = part.reference
    if part.kind == "external" and digits is not None:
        fits = len(digits) == _REFERENCE_DIGITS and digits.isascii() and digits.isdigit()
        if not fits:
            raise TenderError("tender.bad_reference")


def _check_numbers(parts: Iterable[TenderPart]) -> None:
    seen: set[str | None] = set()
    for part in parts:
        if part.kind == "voucher" and part.reference in seen:
            raise TenderError("tender.voucher_twice", part.reference)
        if part.kind == "voucher":
            seen.add(part.reference)


def _check_offers(settlement: Settlement, parts: Iterable[TenderPart], *, terms: TenderTerms) -> None:
    for kind in {part.kind for part in parts}:
        offer = terms.offer(kind)
        if offer is None:
            raise TenderError("tender.not_offered", kind)
        settled = sum(tender.amount_minor for tender in settlement.tenders if tender.kind == kind)
        if offer.most_minor is not None and settled > offer.most_minor:
            raise TenderError("tender.over_most", kind, offer.most_minor)


def _take(total: Money, parts: Sequence[TenderPart], *, terms: TenderTerms) -> Settlement:
    to_the_cent = [part for part in parts if part.kind in _TO_THE_CENT]
    rest = total.minor - _sum(to_the_cent)
    if rest < 0:
        raise TenderError("tender.too_large", _last_kind(to_the_cent), -rest)
    settled = [_settled(part, part.value_minor) for part in to_the_cent]
    rounding = 0
    for part in sorted(
        (part for part in parts if part.kind == "voucher"),
        key=lambda part: (-part.value_minor, part.reference or ""),
    ):
        # The largest first: whatever the order in which they were laid down, the same one is not used up.
        tender, rounding = _voucher(part, Money(rest, total.currency), terms=terms)
        settled.append(tender)
        rest = max(0, rest - part.value_minor)
    given = _sum(part for part in parts if part.kind == "cash")
    cash, by_cash = _cash(given, Money(rest, total.currency), terms=terms)
    return Settlement(_in_order([*settled, *cash]), rounding + by_cash)


def _voucher(part: TenderPart, rest: Money, *, terms: TenderTerms) -> tuple[SettledTender, int]:
    """Return what a voucher settles of ``rest``, and the rounding of the change that it gives."""
    if rest.minor == 0:
        raise TenderError("tender.not_needed", part.kind)
    over = part.value_minor - rest.minor
    offer = terms.offer(part.kind)
    rule = "none" if offer is None else offer.over
    if over <= 0:
        return _settled(part, part.value_minor), 0
    if rule == "none":
        raise TenderError("tender.too_large", part.kind, over)
    if rule == "forfeit":
        return _settled(part, rest.minor), 0
    # Down, whatever the mode: a voucher is never worth more in cash than it is worth.
    change = over - over % terms.step_minor
    return _settled(part, part.value_minor - change, change=change), over - change


def _cash(given: int, rest: Money, *, terms: TenderTerms) -> tuple[list[SettledTender], int]:
    """Return the one tender of all cash, and what rounding adds to the total."""
    if rest.minor == 0:
        if given:
            raise TenderError("tender.not_needed", "cash")
        return [], 0
    takes_cash = terms.offer("cash") is not None
    if not given and not takes_cash:
        raise TenderError("tender.insufficient", rest.minor)
    if given % terms.step_minor and not terms.exact:
        raise TenderError("tender.not_in_coins", terms.step_minor)
    exact = _is_exact(rest.minor, given, terms=terms)
    due = rest.minor if exact else terms.in_coins(rest.minor, rest.currency)
    if given < due:
        raise TenderError("tender.insufficient", due - given)
    if due == 0:
        if given:
            raise TenderError("tender.not_needed", "cash")
        return [], -rest.minor
    return [SettledTender("cash", due, given, given - due)], due - rest.minor


def _is_exact(rest: int, cash: int, *, terms: TenderTerms) -> bool:
    return terms.exact and cash == rest


def _give_back(
    total: Money, parts: Sequence[TenderPart], *, terms: TenderTerms, before: CashBefore
) -> Settlement:
    missing = _sum(parts) - total.minor
    if missing > 0:
        raise TenderError("tender.insufficient", missing)
    if missing < 0:
        raise TenderError("tender.too_large", _last_kind(parts), -missing)
    settled = [_settled(part, part.value_minor) for part in parts if part.kind != "cash"]
    exact = -_sum(part for part in parts if part.kind == "cash")
    if not exact:
        return Settlement(_in_order(settled), 0)
    paid = cash_back(exact, before, terms=terms, currency=total.currency)
    if paid:
        settled.append(SettledTender("cash", -paid, -paid, 0))
    return Settlement(_in_order(settled), exact - paid)


def _last_kind(parts: Iterable[TenderPart]) -> TenderKind:
    """Return the kind of the part that can be changed most easily, whatever their order."""
    return max((part.kind for part in parts), key=lambda kind: _ORDER[kind])


def _settled(part: TenderPart, amount_minor: int, *, change: int = 0) -> SettledTender:
    return SettledTender(
        part.kind, amount_minor, part.value_minor, change, part.reference, part.provider, part.points
    )


def _in_order(tenders: Iterable[SettledTender]) -> tuple[SettledTender, ...]:
    """Return the tenders as they stand on the document: always in the same order, cash last."""
    return tuple(
        sorted(
            tenders,
            key=lambda each: (
                _ORDER[each.kind],
                -abs(each.tendered_minor),
                each.reference or "",
                each.provider,
            ),
        )
    )
