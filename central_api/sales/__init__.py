"""Sales and shifts as plain rows, made of the journal."""
