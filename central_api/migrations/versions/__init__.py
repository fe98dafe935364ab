"""One module for each revision; the first one's statements stand beside it as plain SQL."""
