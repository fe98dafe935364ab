"""Click-and-collect orders: placed online, picked, handed over once."""
