"""What the sender makes of the server's word for how far the till's facts are safe."""

from collections.abc import Sequence

import pytest

from pos_app.services.errors import Rejected
from pos_app.sync.http import CentralHttp
from pos_app.sync.sender import JournalSender, Sent
from retail_core.journal import Draft, Entry, Head, append, genesis, public_key_of, sign_anchor
from retail_core.wire.base import Message
from retail_core.wire.journal import JournalReceipt

ROOT_SEED = b"r" * 32


class Outbox:
    """A journal of some facts, none of them acknowledged."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.entries: list[Entry] = []
        self.acked = 0
        for text in texts:
            draft = Draft("note", 1, wall_ms=1_000, mono_ms=1, actor="li", body={"text": text}, personal=None)
            self.entries.append(append(self.head(), draft, entry_id=f"e{self.head().seq + 1}", salt=None))

    def head(self) -> Head:
        return self.entries[-1].head if self.entries else genesis("S01-T02", 1)

    def acked_through(self) -> int:
        return self.acked

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        return self.entries[seq : seq + limit]

    def acknowledge(self, through: int) -> None:
        self.acked = through

    def lower(self, expected: int) -> None:
        self.acked = expected - 1


class Server(CentralHttp):
    """Answers every batch with the same anchor."""

    def __init__(self, anchor: Head) -> None:
        super().__init__("http://127.0.0.1:1", None)
        self._anchor = anchor

    def post(self, path: str, message: Message, *, reply: type, read_s: float = 1.0) -> JournalReceipt:  # type: ignore[override]  # one kind of reply is enough here
        del path, message, reply, read_s
        return JournalReceipt(
            acked_through=self._anchor.seq,
            expected=self._anchor.seq + 1,
            anchor_hash=self._anchor.hash,
            anchor_signature=sign_anchor(self._anchor, ROOT_SEED),
            exceptions=0,
            parked=0,
        )


def sender(outbox: Outbox, anchor: Head) -> JournalSender:
    return JournalSender(
        Server(anchor), outbox, device_seed=b"d" * 32, root_public_key=public_key_of(ROOT_SEED)
    )


def test_what_the_server_has_is_acknowledged() -> None:
    outbox = Outbox(["a", "b"])
    assert sender(outbox, outbox.head()).send_batch() == Sent(2)


def test_a_server_that_has_more_than_this_till_wrote_knows_another_till() -> None:
    # A folder restored from a copy: the server has five facts, this journal only the first two of them.
    outbox = Outbox(["a", "b"])
    with pytest.raises(Rejected, match=r"sync\.fork"):
        sender(outbox, Outbox(["a", "b", "c", "d", "e"]).head()).send_batch()


def test_a_server_with_another_fact_behind_this_batch_knows_another_till(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pos_app.sync.sender.MAX_ENTRIES", 2)
    outbox = Outbox(["a", "b", "c"])
    with pytest.raises(Rejected, match=r"sync\.fork"):
        sender(outbox, Outbox(["a", "b", "x"]).head()).send_batch()
    assert sender(outbox, outbox.head()).send_batch() == Sent(3)
