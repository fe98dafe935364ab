"""How often somebody whom nobody knows may ask: so many times in a window, by address."""

from ipaddress import IPv6Address, ip_address

from central_api.kit.clock import Clock
from central_api.kit.lanes import new_lock

_MOST_ADDRESSES = 10_000
"""So many are remembered; when there are more, all begin anew: memory is bounded, whoever asks."""

_NETWORK_BITS = 64


class Throttle:
    """Counts what addresses ask within windows of ``window_ms``; each worker counts for itself."""

    def __init__(self, clock: Clock, *, most: int, window_ms: int) -> None:
        """Allow each address ``most`` questions (> 0) in a window of the clock."""
        self._clock = clock
        self._most = most
        self._window_ms = window_ms
        self._window = 0
        self._asked: dict[str, int] = {}
        self._lock = new_lock()

    def wait_s(self, address: str) -> int:
        """Count a question; return for how many seconds its answer has to wait, 0 for not at all."""
        now_ms = self._clock.now_ms()
        window = now_ms // self._window_ms
        who = _household(address)
        with self._lock:
            if window != self._window or len(self._asked) >= _MOST_ADDRESSES:
                self._window, self._asked = window, {}
            self._asked[who] = asked = self._asked.get(who, 0) + 1
        if asked <= self._most:
            return 0
        return -(-((window + 1) * self._window_ms - now_ms) // 1000)


def _household(address: str) -> str:
    """Return what counts as one address: of IPv6 the network, for a device has as many as it wants."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(int(found) >> _NETWORK_BITS)
    return address
