"""Pay: what makes the total, the figure that matters now, tenders, quick cash, one finish button."""
