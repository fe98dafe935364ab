"""Facts go up: in batches, in order, acknowledged by one number.

Source: DESIGN.md §4, "Up"; docs/protocol.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.services.errors import Rejected
from pos_app.services.ports import JournalOutbox
from pos_app.sync.http import CentralHttp
from retail_core.journal import Entry, Head, sign_head, verify_anchor
from retail_core.wire.journal import MAX_BATCH_BYTES, MAX_ENTRIES, JournalBatch, JournalReceipt, WireEntry

_ENVELOPE_BYTES = 4_096


@dataclass(frozen=True, slots=True)
class Sent:
    """What a batch came to: all facts up to ``acked_through`` are safe; ``lower_to`` asks for a resend."""

    acked_through: int
    lower_to: int | None = None


class JournalSender:
    """Sends what the server does not have yet. Runs on the upload lane and writes nothing itself."""

    def __init__(
        self, http: CentralHttp, outbox: JournalOutbox, *, device_seed: bytes, root_public_key: bytes
    ) -> None:
        """Keep the way to the server and the keys of both sides."""
        self._http = http
        self._outbox = outbox
        self._device_seed = device_seed
        self._root_public_key = root_public_key
        self._has_looked = False

    def send_batch(self) -> Sent | None:
        """Send the next batch; ``None`` when there is nothing to send.

        Raises:
            Unreachable: Try again later.
            AuthExpired: The till has to be enrolled again.
            Rejected: The server refused the batch as a whole, or its anchor is not signed by the root key.
        """
        acked = self._outbox.acked_through()
        entries = within_size(self._outbox.after(acked, MAX_ENTRIES))
        if not entries:
            return self._look_once(acked)
        receipt = self._http.post("/v1/journal", self._batch(entries), reply=JournalReceipt)
        if receipt.acked_through < entries[0].seq - 1:
            return Sent(receipt.acked_through, lower_to=receipt.expected)
        self._check_anchor(receipt, first_seq=entries[0].seq)
        self._has_looked = True
        return Sent(receipt.acked_through)

    def _look_once(self, acked: int) -> Sent | None:
        """Ask once after a start where the server stands, although there is nothing to send.

        Otherwise an old copy of the till's files would be noticed only after its first sale.
        """
        if self._has_looked or not acked:
            return None
        head = self._outbox.head()
        receipt = self._http.post("/v1/journal", empty_batch(head, self._device_seed), reply=JournalReceipt)
        self._has_looked = True
        if receipt.acked_through < acked:
            return Sent(receipt.acked_through, lower_to=receipt.expected)
        self._check_anchor(receipt, first_seq=1)
        return None

    def _batch(self, entries: Sequence[WireEntry]) -> JournalBatch:
        head = self._head(entries[-1])
        return JournalBatch(
            terminal=head.terminal,
            incarnation=head.incarnation,
            first_seq=entries[0].seq,
            entries=tuple(entries),
            head_signature=sign_head(head, self._device_seed),
        )

    def _head(self, last: WireEntry) -> Head:
        head = self._outbox.head()
        return Head(head.terminal, head.incarnation, last.seq, last.hash)

    def _check_anchor(self, receipt: JournalReceipt, *, first_seq: int) -> None:
        here = self._outbox.head()
        anchored = Head(here.terminal, here.incarnation, receipt.acked_through, receipt.anchor_hash)
        if not verify_anchor(anchored, receipt.anchor_signature, public_key=self._root_public_key):
            raise Rejected("sync.anchor_unsigned", receipt.acked_through)
        if receipt.acked_through >= first_seq and self._hash_at(receipt.acked_through) != receipt.anchor_hash:
            # Another past, or one that goes on where this journal ends: a folder that was copied or put back.
            # Taking the number would leave what is written here from now on unsent without a word.
            raise Rejected("sync.fork", receipt.acked_through)

    def _hash_at(self, seq: int) -> str | None:
        """Return the hash of an entry of this journal, ``None`` if it does not reach so far."""
        return next((entry.hash for entry in self._outbox.after(seq - 1, 1) if entry.seq == seq), None)


def empty_batch(head: Head, device_seed: bytes) -> JournalBatch:
    """Return the batch that asks where the server stands with an incarnation."""
    return JournalBatch(
        terminal=head.terminal,
        incarnation=head.incarnation,
        first_seq=head.seq + 1,
        entries=(),
        head_signature=sign_head(head, device_seed),
    )


def within_size(entries: Sequence[Entry]) -> list[WireEntry]:
    """Return as many of ``entries`` as fit a request, at least one."""
    taken: list[WireEntry] = []
    size_bytes = _ENVELOPE_BYTES
    for entry in entries:
        wire = to_wire(entry)
        size_bytes += len(wire.model_dump_json().encode()) + 1
        if taken and size_bytes > MAX_BATCH_BYTES:
            break
        taken.append(wire)
    return taken


def to_wire(entry: Entry) -> WireEntry:
    """Return a journal entry as it travels."""
    return WireEntry.model_validate(
        {
            "id": entry.id,
            "seq": entry.seq,
            "type": entry.type,
            "version": entry.version,
            "wall_ms": entry.wall_ms,
            "mono_ms": entry.mono_ms,
            "actor": entry.actor,
            "prev_hash": entry.prev_hash,
            "body": dict(entry.body),
            "personal": None if entry.personal is None else dict(entry.personal),
            "salt": entry.salt,
            "body_hash": entry.body_hash,
            "personal_hash": entry.personal_hash,
            "hash": entry.hash,
        }
    )
