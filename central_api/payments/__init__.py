"""Payments whose outcome a till did not hear at once, and what became of them."""
