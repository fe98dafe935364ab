"""The hash chain: appending a fact, checking one against its head, verifying a run of them.

The chain covers the header only (with the hashes of body and personal part in it), so that a person can
be erased without breaking it.
"""

import hashlib
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from retail_core.journal.canonical import canonical_bytes
from retail_core.journal.entry import Draft, Entry, Head
from retail_core.journal.errors import JournalError

_HEADER_DOMAIN = b"POSJ1\0"
_HEX_DIGITS = frozenset(string.hexdigits.lower())
_SALT_MIN_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the entry at ``seq``: one of the ``chain.*`` codes."""

    code: str
    seq: int


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a verification: the first problem, the sound entries before it, and their head."""

    problem: Problem | None
    count: int
    head: Head


def append(head: Head, draft: Draft, *, entry_id: str, salt: str | None = None) -> Entry:
    """Return ``draft`` as the entry that follows ``head``.

    Args:
        head: The chain so far.
        draft: The fact.
        entry_id: Its id, unique for ever.
        salt: At least 16 random bytes as lower-case hex text; needed when the draft has a personal part,
            dropped when it has none.

    Raises:
        JournalError: The fact is not canonical JSON, or ``journal.salt_missing``.
    """
    if draft.personal is None:
        salt, personal_hash = None, None
    else:
        if salt is None or len(salt) < _SALT_MIN_DIGITS or not _HEX_DIGITS.issuperset(salt):
            raise JournalError("journal.salt_missing", "salt")
        personal_hash = hash_personal(salt, draft.personal)
    unsealed = Entry(
        id=entry_id,
        terminal=head.terminal,
        incarnation=head.incarnation,
        seq=head.seq + 1,
        type=draft.type,
        version=draft.version,
        wall_ms=draft.wall_ms,
        mono_ms=draft.mono_ms,
        actor=draft.actor,
        prev_hash=head.hash,
        body=draft.body,
        personal=draft.personal,
        salt=salt,
        body_hash=hash_body(draft.body),
        personal_hash=personal_hash,
        hash="",
    )
    return replace(unsealed, hash=hash_header(unsealed))


def hash_body(body: Mapping[str, object]) -> str:
    """Return the SHA-256 of the canonical body, as hex text."""
    return hashlib.sha256(canonical_bytes(body)).hexdigest()


def hash_personal(salt: str, personal: Mapping[str, object]) -> str:
    """Return the SHA-256 of the salt's hex text followed by the canonical personal part, as hex text."""
    return hashlib.sha256(salt.encode() + canonical_bytes(personal)).hexdigest()


def header(entry: Entry) -> dict[str, object]:
    """Return what the chain's hash covers."""
    return {
        "terminal": entry.terminal,
        "incarnation": entry.incarnation,
        "seq": entry.seq,
        "type": entry.type,
        "version": entry.version,
        "wall_ms": entry.wall_ms,
        "mono_ms": entry.mono_ms,
        "actor": entry.actor,
        "prev_hash": entry.prev_hash,
        "body_hash": entry.body_hash,
        "personal_hash": entry.personal_hash,
    }


def hash_header(entry: Entry) -> str:
    """Return the entry's chain hash as its header says it should be, as hex text."""
    return hashlib.sha256(_HEADER_DOMAIN + canonical_bytes(header(entry))).hexdigest()


def check_entry(head: Head, entry: Entry) -> Problem | None:
    """Return what is wrong with ``entry`` as the follower of ``head``, or None.

    The codes, in the order they are looked for: ``chain.other_till``, ``chain.gap``, ``chain.fork``,
    ``chain.body_altered``, ``chain.personal_altered``, ``chain.hash_wrong``. An erased personal part is fine.
    """
    code = _wrong_place(head, entry)
    try:
        code = code or _wrong_content(entry)
    except JournalError:
        code = "chain.body_altered"
    return Problem(code, entry.seq) if code else None


def verify(entries: Iterable[Entry], start: Head) -> Report:
    """Check a run of entries that follows ``start``; stop at the first that is wrong."""
    head = start
    count = 0
    for entry in entries:
        problem = check_entry(head, entry)
        if problem is not None:
            return Report(problem, count, head)
        head = entry.head
        count += 1
    return Report(None, count, head)


def _wrong_place(head: Head, entry: Entry) -> str | None:
    if (entry.terminal, entry.incarnation) != (head.terminal, head.incarnation):
        return "chain.other_till"
    if entry.seq != head.seq + 1:
        return "chain.gap"
    if entry.prev_hash != head.hash:
        return "chain.fork"
    return None


def _wrong_content(entry: Entry) -> str | None:
    if hash_body(entry.body) != entry.body_hash:
        return "chain.body_altered"
    if _personal_altered(entry):
        return "chain.personal_altered"
    if hash_header(entry) != entry.hash:
        return "chain.hash_wrong"
    return None


def _personal_altered(entry: Entry) -> bool:
    if entry.personal is None and entry.salt is None:
        return False
    if entry.personal is None or entry.salt is None:
        return True
    try:
        return hash_personal(entry.salt, entry.personal) != entry.personal_hash
    except (JournalError, UnicodeEncodeError):
        return True
