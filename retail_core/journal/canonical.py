"""Canonical JSON (RFC 8785) for what is hashed: one value has exactly one sequence of bytes.

Source: RFC 8785; DESIGN "The journal is the outbox": integers within 53 bits, no floats.
"""

import json
from collections.abc import Mapping

import rfc8785

from retail_core.journal.errors import JournalError

MAX_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader keeps exactly; larger ids travel as text."""

MAX_DEPTH = 32
"""How deep a body may be nested; real bodies need fewer than ten levels."""

_dumps = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def canonical_bytes(value: object) -> bytes:
    """Return the canonical UTF-8 bytes of ``value``.

    Raises:
        JournalError: ``journal.float``, ``journal.integer_too_large``, ``journal.not_json``,
            ``journal.key_not_text``, ``journal.bad_text`` or ``journal.too_deep``.
    """
    plain, ascii_keys = _plain(value, where="", depth=0)
    try:
        if ascii_keys:
            # Python sorts by code point, RFC 8785 by UTF-16 unit: the same for ASCII keys, six times faster.
            return _dumps(plain).encode()
        return rfc8785.dumps(plain)  # type: ignore[arg-type]  # _plain made it JSON
    except (UnicodeEncodeError, rfc8785.CanonicalizationError) as error:
        code = "journal.bad_text"
        raise JournalError(code) from error


def canonical_text(value: object) -> str:
    """Return the canonical form of ``value`` as text; raises what ``canonical_bytes`` raises."""
    return canonical_bytes(value).decode()


def _plain(value: object, *, where: str, depth: int) -> tuple[object, bool]:
    """Return ``value`` in plain dicts and lists, and whether all its keys are ASCII."""
    if value is None or isinstance(value, bool | str):
        return value, True
    if isinstance(value, int):
        if not -MAX_INTEGER <= value <= MAX_INTEGER:
            raise JournalError("journal.integer_too_large", where)
        return value, True
    if isinstance(value, float):
        raise JournalError("journal.float", where)
    if depth >= MAX_DEPTH:
        raise JournalError("journal.too_deep", where)
    if isinstance(value, Mapping):
        return _plain_mapping(value, where=where, depth=depth)
    if isinstance(value, list | tuple):
        items = [_plain(item, where=f"{where}/{index}", depth=depth + 1) for index, item in enumerate(value)]
        return [item for item, _ in items], all(ascii_keys for _, ascii_keys in items)
    raise JournalError("journal.not_json", where)


def _plain_mapping(value: Mapping[object, object], *, where: str, depth: int) -> tuple[object, bool]:
    plain: dict[str, object] = {}
    ascii_keys = True
    for key, item in value.items():
        if not isinstance(key, str):
            raise JournalError("journal.key_not_text", where)
        plain[key], inner_ascii = _plain(item, where=f"{where}/{key}", depth=depth + 1)
        ascii_keys = ascii_keys and inner_ascii and key.isascii()
    return plain, ascii_keys
