"""Orders of marketplaces and delivery platforms, by the number that they have there."""
