"""The screen where goods come back: their receipt, what of it, and what it gives."""
