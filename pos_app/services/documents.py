"""What is printed, before anyone knows on what: the document model of receipts and reports.

A document holds meaning (a row with a left and a right side, a code to scan, the word COPY), never widths,
fonts or bytes: the renderers in ``pos_app.devices`` lay it out for 58 mm or 80 mm paper, for PDF and for the
preview. The spool stores documents in their JSON form, so a job can still be printed after the printer was
exchanged for another one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, cast

_ChoiceT = TypeVar("_ChoiceT", bound=StrEnum)

MAX_BLOCKS = 5_000
"""A receipt of 500 lines with a discount and a coupon on each is far below; more is a fault upstream."""


class DocumentFormatError(ValueError):
    """A stored document is not one; the message names the field (for developers, not for the counter)."""


class DocumentKind(StrEnum):
    """What a document is for; the spool and the copy rules go by it."""

    RECEIPT = "receipt"
    GIFT_RECEIPT = "gift_receipt"
    Z_REPORT = "z_report"
    X_REPORT = "x_report"
    REPORT = "report"
    PICKUP_SLIP = "pickup_slip"
    DELIVERY_NOTE = "delivery_note"
    CASH_SLIP = "cash_slip"
    TEST_PAGE = "test_page"


class Align(StrEnum):
    """Where a text stands in its column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Size(StrEnum):
    """How large a text is; each renderer has its own measure for it."""

    NORMAL = "normal"
    LARGE = "large"
    HUGE = "huge"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; it is printed smaller to stay on one line, wraps at normal size, and is never cut."""

    text: str
    align: Align = Align.LEFT
    size: Size = Size.NORMAL
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a row.

    Attributes:
        text: What stands in it.
        align: Where it stands in its column.
        weight: 0 = as wide as the text itself, never wrapped or cut (amounts); otherwise the share of the
            width that the others leave.
    """

    text: str
    align: Align = Align.LEFT
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Columns side by side; cells with a weight wrap, cells without one stay whole."""

    cells: tuple[Cell, ...]
    size: Size = Size.NORMAL
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper, drawn with ``char``."""

    char: str = "-"


@dataclass(frozen=True, slots=True)
class Space:
    """Empty lines."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code, centred, with an optional line below it."""

    data: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Barcode:
    """A Code 128 barcode of printable ASCII, centred, with its text below."""

    data: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A word that nobody may overlook, such as COPY or TRAINING: white on black, across the paper."""

    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the paper is cut; a document that does not end with one is cut at its end all the same."""


Block = Text | Row | Rule | Space | Qr | Barcode | Banner | Cut


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to print.

    Attributes:
        kind: What it is for.
        blocks: From top to bottom.
        copies: How many times it is printed in one job, at least 1.
    """

    kind: DocumentKind
    blocks: tuple[Block, ...]
    copies: int = 1

    def __post_init__(self) -> None:
        if self.copies < 1:
            raise DocumentFormatError("copies")
        if len(self.blocks) > MAX_BLOCKS:
            raise DocumentFormatError("blocks")


def pair(left: str, right: str, *, size: Size = Size.NORMAL, bold: bool = False) -> Row:
    """Return a row whose left text wraps and whose right text (an amount) stays whole at the right edge."""
    return Row((Cell(left), Cell(right, Align.RIGHT, weight=0)), size=size, bold=bold)


# --- reports on A4 ---


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A number that is read first: what it is, its value as text, and one short remark."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar; ``value`` only sets its length, ``value_text`` is what is read."""

    label: str
    value: int
    value_text: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars below a title, in the order given."""

    title: str
    bars: tuple[ChartBar, ...]


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One upright bar and the one it is compared with; ``before`` is ``None`` where there is none."""

    label: str
    value: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Upright bars over time below a title, as wide as the page.

    Attributes:
        title: What they show.
        columns: From left to right.
        ticks: Values of the axis with their texts, from below; the first and the last bound the picture.
        now: What the filled bars are; empty without a comparison.
        before: What the open bars are.
    """

    title: str
    columns: tuple[ChartColumn, ...]
    ticks: tuple[tuple[int, str], ...]
    now: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a report table: its heading, its alignment and its share of the width."""

    title: str
    align: Align = Align.LEFT
    weight: int = 1


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table; every row has as many texts as there are columns, ``total`` is set off below them."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        expected = len(self.columns)
        if any(len(row) != expected for row in self.rows) or (self.total and len(self.total) != expected):
            raise DocumentFormatError("columns")


@dataclass(frozen=True, slots=True)
class Note:
    """What a word of the report means, in a sentence; stands at the end."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report on A4: figures first, pictures next, tables behind them, what the words mean at the end.

    Attributes:
        title: The heading.
        subtitle: Store, till and period.
        figures: Cards below the heading.
        charts: From top to bottom; lying bars two a row.
        tables: From top to bottom; long ones run over pages and repeat their head.
        footer: Stands on every page, before the page number.
        notes: What the figures are.
        notes_title: The heading above them.
        page_of: How a page is numbered, with ``{page}`` and ``{pages}``.
    """

    title: str
    subtitle: str = ""
    figures: tuple[FigureCard, ...] = ()
    charts: tuple[BarChart | ColumnChart, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    footer: str = ""
    notes: tuple[Note, ...] = ()
    notes_title: str = ""
    page_of: str = "{page}"


# --- JSON ---


def document_to_json(document: Document) -> dict[str, object]:
    """Return ``document`` as plain dicts, lists, texts, integers and booleans."""
    return {
        "kind": document.kind.value,
        "copies": document.copies,
        "blocks": [_block_to_json(block) for block in document.blocks],
    }


def document_from_json(value: object) -> Document:
    """Return the document that ``document_to_json`` made ``value`` from.

    Raises:
        DocumentFormatError: ``value`` is not such a document; the error names the field.
    """
    fields = _fields(value)
    return Document(
        kind=_choice(fields, "kind", kind=DocumentKind),
        blocks=tuple(_block_from_json(item) for item in _objects(fields, "blocks")),
        copies=_number(fields, "copies"),
    )


def _block_to_json(block: Block) -> dict[str, object]:
    fields: dict[str, object]
    match block:
        case Text():
            fields = {"text": block.text, "align": block.align.value}
        case Row():
            fields = {"cells": [_cell_to_json(cell) for cell in block.cells]}
        case Rule():
            fields = {"char": block.char}
        case Space():
            fields = {"lines": block.lines}
        case Qr():
            fields = {"data": block.data, "caption": block.caption}
        case Barcode():
            fields = {"data": block.data}
        case Banner():
            fields = {"text": block.text}
        case Cut():
            fields = {}
    if isinstance(block, Text | Row):
        fields |= {"size": block.size.value, "bold": block.bold}
    return {"type": type(block).__name__.lower()} | fields


def _cell_to_json(cell: Cell) -> dict[str, object]:
    return {"text": cell.text, "align": cell.align.value, "weight": cell.weight}


def _block_from_json(fields: Mapping[str, object]) -> Block:
    read = _BLOCK_READERS.get(_text(fields, "type"))
    if read is None:
        raise DocumentFormatError("type")
    return read(fields)


def _read_text(fields: Mapping[str, object]) -> Block:
    return Text(
        _text(fields, "text"),
        align=_choice(fields, "align", kind=Align),
        size=_choice(fields, "size", kind=Size),
        bold=_flag(fields, "bold"),
    )


def _read_row(fields: Mapping[str, object]) -> Block:
    cells = tuple(
        Cell(_text(cell, "text"), align=_choice(cell, "align", kind=Align), weight=_number(cell, "weight"))
        for cell in _objects(fields, "cells")
    )
    return Row(cells, size=_choice(fields, "size", kind=Size), bold=_flag(fields, "bold"))


_BLOCK_READERS: Mapping[str, Callable[[Mapping[str, object]], Block]] = {
    "text": _read_text,
    "row": _read_row,
    "rule": lambda fields: Rule(_text(fields, "char")),
    "space": lambda fields: Space(_number(fields, "lines")),
    "qr": lambda fields: Qr(_text(fields, "data"), caption=_text(fields, "caption")),
    "barcode": lambda fields: Barcode(_text(fields, "data")),
    "banner": lambda fields: Banner(_text(fields, "text")),
    "cut": lambda fields: Cut(),  # noqa: ARG005 - every reader takes the object's fields.
}


def _fields(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise DocumentFormatError("object")
    return cast("dict[str, object]", value)


def _objects(fields: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    value = fields.get(name)
    if not isinstance(value, list) or len(value) > MAX_BLOCKS:
        raise DocumentFormatError(name)
    return [_fields(item) for item in value]


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise DocumentFormatError(name)
    return value


def _number(fields: Mapping[str, object], name: str) -> int:
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise DocumentFormatError(name)
    return value


def _flag(fields: Mapping[str, object], name: str) -> bool:
    value = fields.get(name)
    if not isinstance(value, bool):
        raise DocumentFormatError(name)
    return value


def _choice(fields: Mapping[str, object], name: str, *, kind: type[_ChoiceT]) -> _ChoiceT:
    try:
        return kind(_text(fields, name))
    except ValueError as error:
        raise DocumentFormatError(name) from error
