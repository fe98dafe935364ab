"""What the customer sees."""
