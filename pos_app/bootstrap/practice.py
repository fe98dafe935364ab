"""Practice beside the real till: another process over another folder, which knows nothing of the real one.

Source: docs/rules/training.md; docs/decisions/0082-practice-is-another-process.md.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from pos_app.services.errors import StorageError
from pos_app.services.ports import Clock, Lane, TillKeys
from pos_app.services.training import NoteTraining
from pos_app.storage.key_stores import HeldKeyStore
from pos_app.storage.training import Practised, TrainingSpace
from pos_app.ui.shell.practice_ribbon import WIPE_CODE

PLAY_VARIABLE: Final = "LOOP_POS_PLAY"
PLAY_PRACTICE_VARIABLE: Final = "LOOP_POS_PLAY_PRACTICE"
"""Names the address from which a practice window is played, as ``LOOP_POS_PLAY`` that of the real one."""


class Child(Protocol):
    """A process of ours."""

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""

    def start(
        self,
        command: Sequence[str],
        *,
        spoken: bytes,
        environment: Mapping[str, str | None],
        on_ended: Callable[[int], None],
    ) -> None:
        """Start it."""

    def end(self) -> None:
        """End it."""


class Window(Protocol):
    """The real till's window, which waits meanwhile."""

    def step_aside(self) -> None:
        """Make room; it takes no keys and no scans until it comes back."""

    def come_back(self) -> None:
        """Be there again."""


@dataclass(frozen=True, slots=True)
class PracticeTools:
    """What practice works with.

    ``options`` are those of the command line that both windows share; ``tell`` says in the real window how
    many receipts were noted, ``on_trouble`` what went wrong.
    """

    space: TrainingSpace
    note: NoteTraining
    child: Child
    window: Window
    options: Callable[[], Sequence[str]]
    tell: Callable[[int], None]
    on_trouble: Callable[[BaseException], None]


class Practice:
    """Opens practice, and notes afterwards what came of it."""

    def __init__(self, tools: PracticeTools, *, care: Lane, storage: Lane, clock: Clock) -> None:
        """Prepare on ``care``, since a whole catalog is copied; the real books are written on ``storage``."""
        self._tools = tools
        self._care = care
        self._storage = storage
        self._clock = clock
        self._busy = False

    def open(self) -> None:
        """Open the practice window; nothing happens where it is open or on its way."""
        if self._busy or self._tools.child.is_running:
            return
        self._busy = True
        space, now_ms = self._tools.space, self._clock.now_ms()
        self._care.run(lambda: space.prepare(now_ms=now_ms), self._launch, self._on_error)

    def settle(self) -> None:
        """Note what was practised and not noted: this program ended before practice did."""
        self._care.run(self._tools.space.practised, self._note, self._tools.on_trouble)

    def close(self) -> None:
        """End practice with the till; :meth:`settle` of the next start notes it."""
        self._tools.child.end()

    def _launch(self, _done: object) -> None:
        self._busy = False
        tools = self._tools
        command = [sys.executable, "-m", "pos_app", "run", "--training", f"--data-dir={tools.space.folder}"]
        tools.child.start(
            [*command, *tools.options()],
            spoken=spoken_keys(tools.space.keys),
            environment={PLAY_VARIABLE: os.environ.get(PLAY_PRACTICE_VARIABLE), PLAY_PRACTICE_VARIABLE: None},
            on_ended=self._on_ended,
        )
        tools.window.step_aside()

    def _on_ended(self, code: int) -> None:
        self._tools.window.come_back()
        if code not in {0, WIPE_CODE}:
            self._tools.on_trouble(StorageError("training.ended", code))
        then = self._wipe if code == WIPE_CODE else None
        self._care.run(self._tools.space.practised, partial(self._note, then=then), self._tools.on_trouble)

    def _note(self, found: Practised | None, then: Callable[[], None] | None = None) -> None:
        def noted(receipts: int) -> None:
            if receipts:
                self._tools.tell(receipts)
            if then is not None:
                then()

        if found is None:
            noted(0)
            return
        note = self._tools.note
        self._storage.run(lambda: note(found.space_id, found.through), noted, self._tools.on_trouble)

    def _wipe(self) -> None:
        self._care.run(self._tools.space.wipe, lambda _: self.open(), self._tools.on_trouble)

    def _on_error(self, error: BaseException) -> None:
        self._busy = False
        self._tools.on_trouble(error)


def spoken_keys(keys: TillKeys) -> bytes:
    """Return the secrets as practice hears them on its standard input."""
    said = {"database_key": keys.database_key.hex(), "pin_pepper": keys.pin_pepper.hex()}
    return json.dumps(said).encode() + b"\n"


def heard_keys(spoken: bytes) -> HeldKeyStore:
    """Return the secrets that the real till told.

    Raises:
        StorageError: ``keys.missing``: nobody told any; practice is opened from the till.
    """
    try:
        said = json.loads(spoken)
        keys = TillKeys(bytes.fromhex(said["database_key"]), bytes.fromhex(said["pin_pepper"]))
    except (ValueError, KeyError, TypeError) as error:
        raise StorageError("keys.missing") from error
    return HeldKeyStore(keys)
