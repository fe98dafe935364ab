"""What reports are made of: sums of cells, and how far they go. Nothing here names a person.

Source: docs/rules/figures.md; docs/protocol.md, "Reports".
"""

from sqlalchemy import Column, Index

from central_api.models.base import INT, key, maybe_number, number, table, words

report_sum = table(
    "report_sum",
    key("scope"),  # a store's id, or * and a currency for all stores that have it
    key("period"),  # a business day 2026-11-22, or a month 2026-11: the sum of its days
    key("dimension"),
    key("measure"),
    key("key"),
    number("value"),
)
"""The additive cells of ``retail_core.reporting``; each fact is in the sums of its day and of its month.

The order of the key lets the totals of a period, whose dimension is empty, be read in one go.
"""

report_turn = table("report_turn", key("name"), words("cursor"), number("summed_ms", 0))
"""Whoever holds its row adds up: one worker at a time, last at ``summed_ms``. ``cursor``: of orders."""

report_chain = table(
    "report_chain",
    key("terminal_id"),
    Column("incarnation", INT, primary_key=True, autoincrement=False),
    number("summed_seq"),  # entries up to here are in the sums
    number("told_ms"),  # the latest clock of one of them
    words("shifts", "{}"),  # JSON: which shift is active behind the last of them, and the days of open ones
)
"""How far a till's journal is summed. A chain is stored in its order, so a number is enough."""

report_waiting = table("report_waiting", key("entry_id"), words("why"))
"""Entries that could not be summed yet: of a newer till, or with something that the rules stumble over."""

report_order = table(
    "report_order",
    key("order_id"),
    words("scope"),
    words("currency"),
    words("business_day"),  # on which it was placed
    words("cells"),  # JSON: what is in the sums of it
)
"""What the sums hold of each order, so that its further fate can change them."""

Index("ix_report_order_scope_day", report_order.c.scope, report_order.c.business_day)

report_shift = table(
    "report_shift",
    key("shift_id"),
    words("terminal_id"),
    words("store_id"),
    number("shift_number"),
    words("business_day"),
    number("opened_ms"),
    maybe_number("closed_ms"),  # of its Z; nothing while none was told
    maybe_number("z_number"),
    number("incarnation"),
    number(
        "first_seq"
    ),  # where its entries lie in the till's journal; of another shift too, if it was suspended
    maybe_number("last_seq"),
)
"""The shifts that tills told of, with or without a Z."""

Index("ix_report_shift_store_day", report_shift.c.store_id, report_shift.c.business_day)

report_day = table(
    "report_day",
    key("store_id"),
    key("business_day"),
    words("entry_id"),
    number("closed_ms"),
    number("received_ms"),
    number("complete"),
)
"""Business days that a manager closed; the first close of a day counts."""

report_late = table(
    "report_late",
    key("entry_id"),
    words("store_id"),
    words("business_day"),
    words("terminal_id"),
    words("shift_id"),
    words("type"),
    number("wall_ms"),
    number("received_ms"),
    number("net_minor"),  # what it added to net sales
    number("tendered_minor"),
)
"""Facts that came for a day that was closed: the adjustments. The Z and the day stay as they are."""

Index("ix_report_late_store_day", report_late.c.store_id, report_late.c.business_day)
