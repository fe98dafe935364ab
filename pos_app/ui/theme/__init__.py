"""How the till looks: tokens from ``resources/themes``, one palette and one stylesheet made from them."""
