"""What the campaign page shows: frozen, with codes and ids; the view makes words of them."""

from dataclasses import dataclass, field

from pos_app.services.campaign_model import CampaignItem, CouponEventItem
from pos_app.services.return_model import FoundReceipt
from pos_app.ui.said import Said


@dataclass(frozen=True, slots=True)
class Paper:
    """A receipt behind a figure; ``found`` is ``None`` while it is asked for, or on an ``error``."""

    number: str
    found: FoundReceipt | None = None
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class CampaignsState:
    """Everything on the screen; ``before`` asks for older events, 0 when there are none."""

    campaigns: tuple[CampaignItem, ...] = ()
    chosen_id: str = ""
    events: tuple[CouponEventItem, ...] = ()
    before: int = 0
    paper: Paper | None = None
    is_known: bool = False
    """Whether head office has answered since the screen was entered."""
    loading: bool = False
    error: Said = field(default_factory=Said)
    can_give_back: bool = False
    """Whether who is signed in may let coupons count offline again."""
    asks_reason: bool = False
    """Whether it is asked why they shall."""
    giving_back: bool = False

    @property
    def is_offline_lost(self) -> bool:
        """Whether the chosen campaign lost its offline right and could have it back."""
        item = self.chosen
        return item is not None and item.active and bool(item.offline_ended_ms)

    @property
    def chosen(self) -> CampaignItem | None:
        """The campaign whose account is shown."""
        return next((each for each in self.campaigns if each.campaign_id == self.chosen_id), None)
