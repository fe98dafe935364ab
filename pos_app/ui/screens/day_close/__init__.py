"""Close the day of the store: its tills with their shifts and Zs, and what is missing."""
