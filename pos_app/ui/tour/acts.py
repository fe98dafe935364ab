"""The instructions that the tour may give, each a generator that yields why it has to wait."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from pos_app.ui.tour.eyes import Eyes
from pos_app.ui.tour.hands import Hands

Steps = Generator[str, None, object]
Arguments = Mapping[str, object]
HAND_GAP_MS = 65
"""Between two keys of a person; longer than a scanner's gap and its pause."""
WORDS_PX = 60
"""How far from the left edge of a row its words are."""
STEADY_MS = 40
"""For so long nothing may have changed before a picture is taken."""


@dataclass(frozen=True, slots=True)
class Act:
    """What an instruction works with."""

    eyes: Eyes
    hands: Hands


def touch(act: Act, arguments: Arguments) -> Steps:
    """Touch the middle of the widget ``name`` once it can be touched."""
    widget = yield from _touchable(act, str(arguments["name"]))
    act.hands.touch(widget, widget.rect().center())
    return None


def touch_row(act: Act, arguments: Arguments) -> Steps:
    """Touch the row of the list ``name`` that contains ``text``, where its words are."""
    name, text = str(arguments["name"]), str(arguments["text"])
    while True:
        widget = act.eyes.find(name)
        if widget is not None:
            view = act.eyes.inner_list(widget)
            index = act.eyes.row_with(view, text)
            if index is not None:
                view.scrollTo(index)
                row = view.visualRect(index)
                act.hands.touch(view.viewport(), QPoint(row.left() + WORDS_PX, row.center().y()))
                return None
        yield f"{name} has no row with {text}"


def keys(act: Act, arguments: Arguments) -> Steps:
    """Press ``keys`` once nothing slides any more."""
    yield from _calm(act)
    act.hands.press_keys(str(arguments["keys"]))
    return None


def type_text(act: Act, arguments: Arguments) -> Steps:
    """Type ``text`` by hand, key by key."""
    yield from _calm(act)
    for character in str(arguments["text"]):
        act.hands.press_character(character)
        yield from _pass_ms(HAND_GAP_MS)
    return None


def compose(act: Act, arguments: Arguments) -> Steps:
    """Write ``text`` with an input method."""
    yield from _calm(act)
    act.hands.compose(str(arguments["text"]))
    return None


def scan(act: Act, arguments: Arguments) -> Steps:
    """Scan ``text``."""
    yield from _calm(act)
    act.hands.scan(str(arguments["text"]))
    return None


def look(act: Act, arguments: Arguments) -> Steps:
    """Return what the widget ``name`` says, once it is there and says what it should.

    ``has`` is a text that it contains, ``lacks`` one that it does not, ``figure`` an amount in minor units,
    ``enabled`` whether it can be used, ``least`` how many rows or letters it has at least.
    """
    name = str(arguments["name"])
    while True:
        widget = act.eyes.find(name)
        if widget is None:
            yield f"{name} is not there"
            continue
        said = act.eyes.words(widget)
        missing = _missing(arguments, widget, said=said)
        if not missing:
            return said
        yield f"{name} says {said!r}, {missing}"


def gone(act: Act, arguments: Arguments) -> Steps:
    """Wait until the widget ``name`` cannot be seen."""
    name = str(arguments["name"])
    while act.eyes.find(name) is not None:
        yield f"{name} is still there"
    return None


def names(act: Act, arguments: Arguments) -> Steps:
    """Return the names that begin with ``prefix``; waits for ``least`` of them."""
    prefix, least = str(arguments["prefix"]), arguments.get("least", 0)
    assert isinstance(least, int)
    found = act.eyes.names(prefix)
    while len(found) < least:
        yield f"{len(found)} widgets {prefix}*, not {least}"
        found = act.eyes.names(prefix)
    return found


def picture(act: Act, arguments: Arguments) -> Steps:
    """Save what the window shows as the file ``path`` once it is steady."""
    yield from _calm(act)
    before: QImage | None = None
    while True:
        now = act.eyes.picture()
        if before is not None and now == before:
            break
        before = now
        yield from _pass_ms(STEADY_MS)
    path = Path(str(arguments["path"]))
    if not before.save(str(path)):
        raise ValueError(f"{path} cannot be written")
    return None


def ready(act: Act, _arguments: Arguments) -> Steps:
    """Wait until the window takes keys."""
    while not act.hands.is_ready():
        act.hands.wake()
        yield "the window is not active"
    return None


def focus(act: Act, _arguments: Arguments) -> Steps:
    """Return the name of the widget that has the keyboard."""
    yield from _calm(act)
    return act.hands.focus_name()


ACTS: Mapping[str, Callable[[Act, Arguments], Steps]] = {
    "touch": touch,
    "touch_row": touch_row,
    "keys": keys,
    "type": type_text,
    "compose": compose,
    "scan": scan,
    "look": look,
    "gone": gone,
    "names": names,
    "picture": picture,
    "ready": ready,
    "focus": focus,
}
"""Every instruction by its name."""


def minor_of(text: str) -> int | None:
    """Return the digits of an amount as minor units, ``¥1,234.50`` as 123450; nothing without digits."""
    digits = "".join(each for each in text if each in "0123456789")
    if not digits:
        return None
    return -int(digits) if any(minus in text for minus in "-−") else int(digits)


def _missing(arguments: Arguments, widget: QWidget, *, said: str) -> str:
    """Return what of the expectation does not hold, or nothing."""
    wanted = {name: arguments[name] for name in _CHECKS if arguments.get(name) is not None}
    return ", ".join(
        f"not {name} {value!r}" for name, value in wanted.items() if not _CHECKS[name](widget, said, value)
    )


def _is_checked(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.isChecked()


_CHECKS: Mapping[str, Callable[[QWidget, str, object], bool]] = {
    "has": lambda _widget, said, value: str(value) in said,
    "lacks": lambda _widget, said, value: str(value) not in said,
    "least": lambda _widget, said, value: isinstance(value, int) and len(said) >= value,
    "figure": lambda _widget, said, value: minor_of(said) == value,
    "enabled": lambda widget, _said, value: widget.isEnabled() is value,
    "checked": lambda widget, _said, value: _is_checked(widget) is value,
}


def _touchable(act: Act, name: str) -> Generator[str, None, QWidget]:
    while True:
        widget = act.eyes.find(name)
        if widget is None:
            yield f"{name} is not there"
        elif not widget.isEnabled():
            yield f"{name} cannot be used now"
        elif act.eyes.is_moving():
            yield f"something slides before {name}"
        else:
            act.eyes.bring_into_sight(widget)
            if act.eyes.is_on_top(widget, _middle(widget)):
                return widget
            yield f"{name} is covered"


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def _calm(act: Act) -> Generator[str, None, None]:
    while act.eyes.is_moving():
        yield "something slides"


def _pass_ms(span_ms: int) -> Generator[str, None, None]:
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < span_ms:
        yield "a hand is slow"
