"""Stock: look a product up here and elsewhere, receive, waste, count, send, take in."""
