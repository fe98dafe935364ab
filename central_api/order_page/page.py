"""An order as a page for a phone: how far it is, where it is collected, and with what code."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from central_api.kit.html import Html, row, tag
from central_api.kit.qr import qr_svg
from central_api.kit.words import Words
from central_api.order_page.schemas import Apology, OrderView
from central_api.orders.schemas import OrderLine
from retail_core.figures import amount, local_date, local_time, quantity, signed_amount
from retail_core.money import Money
from retail_core.orders import Progress
from retail_core.promises import OpenHours, hours_of

_WAY: Final = ("placed", "accepted", "picking", "packed", "ready", "handed_over")
"""The steps of an order in their order."""

_ALWAYS: Final = frozenset({"placed", "picking", "ready", "handed_over"})
"""Steps that are shown before they happen; the others only when they did."""

_SIDE_ENDS: Final = {"rejected": "rejected", "cancelled": "cancelled", "no_show": "no_show"}
_ONE_MILLI: Final = 1000
_VERSION_DIGITS: Final = 16


def order_parts(view: OrderView, words: Words) -> Iterator[Html]:
    """Yield the sections of an order's page."""
    words = _by_courier(words) if view.is_brought else words
    yield _head(view, words)
    if not view.is_ended and not view.is_brought:
        code = qr_svg(view.shown.order.pickup_code, label=words.text("order.code"))
        if code is not None:
            yield tag("section", tag("h2", words.text("order.show_code")), code, kind="code")
    if view.apology is not None:
        yield _sorry(view, view.apology, words=words)
    way = tag("ol", *_progress(view, words), kind="way")
    yield tag("section", tag("h2", words.text("order.progress")), way)
    if view.moved:
        yield _moved(view, words)
    yield _store(view, words)
    yield _goods(view, words)


def cancel_form(view: OrderView, words: Words, *, place: str) -> Html | None:
    """Return how an order is given up, folded away; ``None`` once somebody has begun to pick it."""
    if not view.may_cancel:
        return None
    return tag(
        "section",
        tag(
            "details",
            tag("summary", words.text("order.cancel")),
            tag("p", words.text("order.cancel_why")),
            tag(
                "form",
                tag("button", words.text("order.cancel_do"), kind="button"),
                method="post",
                action=place,
            ),
        ),
    )


def version_of(parts: Iterable[Html]) -> str:
    """Return what changes whenever the page would look different."""
    told = "".join(part.markup for part in parts)
    return hashlib.sha256(told.encode()).hexdigest()[:_VERSION_DIGITS]


def _head(view: OrderView, words: Words) -> Html:
    order = view.shown.order
    parts = [tag("p", words.text("order.title"), kind="muted"), tag("h1", order.number)]
    parts.append(tag("p", words.text(f"order.state_{order.state}"), kind="state"))
    when = _promise(view, words)
    if when:
        parts.append(tag("p", when))
    if view.is_late:
        parts.append(tag("p", words.text("order.late"), kind="late"))
    who = [order.masked_name] if order.masked_name else []
    who += [words.text("order.phone", digits=order.phone_last4)] if order.phone_last4 else []
    if who:
        parts.append(tag("p", " · ".join(who), kind="muted"))
    return tag("section", *parts)


def _promise(view: OrderView, words: Words) -> str:
    order = view.shown.order
    if view.is_ended:
        return ""
    if order.ready_ms is not None:
        return words.text("order.ready_since", time=_moment(view, order.ready_ms))
    return words.text("order.promised", time=_moment(view, order.promised_ms))


def _sorry(view: OrderView, apology: Apology, *, words: Words) -> Html:
    """Return the coupon of an order that was late."""
    names, coupon = apology.names, apology.coupon
    ends = local_date(coupon.expires_ms, view.store.time_zone)
    return tag(
        "section",
        tag("h2", words.text("order.sorry")),
        tag("p", names.get(words.language) or names[""]),
        row(words.text("order.coupon_code"), coupon.short_code),
        row(words.text("coupon.until"), ends),
        kind="call",
    )


def _progress(view: OrderView, words: Words) -> Iterator[Html]:
    """Yield the steps: those that happened with their times, the next ones without."""
    order = view.shown.order
    times: dict[str, int] = {}
    for step, happened_ms in view.shown.steps:
        times.setdefault(step, happened_ms)
    # The step that counts is the order's own: one that was taken back happened, too.
    times.pop("ready", None)
    times.pop("handed_over", None)
    if order.ready_ms is not None:
        times["ready"] = order.ready_ms
    if order.handed_over_ms is not None:
        times["handed_over"] = order.handed_over_ms
    end = _SIDE_ENDS.get(order.state)
    last = max((place for place, step in enumerate(_WAY) if step in times), default=0)
    for place, step in enumerate(_WAY):
        if step in times:
            yield _step(words.text(f"order.step_{step}"), _moment(view, times[step]), kind="done")
        elif end is None and place > last and step in _ALWAYS:
            yield _step(words.text(f"order.step_{step}"), "", kind="next")
    if end is not None:
        time = _moment(view, times[end]) if end in times else ""
        yield _step(words.text(f"order.step_{end}"), time, kind="ended")


def _moved(view: OrderView, words: Words) -> Html:
    """Return what another store hands over, with the way to its page."""
    rows = [
        tag("p", tag("a", f"{each.number} · {each.store}", href=each.link))
        if each.link
        else tag("p", f"{each.number} · {each.store}")
        for each in view.moved
    ]
    return tag("section", tag("h2", words.text("order.moved_to")), *rows, kind="call")


def _step(label: str, time: str, *, kind: str) -> Html:
    return tag("li", tag("span", label), tag("span", time), kind=kind)


def _store(view: OrderView, words: Words) -> Html:
    store = view.store
    parts = [tag("h2", words.text("order.where")), tag("p", store.name)]
    parts += [tag("p", store.address, kind="muted")] if store.address else []
    parts += [] if store.promises is None else [tag("p", _hours(view, words), kind="muted")]
    order = view.shown.order
    if order.state == "ready" and order.shelf:
        parts.append(tag("p", words.text("order.shelf", shelf=order.shelf)))
    return tag("section", *parts)


def _hours(view: OrderView, words: Words) -> str:
    """Return when the store is open today."""
    terms, zone = view.store.promises, ZoneInfo(view.store.time_zone)
    hours = (
        []
        if terms is None
        else [OpenHours(each.weekdays, each.from_minute, each.to_minute) for each in terms.hours]
    )
    today = datetime.fromtimestamp(view.now_ms // 1000, UTC).astimezone(zone).isoweekday()
    spans = [
        f"{begins // 60:02d}:{begins % 60:02d}–{ends // 60:02d}:{ends % 60:02d}"
        for begins, ends in hours_of(today, hours)
    ]
    if not spans:
        return words.text("order.closed_today")
    return words.text("order.open_today", hours=words.text("receipt.separator").join(spans))


def _goods(view: OrderView, words: Words) -> Html:
    order = view.shown.order
    names = {line.line_id: line.name for line in view.shown.lines}
    here = Progress(order.state, tuple(line.line for line in view.shown.lines))
    lines = [
        _line(
            line,
            order.currency,
            words=words,
            instead_of=names.get(line.substitutes, ""),
            went_milli=0 if line.deposit else here.went_on_milli(line.line),
        )
        for line in view.shown.lines
    ]
    back_minor = sum(line.done.refunded_minor for line in view.shown.lines)
    back = signed_amount(Money(back_minor, order.currency))
    refund = [row(words.text("order.refunded"), back, kind="row off")] if back_minor else []
    total = signed_amount(Money(order.total_minor, order.currency))
    oldest = max((line.min_age for line in view.shown.lines), default=0)
    needs_age = oldest and not view.is_ended
    age = [tag("p", words.text("order.age", age=oldest), kind="late")] if needs_age else []
    return tag(
        "section",
        tag("h2", words.text("order.goods")),
        *lines,
        row(words.text("order.total"), total, kind="row total"),
        *refund,
        *age,
    )


def _line(line: OrderLine, currency: str, *, words: Words, instead_of: str, went_milli: int) -> Html:
    """Return a line with what became of it: pieces that were missing, and what stands in whose place."""
    # What a substitute costs was paid with the line that it stands for.
    paid = "" if line.substitutes else amount(Money(line.total_minor, currency))
    parts = [row(line.name, paid)]
    if instead_of:
        parts.append(tag("div", words.text("order.instead_of", name=instead_of), kind="sub"))
    if line.qty_milli != _ONE_MILLI:
        parts.append(tag("div", words.text("order.pieces", qty=quantity(line.qty_milli)), kind="sub"))
    if line.options:
        names = words.text("receipt.separator").join(option.name for option in line.options)
        parts.append(tag("div", names, kind="sub"))
    done = line.done
    if went_milli:
        parts.append(tag("div", words.text("order.went_on", qty=quantity(went_milli)), kind="sub"))
    if done.moved_milli > went_milli:
        replaced = quantity(done.moved_milli - went_milli)
        parts.append(tag("div", words.text("order.replaced", qty=replaced), kind="sub"))
    if done.refunded_milli:
        parts.append(tag("div", words.text("order.missing", qty=quantity(done.refunded_milli)), kind="sub"))
    if done.refunded_minor:
        # Of what is missing, and what a substitute was cheaper.
        back = amount(Money(done.refunded_minor, currency))
        parts.append(tag("div", words.text("order.given_back", amount=back), kind="sub"))
    if done.returned_milli:
        parts.append(tag("div", words.text("order.returned", qty=quantity(done.returned_milli)), kind="sub"))
    return tag("div", *parts, kind="line")


def _by_courier(words: Words) -> Words:
    """Return the words for an order that its customer does not collect."""
    labels = {key: words.text_or(f"{key}_by_courier", label) for key, label in words.labels.items()}
    return replace(words, labels=labels)


def _moment(view: OrderView, at_ms: int) -> str:
    """Return the minute in the store's time, with its day where that is not today."""
    zone = view.store.time_zone
    moment = local_time(at_ms, zone)
    is_today = local_date(at_ms, zone) == local_date(view.now_ms, zone)
    return moment[11:] if is_today else moment[5:]
