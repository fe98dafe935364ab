"""Who gets an order: no more of a person than the store needs to give it to them.

Source: docs/rules/orders.md, "To a courier".
"""

from central_api.members.schemas import Member
from central_api.orders.schemas import Receiver
from retail_core.people import mask_name, phone_digits
from retail_core.wire.shop import OrderCustomer, PlaceOrder

_SHOWN_DIGITS = 4


def receiver_of(request: PlaceOrder, buyer: Member | None) -> Receiver:
    """Return who gets what is ordered; a member is known, others as they are named."""
    named = request.customer or OrderCustomer()
    known = ("", "") if buyer is None else (buyer.masked_name, buyer.phone_last4)
    phone = phone_digits(named.phone)
    is_brought = request.fulfilment == "courier" and bool(named.address)
    return Receiver(
        masked_name=mask_name(named.name) if named.name.strip() else known[0],
        phone_last4=phone[-_SHOWN_DIGITS:] or known[1],
        fulfilment=request.fulfilment,
        platform_number=request.platform_number.strip(),
        platform_code=request.platform_code.strip(),
        address=named.address if is_brought else "",
        contact=phone if is_brought else "",
    )
