"""Head office's reports: from the sums, for a store, some stores or all of them."""
