"""The journal as a file for others: lines with their hashes, or books."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from pos_app.bootstrap.office import beside
from pos_app.services.export_journal import ExportBooks, ExportJournal
from retail_core.books import FORMS, Period


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What was asked for on the command line; ``form`` is ``jsonl``, ``csv`` or ``beancount``."""

    folder: Path
    key_file: Path | None
    form: str
    first: str = ""
    last: str = ""
    out: Path | None = None


class NotExported(Exception):  # noqa: N818 - says what is so.
    """What was asked for cannot be done; the text is one sentence and the next step."""

    def __init__(self, text: str, *, exit_code: int) -> None:
        """Keep the sentence and what the command ends with."""
        super().__init__(text)
        self.exit_code = exit_code


def export(request: ExportRequest) -> str:
    """Write the file; the till may be running. Return what is to be told, empty for nothing.

    Raises:
        NotExported: The days are none, or the file cannot be written.
        StorageError: The folder holds no till, its key is missing, or its file is damaged.
        RuleError: ``till.not_enrolled``.
    """
    form = next((each for each in FORMS if each == request.form), None)
    period = _period(request)
    if form is None and period != Period():
        raise NotExported(
            "Lines with hashes are a whole chain, which no day can be cut out of. "
            "Leave out --from and --to, or take --format csv or beancount.",
            exit_code=2,
        )
    with beside(request.folder, request.key_file) as store:
        if form is None:
            _write(ExportJournal(store=store).lines(), request.out)
            return ""
        books = ExportBooks(store=store)
        _write(books.lines(form, period), request.out)
    if not books.left_out:
        return ""
    return f"{books.left_out} entries of a newer release are left out. Export with that release."


def _period(request: ExportRequest) -> Period:
    for day in (request.first, request.last):
        if day and not _is_day(day):
            raise NotExported(f"{day} is no day. Write it as 2026-11-28.", exit_code=2)
    if request.first and request.last and request.first > request.last:
        raise NotExported(
            f"{request.first} is after {request.last}. Put the earlier day behind --from.",
            exit_code=2,
        )
    return Period(request.first, request.last)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _write(lines: Iterable[str], out: Path | None) -> None:
    if out is None:
        sys.stdout.writelines(lines)
        return
    with _replacing(out) as file:
        file.writelines(lines)


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """Open a file that takes its place when it is whole: what was there before stays until then."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotExported(
            f"{path} cannot be written: {error.strerror}. Name another file with --out.", exit_code=1
        ) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
