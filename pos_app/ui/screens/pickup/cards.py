"""An order as a card of the board, in words."""

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


def card_of(order: Order, *, now_ms: int, formats: Formats) -> BoardCardState:
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
        where=channel_text(order.channel),
        what=goods_of(order, formats),
        note=_note(order, formats),
        note_kind="warn",
        edge=edges.get(kind, "none"),
        primary=order.state in AT_WORK,
    )


def said(message: Message, formats: Formats) -> str:
    """Return a message in words; times among its arguments become times of day."""
    arguments = message.arguments
    if message.code == "order.already_handed_over" and arguments:
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
    return translate("Pickup", "{age}+ check").format(age=order.min_age) if order.min_age else ""


def who(order: Order) -> str:
    """Return the customer, masked."""
    return f"{order.masked_name} · {order.phone_last4}"


def channel_text(channel: str) -> str:
    """Return where the order came from."""
    return translate("Pickup", "Web shop") if channel == "web" else translate("Pickup", "App")


def goods_of(order: Order, formats: Formats) -> str:
    """Return the first goods and how many there are in all."""
    names = order.goods[0].full_name if order.goods else ""
    if len(order.goods) > 1:
        both = translate("Pickup", "{first}, {second}")
        names = both.format(first=names, second=order.goods[1].full_name)
    pieces = sum(max(1000, line.qty_milli) if line.qty_milli % 1000 == 0 else 1000 for line in order.goods)
    return translate("Pickup", "{goods} · {count} items").format(goods=names, count=formats.quantity(pieces))
