"""Reading an owner's file: XLSX, or CSV in UTF-8, GBK or Big5; and writing an empty one to fill in."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from central_api.importing.columns import Column, columns_of
from central_api.importing.schemas import Kind, Problem, Row, Sheet

MAX_ROWS = 200_000
"""Rows that one file may have."""

_FORMULA_STARTS = "=+-@\t\r"
_NUMERIC = frozenset(
    {
        *("price", "price_silver", "price_gold", "quantity", "points", "tax", "min_age", "favourite"),
        *("away_tax", "pieces", "least", "most", "extra", "cost"),
        *("days", "total", "per_member", "budget", "worth", "after_sale"),
    }
)
_CHINESE = ["gb18030", "big5"]


class UnreadableError(Exception):
    """A file that cannot be taken at all; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_sheet(path: Path, kind: Kind) -> Sheet:
    """Return the rows of a file by field.

    Raises:
        UnreadableError: ``file.unreadable``, ``file.encoding``, ``file.empty``, ``file.too_long``,
            ``column.missing`` or ``column.twice``.
    """
    lines = _xlsx_lines(path) if path.suffix.lower() == ".xlsx" else _csv_lines(path)
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if any(line)]
    if not numbered:
        raise UnreadableError(Problem(0, "", "file.empty"))
    if len(numbered) > MAX_ROWS:
        raise UnreadableError(Problem(0, "", "file.too_long", str(MAX_ROWS)))
    places = _places(numbered[0][1], columns_of(kind))
    neutralised = 0
    rows = []
    for number, line in numbered[1:]:
        cells = {}
        for field, place in places.items():
            text = line[place] if place < len(line) else ""
            clean = text if field in _NUMERIC else neutral(text)
            neutralised += clean != text
            cells[field] = clean
        rows.append(Row(number, cells))
    headers = {field: numbered[0][1][place] for field, place in places.items()}
    return Sheet(tuple(rows), headers, neutralised)


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: without the signs that begin one."""
    return text.lstrip(_FORMULA_STARTS).strip()


def write_template(path: Path, kind: Kind, *, language: int) -> None:
    """Write a file with headers and one example row; ``language`` 0 is zh-Hans, 1 zh-Hant, 2 English."""
    columns = columns_of(kind)
    headers = [column.headers[language] + ("*" if column.required else "") for column in columns]
    example = [column.example for column in columns]
    if path.suffix.lower() == ".xlsx":
        _write_xlsx(path, headers, example=example)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([headers, example])


def _places(header: Sequence[str], columns: Sequence[Column]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, text in enumerate(header):
        for column in columns:
            if text and column.is_called(text):
                if column.field in places:
                    raise UnreadableError(Problem(1, text, "column.twice"))
                places[column.field] = place
    for column in columns:
        if column.required and column.field not in places:
            raise UnreadableError(Problem(1, " / ".join(dict.fromkeys(column.headers)), "column.missing"))
    return places


def _csv_lines(path: Path) -> list[list[str]]:
    try:
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise UnreadableError(Problem(0, "", "file.unreadable", path.name)) from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [[cell.strip() for cell in line] for line in lines]
    except csv.Error as error:
        raise UnreadableError(Problem(0, "", "file.unreadable", path.name)) from error


def _decoded(content: bytes) -> str:
    """Return the text: UTF-8 if it is that, else the likelier of the two Chinese encodings."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(content, cp_isolation=_CHINESE).best()
        if best is None:
            raise UnreadableError(Problem(0, "", "file.encoding")) from None
        return str(best)


def _xlsx_lines(path: Path) -> list[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # Formulas stay text, so that nothing is computed and nothing stale is taken for a figure.
        book = load_workbook(path, read_only=True, data_only=False)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise UnreadableError(Problem(0, "", "file.unreadable", path.name)) from error
    try:
        sheet = book.worksheets[0]
        return [_texts(values) for values in sheet.iter_rows(values_only=True)]
    finally:
        book.close()


def _texts(values: Iterable[object]) -> list[str]:
    return [_text(value) for value in values]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float):
        return repr(value)
    return str(value).strip()


def _write_xlsx(path: Path, headers: Sequence[str], *, example: Sequence[str]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(headers))
    sheet.append(list(example))
    for cells in sheet.columns:
        for cell in cells:
            cell.number_format = "@"
    book.save(path)
