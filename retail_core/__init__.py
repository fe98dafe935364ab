"""The shop's rules, shared by the till and the central API; no I/O."""
