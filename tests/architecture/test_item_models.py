"""Item models know data and no look: of Qt they use QtCore only."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, classes, dotted, imports, modules, planted, report

MODEL_BASES = frozenset(
    {
        "QAbstractItemModel",
        "QAbstractListModel",
        "QAbstractTableModel",
        "QAbstractProxyModel",
        "QIdentityProxyModel",
        "QSortFilterProxyModel",
        "QStandardItemModel",
        "QStringListModel",
    }
)


def looks_of_models(module: Module) -> Iterator[str]:
    """Yield the names of Qt beyond QtCore that an item model uses."""
    qt = {name for name, _ in imports(ast.walk(module.tree)) if name.startswith("PySide6.")}
    looks = {name.rpartition(".")[2] for name in qt if not f"{name}.".startswith("PySide6.QtCore.")}
    for node in classes(module.tree):
        if not MODEL_BASES & {dotted(base).rpartition(".")[2] for base in node.bases}:
            continue
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and part.id in looks:
                yield f"{module.path}:{part.lineno}: {node.name} uses {part.id}"


def test_item_models_use_qtcore_only() -> None:
    found = [line for module in modules("pos_app") for line in looks_of_models(module)]
    report(found, "Give roles of your own; the delegate or the view turns them into looks.")


@pytest.mark.parametrize(
    ("line", "colour"),
    [("from PySide6.QtGui import QColor", "QColor()"), ("from PySide6 import QtGui", "QtGui.QColor()")],
)
def test_a_model_that_knows_looks_is_found(line: str, colour: str) -> None:
    model = f"class Lines(QAbstractListModel):\n    def data(self, index, role):\n        return {colour}\n"
    assert len(list(looks_of_models(planted(f"{line}\n{model}")))) == 1


def test_a_view_may_import_widgets() -> None:
    assert (
        list(looks_of_models(planted("from PySide6.QtWidgets import QWidget\nclass A(QWidget): ...\n"))) == []
    )
