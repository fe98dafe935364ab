from pos_app.sync.backoff import Backoff


def test_waits_double_from_one_second_to_a_minute_and_stay_there() -> None:
    backoff = Backoff(lambda: 0.999999)
    waits_ms = [backoff.failed() for _ in range(9)]
    assert waits_ms == [999, 1999, 3999, 7999, 15999, 31999, 59999, 59999, 59999]


def test_jitter_spreads_a_wait_over_its_whole_length_but_never_to_nothing() -> None:
    assert Backoff(lambda: 0.0).failed() == 50
    assert Backoff(lambda: 0.25).failed() == 250


def test_a_success_starts_over() -> None:
    backoff = Backoff(lambda: 0.5)
    backoff.failed()
    backoff.failed()
    backoff.succeeded()
    assert backoff.failed() == 500
