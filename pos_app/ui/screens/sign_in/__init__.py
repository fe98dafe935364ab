"""Sign in: people as tiles, then a PIN; a badge signs in at once."""
