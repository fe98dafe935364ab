"""Payment providers, and the Null twin of a till without one."""

from pos_app.services.payment_ports import PaymentProvider


def open_provider(address: str, *, terminal: str) -> PaymentProvider:
    """Return the provider at ``address``; nothing is sent yet.

    Args:
        address: ``https://host[:port]``, or ``http`` to this machine itself; empty for none.
        terminal: What this till is called at the provider.

    Raises:
        DeviceError: ``payment.address_invalid`` or ``payment.plain_http``.
    """
    if not address or address == "null:":
        from pos_app.devices.payment.null_provider import NullProvider

        return NullProvider()
    from pos_app.devices.payment.http_provider import HttpProvider

    return HttpProvider(address, terminal=terminal)
