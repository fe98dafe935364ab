"""The simulation: stores, tills, shop app and server in one process, under a simulated clock and network."""
