"""The till's code comes while somebody signs in: nothing of Qt beside the window's thread."""

import subprocess
import sys
from collections.abc import Callable

from pos_app.bootstrap.loading import ScreenLoader


def test_what_a_lane_loads_knows_no_qt() -> None:
    code = (
        "import sys\n"
        "from pos_app.bootstrap.loading import load_plain\n"
        "load_plain()\n"
        "print([name for name in sys.modules if name.startswith(('PySide6.', 'pos_app.ui'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_screens_are_loaded_one_a_turn_and_then_the_window_is_there() -> None:
    turns: list[Callable[[], None]] = []
    told: list[str] = []
    loader = ScreenLoader(turns.append, on_loaded=lambda: told.append("loaded"), on_failed=_raise)
    loader.step()
    while turns:
        assert told == []
        turns.pop()()
    assert told == ["loaded"]
    assert "pos_app.bootstrap.window" in sys.modules


def test_a_window_that_was_closed_loads_no_more() -> None:
    turns: list[Callable[[], None]] = []
    told: list[str] = []
    loader = ScreenLoader(turns.append, on_loaded=lambda: told.append("loaded"), on_failed=_raise)
    loader.step()
    loader.stop()
    turns.pop()()
    assert (turns, told) == ([], [])


def _raise(error: BaseException) -> None:
    raise error
