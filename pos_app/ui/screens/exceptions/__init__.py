"""The manager's work list: what head office has doubts about, with its receipts and what settles it."""
