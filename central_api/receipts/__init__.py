"""Receipts that a counter asks for: what was sold under a number, and what came back of it."""
