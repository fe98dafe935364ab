"""Keeps the translation files in step with the source.

Run by hand: ``python installer/translations.py TASK``, a task of ``update``, ``fill FILE``, ``release``,
``check`` (see docs/translations.md).
Needs the tools of PySide6 beside the running Python, and the standard library.
"""

import json
import re
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_I18N = _ROOT / "resources" / "i18n"
LANGUAGES = ("zh_Hans", "zh_Hant", "en")


def ts_file(language: str, folder: Path = _I18N) -> Path:
    """Return the file with the sources and texts of ``language``."""
    return folder / f"app_{language}.ts"


def update(folder: Path = _I18N) -> None:
    """Bring new source texts into every file; English is its own translation."""
    sources = sorted(str(path.relative_to(_ROOT)) for path in (_ROOT / "pos_app" / "ui").rglob("*.py"))
    files = [str(ts_file(language, folder)) for language in LANGUAGES]
    # Guessed translations would look finished; who needs one writes it.
    guesses = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
    _tool("pyside6-lupdate", "-locations", "none", "-no-obsolete", *guesses, *sources, "-ts", *files)
    for language in LANGUAGES:
        _settle(ts_file(language, folder), language)


def release(folder: Path = _I18N, target: Path = _I18N) -> None:
    """Make the files that the till loads."""
    for language in LANGUAGES:
        _tool("pyside6-lrelease", str(ts_file(language, folder)), "-qm", str(target / f"app_{language}.qm"))


def fill(texts: Path) -> None:
    """Enter texts from a JSON file ``{context: {source: [simplified, traditional]}}``."""
    wanted: dict[str, dict[str, list[str]]] = json.loads(texts.read_text(encoding="utf-8"))
    for column, language in enumerate(LANGUAGES[:2]):
        tree = ET.parse(ts_file(language))  # noqa: S314 - our own file
        for context in tree.getroot().iter("context"):
            known = wanted.get(context.findtext("name", ""), {})
            for message in context.iter("message"):
                texts_of_source = known.get(message.findtext("source", ""))
                translation = message.find("translation")
                if texts_of_source is not None and translation is not None:
                    translation.text = texts_of_source[column]
                    translation.attrib.pop("type", None)
        _write(tree, ts_file(language))


def check() -> list[str]:
    """Return what is not in order: stale files, unfinished texts, programs that differ from their source."""
    faults = [fault for language in LANGUAGES for fault in unfinished(ts_file(language))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for language in LANGUAGES:
            ts_file(language, folder).write_bytes(ts_file(language).read_bytes())
        update(folder)
        release(folder, folder)
        for language in LANGUAGES:
            faults += [
                f"{path.name} is stale: run update, translate, release"
                for path in (ts_file(language, folder), folder / f"app_{language}.qm")
                if path.read_bytes() != (_I18N / path.name).read_bytes()
            ]
    return faults


def unfinished(path: Path) -> list[str]:
    """Return the sources in ``path`` that have no finished translation, or one with other placeholders."""
    faults = []
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        source = message.findtext("source", "")
        translation = message.find("translation")
        text = (translation.text if translation is not None else None) or ""
        if not text or (translation is not None and translation.get("type") == "unfinished"):
            faults.append(f"{path.name}: not translated: {source}")
        elif sorted(re.findall(r"{\w*}", source)) != sorted(re.findall(r"{\w*}", text)):
            faults.append(f"{path.name}: placeholders differ: {source}")
    return faults


def _settle(path: Path, language: str) -> None:
    """Name the language, and let English texts be their own translation."""
    tree = ET.parse(path)  # noqa: S314 - our own file
    root = tree.getroot()
    root.set("language", language)
    for message in root.iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        if language == "en":
            translation.text = message.findtext("source", "")
        if translation.text:
            translation.attrib.pop("type", None)
    _write(tree, path)


def _write(tree: "ET.ElementTree[ET.Element]", path: Path) -> None:
    root = tree.getroot()
    ET.indent(root, " " * 4)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _tool(name: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / name
    subprocess.run([str(program), *arguments], cwd=_ROOT, check=True, stdout=subprocess.DEVNULL)


def main(arguments: list[str]) -> int:
    """Do one of ``update``, ``fill FILE``, ``release``, ``check``."""
    if arguments == ["update"]:
        update()
        for fault in (fault for language in LANGUAGES for fault in unfinished(ts_file(language))):
            print(fault)
    elif len(arguments) == 2 and arguments[0] == "fill":
        fill(Path(arguments[1]))
    elif arguments == ["release"]:
        release()
    elif arguments == ["check"]:
        faults = check()
        print("\n".join(faults) or "translations are complete and current")
        return 1 if faults else 0
    else:
        print("use: translations.py update | fill FILE | release | check")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
