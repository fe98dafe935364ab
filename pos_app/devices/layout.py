"""Lays a document out in columns: what stands on which line, for a paper of so many half-width columns.

A Chinese character takes two columns. Amounts are never cut: a cell without a weight stays whole at any
price, first at the cost of its neighbours' width, then of its size, then of the row's shape (the cells go
below each other).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pos_app.devices.encoder import columns_of, columns_of_char
from pos_app.services.documents import (
    Align,
    Banner,
    Barcode,
    Block,
    Cell,
    Cut,
    Document,
    Qr,
    Row,
    Rule,
    Size,
    Space,
    Text,
)

_SMALLER: Mapping[Size, tuple[Size, ...]] = {
    Size.HUGE: (Size.HUGE, Size.LARGE, Size.NORMAL),
    Size.LARGE: (Size.LARGE, Size.NORMAL),
    Size.NORMAL: (Size.NORMAL,),
}
_GAP_COLUMNS = 1
_NARROWEST_COLUMNS = 8
_NEVER_FIRST = frozenset("，。、；：！？）》」』】〉％…·,.;:!?)]}%")
_NEVER_LAST = frozenset("（《「『【〈([{")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; ``inverse`` is white on black across the whole paper."""

    text: str
    align: Align = Align.LEFT
    size: Size = Size.NORMAL
    bold: bool = False
    inverse: bool = False


LaidOut = Line | Rule | Space | Qr | Barcode | Cut


def lay_out(
    document: Document, columns: Mapping[Size, int], *, spell: Callable[[str], str]
) -> tuple[LaidOut, ...]:
    """Return the lines and pictures of one copy of ``document``, ending with a cut.

    Args:
        document: What to print.
        columns: How many half-width columns the paper has at each size.
        spell: Applied to every text before it is measured; it must drop what no printer may see.
    """
    layout = _Layout(columns, spell)
    laid = tuple(item for block in document.blocks for item in layout.block(block))
    return laid if laid and isinstance(laid[-1], Cut) else (*laid, Cut())


@dataclass(frozen=True, slots=True)
class _Layout:
    columns: Mapping[Size, int]
    spell: Callable[[str], str]

    def block(self, block: Block) -> Iterator[LaidOut]:
        match block:
            case Text():
                yield from self._text(block)
            case Row():
                yield from self._row(block)
            case Banner():
                yield from self._banner(block)
            case Rule():
                yield Rule(self.spell(block.char)[:1] or "-")
            case Qr():
                yield Qr(self.spell(block.data))
                if block.caption:
                    yield from self._text(Text(block.caption, Align.CENTER))
            case Barcode():
                yield Barcode(self.spell(block.data))
            case Space() | Cut():
                yield block

    def _text(self, block: Text) -> Iterator[Line]:
        for paragraph in block.text.split("\n"):
            spelled = self.spell(paragraph)
            size = next(
                (size for size in _SMALLER[block.size] if columns_of(spelled) <= self.columns[size]),
                Size.NORMAL,
            )
            for text in wrap(spelled, self.columns[size]):
                yield Line(text, block.align, size, block.bold)

    def _banner(self, block: Banner) -> Iterator[Line]:
        for text in wrap(self.spell(block.text), self.columns[Size.HUGE]):
            yield Line(text, Align.CENTER, Size.HUGE, bold=True, inverse=True)

    def _row(self, row: Row) -> Iterator[Line]:
        if not row.cells:
            return
        cells = [Cell(self.spell(cell.text), cell.align, cell.weight) for cell in row.cells]
        for size in _SMALLER[row.size]:
            widths = _widths(cells, self.columns[size])
            if widths is not None:
                yield from (Line(text, size=size, bold=row.bold) for text in _beside(cells, widths))
                return
        for cell in cells:
            align = Align.RIGHT if cell.weight == 0 else cell.align
            for text in wrap(cell.text, self.columns[Size.NORMAL]):
                yield Line(text, align, bold=row.bold)


def _widths(cells: Sequence[Cell], columns: int) -> list[int] | None:
    """Return each cell's width, or None if they do not fit side by side."""
    left = columns - _GAP_COLUMNS * (len(cells) - 1)
    left -= sum(columns_of(cell.text) for cell in cells if cell.weight == 0)
    weights = sum(cell.weight for cell in cells)
    if left < 0:
        return None
    widths = [left * cell.weight // weights if cell.weight else columns_of(cell.text) for cell in cells]
    shared = [place for place, cell in enumerate(cells) if cell.weight]
    spare = left - sum(widths[place] for place in shared)
    for place in shared[:spare]:
        widths[place] += 1
    return widths if all(widths[place] >= _least_columns(cells[place].text) for place in shared) else None


def _least_columns(text: str) -> int:
    longest = max((columns_of(word) for word in _words(text)), default=0)
    return max(longest, min(columns_of(text), _NARROWEST_COLUMNS))


def _beside(cells: Sequence[Cell], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [
        [cell.text] if columns_of(cell.text) <= width else wrap(cell.text, width)
        for cell, width in zip(cells, widths, strict=True)
    ]
    for number in range(max(len(lines) for lines in wrapped)):
        parts = [
            _pad(lines[number] if number < len(lines) else "", cell.align, width=width)
            for lines, cell, width in zip(wrapped, cells, widths, strict=True)
        ]
        yield (" " * _GAP_COLUMNS).join(parts).rstrip()


def _pad(text: str, align: Align, *, width: int) -> str:
    free = max(0, width - columns_of(text))
    match align:
        case Align.LEFT:
            return text + " " * free
        case Align.RIGHT:
            return " " * free + text
        case Align.CENTER:
            return " " * (free // 2) + text + " " * (free - free // 2)


def wrap(text: str, columns: int) -> list[str]:
    """Return ``text`` in lines of at most ``columns`` half-width columns, at least one line.

    Latin words stay whole where they can, Chinese breaks anywhere but before a closing and after an opening
    sign; only a word that is wider than a whole line is split.
    """
    if columns < 2:
        raise ValueError("columns")
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if columns_of(line) + columns_of(word) <= columns:
            line += word
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _split(word.lstrip(" "), columns)
        lines.extend(full)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _words(text: str) -> Iterator[str]:
    """Yield the pieces that stay together, each space as a piece of its own."""
    piece = ""
    for char in text:
        if piece and _may_break(piece[-1], char):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if columns_of_char(after) == 0:
        return False
    if after == " " or before == " ":
        return True
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return columns_of_char(before) == 2 or columns_of_char(after) == 2


def _split(word: str, columns: int) -> list[str]:
    parts = [""]
    for char in word:
        if columns_of(parts[-1]) + columns_of_char(char) > columns:
            parts.append("")
        parts[-1] += char
    return parts
