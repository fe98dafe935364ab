"""The one way into this project: ``python3 installer/bootstrap.py TARGET`` (``make TARGET`` calls it).

An old Python must be able to read this file, so that it can say what is wrong; the rest is in its neighbours.
"""

import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Check the interpreter, then hand over to ``installer.targets``."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        found = f"{sys.version_info[0]}.{sys.version_info[1]}"
        sys.stderr.write(f"Loop POS needs Python 3.11 or newer; this is {found} ({sys.executable}).\n")
        sys.stderr.write("Install Python 3.11 and run the same command with it.\n")
        return 2
    sys.path.insert(0, str(ROOT))
    from installer.targets import run_target

    return run_target(sys.argv[1:], root=ROOT)


if __name__ == "__main__":
    sys.exit(main())
