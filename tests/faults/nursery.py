"""Starts lives of a selling till, one after the other, each a process of its own that can be killed.

Imports cost more than a life, so one process does them once and makes a copy of itself for each life::

    python -m tests.faults.nursery [CANARY,…]

takes one JSON line for each life on standard input. Its standard output is the lives' too: ``child PID``,
what the life says, then ``ended STATUS`` once the process is gone, so that everything it said comes before.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from select import select
from time import monotonic
from typing import Self

from tests.faults.planted import take_out
from tests.faults.selling_till import Orders, SellingTill


def say(line: str) -> None:
    """Write a line at once; what stands in the pipe outlives the process that wrote it."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Live one life for each line."""
    with take_out(filter(None, sys.argv[1].split(","))):
        for line in sys.stdin:
            child = os.fork()
            if child == 0:
                _live(Orders(**json.loads(line)))
            _, status = os.waitpid(child, 0)
            say(f"ended {status}")


def _live(orders: Orders) -> None:
    code = 1
    try:
        # What a canary writes beside the database lies with it.
        os.chdir(orders.folder)
        say(f"child {os.getpid()}")
        code = SellingTill(orders, say).run()
    except BaseException as error:  # noqa: BLE001 - the line is all that is left of this process.
        say(f"error {error!r}")
    finally:
        os._exit(code)


class Nursery:
    """The other end of the pipes; ``lines`` are what a life says, as it says it."""

    def __init__(self, canaries: Sequence[str] = ()) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery", ",".join(canaries)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._unread = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def begin(self, orders: Orders) -> None:
        """Let a life begin."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asdict(orders)).encode() + b"\n")
        self._process.stdin.flush()

    def hear(self, until_s: float) -> Iterator[str]:
        """Yield what is said until that time of the monotonic clock; it ends early behind ``ended``."""
        while True:
            line, found, rest = self._unread.partition(b"\n")
            if found:
                self._unread = rest
                yield line.decode()
                if line.startswith(b"ended "):
                    return
                continue
            said = self._read(until_s)
            if not said:
                return
            self._unread += said

    def _read(self, until_s: float) -> bytes:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        ready, _, _ = select([pipe], [], [], max(0.0, until_s - monotonic()))
        if not ready:
            return b""
        said = os.read(pipe, 65_536)
        if not said:
            raise AssertionError(f"the nursery ended: {self._process.wait()}")
        return said


if __name__ == "__main__":
    main()
