"""The source as the checks see it: every module of the project, read and parsed once."""

import ast
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("retail_core", "pos_app", "central_api", "resources", "installer")
EVERYTHING = (*PRODUCT, "benchmarks", "tests")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One source file.

    Attributes:
        path: Relative to the project, with slashes.
        text: As it stands in the file.
        tree: Parsed.
    """

    path: str
    text: str
    tree: ast.Module

    def is_below(self, *folders: str) -> bool:
        """Return whether the file is in one of ``folders``, or is it."""
        return any(self.path == folder or self.path.startswith(f"{folder}/") for folder in folders)


def planted(text: str, path: str = "pos_app/planted.py") -> Module:
    """Return a module that exists in a test only, to show that a check finds what it is for."""
    return Module(path, text, ast.parse(text))


@functools.cache
def modules(*packages: str) -> tuple[Module, ...]:
    """Return every module of ``packages``, in the order of their paths."""
    files = [file for package in packages for file in sorted((ROOT / package).rglob("*.py"))]
    return tuple(_read(file) for file in files)


@functools.cache
def _read(file: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    return Module(file.relative_to(ROOT).as_posix(), text, ast.parse(text))


def functions(tree: ast.AST) -> Iterator[tuple[Function, bool]]:
    """Yield every function below ``tree``, and whether it is a method with ``self`` or ``cls``."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, Function):
                static = any(dotted(decorator) == "staticmethod" for decorator in child.decorator_list)
                yield child, isinstance(node, ast.ClassDef) and not static


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """Yield every class below ``tree``."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def dotted(node: ast.AST) -> str:
    """Return ``a.b.c`` for a name or attribute (or a call or subscript of one), else an empty text."""
    if isinstance(node, ast.Call | ast.Subscript):
        return dotted(node.func if isinstance(node, ast.Call) else node.value)
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


def imports(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Yield the dotted names that ``nodes`` import, ``from a import b`` as ``a.b``, with their lines."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when the module is imported: all outside functions."""
    for child in ast.iter_child_nodes(tree):
        if not isinstance(child, Function | ast.Lambda):
            yield child
            yield from at_import(child)


def report(found: Iterable[str], advice: str) -> None:
    """Fail with everything that was found and what to do instead."""
    lines = list(found)
    assert not lines, "\n".join([*lines, advice])
