"""Stored value: what members paid in, what they spent of it, and what came back."""
