"""What the page of all stores shows."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.services.reporting.chain_model import ChainAnswer, ChainQuestion, Part
from pos_app.services.reporting.find_receipts import Evidence
from pos_app.services.stock_model import ChainStore
from pos_app.ui.screens.report.state import Message, Opened, Opening


@dataclass(frozen=True, slots=True)
class ChainBehind:
    """What stands behind a figure: the stores that added to it, then the entries of one of them.

    ``parts`` and ``rows`` are ``None`` until they were read; ``store`` is empty while the stores are shown.
    """

    opening: Opening
    parts: tuple[Part, ...] | None = None
    store: str = ""
    rows: tuple[Evidence, ...] | None = None
    more: str = ""
    fault: Message | None = None
    opened: Opened | None = None


@dataclass(frozen=True, slots=True)
class ChainState:
    """The stores that can be chosen, what was asked last, and what head office answered.

    ``loading`` until an answer is there, or the reason without one; an older answer may stand meanwhile.
    ``fault`` beside an answer says why it is a kept one. ``busy`` while paper is made.
    """

    stores: tuple[ChainStore, ...] = ()
    today: str = ""
    question: ChainQuestion | None = None
    answer: ChainAnswer | None = None
    section: str = "overview"
    loading: bool = True
    busy: bool = False
    fault: Message | None = None
    news: Message | None = None
    behind: ChainBehind | None = None
