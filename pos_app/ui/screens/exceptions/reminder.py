"""Tells who may settle exceptions, when they sign in, that some wait; not again until there are more."""

from collections.abc import Callable

from pos_app.services import rights
from pos_app.services.errors import PosError
from pos_app.services.ports import Lane
from pos_app.services.records import Actor
from pos_app.services.session import Session
from pos_app.services.work_list_model import ExceptionPage
from pos_app.ui.i18n import translate
from pos_app.ui.screens.exceptions.presenter import WorkListUseCase


class ExceptionsReminder:
    """Asks head office beside everything else; while it cannot be reached nothing is said."""

    def __init__(
        self, work_list: WorkListUseCase, *, session: Session, network: Lane, tell: Callable[[str, str], None]
    ) -> None:
        """Keep whom to ask; ``tell`` shows a message, with the words for the way to the list."""
        self._work_list = work_list
        self._session = session
        self._network = network
        self._tell = tell
        self._told: dict[str, int] = {}

    def welcome(self, actor: Actor) -> None:
        """Ask for somebody who has just signed in."""
        if rights.EXCEPTION_SETTLE in actor.rights:
            self._network.run(
                lambda: self._work_list.page(actor, "open"),
                lambda page: self._on_page(actor.staff_id, page),
                _unless_it_is_silence,
            )

    def _on_page(self, staff_id: str, page: ExceptionPage) -> None:
        here = self._session.actor
        if here is None or here.staff_id != staff_id:
            return
        before, self._told[staff_id] = self._told.get(staff_id, 0), page.open_count
        if page.open_count > before:
            self._tell(
                translate("Exceptions", "Head office has doubts about this store: {count}").format(
                    count=page.open_count
                ),
                translate("Exceptions", "Show the list"),
            )


def _unless_it_is_silence(error: BaseException) -> None:
    if not isinstance(error, PosError):
        raise error
