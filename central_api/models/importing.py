"""Imports of an owner's files."""

from central_api.models.base import key, maybe_number, number, table, words

import_batch = table(
    "import_batch",
    key("batch_id"),
    words("kind"),
    words("file_name"),
    number("row_count"),
    number("created_ms"),
    maybe_number("undone_ms"),
    words("undo", "[]"),  # JSON: what was there before
)
"""One file that was taken in whole, and how to take it back."""
