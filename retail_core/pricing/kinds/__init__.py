"""The kinds of promotion: one module each, registered in ``catalogue``."""
