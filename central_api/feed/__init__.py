"""The two feeds that go down to the tills, and the held request that says when there is news."""
