"""Facts arrive: stored and applied exactly once, in the till's order, and never refused one by one.

A batch is refused whole when it is not what the till signed: unknown protocol, wrong signature, broken
chain. An entry that this server does not understand is stored, acknowledged and parked; one that is
doubtful is applied with an exception for a person. No entry blocks those behind it.

Source: DESIGN, "Up"; docs/protocol.md.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from central_api.enrolment import service as enrolment
from central_api.enrolment.service import ChainState
from central_api.erasing import service as erasing
from central_api.feed import service as feed
from central_api.journal import effects, repository
from central_api.journal.effects import NotAppliedError, StoredFact
from central_api.journal.schemas import Ingested, Refusal, StoredEntry
from central_api.keys import service as keys
from central_api.kit.callers import Caller
from central_api.kit.errors import ApiError
from central_api.kit.facts import DoubtfulFact, FactContext
from central_api.kit.unit import Unit, is_of_the_database
from retail_core.journal import Entry, Head, canonical_text, genesis, sign_anchor, verify, verify_head
from retail_core.wire.journal import JournalBatch, JournalReceipt, WireEntry

PROTOCOL = 1


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What applying some entries came to."""

    exceptions: int = 0
    parked: int = 0


def ingest(unit: Unit, caller: Caller, *, batch: JournalBatch) -> Ingested:
    """Store and apply what is new in a batch; acknowledge again what is not.

    A batch of an earlier incarnation of the same till goes on where that one ended.

    Raises:
        ApiError: 409 ``protocol.unknown`` or ``journal.id_taken``; 403 ``journal.other_till``; 422
            ``journal.not_consecutive``, ``journal.head_signature`` or a ``chain.*`` code with its ``seq``.
    """
    entries = _entries(caller, batch)
    if entries:
        _check(caller, batch, entries=entries)
    state = enrolment.chain_state(unit, caller.terminal_id)
    is_earlier = batch.incarnation < caller.incarnation
    if is_earlier:
        # What a till that died had not sent: its successor has it from the second disk.
        state = _where_it_ended(unit, caller, incarnation=batch.incarnation)
    if state.status == "quarantined":
        return _kept_aside(unit, caller, batch=batch, state=state, reason="journal.quarantined")
    if not entries or batch.first_seq > state.expected_seq:
        return Ingested(_receipt(unit, caller, state=state, outcome=_Outcome()))
    if _has_forked(unit, caller, entries=entries, state=state):
        if not is_earlier:
            enrolment.quarantine(unit, caller.terminal_id)
        return _kept_aside(unit, caller, batch=batch, state=state, reason="journal.fork")
    fresh = [entry for entry in entries if entry.seq >= state.expected_seq]
    if not fresh:
        return Ingested(_receipt(unit, caller, state=state, outcome=_Outcome()))
    outcome = _take(unit, caller, fresh=fresh)
    last = fresh[-1]
    if not is_earlier:
        enrolment.advance_chain(unit, caller.terminal_id, expected_seq=last.seq + 1, head_hash=last.hash)
    moved = ChainState(state.incarnation, last.seq + 1, last.hash, state.status)
    return Ingested(_receipt(unit, caller, state=moved, outcome=outcome), taken=len(fresh))


def applied_through(unit: Unit, caller: Caller, *, below: int | None) -> int:
    """Return up to which ``seq`` a till's entries are contained in transactions below ``below``."""
    return repository.applied_through(unit, caller.terminal_id, incarnation=caller.incarnation, below=below)


def body_of(unit: Unit, entry_id: str) -> str | None:
    """Return the body of a stored entry as JSON text, never its personal part."""
    return repository.body_of(unit, entry_id)


def stored(unit: Unit, entry_id: str) -> StoredEntry | None:
    """Return an entry as it lies here, with its personal part if that was not erased."""
    return repository.stored(unit, entry_id)


def count_aside(unit: Unit, terminal_id: str) -> int:
    """Return how many entries of a till were kept aside."""
    return repository.count_aside(unit, terminal_id)


def count_parked(unit: Unit) -> dict[str, int]:
    """Return how many entries wait, by the code that says for what."""
    return repository.count_parked(unit)


def apply_parked(unit: Unit) -> int:
    """Try parked entries again, as after an upgrade; return how many took effect.

    On PostgreSQL several workers may do so at a time: each entry is one's alone.
    """
    feed.txid(unit)
    contexts: dict[str, FactContext] = {}
    for row in repository.parked(unit):
        context = FactContext(
            entry_id=row["entry_id"],
            terminal_id=row["terminal_id"],
            store_id=row["store_id"],
            incarnation=row["incarnation"],
            seq=row["seq"],
            wall_ms=row["wall_ms"],
            actor=row["actor"],
        )
        fact = StoredFact(context, row["type"], row["version"], row["body"], row["personal"])
        if _apply(unit, fact).parked == 0:
            repository.unpark(unit, context.entry_id)
            contexts[context.entry_id] = context
    _settle(unit, contexts)
    return len(contexts)


def _entries(caller: Caller, batch: JournalBatch) -> list[Entry]:
    if batch.protocol != PROTOCOL:
        raise ApiError(409, "protocol.unknown", detail=str(batch.protocol))
    if batch.terminal != caller.terminal_id or batch.incarnation > caller.incarnation:
        raise ApiError(403, "journal.other_till")
    return [
        Entry(terminal=batch.terminal, incarnation=batch.incarnation, **entry.model_dump())
        for entry in batch.entries
    ]


def _check(caller: Caller, batch: JournalBatch, *, entries: Sequence[Entry]) -> None:
    """Refuse a batch that is not whole in itself, or that the till's key did not sign."""
    first, last = entries[0], entries[-1]
    if first.seq != batch.first_seq:
        raise ApiError(422, "journal.not_consecutive", detail=str(first.seq))
    start = Head(batch.terminal, batch.incarnation, first.seq - 1, first.prev_hash)
    problem = verify(entries, start).problem
    if problem is not None:
        code = "journal.not_consecutive" if problem.code == "chain.gap" else problem.code
        raise ApiError(422, code, detail=str(problem.seq))
    if not verify_head(last.head, batch.head_signature, public_key=caller.device_public_key):
        raise ApiError(422, "journal.head_signature", detail=str(last.seq))


def _where_it_ended(unit: Unit, caller: Caller, *, incarnation: int) -> ChainState:
    """Return how far an earlier incarnation of a till is stored."""
    through = repository.applied_through(unit, caller.terminal_id, incarnation=incarnation, below=None)
    hashes = repository.stored_hashes(
        unit, caller.terminal_id, incarnation=incarnation, first=through, last=through
    )
    head_hash = hashes.get(through, genesis(caller.terminal_id, incarnation).hash)
    return ChainState(incarnation, through + 1, head_hash, "active")


def _has_forked(unit: Unit, caller: Caller, *, entries: Sequence[Entry], state: ChainState) -> bool:
    """Return whether the till tells another past than it told before."""
    known = [entry for entry in entries if entry.seq < state.expected_seq]
    if not known:
        return entries[0].prev_hash != state.head_hash
    stored = repository.stored_hashes(
        unit, caller.terminal_id, incarnation=state.incarnation, first=known[0].seq, last=known[-1].seq
    )
    return any(stored.get(entry.seq) != entry.hash for entry in known)


def _kept_aside(
    unit: Unit, caller: Caller, *, batch: JournalBatch, state: ChainState, reason: Refusal
) -> Ingested:
    rows: list[dict[str, object]] = [
        {
            "terminal_id": caller.terminal_id,
            "incarnation": batch.incarnation,
            "seq": entry.seq,
            "reason": reason,
            "hash": entry.hash,
            "entry": _wire_text(entry),
            "received_ms": unit.now_ms,
        }
        for entry in batch.entries
    ]
    repository.insert_aside(unit, rows)
    return Ingested(_receipt(unit, caller, state=state, outcome=_Outcome()), refused=reason)


def _take(unit: Unit, caller: Caller, *, fresh: Sequence[Entry]) -> _Outcome:
    """Store new entries and let each take effect."""
    taken = repository.taken_ids(unit, [entry.id for entry in fresh])
    if taken or len({entry.id for entry in fresh}) != len(fresh):
        raise ApiError(409, "journal.id_taken", detail=taken[0] if taken else "")
    txid = feed.txid(unit)
    fresh = _without_the_erased(unit, fresh)
    facts = [_fact(caller, entry) for entry in fresh]
    rows = [
        _row(entry, fact, txid=txid, received_ms=unit.now_ms)
        for entry, fact in zip(fresh, facts, strict=True)
    ]
    repository.insert_entries(unit, rows)
    outcome = _apply_together(unit, facts)
    overruns = _settle(unit, {fact.context.entry_id: fact.context for fact in facts})
    return _Outcome(outcome.exceptions + overruns, outcome.parked)


def _without_the_erased(unit: Unit, entries: Sequence[Entry]) -> list[Entry]:
    """Take out what identifies erased members: their till was away and did not know; the chain stays."""
    named = {entry.id: _named(entry) for entry in entries}
    erased = erasing.erased_among(unit, set().union(*named.values()))
    return [
        replace(entry, personal=None, salt=None) if named[entry.id] & erased else entry for entry in entries
    ]


def _named(entry: Entry) -> set[str]:
    """Return the member's id and alias that stand in an entry's personal part."""
    if entry.personal is None:
        return set()
    return {name for key in ("member_id", "alias") if isinstance(name := entry.personal.get(key), str)}


def _apply_together(unit: Unit, facts: Sequence[StoredFact]) -> _Outcome:
    """Let facts take effect, with each table written once; if one of them cannot, each by itself."""
    try:
        with unit.savepoint(), unit.deferring():
            return _sum_of(_apply_plainly(unit, fact) for fact in facts)
    except Exception as error:
        if is_of_the_database(error):
            raise
    return _sum_of(_apply(unit, fact) for fact in facts)


def _apply_plainly(unit: Unit, fact: StoredFact) -> _Outcome:
    """Let a fact take effect with nothing to undo it alone; what fails fails all."""
    try:
        doubts = effects.apply(unit, fact)
    except NotAppliedError as waits:
        if waits.code != effects.UNKNOWN_TYPE:
            raise
        repository.park(unit, fact.context.entry_id, code=waits.code)
        return _Outcome(parked=1)
    _write_exceptions(unit, fact.context, doubts=doubts)
    return _Outcome(exceptions=len(doubts))


def _sum_of(outcomes: Iterable[_Outcome]) -> _Outcome:
    every = list(outcomes)
    return _Outcome(sum(each.exceptions for each in every), sum(each.parked for each in every))


def _settle(unit: Unit, contexts: Mapping[str, FactContext]) -> int:
    """Bring balances up to the facts of ``contexts``; return how many limits they overran."""
    overruns = effects.settle(unit)
    for overrun in overruns:
        assert overrun.entry_id is not None, "only facts are settled here"
        _write_exceptions(unit, contexts[overrun.entry_id], doubts=[overrun.doubt])
    return len(overruns)


def _apply(unit: Unit, fact: StoredFact) -> _Outcome:
    try:
        with unit.savepoint():
            doubts = effects.apply(unit, fact)
    except NotAppliedError as waits:
        repository.park(unit, fact.context.entry_id, code=waits.code)
        return _Outcome(parked=1)
    except Exception as error:  # a fact never blocks those behind it, whatever its effect stumbles over
        if is_of_the_database(error):
            raise
        repository.park(unit, fact.context.entry_id, code=f"park.failed:{type(error).__name__}")
        return _Outcome(parked=1)
    _write_exceptions(unit, fact.context, doubts=doubts)
    return _Outcome(exceptions=len(doubts))


def _write_exceptions(unit: Unit, context: FactContext, *, doubts: Sequence[DoubtfulFact]) -> None:
    rows: list[dict[str, object]] = [
        {
            "entry_id": context.entry_id,
            "terminal_id": context.terminal_id,
            "store_id": context.store_id,
            "kind": doubt.kind,
            "args": json.dumps(doubt.args, ensure_ascii=False, sort_keys=True),
            "state": "open",
            "created_ms": unit.now_ms,
        }
        for doubt in doubts
    ]
    repository.insert_exceptions(unit, rows)


def _fact(caller: Caller, entry: Entry) -> StoredFact:
    context = FactContext(
        entry_id=entry.id,
        terminal_id=entry.terminal,
        store_id=caller.store_id,
        incarnation=entry.incarnation,
        seq=entry.seq,
        wall_ms=entry.wall_ms,
        actor=entry.actor,
    )
    personal = None if entry.personal is None else canonical_text(entry.personal)
    return StoredFact(context, entry.type, entry.version, canonical_text(entry.body), personal)


def _row(entry: Entry, fact: StoredFact, *, txid: int, received_ms: int) -> dict[str, object]:
    return {
        "entry_id": entry.id,
        "terminal_id": entry.terminal,
        "incarnation": entry.incarnation,
        "seq": entry.seq,
        "txid": txid,
        "type": entry.type,
        "version": entry.version,
        "wall_ms": entry.wall_ms,
        "mono_ms": entry.mono_ms,
        "actor": entry.actor,
        "prev_hash": entry.prev_hash,
        "body": fact.body,
        "personal": fact.personal,
        "salt": entry.salt,
        "body_hash": entry.body_hash,
        "personal_hash": entry.personal_hash,
        "hash": entry.hash,
        "received_ms": received_ms,
        "state": "applied",
        "park_code": "",
    }


def _receipt(unit: Unit, caller: Caller, *, state: ChainState, outcome: _Outcome) -> JournalReceipt:
    head = Head(caller.terminal_id, state.incarnation, state.expected_seq - 1, state.head_hash)
    return JournalReceipt(
        acked_through=head.seq,
        expected=state.expected_seq,
        anchor_hash=head.hash,
        anchor_signature=sign_anchor(head, keys.root_seed(unit)),
        exceptions=outcome.exceptions,
        parked=outcome.parked,
    )


def _wire_text(entry: WireEntry) -> str:
    return json.dumps(entry.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)
