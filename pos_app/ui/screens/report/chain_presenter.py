"""Asks head office for the figures of all stores, some, or a region, and for what stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.reporting.chain import ORDER_PLACED, is_away
from pos_app.services.reporting.chain_model import (
    STORE,
    ChainAnswer,
    ChainPage,
    ChainQuestion,
    Part,
    has_rows,
    moved_to,
)
from pos_app.services.reporting.find_receipts import Evidence
from pos_app.services.session import Session
from pos_app.services.stock_model import ChainStore
from pos_app.ui.screens.report.chain_state import ChainBehind, ChainState
from pos_app.ui.screens.report.hands import message_of
from pos_app.ui.screens.report.scopes import Step, step_days
from pos_app.ui.screens.report.state import Message, Opened, Opening, OutWay, key_of
from retail_core.reporting.report import Drill

NOTHING_KEPT = "report.nothing_kept"


class ChainView(Protocol):
    """What the presenter needs of the picture."""

    def show_state(self, state: ChainState) -> None:
        """Show ``state``."""


class ChainUseCase(Protocol):
    """Asks head office, and keeps what it said."""

    def stores(self, actor: Actor) -> Sequence[ChainStore]:
        """Return the stores of the chain."""

    def today(self) -> str:
        """Return the business day of this store."""

    def ask(self, actor: Actor, question: ChainQuestion, *, language: str) -> ChainAnswer:
        """Return head office's answer."""

    def keep(self, answer: ChainAnswer) -> None:
        """Keep an answer."""

    def kept(self, actor: Actor, question: ChainQuestion, *, language: str) -> ChainAnswer | None:
        """Return the last answer to the same question."""

    def parts(self, actor: Actor, answer: ChainAnswer, *, drill: Drill) -> tuple[Part, ...]:
        """Return the stores behind a figure."""

    def entries(
        self, actor: Actor, answer: ChainAnswer, *, store_id: str, drill: Drill, after: str = ""
    ) -> ChainPage:
        """Return a page of the entries behind a figure of a store."""


@dataclass(frozen=True, slots=True)
class ChainTools:
    """What the page works with.

    ``open_row`` returns the paper of an entry of a store, or what it says; ``hand_out`` prints an answer, or
    writes it as a file and returns where.
    """

    chain: ChainUseCase
    open_row: Callable[[Actor, Evidence, str], Opened]
    hand_out: Callable[[Actor, ChainAnswer, OutWay], Path | None]
    load_pictures: Callable[[], None]
    language: Callable[[], str]


@dataclass(frozen=True, slots=True)
class ChainLanes:
    """``office`` asks, ``reading`` reads what is kept, ``storage`` keeps it, ``paper`` makes files."""

    office: Lane
    reading: Lane
    storage: Lane
    paper: Lane


class ChainPresenter:
    """Owns the state of the page."""

    def __init__(
        self, tools: ChainTools, *, session: Session, lanes: ChainLanes, navigate: Callable[[str], None]
    ) -> None:
        self._tools = tools
        self._session = session
        self._lanes = lanes
        self._navigate = navigate
        self._view: ChainView | None = None
        self._state = ChainState()
        # Answers to questions that nobody asks any more are dropped.
        self._asked = 0

    def bind(self, view: ChainView) -> None:
        """Show everything in ``view`` from now on."""
        self._view = view
        view.show_state(self._state)

    def enter(self) -> None:
        """Ask for today, of all stores."""
        actor = self._session.require_actor()
        self._asked += 1
        self._show(ChainState())
        self._lanes.reading.run(
            lambda: self._read_stores(actor),
            self._guarded(self._on_stores),
            self._guarded(self._on_refused),
        )

    def leave(self) -> None:
        """Wait for no answer."""
        self._asked += 1

    def ask(self, question: ChainQuestion) -> None:
        """Ask about other stores or days; the old figures stay until there is an answer."""
        actor, language = self._session.require_actor(), self._tools.language()
        self._asked += 1
        self._show(replace(self._state, question=question, loading=True, fault=None, behind=None))
        self._lanes.office.run(
            lambda: self._tools.chain.ask(actor, question, language=language),
            self._guarded(self._on_answer),
            self._guarded(self._on_not_answered),
        )

    def ask_again(self) -> None:
        """Ask the same once more: figures go on, a connection comes back, names are wanted in a language."""
        if self._state.question is not None:
            self.ask(self._state.question)

    def step(self, step: Step) -> None:
        """Go to the day or period before or after."""
        question = self._state.question
        if question is None or self._state.loading:
            return
        days = step_days(question.first_day, question.last_day, step=step, newest=self._state.today)
        if days is not None:
            self.ask(moved_to(question, first_day=days[0], last_day=days[1]))

    def count_members(self) -> None:
        """Ask for the figures of members, too."""
        if self._state.question is not None and not self._state.question.members:
            self.ask(replace(self._state.question, members=True))

    def show_section(self, name: str) -> None:
        """Turn to another page."""
        self._show(replace(self._state, section=name))

    def open_behind(self, opening: Opening) -> None:
        """Read which stores stand behind a figure, or at once what does in the only one."""
        answer = self._state.answer
        if answer is None:
            return
        if not has_rows(opening.drill):
            self._show(replace(self._state, behind=ChainBehind(opening, parts=())))
            return
        store = opening.drill.key if opening.drill.dimension == STORE else answer.report.scope.store
        self._show(replace(self._state, behind=ChainBehind(opening, store=store)))
        if store:
            self._read_rows(answer, store=store)
            return
        actor, drill = self._session.require_actor(), opening.drill
        self._lanes.office.run(
            lambda: self._tools.chain.parts(actor, answer, drill=drill),
            lambda parts: self._change_behind(opening, "", parts=parts),
            lambda error: self._change_behind(opening, "", fault=message_of(error)),
        )

    def choose_store(self, store_id: str) -> None:
        """Read what stands behind the figure in one of the stores."""
        answer, behind = self._state.answer, self._state.behind
        if answer is None or behind is None:
            return
        self._show(replace(self._state, behind=replace(behind, store=store_id, rows=None, fault=None)))
        self._read_rows(answer, store=store_id)

    def read_more(self) -> None:
        """Read the next page of the list."""
        answer, behind = self._state.answer, self._state.behind
        if answer is not None and behind is not None and behind.more:
            self._read_rows(answer, store=behind.store)

    def close_rows(self) -> None:
        """Show the stores again, or the report alone where it was about one."""
        behind = self._state.behind
        if behind is not None and behind.parts is not None:
            kept = replace(behind, store="", rows=None, more="", fault=None, opened=None)
            self._show(replace(self._state, behind=kept))
        else:
            self.close_behind()

    def close_behind(self) -> None:
        """Show the report alone again."""
        self._show(replace(self._state, behind=None))

    def open_row(self, key: str) -> None:
        """Read the receipt or entry of a row."""
        behind = self._state.behind
        rows = (behind.rows if behind is not None else None) or ()
        row = next((each for each in rows if key_of(each) == key), None)
        if behind is None or row is None:
            return
        opening, store = behind.opening, behind.store
        if row.type == ORDER_PLACED:
            # An order is no entry of a till; its row says what is known of it here.
            self._change_behind(opening, store, opened=Opened(row))
            return
        actor = self._session.require_actor()
        self._lanes.office.run(
            lambda: self._tools.open_row(actor, row, store),
            lambda opened: self._change_behind(opening, store, opened=opened),
            lambda error: self._change_behind(opening, store, fault=message_of(error)),
        )

    def close_row(self) -> None:
        """Show the list again."""
        if self._state.behind is not None:
            self._show(replace(self._state, behind=replace(self._state.behind, opened=None)))

    def hand_out(self, way: OutWay) -> None:
        """Print the report, or write it as a file and tell where it lies."""
        answer = self._state.answer
        if answer is None or self._state.busy:
            return
        actor = self._session.require_actor()
        self._show(replace(self._state, busy=True, news=None))
        lane = self._lanes.storage if way == "receipt_printer" else self._lanes.paper
        lane.run(lambda: self._tools.hand_out(actor, answer, way), self._on_handed_out, self._on_paper_error)

    def go_back(self) -> None:
        """Return to the reports of this till."""
        self._navigate("report")

    def _read_stores(self, actor: Actor) -> tuple[tuple[ChainStore, ...], str]:
        stores = tuple(self._tools.chain.stores(actor))
        # Most of what pictures need is loaded here, so that the window waits less for the first one.
        self._tools.load_pictures()
        return stores, self._tools.chain.today()

    def _on_stores(self, found: tuple[tuple[ChainStore, ...], str]) -> None:
        stores, today = found
        self._show(replace(self._state, stores=stores, today=today))
        self.ask(ChainQuestion(today, today))

    def _on_answer(self, answer: ChainAnswer) -> None:
        self._show(replace(self._state, answer=answer, loading=False, fault=None))
        self._lanes.storage.run(lambda: self._tools.chain.keep(answer), lambda _: None, self._on_paper_error)

    def _on_not_answered(self, error: BaseException) -> None:
        question = self._state.question
        if question is None or not is_away(error):
            self._on_refused(error)
            return
        actor, language = self._session.require_actor(), self._tools.language()
        fault = message_of(error)
        self._lanes.reading.run(
            lambda: self._tools.chain.kept(actor, question, language=language),
            self._guarded(lambda kept: self._on_kept(kept, fault)),
            self._guarded(self._on_refused),
        )

    def _on_kept(self, kept: ChainAnswer | None, fault: Message) -> None:
        why = fault if kept is not None else Message(NOTHING_KEPT)
        self._show(replace(self._state, answer=kept, loading=False, fault=why))

    def _on_refused(self, error: BaseException) -> None:
        self._show(replace(self._state, answer=None, loading=False, fault=message_of(error)))

    def _guarded(self, then: Callable[..., None]) -> Callable[[object], None]:
        """Return ``then`` for the answer to what is asked now, and nothing for one that comes too late."""
        asked = self._asked

        def take(answer: object) -> None:
            if asked == self._asked:
                then(answer)

        return take

    def _read_rows(self, answer: ChainAnswer, *, store: str) -> None:
        behind = self._state.behind
        assert behind is not None
        actor, opening, after = self._session.require_actor(), behind.opening, behind.more
        self._lanes.office.run(
            lambda: self._tools.chain.entries(
                actor, answer, store_id=store, drill=opening.drill, after=after
            ),
            lambda page: self._on_rows(opening, store, page=page),
            lambda error: self._change_behind(opening, store, fault=message_of(error)),
        )

    def _on_rows(self, opening: Opening, store: str, *, page: ChainPage) -> None:
        behind = self._state.behind
        if behind is not None:
            rows = (*(behind.rows or ()), *page.rows)
            self._change_behind(opening, store, rows=rows, more=page.more)

    def _change_behind(self, opening: Opening, store: str, **changed: object) -> None:
        """Show what was read, if somebody still looks at the list that it belongs to."""
        behind = self._state.behind
        if behind is not None and behind.opening == opening and behind.store == store:
            self._show(replace(self._state, behind=replace(behind, **changed)))  # type: ignore[arg-type]

    def _on_handed_out(self, path: Path | None) -> None:
        news = Message("report.printed", good=True)
        if path is not None:
            news = Message("report.saved", (str(path),), good=True)
        self._show(replace(self._state, busy=False, news=news))

    def _on_paper_error(self, error: BaseException) -> None:
        self._show(replace(self._state, busy=False, news=message_of(error)))

    def _show(self, state: ChainState) -> None:
        self._state = state
        if self._view is not None:
            self._view.show_state(state)
