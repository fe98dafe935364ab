"""Sell: the basket left, the products right, one sum and one button; sheets for what is rarer."""
