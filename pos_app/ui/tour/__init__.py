"""The player: hands and eyes of the tour inside the till's own process."""
