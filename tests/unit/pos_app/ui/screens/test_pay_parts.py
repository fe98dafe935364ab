"""Several tenders on the Pay screen, over the real till: what is taken, what is left, what is given back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from retail_core.money import Money
from retail_core.wire.facts import Tender
from tests.till_shop import open_shop
from tests.unit.pos_app.ui.screens.test_pay_presenter import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with open_shop(tmp_path) as till:
        yield Stage(till)


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


def tenders(stage: Stage) -> list[tuple[str, int, int]]:
    with stage.till.store.read() as work:
        found = work.sales.by_number("S01-T02-000001")
    assert found is not None
    return [_told(tender) for tender in found[0].tenders]


def _told(tender: Tender) -> tuple[str, int, int]:
    return tender.kind, tender.amount_minor, tender.tendered_minor


def take_voucher(stage: Stage, number: str, value: str) -> None:
    stage.presenter.choose("voucher")
    stage.presenter.voucher.set_number(number)
    for key in value:
        stage.presenter.voucher.press(key)
    stage.presenter.voucher.submit()


def test_an_amount_keyed_in_before_cash_is_touched_is_a_part_of_the_payment(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("20")
    stage.presenter.choose("cash")
    assert [(part.kind, part.value) for part in stage.shown.parts] == [("cash", cny(2_000))]
    assert (stage.shown.to_pay, stage.shown.entry.is_empty) == (cny(800), True)


def test_an_amount_keyed_in_before_the_other_device_is_touched_is_asked_for_there(stage: Stage) -> None:
    stage.ring_up("cake")
    stage.key_in("10")
    stage.presenter.choose("external")
    assert stage.shown.to_pay == cny(1_000)
    stage.key_in("4711")
    stage.presenter.finish()
    assert [(part.kind, part.value, part.reference) for part in stage.shown.parts] == [
        ("external", cny(1_000), "4711")
    ]
    # 9.95 are left, 10.00 in coins of 0.10.
    assert (stage.shown.tender, stage.shown.to_pay, stage.shown.rounding) == ("cash", cny(1_000), cny(5))
    stage.presenter.give(cny(2_000))
    stage.presenter.finish()
    assert stage.shown.paid is not None
    assert stage.shown.paid.change_minor == 1_000
    assert tenders(stage) == [("external", 1_000, 1_000), ("cash", 1_000, 2_000)]


def test_a_part_above_the_rest_gives_no_change_on_another_device(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("30")
    stage.presenter.choose("external")
    assert stage.shown.said.code == "tender.too_large"
    assert (stage.shown.tender, stage.shown.tendered) == ("cash", cny(3_000))


def test_all_that_is_keyed_in_for_another_device_is_the_whole_rest(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("28")
    stage.presenter.choose("external")
    stage.presenter.finish()
    assert tenders(stage) == [("external", 2_800, 2_800)]


def test_a_voucher_is_a_part_with_its_number_in_capitals(stage: Stage) -> None:
    stage.ring_up("latte")
    take_voucher(stage, "gv 0001", "20")
    assert [(part.kind, part.value, part.reference) for part in stage.shown.parts] == [
        ("voucher", cny(2_000), "GV0001")
    ]
    assert (stage.shown.voucher, stage.shown.to_pay) == (None, cny(800))


def test_a_scan_becomes_the_vouchers_number(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.choose("voucher")
    assert stage.presenter.voucher.scan("GV-0001")
    assert stage.shown.voucher is not None
    assert stage.shown.voucher.number == "GV-0001"


def test_a_payment_code_is_no_voucher_and_is_not_shown(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.presenter.choose("voucher")
    assert not stage.presenter.voucher.scan("134567890123456789")
    assert stage.shown.voucher is not None
    assert (stage.shown.voucher.number, stage.shown.voucher.said.code) == ("", "voucher.payment_code")


@pytest.mark.parametrize(
    ("number", "value", "code"),
    [
        ("", "20", "tender.voucher_number"),
        ("A-1", "20", "tender.voucher_number"),
        ("GV-0001", "", "tender.bad_amount"),
        ("GV-0009", "5", "tender.voucher_twice"),
    ],
)
def test_a_voucher_that_cannot_be_is_refused_in_its_sheet(
    stage: Stage, number: str, value: str, code: str
) -> None:
    stage.ring_up("latte")
    take_voucher(stage, "GV-0009", "5")
    take_voucher(stage, number, value)
    assert stage.shown.voucher is not None
    assert stage.shown.voucher.said.code == code
    assert len(stage.shown.parts) == 1


def test_a_voucher_above_the_total_pays_all_of_it_and_enter_finishes(stage: Stage) -> None:
    stage.ring_up("latte")
    take_voucher(stage, "GV-0001", "50")
    assert (stage.shown.is_covered, stage.shown.due.over_minor) == (True, 2_200)
    stage.presenter.finish()
    assert stage.shown.paid is not None
    assert stage.shown.paid.change_minor == 0
    assert tenders(stage) == [("voucher", 2_800, 5_000)]


def test_a_voucher_for_which_nothing_is_left_is_refused_while_it_is_in_the_hand(stage: Stage) -> None:
    stage.ring_up("latte")
    take_voucher(stage, "GV-0001", "10")
    take_voucher(stage, "GV-0002", "50")
    assert stage.shown.voucher is not None
    # The larger one alone pays everything: the smaller one goes back first.
    assert stage.shown.voucher.said.code == "tender.not_needed"


def test_nothing_more_is_taken_once_everything_is_there(stage: Stage) -> None:
    stage.ring_up("latte")
    take_voucher(stage, "GV-0001", "50")
    for kind in ("cash", "external", "voucher"):
        stage.presenter.choose(kind)
        assert (stage.shown.said.code, stage.shown.voucher) == ("tender.not_needed", None)


def test_a_part_can_be_given_back_before_the_end(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("10")
    stage.presenter.choose("cash")
    take_voucher(stage, "GV-0001", "5")
    stage.presenter.remove(stage.shown.parts[0].number)
    assert [(part.kind, part.value) for part in stage.shown.parts] == [("voucher", cny(500))]
    stage.presenter.undo()
    assert (stage.shown.parts, stage.shown.to_pay) == ((), cny(2_800))


def test_enter_takes_no_part_by_a_slip_of_the_finger(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("5")
    stage.presenter.finish()
    assert (stage.shown.said.code, stage.shown.parts) == ("tender.insufficient", ())
    stage.key_in("0")
    assert stage.shown.tendered == cny(5_000)


def test_parts_stay_with_their_basket_and_go_with_it(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("10")
    stage.presenter.choose("cash")
    stage.presenter.go_back()
    stage.ring_up("cake")
    assert ([part.value for part in stage.shown.parts], stage.shown.to_pay) == ([cny(1_000)], cny(3_800))
    stage.basket.start_new()
    stage.ring_up("latte")
    assert stage.shown.parts == ()


def test_a_part_of_a_paid_basket_does_not_come_back(stage: Stage) -> None:
    stage.ring_up("latte")
    stage.key_in("10")
    stage.presenter.choose("cash")
    stage.presenter.finish()
    assert tenders(stage) == [("cash", 2_800, 2_800)]
    stage.presenter.finish()
    stage.ring_up("latte")
    assert stage.shown.parts == ()


def test_exactly_pays_the_rest_after_a_part(stage: Stage) -> None:
    stage.ring_up("cake")
    take_voucher(stage, "GV-0001", "10")
    stage.presenter.exact()
    assert tenders(stage) == [("voucher", 1_000, 1_000), ("cash", 1_000, 1_000)]


def test_coins_that_are_not_there_are_no_part(stage: Stage) -> None:
    stage.ring_up("latte")
    for key in ("5", ".", "0", "5"):
        stage.presenter.press(key)
    stage.presenter.choose("cash")
    assert (stage.shown.said.code, stage.shown.parts) == ("tender.not_in_coins", ())
    assert stage.shown.said.arguments == (cny(10),)


def test_a_tender_that_the_store_does_not_take_cannot_be_chosen(stage: Stage) -> None:
    stage.ring_up("latte")
    assert stage.shown.offered == ("cash", "external", "voucher")
    stage.presenter.choose("card")
    assert stage.shown.tender == "cash"
