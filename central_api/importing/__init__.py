"""An own shop: its first store, and spreadsheets of products, prices, stock, members and staff."""
