"""Printed member cards: issued, replaced, revoked."""
