"""After too many wrong PINs the badge opens the till at once."""

import json

from pos_app.tour.stage import Stage


def test_a_badge_lifts_the_wait_after_wrong_pins(shop: Stage) -> None:
    window = shop.window
    window.touch("sign_in.staff.S01-C1")
    for left in ("4", "3", "2", "1"):
        window.look("sign_in.pin", enabled=True)
        window.type("9090\n")
        window.look("sign_in.message", has=left)
    window.look("sign_in.pin", enabled=True)
    window.type("9090\n")
    window.look("sign_in.message", has="工牌")
    facts = json.loads(shop.folder.facts.read_text(encoding="utf-8"))
    badges = {person["staff_id"]: person["badge"] for person in facts["staff"]}
    window.scan(badges["S01-C1"])
    window.look("open_shift.open")
