"""Promised times: the slots of a store's day, and how many orders fit into each."""
