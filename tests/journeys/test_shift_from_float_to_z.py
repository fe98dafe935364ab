"""A shift with all that happens at its drawer, closed offline with a difference; its Z arrives unchanged."""

import json

from pos_app.tour.stage import DELIVERY_S, Stage
from pos_app.tour.window import Window
from tests.fake_printer import FakePrinter
from tests.journeys.books import ask_books
from tests.journeys.conftest import allow, sign_in

_JASMINE = "6930000316761"  # 19.00
_Z = "SELECT doc FROM shift_z WHERE shift_id = ?"


def _pay_out(window: Window) -> None:
    """150.00 to a service, which is above a cashier's limit of 100.00."""
    window.touch("drawer.paid_out")
    window.look("drawer.amount")
    window.type("150")
    window.look("drawer.amount_amount", figure=15_000)
    window.touch("drawer.paid_out.service", "drawer.submit")
    window.look("approval.about", has="150.00")
    allow(window)
    window.look("drawer.message", has="150.00")


def _drop(window: Window) -> None:
    """Three notes of 100.00 to the safe, by the stepper."""
    window.touch("drawer.safe_drop")
    window.look("drawer.amount")
    window.touch(*["drawer.pieces_10000_plus"] * 3, "drawer.safe_drop.too_much_cash")
    window.look("drawer.amount_amount", figure=30_000)
    window.touch("drawer.submit")
    window.look("drawer.message", has="300.00")


def _open_drawer(window: Window) -> None:
    """No cashier may do that alone."""
    window.touch("drawer.no_sale")
    window.touch("drawer.no_sale.check", "drawer.submit")
    window.look("approval.about")
    allow(window)
    window.look("drawer.message")


def _count(window: Window, cash: str) -> None:
    window.look("close_shift.count.cash")
    # The count is blind: what should be there, 69.00, stands nowhere yet.
    assert "69" not in window.look("close_shift")
    window.type(cash)
    window.touch("close_shift.submit")
    window.look("close_shift.close", enabled=True)


def _sell(window: Window) -> None:
    """19.00 in cash."""
    window.scan(_JASMINE)
    window.look("sell.total", figure=1_900)
    window.keys("F12")
    window.look("pay.figure", figure=1_900)
    window.keys("F10")
    window.look("pay.note", has="S01-T02-000001")
    window.keys("Return")
    window.look("sell.search")


def _use_drawer(window: Window) -> None:
    window.keys("Alt+M")
    window.look("drawer.paid_out", enabled=True)
    _pay_out(window)
    _drop(window)
    _open_drawer(window)
    notes = window.look("drawer.notes", has="查看钱箱")
    assert [each in notes for each in ("−¥150.00", "−¥300.00")] == [True, True]
    # A cashier who is about to count does not see what is expected without a second pair of eyes.
    window.touch("drawer.x_read")
    window.look("approval.about", has="X")
    allow(window)
    window.look("drawer.x.title", has="1")
    window.keys("Esc")
    window.look("drawer.back", enabled=True)
    window.keys("Esc")
    window.look("sell.search")


def _close(window: Window) -> None:
    window.keys("Alt+Z")
    window.look("close_shift.go_on", enabled=True)
    window.touch("close_shift.go_on")
    _count(window, "60")
    window.look("close_shift.found.cash_value", figure=900)
    window.touch("close_shift.recount")
    window.look("close_shift.count.title", has="2")
    _count(window, "59")
    window.look("close_shift.found.cash_value", figure=1_000)
    assert not window.is_there("close_shift.recount")
    window.touch("close_shift.reason.wrong_change", "close_shift.left")
    window.type("50")
    window.look("close_shift.taken", figure=900)
    window.touch("close_shift.close")
    window.look("approval.about", has="10.00")
    allow(window)
    window.look("close_shift.z")
    window.look("close_shift.difference.cash_value", figure=1_000)


def test_a_cashier_counts_short_twice_and_a_manager_allows_it(counter: Stage, printer: FakePrinter) -> None:
    window = counter.window
    _sell(window)
    _use_drawer(window)
    # From here on head office is away: a shift ends without it.
    assert counter.stop_server() == {"server_pid_gone": True, "port_refuses": True}
    _close(window)

    facts = counter.till_books.entries()
    counts = [entry["body"] for entry in facts if entry["type"] == "shift.counted"]
    assert [each["tenders"][0]["difference_minor"] for each in counts] == [-900, -1_000]
    [z] = [entry["body"] for entry in facts if entry["type"] == "shift.closed"]
    assert (z["attempts"], z["approved_by"], z["left_minor"], z["taken_minor"]) == (2, "S01-M1", 5_000, 900)
    assert (z["paid_out_minor"], z["safe_drops_minor"], z["no_sales"], z["x_reads"]) == (15_000, 30_000, 1, 1)
    # The receipt with its pulse, two slips with theirs, a pulse for the no-sale, and the Z.
    papers = [job.decode("gb18030", errors="ignore") for job in printer.wait_for_jobs(8)]
    assert any("S01-T02-M000001" in paper for paper in papers)
    assert any("59.00" in paper and "69.00" in paper for paper in papers)

    window.touch("close_shift.done")
    sign_in(window, "S01-C1")
    window.look("open_shift.carried", has="50.00")
    window.type("50")
    window.look("open_shift.carried", has="✓")

    counter.start_server()
    last = int(facts[-1]["seq"])
    assert counter.wait(lambda: counter.server_books.head_seq() >= last, timeout_s=DELIVERY_S)
    [(doc,)] = ask_books(counter, _Z, z["shift_id"])
    assert json.loads(doc) == z


def test_a_suspended_shift_is_gone_on_with_by_another_cashier(counter: Stage) -> None:
    window = counter.window
    window.keys("Alt+M")
    window.look("drawer.suspend", enabled=True)
    window.touch("drawer.suspend")
    window.touch("drawer.suspend.break", "drawer.submit")
    window.look("sign_in.staff.S01-C2")
    sign_in(window, "S01-C2")
    window.look("open_shift.open", enabled=True)
    names = window.do("names", prefix="open_shift.resume.", least=1)
    assert isinstance(names, list)
    [card] = [name for name in names if not name.endswith(("_title", "_note"))]
    window.look(card, has="王晓")
    window.touch(card)
    window.look("sell.search")
    _sell(window)
    facts = counter.till_books.entries()
    [opened] = [entry["body"] for entry in facts if entry["type"] == "shift.opened"]
    [resumed] = [entry for entry in facts if entry["type"] == "shift.resumed"]
    [sale] = [entry["body"] for entry in facts if entry["type"] == "sale.completed"]
    assert resumed["actor"] == "S01-C2"
    assert opened["shift_id"] == resumed["body"]["shift_id"] == sale["shift_id"]
