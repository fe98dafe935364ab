"""What head office revoked is refused at a till that has no network any more, once it has heard of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from central_api.cards import service as cards
from central_api.coupons import service as coupons
from central_api.erasing import service as erasing
from central_api.keys import service as keys
from central_api.restoring import service as restoring
from central_api.shop import service as shop
from pos_app.bootstrap.system import SystemClock
from pos_app.services.attach_member import AttachMember
from pos_app.services.basket_model import Basket
from pos_app.services.errors import RuleError
from pos_app.services.events import EventBus
from pos_app.services.price_basket import PriceBasket
from pos_app.services.redeem_coupon import RedeemCoupon
from pos_app.sync.puller import FeedPuller
from retail_core.wire.feed import FeedPage
from retail_core.wire.shop import IssueCoupon
from tests.fakes import FakeCentralApi
from tests.integration.central_api.conftest import RunningServer
from tests.integration.central_api.real_till import RealTill, joined
from tests.integration.central_api.shop_floor import ALIAS, MEMBER, set_up_floor


@dataclass
class Counter:
    """A till that hears of news when a test says so, and reaches nobody otherwise."""

    real: RealTill
    server: RunningServer

    def __post_init__(self) -> None:
        store, clock, api = self.real.data.store, SystemClock(), FakeCentralApi()
        self._clock = clock
        self._members = AttachMember(store=store, api=api, clock=clock, events=EventBus())
        profile = self.real.terminal.store
        prices = PriceBasket(catalog=self.real.data.catalog, clock=clock, profile=profile)
        self._coupons = RedeemCoupon(store=store, api=api, prices=prices, clock=clock)

    def hear(self) -> list[FeedPage]:
        """Read the news to their end."""
        puller, sink = FeedPuller(self.real.link.connection()), self.real.data.feed_sink
        pages: list[FeedPage] = []
        while not pages or pages[-1].more:
            pages.append(puller.page("store", sink.cursor()))
            taken = sink.apply_store_page(pages[-1], now_ms=self._clock.now_ms())
            assert not taken.refused, taken.refused
        return pages

    def card(self, text: str) -> str:
        """Return why a card is refused, or nothing."""
        try:
            self._members.by_code(text)
        except RuleError as error:
            return error.code
        return ""

    def coupon(self, text: str) -> str:
        """Return why a coupon is refused here, or that nothing speaks against it."""
        answer = self._coupons.first(Basket("b1", "CNY"), text)
        return answer.reason if answer.status == "refused" else "nothing"


@pytest.fixture
def counter(server: RunningServer, tmp_path: Path) -> Iterator[Counter]:
    server.database.run(set_up_floor)
    with joined(server, tmp_path / "till") as real:
        made = Counter(real, server)
        made.hear()
        yield made


def issued(server: RunningServer) -> tuple[str, str]:
    """Return id and code of a new coupon."""
    request = IssueCoupon(request_id="c1", campaign_id="FIVE", member_id=MEMBER, store_id="S01")
    made = server.database.run(lambda unit: shop.issue_coupon(unit, request))
    return made.coupon_id, made.code


def test_card_coupon_and_key_are_refused_as_soon_as_the_till_has_heard(
    counter: Counter, server: RunningServer
) -> None:
    coupon_id, coupon = issued(server)
    card = server.database.run(lambda unit: cards.issue(unit, MEMBER))
    assert (counter.card(card.code), counter.coupon(coupon)) == ("", "nothing")

    server.database.run(lambda unit: cards.revoke(unit, MEMBER, issue=1))
    server.database.run(lambda unit: coupons.revoke(unit, coupon_id, reason="stolen"))
    assert (counter.card(card.code), counter.coupon(coupon)) == ("", "nothing")
    [page] = counter.hear()
    assert (counter.card(card.code), counter.coupon(coupon)) == ("member.code_revoked", "coupon.revoked")
    # Only what changed came down.
    revoked = [change.key for change in page.changes if change.kind == "revoked"]
    assert not page.reset
    assert len(revoked) == len(page.changes) - sum(
        change.kind in {"coupon", "member"} for change in page.changes
    )

    server.database.run(lambda unit: keys.revoke(unit, 1))
    second = server.database.run(lambda unit: cards.issue(unit, MEMBER))
    assert counter.card(second.code) == "member.code_unknown_key"
    counter.hear()
    assert (counter.card(second.code), counter.card(card.code)) == ("", "member.code_unknown_key")


def test_behind_a_gap_the_whole_list_comes_anew(counter: Counter, server: RunningServer) -> None:
    card = server.database.run(lambda unit: cards.issue(unit, MEMBER))
    server.database.run(lambda unit: cards.revoke(unit, MEMBER, issue=1))
    # Of a revocation that the till still knows and nobody else, nothing must stay.
    _, coupon = issued(server)
    counter.hear()
    with counter.real.data.store.write() as work:
        work.connection.exec_driver_sql(
            "INSERT INTO revoked (what, id, reason, epoch) SELECT 'member_card', 'ffff-1', 'x', epoch "
            "FROM revoked LIMIT 1"
        )
    server.database.run(restoring.put_back)
    pages = counter.hear()
    assert pages[0].reset
    assert {"revoked", "keys", "member"} <= {change.kind for page in pages for change in page.changes}
    assert (counter.card(card.code), counter.coupon(coupon)) == ("member.code_revoked", "nothing")
    with counter.real.data.store.read() as work:
        assert not work.coupons.is_revoked("member_card", "ffff-1")


def test_a_member_who_was_erased_is_refused_here_with_every_code_and_leaves_nothing_behind(
    counter: Counter, server: RunningServer
) -> None:
    card = server.database.run(lambda unit: cards.issue(unit, MEMBER))
    with server.database.read() as unit:
        now, ahead, *_ = shop.member_codes(unit, MEMBER).codes
    assert (counter.card(card.code), counter.card(now)) == ("", "")
    server.database.run(lambda unit: erasing.erase_member(unit, MEMBER))
    told = json.dumps([page.model_dump(mode="json") for page in counter.hear()])
    assert ALIAS not in told
    assert (counter.card(card.code), counter.card(ahead)) == (
        "member.code_revoked",
        "member.code_revoked",
    )
    with counter.real.data.store.read() as work:
        assert work.members.by_alias(ALIAS) is None
