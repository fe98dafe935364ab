"""How tills join a store, and who is behind a signed request."""
