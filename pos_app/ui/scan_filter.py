"""Tells a scanner that types from a person who types, wherever the focus is.

A wedge scanner sends its characters within milliseconds and ends with Enter or Tab. The first character
passes at once, with a snapshot of the focused field; from the second within 35 ms on, keys are held. A burst
that completes puts the snapshot back, so no scan lands in a field; one that does not is released into it.

Text that an input method commits arrives as no key at all, so this filter cannot see it: scan targets turn
input methods off, and serial scanners are preferred.

Source: DESIGN.md, section 3, "The scan filter".
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

BURST_GAP_MS = 35
"""Longest pause between two characters of a scanner."""
_PAUSE_MS = 60
_MIN_LENGTH = 4
_MAX_LENGTH = 8_192
_GROUP_SEPARATOR = "\x1d"
_TERMINATORS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_FULL_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}


class MonoClock(Protocol):
    """Tells durations; asked only when an event has no time of its own."""

    def mono_ms(self) -> int:
        """Return a time that never runs backwards."""
        ...


class After(Protocol):
    """Calls once, later."""

    def after(self, delay_ms: int, call: Callable[[], None]) -> Callable[[], None]:
        """Call after ``delay_ms``; the returned function cancels."""
        ...


@runtime_checkable
class ScanSafe(Protocol):
    """A widget of ours that takes characters and can take back the first one of a scan."""

    def scan_snapshot(self) -> object:
        """Return the state to go back to."""
        ...

    def scan_restore(self, snapshot: object) -> None:
        """Go back to ``snapshot``."""
        ...


@dataclass(frozen=True, slots=True)
class _LineState:
    text: str
    cursor: int
    selection_start: int
    selection_length: int


@dataclass(frozen=True, slots=True)
class _Snapshot:
    target: QWidget | None
    state: object


@dataclass(frozen=True, slots=True)
class _HeldKey:
    key: int
    modifiers: Qt.KeyboardModifier
    text: str


class ScanFilter(QObject):
    """Watches the keys of the whole application; ``on_scan`` gets each scan once, without its terminator."""

    def __init__(self, clock: MonoClock, timers: After, *, on_scan: Callable[[str], None]) -> None:
        super().__init__()
        self._clock = clock
        self._timers = timers
        self._on_scan = on_scan
        self._first = ""
        self._held: list[_HeldKey] = []
        self._last_ms = 0
        self._snapshot = _Snapshot(None, None)
        self._cancel_pause: Callable[[], None] | None = None
        self._replaying = False

    def install(self, app: QApplication) -> None:
        """Watch every key of ``app`` from now on."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hold what belongs to a burst; pass everything else."""
        kind = event.type()
        if self._replaying or kind not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not isinstance(event, QKeyEvent) or watched is not _receiver():
            # A key that its receiver ignored comes again for each parent; it is the same key.
            return False
        if kind == QEvent.Type.ShortcutOverride:
            return self._on_shortcut_override(event)
        return self._on_key_press(event)

    def _on_shortcut_override(self, event: QKeyEvent) -> bool:
        """Keep shortcuts from firing inside a burst; the key press itself comes next."""
        if not self._continues(event):
            return False
        event.accept()
        return True

    def _on_key_press(self, event: QKeyEvent) -> bool:
        now_ms = self._time_of(event)
        continues = self._continues(event)
        if self._first and not continues and not _is_bare_modifier(event):
            self._release()
        if continues and event.key() in _TERMINATORS:
            return self._complete(event)
        character = _character(event)
        if continues and character:
            self._hold(event, now_ms)
            return True
        if character and not event.isAutoRepeat():
            self._begin(character, now_ms)
        return False

    def _continues(self, event: QKeyEvent) -> bool:
        """Return whether this key belongs to the burst that is going on."""
        if not self._first or event.isAutoRepeat() or self._time_of(event) - self._last_ms > BURST_GAP_MS:
            return False
        if event.key() in _TERMINATORS:
            return bool(self._held)
        return bool(_character(event))

    def _begin(self, character: str, now_ms: int) -> None:
        target = QApplication.focusWidget()
        self._first = character
        self._last_ms = now_ms
        self._snapshot = _Snapshot(target, _state_of(target))
        self._wait_for_pause()

    def _hold(self, event: QKeyEvent, now_ms: int) -> None:
        self._last_ms = now_ms
        if len(self._held) < _MAX_LENGTH:
            self._held.append(_HeldKey(event.key(), event.modifiers(), event.text()))
        self._wait_for_pause()

    def _complete(self, event: QKeyEvent) -> bool:
        text = self._first + "".join(held.text for held in self._held)
        if len(text) < _MIN_LENGTH:
            self._release()
            return isinstance(QApplication.focusWidget(), QAbstractButton)
        snapshot = self._snapshot
        self._forget()
        event.accept()
        _restore(snapshot)
        self._on_scan(clean_scan(text))
        return True

    def _release(self) -> None:
        """Type what was held into what has the focus; no space presses a button by it."""
        held = self._held
        self._forget()
        target = QApplication.focusWidget()
        if target is None:
            return
        if isinstance(target, QAbstractButton):
            # Such as the fields of a count, which are buttons that take digits.
            held = [each for each in held if each.text != " "]
        self._replaying = True
        try:
            for each in held:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(target, QKeyEvent(kind, each.key, each.modifiers, each.text))
        finally:
            self._replaying = False

    def _wait_for_pause(self) -> None:
        if self._cancel_pause is not None:
            self._cancel_pause()
        # Keys that queued up behind a busy moment are older than the timer: let them go first.
        self._cancel_pause = self._timers.after(_PAUSE_MS, lambda: self._after_queue(self._release))

    def _after_queue(self, call: Callable[[], None]) -> None:
        self._cancel_pause = self._timers.after(0, call)

    def _forget(self) -> None:
        if self._cancel_pause is not None:
            self._cancel_pause()
            self._cancel_pause = None
        self._first = ""
        self._held = []

    def _time_of(self, event: QKeyEvent) -> int:
        return event.timestamp() or self._clock.mono_ms()


def clean_scan(text: str) -> str:
    """Return what a scanner meant: full-width forms made plain, control and bidi characters dropped.

    The group separator of GS1 codes stays.
    """
    plain = text.translate(_FULL_WIDTH)
    return "".join(each for each in plain if each.isprintable() or each == _GROUP_SEPARATOR).strip()


def _character(event: QKeyEvent) -> str:
    """Return the character of a key, or nothing for keys and shortcuts that write none."""
    text = event.text()
    if text == _GROUP_SEPARATOR:
        return text
    chords = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if event.modifiers() & (chords | Qt.KeyboardModifier.MetaModifier):
        return ""
    return text if len(text) == 1 and text.isprintable() else ""


def _receiver() -> QWidget | None:
    """Return the widget to which Qt gives a key first."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        inside: QWidget | None = popup.focusWidget()
        return popup if inside is None else inside
    return QApplication.focusWidget() or QApplication.activeWindow()


def _is_bare_modifier(event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_CapsLock}


def _state_of(target: QWidget | None) -> object:
    line = _line_of(target)
    if line is not None:
        start = line.selectionStart()
        return _LineState(line.text(), line.cursorPosition(), start, line.selectionLength())
    if isinstance(target, (QPlainTextEdit, QTextEdit)):
        return target.document().availableUndoSteps()
    safe = _scan_safe(target)
    return safe.scan_snapshot() if safe is not None else None


def _restore(snapshot: _Snapshot) -> None:
    target, state = snapshot.target, snapshot.state
    line = _line_of(target)
    safe = _scan_safe(target)
    if line is not None and isinstance(state, _LineState):
        if line.text() != state.text:
            line.setText(state.text)
            # Who listens to what is typed heard of the character, so it hears that it is gone.
            line.textEdited.emit(state.text)
        line.setCursorPosition(state.cursor)
        if state.selection_start >= 0:
            line.setSelection(state.selection_start, state.selection_length)
    elif isinstance(target, (QPlainTextEdit, QTextEdit)) and isinstance(state, int):
        while target.document().availableUndoSteps() > state:
            target.undo()
    elif safe is not None:
        safe.scan_restore(state)


def _line_of(target: QWidget | None) -> QLineEdit | None:
    if isinstance(target, QAbstractSpinBox):
        return target.lineEdit()
    return target if isinstance(target, QLineEdit) else None


def _scan_safe(target: QWidget | None) -> ScanSafe | None:
    """Return the nearest widget around the focus that can take a character back."""
    while target is not None:
        if isinstance(target, ScanSafe):
            return target
        target = target.parentWidget()
    return None
