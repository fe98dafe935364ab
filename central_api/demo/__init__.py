"""The demo chain: believable, deterministic, and made of the same facts as a real one."""
