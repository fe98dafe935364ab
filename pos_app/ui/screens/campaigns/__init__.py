"""The screen of coupon campaigns."""
