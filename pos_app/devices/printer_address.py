"""A printer's address as one line of text, for a settings field, a command line or a support call.

``tcp://HOST:PORT?width=58|80&mode=text|raster``, ``file:PATH?width=…&mode=…``, ``null:``. Width is 80 and
mode is text unless said otherwise; the port is 9100.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from pos_app.devices.paper import PAPERS, Paper, PrintMode
from pos_app.services.errors import DeviceError

_RAW_PORT = 9100
_KNOWN_OPTIONS = frozenset({"width", "mode"})


class Connection(StrEnum):
    """How bytes reach the printer."""

    TCP = "tcp"
    FILE = "file"
    NULL = "null"


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """A read address; ``host`` and ``port`` belong to TCP, ``path`` to a file or folder."""

    connection: Connection
    paper: Paper
    mode: PrintMode
    host: str = ""
    port: int = _RAW_PORT
    path: Path = Path()


def read_address(text: str) -> PrinterAddress:
    """Return what ``text`` says.

    Raises:
        DeviceError: ``printer.address_invalid`` with the text, when it is no such address.
    """
    try:
        return _read(text)
    except (ValueError, KeyError) as error:
        raise DeviceError("printer.address_invalid", text) from error


def _read(text: str) -> PrinterAddress:
    connection = Connection(text.partition(":")[0])
    if connection is Connection.FILE:
        # Taken apart by hand: a Windows path has a drive letter and backslashes.
        place, _, query = text.partition(":")[2].partition("?")
        host, port, path = "", _RAW_PORT, Path(_path_text(place))
    else:
        parts = urlsplit(text)
        query, path = parts.query, Path()
        host, port = _host_and_port(parts.hostname, parts.port, connection=connection)
    options = dict(parse_qsl(query, strict_parsing=True)) if query else {}
    if not options.keys() <= _KNOWN_OPTIONS:
        raise ValueError("option")
    paper = PAPERS[int(options.get("width", "80"))]
    mode = PrintMode(options.get("mode", "text"))
    return PrinterAddress(connection, paper, mode, host, port, path)


def _host_and_port(host: str | None, port: int | None, *, connection: Connection) -> tuple[str, int]:
    if connection is Connection.NULL:
        return "", _RAW_PORT
    if not host:
        raise ValueError("host")
    return host, _RAW_PORT if port is None else port


def _path_text(place: str) -> str:
    path = unquote(place.removeprefix("//"))
    if not path:
        raise ValueError("path")
    return path
