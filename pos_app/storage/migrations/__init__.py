"""The history of ``till.db``'s schema."""
