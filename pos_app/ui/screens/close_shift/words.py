"""What is said about closing a shift: unfinished things, differences, what stays."""

from pos_app.services.card_comparison import Comparison, OrderDifference
from pos_app.services.shift_desk import CountResult, Unfinished
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.texts import text_of
from pos_app.ui.widgets.labels import Kind
from retail_core.money import Money

_MOST_ORDERS = 3
_SHORT = 8

MARKS: dict[bool, str] = {True: "⊘", False: "△"}
"""In front of what stops the close, and of what only should be known."""


def unfinished_text(thing: Unfinished, formats: Formats) -> str:
    """Return what is unfinished, and what becomes of it."""
    texts = {
        "basket": text_of("shift.basket_open"),
        "doubts": translate(
            "CloseShift", "Card payments not settled: {count}. They pay for nothing yet, or are in doubt."
        ),
        "parked": translate(
            "CloseShift",
            "Parked sales that stay: {count}. Recall or give them up, or leave them to the next shift.",
        ),
        "expired": translate("CloseShift", "Parked sales that have expired and will be given up: {count}."),
        "suspended": translate(
            "CloseShift", "Suspended shifts that stay open at this till: {count}. Each is counted on its own."
        ),
        "ready": translate(
            "CloseShift", "Orders waiting to be picked up: {count}. They stay for the next shift."
        ),
        "unsent": translate("CloseShift", "To send: {count}. It is sent later; nothing is lost."),
    }
    return texts[thing.kind].format(count=formats.number(thing.count))


def difference_text(
    expected_minor: int, counted_minor: int, *, currency: str, formats: Formats
) -> tuple[str, str, Kind]:
    """Return the difference in words and figures, what it is made of, and its tone."""
    difference = Money(counted_minor - expected_minor, currency)
    note = translate("CloseShift", "Counted {counted}, expected {expected}").format(
        counted=formats.money(Money(counted_minor, currency)),
        expected=formats.money(Money(expected_minor, currency)),
    )
    if not difference:
        return translate("CloseShift", "Exact"), note, "ok"
    word = translate("CloseShift", "Over") if difference.minor > 0 else translate("CloseShift", "Short")
    return f"{word} {formats.money(abs(difference))}", note, "warn"


def earlier_text(outcomes: tuple[CountResult, ...], currency: str, *, formats: Formats) -> str:
    """Return what was counted before the newest count; nothing after the first."""
    lines = [
        translate("CloseShift", "Count {number}: {amount} cash. It is kept.").format(
            number=outcome.attempt, amount=formats.money(Money(outcome.cash_minor, currency))
        )
        for outcome in outcomes[:-1]
    ]
    return "\n".join(lines)


def cards_text(cards: Comparison, formats: Formats) -> str:
    """Return what the provider's list says beside the till's own cards, with the first orders that differ."""

    def money(minor: int) -> str:
        return formats.money(Money(minor, cards.currency))

    if cards.state == "not_heard":
        return translate(
            "CloseShift",
            "The provider's list was not heard. The shift closes all the same, and the Z says so.",
        )
    if cards.state == "equal":
        text = translate("CloseShift", "Cards {amount}: the provider's list agrees.").format(
            amount=money(cards.minor)
        )
        if cards.open:
            more = translate("CloseShift", "Still in doubt: {count}.")
            text = f"{text} {more.format(count=formats.number(cards.open))}"
        return text
    lines = [
        translate(
            "CloseShift", "Cards {own} here, {theirs} on the provider's list. Orders that differ: {count}."
        ).format(
            own=money(cards.minor), theirs=money(cards.their_minor), count=formats.number(cards.differing)
        )
    ]
    lines += [
        _order_text(each, own=money(each.own_minor), theirs=money(each.their_minor))
        for each in cards.differences[:_MOST_ORDERS]
    ]
    if cards.differing > _MOST_ORDERS:
        lines.append("…")
    return "\n".join(lines)


def _order_text(order: OrderDifference, *, own: str, theirs: str) -> str:
    texts = {
        "missing": translate("CloseShift", "Order {number}: {own} here, nothing at the provider."),
        "taken": translate("CloseShift", "Order {number}: {theirs} at the provider, nothing here."),
        "amount": translate("CloseShift", "Order {number}: {own} here, {theirs} at the provider."),
        "unknown": translate("CloseShift", "Order {number}: {theirs} at the provider, unknown to this till."),
    }
    number = f"…{order.order_no[-_SHORT:]}"
    return texts[order.why].format(number=number, own=own, theirs=theirs)
