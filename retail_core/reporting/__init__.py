"""What reports are made of: sums of facts, and figures of those sums; one for till and head office."""
