"""What each figure of a report is called, and its one definition: "what is this?".

The names are those of ``retail_core.reporting.figures``; the definitions say in a sentence
what docs/rules/figures.md says exactly.
"""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP, translate

_NAMES: dict[str, str] = {
    "net_sales": QT_TRANSLATE_NOOP("figures", "Net sales"),
    "receipts": QT_TRANSLATE_NOOP("figures", "Receipts"),
    "average_basket": QT_TRANSLATE_NOOP("figures", "Average receipt"),
    "sold": QT_TRANSLATE_NOOP("figures", "Sold"),
    "returned": QT_TRANSLATE_NOOP("figures", "Returns"),
    "return_rate": QT_TRANSLATE_NOOP("figures", "Return rate"),
    "return_receipts": QT_TRANSLATE_NOOP("figures", "Returns (number)"),
    "items": QT_TRANSLATE_NOOP("figures", "Items"),
    "items_per_receipt": QT_TRANSLATE_NOOP("figures", "Items a receipt"),
    "list": QT_TRANSLATE_NOOP("figures", "At list price"),
    "discount": QT_TRANSLATE_NOOP("figures", "Discounts"),
    "discount_uses": QT_TRANSLATE_NOOP("figures", "Uses of discounts"),
    "discount_share": QT_TRANSLATE_NOOP("figures", "Share of discounts"),
    "revenue": QT_TRANSLATE_NOOP("figures", "Revenue without tax"),
    "tax": QT_TRANSLATE_NOOP("figures", "Tax"),
    "taxed": QT_TRANSLATE_NOOP("figures", "Taxed amount"),
    "receivable": QT_TRANSLATE_NOOP("figures", "Owed by funders"),
    "rounding": QT_TRANSLATE_NOOP("figures", "Rounding"),
    "tendered": QT_TRANSLATE_NOOP("figures", "Tenders"),
    "tender_uses": QT_TRANSLATE_NOOP("figures", "Uses of tenders"),
    "member_receipt_share": QT_TRANSLATE_NOOP("figures", "Members' receipts"),
    "member_sold_share": QT_TRANSLATE_NOOP("figures", "Members' share"),
    "removed_lines": QT_TRANSLATE_NOOP("figures", "Removed lines"),
    "removed_value": QT_TRANSLATE_NOOP("figures", "Removed, at list price"),
    "abandoned": QT_TRANSLATE_NOOP("figures", "Given-up baskets"),
    "abandoned_value": QT_TRANSLATE_NOOP("figures", "Given up, at list price"),
    "voids_after_total": QT_TRANSLATE_NOOP("figures", "Voids after total"),
    "void_after_total_value": QT_TRANSLATE_NOOP("figures", "Voided after total, at list price"),
    "overrides": QT_TRANSLATE_NOOP("figures", "Price overrides"),
    "override_value": QT_TRANSLATE_NOOP("figures", "Taken off by overrides"),
    "hand_discounts": QT_TRANSLATE_NOOP("figures", "Discounts by hand"),
    "hand_discount_value": QT_TRANSLATE_NOOP("figures", "Given by hand"),
    "drops": QT_TRANSLATE_NOOP("figures", "Small change dropped (number)"),
    "drop_value": QT_TRANSLATE_NOOP("figures", "Small change dropped"),
    "approvals": QT_TRANSLATE_NOOP("figures", "Approvals"),
    "no_sales": QT_TRANSLATE_NOOP("figures", "No-sales"),
    "drawer_openings": QT_TRANSLATE_NOOP("figures", "Drawer openings"),
    "drawer_timed": QT_TRANSLATE_NOOP("figures", "Openings with a time"),
    "drawer_time": QT_TRANSLATE_NOOP("figures", "Drawer open for"),
    "drawer_average": QT_TRANSLATE_NOOP("figures", "Drawer open each time"),
    "copies": QT_TRANSLATE_NOOP("figures", "Copies"),
    "open_items": QT_TRANSLATE_NOOP("figures", "Open items"),
    "top_ups": QT_TRANSLATE_NOOP("figures", "Top-ups (number)"),
    "top_up_value": QT_TRANSLATE_NOOP("figures", "Top-ups"),
    "top_up_tendered": QT_TRANSLATE_NOOP("figures", "Tenders of top-ups"),
    "top_up_bonus": QT_TRANSLATE_NOOP("figures", "Bonus of top-ups"),
    "deposits": QT_TRANSLATE_NOOP("figures", "Deposits charged"),
    "deposits_back": QT_TRANSLATE_NOOP("figures", "Deposits given back"),
    "forfeited": QT_TRANSLATE_NOOP("figures", "Forfeited by vouchers"),
    "hand_overs": QT_TRANSLATE_NOOP("figures", "Orders handed over"),
    "hand_over_value": QT_TRANSLATE_NOOP("figures", "Value handed over"),
    "paid_in": QT_TRANSLATE_NOOP("figures", "Paid in"),
    "paid_out": QT_TRANSLATE_NOOP("figures", "Paid out"),
    "safe_drops": QT_TRANSLATE_NOOP("figures", "Safe drops"),
    "floats_added": QT_TRANSLATE_NOOP("figures", "Float added"),
    "difference": QT_TRANSLATE_NOOP("figures", "Difference"),
    "short": QT_TRANSLATE_NOOP("figures", "Short"),
    "over": QT_TRANSLATE_NOOP("figures", "Over"),
    "points_earned": QT_TRANSLATE_NOOP("figures", "Points earned"),
    "points_spent": QT_TRANSLATE_NOOP("figures", "Points spent"),
    "member_joins": QT_TRANSLATE_NOOP("figures", "New members"),
    "coupons_used": QT_TRANSLATE_NOOP("figures", "Coupons used"),
    "coupon_value": QT_TRANSLATE_NOOP("figures", "Taken off by coupons"),
    "coupons_issued": QT_TRANSLATE_NOOP("figures", "Coupons printed"),
    "gmv": QT_TRANSLATE_NOOP("figures", "Order value, all channels"),
    "online_to_store": QT_TRANSLATE_NOOP("figures", "Online to store"),
    "pickup_share": QT_TRANSLATE_NOOP("figures", "Share of pickup"),
    "collected_rate": QT_TRANSLATE_NOOP("figures", "Collected"),
    "no_show_rate": QT_TRANSLATE_NOOP("figures", "No-show rate"),
    "orders_placed": QT_TRANSLATE_NOOP("figures", "Orders placed"),
    "orders_value": QT_TRANSLATE_NOOP("figures", "Value of orders"),
    "orders_collected": QT_TRANSLATE_NOOP("figures", "Orders collected"),
    "no_shows": QT_TRANSLATE_NOOP("figures", "No-shows"),
    "two_channels": QT_TRANSLATE_NOOP("figures", "In two channels"),
    "repurchase": QT_TRANSLATE_NOOP("figures", "Repurchase rate"),
    "repurchase_newcomers": QT_TRANSLATE_NOOP("figures", "Repurchase of newcomers"),
    "retention": QT_TRANSLATE_NOOP("figures", "Retention"),
    "stock_turnover": QT_TRANSLATE_NOOP("figures", "Stock turnover"),
    "days_of_stock": QT_TRANSLATE_NOOP("figures", "Days of stock"),
    "online_share": QT_TRANSLATE_NOOP("figures", "Share of orders"),
    "store_visits": QT_TRANSLATE_NOOP("figures", "Store visits (estimate)"),
    "stock_out_rate": QT_TRANSLATE_NOOP("figures", "Out of stock"),
    "loss": QT_TRANSLATE_NOOP("figures", "Losses"),
    "loss_rate": QT_TRANSLATE_NOOP("figures", "Loss rate"),
    "on_time_rate": QT_TRANSLATE_NOOP("figures", "On time"),
    "orders_ready": QT_TRANSLATE_NOOP("figures", "Orders ready"),
    "minutes_late_average": QT_TRANSLATE_NOOP("figures", "Minutes late"),
    "campaign_roi": QT_TRANSLATE_NOOP("figures", "Return on campaigns"),
    "coupons_out": QT_TRANSLATE_NOOP("figures", "Coupons issued"),
    "coupons_claimed": QT_TRANSLATE_NOOP("figures", "Coupons claimed"),
    "coupons_redeemed": QT_TRANSLATE_NOOP("figures", "Coupons redeemed"),
    "redemption_rate": QT_TRANSLATE_NOOP("figures", "Redemption rate"),
    "margin": QT_TRANSLATE_NOOP("figures", "Margin"),
    "margin_rate": QT_TRANSLATE_NOOP("figures", "Margin rate"),
    "cost_known": QT_TRANSLATE_NOOP("figures", "Cost is known of"),
    "cash_flow": QT_TRANSLATE_NOOP("figures", "Cash flow"),
    "subsidy": QT_TRANSLATE_NOOP("figures", "Subsidies"),
    "commission": QT_TRANSLATE_NOOP("figures", "Commission"),
    "delivery_fees": QT_TRANSLATE_NOOP("figures", "Delivery fees"),
    "acquisition_cost": QT_TRANSLATE_NOOP("figures", "Cost of a new customer"),
    "first_order_rate": QT_TRANSLATE_NOOP("figures", "First purchase"),
    "customer_value": QT_TRANSLATE_NOOP("figures", "Value of a customer"),
}

_MEANINGS: dict[str, str] = {
    "net_sales": QT_TRANSLATE_NOOP(
        "figures",
        "What goods were sold for, after discounts and with tax, less what was given back for "
        "returned goods.",
    ),
    "receipts": QT_TRANSLATE_NOOP(
        "figures",
        "Sales documents with goods sold; a document that only takes goods back is not counted.",
    ),
    "average_basket": QT_TRANSLATE_NOOP(
        "figures",
        "Net sales divided by receipts; handed-over orders that were paid before are in neither.",
    ),
    "sold": QT_TRANSLATE_NOOP(
        "figures",
        "What goods were sold for, after discounts and with tax, before returns.",
    ),
    "returned": QT_TRANSLATE_NOOP(
        "figures",
        "What was given back for returned goods, less what was charged again of their discounts.",
    ),
    "return_rate": QT_TRANSLATE_NOOP("figures", "Returns divided by what was sold."),
    "return_receipts": QT_TRANSLATE_NOOP("figures", "Documents that take goods back."),
    "items": QT_TRANSLATE_NOOP(
        "figures",
        "Pieces sold, packs by their pieces; weighed goods by the kilogram. Deposits are none.",
    ),
    "items_per_receipt": QT_TRANSLATE_NOOP("figures", "Items divided by receipts."),
    "list": QT_TRANSLATE_NOOP("figures", "What the goods would have cost without any discount."),
    "discount": QT_TRANSLATE_NOOP(
        "figures",
        "All that was taken off by campaigns, coupons and by hand, less what ended with returned goods.",
    ),
    "discount_uses": QT_TRANSLATE_NOOP(
        "figures",
        "How often a campaign or coupon took something off: once a document.",
    ),
    "discount_share": QT_TRANSLATE_NOOP(
        "figures",
        "Discounts as given, divided by the amount at list price.",
    ),
    "revenue": QT_TRANSLATE_NOOP("figures", "What customers paid for goods, without tax, less returns."),
    "tax": QT_TRANSLATE_NOOP("figures", "The tax in what was sold, less that of returns."),
    "taxed": QT_TRANSLATE_NOOP(
        "figures",
        "The amount without tax on which tax is due, with what third parties pay.",
    ),
    "receivable": QT_TRANSLATE_NOOP(
        "figures",
        "Discounts that a brand or a platform pays for, less what ended with returns.",
    ),
    "rounding": QT_TRANSLATE_NOOP("figures", "What was added or dropped to reach whole coins."),
    "tendered": QT_TRANSLATE_NOOP(
        "figures",
        "What was settled by tenders, after change; money given back is taken off.",
    ),
    "tender_uses": QT_TRANSLATE_NOOP(
        "figures",
        "Documents by tender; one that is paid in two ways counts twice.",
    ),
    "member_receipt_share": QT_TRANSLATE_NOOP("figures", "Receipts with a member, divided by all receipts."),
    "member_sold_share": QT_TRANSLATE_NOOP(
        "figures",
        "What was sold to members, divided by all that was sold.",
    ),
    "removed_lines": QT_TRANSLATE_NOOP(
        "figures",
        "Lines taken out before payment, those of given-up baskets too.",
    ),
    "removed_value": QT_TRANSLATE_NOOP(
        "figures",
        "The list price of the lines that were taken out before payment.",
    ),
    "abandoned": QT_TRANSLATE_NOOP("figures", "Baskets that were emptied or left, and nothing was paid."),
    "abandoned_value": QT_TRANSLATE_NOOP("figures", "The list price of what was in given-up baskets."),
    "voids_after_total": QT_TRANSLATE_NOOP(
        "figures",
        "Baskets that were given up, or lost lines, after the customer was told the total.",
    ),
    "void_after_total_value": QT_TRANSLATE_NOOP(
        "figures",
        "The list price of what went out of baskets after the customer was told the total.",
    ),
    "overrides": QT_TRANSLATE_NOOP("figures", "Prices that a cashier set instead of the price list."),
    "override_value": QT_TRANSLATE_NOOP("figures", "How much lower the cashiers' own prices were."),
    "hand_discounts": QT_TRANSLATE_NOOP(
        "figures",
        "Discounts and prices given by a cashier; dropped change is not counted.",
    ),
    "hand_discount_value": QT_TRANSLATE_NOOP(
        "figures",
        "What cashiers took off by hand; dropped change is not counted.",
    ),
    "drops": QT_TRANSLATE_NOOP("figures", "How often a cashier dropped small change."),
    "drop_value": QT_TRANSLATE_NOOP("figures", "What cashiers dropped of small change."),
    "approvals": QT_TRANSLATE_NOOP("figures", "Acts that another person allowed by badge or PIN."),
    "no_sales": QT_TRANSLATE_NOOP("figures", "Openings of the cash drawer without a sale."),
    "drawer_openings": QT_TRANSLATE_NOOP(
        "figures",
        "Openings of the cash drawer: for documents and top-ups with cash, for movements, and without "
        "a sale.",
    ),
    "drawer_timed": QT_TRANSLATE_NOOP(
        "figures",
        "Openings of which the printer told when the drawer was shut again.",
    ),
    "drawer_time": QT_TRANSLATE_NOOP(
        "figures",
        "How long the drawer stood open, until its switch said that it was shut. Not known (–) where the "
        "printer does not tell.",
    ),
    "drawer_average": QT_TRANSLATE_NOOP(
        "figures",
        "Time that the drawer stood open, divided by the openings with a time.",
    ),
    "copies": QT_TRANSLATE_NOOP("figures", "Receipts that were printed again."),
    "open_items": QT_TRANSLATE_NOOP("figures", "Lines sold without a product, with a price keyed in."),
    "top_ups": QT_TRANSLATE_NOOP("figures", "How often money was paid into a member balance. Not a sale."),
    "top_up_value": QT_TRANSLATE_NOOP("figures", "Money paid into member balances. Not a sale."),
    "top_up_tendered": QT_TRANSLATE_NOOP("figures", "What top-ups brought in by tender."),
    "top_up_bonus": QT_TRANSLATE_NOOP("figures", "What the shop gave on top."),
    "deposits": QT_TRANSLATE_NOOP("figures", "Deposits for bottles and bags among what was sold."),
    "deposits_back": QT_TRANSLATE_NOOP("figures", "Deposits for bottles and bags among what was returned."),
    "forfeited": QT_TRANSLATE_NOOP("figures", "What vouchers were worth above what they paid."),
    "hand_overs": QT_TRANSLATE_NOOP(
        "figures",
        "Orders, or parts of them, that left the store. Apart from the sales: they were paid before.",
    ),
    "hand_over_value": QT_TRANSLATE_NOOP(
        "figures",
        "What the orders that left the store were worth. Apart from the sales.",
    ),
    "paid_in": QT_TRANSLATE_NOOP("figures", "Cash put into the drawer, with a reason."),
    "paid_out": QT_TRANSLATE_NOOP("figures", "Cash taken from the drawer for an expense."),
    "safe_drops": QT_TRANSLATE_NOOP("figures", "Cash moved from the drawer to the safe."),
    "floats_added": QT_TRANSLATE_NOOP("figures", "Change money added to the drawer."),
    "difference": QT_TRANSLATE_NOOP(
        "figures",
        "Counted less expected, of closed shifts: above zero is over, below zero short.",
    ),
    "short": QT_TRANSLATE_NOOP("figures", "What was missing when closed shifts were counted."),
    "over": QT_TRANSLATE_NOOP("figures", "What was there too much when closed shifts were counted."),
    "points_earned": QT_TRANSLATE_NOOP(
        "figures",
        "Points that documents gave; those taken back with returns are taken off.",
    ),
    "points_spent": QT_TRANSLATE_NOOP("figures", "Points that paid for goods or rewards."),
    "member_joins": QT_TRANSLATE_NOOP("figures", "Members who joined at this store."),
    "coupons_used": QT_TRANSLATE_NOOP("figures", "Coupons that took something off."),
    "coupon_value": QT_TRANSLATE_NOOP("figures", "What coupons took off."),
    "coupons_issued": QT_TRANSLATE_NOOP("figures", "Coupons that this till printed."),
    "gmv": QT_TRANSLATE_NOOP(
        "figures",
        "What was sold over the counter and what was ordered, each once, before refunds.",
    ),
    "online_to_store": QT_TRANSLATE_NOOP(
        "figures",
        "Members with an online order or touch who bought or collected in a store within 30 "
        "days, divided by those touched.",
    ),
    "pickup_share": QT_TRANSLATE_NOOP("figures", "Orders placed for pickup, divided by all orders placed."),
    "collected_rate": QT_TRANSLATE_NOOP(
        "figures",
        "Orders of which something left the store, divided by those that became ready.",
    ),
    "no_show_rate": QT_TRANSLATE_NOOP(
        "figures",
        "Orders that nobody came for, divided by those that became ready.",
    ),
    "orders_placed": QT_TRANSLATE_NOOP("figures", "Orders that were placed in this time for this store."),
    "orders_value": QT_TRANSLATE_NOOP(
        "figures",
        "What the placed orders come to, as ordered, before refunds.",
    ),
    "orders_collected": QT_TRANSLATE_NOOP("figures", "Placed orders of which something has left the store."),
    "no_shows": QT_TRANSLATE_NOOP("figures", "Placed orders that nobody came for."),
    "two_channels": QT_TRANSLATE_NOOP(
        "figures",
        "Members with an event in two channels or more, divided by active members.",
    ),
    "repurchase": QT_TRANSLATE_NOOP(
        "figures",
        "Customers with two purchases or more, divided by customers with one or more.",
    ),
    "repurchase_newcomers": QT_TRANSLATE_NOOP("figures", "The same of those who joined by a store's code."),
    "retention": QT_TRANSLATE_NOOP(
        "figures",
        "Of those whose first purchase was in the month, who bought in this time.",
    ),
    "stock_turnover": QT_TRANSLATE_NOOP(
        "figures",
        "Cost of what tills sold, divided by the stock at cost, the average of the ends of the days.",
    ),
    "days_of_stock": QT_TRANSLATE_NOOP(
        "figures", "How many days the average stock at cost lasts at this pace."
    ),
    "online_share": QT_TRANSLATE_NOOP(
        "figures",
        "Value of orders, divided by the order value of all channels.",
    ),
    "store_visits": QT_TRANSLATE_NOOP(
        "figures",
        "Receipts and handed-over orders together: a stand-in, nobody counts who walks in.",
    ),
    "stock_out_rate": QT_TRANSLATE_NOOP(
        "figures",
        "Of the products that somebody bought or ordered in the 28 days before, the part of which "
        "nothing was there when the day ended.",
    ),
    "loss": QT_TRANSLATE_NOOP("figures", "What was wasted or found missing, at cost."),
    "loss_rate": QT_TRANSLATE_NOOP("figures", "Losses divided by net sales."),
    "on_time_rate": QT_TRANSLATE_NOOP(
        "figures",
        "Orders ready by their promised time, divided by all that became ready.",
    ),
    "orders_ready": QT_TRANSLATE_NOOP("figures", "Orders that became ready for pickup in this time."),
    "minutes_late_average": QT_TRANSLATE_NOOP(
        "figures",
        "Of late orders: how many minutes after the promise they were ready.",
    ),
    "campaign_roi": QT_TRANSLATE_NOOP(
        "figures",
        "An estimate: what receipts with this campaign alone brought above the average of receipts without "
        "any, less what it cost the shop, divided by that cost.",
    ),
    "coupons_out": QT_TRANSLATE_NOOP("figures", "Coupons that were issued in this time, online or on paper."),
    "coupons_claimed": QT_TRANSLATE_NOOP("figures", "Of these coupons, those that a member has or had."),
    "coupons_redeemed": QT_TRANSLATE_NOOP("figures", "Of these coupons, those that were used until now."),
    "redemption_rate": QT_TRANSLATE_NOOP(
        "figures",
        "Of the coupons that were issued in this time, the part that was used until now.",
    ),
    "margin": QT_TRANSLATE_NOOP(
        "figures",
        "What goods with a known cost brought in without tax, less that cost.",
    ),
    "margin_rate": QT_TRANSLATE_NOOP("figures", "Margin divided by what those goods brought in."),
    "cost_known": QT_TRANSLATE_NOOP("figures", "How much of the revenue the margin speaks of."),
    "cash_flow": QT_TRANSLATE_NOOP("figures", "Cash of sales and top-ups, plus paid in, less paid out."),
    "subsidy": QT_TRANSLATE_NOOP(
        "figures",
        "Discounts that others than the store bear, of receipts and of orders paid online.",
    ),
    "commission": QT_TRANSLATE_NOOP(
        "figures",
        "What channels keep of the orders of this time, less the share of what was given back.",
    ),
    "delivery_fees": QT_TRANSLATE_NOOP("figures", "What deliveries cost, as the owner told it."),
    "acquisition_cost": QT_TRANSLATE_NOOP(
        "figures",
        "Marketing as the owner told it and discounts for first purchases, divided by the members who joined "
        "and bought.",
    ),
    "first_order_rate": QT_TRANSLATE_NOOP(
        "figures",
        "Those who registered and bought, divided by all who registered.",
    ),
    "customer_value": QT_TRANSLATE_NOOP("figures", "Revenue of known customers, divided by their number."),
}


def figure_name(figure_id: str) -> str:
    """Return what a figure is called; one that has no words yet keeps its own name."""
    source = _NAMES.get(figure_id)
    return figure_id if source is None else translate("figures", source)


def figure_meaning(figure_id: str) -> str:
    """Return the one definition of a figure in a sentence; empty for one without."""
    source = _MEANINGS.get(figure_id)
    return "" if source is None else translate("figures", source)


def named_figures() -> frozenset[str]:
    """Return the figures that have a name and a definition."""
    return frozenset(_NAMES.keys() & _MEANINGS.keys())
