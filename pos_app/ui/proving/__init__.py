"""A member proves who they are, on whatever screen something is spent for them."""
