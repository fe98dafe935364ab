"""An earlier till of the chain: its journal is written after the fact, and arrives as every journal does."""

from central_api.demo.chance import Chance, hex_of, id_at
from central_api.enrolment import service as enrolment
from central_api.journal import service as journal
from central_api.journal.schemas import Ingested
from central_api.kit.callers import Caller
from central_api.kit.database import Database
from central_api.kit.errors import UsageError
from central_api.kit.unit import Unit
from retail_core.journal import Draft, Entry, append, genesis, public_key_of, sign_head
from retail_core.wire.base import Message
from retail_core.wire.enrolment import EnrolReply, EnrolRequest
from retail_core.wire.facts import TILL_ENROLLED, TillEnrolled
from retail_core.wire.journal import MAX_ENTRIES, JournalBatch, WireEntry

APP_VERSION = "0.1.0"


class PastTill:
    """A till with its own key and chain; states facts, and sends them in batches."""

    def __init__(self, database: Database, store_id: str, *, chance: Chance, began_ms: int) -> None:
        """Enrol the till.

        Args:
            database: Where its facts go.
            store_id: Its store.
            chance: Makes its key and ids.
            began_ms: When it was set up.
        """
        self._database = database
        self._chance = chance
        self._seed = bytes.fromhex(hex_of(chance, 64))
        self._began_ms = began_ms
        self.device_public_key = public_key_of(self._seed).hex()
        reply = database.run(lambda unit: self._join(unit, store_id))
        self.terminal = reply.terminal
        self.label = reply.terminal_label
        self._caller = Caller(
            terminal_id=reply.terminal,
            store_id=store_id,
            incarnation=reply.incarnation,
            key_id=reply.key_id,
            device_public_key=bytes.fromhex(self.device_public_key),
            status="active",
        )
        self._head = genesis(reply.terminal, reply.incarnation)
        self._unsent: list[Entry] = []
        self.state(
            TILL_ENROLLED,
            TillEnrolled(store=store_id, app_version=APP_VERSION, device_public_key=self.device_public_key),
            wall_ms=began_ms,
            actor="system",
        )

    def new_id(self, wall_ms: int) -> str:
        """Return an id for something that begins at ``wall_ms``."""
        return id_at(self._chance, wall_ms)

    def state(
        self, fact: str, body: Message, *, wall_ms: int, actor: str, personal: Message | None = None
    ) -> None:
        """Add a fact to the chain; it is sent with the next batch."""
        draft = Draft(
            type=fact,
            version=1,
            wall_ms=wall_ms,
            mono_ms=wall_ms - self._began_ms,
            actor=actor,
            body=body.model_dump(mode="json"),
            personal=None if personal is None else personal.model_dump(mode="json"),
        )
        salt = None if personal is None else hex_of(self._chance, 32)
        entry = append(self._head, draft, entry_id=self.new_id(wall_ms), salt=salt)
        self._head = entry.head
        self._unsent.append(entry)

    def send(self) -> None:
        """Send what was stated since the last time, signed, and insist that all of it is taken.

        Raises:
            UsageError: The server refused or parked something: the seed itself is wrong.
        """
        while self._unsent:
            outcome = self._database.run(self._send_batch)
            if outcome.refused is not None or outcome.receipt.parked:
                raise UsageError(
                    f"The server did not take the facts of {self.terminal}: {outcome.refused or 'parked'}.",
                    "Make the demo in an empty database.",
                    exit_code=1,
                )
            self._unsent = self._unsent[MAX_ENTRIES:]

    def _join(self, unit: Unit, store_id: str) -> EnrolReply:
        code = enrolment.check_code(unit, enrolment.make_code(unit, store_id))
        assert code is not None, "a code that was just made is right"
        request = EnrolRequest(
            code="", device_public_key=self.device_public_key, app_version=APP_VERSION, device_name="demo"
        )
        return enrolment.join(unit, code, request=request)

    def _send_batch(self, unit: Unit) -> Ingested:
        return journal.ingest(unit, self._caller, batch=self._batch(self._unsent[:MAX_ENTRIES]))

    def _batch(self, entries: list[Entry]) -> JournalBatch:
        last = entries[-1]
        return JournalBatch(
            terminal=self.terminal,
            incarnation=last.incarnation,
            first_seq=entries[0].seq,
            entries=tuple(WireEntry.model_validate(_wire(entry)) for entry in entries),
            head_signature=sign_head(last.head, self._seed),
        )


def _wire(entry: Entry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in WireEntry.model_fields}
