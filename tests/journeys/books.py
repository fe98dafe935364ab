"""What head office's database says, asked beside the running server."""

import sqlite3
from contextlib import closing
from typing import Any

from pos_app.tour.stage import Stage


def ask_books(stage: Stage, question: str, *arguments: str) -> list[tuple[Any, ...]]:
    """Return the rows that answer an SQL question; nothing is written."""
    database = stage.folder.root / "server" / "central.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as books:
        return [tuple(row) for row in books.execute(question, arguments)]
