"""Writes ``docs/errors.md``: every code that can reach a person, and what to do about it.

Run by hand: ``python installer/error_page.py``. The words are those of the till and of the import; what
neither says is in ``installer/error_words.py``. A test says whether the page is current.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "errors.md"

_HEAD = """\
# Codes

Every code that a person can meet: on the till, in an answer of the central API, in an import, in a check of
a journal. The till shows the words; support asks for the code. `…` stands for what the till fills in.

This page is made by `python installer/error_page.py`; edit the words in `pos_app/ui/texts*.py` or
`installer/error_words.py`.
"""
_TILL_HEAD = """\
## At the till

| code | from | what happened | what to do |
|---|---|---|---|
"""
_SERVER_HEAD = """\
## From the central API

With a status, the API refuses the request with `{"code": …, "detail": …}`. Without one, the code stands
inside an answer (a coupon), with a fact that head office has to look at, or with a row of an import.

| code | status | from | what happened | what to do |
|---|---|---|---|---|
"""
_THINGS = {
    "file": "The file",
    "column": "The column",
    "cell": "The value",
    "cell.chain_product": "The product",
}


def page() -> str:
    """Return the whole page."""
    from installer import error_codes
    from installer.error_words import STATUSES

    till = error_codes.codes(*error_codes.TILL, *error_codes.SCREENS, *error_codes.CORE)
    server = error_codes.codes(*error_codes.SERVER)
    for code in server.keys() & STATUSES.keys():
        server[code].statuses.add(STATUSES[code])
    for code in STATUSES.keys() - server.keys():
        server[code] = error_codes.Code({"central_api.journal"}, {STATUSES[code]})
    speak = _speaker()
    rows = [
        f"| `{code}` | {_listed(found.places)} | {' | '.join(speak(code))} |\n"
        for code, found in sorted(till.items())
        if is_listed(code)
    ]
    answers = [
        f"| `{code}` | {_listed(found.statuses)} | {_listed(found.places)} | {' | '.join(speak(code))} |\n"
        for code, found in sorted(server.items())
        if is_listed(code)
    ]
    return "\n".join([_HEAD, _TILL_HEAD + "".join(rows), _SERVER_HEAD + "".join(answers)])


def is_listed(code: str) -> bool:
    """Return whether there is something to say about a code; names of states only have words."""
    from installer.error_areas import MESSAGES, STATES

    return code.partition(".")[0] not in STATES and code not in MESSAGES


def told(code: str) -> tuple[str, str]:
    """Return what happened and what to do; an empty text where nobody has said it."""
    return _speaker()(code)


def _speaker() -> Callable[[str], tuple[str, str]]:
    from central_api.importing.commands import WRONG
    from installer.error_words import STEPS, WORDS
    from pos_app.ui.texts import source_of

    def speak(code: str) -> tuple[str, str]:
        area = code.partition(".")[0]
        if code in WORDS:
            return WORDS[code]
        if code in WRONG:
            thing = _THINGS.get(code, _THINGS[area])
            happened, _, step = f"{thing} {WRONG[code]}".partition("; ")
            return f"{happened}.", STEPS.get(code) or _sentence(step) or STEPS[area]
        words = re.sub(r"{\d}", "…", source_of(code))
        if code in STEPS:
            return _sentence(words), STEPS[code]
        happened, stop, step = words.partition(". ")
        return _sentence(happened + stop.strip()), step or STEPS.get(area, "")

    return speak


def _sentence(text: str) -> str:
    """Begin large and end with one stop; what the till fills in may end a sentence."""
    if not text:
        return ""
    ended = text if text.endswith((".", "…")) else f"{text}."
    return ended[0].upper() + ended[1:].replace("….", "…")


def _listed(values: set[str] | set[int]) -> str:
    return ", ".join(_texts(values)) or "–"


def _texts(values: set[str] | set[int]) -> Iterator[str]:
    return (str(value) for value in sorted(values))


def main() -> int:
    """Write the page."""
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
