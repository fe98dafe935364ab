"""Members: who they are, what they earned, and how a till may know them."""
