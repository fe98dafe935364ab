"""Who gets an order: no more of a person than the store needs to give it to them.

Source: docs/rules/orders.md, "To a courier".
"""

from central_api.kit.errors import ApiError
from central_api.members.schemas import Member
from central_api.orders.schemas import Receiver
from retail_core.codes.platform import CodeForm, kept_code
from retail_core.people import mask_name, phone_digits
from retail_core.wire.enrolment import StoreCard
from retail_core.wire.shop import OrderCustomer, PlaceOrder
from retail_core.wire.till_orders import HoldOrder

_SHOWN_DIGITS = 4
_LEAST_DIGITS = 5


def receiver_at_till(request: HoldOrder, buyer: Member | None) -> Receiver:
    """Return who gets what is ordered at a till.

    Raises:
        ApiError: 422 ``order.nobody``: an order needs a member, or a name and a phone number;
            ``order.no_address``: a courier needs a number to call and the address.
    """
    named = request.customer or OrderCustomer()
    phone = phone_digits(named.phone)
    if buyer is None and not (named.name.strip() and len(phone) >= _LEAST_DIGITS):
        raise ApiError(422, "order.nobody")
    is_brought = request.fulfilment == "courier"
    if is_brought and not (named.address.strip() and len(phone) >= _LEAST_DIGITS):
        raise ApiError(422, "order.no_address")
    return Receiver(
        masked_name=mask_name(named.name) if named.name.strip() or buyer is None else buyer.masked_name,
        phone_last4=phone[-_SHOWN_DIGITS:] if phone or buyer is None else buyer.phone_last4,
        fulfilment=request.fulfilment,
        address=named.address.strip() if is_brought else "",
        contact=phone if is_brought else "",
    )


def receiver_of(request: PlaceOrder, buyer: Member | None, *, card: StoreCard) -> Receiver:
    """Return who gets what is ordered; a member is known, others as they are named.

    Raises:
        ApiError: 422 ``order.code_form``: the platform's code has none of its channel's forms.
    """
    named = request.customer or OrderCustomer()
    known = ("", "") if buyer is None else (buyer.masked_name, buyer.phone_last4)
    phone = phone_digits(named.phone)
    is_brought = request.fulfilment == "courier" and bool(named.address)
    return Receiver(
        masked_name=mask_name(named.name) if named.name.strip() else known[0],
        phone_last4=phone[-_SHOWN_DIGITS:] or known[1],
        fulfilment=request.fulfilment,
        platform_number=request.platform_number.strip(),
        platform_code=_code(request, card),
        address=named.address if is_brought else "",
        contact=phone if is_brought else "",
    )


def _code(request: PlaceOrder, card: StoreCard) -> str:
    """Return the platform's code as tills look for it."""
    channel = next((each for each in card.channels if each.channel == request.channel), None)
    forms = () if channel is None else channel.codes
    code = kept_code(request.platform_code, (CodeForm(**form.model_dump()) for form in forms))
    if request.platform_code.strip() and not code:
        raise ApiError(422, "order.code_form", detail=request.channel)
    return code
