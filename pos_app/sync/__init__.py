"""The till's side of the wire: facts go up, catalog and store data come down."""
