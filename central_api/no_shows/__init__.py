"""Orders that nobody collected: given back once their time is over."""
