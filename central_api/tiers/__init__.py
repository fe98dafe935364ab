"""What members spent, and which tier that reaches."""
