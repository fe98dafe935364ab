"""``python -m pos_app`` and the console script."""

import sys


def main() -> None:
    """Run the command line."""
    from pos_app.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
