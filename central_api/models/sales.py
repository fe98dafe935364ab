"""Sales and shifts as plain rows: projections of the journal, for reports and for anybody's SQL."""

from sqlalchemy import Column, ForeignKey, Index

from central_api.models.base import INT, TEXT, key, maybe_words, number, table, words

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
    words("doc"),  # the whole Z as JSON
)
"""A closed shift, exactly as its Z said."""

Index("ix_shift_z_store_day", shift_z.c.store_id, shift_z.c.business_day)
