"""The states and sums of an order, against the tables of docs/rules/orders.md."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from retail_core import order_steps as steps
from retail_core.orders import (
    ENDED,
    OPEN,
    Line,
    LineDone,
    OrderState,
    Progress,
    Share,
    StepRefused,
    faults,
    substitute_fault,
)

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "orders.json").read_text(encoding="utf-8"))


def line(line_id: str = "1", pieces: int = 2, minor: int = 1_000, of: str = "") -> Line:
    return Line(line_id, pieces * 1_000, minor, deposit_of=of)


def order(*lines: Line, state: OrderState = "picking") -> Progress:
    return Progress(state, lines or (line(),))


def refusal(step: Callable[[], object]) -> tuple[object, ...]:
    with pytest.raises(StepRefused) as refused:
        step()
    return (refused.value.code, *refused.value.arguments)


def _do(order: Progress, step: dict[str, Any]) -> tuple[Progress, tuple[Share, ...]]:
    of = {line_id: pieces * 1_000 for line_id, pieces in step.get("of", {}).items()}
    match step["do"]:
        case "give_up":
            return steps.give_up(order, of)
        case "hand_over":
            return steps.hand_over(order, of)
        case "take_back":
            return steps.take_back(order, of)
        case "undo":
            back = [Share(line_id, 1_000 * pieces, minor) for line_id, pieces, minor in step["back"]]
            return steps.undo_hand_over(order, back), ()
        case "substitute":
            by = Line("s", step["qty"] * 1_000, step["price"])
            return steps.substitute(order, step["line"], qty_milli=step["qty"] * 1_000, by=by)
        case _:
            return steps.move_on(order, step["line"], qty_milli=step["qty"] * 1_000)


@pytest.mark.parametrize("case", VECTORS["orders"], ids=lambda case: str(case["name"]))
def test_the_tables_of_the_page_hold(case: dict[str, Any]) -> None:
    now = order(*(line(*row) for row in case["lines"]))
    for step in case["steps"]:
        now, shares = _do(now, step)
        expected = [(line_id, pieces * 1_000, minor) for line_id, pieces, minor in step.get("shares", ())]
        assert [(share.line_id, share.qty_milli, share.amount_minor) for share in shares] == expected
        assert sum(each.left_minor for each in now.lines) == step["left"]
        assert now.state == step.get("state", "picking")
        assert faults(now) == []


@pytest.mark.parametrize("case", VECTORS["substitutes"], ids=str)
def test_a_substitute_is_what_the_customer_wants(case: dict[str, Any]) -> None:
    found = substitute_fault(
        case["preference"],
        share_minor=case["paid"],
        price_minor=case["price"],
        cap_minor=case.get("cap", 0),
        asked=case.get("asked", False),
    )
    assert found == case["fault"]


def test_an_order_goes_its_whole_way() -> None:
    now = order(line("1", 2), line("2", 1), state="placed")
    now = steps.accept(now)
    now = steps.begin_picking(now, "li")
    assert [each.done.picker for each in now.lines] == ["li", "li"]
    now = steps.pick(now, {"1": 2_000}, who="li")
    assert now.state == "picking"
    now = steps.pick(now, {"2": 1_000}, who="li")
    assert now.state == "picked"
    now = steps.make_ready(steps.pack(now))
    assert now.state == "ready"
    now, shares = steps.hand_over(now)
    assert (now.state, sum(share.amount_minor for share in shares)) == ("handed_over", 2_000)
    assert steps.close(now).state == "closed"


def test_an_order_that_nobody_picked_by_lines_is_packed_whole() -> None:
    now = steps.make_ready(order(state="placed"))
    assert [(each.laid_aside_milli, each.missing_milli) for each in now.lines] == [(2_000, 0)]


def test_who_is_through_with_something_missing_leaves_it_partly_picked() -> None:
    now = steps.pick(steps.begin_picking(order(state="placed"), "li"), {"1": 1_000}, who="li", ends=True)
    assert now.state == "partly_picked"
    ready = steps.make_ready(now)
    assert (ready.lines[0].laid_aside_milli, ready.lines[0].missing_milli) == (1_000, 1_000)


def test_nothing_is_packed_where_nothing_was_found() -> None:
    now = steps.pick(steps.begin_picking(order(state="placed"), "li"), {"1": 0}, who="li", ends=True)
    assert refusal(lambda: steps.pack(now)) == ("order.nothing_picked",)


def test_two_people_do_not_pick_one_line() -> None:
    now = steps.begin_picking(order(state="placed"), "li")
    assert refusal(lambda: steps.begin_picking(now, "wu")) == ("order.wrong_state", "picking")
    assert refusal(lambda: steps.pick(now, {"1": 1_000}, who="wu")) == ("order.line_of_other", "li")


def test_another_person_takes_over_and_both_are_known() -> None:
    now, others = steps.take_over(steps.begin_picking(order(state="placed"), "li"), "wu")
    assert others == ("li",)
    assert steps.pick(now, {"1": 1_000}, who="wu").lines[0].done.picked_milli == 1_000
    assert refusal(lambda: steps.take_over(now, "wu")) == ("order.is_yours",)


def test_a_wrong_pick_is_put_right_also_when_it_is_ready() -> None:
    now = steps.make_ready(order(state="placed"))
    now = steps.pick(now, {"1": 1_000}, who="li")
    assert (now.state, now.lines[0].laid_aside_milli) == ("ready", 1_000)


@pytest.mark.parametrize("picked", [-1, 2_001])
def test_no_more_is_picked_than_was_ordered(picked: int) -> None:
    now = steps.begin_picking(order(state="placed"), "li")
    assert refusal(lambda: steps.pick(now, {"1": picked}, who="li")) == ("order.too_many", "1", 2_000)


@pytest.mark.parametrize("pieces", [0, 3])
def test_no_more_is_handed_over_than_is_open(pieces: int) -> None:
    now = order(state="ready")
    assert refusal(lambda: steps.hand_over(now, {"1": pieces * 1_000})) == ("order.too_many", "1", 2_000)


def test_nothing_is_handed_over_twice() -> None:
    now, _ = steps.hand_over(order(state="ready"))
    assert refusal(lambda: steps.hand_over(now)) == ("order.wrong_state", "handed_over")


@pytest.mark.parametrize("end", [steps.reject, steps.cancel])
def test_an_order_that_ends_gives_everything_back(end: Callable[[Progress], steps.Step]) -> None:
    now, shares = end(order(line("1", 2, 1_000), line("1-d", 2, 50, "1"), state="placed"))
    assert sum(share.amount_minor for share in shares) == 1_050
    assert now.state in ENDED
    assert faults(now) == []


def test_nobody_came_for_the_rest() -> None:
    partly, _ = steps.hand_over(order(state="ready"), {"1": 1_000})
    now, shares = steps.expire(partly)
    assert (now.state, shares) == ("closed", (Share("1", 1_000, 500),))


def test_what_was_picked_for_nobody_is_put_back_once() -> None:
    now, _ = steps.expire(steps.make_ready(order(state="placed")))
    assert now.lines[0].to_put_back_milli == 2_000
    now = steps.put_back(now, {"1": 2_000})
    assert now.lines[0].to_put_back_milli == 0
    assert refusal(lambda: steps.put_back(now, {"1": 1_000})) == ("order.too_many", "1", 0)


def test_what_the_customer_does_not_want_is_put_back_while_the_rest_waits() -> None:
    now, _ = steps.give_up(steps.make_ready(order(state="placed")), {"1": 1_000})
    assert (now.state, now.lines[0].laid_aside_milli, now.lines[0].to_put_back_milli) == (
        "ready",
        1_000,
        1_000,
    )


def test_a_substitute_is_a_line_that_has_to_be_picked() -> None:
    picked = steps.pick(steps.begin_picking(order(state="placed"), "li"), {"1": 1_000}, who="li")
    now, _ = steps.substitute(picked, "1", qty_milli=1_000, by=Line("s", 1_000, 400))
    assert (now.state, now.lines[1].substitutes, now.lines[1].total_minor) == ("picking", "1", 400)
    by = Line("s", 1_000, 400, done=LineDone(picked_milli=1_000, picker="li"))
    now, _ = steps.substitute(picked, "1", qty_milli=1_000, by=by)
    assert now.state == "picked"
    assert refusal(lambda: steps.substitute(now, "1", qty_milli=1_000, by=by)) == ("order.line_known", "s")


def test_goods_that_came_back_cannot_be_taken_back_as_a_slip() -> None:
    handed, shares = steps.hand_over(order(state="ready"))
    returned, _ = steps.take_back(handed, {"1": 1_000})
    assert refusal(lambda: steps.undo_hand_over(returned, shares)) == ("order.too_many", "1", 2_000)


def test_a_deposit_has_nothing_of_its_own_to_hand_over() -> None:
    now = order(line("1"), line("1-d", 2, 50, "1"))
    assert refusal(lambda: steps.hand_over(now, {"1-d": 1_000})) == ("order.line_unknown", "1-d")


def test_every_state_is_open_or_ended() -> None:
    assert set(OPEN) | set(ENDED) == set(OrderState.__args__)  # type: ignore[attr-defined]
    assert not set(OPEN) & set(ENDED)


@pytest.mark.parametrize(
    "broken",
    [
        Progress("ready", (Line("1", 1_000, 100, done=LineDone(handed_milli=1_001)),)),
        Progress("cancelled", (Line("1", 1_000, 100, done=LineDone(refunded_milli=1_000)),)),
        Progress("ready", (Line("1", 1_000, 100, done=LineDone(returned_milli=1_000)),)),
        Progress("cancelled", (Line("1", 1_000, 100),)),
    ],
)
def test_a_broken_order_is_noticed(broken: Progress) -> None:
    assert faults(broken) != []
