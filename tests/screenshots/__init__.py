"""What `make screenshots` runs: a contact sheet of all screens for each language and theme."""
