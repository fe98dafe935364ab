"""The second look at what somebody decided by hand: the right, its limit, and who allowed it.

Source: docs/rules/by-hand.md, "Approval".
"""

from collections.abc import Iterator
from typing import Final, cast

from central_api.kit.facts import DoubtfulFact
from central_api.kit.unit import Unit
from central_api.staff import service as staff
from retail_core.pricing.by_hand import (
    DISCOUNT_DROP,
    PRICE_OVERRIDE,
    RULE_OF_VERB,
    LineSums,
    Measured,
    expected_off,
    measure,
)
from retail_core.pricing.model import CashierDiscount, CashierKind
from retail_core.wire import facts

RECALL_ANY: Final = "sale.recall_any"

_KINDS: Final = frozenset({"price", "percent", "amount", "drop"})


def doubts(unit: Unit, actor: str, *, acts: tuple[facts.CashierAct, ...]) -> list[DoubtfulFact]:
    """Return what is doubtful about acts that are no prices and no discounts: returns, recalled sales."""
    return [doubt for act in acts for doubt in _of_act(unit, actor, act=act, amount=abs(act.amount_minor))]


def doubts_of_recalled(unit: Unit, actor: str, *, recalled: facts.BasketRecalled) -> list[DoubtfulFact]:
    """Return what is doubtful about bringing back what somebody else had parked."""
    if recalled.parked_by != actor and not any(act.kind == RECALL_ANY for act in recalled.acts):
        return [DoubtfulFact("right.missing", {"staff_id": actor, "verb": RECALL_ANY, "amount": 0})]
    return doubts(unit, actor, acts=recalled.acts)


def doubts_of_sale(unit: Unit, actor: str, *, sale: facts.SaleCompleted) -> list[DoubtfulFact]:
    """Return what is doubtful about the acts of a sale, and discounts by hand that no act states."""
    others = tuple(act for act in sale.acts if act.kind not in RULE_OF_VERB)
    found = doubts(unit, actor, acts=others)
    sums = {line.line_id: _sums(line) for line in sale.lines}
    stated = dict.fromkeys(RULE_OF_VERB, 0)
    wrong = False
    for act in sale.acts:
        if act.kind not in RULE_OF_VERB:
            continue
        discount = CashierDiscount(act.line_id, _kind(act), act.value)
        measured = measure(discount, sums)
        stated[act.kind] += -act.amount_minor
        wrong = wrong or not _is_stated_right(act, discount, measured=measured)
        found += _of_act(unit, actor, act=act, amount=measured.amount)
    taken = {
        verb: sum(line.taken_by(rule_id) for line in sums.values()) for verb, rule_id in RULE_OF_VERB.items()
    }
    if wrong or stated != taken:
        found.append(DoubtfulFact("sale.acts_wrong", {"sale_id": sale.sale_id}))
    return found


def _of_act(unit: Unit, actor: str, *, act: facts.CashierAct, amount: int) -> Iterator[DoubtfulFact]:
    """Yield why an act was not allowed: by the actor alone, or by whoever allowed it."""
    who = act.approved_by or actor
    if act.approved_by == actor:
        yield DoubtfulFact("approval.self", {"staff_id": who, "verb": act.kind})
        return
    found = staff.find(unit, who)
    if found is None:
        # Of the actor it is said once for the whole fact.
        if act.approved_by is not None:
            yield DoubtfulFact("staff.unknown", {"staff_id": who})
        return
    _, person = found
    if not person.active:
        if act.approved_by is not None:
            yield DoubtfulFact("staff.inactive", {"staff_id": who})
    elif not allows(person.rights, act.kind, amount=amount):
        yield DoubtfulFact("right.missing", {"staff_id": who, "verb": act.kind, "amount": amount})


def allows(rights: dict[str, int | None], verb: str, *, amount: int) -> bool:
    """Return whether rights reach for an amount, in the unit of the verb's limit."""
    if verb not in rights:
        return False
    limit = rights[verb]
    return limit is None or amount <= limit


def _kind(act: facts.CashierAct) -> CashierKind:
    if act.how in _KINDS:
        return cast("CashierKind", act.how)
    return {PRICE_OVERRIDE: "price", DISCOUNT_DROP: "drop"}.get(act.kind, "amount")  # type: ignore[return-value]  # literals


def _is_stated_right(act: facts.CashierAct, discount: CashierDiscount, *, measured: Measured) -> bool:
    """Return whether the lines show what the act says: its verb, and what it took off."""
    if measured.verb != act.kind or measured.taken_minor != -act.amount_minor:
        return False
    return discount.kind == "price" or measured.taken_minor == expected_off(discount, measured.base_minor)


def _sums(line: facts.SaleLine) -> LineSums:
    offs = tuple((each.rule_id, -each.amount_minor) for each in line.discounts)
    return LineSums(line.line_id, line.list_minor, offs, line.regulated or line.deposit)
