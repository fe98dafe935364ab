"""What the approval sheet shows."""

from dataclasses import dataclass, field

from pos_app.services.records import StaffTile
from pos_app.ui.said import Said


@dataclass(frozen=True, slots=True)
class ApprovalState:
    """The act in words, who may allow it, who of them was chosen, and what went wrong.

    ``about`` says what is to be allowed, ``why`` why it needs somebody. With ``only_managers`` the staff list
    is old.
    """

    open: bool = False
    about: Said = field(default_factory=Said)
    why: Said = field(default_factory=Said)
    people: tuple[StaffTile, ...] = ()
    loaded: bool = False
    only_managers: bool = False
    chosen: StaffTile | None = None
    busy: bool = False
    message: Said = field(default_factory=Said)
