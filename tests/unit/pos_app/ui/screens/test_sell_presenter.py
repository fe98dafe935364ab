"""What scans, taps and keys on the Sell screen do to the basket and to what is shown."""

from dataclasses import replace

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.events import CatalogChanged, OrderArrived, StoreDataChanged
from pos_app.services.read_scan import (
    BadgeScanned,
    NotUnderstood,
    PaymentScanned,
    PickupScanned,
    ReceiptScanned,
)
from pos_app.services.records import Actor, SaleSummary
from pos_app.ui.said import Said
from pos_app.ui.screens.sell.state import Shortage
from retail_core.codes.payment import PaymentCode
from retail_core.money import Money
from tests.ui.screens.returned import NUMBER, RECEIPT, FakeReturns
from tests.unit.pos_app.ui.screens.sell_world import (
    AMERICANO,
    BEANS,
    CAKE,
    CASHIER,
    CHEESE_TEA,
    CROISSANT,
    SellWorld,
)

_CODE = PaymentCode("alipay", "281234567890123456")
_AMERICANO = "6901234500016"
_TEA = "6901234500023"
_CROISSANT = "6901234500030"
_BEANS = "6901234500047"
_CAKE = "6901234500054"
_CUPS = "6901234500061"


def yuan(minor: int) -> Money:
    return Money(minor, "CNY")


@pytest.fixture
def world() -> SellWorld:
    return SellWorld().enter()


def said(world: SellWorld) -> Said | None:
    """Return what is said in place."""
    return None if world.now.note is None else world.now.note.said


def is_loading(world: SellWorld) -> bool:
    """Return whether the goods are on their way."""
    return world.now.products.loading


def scan_all(world: SellWorld, *codes: str) -> None:
    for code in codes:
        world.presenter.on_scan(code)


def test_a_scan_puts_a_line_with_its_price_into_the_basket(world: SellWorld) -> None:
    world.presenter.on_scan(_AMERICANO)
    (line,) = world.now.lines
    assert (line.names.en, line.qty_milli, line.total) == ("Iced americano L", 1000, yuan(2500))
    assert world.now.totals.total == yuan(2500)
    assert world.sounds.heard == ["good"]


def test_the_same_code_again_counts_on_its_line(world: SellWorld) -> None:
    scan_all(world, _CROISSANT, _CROISSANT)
    assert [line.qty_milli for line in world.now.lines] == [2000]
    assert world.now.totals.total == yuan(3200)


def test_a_scan_is_shown_with_its_price_in_one_picture(world: SellWorld) -> None:
    before = len(world.seen.states)
    world.presenter.on_scan(_AMERICANO)
    shown = world.seen.states[before:]
    assert [(len(state.lines), state.totals.total.minor) for state in shown] == [(1, 2500)]


def test_lines_that_did_not_change_stay_the_same_objects(world: SellWorld) -> None:
    world.presenter.on_scan(_AMERICANO)
    first = world.now.lines[0]
    world.presenter.on_scan(_CROISSANT)
    assert world.now.lines[0] is first


def test_what_applied_says_the_rule_the_amount_and_who_pays(world: SellWorld) -> None:
    scan_all(world, _TEA, _TEA)
    (line,) = world.now.lines
    assert [(each.rule_id, each.amount, each.funder) for each in line.offers] == [
        ("HALF", yuan(-1400), "brand")
    ]
    assert (line.list_amount, line.total) == (yuan(5600), yuan(4200))
    assert world.now.totals.saving == yuan(1400)


def test_the_next_offer_is_hinted_at(world: SellWorld) -> None:
    world.presenter.on_scan(_TEA)
    assert [(hint.rule_id, dict(hint.args)["units"]) for hint in world.now.hints] == [("HALF", 1)]


def test_the_product_that_was_sold_last_is_the_chosen_line(world: SellWorld) -> None:
    scan_all(world, _AMERICANO, _CROISSANT, _AMERICANO)
    assert world.now.current_id == world.now.lines[0].line_id


def test_pieces_and_weighed_lines_are_counted(world: SellWorld) -> None:
    scan_all(world, _AMERICANO, _AMERICANO, _BEANS)
    for key in ("0", ".", "2", "5"):
        world.presenter.quantity.press(key)
    world.presenter.quantity.submit()
    assert world.now.totals.pieces == 3
    assert world.now.totals.list_total == yuan(2 * 2500 + 4200)


def test_a_weighed_product_asks_for_its_weight(world: SellWorld) -> None:
    world.presenter.on_scan(_BEANS)
    assert (world.now.sheet, world.now.quantity.product, world.now.lines) == ("quantity", BEANS, ())


def test_a_weight_of_nothing_is_refused_in_the_sheet(world: SellWorld) -> None:
    world.presenter.on_scan(_BEANS)
    world.presenter.quantity.submit()
    assert world.now.quantity.error == Said("basket.bad_quantity")
    assert world.now.sheet == "quantity"


def test_goods_scanned_while_a_weight_is_asked_for_are_not_taken(world: SellWorld) -> None:
    scan_all(world, _BEANS, _AMERICANO)
    assert world.now.lines == ()
    assert world.now.quantity.error == Said("scan.answer_first")
    assert world.sounds.heard[-1] == "attention"


def test_a_code_of_several_products_lets_one_be_picked(world: SellWorld) -> None:
    world.presenter.on_scan(_CUPS)
    assert [each.key for each in world.now.picker.choices] == ["P06", "P07"]
    world.presenter.goods.pick("P07")
    assert [line.names.en for line in world.now.lines] == ["Tumbler 480 ml blue"]
    assert world.now.sheet == ""


def test_an_unknown_code_is_shown_and_offered_as_an_open_item(world: SellWorld) -> None:
    world.presenter.on_scan("6900000000014")
    note = world.now.note
    assert note is not None
    assert (note.said, note.action) == (Said("scan.unknown", ("6900000000014",)), "open_item")
    assert world.sounds.heard == ["unknown"]
    world.presenter.act_on_note()
    assert (world.now.sheet, world.now.open_item.code) == ("open_item", "6900000000014")


def test_the_next_good_scan_takes_the_message_away(world: SellWorld) -> None:
    scan_all(world, "6900000000014", _AMERICANO)
    assert world.now.note is None


def test_what_cannot_be_read_says_why(world: SellWorld) -> None:
    world.scans.meanings["bad"] = NotUnderstood("gs1.check_digit")
    world.presenter.on_scan("bad")
    assert said(world) == Said("gs1.check_digit")


def test_an_open_item_keeps_its_code_and_its_price(world: SellWorld) -> None:
    world.presenter.on_scan("6900000000014")
    world.presenter.open_item.open_sheet()
    world.presenter.open_item.set_name("花束")
    for key in ("4", "5"):
        world.presenter.open_item.press(key)
    world.presenter.open_item.set_tax(900)
    world.presenter.open_item.submit()
    (line,) = world.basket.basket.lines
    assert (line.code, line.unit_price_minor, line.tax_rate_bp) == ("6900000000014", 4500, 900)
    assert (world.now.sheet, world.now.totals.total) == ("", yuan(4500))


def test_an_open_item_above_the_limit_is_refused_with_the_limit_as_money(world: SellWorld) -> None:
    world.presenter.open_item.open_sheet()
    world.presenter.open_item.set_name("花束")
    for key in "300":
        world.presenter.open_item.press(key)
    world.presenter.open_item.submit()
    assert world.now.open_item.error == Said("right.over_limit", ("sell.open_price", yuan(20000)))
    assert world.now.sheet == "open_item"


def test_an_open_item_without_the_right_is_refused(world: SellWorld) -> None:
    world.session.actor = Actor("W2", "陈晨", "cashier", {"sell": None})
    world.presenter.open_item.open_sheet()
    world.presenter.open_item.set_name("花束")
    world.presenter.open_item.press("5")
    world.presenter.open_item.submit()
    assert world.now.open_item.error.code == "right.missing"


def test_steps_change_a_line_and_the_last_one_takes_it_out(world: SellWorld) -> None:
    world.presenter.on_scan(_CROISSANT)
    line_id = world.now.lines[0].line_id
    world.presenter.step(line_id, 1)
    assert world.now.lines[0].qty_milli == 2000
    world.presenter.step(line_id, -1)
    world.presenter.step(line_id, -1)
    assert world.now.lines == ()


def test_del_takes_the_chosen_line_and_the_neighbour_is_chosen(world: SellWorld) -> None:
    scan_all(world, _AMERICANO, _TEA, _CROISSANT)
    world.presenter.choose_line(world.now.lines[1].line_id)
    world.presenter.remove_line()
    assert [line.names.en for line in world.now.lines] == ["Iced americano L", "Croissant"]
    assert world.now.current_id == world.now.lines[1].line_id


def test_undo_brings_a_line_back(world: SellWorld) -> None:
    scan_all(world, _AMERICANO, _CROISSANT)
    world.presenter.remove_line()
    world.presenter.history.undo()
    assert [line.names.en for line in world.now.lines] == ["Iced americano L", "Croissant"]


def test_the_quantity_key_sets_the_chosen_line(world: SellWorld) -> None:
    world.presenter.on_scan(_CROISSANT)
    world.presenter.quantity.open_for_line()
    for key in ("1", "2"):
        world.presenter.quantity.press(key)
    world.presenter.quantity.submit()
    assert world.now.lines[0].qty_milli == 12000
    assert world.now.totals.total == yuan(19200)


def test_the_quantity_of_a_price_label_is_fixed(world: SellWorld) -> None:
    world.basket.add_product(BEANS, qty_milli=250, code="x", label_minor=4200)
    world.presenter.quantity.open_for_line()
    assert world.now.sheet == ""
    assert world.now.note is not None
    assert world.now.note.said.code == "basket.label_fixed"


def test_a_payment_code_with_an_empty_basket_asks_for_the_goods(world: SellWorld) -> None:
    world.scans.meanings["pay"] = PaymentScanned(_CODE)
    world.presenter.on_scan("pay")
    assert world.now.note is not None
    assert (world.now.note.said.code, world.gone_to, world.codes) == ("scan.payment_too_early", [], [])


def test_a_payment_code_with_a_basket_is_taken_along_to_pay(world: SellWorld) -> None:
    world.scans.meanings["pay"] = PaymentScanned(_CODE)
    scan_all(world, _AMERICANO, "pay")
    assert (world.gone_to, world.codes) == (["pay"], [_CODE])


def test_a_payment_code_without_a_provider_is_no_way_to_pay() -> None:
    world = SellWorld(has_provider=False).enter()
    world.scans.meanings["pay"] = PaymentScanned(_CODE)
    scan_all(world, _AMERICANO, "pay")
    assert world.now.note is not None
    assert (world.now.note.said.code, world.gone_to) == ("payment.none", [])


def test_an_empty_basket_cannot_be_paid(world: SellWorld) -> None:
    world.presenter.pay()
    assert world.gone_to == []


def test_what_stops_selling_is_said_before_money_is_taken(world: SellWorld) -> None:
    scan_all(world, _AMERICANO)
    world.stopped_by = "disk.full"
    world.presenter.pay()
    assert world.now.note is not None
    assert (world.now.note.kind, world.now.note.said.code, world.gone_to) == ("bad", "disk.full", [])
    world.stopped_by = ""
    world.presenter.pay()
    assert world.gone_to == ["pay"]


def test_a_pickup_code_goes_along_to_the_board(world: SellWorld) -> None:
    world.scans.meanings["pickup"] = PickupScanned("pickup")
    world.presenter.on_scan("pickup")
    assert (world.pickup_codes, world.gone_to) == (["pickup"], ["pickup"])


def test_a_badge_is_handed_on(world: SellWorld) -> None:
    world.scans.meanings["badge"] = BadgeScanned("badge")
    world.presenter.on_scan("badge")
    assert world.badges == ["badge"]


def test_goods_of_a_scanned_receipt_can_be_taken_back(world: SellWorld) -> None:
    world.scans.meanings["r"] = ReceiptScanned("S01-T02-7")
    world.presenter.on_scan("r")
    world.presenter.act_on_note()
    assert (world.taken_back, world.gone_to) == (["S01-T02-7"], ["returns"])


def test_the_key_for_returns_takes_the_receipt_that_is_spoken_of(world: SellWorld) -> None:
    world.presenter.show_place("returns")
    world.scans.meanings["r"] = ReceiptScanned("S01-T02-7")
    world.presenter.on_scan("r")
    world.presenter.show_place("returns")
    assert (world.taken_back, world.gone_to) == (["", "S01-T02-7"], ["returns", "returns"])


RETURNER = replace(CASHIER, rights={**CASHIER.rights, "sale.return": None})


def _put_back(world: SellWorld, quantities: dict[str, int]) -> None:
    desk = FakeReturns(world.basket)
    goods = desk.plan(RECEIPT, quantities, reason="other", restock=True)
    fresh = replace(RECEIPT, days=1, too_old=False)
    desk.put(RETURNER, replace(goods, found=fresh, act=replace(goods.act, value=0)))


def test_returned_goods_stand_above_the_basket_and_lead_to_their_receipt(world: SellWorld) -> None:
    _put_back(world, {"burger": 1_000, "cola": 1_000})
    assert [(line.key, line.total.minor, line.held) for line in world.now.returned] == [
        (NUMBER, -2_121, False),
        (NUMBER, -679, False),
        (NUMBER, 379, True),
    ]
    assert world.now.totals.due.minor == -2_421
    assert world.now.can_pay
    world.presenter.open_line(world.now.returned[1].line_id)
    assert world.taken_back == [NUMBER]


def test_one_returned_line_alone_is_taken_out_and_another_one_changed(world: SellWorld) -> None:
    world.session.actor = RETURNER
    _put_back(world, {"burger": 1_000, "cola": 1_000})
    world.presenter.choose_line(world.now.returned[0].line_id)
    world.presenter.remove_line()
    assert world.now.note is not None
    assert world.now.note.said.code == "return.line_out"
    [cola] = world.now.returned
    # Two colas of 13.58: one is 6.79.
    assert (cola.name, cola.total.minor, world.now.totals.due.minor) == ("可乐 330 ml", -679, -679)
    world.presenter.step(cola.line_id, 1)
    assert world.now.totals.due.minor == -1_358
    world.presenter.step(cola.line_id, 1)
    assert world.now.note is not None
    assert world.now.note.said.code == "return.more_than_left"
    assert world.now.totals.due.minor == -1_358
    world.presenter.history.undo()
    world.presenter.history.undo()
    assert world.now.totals.due.minor == -2_421
    removed = world.basket.basket.removed
    assert not removed


def test_what_an_offer_holds_back_is_no_line_of_its_own(world: SellWorld) -> None:
    _put_back(world, {"burger": 1_000})
    world.presenter.choose_line(world.now.returned[1].line_id)
    world.presenter.remove_line()
    assert world.now.note is not None
    assert world.now.note.said.code == "return.held_line"
    assert len(world.now.returned) == 2


def test_the_total_of_an_exchange_is_what_is_sold_less_what_comes_back(world: SellWorld) -> None:
    desk = FakeReturns(world.basket)
    desk.put(CASHIER, desk.plan(RECEIPT, {"cola": 2_000}, reason="other", restock=True))
    world.presenter.on_scan(CAKE.barcodes[0])
    # 32.00 for the cake, 13.58 - 3.79 for what comes back.
    assert world.now.totals.due.minor == 3_200 - 979
    assert world.now.totals.saving.minor == 0


def test_the_last_receipt_is_printed_again(world: SellWorld) -> None:
    world.reprint.sales = [SaleSummary("s", "S01-T02-9", 0, 100, "CNY", 1000, "王晓")]
    world.presenter.more.reprint_last()
    assert world.reprint.printed == ["S01-T02-9"]
    assert said(world) == Said("receipt.copied", ("S01-T02-9",))


def test_without_a_receipt_nothing_is_printed(world: SellWorld) -> None:
    world.presenter.more.reprint_last()
    assert said(world) == Said("receipt.none_yet")


def test_a_basket_is_given_up_only_after_a_second_yes(world: SellWorld) -> None:
    world.presenter.on_scan(_AMERICANO)
    basket_id = world.basket.basket.basket_id
    world.presenter.more.open_sheet()
    world.presenter.more.ask_to_abandon(confirming=True)
    assert (world.abandon.given_up, world.now.more.confirming) == ([], True)
    world.presenter.more.abandon()
    assert world.abandon.given_up == [(basket_id, 2500)]
    assert (world.now.lines, world.now.sheet) == ((), "")


def test_a_double_yes_gives_a_basket_up_once(world: SellWorld) -> None:
    world.presenter.on_scan(_AMERICANO)
    basket_id = world.basket.basket.basket_id
    world.storage.open = False
    world.presenter.more.abandon()
    world.presenter.more.abandon()
    world.storage.let_go()
    assert world.abandon.given_up == [(basket_id, 2500)]


def test_a_basket_that_cannot_be_written_off_stays(world: SellWorld) -> None:
    world.abandon.error = RuleError("shift.none_open")
    world.presenter.on_scan(_AMERICANO)
    world.presenter.more.open_sheet()
    world.presenter.more.abandon()
    assert (world.now.more.error, len(world.now.lines)) == (Said("shift.none_open"), 1)


def test_search_shows_results_and_enter_takes_the_first(world: SellWorld) -> None:
    world.presenter.products.search("croi")
    assert [found.product for found in world.now.products.results] == [CROISSANT]
    world.presenter.submit_search("croi")
    assert [line.names.en for line in world.now.lines] == ["Croissant"]
    assert world.now.products.query == ""


def test_typed_digits_count_as_a_scan(world: SellWorld) -> None:
    world.presenter.submit_search(_CROISSANT)
    assert [line.names.en for line in world.now.lines] == ["Croissant"]


def test_digits_that_only_begin_like_a_code_sell_nothing(world: SellWorld) -> None:
    world.presenter.submit_search("69012345")
    assert world.now.lines == ()


def test_a_category_shows_its_goods(world: SellWorld) -> None:
    world.presenter.products.choose_category("cups")
    assert [found.product.product_id for found in world.now.products.tiles] == ["P06", "P07"]


def test_a_touched_tile_is_sold(world: SellWorld) -> None:
    world.presenter.goods.tap_tile(CHEESE_TEA)
    assert [line.names.en for line in world.now.lines] == ["Sea-salt cheese tea M"]


def test_taking_a_piece_that_is_kept_for_an_order_warns(world: SellWorld) -> None:
    world.stock(CAKE, 3, kept=2)
    world.presenter.on_scan(_CAKE)
    assert said(world) is None
    world.presenter.on_scan(_CAKE)
    assert said(world) == Said("stock.kept", (2, 3))
    assert world.now.lines[0].shortage == Shortage(3000, 2000)


def test_putting_the_piece_back_takes_the_warning_away(world: SellWorld) -> None:
    world.stock(CAKE, 3, kept=2)
    scan_all(world, _CAKE, _CAKE)
    world.presenter.step(world.now.lines[0].line_id, -1)
    assert (world.now.lines[0].shortage, world.now.note) == (None, None)


def test_before_the_first_catalog_the_goods_are_on_their_way() -> None:
    world = SellWorld()
    world.catalog.version = ""
    world.enter()
    assert is_loading(world)
    world.catalog.version = "c1.0"
    world.events.publish(CatalogChanged("c1.0"))
    assert not is_loading(world)
    assert world.now.products.tiles[0].product == AMERICANO


def test_new_stock_reaches_the_tiles(world: SellWorld) -> None:
    world.stock(AMERICANO, 2)
    world.events.publish(StoreDataChanged(frozenset({"stock"})))
    stock = world.now.products.tiles[0].stock
    assert stock is not None
    assert stock.on_hand_milli == 2000


def test_an_order_that_arrives_is_counted(world: SellWorld) -> None:
    world.waiting_orders = 3
    world.events.publish(OrderArrived("o1", "A 317"))
    assert world.now.waiting_orders == 3


def test_the_end_of_a_sale_empties_the_screen(world: SellWorld) -> None:
    world.presenter.on_scan(_AMERICANO)
    world.basket.start_new()
    assert (world.now.lines, world.now.current_id, world.now.totals.total) == ((), None, yuan(0))
