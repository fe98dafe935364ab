"""Where a till's files lie unless somebody says otherwise; light, because every command asks for it."""

import os
from pathlib import Path

KEY_FILE_VARIABLE = "LOOP_POS_KEY_FILE"


def default_folder() -> Path:
    """Return the platform's folder for the till's data."""
    from platformdirs import user_data_path

    return user_data_path("loop-pos", appauthor=False)


def key_file_of(folder: Path, key_file: Path | None, *, demo_key: bool) -> Path | None:
    """Return the file of the till's secrets: the named one, the demo's own, or that of the environment."""
    if key_file is None and (demo_key or demo_key_file(folder).exists()):
        return demo_key_file(folder)
    if key_file is None and os.environ.get(KEY_FILE_VARIABLE):
        return Path(os.environ[KEY_FILE_VARIABLE])
    return key_file


def demo_key_file(folder: Path) -> Path:
    """Return where a demo till keeps its secrets."""
    return folder / "demo.key"
