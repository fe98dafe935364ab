"""Forgetting people: what identifies them goes, what the law wants kept stays under a pseudonym."""
