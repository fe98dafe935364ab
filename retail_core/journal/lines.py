"""The journal as a text file that others can keep and check: one canonical JSON object a line.

The first line says what the file is and where its chain starts, the last one where it ends. Each line
carries ``line_hash`` over the one before and itself, so that also what the chain does not cover (an
entry's id, an erased part, white space) cannot change unnoticed, and the line that is wrong has a number.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import NoReturn, TypeGuard

from retail_core.journal.canonical import canonical_bytes, canonical_text
from retail_core.journal.chain import check_entry
from retail_core.journal.entry import GENESIS_HASH, Entry, Head
from retail_core.journal.errors import JournalError

FORMAT = "loop-pos-journal"
"""The name in the first line."""

FORMAT_VERSION = 1
"""The version in the first line."""

_LINE_DOMAIN = b"POSL1\0"
_ENTRY_FIELDS = frozenset(field.name for field in fields(Entry))
_TEXTS = ("id", "terminal", "type", "actor", "prev_hash", "body_hash", "hash")
_INTEGERS = ("incarnation", "seq", "version", "wall_ms", "mono_ms")


@dataclass(frozen=True, slots=True)
class LinesReport:
    """The outcome of reading an export.

    ``line_no`` counts from 1 and is 0 when all is well; ``seq`` is the entry's place where one could be
    read; ``count`` is the number of sound entries before the problem; ``head`` is where they end.
    """

    line_no: int
    seq: int | None
    code: str | None
    count: int
    head: Head | None


class _RefusedError(Exception):
    """A line that is wrong; ends the reading."""

    def __init__(self, code: str, seq: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.seq = seq


def write_lines(entries: Iterable[Entry], *, start: Head) -> Iterator[str]:
    """Yield the file's lines, each with its newline, for entries that follow ``start``.

    The entries are written as they are; the reader finds what is wrong with them.
    """
    opening = {"format": FORMAT, "version": FORMAT_VERSION, "start": asdict(start)}
    line, line_hash = _sealed(opening, GENESIS_HASH)
    yield line
    head = start
    count = 0
    for entry in entries:
        line, line_hash = _sealed(_as_json(entry), line_hash)
        yield line
        head = entry.head
        count += 1
    yield _sealed({"count": count, "end": asdict(head)}, line_hash)[0]


def verify_lines(lines: Iterable[str | bytes]) -> LinesReport:
    r"""Check an export; any one changed byte is noticed, with the number of its line.

    Args:
        lines: The lines with their ends. Open a file in binary mode, or with ``newline="\n"``: otherwise
            Python hides a changed line end.
    """
    reader = _Reader()
    line_no = 0
    try:
        for line_no, line in enumerate(lines, start=1):  # noqa: B007 - the number outlives the loop
            reader.read(line)
        if not reader.ended:
            line_no += 1
            reader.refuse("lines.truncated")
    except _RefusedError as refusal:
        return LinesReport(line_no, refusal.seq, refusal.code, reader.count, reader.head)
    return LinesReport(0, None, None, reader.count, reader.head)


class _Reader:
    """Reads one line after the other and remembers the chain so far."""

    def __init__(self) -> None:
        self.head: Head | None = None
        self.count = 0
        self.ended = False
        self._line_hash = GENESIS_HASH

    def refuse(self, code: str, seq: int | None = None) -> NoReturn:
        """End the reading with ``code``."""
        raise _RefusedError(code, seq)

    def read(self, line: str | bytes) -> None:
        """Take one line; raise ``_RefusedError`` when it is wrong."""
        if self.ended:
            self.refuse("lines.after_the_end")
        content = _parsed(line)
        line_hash = content.pop("line_hash", None)
        expected = _line_hash(self._line_hash, content)
        head = self._head_after(content)
        if line_hash != expected:
            self.refuse("lines.line_altered", _seq_of(content))
        self._line_hash = expected
        self.ended = "end" in content
        if self.head is not None and not self.ended:
            self.count += 1
        self.head = head

    def _head_after(self, content: dict[str, object]) -> Head:
        """Return the head when the line's content is taken in; raise when it does not fit."""
        if self.head is None:
            return _start(content)
        if "end" in content:
            if content != {"count": self.count, "end": asdict(self.head)}:
                self.refuse("lines.end_wrong")
            return self.head
        entry = _entry(content)
        problem = check_entry(self.head, entry)
        if problem is not None:
            self.refuse(problem.code, problem.seq)
        return entry.head


def _sealed(content: dict[str, object], previous: str) -> tuple[str, str]:
    line_hash = _line_hash(previous, content)
    return canonical_text({**content, "line_hash": line_hash}) + "\n", line_hash


def _line_hash(previous: str, content: Mapping[str, object]) -> str:
    return hashlib.sha256(_LINE_DOMAIN + previous.encode() + canonical_bytes(content)).hexdigest()


def _as_json(entry: Entry) -> dict[str, object]:
    return {field.name: getattr(entry, field.name) for field in fields(Entry)}


def _parsed(line: str | bytes) -> dict[str, object]:
    """Return the line's object; refuse what is not byte for byte its canonical form."""
    try:
        text = line.decode() if isinstance(line, bytes) else line
        content = json.loads(text)
        is_canonical = canonical_text(content) + "\n" == text
    except (ValueError, RecursionError, JournalError) as error:
        code = "lines.not_json"
        raise _RefusedError(code) from error
    if not isinstance(content, dict):
        raise _RefusedError("lines.not_json")
    if not is_canonical:
        raise _RefusedError("lines.not_canonical", _seq_of(content))
    return content


def _seq_of(content: Mapping[str, object]) -> int | None:
    seq = content.get("seq")
    return seq if _is_integer(seq) else None


def _start(content: dict[str, object]) -> Head:
    if content.get("format") != FORMAT or content.get("version") != FORMAT_VERSION:
        raise _RefusedError("lines.unknown_format")
    start = content.get("start")
    if len(content) != 3 or not isinstance(start, dict) or set(start) != set(Head.__slots__):
        raise _RefusedError("lines.unknown_format")
    head = Head(**start)
    texts = isinstance(head.terminal, str) and isinstance(head.hash, str)
    if not (texts and _is_integer(head.seq) and _is_integer(head.incarnation)):
        raise _RefusedError("lines.unknown_format")
    return head


def _entry(content: dict[str, object]) -> Entry:
    seq = _seq_of(content)
    sound = (
        set(content) == _ENTRY_FIELDS
        and all(isinstance(content[name], str) for name in _TEXTS)
        and all(_is_integer(content[name]) for name in _INTEGERS)
        and isinstance(content["body"], dict)
        and isinstance(content["personal"], dict | None)
        and isinstance(content["salt"], str | None)
        and isinstance(content["personal_hash"], str | None)
    )
    if not sound:
        raise _RefusedError("lines.not_an_entry", seq)
    return Entry(**content)  # type: ignore[arg-type]  # each field was looked at above


def _is_integer(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
