"""One order for each number of a channel, however often the channel sends it.

Source: docs/rules/orders.md, "Channels".
"""

from central_api.kit.unit import Unit
from central_api.order_channels import repository


def claim(unit: Unit, channel: str, *, external_id: str, order_id: str) -> str:
    """Return which order a channel's number is: ``order_id`` where it is new, else the one of before.

    A unit that fails gives the number free again.
    """
    return repository.claim(unit, channel, external_id=external_id, order_id=order_id)
