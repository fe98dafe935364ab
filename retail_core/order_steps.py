"""The steps of a click-and-collect order.

Both sides take the same ones: the till before it writes a fact, head office when the fact arrives. A step
returns the order as it stands then, or says why it does not fit; nothing here knows a clock or a store.

Source: docs/rules/orders.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from retail_core.money import round_ratio
from retail_core.orders import (
    AT_WORK,
    HANDED,
    OPEN,
    WAITING,
    Line,
    LineDone,
    OrderState,
    Progress,
    Share,
    StepRefused,
)

Step = tuple[Progress, tuple[Share, ...]]
"""The order after a step, and the parts of lines that it was about, deposits among them."""
Quantities = Mapping[str, int]
"""Thousandths by line."""


def accept(order: Progress) -> Progress:
    """The store takes the order on."""
    _require(order, ("placed",))
    return replace(order, state="accepted")


def reject(order: Progress) -> Step:
    """The store cannot do it: everything is given back."""
    _require(order, (*WAITING, "picking"))
    return _end(order, "rejected")


def cancel(order: Progress) -> Step:
    """The rest of the order is not wanted any more."""
    _require(order, OPEN)
    return _end(order, "cancelled")


def expire(order: Progress) -> Step:
    """Nobody came for what was ready, or for the rest of it, in time."""
    _require(order, ("ready", "partly_handed_over"))
    return _end(order, "no_show")


def begin_picking(order: Progress, who: str) -> Progress:
    """Somebody goes and picks: every line that is nobody's becomes theirs."""
    _require(order, (*WAITING, "partly_picked"))
    lines = tuple(
        replace(line, done=replace(line.done, picker=who)) if line.is_goods and not line.done.picker else line
        for line in order.lines
    )
    return Progress("picking", lines)


def take_over(order: Progress, who: str) -> tuple[Progress, tuple[str, ...]]:
    """Somebody goes on where others picked; return the order and whose lines they were.

    Raises:
        StepRefused: ``order.wrong_state``; ``order.is_yours`` if they pick all of it already.
    """
    _require(order, ("picking", "partly_picked", "picked"))
    others = tuple(sorted({line.done.picker for line in order.goods} - {who, ""}))
    if not others:
        raise StepRefused("order.is_yours")
    lines = tuple(
        replace(line, done=replace(line.done, picker=who)) if line.is_goods else line for line in order.lines
    )
    return Progress(order.state, lines), others


def pick(order: Progress, picked: Quantities, *, who: str, ends: bool = False) -> Progress:
    """Say how much of lines is laid aside in all; with ``ends`` the picker is through.

    Raises:
        StepRefused: ``order.wrong_state``, ``order.line_unknown``, ``order.line_of_other`` (whose it is),
            ``order.too_many`` (line, the most there can be).
    """
    _require(order, OPEN)
    changed = dict[str, LineDone]()
    for line_id, picked_milli in picked.items():
        line = order.line(line_id)
        if line.done.picker not in {"", who}:
            raise StepRefused("order.line_of_other", line.done.picker)
        most = max(line.done.picked_milli, line.done.handed_milli + line.open_milli)
        if not line.done.handed_milli <= picked_milli <= most:
            raise StepRefused("order.too_many", line_id, most)
        changed[line_id] = replace(line.done, picked_milli=picked_milli, picker=who)
    after = _with(order, changed)
    if order.state not in {*WAITING, "picking", "partly_picked", "picked"}:
        return after
    if not any(line.missing_milli for line in after.goods):
        return replace(after, state="picked")
    return replace(after, state="partly_picked" if ends else "picking")


def give_up(order: Progress, quantities: Quantities) -> Step:
    """Give back what was paid for goods that are not there, or that the customer does not want.

    Raises:
        StepRefused: ``order.wrong_state``, ``order.line_unknown``, ``order.too_many``.
    """
    _require(order, OPEN)
    taken = _with_deposits(order, quantities)
    changed = {
        line.line_id: replace(
            line.done,
            refunded_milli=line.done.refunded_milli + share.qty_milli,
            refunded_minor=line.done.refunded_minor + share.amount_minor,
        )
        for line, share in taken
    }
    return _settled(_with(order, changed)), tuple(share for _, share in taken)


def substitute(order: Progress, line_id: str, *, qty_milli: int, by: Line) -> Step:
    """Put ``by`` in the place of a part of a line; ``by.total_minor`` is what it costs today.

    A cheaper one costs what it costs and the difference is given back; a dearer one costs what was paid.
    The deposit of what it stands for is given back.

    Returns:
        The order with the new line; what is given back: deposits, and the difference with a quantity of 0.

    Raises:
        StepRefused: ``order.wrong_state``, ``order.line_unknown``, ``order.too_many``, ``order.line_known``.
    """
    _require(order, OPEN)
    if any(line.line_id == by.line_id for line in order.lines):
        raise StepRefused("order.line_known", by.line_id)
    given: list[Share] = []
    changed = dict[str, LineDone]()
    paid = 0
    for line, share in _with_deposits(order, {line_id: qty_milli}):
        done = line.done
        if line.is_goods:
            paid = min(share.amount_minor, by.total_minor)
            given.append(Share(line_id, 0, share.amount_minor - paid))
            done = replace(
                done, moved_milli=done.moved_milli + qty_milli, moved_minor=done.moved_minor + paid
            )
        else:
            given.append(share)
            done = replace(done, refunded_milli=done.refunded_milli + share.qty_milli)
        changed[line.line_id] = replace(done, refunded_minor=done.refunded_minor + given[-1].amount_minor)
    new = replace(by, total_minor=paid, substitutes=line_id, deposit_of="")
    after = _with(order, changed)
    after = replace(after, lines=(*after.lines, new))
    return _settled(after), tuple(each for each in given if each.amount_minor or each.qty_milli)


def move_on(order: Progress, line_id: str, *, qty_milli: int) -> Step:
    """Let another store hand over a part of a line; its money and its deposit go along.

    Raises:
        StepRefused: ``order.wrong_state``, ``order.line_unknown``, ``order.too_many``.
    """
    _require(order, OPEN)
    taken = _with_deposits(order, {line_id: qty_milli})
    changed = {
        line.line_id: replace(
            line.done,
            moved_milli=line.done.moved_milli + share.qty_milli,
            moved_minor=line.done.moved_minor + share.amount_minor,
        )
        for line, share in taken
    }
    return _settled(_with(order, changed)), tuple(share for _, share in taken)


def pack(order: Progress) -> Progress:
    """What was picked is in its bags; an order that nobody picked by lines is complete.

    Raises:
        StepRefused: ``order.wrong_state``, ``order.nothing_picked``.
    """
    _require(order, (*WAITING, *AT_WORK))
    return replace(_laid_aside(order), state="packed")


def make_ready(order: Progress) -> Progress:
    """It stands on its shelf; raises as :func:`pack`."""
    _require(order, (*WAITING, *AT_WORK))
    return replace(_laid_aside(order), state="ready")


def hand_over(order: Progress, quantities: Quantities | None = None) -> Step:
    """Goods leave the store, all that is open or a part of it; what remains stays open.

    Raises:
        StepRefused: ``order.wrong_state``, ``order.line_unknown``, ``order.too_many``,
            ``order.nothing_open``.
    """
    _require(order, OPEN)
    if quantities is None:
        quantities = {line.line_id: line.open_milli for line in order.goods if line.open_milli}
    taken = _with_deposits(order, quantities)
    changed = dict[str, LineDone]()
    for line, share in taken:
        handed_milli = line.done.handed_milli + share.qty_milli
        changed[line.line_id] = replace(
            line.done,
            handed_milli=handed_milli,
            handed_minor=line.done.handed_minor + share.amount_minor,
            picked_milli=max(line.done.picked_milli, handed_milli),
        )
    after = _with(order, changed)
    state: OrderState = "partly_handed_over" if after.is_open else "handed_over"
    return replace(after, state=state), tuple(share for _, share in taken)


def undo_hand_over(order: Progress, shares: Sequence[Share]) -> Progress:
    """A hand-over was a slip: what it took is open again.

    Raises:
        StepRefused: ``order.wrong_state``; ``order.too_many`` if it has come back already.
    """
    _require(order, HANDED)
    given = {share.line_id: share for share in shares}
    changed = dict[str, LineDone]()
    for line in order.lines:
        share = given.get(line.line_id)
        if share is None:
            continue
        if share.qty_milli > line.done.handed_milli - line.done.returned_milli:
            raise StepRefused("order.too_many", line.line_id, line.done.handed_milli)
        changed[line.line_id] = replace(
            line.done,
            handed_milli=line.done.handed_milli - share.qty_milli,
            handed_minor=line.done.handed_minor - share.amount_minor,
        )
    after = _with(order, changed)
    return replace(after, state="partly_handed_over" if after.was_handed else "ready")


def take_back(order: Progress, quantities: Quantities) -> Step:
    """The customer brings goods back: what was paid for them is given back.

    Raises:
        StepRefused: ``order.wrong_state``, ``order.line_unknown``, ``order.too_many``,
            ``order.nothing_open``.
    """
    _require(order, HANDED)
    taken = list(_parts(order, quantities, within=_with_customer, share=_handed_share))
    changed = {
        line.line_id: replace(
            line.done,
            returned_milli=line.done.returned_milli + share.qty_milli,
            returned_minor=line.done.returned_minor + share.amount_minor,
        )
        for line, share in taken
    }
    after = _with(order, changed)
    if not after.is_open and not any(_with_customer(line) for line in after.goods):
        after = replace(after, state="returned")
    return after, tuple(share for _, share in taken)


def put_back(order: Progress, quantities: Quantities) -> Progress:
    """Goods that were picked for nobody are on the shelf again, or gone.

    Raises:
        StepRefused: ``order.line_unknown``, ``order.too_many``.
    """
    changed = dict[str, LineDone]()
    for line_id, qty_milli in quantities.items():
        line = order.line(line_id)
        if not 0 < qty_milli <= line.to_put_back_milli:
            raise StepRefused("order.too_many", line_id, line.to_put_back_milli)
        changed[line_id] = replace(line.done, put_back_milli=line.done.put_back_milli + qty_milli)
    return _with(order, changed)


def close(order: Progress) -> Progress:
    """The time to take a hand-over back is over."""
    _require(order, ("handed_over",))
    return replace(order, state="closed")


def _require(order: Progress, states: Sequence[OrderState]) -> None:
    if order.state not in states:
        raise StepRefused("order.wrong_state", order.state)


def _with(order: Progress, changed: Mapping[str, LineDone]) -> Progress:
    lines = tuple(
        replace(line, done=changed[line.line_id]) if line.line_id in changed else line for line in order.lines
    )
    return Progress(order.state, lines)


def _laid_aside(order: Progress) -> Progress:
    if any(line.laid_aside_milli for line in order.goods):
        return order
    if order.state in {"partly_picked", "picked"}:
        raise StepRefused("order.nothing_picked")
    return _with(
        order,
        {
            line.line_id: replace(line.done, picked_milli=line.done.handed_milli + line.open_milli)
            for line in order.goods
        },
    )


def _end(order: Progress, state: OrderState) -> Step:
    goes_on = order.was_handed or order.goes_on
    after, shares = give_up(order, {line.line_id: line.open_milli for line in order.goods if line.open_milli})
    return replace(after, state="closed" if goes_on else state), shares


def _settled(order: Progress) -> Progress:
    """Return the state that follows from quantities that went another way than out of the door."""
    if not order.is_open:
        return replace(order, state="closed" if order.was_handed or order.goes_on else "cancelled")
    if order.state in {"picking", "partly_picked"} and not any(line.missing_milli for line in order.goods):
        return replace(order, state="picked")
    if order.state == "picked" and any(line.missing_milli for line in order.goods):
        return replace(order, state="picking")
    return order


def _open(line: Line) -> int:
    return line.open_milli


def _with_customer(line: Line) -> int:
    return line.done.handed_milli - line.done.returned_milli


def _open_share(line: Line, qty_milli: int) -> int:
    return line.share_minor(qty_milli)


def _handed_share(line: Line, qty_milli: int) -> int:
    left_minor = line.done.handed_minor - line.done.returned_minor
    held_milli = _with_customer(line)
    return left_minor if qty_milli == held_milli else round_ratio(left_minor * qty_milli, held_milli)


def _with_deposits(order: Progress, quantities: Quantities) -> list[tuple[Line, Share]]:
    return list(_parts(order, quantities, within=_open, share=_open_share))


def _parts(
    order: Progress,
    quantities: Quantities,
    *,
    within: Callable[[Line], int],
    share: Callable[[Line, int], int],
) -> Iterator[tuple[Line, Share]]:
    """Yield the parts of lines with their share of what was paid, each followed by that of its deposits."""
    if not quantities:
        raise StepRefused("order.nothing_open")
    for line_id, qty_milli in quantities.items():
        line = order.line(line_id)
        if not 0 < qty_milli <= within(line):
            raise StepRefused("order.too_many", line_id, within(line))
        yield line, Share(line_id, qty_milli, share(line, qty_milli))
        for deposit in order.lines:
            if deposit.deposit_of == line_id:
                pieces = within(deposit) * qty_milli // within(line)
                yield deposit, Share(deposit.line_id, pieces, share(deposit, pieces))
