"""Orders of platforms at the counter: found by codes of their own forms, and handed to couriers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.errors import RuleError
from pos_app.services.hand_over_order import HandOverOffer, HandOverOrder, OrderChoice
from pos_app.services.identity import terminal_of
from pos_app.services.platform_orders import PlatformCodes
from pos_app.services.read_scan import PickupScanned, ReadScan, SellProduct, UnknownCode
from retail_core.codes.platform import Channel, CodeForm
from retail_core.wire.order_facts import ORDER_HANDED_OVER
from tests.fakes import NOON_MS
from tests.till_shop import LI, ORDER_ID, Till, open_shop, order_doc, pickup_code, store_page

DAY_MS = 24 * 3_600_000
LEGS = Channel(
    "legs",
    "快腿",
    (CodeForm("MT", 8, 8), CodeForm("", 4, 4, daily=True)),
)
MARKET = Channel("market", "集市", (CodeForm("", 18, 18),))


class Counter:
    """A till of a store that two platforms send orders to."""

    def __init__(self, till: Till) -> None:
        self.till = till
        till.open_shift()
        self.hand_over = HandOverOrder(store=till.store, clock=till.clock, ids=till.ids, events=till.events)
        self.codes = PlatformCodes(store=till.store, clock=till.clock)
        self.page = 0
        with till.store.write() as work:
            known = terminal_of(work)
            profile = replace(known.store, channels=(LEGS, MARKET))
            work.terminal.put(replace(known, store=profile), work.terminal.device_seed())

    def arrives(self, order_id: str = ORDER_ID, state: str = "ready", **said: object) -> None:
        """Let an order of the first platform arrive, with a courier."""
        doc = order_doc(
            state,
            **{
                "order_id": order_id,
                "channel": "legs",
                "fulfilment": "courier",
                "of_member": False,
                "masked_name": "王**",
                "phone_last4": "",
                **said,
            },
        )
        self.page += 1
        self.till.data.feed_sink.apply_store_page(
            store_page(("order", order_id, doc), next_cursor=f"c{self.page}"), now_ms=self.till.clock.now_ms()
        )

    def sell_scan(self, text: str) -> object:
        """Scan on the screen Sell."""
        till = self.till
        scan = ReadScan(
            catalog=till.data.catalog, profile=till.profile, clock=till.clock, is_platform_code=self.codes
        )
        return scan(text, step="sell")

    def refused(self, text: str) -> RuleError:
        """Scan on the board what is refused."""
        with pytest.raises(RuleError) as refused:
            self.hand_over.by_scan(text)
        return refused.value

    def give(self, text: str) -> HandOverOffer:
        """Hand over by a scan, and return what was offered."""
        offer = self.hand_over.by_scan(text)
        assert isinstance(offer, HandOverOffer)
        self.hand_over.confirm(LI, offer)
        return offer


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    with open_shop(tmp_path) as till:
        yield Counter(till)


def test_a_courier_shows_the_platforms_code_and_nobody_asks_for_an_age(counter: Counter) -> None:
    line = {**order_doc()["lines"][0], "min_age": 18}  # type: ignore[index]  # a list of dicts
    counter.arrives(platform_code="MT12345678", lines=[line])
    offer = counter.give("mt 1234 5678")
    assert (offer.proof.means, offer.proof.courier, offer.min_age) == ("courier", "", 0)
    assert len(offer.proof.evidence) == 32
    with counter.till.store.read() as work:
        done = work.orders.hand_over_of(ORDER_ID)
    assert done is not None
    assert done.means == "courier"


def test_a_second_scan_says_since_when_the_courier_has_it(counter: Counter) -> None:
    counter.arrives(platform_code="MT12345678")
    counter.give("MT12345678")
    refused = counter.refused("MT12345678")
    assert (refused.code, refused.arguments) == ("order.already_with_courier", (NOON_MS,))


def test_who_says_number_and_plate_gets_it_and_the_second_hears_the_plate(counter: Counter) -> None:
    counter.arrives(platform_code="MT12345678", platform_number="12")
    for number, plate, code in (("99", "A1", "courier.wrong_number"), ("12", " ", "courier.no_name")):
        with pytest.raises(RuleError, match=code):
            counter.hand_over.by_courier(ORDER_ID, number=number, courier=plate)
    for number in ("12", "678", "a-1024", "MT12345678"):
        offer = counter.hand_over.by_courier(ORDER_ID, number=number, courier="沪A·12345 ")
    counter.hand_over.confirm(LI, offer)
    with counter.till.store.read() as work:
        [entry] = work.journal.of_types([ORDER_HANDED_OVER])
    assert entry.personal is not None
    assert (entry.personal["courier"], "沪A" in str(entry.body)) == ("沪A·12345", False)
    refused = counter.refused("MT12345678")
    assert (refused.code, refused.arguments[1]) == ("order.already_with_named_courier", "沪A·12345")


def test_two_characters_of_a_code_are_not_enough(counter: Counter) -> None:
    counter.arrives(platform_code="MT12345678", platform_number="7")
    with pytest.raises(RuleError, match=r"courier\.wrong_number"):
        counter.hand_over.by_courier(ORDER_ID, number="78", courier="A1")


def test_a_customer_of_a_platform_shows_the_same_code(counter: Counter) -> None:
    counter.arrives(platform_code="MT12345678", fulfilment="pickup")
    assert counter.give("MT12345678").proof.means == "platform_code"
    assert counter.refused("MT12345678").code == "order.already_handed_over"


def test_an_unknown_code_of_a_known_form_names_the_platform(counter: Counter) -> None:
    refused = counter.refused("MT00000000")
    assert (refused.code, refused.arguments) == ("pickup.platform_unknown", ("快腿",))
    assert counter.refused("12").code == "pickup.code_forged"


def test_two_orders_with_one_short_code_are_asked_about(counter: Counter) -> None:
    counter.arrives("1" * 16, platform_code="0042", number="X001")
    counter.arrives("2" * 16, platform_code="0042", number="X002", state="picking")
    choice = counter.hand_over.by_scan("0042")
    assert isinstance(choice, OrderChoice)
    assert sorted(order.number for order in choice.orders) == ["X001", "X002"]
    counter.hand_over.confirm(LI, counter.hand_over.by_platform_code("1" * 16, choice.text))
    # One is left, and it is not ready.
    assert counter.refused("0042").code == "order.not_ready"


def test_yesterdays_short_code_says_nothing_of_today(counter: Counter) -> None:
    counter.arrives("1" * 16, state="handed_over", platform_code="0042", placed_ms=NOON_MS - DAY_MS)
    assert counter.refused("0042").code == "pickup.platform_unknown"
    counter.arrives("2" * 16, state="handed_over", platform_code="0043", handed_over_ms=NOON_MS - 1)
    refused = counter.refused("0043")
    assert (refused.code, refused.arguments) == ("order.already_with_courier", (NOON_MS - 1,))


def test_a_code_is_good_before_its_form_is_known_here(counter: Counter) -> None:
    counter.arrives(platform_code="ZZ-9", channel="new_one")
    offer = counter.hand_over.by_scan("ZZ-9")
    assert isinstance(offer, HandOverOffer)
    assert offer.order.order_id == ORDER_ID


def test_a_signed_code_of_a_customer_counts_beside_them(counter: Counter) -> None:
    counter.arrives(channel="app", fulfilment="pickup")
    offer = counter.hand_over.by_scan(pickup_code(counter.till.clock))
    assert isinstance(offer, HandOverOffer)
    assert offer.proof.means == "code"


def test_on_sell_a_platforms_code_comes_after_products_and_before_payment(counter: Counter) -> None:
    # Letters in front are like no product; digits alone are one only if an order has them.
    assert isinstance(counter.sell_scan("MT00000000"), PickupScanned)
    assert isinstance(counter.sell_scan("0042"), UnknownCode)
    counter.arrives("1" * 16, platform_code="0042")
    assert isinstance(counter.sell_scan("0042"), PickupScanned)
    paying = "134567890123456789"
    assert not isinstance(counter.sell_scan(paying), PickupScanned)
    counter.arrives("2" * 16, platform_code=paying, channel="market")
    assert isinstance(counter.sell_scan(paying), PickupScanned)
    # A product's own code stays one, whatever a platform sends.
    counter.arrives("3" * 16, platform_code="6901234567892", channel="legs")
    assert isinstance(counter.sell_scan("6901234567892"), SellProduct)


def test_the_search_finds_an_order_by_the_platforms_number_and_code(counter: Counter) -> None:
    counter.arrives(platform_code="MT12345678", platform_number="12")
    with counter.till.store.read() as work:
        found = [len(work.orders.find(text, 9)) for text in ("12", "5678", "mt12345678", "13")]
    assert found == [1, 1, 1, 0]
    assert counter.codes.names() == {"legs": "快腿", "market": "集市"}
