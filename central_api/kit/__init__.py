"""What all slices stand on: database, unit of work, clock, errors, signatures, wake-ups."""
