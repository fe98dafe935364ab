"""Every screen once in the other languages, and in dark: a short shift of one sale each."""

from pos_app.tour import counter_steps as counter
from pos_app.tour import manager_steps as manager
from pos_app.tour.arithmetic import reckon
from pos_app.tour.scenario import Face
from pos_app.tour.stage import Stage

SHEETS = {"F9": "member", "F7": "coupon", "F3": "open_item", "F5": "more", "F1": "help"}
"""The keys that open the panels of the counter, with the names of the panels."""


def play_faces(stage: Stage) -> None:
    """Play a short shift in each of the other faces."""
    for face in stage.scenario.faces:
        if face != stage.face:
            put_on(stage, face)
            _play_shift(stage)
            stage.faces_played.append(face)


def put_on(stage: Stage, face: Face) -> None:
    """Switch language and theme where a person does."""
    window = stage.window
    window.touch(f"sign_in.lang.{face.language}")
    window.look(f"sign_in.lang.{face.language}", checked=True)
    if face.theme != stage.face.theme:
        window.touch("sign_in.theme")
    stage.face = face


def _play_shift(stage: Stage) -> None:
    window, person, plan = stage.window, stage.scenario.manager, stage.scenario.face_sale
    window.touch(f"sign_in.staff.{person.staff_id}")
    window.look("sign_in.pin", enabled=True)
    stage.step("sign_in", expected={}, seen={})
    window.type(f"{person.pin}\n")
    window.look("open_shift.open")
    counter.open_shift(stage, "open_shift")
    stage.step("sell_empty", expected={}, seen={})
    counter.scan_goods(stage, plan)
    total = reckon(stage.scenario, plan).total
    stage.step("sell", expected={"total": total}, seen={"total": window.figure("sell.total", total)})
    _open_sheets(stage)
    counter.pay(stage, plan, name="cash")
    window.keys("F11")
    window.look("pickup.column.new")
    stage.step("pickup", expected={}, seen={})
    window.keys("F11")
    window.look("sell.search")
    manager.look_at_health(stage)
    manager.close_shift(stage, manager.expect_drawer(stage, [plan], short=0))
    manager.read_report(stage, net_sales=total, receipts=1)
    manager.leave(stage)


def _open_sheets(stage: Stage) -> None:
    window = stage.window
    for key, sheet in SHEETS.items():
        window.keys(key)
        window.look(f"{sheet}_title")
        stage.step(f"sheet_{sheet}", expected={}, seen={})
        window.keys("Escape")
        window.do("gone", name=f"{sheet}_title")
