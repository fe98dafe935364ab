"""Stock: movements with causes, and levels that are their sums."""
