"""Facts of the tills: stored, applied exactly once, and looked at when doubtful."""
