"""Who collects garbage, and when: tests of the window do it themselves, in all others it goes by itself.

Widgets may only end on the thread of the window. So tests of the window turn the collector off, as the
product does (``UiThreadCollector``); before another test turns it on again, everything is looked through
here, on the main thread, so that no other thread finds a widget.
"""

import gc

import pytest

BY_HAND = "_garbage_is_collected_on_the_ui_thread"
"""The fixture of the tests that collect for themselves."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let the collector work for a test that does not do it itself."""
    if not gc.isenabled() and BY_HAND not in getattr(item, "fixturenames", ()):
        gc.collect()
        gc.enable()
