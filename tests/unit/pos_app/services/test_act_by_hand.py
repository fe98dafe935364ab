"""Prices and discounts by hand: right, limit, approval of exactly this act, and what the sale's fact says."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest

from pos_app.services.act_by_hand import ActByHand, cents_of
from pos_app.services.act_model import Act, Approval, NeedsApproval
from pos_app.services.approve_act import ApproveAct
from pos_app.services.basket import CurrentBasket
from pos_app.services.basket_model import HandDiscount
from pos_app.services.complete_sale import Paid, TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.hand_steps import with_gift_receipt, with_note
from pos_app.services.records import Actor
from retail_core.wire.facts import CashierAct, SaleCompleted
from tests.till_shop import LI, Till, person_of, staff_doc, store_page

WU_RIGHTS: dict[str, int | None] = {
    "sell": None,
    "price.override": 1_000,
    "discount.line": 1_000,
    "discount.basket": 500,
    "discount.drop": 99,
}
WU = Actor("wu", "吴昊", "cashier", WU_RIGHTS)


class _Counter:
    """A till with a basket of one latte (28.00) and one cake (19.95), with Wu at it."""

    def __init__(self, till: Till) -> None:
        self.till = till
        till.open_shift()
        till.data.feed_sink.apply_store_page(
            store_page(("staff", "wu", staff_doc("wu", "吴昊", "5678", role="cashier", rights=WU_RIGHTS))),
            now_ms=till.clock.now_ms(),
        )
        self.basket: CurrentBasket = till.basket()
        self.act = ActByHand(
            basket=self.basket, prices=till.prices, clock=till.clock, find_person=person_of(till)
        )
        self.approve = ApproveAct(store=till.store, clock=till.clock, pin_pepper=till.data.keys.pin_pepper)
        self.latte = self.basket.add_product(till.product("latte")).line_id
        self.cake = self.basket.add_product(till.product("cake")).line_id

    @property
    def total_minor(self) -> int:
        return self.till.prices(self.basket.basket).total.minor

    def give(self, discount: HandDiscount, *, actor: Actor = WU) -> None:
        """Do an act as the cashier does: alone, or else allowed by the manager."""
        try:
            self.act(actor, discount)
        except NeedsApproval as needed:
            approval = self.approve.with_pin(actor, needed.act, staff_id="li", pin="1234")
            self.act(actor, replace(discount, approval=approval))

    def open_verbs(self, actor: Actor = WU) -> list[str]:
        """Return the rights of what somebody still has to allow."""
        return [found.act.verb for found in self.act.unapproved(actor)]

    def pay(self, actor: Actor = WU) -> Paid:
        basket = self.basket.basket
        return self.till.complete_sale(
            actor,
            basket,
            priced=self.till.prices(basket),
            tenders=[TenderInput("external", self.total_minor)],
        )

    def acts(self, paid: Paid) -> Sequence[CashierAct]:
        return self.body(paid).acts

    def body(self, paid: Paid) -> SaleCompleted:
        with self.till.store.read() as work:
            found = work.sales.by_number(paid.receipt_number)
        assert found is not None
        return found[0]


@pytest.fixture
def counter(till: Till) -> _Counter:
    return _Counter(till)


def percent(line_id: str | None, basis_points: int, reason: str = "damaged") -> HandDiscount:
    return HandDiscount(line_id, "percent", basis_points, reason)


def test_within_the_own_limit_nobody_is_asked(counter: _Counter) -> None:
    counter.act(WU, percent(counter.latte, 1_000))
    counter.act(WU, HandDiscount(None, "drop", 15, "small_change"))
    # 28.00 - 2.80 + 19.95 - 0.15
    assert (counter.total_minor, counter.open_verbs()) == (4_500, [])


@pytest.mark.parametrize(
    ("discount", "amount", "given_minor"),
    [
        (percent("latte", 1_001), 1_001, 280),
        (HandDiscount("latte", "amount", 281, "damaged"), 1_004, 281),
        (HandDiscount("latte", "price", 2_519, "price_match"), 1_004, 281),
        (percent(None, 501), 501, 240),
        (HandDiscount(None, "amount", 240, "regular"), 501, 240),
        (HandDiscount(None, "drop", 100, "small_change"), 100, 100),
    ],
)
def test_above_it_the_act_says_what_has_to_be_allowed(
    counter: _Counter, discount: HandDiscount, amount: int, given_minor: int
) -> None:
    line_id = counter.latte if discount.line_id else None
    with pytest.raises(NeedsApproval, match=r"right.over_limit") as needed:
        counter.act(WU, replace(discount, line_id=line_id))
    act = needed.value.act
    subject = line_id or counter.basket.basket.basket_id
    assert (act.subject, act.value, act.amount, act.given_minor) == (
        subject,
        discount.value,
        amount,
        given_minor,
    )
    assert counter.total_minor == 4_795


def test_who_has_no_right_at_all_needs_somebody_for_the_least(counter: _Counter) -> None:
    with pytest.raises(NeedsApproval, match=r"right.missing"):
        counter.act(replace(WU, rights={"sell": None}), HandDiscount(None, "drop", 5, "small_change"))


@pytest.mark.parametrize(
    ("discount", "code"),
    [
        (HandDiscount("latte", "price", 2_801, "other"), "by_hand.above_list"),
        (HandDiscount("latte", "percent", 10_001, "other"), "by_hand.bad_value"),
        (HandDiscount("latte", "amount", 0, "other"), "by_hand.bad_value"),
        (HandDiscount("latte", "price", 2_800, "other"), "by_hand.nothing_off"),
        (HandDiscount("nowhere", "percent", 100, "other"), "basket.no_line"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    counter: _Counter, discount: HandDiscount, code: str
) -> None:
    line_id = counter.latte if discount.line_id == "latte" else discount.line_id
    with pytest.raises(RuleError, match=code):
        counter.act(LI, replace(discount, line_id=line_id))
    assert counter.basket.basket.discounts == ()


def test_a_line_has_one_act_and_the_basket_one_of_each_kind(counter: _Counter) -> None:
    counter.act(LI, percent(counter.latte, 1_000))
    counter.act(LI, HandDiscount(counter.latte, "price", 2_500, "price_match"))
    counter.act(LI, percent(None, 500))
    counter.act(LI, HandDiscount(None, "amount", 200, "regular"))
    counter.act(LI, HandDiscount(None, "drop", 20, "small_change"))
    kinds = [(each.line_id, each.kind) for each in counter.basket.basket.discounts]
    assert kinds == [(counter.latte, "price"), (None, "amount"), (None, "drop")]
    # 25.00 + 19.95 - 2.00 - 0.20
    assert counter.total_minor == 4_275


def test_taking_an_act_off_again_brings_the_old_price_back(counter: _Counter) -> None:
    counter.act(WU, percent(counter.latte, 1_000))
    counter.act.take_back(counter.latte, kind="percent")
    assert counter.total_minor == 4_795


def test_an_allowed_act_is_paid_with_both_names(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 2_000))
    paid = counter.pay()
    assert counter.acts(paid) == (
        CashierAct(
            kind="discount.line",
            line_id=counter.latte,
            value=2_000,
            amount_minor=-560,
            reason="damaged",
            approved_by="li",
            how="percent",
        ),
    )
    discounts = [each for line in counter.body(paid).lines for each in line.discounts]
    assert [(each.rule_id, each.name, each.amount_minor) for each in discounts] == [
        ("cashier_line", "单品折扣", -560)
    ]


def test_an_own_act_is_paid_without_a_second_name(counter: _Counter) -> None:
    counter.act(WU, HandDiscount(counter.latte, "price", 2_520, "price_match"))
    acts = counter.acts(counter.pay())
    assert [(act.kind, act.value, act.amount_minor, act.approved_by) for act in acts] == [
        ("price.override", 2_520, -280, None)
    ]


def test_more_goods_on_an_allowed_line_ask_again(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 2_000))
    counter.basket.set_quantity(counter.latte, 2_000)
    assert counter.open_verbs() == ["discount.line"]
    with pytest.raises(NeedsApproval) as needed:
        counter.pay()
    assert needed.value.act.given_minor == 1_120
    counter.act.allow(counter.approve.with_pin(WU, needed.value.act, staff_id="li", pin="1234"))
    assert counter.acts(counter.pay())[0].amount_minor == -1_120


def test_fewer_goods_do_not(counter: _Counter) -> None:
    counter.basket.set_quantity(counter.latte, 2_000)
    counter.give(percent(counter.latte, 2_000))
    counter.basket.set_quantity(counter.latte, 1_000)
    assert counter.open_verbs() == []


def test_an_approval_cannot_be_used_for_another_value_or_another_line(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 1_100))
    kept = counter.basket.basket.discounts[0].approval
    assert isinstance(kept, Approval)
    for stolen in (percent(counter.latte, 1_200), percent(counter.cake, 1_100), percent(None, 1_100)):
        with pytest.raises(NeedsApproval):
            counter.act(WU, replace(stolen, approval=kept))


def test_removed_and_scanned_again_it_is_another_line(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 1_100))
    kept = counter.basket.basket.discounts[0].approval
    counter.basket.remove_line(counter.latte)
    again = counter.basket.add_product(counter.till.product("latte")).line_id
    assert counter.basket.basket.discounts == ()
    with pytest.raises(NeedsApproval):
        counter.act(WU, replace(percent(again, 1_100), approval=kept))


def test_an_amount_that_becomes_a_larger_share_asks_again(counter: _Counter) -> None:
    counter.basket.set_quantity(counter.latte, 2_000)
    counter.act(WU, HandDiscount(counter.latte, "amount", 560, "complaint"))
    assert counter.open_verbs() == []
    counter.basket.set_quantity(counter.latte, 1_000)
    assert counter.open_verbs() == ["discount.line"]


def test_a_larger_basket_asks_again_for_its_discount(counter: _Counter) -> None:
    counter.give(percent(None, 800))
    counter.basket.add_product(counter.till.product("latte"))
    assert counter.open_verbs() == ["discount.basket"]


def test_undo_and_redo_keep_it_honest(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 2_000))
    counter.basket.set_quantity(counter.latte, 3_000)
    counter.basket.undo()
    assert counter.open_verbs() == []
    counter.basket.redo()
    assert counter.open_verbs() == ["discount.line"]
    counter.basket.undo()
    counter.basket.undo()
    assert (counter.total_minor, counter.basket.basket.discounts) == (4_795, ())
    counter.basket.redo()
    assert (counter.total_minor, counter.open_verbs()) == (4_235, [])


def test_the_approval_of_who_takes_payment_is_none(counter: _Counter) -> None:
    own = counter.approve.with_pin(WU, _needed(counter), staff_id="li", pin="1234")
    with pytest.raises(NeedsApproval):
        counter.act(WU, replace(percent(counter.latte, 2_000), approval=replace(own, staff_id="wu")))


def test_an_act_of_the_manager_is_allowed_by_the_manager_when_the_cashier_takes_payment(
    counter: _Counter,
) -> None:
    counter.act(LI, percent(counter.latte, 3_000))
    assert counter.open_verbs() == []
    assert counter.acts(counter.pay())[0].approved_by == "li"


def test_who_allowed_it_and_left_since_allows_nothing_any_more(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 2_000))
    counter.till.data.feed_sink.apply_store_page(
        store_page(("staff", "li", staff_doc("li", "李娜", "1234", active=False)), next_cursor="s2"),
        now_ms=counter.till.clock.now_ms(),
    )
    assert counter.open_verbs() == ["discount.line"]
    with pytest.raises(NeedsApproval, match=r"right.missing"):
        counter.pay()


def test_a_price_from_before_the_discount_is_not_taken(counter: _Counter) -> None:
    before = counter.till.prices(counter.basket.basket)
    counter.act(WU, percent(counter.latte, 1_000))
    with pytest.raises(RuleError, match=r"sale.price_is_old"):
        counter.till.complete_sale(
            WU, counter.basket.basket, priced=before, tenders=[TenderInput("external", 4_795)]
        )


def test_the_next_piece_is_not_discounted_and_takes_no_note(counter: _Counter) -> None:
    counter.act(WU, percent(counter.latte, 1_000))
    counter.basket.change(partial(with_note, line_id=counter.cake, note="  少糖 \n 打包  "))
    for product_id in ("latte", "cake"):
        counter.basket.add_product(counter.till.product(product_id))
    lines = counter.basket.basket.lines
    assert [(line.product_id, line.qty_milli, line.note) for line in lines] == [
        ("latte", 1_000, ""),
        ("cake", 1_000, "少糖 打包"),
        ("latte", 1_000, ""),
        ("cake", 1_000, ""),
    ]


def test_a_basket_with_acts_comes_back_as_it_was(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 2_000))
    counter.basket.change(partial(with_gift_receipt, wanted=True))
    with counter.till.store.read() as work:
        assert work.baskets.load() == counter.basket.basket


@pytest.mark.parametrize(
    ("total_minor", "unit_minor", "drops"),
    [
        (2_347, 100, (7, 47)),
        (2_340, 100, (40,)),
        (2_300, 100, ()),
        (2_307, 100, (7,)),
        (47, 100, (7,)),
        (5, 100, ()),
        (1_236, 1, (6, 36)),
    ],
)
def test_what_can_be_dropped_of_a_total(total_minor: int, unit_minor: int, drops: tuple[int, ...]) -> None:
    assert cents_of(total_minor, unit_minor=unit_minor) == drops


def test_the_z_counts_what_was_decided_by_hand(counter: _Counter) -> None:
    counter.give(percent(counter.latte, 2_000))
    counter.act(WU, HandDiscount(counter.cake, "price", 1_800, "price_match"))
    counter.act(WU, HandDiscount(None, "drop", 40, "small_change"))
    # 28.00 - 5.60 + 18.00 - 0.40
    assert counter.pay().total_minor == 4_000
    z = counter.till.close_shift(LI, {"cash": 20_000, "external": 4_000}).z
    assert (z.price_overrides, z.hand_discounts, z.hand_discounts_minor) == (1, 2, 755)
    assert (z.drops, z.drops_minor, z.approvals) == (1, 40, 1)


def _needed(counter: _Counter) -> Act:
    with pytest.raises(NeedsApproval) as needed:
        counter.act(WU, percent(counter.latte, 2_000))
    return needed.value.act
