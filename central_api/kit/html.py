"""HTML for the customer's pages: every text is escaped here, nothing comes from elsewhere.

The one script there is looks whether a page is still true; the policy names it by its digest.
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape

from fastapi.responses import HTMLResponse

from resources import path as resource

NOT_KEPT = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Vary": "Accept-Language",
}
"""An address that holds a receipt's hash is told to nobody, and what it shows is kept nowhere."""


@dataclass(frozen=True, slots=True)
class Live:
    """A page that asks now and then whether it would look different, and opens itself anew then.

    Attributes:
        place: Where ``{"version": ...}`` of it is answered.
        version: What it is now.
        every_s: How often it asks, in seconds; not while nobody looks at it.
    """

    place: str
    version: str
    every_s: int


@dataclass(frozen=True, slots=True)
class Html:
    """Markup; texts become some by :func:`text` and :func:`tag` only."""

    markup: str


def text(words: str) -> Html:
    """Return words as markup."""
    return Html(escape(words))


def tag(name: str, /, *parts: Html | str, kind: str = "", **attributes: str) -> Html:
    """Return an element of ``parts``; ``kind`` is its class, ``for_`` stands for the attribute ``for``."""
    named = {"class": kind, **attributes} if kind else attributes
    written = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in named.items())
    inner = "".join(part.markup if isinstance(part, Html) else escape(part) for part in parts)
    return Html(f"<{name}{written}>{inner}</{name}>")


def void(name: str, /, **attributes: str) -> Html:
    """Return an element that holds nothing."""
    written = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{written}>")


def row(label: str, figure: str, *, kind: str = "row") -> Html:
    """Return a label with its figure."""
    return tag("div", tag("span", label), tag("span", figure), kind=kind)


def page(
    title: str, parts: Iterable[Html], *, language: str, status: int = 200, live: Live | None = None
) -> HTMLResponse:
    """Return a whole page."""
    style, script, watching = _style(), "", {}
    head, scripts = "", ""
    if live is not None:
        script = _script()
        watching = {
            "data-place": live.place,
            "data-version": live.version,
            "data-every_s": str(live.every_s),
        }
        head = f'<noscript><meta http-equiv="refresh" content="{live.every_s}"></noscript>'
        scripts = f"<script>{script}</script>"
    inner = tag("main", *parts, **watching)
    body = (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(title)}</title>'
        f"<style>{style}</style>{head}</head><body>{inner.markup}{scripts}</body></html>"
    )
    runs = f"script-src {_digest(script)}; connect-src 'self'; " if script else ""
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; {runs}form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    headers = {**NOT_KEPT, "Content-Security-Policy": policy, "Content-Language": language}
    return HTMLResponse(body, status_code=status, headers=headers)


def _digest(inline: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


@cache
def _script() -> str:
    return resource("receipts", "live.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    sheet = resource("receipts", "page.css").read_text(encoding="utf-8")
    light, dark = (_colours(theme) for theme in ("light", "dark"))
    colours = f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    return sheet.replace("$COLOURS\n", colours + "\n")


def _colours(theme: str) -> str:
    tokens: Mapping[str, str] = json.loads(resource("themes", f"{theme}.json").read_text("utf-8"))["colors"]
    # A window's shadows are written with their opacity in front; the pages have none.
    return " ".join(f"--{name}: {value};" for name, value in tokens.items() if len(value) == len("#rrggbb"))
