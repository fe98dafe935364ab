"""Limits hold from one basket to the next at one till, with a network and without."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_model import AttachedMember, Basket
from pos_app.services.complete_sale import Paid, TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.events import StoreDataChanged
from pos_app.services.price_basket import PriceBasket
from pos_app.services.records import CountedUses, Member, MemberUse
from retail_core.pricing.model import PricedBasket
from retail_core.wire.facts import CampaignUse, SaleCompleted
from tests.fakes import NOON_MS
from tests.returns_counter import ReturnsCounter
from tests.till_shop import ALIAS, LI, Till, member_code, member_doc, open_shop, store_page

FLASH: dict[str, object] = {
    "id": "FLASH",
    "kind": "fixed_price",
    "params": {"price_minor": 1_800},
    "scope": {"product_ids": ["latte"]},
    "limits": {"stock": 5},
}
DAILY: dict[str, object] = {
    "id": "DAILY",
    "kind": "amount",
    "params": {"amount_minor": 500},
    "scope": {"product_ids": ["cake"]},
    "limits": {"per_member": 3, "per_member_day": 1},
}
FIRST: dict[str, object] = {
    "id": "FIRST",
    "kind": "percent",
    "params": {"percent_bp": 5_000},
    "scope": {"product_ids": ["twin_a"]},
    "first_purchase": True,
}
NOON_DEAL: dict[str, object] = {
    "id": "HAPPY",
    "kind": "percent",
    "params": {"percent_bp": 2_000},
    "scope": {"product_ids": ["twin_b"]},
    "window": {"minutes": [[660, 780]]},
}
HOUR_MS = 3_600_000
CASH = TenderInput("cash", 100_000)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """A till whose campaigns have limits, with an open shift."""
    with open_shop(tmp_path) as shop:
        shop.run_campaigns(FLASH, DAILY, FIRST, NOON_DEAL)
        shop.open_shift()
        yield shop


def basket(till: Till, product_id: str, pieces: int = 1, *, member: AttachedMember | None = None) -> Basket:
    current = till.basket()
    if member is not None:
        current.attach_member(member)
    for _ in range(pieces):
        current.add_product(till.product(product_id))
    return current.basket


def buy(till: Till, product_id: str, pieces: int = 1, *, member: AttachedMember | None = None) -> Paid:
    """Sell pieces for cash, plenty of it."""
    return till.pay(basket(till, product_id, pieces, member=member), CASH)


def cost(till: Till, product_id: str, pieces: int = 1, *, member: AttachedMember | None = None) -> int:
    return till.prices(basket(till, product_id, pieces, member=member)).total.minor


def told(till: Till, *docs: tuple[str, str, dict[str, object] | None], through: int = 0) -> None:
    """Bring a page of the feed that contains our entries up to ``through``."""
    till.data.feed_sink.apply_store_page(store_page(*docs, applied_through=through), now_ms=NOON_MS)
    till.events.publish(StoreDataChanged(frozenset({"campaign_use"})))


def store_used(count: int) -> tuple[str, str, dict[str, object]]:
    return ("campaign_use", "FLASH", {"rule_id": "FLASH", "count": count})


def zhang(**others: object) -> tuple[str, str, dict[str, object]]:
    return ("member", "m1", member_doc(tier="basic", **others))


def known(till: Till, nonce: int = 1) -> AttachedMember:
    """Return the member of a code that was scanned now."""
    attach = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
    return attach.by_code(member_code(till.clock, nonce=nonce))


def finish(till: Till, bought: Basket, priced: PricedBasket, *tenders: TenderInput) -> int:
    """Take the money for a price that was shown; return what was paid."""
    return till.complete_sale(LI, bought, priced=priced, tenders=tenders or [CASH]).total_minor


def last_sale(till: Till, paid: Paid) -> SaleCompleted:
    with till.store.read() as work:
        found = work.sales.by_number(paid.receipt_number)
    assert found is not None
    return found[0]


def reasons(priced: PricedBasket) -> dict[str, str]:
    return {each.rule_id: each.reason_code for each in priced.rejected}


def test_two_of_five_at_the_flash_price_when_two_are_left_and_then_none(till: Till) -> None:
    told(till, store_used(3))
    assert buy(till, "latte", 5).total_minor == 2 * 1_800 + 3 * 2_800
    second = till.prices(basket(till, "latte"))
    assert (second.total.minor, reasons(second)) == (2_800, {"FLASH": "pricing.limit_reached"})


def test_the_sale_states_what_it_used(till: Till) -> None:
    sale = last_sale(till, buy(till, "latte", 2))
    assert sale.uses == (CampaignUse(rule_id="FLASH", count=2, day="2026-11-22"),)


def test_uses_count_for_the_business_day_of_the_moment(till: Till) -> None:
    # 01:30 of Monday is still Sunday with the cut-off at 04:00.
    till.clock.advance(13 * HOUR_MS + HOUR_MS // 2)
    assert last_sale(till, buy(till, "latte")).uses[0].day == "2026-11-22"
    till.clock.advance(3 * HOUR_MS)
    assert last_sale(till, buy(till, "latte")).uses[0].day == "2026-11-23"


def test_what_the_server_has_counted_is_not_counted_twice(till: Till) -> None:
    buy(till, "latte", 2)
    buy(till, "latte", 1)
    with till.store.read() as work:
        head = work.journal.head().seq
    # The server has the first of the two sales, and one of another till.
    told(till, store_used(3), through=head - 1)
    assert cost(till, "latte", 2) == 1_800 + 2_800
    told(till, store_used(4), through=head)
    assert cost(till, "latte", 2) == 1_800 + 2_800


def test_a_page_that_has_more_behind_it_vouches_for_nothing_yet(till: Till) -> None:
    buy(till, "latte", 2)
    with till.store.read() as work:
        head = work.journal.head().seq
    page = store_page(store_used(2), applied_through=head, more=True)
    till.data.feed_sink.apply_store_page(page, now_ms=NOON_MS)
    till.events.publish(StoreDataChanged(frozenset({"campaign_use"})))
    # Counted on both sides until the last page: too careful for a moment, never too generous.
    assert cost(till, "latte", 2) == 1_800 + 2_800


def test_limits_of_a_campaign_that_the_server_forgot_begin_anew(till: Till) -> None:
    told(till, store_used(5))
    assert cost(till, "latte") == 2_800
    told(till, ("campaign_use", "FLASH", None))
    assert cost(till, "latte") == 1_800


def test_once_a_day_and_three_times_in_all_for_each_member(till: Till) -> None:
    told(till, zhang())
    member = known(till)
    for day in range(3):
        assert buy(till, "cake", 2, member=member).total_minor == 2 * 1_995 - 500, day
        assert cost(till, "cake", member=member) == 1_995
        till.clock.advance(24 * HOUR_MS)
    late = till.prices(basket(till, "cake", member=member))
    assert (late.total.minor, reasons(late)["DAILY"]) == (1_995, "pricing.limit_reached")


def test_what_a_member_used_elsewhere_counts_here(till: Till) -> None:
    uses = [{"rule_id": "DAILY", "count": 1, "day": "2026-11-22", "day_count": 1}]
    told(till, zhang(uses=uses))
    assert cost(till, "cake", member=known(till)) == 1_995
    till.clock.advance(24 * HOUR_MS)
    assert cost(till, "cake", member=known(till, 2)) == 1_495


def test_another_members_uses_do_not_count(till: Till) -> None:
    told(till, zhang())
    buy(till, "cake", member=known(till))
    other = replace(known(till, 2), member_id="m2", alias="fedcba9876543210")
    assert cost(till, "cake", member=other) == 1_495


def test_without_a_member_a_limit_by_member_does_not_apply(till: Till) -> None:
    priced = till.prices(basket(till, "cake"))
    assert (priced.total.minor, reasons(priced)) == (1_995, {"DAILY": "pricing.members_only"})


def test_of_a_member_known_by_the_code_alone_this_tills_own_sales_count(till: Till) -> None:
    buy(till, "cake", member=known(till))
    assert cost(till, "cake", member=known(till, 2)) == 1_995


def test_a_first_purchase_is_one_until_something_was_bought(till: Till) -> None:
    told(till, zhang(first_purchase=True))
    assert cost(till, "twin_a", member=known(till)) == 50
    buy(till, "latte", member=known(till, 2))
    later = till.prices(basket(till, "twin_a", member=known(till, 3)))
    assert (later.total.minor, reasons(later)["FIRST"]) == (100, "pricing.not_first_purchase")


@pytest.mark.parametrize("doc", [None, {"first_purchase": False}])
def test_a_first_purchase_that_is_not_known_to_be_one_is_none(
    till: Till, doc: dict[str, object] | None
) -> None:
    if doc is not None:
        told(till, zhang(**doc))
    assert cost(till, "twin_a", member=known(till)) == 100


def test_a_member_of_another_store_is_counted_from_what_the_server_told(till: Till) -> None:
    buy(till, "cake")
    with till.store.read() as work:
        seen = work.journal.head().seq
    till.api.online = True
    till.api.members[ALIAS] = Member(
        *("m1", ALIAS, "张**", "ab" * 32, "8888", "basic", 0, 0),
        first_purchase=True,
        uses=(MemberUse("DAILY", 2, "2026-11-21", 1),),
        seen_through=seen,
    )
    attach = AttachMember(store=till.store, api=till.api, clock=till.clock, events=till.events)
    member = attach.learn(known(till))
    assert member is not None
    assert (cost(till, "twin_a", member=member), cost(till, "cake", member=member)) == (50, 1_495)
    buy(till, "cake", member=member)
    with till.store.read() as work:
        head = work.journal.head().seq
    # The feed says nothing of members of other stores, however far it is.
    told(till, through=head)
    till.clock.advance(24 * HOUR_MS)
    assert (cost(till, "twin_a", member=member), cost(till, "cake", member=member)) == (100, 1_995)


def test_a_happy_hour_that_ends_on_the_pay_screen_is_priced_anew(till: Till) -> None:
    till.clock.advance(59 * 60_000)
    deal = basket(till, "twin_b")
    priced = till.prices(deal)
    assert priced.total.minor == 160
    till.clock.advance(60_000)
    with pytest.raises(RuleError, match=r"sale.price_is_old"):
        finish(till, deal, priced)
    anew = till.prices(deal)
    assert finish(till, deal, anew) == 200


def test_a_price_stands_while_no_campaign_begins_or_ends(till: Till) -> None:
    till.clock.advance(30 * 60_000)
    deal = basket(till, "twin_b")
    priced = till.prices(deal)
    till.clock.advance(29 * 60_000)
    assert finish(till, deal, priced) == 160


def test_an_end_that_changes_nothing_in_the_basket_keeps_the_price(till: Till) -> None:
    till.clock.advance(59 * 60_000)
    coffee = basket(till, "latte")
    priced = till.prices(coffee)
    till.clock.advance(60_000)
    assert finish(till, coffee, priced) == 1_800


def test_what_was_paid_on_the_shops_own_device_was_paid_by_the_price_that_was_shown(till: Till) -> None:
    till.clock.advance(59 * 60_000)
    deal = basket(till, "twin_b")
    priced = till.prices(deal)
    till.clock.advance(10 * 60_000)
    assert finish(till, deal, priced, TenderInput("external", 160)) == 160


def test_the_last_pieces_may_go_at_another_till_while_this_one_asks_for_the_money(till: Till) -> None:
    coffee = basket(till, "latte")
    priced = till.prices(coffee)
    assert priced.total.minor == 1_800
    told(till, store_used(5))
    with pytest.raises(RuleError, match=r"sale.price_is_old"):
        finish(till, coffee, priced)


def test_a_return_gives_the_uses_back_once_nothing_is_left_of_the_discount(till: Till) -> None:
    counter = ReturnsCounter(till)
    sale = counter.sell({"latte": 5})
    assert cost(till, "latte") == 2_800
    [part] = counter.take_back(sale.receipt_number, {"latte": 2}).returned
    assert (part.uses, cost(till, "latte")) == ((), 2_800)
    [rest] = counter.take_back(sale.receipt_number, {"latte": 3}).returned
    assert rest.uses == (CampaignUse(rule_id="FLASH", count=5, day="2026-11-22"),)
    assert cost(till, "latte", 5) == 5 * 1_800


def test_what_a_member_brought_back_may_be_bought_again_today(till: Till) -> None:
    told(till, zhang(first_purchase=True))
    counter = ReturnsCounter(till)
    sale = counter.sell({"cake": 1}, member=known(till))
    assert cost(till, "cake", member=known(till, 2)) == 1_995
    counter.take_back(sale.receipt_number, {"cake": 1})
    member = known(till, 3)
    assert cost(till, "cake", member=member) == 1_495
    # What came back was bought all the same.
    assert cost(till, "twin_a", member=member) == 100


def test_a_till_without_such_campaigns_does_not_ask_for_uses(tmp_path: Path) -> None:
    with open_shop(tmp_path) as shop:
        shop.prices = PriceBasket(
            catalog=shop.data.catalog, clock=shop.clock, profile=shop.profile, uses=_nobody
        )
        assert cost(shop, "latte") == 2_800


def _nobody(alias: str | None, day: str) -> CountedUses:
    raise AssertionError((alias, day))
