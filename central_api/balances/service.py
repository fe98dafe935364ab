"""Stored value: insert-only entries, each reference and rule once, whose fold is the balance.

:func:`settle` folds them once at the end of a unit of work, under the lock of each member and in order of the
member, so that of two units the second one sees what the first one wrote.

Source: docs/rules/stored-value.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from central_api.balances import repository
from central_api.balances.schemas import Entry
from central_api.enrolment import service as enrolment
from central_api.feed import service as feed
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit
from central_api.members import service as members
from central_api.uses.schemas import Overrun
from retail_core.stored_value import Balance, SpendOrder, fold, moves
from retail_core.wire.facts import BalanceToppedUp, SaleCompleted, SalePerson

SPENT = "spent"
"""The rule under which a sale stands that was paid with a balance."""

TOPPED_UP = "topped_up"
RETURNED = "returned"
STORED_VALUE = "stored_value"

_MEMO_SETTLED = "balances.settled"


@dataclass(frozen=True, slots=True)
class SettledBalances:
    """Whose balance changed, and which payments turned out to be above what was there."""

    member_ids: frozenset[str] = frozenset()
    overruns: tuple[Overrun, ...] = ()


def apply_top_up(
    unit: Unit, context: FactContext, *, fact: BalanceToppedUp, person: SalePerson | None
) -> list[DoubtfulFact]:
    """Enter what somebody paid in, and the bonus for it."""
    found = None if person is None else members.buyer(unit, person)
    if found is None:
        return [DoubtfulFact("member.unknown", {"top_up_id": fact.top_up_id})]
    entry = Entry(
        member_id=found.member_id,
        ref=fact.top_up_id,
        rule=TOPPED_UP,
        kind="top_up",
        store_id=context.store_id,
        made_ms=context.wall_ms,
        entry_id=context.entry_id,
        principal_minor=fact.principal_minor,
        bonus_minor=fact.bonus_minor,
    )
    enter(unit, [entry])
    return []


def apply_sale(
    unit: Unit, context: FactContext, *, sale: SaleCompleted, person: SalePerson | None
) -> list[DoubtfulFact]:
    """Enter what a sale took of its member's balance, and what came back to whoever had paid with one."""
    doubts = []
    paid_so = [part.amount_minor for part in sale.tenders if part.kind == STORED_VALUE]
    spent = sum(max(0, minor) for minor in paid_so)
    if spent > 0:
        payer = None if person is None else members.buyer(unit, person)
        if payer is None:
            doubts.append(DoubtfulFact("stored_value.nobody", {"sale_id": sale.sale_id}))
        else:
            entry = Entry(
                member_id=payer.member_id,
                ref=sale.sale_id,
                rule=SPENT,
                kind="spend",
                store_id=context.store_id,
                made_ms=context.wall_ms,
                entry_id=context.entry_id,
                amount_minor=spent,
                spend=_spend_order(unit, context.store_id),
            )
            enter(unit, [entry])
    enter(unit, _given_back(unit, context, sale=sale))
    return doubts


def enter(unit: Unit, entries: Sequence[Entry]) -> None:
    """Enter into the ledger; the balances follow at :func:`settle`."""
    repository.insert(unit, entries, txid=feed.txid(unit))


def settle(unit: Unit) -> SettledBalances:
    """Fold the ledgers of those for whom this unit entered something since the last call."""
    after_id = unit.memo.get(_MEMO_SETTLED, 0)
    changed, spent, last_id = repository.changed_in(unit, txid=feed.txid(unit), after_id=after_id)
    if not changed:
        return SettledBalances()
    unit.memo[_MEMO_SETTLED] = last_id
    members.lock(unit, changed)
    balances = {member_id: balance_of(unit, member_id) for member_id in changed}
    members.set_balances(unit, balances)
    overruns = tuple(
        Overrun(
            each.entry_id,
            DoubtfulFact(
                "stored_value.overdrawn",
                {"sale_id": each.ref, "missing_minor": -balances[each.member_id].total_minor},
            ),
        )
        for each in spent
        if balances[each.member_id].total_minor < 0
    )
    return SettledBalances(frozenset(changed), overruns)


def balance_of(unit: Unit, member_id: str) -> Balance:
    """Return what a member's entries come to."""
    return fold(entry.value for entry in repository.of_member(unit, member_id))


def moved(unit: Unit) -> Iterator[tuple[Entry, Balance]]:
    """Yield every entry of the ledger with what it added to principal and bonus, member by member."""
    for _, entries in groupby(repository.everything(unit), key=lambda entry: entry.member_id):
        of_one = list(entries)
        amounts = (amount for _, amount in moves(entry.value for entry in of_one))
        yield from zip(of_one, amounts, strict=True)


def refold(unit: Unit, member_id: str) -> None:
    """Fold a member's ledger anew, after that of another account came into it."""
    members.set_balances(unit, {member_id: balance_of(unit, member_id)})


def _given_back(unit: Unit, context: FactContext, *, sale: SaleCompleted) -> list[Entry]:
    amounts: dict[str, int] = {}
    for back in sale.returned:
        for part in back.parts:
            if part.kind == STORED_VALUE and part.reference:
                given = part.amount_minor - part.moved_minor
                amounts[part.reference] = amounts.get(part.reference, 0) + given
    found = []
    for reference, minor in sorted(amounts.items()):
        payer = repository.payer_of(unit, reference, rule=SPENT)
        if payer is not None and minor > 0:
            found.append(
                Entry(
                    member_id=payer,
                    ref=sale.sale_id,
                    rule=f"{RETURNED}:{reference}",
                    kind="reverse",
                    store_id=context.store_id,
                    made_ms=context.wall_ms,
                    entry_id=context.entry_id,
                    amount_minor=minor,
                    of_ref=reference,
                )
            )
    return found


def _spend_order(unit: Unit, store_id: str) -> SpendOrder:
    terms = enrolment.store_card(unit, store_id).stored_value
    return "principal_first" if terms is None else terms.spend
