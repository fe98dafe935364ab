"""Shift report: figures with their comparison, then pictures, then the tables behind them."""
