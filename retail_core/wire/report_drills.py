"""From a figure of many stores down to the paper of one entry: what is asked of head office.

Source: docs/protocol.md, "Reports".
"""

from retail_core.wire.base import Id, Message, Text
from retail_core.wire.journal import WireEntry
from retail_core.wire.reports import DrillDoc, Number, ReportAsk


class PartsAsk(Message):
    """``POST /v1/reports/parts``: what each store of a report added to a cell; rights as for the report."""

    report: ReportAsk
    drill: DrillDoc


class StorePart(Message):
    """What a store added."""

    store_id: Id
    name: Text
    value: Number


class PartsReply(Message):
    """The stores that added something, the largest part first; they sum to the cell."""

    parts: tuple[StorePart, ...]


class EntryAsk(Message):
    """``POST /v1/reports/entry``: an entry that stands behind a figure; rights as :class:`ReportAsk`."""

    staff_id: Id
    store_id: Id
    entry_id: Id


class EntryStore(Message):
    """What stands on the papers of the store where it was."""

    store_id: Id
    name: Text
    address: Text
    legal_id: Text
    time_zone: Text


class EntryReply(Message):
    """The entry as it stands in the journal, without its person, and the till that stated it."""

    entry: WireEntry
    terminal_id: Id
    incarnation: int
    till: Text
    """What stands on the till."""
    actor_name: Text
    """Empty for nobody that head office knows."""
    store: EntryStore
