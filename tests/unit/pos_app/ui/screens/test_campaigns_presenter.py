"""The campaign page: accounts, events by pages, receipts, and head office that is away."""

from pos_app.services.errors import RuleError, Unreachable
from pos_app.services.records import Actor
from pos_app.services.return_model import FoundReceipt
from pos_app.services.session import Session
from pos_app.ui.said import Said
from pos_app.ui.screens.campaigns.presenter import CampaignsPresenter, CampaignsTools
from retail_core.returns.model import Sold
from tests.fakes import NOON_MS, InlineLane
from tests.unit.pos_app.ui.screens.campaign_fakes import FakeCampaigns


class World:
    """The presenter between fakes; a manager is signed in."""

    def __init__(self) -> None:
        self.book = FakeCampaigns()
        self.gone_to: list[str] = []
        self.looked_for: list[str] = []
        session = Session()
        session.actor = Actor("M1", "陈伟", "manager", {"report.view": None, "coupon.offline_extend": None})
        self.presenter = CampaignsPresenter(
            CampaignsTools(self.book, self._find, "CNY"),
            session=session,
            network=InlineLane(),
            navigate=self.gone_to.append,
        )

    def _find(self, number: str) -> FoundReceipt:
        self.looked_for.append(number)
        if number == "S01-T02-000101":
            raise RuleError("receipt.unknown")
        sold = Sold("s1", number, "CNY", prices_include_tax=True, lines=(), paid=())
        return FoundReceipt(sold, NOON_MS, (), (), complete=True, days=0, too_old=False)


def test_the_first_campaign_is_shown_with_what_sales_did() -> None:
    world = World()
    world.presenter.enter()
    state = world.presenter.state
    assert [each.campaign_id for each in state.campaigns] == ["TEN", "BIRTHDAY", "OLD"]
    assert (state.chosen_id, [each.event_id for each in state.events]) == ("TEN", [9, 8, 7])
    assert (state.is_known, state.loading, state.before) == (True, False, 0)


def test_older_events_come_by_pages() -> None:
    world = World()
    world.book.page_size = 2
    world.presenter.enter()
    assert ([each.event_id for each in world.presenter.state.events], world.presenter.state.before) == (
        [9, 8],
        8,
    )
    world.presenter.load_more()
    assert [each.event_id for each in world.presenter.state.events] == [9, 8, 7]
    assert world.book.asked == [("TEN", 0), ("TEN", 8)]


def test_a_conflict_opens_its_receipt_and_then_the_one_before() -> None:
    world = World()
    world.presenter.enter()
    world.presenter.open_event(9)
    world.presenter.open_event(9)
    assert world.looked_for == ["S01-T03-000021", "S01-T02-000116"]
    paper = world.presenter.state.paper
    assert paper is not None
    assert paper.found is not None
    assert paper.number == "S01-T02-000116"


def test_a_receipt_that_nobody_knows_is_said_in_place() -> None:
    world = World()
    world.presenter.enter()
    world.presenter.open_event(7)
    world.presenter.open_event(7)
    paper = world.presenter.state.paper
    assert paper is not None
    assert (paper.number, paper.error) == ("S01-T02-000101", Said("receipt.unknown"))


def test_another_campaign_shows_its_own_events() -> None:
    world = World()
    world.presenter.enter()
    world.presenter.open_event(8)
    world.presenter.choose("BIRTHDAY")
    state = world.presenter.state
    assert (state.events, state.paper) == ((), None)
    assert state.chosen is not None
    assert state.chosen.spent_minor == 18_420


def test_without_head_office_it_says_so_and_asks_again() -> None:
    world = World()
    world.book.fault = Unreachable()
    world.presenter.enter()
    assert world.presenter.state.error.code == "sync.unreachable"
    assert (world.presenter.state.is_known, world.presenter.state.campaigns) == (False, ())
    world.book.fault = None
    world.presenter.load_more()
    assert world.presenter.state.chosen_id == "TEN"


def test_it_goes_back_to_where_it_came_from() -> None:
    world = World()
    world.presenter.enter()
    world.presenter.go_back()
    assert world.gone_to == ["open_shift"]


def test_a_lost_offline_right_is_given_back_with_a_reason_and_seen() -> None:
    world = World()
    world.presenter.enter()
    assert world.presenter.state.is_offline_lost
    assert world.presenter.state.can_give_back
    world.presenter.give_offline_back("agreed")
    assert world.book.given_back == []  # Nobody was asked why yet.
    world.presenter.ask_reason(asking=True)
    world.presenter.give_offline_back("conflicts_cleared")
    assert world.book.given_back == [("M1", "TEN", "conflicts_cleared")]
    state = world.presenter.state
    assert (state.is_offline_lost, state.asks_reason, state.giving_back) == (False, False, False)
    assert state.chosen is not None
    assert state.chosen.offline_allowed


def test_what_head_office_refuses_is_said_and_can_be_tried_again() -> None:
    world = World()
    world.presenter.enter()
    world.presenter.ask_reason(asking=True)
    world.book.fault = Unreachable()
    world.presenter.give_offline_back("agreed")
    state = world.presenter.state
    assert state.error.code == "sync.unreachable"
    assert (state.asks_reason, state.giving_back) == (True, False)
    world.book.fault = None
    world.presenter.give_offline_back("agreed")
    assert world.book.given_back == [("M1", "TEN", "agreed")]


def test_a_campaign_that_ended_or_never_lost_it_is_not_offered_its_right() -> None:
    world = World()
    world.presenter.enter()
    for campaign_id in ("BIRTHDAY", "OLD"):
        world.presenter.choose(campaign_id)
        world.presenter.ask_reason(asking=True)
        world.presenter.give_offline_back("agreed")
    assert world.book.given_back == []
