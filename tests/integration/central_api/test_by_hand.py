"""What somebody decided by hand is looked at once more on the server; the sale stays whatever is found."""

import json
from typing import Any

import pytest

from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.staff import service as staff
from retail_core.wire import facts
from tests.integration.central_api.conftest import cashier
from tests.integration.central_api.test_ingest import ingest, rows
from tests.integration.central_api.till import FakeTill, line, sale


def discounted(*taken: tuple[str, int], line_id: str = "1") -> facts.SaleLine:
    """Return 2 x 6.50 of which the rules took something off."""
    discounts = tuple(
        facts.Discount(
            rule_id=rule_id,
            kind=rule_id,
            name=rule_id,
            amount_minor=-minor,
            funders={"store": -minor},
            tax_effect="price_reduction",
            units_milli=2_000,
        )
        for rule_id, minor in taken
    )
    off = sum(minor for _, minor in taken)
    whole = line(line_id)
    return whole.model_copy(update={"discounts": discounts, "total_minor": whole.total_minor - off})


def act(kind: str, value: int, off: int, how: str, **others: Any) -> facts.CashierAct:
    """Return an act on line 1 that nobody else allowed."""
    values = {"line_id": "1", "reason": "damaged", "approved_by": None, **others}
    return facts.CashierAct(kind=kind, value=value, amount_minor=-off, how=how, **values)


def _doubts(database: Database, till: FakeTill, caller: Caller, *, body: facts.SaleCompleted) -> list[str]:
    database.run(
        lambda unit: staff.restore(
            unit,
            "*",
            doc=cashier(
                sell=None, price_override=1_000, discount_line=1_000, discount_basket=500, discount_drop=99
            ),
        )
    )
    manager = cashier("st-boss", sell=None, discount_line=None)
    database.run(lambda unit: staff.restore(unit, "*", doc=manager))
    database.run(
        lambda unit: staff.restore(unit, "*", doc=cashier("st-gone", active=False, discount_line=None))
    )
    ingest(database, caller, till.batch([till.state(facts.SALE_COMPLETED, body)]))
    assert rows(database, "SELECT count(*) FROM sale") == [(1,)]
    kinds = rows(database, "SELECT kind FROM entry_exception ORDER BY kind")
    return [str(kind) for (kind,) in kinds if kind != "sale.sums_differ"]


def _sold(line_: facts.SaleLine, *acts: facts.CashierAct) -> facts.SaleCompleted:
    return sale("s", line_, acts=acts)


@pytest.mark.parametrize(
    ("taken", "stated"),
    [
        (("cashier_price", 130), act("price.override", 585, 130, "price")),
        (("cashier_line", 130), act("discount.line", 1_000, 130, "percent")),
        (("cashier_line", 130), act("discount.line", 130, 130, "amount")),
        (("cashier_basket", 65), act("discount.basket", 500, 65, "percent", line_id=None)),
        (("cashier_drop", 99), act("discount.drop", 99, 99, "drop", line_id=None, reason="small_change")),
    ],
)
def test_within_the_limits_nothing_is_said(
    database: Database,
    till: FakeTill,
    caller: Caller,
    taken: tuple[str, int],
    stated: facts.CashierAct,
) -> None:
    assert _doubts(database, till, caller, body=_sold(discounted(taken), stated)) == []


@pytest.mark.parametrize(
    ("taken", "stated"),
    [
        (("cashier_price", 132), act("price.override", 584, 132, "price")),
        (("cashier_line", 131), act("discount.line", 131, 131, "amount")),
        (("cashier_basket", 66), act("discount.basket", 66, 66, "amount", line_id=None)),
        (("cashier_drop", 100), act("discount.drop", 100, 100, "drop", line_id=None)),
    ],
)
def test_above_the_limit_it_is_an_exception(
    database: Database,
    till: FakeTill,
    caller: Caller,
    taken: tuple[str, int],
    stated: facts.CashierAct,
) -> None:
    assert _doubts(database, till, caller, body=_sold(discounted(taken), stated)) == ["right.missing"]


@pytest.mark.parametrize(
    ("approver", "kinds"),
    [
        ("st-boss", []),
        ("st-lin", ["approval.self"]),
        ("st-gone", ["staff.inactive"]),
        ("st-nobody", ["staff.unknown"]),
    ],
)
def test_who_allowed_it_is_somebody_else_with_the_right(
    database: Database, till: FakeTill, caller: Caller, approver: str, kinds: list[str]
) -> None:
    stated = act("discount.line", 5_000, 650, "percent", approved_by=approver)
    assert _doubts(database, till, caller, body=_sold(discounted(("cashier_line", 650)), stated)) == kinds


def test_who_allowed_it_needs_the_right_of_this_act(
    database: Database, till: FakeTill, caller: Caller
) -> None:
    stated = act("price.override", 325, 650, "price", approved_by="st-boss")
    body = _sold(discounted(("cashier_price", 650)), stated)
    assert _doubts(database, till, caller, body=body) == ["right.missing"]
    ((detail,),) = rows(database, "SELECT args FROM entry_exception WHERE kind = 'right.missing'")
    assert json.loads(str(detail)) == {"staff_id": "st-boss", "verb": "price.override", "amount": 5_000}


@pytest.mark.parametrize(
    "body",
    [
        _sold(discounted(("cashier_line", 130))),
        _sold(discounted(("cashier_line", 650)), act("discount.line", 500, 65, "percent")),
        _sold(discounted(("cashier_line", 650)), act("discount.line", 500, 650, "percent")),
        _sold(discounted(("cashier_line", 130)), act("discount.basket", 1_000, 130, "percent")),
        _sold(discounted(), act("discount.line", 500, 65, "percent")),
    ],
    ids=["no act", "less stated", "another share stated", "another act stated", "nothing taken off"],
)
def test_discounts_by_hand_that_their_acts_do_not_explain_are_an_exception(
    database: Database, till: FakeTill, caller: Caller, body: facts.SaleCompleted
) -> None:
    assert "sale.acts_wrong" in _doubts(database, till, caller, body=body)


def _recall(acts: tuple[facts.CashierAct, ...], *, parked_by: str = "st-mei") -> facts.BasketRecalled:
    return facts.BasketRecalled(
        basket_id="b",
        shift_id="shift-1",
        parked_by=parked_by,
        into=None,
        total_minor=650,
        currency="CNY",
        acts=acts,
    )


def _allowed_by(staff_id: str | None) -> tuple[facts.CashierAct, ...]:
    values = {"value": 0, "amount_minor": 0, "reason": "recall", "line_id": None}
    return (facts.CashierAct(kind="sale.recall_any", approved_by=staff_id, **values),)  # type: ignore[arg-type]  # as it says


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (_recall((), parked_by="st-lin"), []),
        (_recall(()), ["right.missing"]),
        (_recall(_allowed_by(None)), ["right.missing"]),
        (_recall(_allowed_by("st-boss")), []),
        (_recall(_allowed_by("st-lin")), ["approval.self"]),
    ],
    ids=["own", "nothing said", "without the right", "allowed", "allowed by the same"],
)
def test_what_somebody_else_parked_is_recalled_by_right_or_with_an_approval(
    database: Database, till: FakeTill, caller: Caller, body: facts.BasketRecalled, kinds: list[str]
) -> None:
    boss = cashier("st-boss", sale_recall_any=None)
    database.run(lambda unit: staff.restore(unit, "*", doc=boss))
    ingest(database, caller, till.batch([till.state(facts.BASKET_RECALLED, body)]))
    found = rows(database, "SELECT kind FROM entry_exception ORDER BY kind")
    assert [kind for (kind,) in found] == kinds


@pytest.mark.parametrize(("acts", "kinds"), [((), []), (_allowed_by(None), ["right.missing"])])
def test_giving_up_needs_a_right_only_for_what_somebody_else_parked(
    database: Database,
    till: FakeTill,
    caller: Caller,
    acts: tuple[facts.CashierAct, ...],
    kinds: list[str],
) -> None:
    body = facts.BasketAbandoned(
        shift_id="shift-1", lines=(), total_minor=0, currency="CNY", reason="discarded", acts=acts
    )
    ingest(database, caller, till.batch([till.state(facts.BASKET_ABANDONED, body)]))
    assert [kind for (kind,) in rows(database, "SELECT kind FROM entry_exception")] == kinds
