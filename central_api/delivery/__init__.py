"""What comes down to a till: pages of its feeds, and the held request that says when to ask."""
