"""From the request that places an order to its place on a till's board: server, till and window are real.

The till is a process of its own that is asked over the tour's pipe how many orders its board shows, so the
way of the question is part of the time. Prints one JSON line with times in seconds.
"""

import json
import os
import tempfile
import time
from pathlib import Path

from pos_app.demo.chain import DemoFolder
from pos_app.tour.diary import Diary
from pos_app.tour.scenario import OrderPlan
from pos_app.tour.set_up import make_folder, set_up

ORDERS = 20
_COUNT = "pickup.column.new_count"
_MANAGER, _PIN = "S01-M1", "3333"


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="loop-pos-bench-", ignore_cleanup_errors=True) as folder:
        root, out = Path(folder) / "shop", Path(folder) / "out"
        out.mkdir()
        make_folder(DemoFolder(root))
        stage = set_up(DemoFolder(root), Diary(out), face=("en", "light"), printer="null:")
        try:
            stage.start_server()
            stage.start_till().ask("look", 60, name=f"sign_in.staff.{_MANAGER}")
            window = stage.window
            window.touch(f"sign_in.staff.{_MANAGER}")
            window.look("sign_in.pin", enabled=True)
            window.type(f"{_PIN}\n")
            window.look("open_shift.open")
            window.type("500\n")
            window.look("sell.search")
            window.keys("F11")
            window.look("pickup.search")
            arrived = []
            there = int(window.look(_COUNT))
            for number in range(there + 1, there + 1 + ORDERS):
                began = time.perf_counter()
                stage.shop.order(OrderPlan({"jasmine": 1}, "A-03"))
                window.look(_COUNT, has=str(number))
                arrived.append(time.perf_counter() - began)
        finally:
            stage.close()
    print(json.dumps({"arrived": arrived}))


if __name__ == "__main__":
    main()
