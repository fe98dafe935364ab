"""A till with a second disk, and a drill: what is sold in it is on that disk at once, and sent after it."""

from collections.abc import Callable
from pathlib import Path

from pos_app.demo.processes import ask
from pos_app.tour.stage import DELIVERY_S, Stage
from tests.journeys.conftest import sign_in
from tests.mirrored import mirrored_through


def test_what_is_sold_in_a_drill_is_on_the_second_disk_at_once_and_at_head_office_after_it(
    make_stage: Callable[[], Stage], tmp_path: Path
) -> None:
    stage = make_stage()
    usb = tmp_path / "usb"
    said = ask("pos-app", "backup", "--to", str(usb), "--data-dir", str(stage.folder.till))
    assert "Recovery code, shown only now" in said
    stage.start_server()
    stage.start_till()
    window = stage.window
    sign_in(window, "S01-M1")
    window.look("open_shift.open")
    window.type("500\n")
    window.look("sell.search")
    window.touch("status_capability")
    window.look("health.data.mirror")
    window.touch("health.drill")
    window.look("health.drill_note", has="演练中")
    window.touch("health.back")
    _sell_one(stage)

    head = int(stage.till_books.entries()[-1]["seq"])
    assert stage.wait(
        lambda: mirrored_through(usb, stage.folder.till / "demo.key") == head, timeout_s=DELIVERY_S
    )
    assert stage.server_books.totals().sales == 0, "nobody at head office has heard of it"

    window.touch("status_capability")
    window.touch("health.drill")
    window.look("health.drill_note", lacks="演练中")
    assert stage.wait(lambda: stage.server_books.head_seq() >= head, timeout_s=DELIVERY_S)
    assert stage.server_books.totals().sales == 1


def _sell_one(stage: Stage) -> None:
    window = stage.window
    window.look("sell.search")
    window.scan("6930000316761")
    window.look("sell.total", figure=1900)
    window.keys("F12")
    window.look("pay.figure", figure=1900)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
