"""Planted bugs: one protection is taken out of the product's own source while a run lasts.

A canary names a module, a function or constant in it, and the text that it replaces there. The text is looked
up in the source as it is now, so the report names file and line. One whose text is gone fails loudly: then
somebody has to say where its protection is now.
"""

import __future__

import ast
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Canary:
    """A bug to plant. ``target`` is ``Class.method``, ``function`` or ``CONSTANT`` of ``module``."""

    name: str
    protection: str
    """What keeps this from happening in the product."""
    module: str
    target: str
    old: str
    new: str
    purses: bool = False
    """Whether it shows only where members pay out of their accounts."""
    parts: bool = False
    """Whether it shows only where orders are fulfilled line by line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a canary removes something."""

    path: str
    line: int
    text: str
    """The first line that it removes."""

    def __str__(self) -> str:
        """Return ``path:line``."""
        return f"{self.path}:{self.line}"


def place_of(canary: Canary) -> Place:
    """Return the file and the line that a canary removes.

    Raises:
        LookupError: The product's source does not have its text, or has it twice.
    """
    module = import_module(canary.module)
    node = _node(module, canary.target)
    lines = inspect.getsource(module).splitlines(keepends=True)
    source = "".join(lines[node.lineno - 1 : node.end_lineno])
    if source.count(canary.old) != 1:
        raise LookupError(f"{canary.name}: {canary.module}.{canary.target} has not this once: {canary.old!r}")
    line = node.lineno + source[: source.index(canary.old)].count("\n")
    path = Path(inspect.getfile(module)).relative_to(ROOT)
    return Place(path.as_posix(), line, canary.old.strip().splitlines()[0])


@contextmanager
def planted(canary: Canary | None) -> Iterator[None]:
    """Let the product run with a planted bug; with ``None`` as it is."""
    if canary is None:
        yield
        return
    place_of(canary)
    module = import_module(canary.module)
    *owners, name = canary.target.split(".")
    owner: Any = module
    for part in owners:
        owner = getattr(owner, part)
    before = owner.__dict__[name]
    setattr(owner, name, _patched(module, canary, name))
    try:
        yield
    finally:
        setattr(owner, name, before)


def _patched(module: ModuleType, canary: Canary, name: str) -> object:
    """Compile the definition with the replaced text, as if it stood in its module."""
    node = _node(module, canary.target)
    text = inspect.getsource(module)
    first = min([node.lineno, *(item.lineno for item in getattr(node, "decorator_list", ()))])
    source = "".join(text.splitlines(keepends=True)[first - 1 : node.end_lineno])
    source = source.replace(canary.old, canary.new)
    if source[0].isspace():
        source = f"if True:\n{source}"
    late = "from __future__ import annotations" in text
    code = compile(
        source,
        f"<canary {canary.name}>",
        "exec",
        flags=__future__.annotations.compiler_flag if late else 0,
        dont_inherit=True,
    )
    scope: dict[str, object] = {}
    exec(code, module.__dict__, scope)  # noqa: S102 - the product's own source, with one change
    return scope[name]


def _node(module: ModuleType, target: str) -> ast.stmt:
    """Return the definition of ``target`` in the source of its module."""
    body: list[ast.stmt] = ast.parse(inspect.getsource(module)).body
    found: ast.stmt | None = None
    for name in target.split("."):
        found = next((node for node in body if name in _names(node)), None)
        if found is None:
            raise LookupError(f"{module.__name__} has no {target}")
        body = getattr(found, "body", [])
    assert found is not None, "a target has a name"
    return found


def _names(node: ast.stmt) -> set[str]:
    """Return what a statement defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {item.id for item in targets if isinstance(item, ast.Name)}
