"""Write the first revision's statements from the models; for developers, until the first release.

``python -m central_api.migrations.snapshot``
"""

from pathlib import Path

from sqlalchemy import Dialect, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

from central_api.models import metadata

_FOLDER = Path(__file__).resolve().parent / "versions"


def statements(dialect: Dialect) -> str:
    """Return the statements that make all tables and indexes, each ending with ``;`` and a new line."""
    parts = []
    for table in metadata.sorted_tables:
        parts.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        parts += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    clean = ["\n".join(line.rstrip() for line in part.strip().splitlines()) for part in parts]
    return "".join(f"{part};\n\n" for part in clean).rstrip("\n") + "\n"


def main() -> None:
    """Write both files anew."""
    for url in ("sqlite://", "postgresql+psycopg://"):
        dialect = make_url(url).get_dialect()()
        path = _FOLDER / f"base_0001_{dialect.name}.sql"
        path.write_text(statements(dialect), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
