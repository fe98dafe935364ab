"""Becoming a member, at a till or online, and one phone number as one account."""
