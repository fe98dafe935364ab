"""Codes that must not be honoured, by the hundred thousand, each with the reason it was made for.

``python -m tests.attacks --codes 200000`` is the full setting; the test run tries 10,000 with the same code.
"""
