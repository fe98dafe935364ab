"""The drawer between two closes: cash in and out, opening it without a sale, the X, suspending the shift."""
