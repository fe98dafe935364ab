"""How the installer speaks and how it starts other programs."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

KEPT_LINES = 30


class SetupError(Exception):
    """The set-up cannot go on; the text is one plain sentence and the next step."""

    def __init__(self, text: str, *, exit_code: int = 2) -> None:
        super().__init__(text)
        self.exit_code = exit_code


def say(text: str) -> None:
    """Print one line at once, so that it stands before the output of what is started next."""
    print(text, flush=True)


def call(command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None) -> int:
    """Run a program with this terminal and return its exit code; Ctrl+C belongs to the program."""
    sys.stdout.flush()
    with subprocess.Popen(command, cwd=cwd, env=env) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def call_quietly(
    command: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    on_line: Callable[[str], None] | None = None,
) -> None:
    """Run a program and show nothing but, if it fails, the end of what it said.

    Args:
        command: The program and its arguments.
        cwd: Where it runs.
        env: Its environment; None is this process's own.
        on_line: Called with each line, for progress.

    Raises:
        SetupError: It could not be started or ended with another code than 0.
    """
    kept: list[str] = []
    try:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise SetupError(f"{command[0]} could not be started: {error}.", exit_code=1) from error
    with process:
        for raw in process.stdout or ():
            line = raw.rstrip()
            kept = [*kept[-KEPT_LINES:], line]
            if on_line is not None:
                on_line(line)
    if process.returncode != 0:
        tail = "\n".join(kept)
        text = f"{' '.join(command[:4])} ... ended with {process.returncode}; its last lines:\n{tail}"
        raise SetupError(text, exit_code=1)
