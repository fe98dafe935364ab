"""A whole till shows its basket to the customer, and sells on when that screen fails."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.shop import key_file, make_till

_OPEN = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pos_app.bootstrap.start import Start
from pos_app.bootstrap.window import RunningTill
from pos_app.services.records import Names
from pos_app.ui.app import make_application

face = make_application(["till"])
start = Start(Path(sys.argv[1]), key_file=Path(sys.argv[2]), customer_display=sys.argv[3])
till = RunningTill(start, face)
till.open()
customer = [each for each in QApplication.topLevelWidgets() if each.objectName() == "customer_window"]
notice = till.window.findChild(QLabel, "notice_text")

def ring_up(minor):
    till._cases.basket.add_open_item(
        names=Names("杂货", "雜貨", "Sundries"), amount_minor=minor, tax_rate_bp=0, category_id="x", code=None
    )

def wait(is_there):
    for _ in range(400):
        if is_there():
            return
        QTest.qWait(25)

if sys.argv[3] == "auto":
    print([each.isVisible() for each in customer])
else:
    [screen] = customer
    due = screen.findChild(QLabel, "customer_due")
    ring_up(1234)
    wait(lambda: due.text())
    print(screen.isVisible(), due.text(), screen.findChild(QLabel, "customer_line_0").text())
    screen.show_state = None
    ring_up(100)
    wait(lambda: notice.text())
    print(notice.text())
    print(screen.isVisible(), len(till._cases.basket.basket.lines))
till.close()
"""


def shown(folder: Path, mode: str) -> list[str]:
    """Open a till with a customer's screen and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(folder), str(key_file(folder)), mode],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_basket_is_shown_and_a_failing_screen_stops_nothing(tmp_path: Path) -> None:
    make_till(tmp_path, 5)
    assert shown(tmp_path, "window") == [
        "True ¥12.34 杂货",
        "顾客屏不再显示内容。可以继续销售；重启收银机可恢复。",
        "False 2",
    ]


def test_without_a_second_screen_nothing_is_shown(tmp_path: Path) -> None:
    make_till(tmp_path, 5)
    assert shown(tmp_path, "auto") == ["[False]"]
