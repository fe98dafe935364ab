"""Checks of the source itself: boundaries, sizes, names, habits."""
