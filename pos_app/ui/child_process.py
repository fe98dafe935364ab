"""Another program of ours beside this one; its end arrives on the window's thread."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

END_MS = 3_000
"""How long the end of this program waits for the other one."""


class ChildProcess(QObject):
    """Starts one process at a time and says how it ended; implements ``bootstrap.practice.Child``."""

    def __init__(self) -> None:
        super().__init__()
        self._process: QProcess | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process is not None

    def start(
        self,
        command: Sequence[str],
        *,
        spoken: bytes,
        environment: Mapping[str, str | None],
        on_ended: Callable[[int], None],
    ) -> None:
        """Start ``command`` and tell it ``spoken`` on its standard input.

        Args:
            command: The program and its arguments.
            spoken: What it reads; nothing of it stands in a file or in the list of processes.
            environment: What differs from ours; ``None`` takes a name out.
            on_ended: Runs once, with the exit code; -1 where it did not start or was ended by force.
        """
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        around = QProcessEnvironment.systemEnvironment()
        for name, value in environment.items():
            around.remove(name) if value is None else around.insert(name, value)
        process.setProcessEnvironment(around)
        process.finished.connect(lambda code, _how: self._on_ended(process, code, on_ended=on_ended))
        process.errorOccurred.connect(lambda error: self._on_error(process, error, on_ended=on_ended))
        self._process = process
        process.start(command[0], list(command[1:]))
        process.write(spoken)
        process.closeWriteChannel()

    def end(self) -> None:
        """End it with this program; what it wrote is kept."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        if not process.waitForFinished(END_MS):
            process.kill()
            process.waitForFinished(END_MS)

    def _on_ended(self, process: QProcess, code: int, *, on_ended: Callable[[int], None]) -> None:
        if self._process is process:
            self._process = None
            on_ended(code if process.exitStatus() is QProcess.ExitStatus.NormalExit else -1)

    def _on_error(
        self, process: QProcess, error: QProcess.ProcessError, *, on_ended: Callable[[int], None]
    ) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is process:
            self._process = None
            on_ended(-1)
