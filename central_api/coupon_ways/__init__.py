"""The way of coupons, from issued to redeemed, for reports."""
