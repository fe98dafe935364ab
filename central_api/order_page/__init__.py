"""The page of an order, for its customer."""
