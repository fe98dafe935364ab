"""The page of all stores in the hall."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.ui.screens.report.chain_presenter import ChainLanes, ChainPresenter, ChainTools
from pos_app.ui.screens.report.chain_view import ChainScreen
from pos_app.ui.widgets.series import load_plots
from tests.fakes import InlineLane
from tests.unit.pos_app.ui.screens.report.chain_fakes import FakeChain

if TYPE_CHECKING:
    from pos_app.ui.format import Formats
    from tests.ui.screens.hall import Hall


def add_chain(hall: Hall, formats: Formats, *, chain: FakeChain, paper: bytes) -> ChainPresenter:
    """Put the page into the hall's window and return who leads it."""
    lane = InlineLane()
    presenter = ChainPresenter(
        ChainTools(
            chain,
            open_row=lambda actor, row, store: chain.open_row(actor, row, store, picture=paper),
            hand_out=lambda _actor, _answer, _way: Path("reports") / "all_2026-11-22_1830.pdf",
            load_pictures=load_plots,
            language=lambda: hall.face.language.name,
        ),
        session=hall.session,
        lanes=ChainLanes(lane, lane, lane, lane),
        navigate=lambda _name: None,
    )
    hall.window.add_screen(ChainScreen(presenter, hall.window, theme=hall.face.theme, formats=formats))
    return presenter
