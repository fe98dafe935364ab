"""An error in the log fails the test that caused it; warnings of Qt do so through pytest-qt's settings."""

import logging
from collections.abc import Iterator

import pytest


class _Collector(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep its text."""
        self.texts.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def fail_on_logged_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test after it, if it logged an error, unless it takes ``caplog`` and so looks for itself.

    A log call that itself is wrong (``log.info("%d", "x")``) raises in place: pytest sees to that.
    """
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    if collector.texts and "caplog" not in request.fixturenames:
        pytest.fail("the log holds errors:\n" + "\n".join(collector.texts), pytrace=False)
