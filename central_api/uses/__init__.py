"""How often campaigns with limits were used: by a store, by a member, by a member on a day."""
