"""A till whose printer cannot even be named opens, says so, and talks to the central API all the same."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.shop import key_file, make_till

_OPEN = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pos_app.bootstrap.start import Start
from pos_app.bootstrap.window import RunningTill
from pos_app.ui.app import make_application

face = make_application(["till"])
start = Start(Path(sys.argv[1]), key_file=Path(sys.argv[2]), printer="tcp:nonsense")
till = RunningTill(start, face)
till.open()
notice = till.window.findChild(QLabel, "notice_text")
for _ in range(400):
    if notice.text() and till._cases.status().last_error == "sync.unreachable":
        break
    QTest.qWait(50)
print(notice.text())
print(till._cases.status().last_error)
till.close()
"""


def test_a_wrong_printer_address_is_said_and_the_link_runs_all_the_same(tmp_path: Path) -> None:
    make_till(tmp_path, 5)
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(tmp_path), str(key_file(tmp_path))],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
    )
    assert done.stdout.splitlines() == ["打印机地址无效。", "sync.unreachable"], done.stderr
