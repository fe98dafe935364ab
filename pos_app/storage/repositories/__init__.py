"""One module per kind of row; they write at once and never commit."""
