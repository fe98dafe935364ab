"""Disk errors from libfiu: the named calls of the C library fail while a block of code runs.

The process was started with libfiu's library before all others; ``LOOP_FIU`` says what fails with which
number and how often: ``posix/io/rw/pwrite=28@0.2,posix/io/sync/fsync=5@0.1``.
"""

import ctypes
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "LOOP_FIU"
PRELOADED = Path("/usr/lib/fiu/fiu_posix_preload.so")

NO_SPACE = 28
IO_ERROR = 5
WRITES = ("posix/io/rw/pwrite", "posix/io/rw/pwrite/reduce", "posix/io/rw/write", "posix/io/rw/ftruncate")
SYNCS = ("posix/io/sync/fsync", "posix/io/sync/fdatasync")


def is_installed() -> bool:
    """Return whether this machine has the library (Debian: ``fiu-utils``)."""
    return PRELOADED.exists()


def environment(faults: Mapping[str, tuple[int, float]]) -> dict[str, str]:
    """Return the environment of a process in which calls fail: name -> (number of the error, probability)."""
    spec = ",".join(f"{name}={number}@{chance}" for name, (number, chance) in faults.items())
    return {**os.environ, "LD_PRELOAD": str(PRELOADED), VARIABLE: spec}


@contextmanager
def faults_on() -> Iterator[None]:
    """Let calls fail inside the block; without ``LOOP_FIU`` nothing fails."""
    spec = os.environ.get(VARIABLE)
    if not spec:
        yield
        return
    library = ctypes.CDLL("libfiu.so.0")
    names = []
    for part in spec.split(","):
        name, _, rest = part.partition("=")
        number, _, chance = rest.partition("@")
        names.append(name.encode())
        library.fiu_enable_random(
            names[-1], 1, ctypes.c_void_p(int(number)), 0, ctypes.c_float(float(chance))
        )
    try:
        yield
    finally:
        for each in names:
            library.fiu_disable(each)
