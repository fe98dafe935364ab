"""Coupons: issued, held for a sale, redeemed once."""
