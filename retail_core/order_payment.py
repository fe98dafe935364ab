"""What of an order is still to be paid in the store, and what goes back of what was settled.

Source: docs/rules/order-payment.md.
"""

from collections.abc import Mapping

from retail_core.money import allocate_minor
from retail_core.orders import Progress


def value_minor(order: Progress) -> int:
    """Return what the customer has and may still get of an order is worth, as it was agreed; >= 0."""
    return sum(line.done.handed_minor - line.done.returned_minor + line.left_minor for line in order.lines)


def due_minor(order: Progress, *, settled_minor: int) -> int:
    """Return what is still to be paid, >= 0; ``settled_minor`` is what was paid or settled before."""
    return max(0, value_minor(order) - settled_minor)


def due_by_line(order: Progress, *, settled_minor: int) -> Mapping[str, int]:
    """Return what is due of each line with something open, > 0; the sum is what is due of the order.

    What was settled is spread over what is open in proportion, the left-over units by the larger line, then
    by its id. Source: docs/rules/order-payment.md, "What is to be paid".
    """
    lines = [line for line in order.lines if line.left_minor]
    due = min(due_minor(order, settled_minor=settled_minor), sum(line.left_minor for line in lines))
    if not due:
        return {}
    shares = allocate_minor(
        due, [line.left_minor for line in lines], tie_keys=[(line.line_id,) for line in lines]
    )
    return {line.line_id: share for line, share in zip(lines, shares, strict=True) if share}


def settled_apart(order: Progress, *, settled_minor: int, moved_minor: int) -> tuple[int, int]:
    """Return what stays settled of an order and what is of the part that moves on; both sum to what was.

    What is still due goes along first, as it is paid where the goods are. ``order`` is as it stands before.
    Source: docs/rules/orders.md, "Another store".
    """
    due = min(moved_minor, due_minor(order, settled_minor=settled_minor))
    goes_minor = moved_minor - due
    return settled_minor - goes_minor, goes_minor


def to_give_back_minor(order: Progress, *, settled_minor: int, given_back_minor: int) -> int:
    """Return what goes back now, >= 0: what was settled above the value, less what went back before."""
    return max(0, settled_minor - value_minor(order) - given_back_minor)
