"""Sales that wait: parked, recalled at the prices of now, merged, split, given up, expired; all are facts."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pos_app.services.act_by_hand import ActByHand
from pos_app.services.act_model import Approval, NeedsApproval
from pos_app.services.basket import CurrentBasket, SaveBasket
from pos_app.services.basket_model import AttachedCoupon, AttachedMember, Basket, HandDiscount
from pos_app.services.basket_steps import MOST_LINES
from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.events import ParkedChanged
from pos_app.services.hand_steps import with_note
from pos_app.services.park_sale import HOURS_SETTING, ParkSale
from pos_app.services.parked import MOST_PARKED, ParkedSale
from pos_app.services.parked_steps import merged, split
from pos_app.services.recall_sale import RecallSale, act_of_recall
from pos_app.services.records import Actor
from retail_core.wire import facts
from retail_core.wire.base import Message
from retail_core.wire.feed import Change, FeedPage
from tests.fakes import NOON_MS, FakeIds
from tests.till_shop import LI, Till, change, open_shop, person_of, product_doc

WU = Actor("wu", "吴昊", "cashier", {"sell": None, "discount.line": 1_000})
NEXT_CUT_OFF_MS = NOON_MS + 16 * 3_600_000
"""04:00 of the next day in Shanghai."""


class _Counter:
    """A till with what parks and recalls, and one latte (28.00) and one cake (19.95) in its basket."""

    def __init__(self, till: Till) -> None:
        self.till = till
        self.current: CurrentBasket = till.basket()
        self.park = ParkSale(
            store=till.store, clock=till.clock, ids=till.ids, events=till.events, prices=till.prices
        )
        self.recall = RecallSale(
            store=till.store,
            clock=till.clock,
            events=till.events,
            catalog=till.data.catalog,
            prices=till.prices,
        )

    def fill(self, *product_ids: str) -> Basket:
        for product_id in product_ids:
            self.current.add_product(self.till.product(product_id))
        return self.current.basket

    def parked(self, actor: Actor = WU, *, name: str = "") -> ParkedSale:
        """Park what is on the counter and begin anew."""
        basket = self.current.basket
        total_minor = self.till.prices(basket).total.minor
        sale = self.park(actor, basket, name=name, total_minor=total_minor)
        self.current.start_new()
        return sale

    def reprice(self, product_id: str, price_minor: int, **others: object) -> None:
        """Let head office change a price."""
        self.hear(change("product", product_id, doc=product_doc(product_id, price_minor, **others)))

    def hear(self, news: Change) -> None:
        """Apply a page of the feed."""
        file = self.till.data.catalog_files.current()
        assert file is not None
        file.apply_page(
            FeedPage(
                feed="catalog",
                changes=(news,),
                next=f"c{news.key}",
                more=False,
                reset=False,
                applied_through=0,
                server_ms=NOON_MS,
            )
        )

    def facts(self) -> list[tuple[str, str, Message]]:
        """Return type, actor and body of everything after the shift was opened."""
        with self.till.store.read() as work:
            entries = work.journal.after(2, 100)
        return [
            (
                entry.type,
                entry.actor,
                facts.BODIES[entry.type, 1].model_validate_json(json.dumps(dict(entry.body))),
            )
            for entry in entries
        ]


@pytest.fixture
def counter(till: Till) -> _Counter:
    till.open_shift()
    counter = _Counter(till)
    counter.fill("latte", "cake")
    return counter


def test_a_parked_sale_waits_with_all_that_was_in_it(counter: _Counter) -> None:
    counter.current.change(partial(with_note, line_id=counter.current.basket.lines[0].line_id, note="少糖"))
    basket = counter.current.basket
    told: list[ParkedChanged] = []
    counter.till.events.subscribe(ParkedChanged, told.append)
    counter.parked(name="  红衣  女士 ")
    (waiting,) = counter.recall.sales().waiting
    assert waiting == ParkedSale(basket, "红衣 女士", "wu", "吴昊", NOON_MS, NEXT_CUT_OFF_MS, 4_795)
    assert (counter.park.count(), told) == (1, [ParkedChanged(1)])
    with counter.till.store.read() as work:
        assert work.baskets.load() is None


def test_it_comes_back_as_it_was(counter: _Counter) -> None:
    basket = counter.current.basket
    counter.parked()
    found = counter.recall(WU, basket.basket_id, into=counter.current.basket)
    assert (found.basket, found.changes, found.before_minor, found.after_minor) == (basket, (), 4_795, 4_795)
    assert counter.park.count() == 0
    assert SaveBasket(counter.till.store).load() == basket


def test_parking_and_recalling_are_facts_without_the_name(counter: _Counter) -> None:
    basket_id = counter.current.basket.basket_id
    counter.parked(name="李女士")
    counter.recall(WU, basket_id, into=counter.current.basket)
    (_, by, parked), (_, again, recalled) = counter.facts()
    assert (by, again) == ("wu", "wu")
    assert isinstance(parked, facts.BasketParked)
    assert isinstance(recalled, facts.BasketRecalled)
    assert [line.list_minor for line in parked.lines] == [2_800, 1_995]
    assert (parked.total_minor, parked.expires_ms, parked.split_from) == (4_795, NEXT_CUT_OFF_MS, None)
    assert (recalled.parked_by, recalled.into, recalled.total_minor, recalled.acts) == ("wu", None, 4_795, ())
    with counter.till.store.read() as work:
        assert "李女士" not in "".join(str(entry.body) for entry in work.journal.after(0, 100))


def test_a_price_that_changed_meanwhile_counts_and_is_named(counter: _Counter) -> None:
    basket_id = counter.current.basket.basket_id
    counter.parked()
    counter.reprice("latte", 3_000)
    found = counter.recall(WU, basket_id, into=counter.current.basket)
    assert [(each.what, each.before_minor, each.after_minor) for each in found.changes] == [
        ("price", 2_800, 3_000)
    ]
    assert (found.before_minor, found.after_minor) == (4_795, 4_995)
    assert [line.unit_price_minor for line in found.basket.lines] == [3_000, 1_995]


def test_goods_that_the_catalog_no_longer_has_keep_their_price_and_are_named(counter: _Counter) -> None:
    basket_id = counter.current.basket.basket_id
    counter.parked()
    counter.hear(Change(kind="product", key="latte", doc=None))
    found = counter.recall(WU, basket_id, into=counter.current.basket)
    assert [(each.what, each.names.en) for each in found.changes] == [("gone", "商品 latte")]
    assert found.after_minor == 4_795


def test_a_price_by_hand_above_the_new_list_price_is_left_out(counter: _Counter) -> None:
    latte, cake = counter.current.basket.lines
    act = ActByHand(
        basket=counter.current,
        prices=counter.till.prices,
        clock=counter.till.clock,
        find_person=person_of(counter.till),
    )
    act(LI, HandDiscount(latte.line_id, "price", 2_500, "price_match"))
    act(LI, HandDiscount(cake.line_id, "percent", 1_000, "damaged"))
    basket_id = counter.current.basket.basket_id
    counter.parked()
    counter.reprice("latte", 2_400)
    found = counter.recall(LI, basket_id, into=counter.current.basket)
    assert [(each.what, each.before_minor, each.after_minor) for each in found.changes] == [
        ("price", 2_800, 2_400),
        ("act_left_out", 2_500, 2_400),
    ]
    assert [each.kind for each in found.basket.discounts] == ["percent"]
    # 24.00 + 19.95 - 2.00 (1.995)
    assert found.after_minor == 4_195


def test_who_did_not_park_it_needs_the_right_or_somebody_who_has_it(counter: _Counter) -> None:
    zhao = replace(WU, staff_id="zhao")
    sale = counter.parked()
    with pytest.raises(NeedsApproval, match=r"right.missing") as needed:
        counter.recall(zhao, sale.basket.basket_id, into=counter.current.basket)
    assert needed.value.act == act_of_recall(sale)
    for stranger in (
        Approval(replace(needed.value.act, subject="another"), "li", "李娜", NOON_MS),
        Approval(needed.value.act, "zhao", "赵敏", NOON_MS),
    ):
        with pytest.raises(NeedsApproval):
            counter.recall(zhao, sale.basket.basket_id, into=counter.current.basket, approval=stranger)
    counter.recall(
        zhao,
        sale.basket.basket_id,
        into=counter.current.basket,
        approval=Approval(needed.value.act, "li", "李娜", NOON_MS),
    )
    recalled = counter.facts()[-1][2]
    assert isinstance(recalled, facts.BasketRecalled)
    assert [(act.kind, act.approved_by) for act in recalled.acts] == [("sale.recall_any", "li")]


def test_the_manager_recalls_any_sale_and_it_is_noted(counter: _Counter) -> None:
    sale = counter.parked()
    counter.recall(LI, sale.basket.basket_id, into=counter.current.basket)
    recalled = counter.facts()[-1][2]
    assert isinstance(recalled, facts.BasketRecalled)
    assert [(act.kind, act.approved_by) for act in recalled.acts] == [("sale.recall_any", None)]


def test_into_a_basket_with_goods_the_recalled_ones_come_beside_them(counter: _Counter) -> None:
    first = counter.parked().basket
    here = counter.fill("latte")
    found = counter.recall(WU, first.basket_id, into=here)
    assert found.basket.basket_id == here.basket_id
    assert [line.line_id for line in found.basket.lines] == [
        line.line_id for basket in (here, first) for line in basket.lines
    ]
    recalled = counter.facts()[-1][2]
    assert isinstance(recalled, facts.BasketRecalled)
    assert recalled.into == here.basket_id
    assert SaveBasket(counter.till.store).load() == found.basket


def test_a_merged_basket_keeps_its_own_customer_and_discount(counter: _Counter) -> None:
    def member(name: str) -> AttachedMember:
        return AttachedMember(name, name, name, "", "gold", None, None, "code", present=True)

    def coupon(name: str) -> AttachedCoupon:
        return AttachedCoupon(name, "FIVE-OFF", None, "online", "h", "valid")

    here = replace(
        counter.current.basket,
        member=member("a"),
        coupons=(coupon("k1"),),
        discounts=(HandDiscount(None, "percent", 500, "regular"),),
    )
    counter.current.start_new()
    other = counter.fill("cake")
    line_id = other.lines[0].line_id
    other = replace(
        other,
        member=member("b"),
        coupons=(coupon("k1"), coupon("k2")),
        discounts=(
            HandDiscount(None, "drop", 10, "small_change"),
            HandDiscount(line_id, "percent", 1_000, "damaged"),
        ),
        gift_receipt=True,
        note="两份",
    )
    found = merged(here, other)
    assert found.member == member("a")
    assert [each.coupon_id for each in found.coupons] == ["k1", "k2"]
    assert [each.line_id for each in found.discounts] == [None, line_id]
    assert (found.gift_receipt, found.note) == (True, "两份")


def test_what_does_not_fit_into_one_basket_stays_parked(counter: _Counter) -> None:
    sale = counter.parked()
    counter.fill("latte")
    line = counter.current.basket.lines[0]
    full = replace(
        counter.current.basket,
        lines=tuple(replace(line, line_id=f"full-{place}") for place in range(MOST_LINES)),
    )
    with pytest.raises(RuleError, match=r"basket.full"):
        counter.recall(WU, sale.basket.basket_id, into=full)
    assert counter.park.count() == 1


def test_a_full_basket_takes_no_more_notes_but_gives_them_up(counter: _Counter) -> None:
    line = counter.current.basket.lines[0]
    basket = replace(
        counter.current.basket,
        lines=tuple(replace(line, line_id=f"full-{place}") for place in range(MOST_LINES)),
    )
    for place in range(5):
        basket = with_note(basket, f"full-{place}", note="少糖")
    with pytest.raises(RuleError, match=r"basket.full"):
        with_note(basket, "full-5", note="少糖")
    assert with_note(basket, "full-0", note="").lines[0].note == ""


def _split(basket: Basket, **parts: int) -> tuple[Basket, Basket]:
    by_place = {basket.lines[int(place[1:])].line_id: qty for place, qty in parts.items()}
    return split(basket, by_place, new_id=FakeIds(1_000).new_id)


def _told(basket: Basket) -> list[tuple[str | None, int]]:
    return [(line.product_id, line.qty_milli) for line in basket.lines]


def test_a_split_takes_whole_lines_and_parts_of_lines(counter: _Counter) -> None:
    counter.current.set_quantity(counter.current.basket.lines[0].line_id, 3_000)
    basket = counter.current.basket
    first, second = _split(basket, _0=1_000, _1=1_000)
    assert (_told(first), _told(second)) == ([("latte", 2_000)], [("latte", 1_000), ("cake", 1_000)])
    assert first.basket_id == basket.basket_id != second.basket_id
    assert second.lines[0].line_id != basket.lines[0].line_id
    assert second.lines[1] == basket.lines[1]


@pytest.mark.parametrize(
    ("kind", "value", "first_minor", "second_minor"),
    [("percent", 1_000, 5_040, 2_520), ("price", 2_000, 4_000, 2_000), ("amount", 900, 4_700, 2_800)],
)
def test_the_discount_of_a_line_goes_with_its_part(
    counter: _Counter, kind: str, value: int, first_minor: int, second_minor: int
) -> None:
    latte, cake = counter.current.basket.lines
    counter.current.remove_line(cake.line_id)
    counter.current.set_quantity(latte.line_id, 3_000)
    act = ActByHand(
        basket=counter.current,
        prices=counter.till.prices,
        clock=counter.till.clock,
        find_person=person_of(counter.till),
    )
    act(LI, HandDiscount(latte.line_id, kind, value, "damaged"))  # type: ignore[arg-type]  # one of the kinds
    first, second = _split(counter.current.basket, _0=1_000)
    assert counter.till.prices(first).total.minor == first_minor
    assert counter.till.prices(second).total.minor == second_minor
    assert [each.approval for each in second.discounts] == [None] * len(second.discounts)
    assert len(second.discounts) == (kind != "amount")


def test_the_discount_of_the_sale_stays_with_the_first_part(counter: _Counter) -> None:
    counter.current.change(
        lambda basket: replace(basket, discounts=(HandDiscount(None, "percent", 500, "regular"),))
    )
    first, second = _split(counter.current.basket, _1=1_000)
    assert (len(first.discounts), second.discounts) == (1, ())
    assert (counter.till.prices(first).total.minor, counter.till.prices(second).total.minor) == (2_660, 1_995)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({}, "split.nothing"),
        ({"_0": 0}, "split.nothing"),
        ({"_0": 1_000, "_1": 1_000}, "split.everything"),
        ({"_0": 500}, "basket.bad_quantity"),
        ({"_0": 2_000}, "basket.bad_quantity"),
    ],
)
def test_a_split_that_is_none_is_refused(counter: _Counter, parts: dict[str, int], code: str) -> None:
    with pytest.raises(RuleError, match=code):
        _split(counter.current.basket, **parts)


def test_what_was_weighed_goes_whole_or_not_at_all(counter: _Counter) -> None:
    counter.current.add_product(counter.till.product("apple"), qty_milli=755)
    first, second = _split(counter.current.basket, _2=755)
    assert (len(first.lines), _told(second)) == (2, [("apple", 755)])
    with pytest.raises(RuleError, match=r"basket.bad_quantity"):
        _split(counter.current.basket, _2=400)


def test_both_parts_are_kept_in_one_step_and_paid_apart(counter: _Counter) -> None:
    basket = counter.current.basket
    done = counter.park.split(WU, basket, parts={basket.lines[1].line_id: 1_000}, name="四号桌")
    assert (done.parked.name, done.parked.total_minor) == ("四号桌 2/2", 1_995)
    assert SaveBasket(counter.till.store).load() == done.rest
    parked = counter.facts()[-1][2]
    assert isinstance(parked, facts.BasketParked)
    assert parked.split_from == basket.basket_id
    first = counter.till.pay(done.rest, TenderInput("cash", 2_800))
    found = counter.recall(WU, done.parked.basket.basket_id, into=Basket("empty", "CNY"))
    second = counter.till.pay(found.basket, TenderInput("external", 1_995))
    assert (first.total_minor, second.total_minor) == (2_800, 1_995)


def test_giving_a_parked_sale_up_is_a_fact(counter: _Counter) -> None:
    sale = counter.parked()
    counter.recall.give_up(WU, sale.basket.basket_id)
    kind, actor, body = counter.facts()[-1]
    assert (kind, actor) == ("basket.abandoned", "wu")
    assert isinstance(body, facts.BasketAbandoned)
    assert (body.reason, body.basket_id, body.total_minor, len(body.lines)) == (
        "discarded",
        sale.basket.basket_id,
        4_795,
        2,
    )
    with pytest.raises(RuleError, match=r"parked.unknown"):
        counter.recall.give_up(WU, sale.basket.basket_id)


def test_somebody_elses_is_not_given_up_without_the_right(counter: _Counter) -> None:
    sale = counter.parked()
    with pytest.raises(NeedsApproval):
        counter.recall.give_up(replace(WU, staff_id="zhao"), sale.basket.basket_id)
    assert counter.park.count() == 1


def test_what_expired_is_given_up_with_a_fact_and_named(counter: _Counter) -> None:
    sale = counter.parked()
    counter.till.clock.wall_ms = NEXT_CUT_OFF_MS - 1
    assert counter.recall.sales().expired == ()
    counter.till.clock.wall_ms = NEXT_CUT_OFF_MS
    found = counter.recall.sales()
    assert (found.waiting, found.expired) == ((), (sale,))
    _, actor, body = counter.facts()[-1]
    assert isinstance(body, facts.BasketAbandoned)
    assert (actor, body.reason) == ("till", "expired")


def test_how_long_a_sale_waits_is_a_setting(counter: _Counter) -> None:
    with counter.till.store.write() as work:
        work.settings.put(HOURS_SETTING, "2")
    assert counter.parked().expires_ms == NOON_MS + 2 * 3_600_000


def test_the_z_counts_what_still_waits_and_gives_up_what_expired(counter: _Counter) -> None:
    with counter.till.store.write() as work:
        work.settings.put(HOURS_SETTING, "1")
    counter.parked()
    counter.till.clock.advance(1_800_000)
    counter.fill("latte")
    counter.parked()
    counter.till.clock.advance(1_800_000)
    assert counter.till.close_shift.prepare().parked == 2
    z = counter.till.close_shift(LI, {"cash": 20_000}).z
    assert (z.parked_open, z.abandoned_baskets, z.removed_lines) == (1, 1, 2)


def test_there_is_a_bound(counter: _Counter) -> None:
    for _ in range(MOST_PARKED):
        counter.parked()
        counter.fill("cake")
    with pytest.raises(RuleError, match=r"parked.too_many"):
        counter.parked()


@pytest.mark.parametrize("empty", [True, False])
def test_nothing_is_parked_that_is_nothing(counter: _Counter, *, empty: bool) -> None:
    basket = counter.current.basket
    if empty:
        with pytest.raises(RuleError, match=r"sale.empty"):
            counter.park(WU, replace(basket, lines=()), name="", total_minor=0)
        return
    counter.till.pay(basket, TenderInput("external", 4_795))
    with pytest.raises(RuleError, match=r"sale.already_completed"):
        counter.park(WU, basket, name="", total_minor=4_795)


def test_goods_that_came_back_are_settled_at_once(counter: _Counter) -> None:
    basket = replace(counter.current.basket, returns=("back",))  # type: ignore[arg-type]  # whatever came back
    with pytest.raises(RuleError, match=r"parked.with_returns"):
        counter.park(WU, basket, name="", total_minor=0)


def test_a_basket_that_was_parked_is_not_brought_back_by_a_late_write(counter: _Counter) -> None:
    basket = counter.current.basket
    counter.parked()
    SaveBasket(counter.till.store)(basket)
    assert SaveBasket(counter.till.store).load() is None


def test_parked_sales_are_there_after_the_till_was_killed(tmp_path: Path) -> None:
    with open_shop(tmp_path) as till:
        till.open_shift()
        counter = _Counter(till)
        counter.fill("latte")
        sale = counter.parked(name="四号桌")
    with open_shop(tmp_path) as till:
        assert _names(_Counter(till).recall.sales().waiting) == _names([sale])


def _names(sales: Sequence[ParkedSale]) -> list[tuple[str, str]]:
    return [(sale.name, sale.basket.basket_id) for sale in sales]
