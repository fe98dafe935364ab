"""What the work list shows: frozen, with codes and ids; the view makes words of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pos_app.services.return_model import FoundReceipt
from pos_app.services.work_list_model import ExceptionItem, ExceptionState
from pos_app.ui.said import Said


@dataclass(frozen=True, slots=True)
class Evidence:
    """A receipt that shows an exception; ``found`` is ``None`` while it is asked for, or on an ``error``."""

    number: str
    found: FoundReceipt | None = None
    error: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class ExceptionsState:
    """Everything on the screen; ``after`` asks for more, 0 when there is no more."""

    showing: ExceptionState = "open"
    items: tuple[ExceptionItem, ...] = ()
    open_count: int = 0
    after: int = 0
    chosen_id: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people by their id, as far as this till knows them."""
    evidence: Evidence | None = None
    is_known: bool = False
    """Whether head office has answered since the screen was entered."""
    loading: bool = False
    settling: bool = False
    news: Said = field(default_factory=Said)
    error: Said = field(default_factory=Said)

    @property
    def chosen(self) -> ExceptionItem | None:
        """The one whose details are shown."""
        return next((each for each in self.items if each.exception_id == self.chosen_id), None)
