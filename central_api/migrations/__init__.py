"""The revisions of the central API's tables."""
