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
        self.texts.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def fail_on_logged_errors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test after it, if it logged an error, unless it takes ``caplog`` and so looks for itself.

    A log call that itself is wrong (``log.info("%d", "x")``) fails always; logging would only print it.
    """
    collector = _Collector()
    broken: list[str] = []

    def note(handler: logging.Handler, record: logging.LogRecord) -> None:
        broken.append(f"{record.name}: {record.msg!r} with {record.args!r} in {type(handler).__name__}")

    monkeypatch.setattr(logging.Handler, "handleError", note)
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    found = broken if "caplog" in request.fixturenames else [*broken, *collector.texts]
    if found:
        pytest.fail("the log holds errors:\n" + "\n".join(found), pytrace=False)
