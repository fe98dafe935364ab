"""Sales and shifts as plain rows: projections of the journal, for reports and for anybody's SQL."""

from sqlalchemy import Column, ForeignKey, Index

from central_api.models.base import INT, TEXT, key, maybe_number, maybe_words, number, table, words

sale = table(
    "sale",
    key("sale_id"),
    Column("entry_id", TEXT, ForeignKey("journal_entry.entry_id"), nullable=False, unique=True),
    words("terminal_id"),
    words("store_id"),
    words("receipt_number"),
    words("shift_id"),
    words("business_day"),
    words("currency"),
    number("sold_ms"),
    words("cashier_id"),
    maybe_words("member_id"),
    maybe_words("member_tier"),
    words("catalog_version"),
    number("list_minor"),
    number("discount_minor"),
    number("total_minor"),
    number("rounding_minor"),
    number("points_earned"),
)
"""A paid sale; ``total_minor + rounding_minor`` is what its tenders sum to."""

Index("ix_sale_store_day", sale.c.store_id, sale.c.business_day)
Index("ix_sale_shift_id", sale.c.shift_id)
Index("ix_sale_receipt_number", sale.c.receipt_number)

sale_line = table(
    "sale_line",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    key("line_id"),
    number("position"),
    maybe_words("product_id"),  # empty for an open item
    maybe_words("code"),
    words("name"),
    words("category_id"),
    number("qty_milli"),
    words("sold_by"),
    number("unit_price_minor"),
    number("list_minor"),
    number("discount_minor"),
    number("total_minor"),
    number("net_minor"),
    number("tax_minor"),
    number("tax_rate_bp"),
    number("points"),
    words("pack_id", ""),
    number("pack_pieces", 1),
    number("deposit", 0),
    words("reward_id", ""),
    number("reward_points", 0),
    number("joining_points", 0),
    words("order_id", ""),  # of an order that was paid with it; its goods leave with the hand-over
    words("order_line_id", ""),
    maybe_number("cost_minor"),  # what its goods cost the store, without tax; empty: not known
)
"""A sold line, in the order of the receipt; its stock is ``qty_milli * pack_pieces``, of a deposit none."""

sale_line_option = table(
    "sale_line_option",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    key("line_id"),
    Column("position", INT, primary_key=True, autoincrement=False),
    words("group_id"),
    words("option_id"),
    words("name"),
    number("price_minor"),  # of one piece, part of the line's list price
)
"""What was chosen of a line."""

sale_discount = table(
    "sale_discount",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    key("line_id"),
    Column("position", INT, primary_key=True, autoincrement=False),
    key("funder"),
    words("rule_id"),
    words("kind"),
    words("name"),
    number("amount_minor"),
    words("tax_effect"),
    maybe_words("coupon_id"),
)
"""What a rule took off a line, one row for each who bears it; amounts are negative."""

sale_tender = table(
    "sale_tender",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    Column("position", INT, primary_key=True, autoincrement=False),
    words("kind"),
    number("amount_minor"),
    number("tendered_minor"),
    number("change_minor"),
    maybe_words("reference"),
    words("provider"),
    number("points", 0),
)
"""How a sale was paid; ``amount_minor`` is what it settles, negative for what was given back."""

voucher = table(
    "voucher",
    key("number"),
    number("uses"),  # sales paid with it, less refunds that gave it back
    words("first_sale_id"),
)
"""A voucher's number as the tills saw it; one that paid two sales is an exception of the second."""

sale_tax = table(
    "sale_tax",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    Column("rate_bp", INT, primary_key=True, autoincrement=False),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
)
"""The tax table of a sale."""

sale_return = table(
    "sale_return",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    Column("position", INT, primary_key=True, autoincrement=False),
    maybe_words("of_sale_id"),  # empty without a receipt
    maybe_words("of_receipt_number"),
    words("policy"),
    number("claw_back_minor"),
    number("refund_minor"),
    number("points_reversed"),
    words("doc"),  # the whole of it as JSON, for the tills that ask
)
"""What came back of one receipt in a document; ``refund_minor`` was given back for it."""

Index("ix_sale_return_of_sale_id", sale_return.c.of_sale_id)

sale_return_line = table(
    "sale_return_line",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    key("line_id"),
    number("position"),
    maybe_words("of_sale_id"),
    maybe_words("of_line_id"),
    maybe_words("product_id"),
    words("name"),
    words("category_id"),
    number("qty_milli"),
    number("list_minor"),
    number("total_minor"),
    number("net_minor"),
    number("tax_minor"),
    number("tax_rate_bp"),
    words("reason"),
    number("restock"),
    maybe_number("cost_minor"),
)
"""Goods that came back, with what had been paid for them."""

Index("ix_sale_return_line_of", sale_return_line.c.of_sale_id, sale_return_line.c.of_line_id)

sale_return_discount = table(
    "sale_return_discount",
    Column("sale_id", TEXT, ForeignKey("sale.sale_id"), primary_key=True),
    Column("position", INT, primary_key=True, autoincrement=False),
    maybe_words("of_sale_id"),
    words("of_line_id"),
    words("rule_id"),
    words("funder"),
    words("tax_effect"),
    words("why"),  # 'returned' with its goods, or 'clawed_back' from what is kept
    number("amount_minor"),
)
"""Discounts that ended; positive, so that with ``sale_discount`` they sum to what a funder bears."""

shift_z = table(
    "shift_z",
    key("shift_id"),
    Column("entry_id", TEXT, ForeignKey("journal_entry.entry_id"), nullable=False, unique=True),
    words("terminal_id"),
    words("store_id"),
    number("shift_number"),
    number("z_number"),
    words("business_day"),
    words("currency"),
    number("opened_ms"),
    number("closed_ms"),
    number("sales_count"),
    number("total_minor"),
    number("rounding_minor"),
    number("hand_overs"),
    number("grand_total_sales_minor"),
    number("returns_count"),
    number("returns_minor"),
    number("grand_total_returns_minor"),
    words("doc"),  # the whole Z as JSON
)
"""A closed shift, exactly as its Z said."""

Index("ix_shift_z_store_day", shift_z.c.store_id, shift_z.c.business_day)
