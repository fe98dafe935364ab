"""The demo: a chain of stores, its central API as a process, and a till that is enrolled there."""
