"""An order as a card of the board, in words."""

from collections.abc import Mapping

from pos_app.services.order_model import Order
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.screens.pickup.giving import to_put_back
from pos_app.ui.screens.pickup.state import Message
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.board import BoardCardState
from pos_app.ui.widgets.labels import Kind
from pos_app.ui.widgets.surfaces import Edge
from retail_core.money import Money
from retail_core.orders import AT_WORK, ENDED, WAITING

MINUTE_MS = 60_000
SOON_MS = 10 * MINUTE_MS
OFTEN = 2
"""From so many orders that were not collected on it is worth saying."""
_WITH_TIME = frozenset(
    {"order.already_handed_over", "order.already_with_courier", "order.already_with_named_courier"}
)


def card_of(order: Order, *, now_ms: int, formats: Formats, channels: Mapping[str, str]) -> BoardCardState:
    """Return what the board says of ``order`` at ``now_ms``."""
    promise, kind = promise_of(order, now_ms=now_ms)
    edges: dict[Kind, Edge] = {"bad": "bad", "warn": "warn"}
    return BoardCardState(
        key=order.order_id,
        number=order.number,
        step=step_of(order),
        promise=promise,
        promise_kind=kind,
        who=who(order),
        where=channel_text(order, channels),
        what=goods_of(order, formats),
        note=_note(order, formats),
        note_kind="warn",
        edge=edges.get(kind, "none"),
        primary=order.state in AT_WORK,
    )


def said(message: Message, formats: Formats) -> str:
    """Return a message in words; times among its arguments become times of day."""
    arguments = message.arguments
    if message.code in _WITH_TIME and arguments:
        arguments = (formats.date_time(int(str(arguments[0]))), *arguments[1:])
    return text_of(message.code, *arguments)


def promise_of(order: Order, *, now_ms: int) -> tuple[str, Kind]:
    """Return the promise clock, or where a ready order stands."""
    if order.state in ENDED:
        return text_of(f"order_state.{order.state}"), "bad" if to_put_back(order) else "neutral"
    if order.state in {"ready", "partly_handed_over"}:
        return translate("Pickup", "Shelf {shelf}").format(shelf=order.shelf), "ok"
    left_ms = order.promised_ms - now_ms
    minutes = abs(left_ms) // MINUTE_MS
    if left_ms < 0:
        return translate("Pickup", "{minutes} late").format(minutes=_duration(minutes)), "bad"
    text = translate("Pickup", "{minutes} left").format(minutes=_duration(minutes))
    return text, "warn" if left_ms < SOON_MS else "ok"


def _duration(minutes: int) -> str:
    if minutes < 60:
        return translate("Pickup", "{count} min").format(count=minutes)
    return translate("Pickup", "{count} h").format(count=minutes // 60)


def step_of(order: Order) -> str:
    """Return what the card's button does."""
    if order.state in WAITING:
        return translate("Pickup", "Start picking")
    if order.state in AT_WORK:
        return translate("Pickup", "Go on picking")
    if order.state in ENDED:
        if to_put_back(order):
            return translate("Pickup", "Put back")
        return translate("Pickup", "Goods come back")
    return translate("Pickup", "Hand over")


def amount_due(order: Order, formats: Formats) -> str:
    """Return what is still to be paid in the store; nothing where nothing is."""
    if not order.due_minor:
        return ""
    due = formats.money(Money(order.due_minor, order.currency))
    return translate("Pickup", "{amount} to pay").format(amount=due)


def _note(order: Order, formats: Formats) -> str:
    if order.due_minor:
        return amount_due(order, formats)
    if order.late:
        return late_mark(order)
    if order.no_shows >= OFTEN:
        return translate("Pickup", "{count}× not collected").format(count=order.no_shows)
    age = order.checked_age
    return translate("Pickup", "{age}+ check").format(age=age) if age else ""


def who(order: Order) -> str:
    """Return the platform's number and the customer, masked, as far as they are known."""
    number = f"#{order.platform_number}" if order.platform_number else ""
    return " · ".join(part for part in (number, order.masked_name, order.phone_last4) if part)


def channel_text(order: Order, channels: Mapping[str, str]) -> str:
    """Return where the order came from, and whether a courier takes it; ``channels`` names platforms."""
    known = {
        "app": translate("Pickup", "App"),
        "web": translate("Pickup", "Web shop"),
        "mini_program": translate("Pickup", "Mini program"),
        **channels,
    }
    name = known.get(order.channel, order.channel)
    if order.fulfilment != "courier":
        return name
    return translate("Pickup", "Courier · {channel}").format(channel=name)


def late_mark(order: Order) -> str:
    """Return that an order was late, and that it earned a coupon, in few words."""
    if order.late == "coupon":
        return translate("Pickup", "Late · coupon")
    return translate("Pickup", "Late")


def notes_of(order: Order) -> str:
    """Return what whoever takes an order on or gives it out should know, a line each; "" for nothing."""
    notes = []
    if order.late == "coupon" and order.of_member:
        notes.append(translate("Pickup", "It was late: the customer has a coupon for that in the wallet."))
    elif order.late == "coupon":
        notes.append(translate("Pickup", "It was late: a coupon for that is on the order's page."))
    elif order.late:
        notes.append(translate("Pickup", "It was later than promised."))
    if order.no_shows >= OFTEN:
        text = translate("Pickup", "Orders not collected in the last 90 days: {count}.")
        notes.append(text.format(count=order.no_shows))
    if order.fulfilment == "courier" and order.min_age:
        text = translate("Pickup", "{age}+: a sealed bag; the age is checked at the door.")
        notes.append(text.format(age=order.min_age))
    if order.address:
        notes.append(" · ".join(part for part in (order.address, order.contact) if part))
    return "\n".join(notes)


def goods_of(order: Order, formats: Formats) -> str:
    """Return the first goods and how many there are in all."""
    names = order.goods[0].full_name if order.goods else ""
    if len(order.goods) > 1:
        both = translate("Pickup", "{first}, {second}")
        names = both.format(first=names, second=order.goods[1].full_name)
    pieces = sum(max(1000, line.qty_milli) if line.qty_milli % 1000 == 0 else 1000 for line in order.goods)
    return translate("Pickup", "{goods} · {count} pcs").format(goods=names, count=formats.quantity(pieces))
