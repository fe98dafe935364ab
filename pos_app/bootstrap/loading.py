"""Loads the code of the till while somebody signs in: what knows no Qt on a lane, the screens piece by piece.

A class of Qt objects is made known to Qt while its module is loaded, in tables that the window's own objects
are looked up in at that moment. Done beside the window's thread it ended a program in some hundreds, so the
screens are loaded on that thread, one module a turn, and the window answers in between.

Source: docs/decisions/0072-screens-are-loaded-on-their-own-thread.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

PLAIN = (
    "pos_app.bootstrap.use_cases",
    "pos_app.devices.printer",
    "pos_app.sync.driver",
    "requests",
    "http_message_signatures",
)
"""What takes long and knows no Qt."""

_WINDOW = "pos_app.bootstrap.window"


def load_plain() -> None:
    """Load what knows no Qt; on a lane."""
    for name in PLAIN:
        import_module(name)


class ScreenLoader:
    """Loads the screens on the window's thread, one module a turn."""

    def __init__(
        self,
        later: Callable[[Callable[[], None]], object],
        *,
        on_loaded: Callable[[], None],
        on_failed: Callable[[BaseException], None],
    ) -> None:
        """Keep whom to tell; ``later`` calls back in the next turn of the window."""
        self._later = later
        self._on_loaded = on_loaded
        self._on_failed = on_failed
        self._names = _modules()
        self._stopped = False

    def step(self) -> None:
        """Load the next module, and the others after it."""
        if self._stopped:
            return
        try:
            name = next(self._names, None)
            if name is not None:
                import_module(name)
        except BaseException as error:  # noqa: BLE001 - it is raised again where the program ends.
            self._on_failed(error)
            return
        if name is None:
            self._on_loaded()
        else:
            self._later(self.step)

    def stop(self) -> None:
        """Load no more."""
        self._stopped = True


def _modules() -> Iterator[str]:
    """Yield the modules of the window, those that others need first."""
    from pos_app.ui import screens, widgets

    for module in iter_modules(widgets.__path__, f"{widgets.__name__}."):
        # The pictures of reports come with the first report.
        if not module.name.endswith(".plots"):
            yield module.name
    for screen in iter_modules(screens.__path__, f"{screens.__name__}."):
        if screen.ispkg:
            yield f"{screen.name}.presenter"
            yield f"{screen.name}.view"
    yield _WINDOW
