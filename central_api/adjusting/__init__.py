"""Corrections of points and balances by a person, and points that move between members."""
