"""What goes down to the tills."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from central_api.models.base import maybe_words, number, row_number, table, words

feed_change = table(
    "feed_change",
    row_number(),
    number("txid"),
    words("feed"),
    words("scope"),
    words("kind"),
    words("key"),
    maybe_words("doc"),
    UniqueConstraint("feed", "scope", "kind", "key"),
    CheckConstraint("feed IN ('catalog', 'store')", name="feed"),
)
"""One row for each thing: its newest state, with a new ``id`` and ``txid`` at each change.

``txid`` is PostgreSQL's transaction id, or the writer's counter on SQLite; readers stop before the first
transaction that is still open, so no late commit is skipped.
"""

Index("ix_feed_change_order", feed_change.c.feed, feed_change.c.scope, feed_change.c.txid, feed_change.c.id)
