"""Builds everything once and passes it down; nothing else in the till makes what it uses."""
