"""People who sign in at tills: roles, rights, PINs and badges."""
