"""What checks a PIN without knowing it."""

import pytest
from nacl.pwhash import argon2id

from central_api.kit.errors import ApiError
from central_api.staff.schemas import ROLES
from central_api.staff.service import digest_pin


def test_a_pin_is_checked_by_its_salted_argon2id_digest() -> None:
    made = digest_pin("1111")
    again = argon2id.kdf(32, b"1111", bytes.fromhex(made.salt), opslimit=made.ops, memlimit=made.mem)

    assert again.hex() == made.digest


def test_equal_pins_have_different_digests() -> None:
    assert digest_pin("1111").digest != digest_pin("1111").digest


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "１２３４"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    with pytest.raises(ApiError, match=r"staff\.pin_form"):
        digest_pin(pin)


def test_a_cashier_sells_unknown_goods_up_to_two_hundred() -> None:
    assert ROLES["cashier"]["sell.open_price"] == 20_000


def test_only_a_manager_sees_the_figures_of_the_store() -> None:
    assert [role for role, rights in ROLES.items() if "report.view" in rights] == ["manager"]


def test_staff_pick_and_hand_over_and_do_not_sell() -> None:
    goods = {"stock.receive", "stock.count", "stock.transfer"}
    assert set(ROLES["staff"]) == {"order.pick", "order.hand_over", "order.busy", "training.enter", *goods}
