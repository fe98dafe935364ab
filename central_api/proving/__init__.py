"""A member proves who they are before points or a balance are spent."""
