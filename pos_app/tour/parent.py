"""Plays a store's day: starts server and till, gives the player its part, and compares with the plan."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pos_app.demo.chain import DemoFolder
from pos_app.demo.processes import ProcessFailed
from pos_app.tour.day import play_day
from pos_app.tour.diary import Diary
from pos_app.tour.set_up import make_folder, set_up
from pos_app.tour.stage import Stage
from pos_app.tour.till import Disagreement


def play_tour(
    out: Path,
    *,
    language: str = "zh-Hans",
    theme: str = "light",
    printer: str = "",
    say: Callable[[str], object] = print,
) -> int:
    """Play the tour and write pictures, receipts, the shift report and ``summary.json`` to ``out``.

    Args:
        out: Is made; pictures and receipts of an earlier tour in it are replaced.
        language: Of the steps; the other faces of every screen follow at the end.
        theme: ``light`` or ``dark``.
        printer: A printer's address; without one the bytes are kept in ``out``.
        say: Tells the person what goes on.

    Returns:
        0 when everything was as expected, 1 otherwise.

    Raises:
        ProcessFailed: The demo chain could not be made.
    """
    out = out.resolve()
    _clear(out)
    with tempfile.TemporaryDirectory(prefix="loop-pos-tour-") as root:
        folder = DemoFolder(Path(root) / "shop")
        say("Making a small shop for the tour.")
        make_folder(folder)
        return play_in(folder, out, face=(language, theme), printer=printer, say=say)


def play_in(
    folder: DemoFolder, out: Path, *, face: tuple[str, str], printer: str, say: Callable[[str], object]
) -> int:
    """Play the tour in a shop that was made for it."""
    began = time.monotonic()
    diary = Diary(out)
    stage = set_up(folder, diary, face=face, printer=printer)
    failure = ""
    try:
        say("Playing the day of a cashier, a staff member and a manager.")
        facts = play_day(stage)
    except (Disagreement, ProcessFailed) as error:
        failure, facts = str(error), {}
        _note_failure(stage, failure)
    finally:
        stage.close()
    seconds = round(time.monotonic() - began, 1)
    summary = diary.write({**facts, "pids": stage.pids, "seconds": seconds})
    for step in diary.wrong():
        say(f"Step {step.n} {step.name}: expected {dict(step.expected)}, saw {dict(step.seen)}")
    done = "everything as expected" if diary.is_ok() else "NOT as expected"
    say(f"{len(diary.steps)} steps in {seconds} s, {done}: {summary}")
    return 0 if diary.is_ok() else 1


def _note_failure(stage: Stage, failure: str) -> None:
    """Write down where the tour ended, with a picture if the till still shows one."""
    expected, seen = {"goes_on": ""}, {"goes_on": failure}
    try:
        stage.step("stuck", expected=expected, seen=seen)
    except (Disagreement, ProcessFailed):
        stage.step("stuck", expected=expected, seen=seen, picture=False)


def _clear(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    papers = out / "receipts"
    papers.mkdir(exist_ok=True)
    for pattern in ("[0-9][0-9]*_*.png", "summary.json", "shift_report.pdf", "books.beancount"):
        for file in out.glob(pattern):
            file.unlink()
    for file in papers.iterdir():
        if file.suffix in {".escpos", ".png", ".txt"}:
            file.unlink()
