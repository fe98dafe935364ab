"""A report as a message that a mail program opens as a draft: a summary to read, the files attached.

Nothing is sent: the person who sends it names the receivers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import Final

from pos_app.services.reporting_files.a4_paper import change_text
from pos_app.services.reporting_files.book import BookSheet, ReportBook
from pos_app.services.reporting_files.values import as_text
from pos_app.services.reporting_files.words import ReportWords

MOST_ROWS: Final = 12
"""So many rows of a table stand in the message; the files have all."""

_TABLES: Final[Mapping[str, str]] = {
    "tenders": "tendered",
    "categories": "net_sales",
    "cashiers": "net_sales",
}
_BOUNDARY: Final = "=_loop_pos_report_{}"
_CELL: Final = "padding:4px 12px;border-bottom:1px solid #D5DCD9"
_QUIET: Final = "color:#54625E"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the message; ``kind`` is its media type."""

    name: str
    kind: str
    data: bytes


def report_mail(book: ReportBook, words: ReportWords, *, attachments: Sequence[Attachment]) -> bytes:
    """Return the message as an .eml file; the same report gives the same bytes."""
    face = book.face
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _one_line(f"{face.title} · {face.store} · {face.period}")
    # Mail programs open a message that says so as a draft of the reader's own.
    message["X-Unsent"] = "1"
    message.set_content("\n".join(_text(book, words)) + "\n")
    message.add_alternative("".join(_html(book, words)), subtype="html")
    for each in attachments:
        main, _, sub = each.kind.partition("/")
        message.add_attachment(each.data, maintype=main, subtype=sub, filename=each.name)
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(_BOUNDARY.format(number))
    return message.as_bytes()


def _one_line(text: str) -> str:
    """A name with a line end in it must not become a header of its own."""
    return " ".join(text.split())


def _about(book: ReportBook) -> Iterator[str]:
    face = book.face
    yield " · ".join(part for part in (face.store, face.till, face.period) if part)
    if face.compared:
        yield face.compared
    yield f"{face.as_of} · {face.completeness}"


def _text(book: ReportBook, words: ReportWords) -> Iterator[str]:
    yield book.face.title
    yield from _about(book)
    yield ""
    for figure in book.figures:
        before = "" if figure.before is None else words.say("before_value", value=as_text(figure.before))
        note = " ".join(part for part in (before, change_text(figure, words)) if part)
        yield f"{figure.label}: {as_text(figure.value)}" + (f" ({note})" if note else "")
    yield ""
    yield words.say("mail_text")


def _html(book: ReportBook, words: ReportWords) -> Iterator[str]:
    face = book.face
    yield f'<!DOCTYPE html><html lang="{escape(book.language)}"><head><meta charset="utf-8">'
    yield f"<title>{escape(face.title)}</title></head>"
    yield '<body style="font-family:sans-serif;color:#13201D;font-size:14px">'
    yield f'<h1 style="font-size:20px">{escape(face.title)}</h1>'
    for line in _about(book):
        yield f'<p style="{_QUIET};margin:2px 0">{escape(line)}</p>'
    yield '<table style="border-collapse:collapse;margin:16px 0">'
    yield _row(
        (words.say("figure"), words.say("value"), words.say("compared"), words.say("change")), tag="th"
    )
    for figure in book.figures:
        before = "" if figure.before is None else as_text(figure.before)
        yield _row((figure.label, as_text(figure.value), before, change_text(figure, words)))
    yield "</table>"
    for sheet in book.sheets:
        yield from _table(sheet, words)
    yield f'<p style="{_QUIET}">{escape(words.say("mail_text"))}</p></body></html>\n'


def _table(sheet: BookSheet, words: ReportWords) -> Iterator[str]:
    keys = [column.key for column in sheet.columns]
    wanted = _TABLES.get(sheet.key, "")
    if wanted not in keys or not sheet.rows:
        return
    place = keys.index(wanted)
    yield '<table style="border-collapse:collapse;margin:16px 0">'
    yield _row((sheet.title, sheet.columns[place].title), tag="th")
    for row in sheet.rows[:MOST_ROWS]:
        yield _row((as_text(row[0]), as_text(row[place])))
    if len(sheet.rows) > MOST_ROWS:
        yield _row((words.say("more", count=len(sheet.rows) - MOST_ROWS), ""))
    yield "</table>"


def _row(cells: Sequence[str], *, tag: str = "td") -> str:
    first, *rest = cells
    made = [f'<{tag} style="{_CELL};text-align:left">{escape(first)}</{tag}>']
    made += [f'<{tag} style="{_CELL};text-align:right">{escape(text)}</{tag}>' for text in rest]
    return f"<tr>{''.join(made)}</tr>"
