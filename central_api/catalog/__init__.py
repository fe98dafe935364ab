"""Products, categories and campaigns, and the signed catalog file of a store."""
