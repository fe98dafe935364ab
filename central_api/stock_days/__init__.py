"""The stock of each store at the end of each business day, written down once: what K7 and K10 are made of."""
