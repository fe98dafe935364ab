"""Stop a PostgreSQL of the tests as soon as nobody uses it, however its users ended.

Started as a process of its own. Everyone who uses the cluster holds a pipe open for writing; the system
closes the pipe of a process that was killed, too. After the last one the cluster is stopped and removed.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Wait for the end of all users; ``FOLDER LOCK`` are the arguments."""
    import fcntl

    folder, lock = Path(sys.argv[1]), Path(sys.argv[2])
    if os.fork():
        return
    # From here on nobody is its parent: it outlives those whom it watches.
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = os.open(folder / "users", os.O_RDONLY)
    while True:
        select.select([pipe], [], [])
        with lock.open("w") as guarded:
            fcntl.flock(guarded, fcntl.LOCK_EX)
            os.set_blocking(pipe, False)
            try:
                last_user_is_gone = os.read(pipe, 64) == b""
            except BlockingIOError:
                last_user_is_gone = False
            if last_user_is_gone:
                (folder / "users").unlink()
                _stop(folder)
                return


def _stop(folder: Path) -> None:
    """End the server at once, as a power cut would: its data goes with its folder."""
    try:
        pid = int((folder / "data" / "postmaster.pid").read_text(encoding="ascii").split("\n", 1)[0])
        os.kill(pid, signal.SIGQUIT)
    except (OSError, ValueError):
        pid = 0
    if pid:
        subprocess.run(["tail", "--pid", str(pid), "-f", os.devnull], check=False, timeout=30)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
