"""The till's files: ``till.db`` (facts and state, encrypted) and the catalog files (disposable)."""
