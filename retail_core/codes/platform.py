"""How the pick-up codes of a marketplace or delivery platform look: each channel has forms of its own.

Source: docs/rules/orders.md, "Codes of platforms".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MOST_CHARACTERS: Final = 64
_FORM = re.compile(r"([A-Za-z0-9-]*?)(?:(#+|@+)|([#@])\{(\d{1,2})(?:-(\d{1,2}))?\})", re.ASCII)
_SPACES = re.compile(r"\s+", re.ASCII)


class CodeFormError(ValueError):
    """A form cannot be read; the argument is the form."""


@dataclass(frozen=True, slots=True)
class CodeForm:
    """A form of codes: what they begin with, and how many digits, or letters and digits, come then."""

    prefix: str
    least: int
    most: int
    letters: bool = False
    """Letters and digits, not digits alone."""
    exact_case: bool = False
    """Small letters are not the same as capitals."""
    daily: bool = False
    """They begin anew each day, so that the same one comes again."""

    def read(self, text: str) -> str:
        """Return a scanned or typed code as it is kept, or "" if it is none of this form."""
        code = _SPACES.sub("", text)
        prefix = self.prefix
        if not self.exact_case:
            code, prefix = code.upper(), prefix.upper()
        rest = code.removeprefix(prefix)
        if not code.startswith(prefix) or not self.least <= len(rest) <= self.most:
            return ""
        is_one = rest.isascii() and (rest.isalnum() if self.letters else rest.isdigit())
        return code if is_one else ""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel that orders come from: its name as people say it, and the forms of its codes."""

    channel: str
    name: str
    codes: tuple[CodeForm, ...] = ()


def read_form(text: str, *, exact_case: bool = False, daily: bool = False) -> CodeForm:
    """Return the form that ``text`` writes: ``MT########``, ``####``, ``#{16-20}``, ``@{6}``.

    Raises:
        CodeFormError: It is no form, or its codes would be too long.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise CodeFormError(text)
    prefix, drawn, kind, least, most = found.groups()
    shortest = len(drawn) if drawn else int(least)
    longest = len(drawn) if drawn else int(most or least)
    if not 1 <= shortest <= longest or len(prefix) + longest > MOST_CHARACTERS:
        raise CodeFormError(text)
    return CodeForm(prefix, shortest, longest, (drawn or kind)[0] == "@", exact_case, daily)


def kept_code(text: str, forms: Iterable[CodeForm]) -> str:
    """Return a channel's code as it is kept; "" if it has none of the forms, itself where there are none."""
    known = tuple(forms)
    if not known:
        return _SPACES.sub("", text)
    return next((code for form in known if (code := form.read(text))), "")
