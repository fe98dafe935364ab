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
    from pos_app.bootstrap.foyer import Foyer
    from pos_app.bootstrap.start import Start, look_first
    from pos_app.ui.app import make_application

    assert pos_app.cli.app is not None
    face = make_application(["bench"])
    start = Start(folder, key_file=key_file(folder))
    foyer = Foyer(face, look_first(start))
    foyer.show()
    wait_for(lambda: foyer.window.findChild(QWidget, "sign_in.staff.li") is not None)
    settle()
    print("painted", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
