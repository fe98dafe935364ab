from collections.abc import Callable

from pos_app.services.events import EventBus, FactWritten, ShiftOpened


def test_subscribers_hear_their_type_only() -> None:
    bus = EventBus()
    heard: list[int] = []
    bus.subscribe(FactWritten, lambda event: heard.append(event.seq))
    bus.publish(ShiftOpened("s1"))
    bus.publish(FactWritten(7))
    assert heard == [7]


def test_who_left_hears_nothing_more() -> None:
    bus = EventBus()
    heard: list[int] = []
    leave = bus.subscribe(FactWritten, lambda event: heard.append(event.seq))
    leave()
    leave()
    bus.publish(FactWritten(7))
    assert heard == []


def test_events_are_delivered_where_the_bus_is_told_to() -> None:
    waiting: list[Callable[[], None]] = []
    bus = EventBus(waiting.append)
    heard: list[int] = []
    bus.subscribe(FactWritten, lambda event: heard.append(event.seq))
    bus.publish(FactWritten(7))
    assert heard == []
    waiting.pop()()
    assert heard == [7]
