"""The words of goods that are not here and are ordered at the till; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

AISLE_TEXTS: dict[str, str] = {
    "order.hold_over": QT_TRANSLATE_NOOP(
        "texts", "The half hour for order {0} is over. Take it out of the basket and order it again."
    ),
    "order.nobody": QT_TRANSLATE_NOOP(
        "texts", "Say for whom it is: scan the member, or type name and phone number."
    ),
    "order.no_address": QT_TRANSLATE_NOOP("texts", "A courier needs a phone number and the address."),
    "order.no_place": QT_TRANSLATE_NOOP("texts", "Choose where the customer gets it."),
    "order.not_for_order": QT_TRANSLATE_NOOP(
        "texts", "This cannot be ordered: only plain goods that are sold by the piece."
    ),
    "order.needs_network": QT_TRANSLATE_NOOP(
        "texts",
        "Head office cannot be reached, and only it knows what other stores have. Nothing is ordered.",
    ),
    "order.slot_full": QT_TRANSLATE_NOOP("texts", "This time is full by now. Choose another one."),
    "order.no_slot": QT_TRANSLATE_NOOP("texts", "This store has no time free. Choose another one."),
    "order.offer_gone": QT_TRANSLATE_NOOP(
        "texts",
        "An offer of this order was used up by somebody else. Order it again for the price without it.",
    ),
    "order.weighed_goods": QT_TRANSLATE_NOOP("texts", "Weighed goods cannot be ordered."),
    "order.options": QT_TRANSLATE_NOOP("texts", "This product needs options that it cannot be ordered with."),
    "stock.not_enough": QT_TRANSLATE_NOOP(
        "texts", "There is not enough of it there any more. Choose another store, or fewer."
    ),
}
