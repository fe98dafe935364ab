"""Open a shift: the float that lies in the drawer, and go."""
