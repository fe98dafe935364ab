"""Order: what is not here comes later, from this store or another one, or is brought."""
