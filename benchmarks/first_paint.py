"""Opens the till as ``pos-app run`` does, and ends with the first frame that shows who may sign in.

``python -m benchmarks.first_paint FOLDER`` prints a line when the people stand on the screen.
"""

import sys
from pathlib import Path

import pos_app.cli  # as the console script does


def main(folder: Path) -> None:
    """Open, wait for the people, close."""
    from PySide6.QtWidgets import QWidget

    from benchmarks.painting import settle, wait_for
    from benchmarks.shop import key_file
    from pos_app.bootstrap.window import RunningTill, Start
    from pos_app.ui.app import make_application

    assert pos_app.cli.app is not None
    face = make_application(["bench"])
    till = RunningTill(Start(folder, key_file=key_file(folder)), face)
    till.open()
    window = till.window
    wait_for(lambda: window.findChild(QWidget, "sign_in.staff.li") is not None)
    settle()
    print("painted", flush=True)
    till.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
