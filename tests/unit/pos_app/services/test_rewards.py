"""Rewards cost points and no money: a line at 0.00, a slip with the sale, once."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.services.complete_sale import TenderInput
from pos_app.services.errors import RuleError
from pos_app.services.records import Actor
from pos_app.services.take_reward import TakeReward
from retail_core.wire.base import Names
from retail_core.wire.enrolment import PointsRate, RewardDoc
from tests.returns_counter import POINTS, ReturnsCounter, stock_menu
from tests.till_shop import LI, Till, open_shop
from tests.unit.pos_app.services.reporting.test_reports import reports
from tests.unit.pos_app.services.test_spend_balance import GOLD, PURSE, know, left

HEM = RewardDoc(
    reward_id="hem", names=Names(zh_hans="改裤脚", zh_hant="修改褲長", en="Hemming"), points=800, days=60
)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    rate = PointsRate(points=100, minor=100, offline_points=2_000, rewards=(HEM,))
    with open_shop(tmp_path, points=rate) as shop:
        shop.open_shift()
        stock_menu(shop, POINTS)
        know(shop, PURSE)
        yield shop


class Counter(ReturnsCounter):
    """A counter that gives rewards."""

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        self.reward = TakeReward(basket=self.current, prices=till.prices, spend=till.spend, ids=till.ids)

    def begin(self, *goods: str) -> None:
        """Attach the member and ring goods up."""
        for product_id in goods:
            self.current.add_product(self.till.product(product_id))
        self.current.attach_member(GOLD)


def test_a_reward_burns_its_points_beside_goods_and_prints_a_slip(till: Till) -> None:
    counter = Counter(till)
    counter.begin("burger")
    counter.reward("hem")
    body = counter.complete(TenderInput("cash", 2_500))
    line = body.lines[1]
    assert (line.reward_id, line.reward_points, line.total_minor, line.product_id) == ("hem", 800, 0, None)
    assert (body.total_minor, body.points_earned, body.tenders[0].points) == (2_500, 25, 0)
    assert left(till) == (4_200, 25, 22_000)
    with till.store.read() as work:
        jobs = work.spool.in_states(("written",), 20)
        documents = [job.document for job in jobs if job.kind == "document"]
    slip = json.dumps(json.loads(documents[-1]), ensure_ascii=False)
    for said in ("积分兑换券", "改裤脚", body.receipt_number, "800"):
        assert said in slip


def test_a_reward_alone_is_a_sale_of_nothing_to_pay(till: Till) -> None:
    counter = Counter(till)
    counter.begin()
    counter.reward("hem")
    body = counter.complete()
    assert (body.total_minor, body.tenders, body.points_earned) == (0, (), 0)
    assert left(till)[0] == 4_200


def test_more_pieces_burn_more_and_no_more_than_there_is(till: Till) -> None:
    counter = Counter(till)
    counter.begin()
    line = counter.reward("hem")
    counter.current.set_quantity(line.line_id, 2_000)
    with pytest.raises(RuleError, match=r"spend\.not_enough"):
        counter.reward("hem")
    counter.current.set_quantity(line.line_id, 3_000)
    with pytest.raises(RuleError, match=r"spend\.not_enough"):
        counter.complete()
    counter.current.set_quantity(line.line_id, 2_000)
    assert counter.complete().lines[0].reward_points == 1_600
    assert left(till)[0] == 3_400


def test_points_in_rewards_cannot_pay_as_well(till: Till) -> None:
    counter = Counter(till)
    counter.begin("burger")
    counter.reward("hem")
    basket = counter.current.basket
    found = till.spend.known("points", basket, priced=till.prices(basket))
    assert found.most == 2_000 - 800


def test_a_reward_does_not_come_back_for_points_or_money(till: Till) -> None:
    counter = Counter(till)
    counter.begin("burger")
    counter.reward("hem")
    sale = counter.complete(TenderInput("cash", 2_500))
    found = counter.find(sale.receipt_number)
    wanted = {line.line_id: 1_000 for line in found.sold.lines}
    counter.returns.put(LI, counter.returns.plan(found, wanted, reason="other", restock=True))
    back = counter.complete()
    assert back.total_minor == -2_500
    points, pending, _ = left(till)
    assert points + pending == 4_200


def test_who_may_not_spend_gets_none(till: Till) -> None:
    counter = Counter(till)
    with pytest.raises(RuleError, match=r"spend\.no_member"):
        counter.reward("hem")
    counter.current.attach_member(replace(GOLD, means="phone", present=False))
    with pytest.raises(RuleError, match=r"spend\.not_present"):
        counter.reward("hem")
    counter.current.attach_member(GOLD)
    with pytest.raises(RuleError, match=r"reward\.unknown"):
        counter.reward("gone")


def test_a_reward_is_no_open_item(till: Till) -> None:
    counter = Counter(till)
    counter.begin()
    counter.reward("hem")
    cashier = Actor("wu", "吴昊", "cashier", {"sell": None})
    counter.complete(actor=cashier)
    report = reports(till)(LI, reports(till).newest(LI))
    assert report.figures["open_items"].value == 0
