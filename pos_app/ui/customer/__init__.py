"""What the customer sees: a window of its own, on the second screen."""
