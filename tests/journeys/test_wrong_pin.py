"""A wrong PIN says so in place; the right one signs in; five wrong ones have to wait."""

from pos_app.tour.stage import Stage


def test_a_wrong_pin_is_refused_in_place_and_the_right_one_signs_in(shop: Stage) -> None:
    window = shop.window
    window.touch("sign_in.staff.S01-C1")
    window.look("sign_in.pin", enabled=True)
    window.type("9090\n")
    window.look("sign_in.message", least=2)
    window.touch("sign_in.pin_keys_1", "sign_in.pin_keys_1", "sign_in.pin_keys_1", "sign_in.pin_keys_1")
    window.touch("sign_in.pin_keys_ok")
    window.look("open_shift.open")


def test_after_five_wrong_pins_even_the_right_one_has_to_wait(shop: Stage) -> None:
    window = shop.window
    window.touch("sign_in.staff.S01-C1")
    for _ in range(5):
        window.look("sign_in.pin", enabled=True)
        window.type("9090\n")
        window.look("sign_in.message", least=2)
    window.look("sign_in.pin", enabled=True)
    window.type("1111\n")
    window.look("sign_in.message", least=2)
    assert not window.is_there("open_shift.open")
