"""Click and collect: the board by what to do next, picking, and the hand-over."""
