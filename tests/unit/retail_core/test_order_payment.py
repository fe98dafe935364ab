"""What is due of an order, and what goes back: the table of docs/rules/order-payment.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail_core.order_payment import due_by_line, due_minor, to_give_back_minor, value_minor
from retail_core.orders import Line, LineDone, Progress


def order(*amounts: int, given_back: tuple[int, ...] = ()) -> Progress:
    """Return an order of one piece a line; ``given_back`` are the lines, by place, that nobody gets."""
    return Progress(
        "ready",
        tuple(
            Line(
                f"l{place}",
                1_000,
                minor,
                done=LineDone(refunded_milli=1_000, refunded_minor=minor)
                if place in given_back
                else LineDone(),
            )
            for place, minor in enumerate(amounts)
        ),
    )


@pytest.mark.parametrize(
    ("progress", "settled", "value", "due"),
    [
        (order(3_000, 2_000), 5_000, 5_000, {}),
        (order(3_000, 2_000), 0, 5_000, {"l0": 3_000, "l1": 2_000}),
        (order(3_000, 2_000, given_back=(1,)), 0, 3_000, {"l0": 3_000}),
        (order(3_000, 2_000), 1_000, 5_000, {"l0": 2_400, "l1": 1_600}),
        (order(3_000, 2_000, given_back=(1,)), 1_000, 3_000, {"l0": 2_000}),
        (order(3_000, 2_000, given_back=(1,)), 4_000, 3_000, {}),
        (order(100, 100, 100), 100, 300, {"l0": 67, "l1": 67, "l2": 66}),
    ],
)
def test_what_is_due(progress: Progress, settled: int, value: int, due: dict[str, int]) -> None:
    assert value_minor(progress) == value
    assert due_by_line(progress, settled_minor=settled) == due
    assert due_minor(progress, settled_minor=settled) == sum(due.values())


def test_only_what_was_settled_above_the_value_goes_back_and_once() -> None:
    less = order(3_000, 2_000, given_back=(1,))
    assert to_give_back_minor(less, settled_minor=0, given_back_minor=0) == 0
    assert to_give_back_minor(less, settled_minor=4_000, given_back_minor=0) == 1_000
    assert to_give_back_minor(less, settled_minor=4_000, given_back_minor=1_000) == 0
    nothing = order(3_000, 2_000, given_back=(0, 1))
    assert to_give_back_minor(nothing, settled_minor=4_000, given_back_minor=1_000) == 3_000


def test_what_came_back_after_the_hand_over_is_not_the_customers() -> None:
    done = LineDone(picked_milli=1_000, handed_milli=1_000, handed_minor=3_000)
    back = LineDone(
        picked_milli=1_000, handed_milli=1_000, handed_minor=3_000, returned_milli=1_000, returned_minor=3_000
    )
    kept = Progress("handed_over", (Line("l0", 1_000, 3_000, done=done),))
    returned = Progress("returned", (Line("l0", 1_000, 3_000, done=back),))
    assert (value_minor(kept), value_minor(returned)) == (3_000, 0)
    assert due_by_line(kept, settled_minor=3_000) == {}
    assert to_give_back_minor(returned, settled_minor=3_000, given_back_minor=0) == 3_000


@given(
    st.lists(st.tuples(st.integers(0, 5_000), st.booleans()), min_size=1, max_size=6),
    st.integers(0, 30_000),
    st.integers(0, 30_000),
)
def test_what_is_due_and_what_goes_back_never_both_and_meet_the_value(
    lines: list[tuple[int, bool]], settled: int, before: int
) -> None:
    gone = tuple(place for place, (_, is_gone) in enumerate(lines) if is_gone)
    progress = order(*(minor for minor, _ in lines), given_back=gone)
    kept = sum(minor for minor, is_gone in lines if not is_gone)
    due = due_by_line(progress, settled_minor=settled)
    back = to_give_back_minor(progress, settled_minor=settled, given_back_minor=0)
    assert settled + sum(due.values()) - back == kept
    assert not (due and back)
    assert all(0 < due[f"l{place}"] <= lines[place][0] for place in range(len(lines)) if f"l{place}" in due)
    assert to_give_back_minor(progress, settled_minor=settled, given_back_minor=before) == max(
        0, back - before
    )
