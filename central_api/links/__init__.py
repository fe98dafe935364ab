"""Signed addresses of customers' pages."""
