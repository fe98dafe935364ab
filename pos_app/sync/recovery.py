"""Sends what an earlier incarnation of this till left behind: from its mirror, or from its own files."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pos_app.services.errors import Rejected
from pos_app.services.recover_journal import Recovered
from pos_app.sync.http import CentralHttp
from pos_app.sync.sender import empty_batch, within_size
from retail_core.journal import Entry, Head, genesis, sign_head
from retail_core.wire.journal import MAX_ENTRIES, JournalBatch, JournalReceipt, WireEntry


class HttpRecovery:
    """Implements :class:`pos_app.services.recover_journal.Recovery`, signed by the present incarnation."""

    def __init__(self, http: CentralHttp, *, device_seed: bytes) -> None:
        """Keep the way to the server and the key that signs what is sent."""
        self._http = http
        self._device_seed = device_seed

    def stored_through(self, terminal: str, incarnation: int) -> int:
        """Return how far the server has an incarnation."""
        return self._post(empty_batch(genesis(terminal, incarnation), self._device_seed)).acked_through

    def send(self, terminal: str, incarnation: int, *, entries: Iterable[Entry]) -> Recovered:
        """Send what the server lacks of ``entries``, which are of one incarnation and in order."""
        before = through = self.stored_through(terminal, incarnation)
        for wire in _batches(entry for entry in entries if entry.seq > before):
            if wire[0].seq != through + 1:
                return Recovered(before, through, gap_before=wire[0].seq)
            through = self._post(self._batch(terminal, incarnation, wire=wire)).acked_through
            if through != wire[-1].seq:
                raise Rejected("sync.fork", wire[-1].seq)
        return Recovered(before, through)

    def _batch(self, terminal: str, incarnation: int, *, wire: Sequence[WireEntry]) -> JournalBatch:
        head = Head(terminal, incarnation, wire[-1].seq, wire[-1].hash)
        return JournalBatch(
            terminal=terminal,
            incarnation=incarnation,
            first_seq=wire[0].seq,
            entries=tuple(wire),
            head_signature=sign_head(head, self._device_seed),
        )

    def _post(self, batch: JournalBatch) -> JournalReceipt:
        return self._http.post("/v1/journal", batch, reply=JournalReceipt)


def _batches(entries: Iterator[Entry]) -> Iterator[list[WireEntry]]:
    while chunk := list(islice(entries, MAX_ENTRIES)):
        while chunk:
            wire = within_size(chunk)
            yield wire
            del chunk[: len(wire)]
