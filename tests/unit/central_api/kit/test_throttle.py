"""Who is not known may ask so often and no more, and nobody else is kept waiting for it."""

from central_api.kit.clock import FixedClock
from central_api.kit.throttle import Throttle

MINUTE_MS = 60_000


def test_the_first_are_answered_and_the_rest_of_the_window_waits() -> None:
    clock = FixedClock(10 * MINUTE_MS + 15_000)
    throttle = Throttle(clock, most=2, window_ms=MINUTE_MS)
    assert [throttle.wait_s("192.0.2.1") for _ in range(3)] == [0, 0, 45]
    assert throttle.wait_s("192.0.2.2") == 0
    clock.set(11 * MINUTE_MS)
    assert throttle.wait_s("192.0.2.1") == 0


def test_the_addresses_of_one_ipv6_network_count_as_one() -> None:
    throttle = Throttle(FixedClock(0), most=1, window_ms=MINUTE_MS)
    assert throttle.wait_s("2001:db8:0:1::1") == 0
    assert throttle.wait_s("2001:db8:0:1:ffff::2") == 60
    assert throttle.wait_s("2001:db8:0:2::1") == 0


def test_so_many_addresses_that_memory_would_grow_begin_anew() -> None:
    throttle = Throttle(FixedClock(0), most=1, window_ms=MINUTE_MS)
    assert throttle.wait_s("first") == 0
    for number in range(9_999):
        throttle.wait_s(f"other-{number}")
    assert throttle.wait_s("first") == 0
