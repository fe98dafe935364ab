"""The tour: plays a store's day from outside, and compares what was seen with what was to be expected."""
