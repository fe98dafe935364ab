"""Practice is opened as another process, and what came of it is noted afterwards, whatever its end was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from pos_app.bootstrap.practice import Practice, PracticeTools, heard_keys
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import PosError, StorageError
from pos_app.services.events import EventBus
from pos_app.services.training import NoteTraining
from pos_app.storage.key_stores import HeldKeyStore
from pos_app.storage.till_data import open_till_data
from pos_app.storage.training import TrainingSpace
from pos_app.ui.shell.practice_ribbon import WIPE_CODE
from tests.fakes import FakeCentralApi, InlineLane
from tests.till_shop import Till, open_shop


class _Child:
    """A process that runs until a test ends it."""

    def __init__(self) -> None:
        self.commands: list[Sequence[str]] = []
        self.spoken = b""
        self.environment: Mapping[str, str | None] = {}
        self.end_with: Callable[[int], None] | None = None

    @property
    def is_running(self) -> bool:
        return self.end_with is not None

    def start(
        self,
        command: Sequence[str],
        *,
        spoken: bytes,
        environment: Mapping[str, str | None],
        on_ended: Callable[[int], None],
    ) -> None:
        self.commands.append(command)
        self.spoken, self.environment = spoken, environment

        def end(code: int) -> None:
            self.end_with = None
            on_ended(code)

        self.end_with = end

    def end(self) -> None:
        self.end_with = None


class _Window:
    def __init__(self) -> None:
        self.moves: list[str] = []

    def step_aside(self) -> None:
        self.moves.append("aside")

    def come_back(self) -> None:
        self.moves.append("back")


class _Desk:
    """A real till that opens practice; the people in practice sell by :meth:`sell`."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.space = TrainingSpace(till.data, ids=till.ids)
        self.child, self.window = _Child(), _Window()
        self.told: list[int] = []
        self.troubles: list[str] = []
        tools = PracticeTools(
            space=self.space,
            note=NoteTraining(store=till.store, clock=till.clock, events=till.events),
            child=self.child,
            window=self.window,
            options=lambda: ("--lang=en",),
            tell=self.told.append,
            on_trouble=self._trouble,
        )
        self.practice = Practice(tools, care=InlineLane(), storage=InlineLane(), clock=till.clock)

    def _trouble(self, error: BaseException) -> None:
        assert isinstance(error, PosError)
        self.troubles.append(error.code)

    def sell(self, *, open_shift: bool = False) -> None:
        keys = HeldKeyStore(self.space.keys)
        data = open_till_data(self.space.folder, key_store=keys, ids=self.till.ids)
        try:
            practised = Till(data, self.till.clock, self.till.ids, FakeCentralApi(), EventBus())
            if open_shift:
                practised.open_shift()
            practised.sell(["latte"], TenderInput("cash", 2_800))
        finally:
            data.close()

    def end(self, code: int) -> None:
        assert self.child.end_with is not None
        self.child.end_with(code)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[_Desk]:
    with open_shop(tmp_path) as till:
        till.open_shift()
        yield _Desk(till)


def test_it_is_told_its_own_folder_and_its_own_key_and_nothing_of_the_real_till(desk: _Desk) -> None:
    desk.practice.open()
    [command] = desk.child.commands
    assert f"--data-dir={desk.space.folder}" in command
    assert "--training" in command
    assert not any(part.endswith(str(desk.till.data.folder)) for part in command)
    keys, real = heard_keys(desk.child.spoken).load(), desk.till.data.keys
    assert keys is not None
    assert keys.database_key != real.database_key
    assert real.database_key.hex() not in desk.child.spoken.decode()
    # The player of the real window is not that of practice.
    assert desk.child.environment["LOOP_POS_PLAY"] is None
    desk.practice.open()
    assert len(desk.child.commands) == 1


def test_the_real_window_waits_and_comes_back_and_says_how_many_receipts_were_noted(desk: _Desk) -> None:
    desk.practice.open()
    assert desk.window.moves == ["aside"]
    desk.sell(open_shift=True)
    desk.end(0)
    assert (desk.window.moves, desk.told, desk.troubles) == (["aside", "back"], [1], [])


def test_practice_that_fell_is_told_and_counted_all_the_same(desk: _Desk) -> None:
    desk.practice.open()
    desk.sell(open_shift=True)
    desk.end(-1)
    assert (desk.window.moves[-1], desk.told, desk.troubles) == ("back", [1], ["training.ended"])


def test_what_was_made_before_the_till_was_killed_is_noted_at_its_next_start(desk: _Desk) -> None:
    desk.practice.open()
    desk.sell(open_shift=True)
    desk.practice.close()
    assert not desk.child.is_running
    again = _Desk(desk.till)
    again.practice.settle()
    again.practice.settle()
    assert again.told == [1]


def test_starting_afresh_counts_first_then_wipes_and_opens_again(desk: _Desk) -> None:
    desk.practice.open()
    desk.sell(open_shift=True)
    before = desk.space.practised()
    desk.end(WIPE_CODE)
    after = desk.space.practised()
    assert desk.told == [1]
    assert before is not None
    assert after is not None
    assert (after.through, after.space_id == before.space_id) == (0, False)
    assert len(desk.child.commands) == 2
    desk.end(0)
    assert desk.told == [1]


@pytest.mark.parametrize("spoken", [b"", b"[]", b"{}", b'{"database_key": "x", "pin_pepper": "00"}'])
def test_nobody_opens_practice_without_the_till_that_tells_its_key(spoken: bytes) -> None:
    with pytest.raises(StorageError, match=r"keys.missing"):
        heard_keys(spoken)
