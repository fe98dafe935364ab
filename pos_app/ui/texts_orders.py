"""The words of click-and-collect orders: states, steps that do not fit, reasons; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

ORDER_TEXTS: dict[str, str] = {
    "order.unknown": QT_TRANSLATE_NOOP("texts", "This order is not known here yet."),
    "order.wrong_state": QT_TRANSLATE_NOOP(
        "texts", "This step is not possible now. Look at the order again."
    ),
    "order.no_shelf": QT_TRANSLATE_NOOP("texts", "Say on which shelf the bags stand."),
    "order.not_ready": QT_TRANSLATE_NOOP("texts", "This order is not ready yet."),
    "order.cancelled": QT_TRANSLATE_NOOP("texts", "This order was cancelled."),
    "order.ended": QT_TRANSLATE_NOOP("texts", "This order has ended. Do not hand it over."),
    "order.bad_bags": QT_TRANSLATE_NOOP("texts", "Say how many bags there are: 1 to 99."),
    "order.no_reason": QT_TRANSLATE_NOOP("texts", "Say why."),
    "order.already_handed_over": QT_TRANSLATE_NOOP(
        "texts", "This order was handed over already, by {1}. Do not hand it over again."
    ),
    "order.already_with_courier": QT_TRANSLATE_NOOP(
        "texts", "A courier has had this order since {0}. Do not hand it over again."
    ),
    "order.already_with_named_courier": QT_TRANSLATE_NOOP(
        "texts", "A courier ({1}) has had this order since {0}. Do not hand it over again."
    ),
    "pickup.platform_unknown": QT_TRANSLATE_NOOP(
        "texts", "No order here has this code of {0}. It may not have arrived yet, or be for another store."
    ),
    "courier.wrong_number": QT_TRANSLATE_NOOP(
        "texts", "This is not the number of this order. Ask the courier again."
    ),
    "courier.no_name": QT_TRANSLATE_NOOP("texts", "Ask the courier for a name or the number plate."),
    "order.age_not_checked": QT_TRANSLATE_NOOP("texts", "Check that the customer is at least {0} years old."),
    "order.line_unknown": QT_TRANSLATE_NOOP("texts", "This is not in the order."),
    "order.product_unknown": QT_TRANSLATE_NOOP("texts", "No product has this code."),
    "order.line_known": QT_TRANSLATE_NOOP("texts", "This substitute is in the order already."),
    "order.line_of_other": QT_TRANSLATE_NOOP("texts", "Somebody else picks this. Take it over first."),
    "order.is_yours": QT_TRANSLATE_NOOP("texts", "You pick all of it already."),
    "order.too_many": QT_TRANSLATE_NOOP("texts", "That is more than is open in this order."),
    "order.nothing_open": QT_TRANSLATE_NOOP("texts", "Choose at least one piece."),
    "order.nothing_picked": QT_TRANSLATE_NOOP("texts", "Nothing of this order is picked yet."),
    "order.no_substitute": QT_TRANSLATE_NOOP("texts", "The customer wants no substitute for this."),
    "order.ask_customer": QT_TRANSLATE_NOOP("texts", "Ask the customer first, then say that they want it."),
    "order.substitute_too_dear": QT_TRANSLATE_NOOP("texts", "This costs more than the customer allows."),
    "order.not_paid": QT_TRANSLATE_NOOP("texts", "{0} are still to be paid. Take the payment first."),
    "order.paid_here": QT_TRANSLATE_NOOP(
        "texts", "This order was paid at the till. Hand it over, then take goods back by receipt {0}."
    ),
    "order.nothing_due": QT_TRANSLATE_NOOP("texts", "Nothing of this order is to be paid. Hand it over."),
    "order.goods_unknown": QT_TRANSLATE_NOOP(
        "texts", "{0} is not in this till's catalog yet. Wait for the next update."
    ),
    "order.in_basket": QT_TRANSLATE_NOOP("texts", "This order lies in the basket already. Take its payment."),
    "order.line_fixed": QT_TRANSLATE_NOOP(
        "texts", "What was ordered stands. Change the order, or take it out as a whole."
    ),
    "order.pay_changed": QT_TRANSLATE_NOOP(
        "texts", "Order {0} has changed. Take it out of the basket and take its payment anew."
    ),
    "split.order_together": QT_TRANSLATE_NOOP("texts", "An order is paid as a whole: take all its lines."),
    "pick.rejected": QT_TRANSLATE_NOOP("texts", "{0} is rejected. The customer is told and gets all back."),
    "pick.rejected_unpaid": QT_TRANSLATE_NOOP("texts", "{0} is rejected. The customer is told."),
    "pick.accepted": QT_TRANSLATE_NOOP("texts", "{0} is accepted."),
    "pick.brought_back": QT_TRANSLATE_NOOP("texts", "The goods of {0} are back, and refunded."),
    "order.not_packed": QT_TRANSLATE_NOOP("texts", "This order is not packed yet: it has no bags."),
    "walk.none": QT_TRANSLATE_NOOP("texts", "No order waits to be picked."),
    "walk.done": QT_TRANSLATE_NOOP("texts", "The walk is over: everything is packed."),
    "walk.not_wanted": QT_TRANSLATE_NOOP("texts", "Nobody ordered this, or it is laid aside already."),
    "walk.nothing_complete": QT_TRANSLATE_NOOP("texts", "No bin is complete yet."),
    "walk.card_printed": QT_TRANSLATE_NOOP("texts", "The card is being printed. Its scan begins the walk."),
    "bags.printing": QT_TRANSLATE_NOOP("texts", "The labels are being printed."),
    "bags.other_order": QT_TRANSLATE_NOOP("texts", "This bag belongs to {0}, not to this order."),
    "order.ask_customer_store": QT_TRANSLATE_NOOP(
        "texts", "Ask the customer first, then say that they collect it there."
    ),
    "order.not_movable": QT_TRANSLATE_NOOP("texts", "Only what is collected can go to another store."),
    "pick.all_moved": QT_TRANSLATE_NOOP("texts", "All of {0} goes to another store."),
    "orders.busy": QT_TRANSLATE_NOOP("texts", "New orders are promised later now."),
    "orders.busy_ended": QT_TRANSLATE_NOOP("texts", "New orders are promised as always again."),
    "pick.nothing_left": QT_TRANSLATE_NOOP("texts", "Nothing of {0} is left; it is refunded."),
    "pick.put_back": QT_TRANSLATE_NOOP("texts", "The goods of {0} are on sale again."),
    "pick.wasted": QT_TRANSLATE_NOOP("texts", "The goods of {0} are written off."),
    "order_wish.none": QT_TRANSLATE_NOOP("texts", "The customer wants no substitute."),
    "order_wish.same_or_lower": QT_TRANSLATE_NOOP(
        "texts", "The customer takes a substitute for the same price or less."
    ),
    "order_wish.within_30": QT_TRANSLATE_NOOP(
        "texts", "The customer takes a substitute that costs up to 30 % more, and pays no more."
    ),
    "order_wish.contact": QT_TRANSLATE_NOOP("texts", "Ask the customer before you take a substitute."),
    "reject_reason.not_there": QT_TRANSLATE_NOOP("texts", "The goods are not there"),
    "reject_reason.too_busy": QT_TRANSLATE_NOOP("texts", "Too many orders"),
    "reject_reason.closing": QT_TRANSLATE_NOOP("texts", "The store closes"),
    "reject_reason.other": QT_TRANSLATE_NOOP("texts", "Another reason"),
    "order_state.placed": QT_TRANSLATE_NOOP("texts", "New"),
    "order_state.accepted": QT_TRANSLATE_NOOP("texts", "Accepted"),
    "order_state.rejected": QT_TRANSLATE_NOOP("texts", "Rejected"),
    "order_state.picking": QT_TRANSLATE_NOOP("texts", "Picking"),
    "order_state.partly_picked": QT_TRANSLATE_NOOP("texts", "Something missing"),
    "order_state.picked": QT_TRANSLATE_NOOP("texts", "Picked"),
    "order_state.packed": QT_TRANSLATE_NOOP("texts", "Packed"),
    "order_state.ready": QT_TRANSLATE_NOOP("texts", "Ready"),
    "order_state.partly_handed_over": QT_TRANSLATE_NOOP("texts", "Partly handed over"),
    "order_state.handed_over": QT_TRANSLATE_NOOP("texts", "Handed over"),
    "order_state.closed": QT_TRANSLATE_NOOP("texts", "Closed"),
    "order_state.cancelled": QT_TRANSLATE_NOOP("texts", "Cancelled"),
    "order_state.no_show": QT_TRANSLATE_NOOP("texts", "Not collected"),
    "order_state.returned": QT_TRANSLATE_NOOP("texts", "Returned"),
}
"""``order.<code>`` is a refusal or a notice, ``order_state.<state>`` a state."""
