"""The till's use cases: one module each, typed ports to the outside, no Qt, no SQL, no HTTP."""
