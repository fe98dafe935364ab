"""Letting go of what tills ordered and nobody paid in time."""
