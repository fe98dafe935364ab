"""The central API."""
