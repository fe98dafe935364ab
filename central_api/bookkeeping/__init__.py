"""The books of all stores in double entry, from the stored journals."""
