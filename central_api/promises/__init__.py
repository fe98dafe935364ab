"""Whether promises are kept, and what is done where one was not."""
