import pytest

from pos_app.services.errors import RuleError
from pos_app.services.sign_in import SignIn
from pos_app.services.sign_out import SignOut
from tests.till_shop import BADGE, LI, Till


@pytest.fixture
def sign_in(till: Till) -> SignIn:
    return SignIn(
        store=till.store, clock=till.clock, events=till.events, pin_pepper=till.data.keys.pin_pepper
    )


def _refusal(sign_in: SignIn, pin: str) -> tuple[object, ...]:
    with pytest.raises(RuleError) as refused:
        sign_in.with_pin("li", pin)
    return (refused.value.code, *refused.value.arguments)


def test_the_right_pin_signs_in_with_the_rights_of_the_person(sign_in: SignIn) -> None:
    actor = sign_in.with_pin("li", "1234")
    assert (actor.name, actor.rights["sell.open_price"]) == ("李娜", 5_000)


def test_a_wrong_pin_says_how_many_tries_are_left(sign_in: SignIn) -> None:
    assert _refusal(sign_in, "9999") == ("pin.wrong", 4)


def test_waits_grow_from_one_to_five_to_fifteen_minutes(till: Till, sign_in: SignIn) -> None:
    for _ in range(4):
        _refusal(sign_in, "9999")
    waits = []
    for _ in range(4):
        code, wait_ms = _refusal(sign_in, "9999")
        waits.append((code, wait_ms))
        till.clock.advance(int(str(wait_ms)))
    assert waits == [
        ("pin.locked", 60_000),
        ("pin.locked", 300_000),
        ("pin.locked", 900_000),
        ("pin.locked", 900_000),
    ]


def test_during_a_wait_the_right_pin_does_not_help(sign_in: SignIn) -> None:
    for _ in range(5):
        _refusal(sign_in, "9999")
    assert _refusal(sign_in, "1234") == ("pin.locked", 60_000)


def test_a_clock_that_is_set_right_locks_nobody_out_for_longer_than_the_longest_wait(
    till: Till, sign_in: SignIn
) -> None:
    till.clock.wall_ms += 365 * 24 * 3_600_000
    for _ in range(5):
        _refusal(sign_in, "9999")
    till.clock.wall_ms -= 365 * 24 * 3_600_000
    assert _refusal(sign_in, "1234") == ("pin.locked", 900_000)
    till.clock.advance(899_999)
    assert _refusal(sign_in, "1234") == ("pin.locked", 1)
    till.clock.advance(1)
    assert sign_in.with_pin("li", "1234").name == "李娜"


def test_after_the_wait_the_right_pin_forgets_the_wrong_ones(till: Till, sign_in: SignIn) -> None:
    for _ in range(5):
        _refusal(sign_in, "9999")
    till.clock.advance(60_000)
    sign_in.with_pin("li", "1234")
    assert _refusal(sign_in, "9999") == ("pin.wrong", 4)


def test_a_badge_lifts_the_wait(sign_in: SignIn) -> None:
    for _ in range(5):
        _refusal(sign_in, "9999")
    assert sign_in.with_badge(BADGE.lower()).staff_id == "li"
    assert sign_in.with_pin("li", "1234").staff_id == "li"


def test_an_unknown_badge_is_refused(sign_in: SignIn) -> None:
    with pytest.raises(RuleError, match=r"badge.unknown"):
        sign_in.with_badge("STXXXXXXXXXX")


def test_coming_and_going_stand_in_the_journal(till: Till, sign_in: SignIn) -> None:
    actor = sign_in.with_pin("li", "1234")
    SignOut(store=till.store, clock=till.clock, events=till.events)(actor)
    with till.store.read() as work:
        kinds = [(entry.type, entry.actor) for entry in work.journal.after(1, 10)]
    assert kinds == [("staff.signed_in", "li"), ("staff.signed_out", "li")]


def test_the_tiles_name_everybody_who_may_sign_in(sign_in: SignIn) -> None:
    assert {tile.name for tile in sign_in.tiles()} == {"李娜", "吴昊"}
    assert LI.name in {tile.name for tile in sign_in.tiles()}
