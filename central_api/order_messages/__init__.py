"""What customers are told of their orders on their phones."""
