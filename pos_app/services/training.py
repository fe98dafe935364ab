"""Practice at a till: who it is meanwhile, and the one fact that the real books keep of it.

Source: docs/rules/training.md.
"""

from dataclasses import replace
from typing import Final

from pos_app.services.events import EventBus, FactWritten
from pos_app.services.ports import Clock, Store
from pos_app.services.records import Terminal
from pos_app.services.write_fact import TILL_ACTOR, write_fact
from retail_core.wire import shift_facts
from retail_core.wire.shift_facts import TrainingLeft

PREFIX: Final = "TR-"
"""What the numbers of practice papers begin with; no store is called so."""


NOWHERE: Final = "https://training.invalid"
"""Where head office would be: a name that stands for no computer. Source: RFC 2606."""


def training_terminal(real: Terminal, space_id: str) -> Terminal:
    """Return the identity of a till to practise on: the same store, and nobody to send anything to."""
    store = replace(real.store, payment_url="", receipt_base_url="")
    return replace(
        real,
        terminal=space_id,
        label=PREFIX + real.label,
        incarnation=1,
        key_id="",
        url=NOWHERE,
        store=store,
        training=True,
    )


class NoteTraining:
    """Notes in the real books how many receipts were made in practice; on the storage lane."""

    def __init__(self, *, store: Store, clock: Clock, events: EventBus) -> None:
        """Work with the real till's store."""
        self._store = store
        self._clock = clock
        self._events = events

    def __call__(self, space_id: str, through: int) -> int:
        """Note the receipts of the practice data up to ``through`` that are not noted yet; return how many.

        Said again it notes nothing: the last note says how far it went. Nothing is written for none.
        """
        with self._store.write() as work:
            notes = work.journal.of_types([shift_facts.TRAINING_LEFT])
            noted = [TrainingLeft.model_validate(each.body, strict=False) for each in notes]
            before = max((each.through for each in noted if each.space_id == space_id), default=0)
            if through <= before:
                return 0
            shift = work.shifts.open()
            body = TrainingLeft(
                shift_id=None if shift is None else shift.shift_id,
                space_id=space_id,
                receipts=through - before,
                through=through,
            )
            entry = write_fact(work, self._clock, kind=shift_facts.TRAINING_LEFT, actor=TILL_ACTOR, body=body)
        self._events.publish(FactWritten(entry.seq))
        return body.receipts
