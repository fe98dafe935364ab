"""The languages of the till: their names, their texts, and the switch between them at run time.

Views call ``translate("Context", "English source")`` with literals only; see docs/translations.md.
"""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from pos_app.ui.fonts import interface_font

LanguageName = Literal["zh-Hans", "zh-Hant", "en"]
LANGUAGES: tuple[LanguageName, ...] = ("zh-Hans", "zh-Hant", "en")
OWN_NAMES: dict[LanguageName, str] = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}
"""What each language calls itself; never translated."""

_SIMPLIFIED = {"zh", "zh-hans", "zh-cn", "zh-sg", "zh-my", "zh-hans-cn", "zh-hans-sg"}
_TRADITIONAL = {"zh-hant", "zh-tw", "zh-hk", "zh-mo", "zh-hant-tw", "zh-hant-hk", "zh-hant-mo"}
_QT_FILES: dict[LanguageName, str] = {"zh-Hans": "qtbase_zh_CN", "zh-Hant": "qtbase_zh_TW", "en": "qtbase_en"}

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:  # noqa: N802 - the name by which lupdate finds it
    """Mark ``source`` for translation and return it; Qt's own returns an untyped object."""
    return source


def language_name(wanted: str) -> LanguageName:
    """Return the language that ``wanted`` means: ``zh_CN``, ``zh-TW``, ``zh_HK.UTF-8``, ``en_GB`` and so on.

    Raises:
        ValueError: The till does not speak it.
    """
    plain = wanted.split(".", maxsplit=1)[0].replace("_", "-").lower()
    if plain in _SIMPLIFIED:
        return "zh-Hans"
    if plain in _TRADITIONAL:
        return "zh-Hant"
    if plain.split("-")[0] == "en":
        return "en"
    raise ValueError(wanted)


def translation_file(language: LanguageName, suffix: str) -> str:
    """Return the name of the file with the texts of ``language``; ``suffix`` is ``ts`` or ``qm``."""
    return f"app_{language.replace('-', '_')}.{suffix}"


class Language:
    """The language in use; a switch sends Qt's LanguageChange to every widget."""

    def __init__(self, app: QApplication, name: LanguageName) -> None:
        self._app = app
        self._name = name
        self._translators: list[QTranslator] = []
        self._install()

    @property
    def name(self) -> LanguageName:
        """The language in use."""
        return self._name

    def switch(self, name: LanguageName) -> None:
        """Speak ``name`` from now on; open widgets hear of it through ``changeEvent``."""
        if name == self._name:
            return
        self._name = name
        self.uninstall()
        self._install()

    def uninstall(self) -> None:
        """Take all texts off again; what is left is the English of the source."""
        while self._translators:
            self._app.removeTranslator(self._translators.pop())

    def _install(self) -> None:
        own = str(resources.path("i18n", translation_file(self._name, "qm")))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file in (f"{qt}/{_QT_FILES[self._name]}.qm", own):
            translator = QTranslator(self._app)
            if translator.load(file):
                self._app.installTranslator(translator)
                self._translators.append(translator)
        self._app.setFont(interface_font(self._name))
