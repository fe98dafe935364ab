"""Loads the coupon campaigns, what sales did to the coupons of one, and the receipts behind that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pos_app.services import rights
from pos_app.services.campaign_model import CampaignItem, EventPage, OfflineReason
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.return_model import FoundReceipt
from pos_app.services.session import Session
from pos_app.ui.said import Said, said_of
from pos_app.ui.screens.campaigns.state import CampaignsState, Paper


class CampaignsView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: CampaignsState) -> None:
        """Show ``state``."""


class CampaignReader(Protocol):
    """Reads campaigns; network lane."""

    def all(self, actor: Actor) -> Sequence[CampaignItem]:
        """Return the coupon campaigns of the store."""

    def events(self, actor: Actor, campaign_id: str, *, before: int = 0) -> EventPage:
        """Return what sales did to a campaign's coupons."""

    def give_offline_back(self, actor: Actor, campaign_id: str, *, reason: OfflineReason) -> None:
        """Let its coupons count offline again."""


@dataclass(frozen=True, slots=True)
class CampaignsTools:
    """What the screen works with; all of it on the network lane."""

    campaigns: CampaignReader
    find_receipt: Callable[[str], FoundReceipt]
    currency: str


class CampaignsPresenter:
    """Owns the state of the screen."""

    def __init__(
        self, tools: CampaignsTools, *, session: Session, network: Lane, navigate: Callable[[str], None]
    ) -> None:
        self._tools = tools
        self._session = session
        self._network = network
        self._navigate = navigate
        self._view: CampaignsView | None = None
        self._state = CampaignsState()
        self._asked = 0

    @property
    def state(self) -> CampaignsState:
        """What is shown."""
        return self._state

    def bind(self, view: CampaignsView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Load the campaigns."""
        may = rights.allows(self._session.require_actor().rights, rights.COUPON_OFFLINE_EXTEND)
        self._state = CampaignsState(can_give_back=may)
        self.reload()

    def leave(self) -> None:
        """Take no answer that comes too late."""
        self._asked += 1

    def reload(self) -> None:
        """Ask head office anew."""
        actor = self._session.require_actor()
        self._asked += 1
        asked = self._asked
        self._show(replace(self._state, loading=True, error=Said()))
        self._network.run(
            lambda: tuple(self._tools.campaigns.all(actor)),
            lambda found: self._on_campaigns(asked, found),
            lambda error: self._on_error(asked, error),
        )

    def choose(self, campaign_id: str) -> None:
        """Show the account of a campaign, and what sales did to its coupons."""
        state = replace(self._state, chosen_id=campaign_id, events=(), before=0, paper=None, error=Said())
        self._show(replace(state, asks_reason=False))
        self._load_events(before=0)

    def load_more(self) -> None:
        """Load older events, or everything where head office did not answer."""
        if self._state.loading:
            return
        if not self._state.is_known:
            self.reload()
        elif self._state.before:
            self._load_events(before=self._state.before)

    def open_event(self, event_id: int) -> None:
        """Show the receipt of an event; once more, and the one that had used the coupon before."""
        event = next((each for each in self._state.events if each.event_id == event_id), None)
        if event is None:
            return
        shown = "" if self._state.paper is None else self._state.paper.number
        number = event.first_receipt if event.first_receipt and shown == event.receipt else event.receipt
        if number:
            self._open_receipt(number)

    def ask_reason(self, *, asking: bool) -> None:
        """Ask why the coupons shall count offline again, or leave it."""
        if not self._state.giving_back:
            self._show(replace(self._state, asks_reason=asking, error=Said()))

    def give_offline_back(self, reason: OfflineReason) -> None:
        """Let the coupons of the chosen campaign count offline again, and look at the accounts anew."""
        state = self._state
        if state.giving_back or not state.asks_reason or not state.is_offline_lost:
            return
        actor, campaign_id, asked = self._session.require_actor(), state.chosen_id, self._asked
        self._show(replace(state, giving_back=True, error=Said()))
        self._network.run(
            lambda: self._tools.campaigns.give_offline_back(actor, campaign_id, reason=reason),
            lambda _: self._on_given_back(asked),
            lambda error: self._on_error(asked, error),
        )

    def go_back(self) -> None:
        """Return to selling, or to where a shift is opened."""
        self._navigate("open_shift" if self._session.shift is None else "sell")

    def _load_events(self, *, before: int) -> None:
        actor, campaign_id = self._session.require_actor(), self._state.chosen_id
        asked = self._asked
        self._show(replace(self._state, loading=True))
        self._network.run(
            lambda: self._tools.campaigns.events(actor, campaign_id, before=before),
            lambda page: self._on_events(campaign_id, page, older=bool(before)),
            lambda error: self._on_error(asked, error),
        )

    def _open_receipt(self, number: str) -> None:
        self._show(replace(self._state, paper=Paper(number)))
        self._network.run(
            lambda: self._tools.find_receipt(number),
            lambda found: self._on_paper(Paper(number, found)),
            lambda error: self._on_paper(Paper(number, error=self._said(error))),
        )

    def _on_campaigns(self, asked: int, found: tuple[CampaignItem, ...]) -> None:
        if asked != self._asked:
            return
        ids = [each.campaign_id for each in found]
        chosen = self._state.chosen_id if self._state.chosen_id in ids else next(iter(ids), "")
        self._show(replace(self._state, campaigns=found, is_known=True, loading=False, chosen_id=chosen))
        if chosen:
            self._load_events(before=0)

    def _on_events(self, campaign_id: str, page: EventPage, *, older: bool) -> None:
        state = self._state
        if campaign_id == state.chosen_id:
            events = (*state.events, *page.events) if older else page.events
            self._show(replace(state, events=events, before=page.before, loading=False))

    def _on_given_back(self, asked: int) -> None:
        if asked == self._asked:
            self._show(replace(self._state, giving_back=False, asks_reason=False))
            self.reload()

    def _on_paper(self, paper: Paper) -> None:
        shown = self._state.paper
        if shown is not None and shown.number == paper.number:
            self._show(replace(self._state, paper=paper))

    def _on_error(self, asked: int, error: BaseException) -> None:
        said = self._said(error)
        if asked == self._asked:
            self._show(replace(self._state, loading=False, giving_back=False, error=said))

    def _said(self, error: BaseException) -> Said:
        """Return what to say; what is no error of the shop is a bug and goes on."""
        if not isinstance(error, PosError):
            raise error
        return said_of(error, self._tools.currency)

    def _show(self, state: CampaignsState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
