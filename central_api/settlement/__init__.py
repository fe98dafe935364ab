"""Settlement: what each channel took and owes, by store and business day, with who bears which discount."""
