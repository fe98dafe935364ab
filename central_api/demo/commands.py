"""Commands of the slice."""

import typer


def add_to(cli: typer.Typer) -> None:
    """Add this slice's commands."""
    del cli
