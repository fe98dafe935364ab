"""Item models know data and no look: of Qt they import QtCore only."""

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
    """Yield the imports of Qt beyond QtCore in a module that defines an item model."""
    bases = {dotted(base).rpartition(".")[2] for node in classes(module.tree) for base in node.bases}
    if not bases & MODEL_BASES:
        return
    for name, line in imports(ast.walk(module.tree)):
        if name.startswith("PySide6.") and not f"{name}.".startswith("PySide6.QtCore."):
            yield f"{module.path}:{line}: {name}"


def test_item_models_import_qtcore_only() -> None:
    found = [line for module in modules("pos_app") for line in looks_of_models(module)]
    report(found, "Give roles of your own; the delegate or the view turns them into looks.")


@pytest.mark.parametrize("line", ["from PySide6.QtGui import QColor", "from PySide6 import QtWidgets"])
def test_a_model_that_knows_looks_is_found(line: str) -> None:
    text = f"{line}\nfrom PySide6.QtCore import QAbstractListModel\nclass Lines(QAbstractListModel): ...\n"
    assert len(list(looks_of_models(planted(text)))) == 1


def test_a_view_may_import_widgets() -> None:
    assert (
        list(looks_of_models(planted("from PySide6.QtWidgets import QWidget\nclass A(QWidget): ...\n"))) == []
    )
