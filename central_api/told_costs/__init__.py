"""What the owner tells that marketing and deliveries cost: nobody else knows it."""
