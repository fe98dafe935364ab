"""The till runs on Windows: nothing is imported with a module that only POSIX has."""

from collections.abc import Iterator

import pytest

from tests.architecture.source import EVERYTHING, Module, at_import, imports, modules, planted, report

POSIX_ONLY = frozenset(
    {
        "fcntl",
        "pwd",
        "grp",
        "resource",
        "termios",
        "tty",
        "pty",
        "posix",
        "syslog",
        "curses",
        "readline",
        "spwd",
        "crypt",
    }
)


def posix_imports(module: Module) -> Iterator[str]:
    """Yield imports of POSIX-only modules that happen when ``module`` is imported."""
    for name, line in imports(at_import(module.tree)):
        if name.partition(".")[0] in POSIX_ONLY:
            yield f"{module.path}:{line}: {name}"


def test_nothing_posix_only_is_imported_at_module_level() -> None:
    found = [line for module in modules(*EVERYTHING) for line in posix_imports(module)]
    report(found, "Import it inside the function that runs on POSIX only.")


@pytest.mark.parametrize(
    "text", ["import fcntl", "try:\n    from pwd import getpwnam\nexcept ImportError:\n    pass"]
)
def test_a_posix_only_import_is_found(text: str) -> None:
    assert len(list(posix_imports(planted(text)))) == 1


def test_one_inside_a_function_is_allowed() -> None:
    assert list(posix_imports(planted("def f():\n    import fcntl\n"))) == []
