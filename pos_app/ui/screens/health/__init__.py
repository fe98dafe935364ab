"""Store health: what the counter can do, how old its data is, what waits to be sent."""
