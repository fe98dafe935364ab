"""The shop's side: what an app or a web shop asks, behind a client token."""
