"""A cashier practises beside an open shift: nothing of it counts, and its papers and the Z say so."""

import contextlib
import socket
from collections.abc import Callable

import pytest

from pos_app.demo.processes import ProcessFailed
from pos_app.tour.stage import Stage
from pos_app.tour.till import START_S, PlayedTill
from pos_app.tour.window import Window
from tests.fake_printer import FakePrinter
from tests.journeys.conftest import close_shift, open_shift, sign_in


def test_a_cashier_practises_and_the_real_till_goes_on_as_it_was(
    make_stage: Callable[[], Stage], monkeypatch: pytest.MonkeyPatch, printer: FakePrinter
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(START_S)
        monkeypatch.setenv("LOOP_POS_PLAY_PRACTICE", f"127.0.0.1:{door.getsockname()[1]}")
        stage = make_stage()
        stage.start_server()
        stage.start_till()
        window = stage.window
        window.look("sign_in.staff.S01-C1")
        open_shift(window)
        window.keys("F5")
        window.touch("more.sign_out", "sign_in.practise")
        line, _ = door.accept()
    played = PlayedTill(line)
    try:
        before = stage.till_books.entries()
        _practise(Window(played))
        [paper] = printer.wait_for_jobs(1)
        assert "练习" in paper.decode("gb18030", errors="ignore")
        # The drawer stays shut.
        assert b"\x1bp" not in paper
        assert stage.till_books.entries() == before
        with contextlib.suppress(ProcessFailed):
            Window(played).touch("practice.leave")
    finally:
        played.hang_up()
    window.look("notice_text", has="1")
    noted = stage.till_books.entries()[len(before) :]
    assert [(each["type"], each["body"]["receipts"]) for each in noted] == [("training.left", 1)]
    sign_in(window, "S01-C1")
    window.look("sell.search")
    close_shift(window, "500")
    [z] = [each["body"] for each in stage.till_books.entries() if each["type"] == "shift.closed"]
    assert (z["training_receipts"], z["sales_count"], z["tenders"][0]["difference_minor"]) == (1, 0, 0)


def _practise(practice: Window) -> None:
    practice.look("practice.text", has="练习")
    assert not practice.is_there("sign_in.practise")
    open_shift(practice)
    practice.scan("6930000316761")
    practice.look("sell.total", figure=1_900)
    practice.keys("F12")
    practice.look("pay.figure", figure=1_900)
    practice.keys("F10")
    practice.look("pay.note", has="TR-S01-T02-000001")
    practice.look("practice.leave")
