"""Reads the text layer of our own PDF files, as search and copy in a viewer would see it.

Knows only what ReportLab writes: simple fonts with a ToUnicode table, and strings in parentheses.
"""

import base64
import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+(?:\+\d+)?) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\) Tj")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pdf_text(data: bytes) -> str:
    """Return every shown string on a line of its own, in the order of drawing."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    tables = {
        name: _to_unicode(objects[int(number)], objects)
        for body in objects.values()
        for name, number in re.findall(rb"/(F\d+(?:\+\d+)?) (\d+) 0 R", body)
    }
    contents = [int(number) for number in re.findall(rb"/Contents (\d+) 0 R", data)]
    return "\n".join(line for number in contents for line in _lines(_stream(objects[number]), tables))


def _lines(content: bytes, tables: dict[bytes, dict[int, str]]) -> list[str]:
    table: dict[int, str] = {}
    lines = []
    for font, shown in _SHOWN.findall(content):
        if font:
            table = tables[font]
        else:
            codes = _ESCAPE.sub(_unescaped, shown)
            lines.append("".join(table.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes))
    return lines


def _unescaped(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    return bytes([int(escaped, 8)]) if escaped[:1].isdigit() else _PLAIN.get(escaped, escaped)


def _to_unicode(font: bytes, objects: dict[int, bytes]) -> dict[int, str]:
    reference = re.search(rb"/ToUnicode (\d+) 0 R", font)
    if reference is None:
        return {}
    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>", _stream(objects[int(reference[1])]))
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _stream(body: bytes) -> bytes:
    match = _STREAM.search(body)
    assert match is not None
    raw = match[1]
    if b"/ASCII85Decode" in body:
        raw = base64.a85decode(raw.strip().removesuffix(b"~>"))
    return zlib.decompress(raw) if b"/FlateDecode" in body else raw
