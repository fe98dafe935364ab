"""The till's face: the only package that knows Qt."""
