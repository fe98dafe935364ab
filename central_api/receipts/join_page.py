"""The form to join by a receipt, and what is answered to it."""

from collections.abc import Iterator

from central_api.kit.html import Html, tag, void
from central_api.kit.words import Words
from central_api.receipts.schemas import JoinAnswer, JoinWish

_BACK_TO_FORM = frozenset({"bad_phone", "no_terms", "wait", "code_over"})
_BACK_TO_CODE = frozenset({"code_sent", "code_wrong"})


def join_form(place: str, words: Words, *, points: int, is_sending: bool) -> Html:
    """Return the invitation with its form; ``place`` is where the form goes, with the receipt's hash."""
    promise = words.text("join.points", points=f"{points:,}") if points else words.text("join.invite")
    number = tag(
        "label",
        words.text("join.phone"),
        void(
            "input",
            type="tel",
            name="phone",
            autocomplete="tel",
            inputmode="tel",
            maxlength="20",
            required="",
        ),
    )
    ads = [_tick("marketing", words.text("join.marketing"))] if is_sending else []
    return tag(
        "section",
        tag("h2", words.text("join.title")),
        tag("p", promise),
        tag(
            "form",
            number,
            _tick("terms", words.text("join.terms"), needed=True),
            *ads,
            tag("button", words.text("join.code" if is_sending else "join.do"), kind="button"),
            method="post",
            action=place,
        ),
        kind="call",
    )


def answer_parts(
    answer: JoinAnswer, words: Words, *, place: str, wish: JoinWish, is_sending: bool
) -> Iterator[Html]:
    """Yield what is said to somebody who wants to join."""
    if answer.status in _BACK_TO_CODE:
        yield _code_form(answer, words, place=place, wish=wish)
        return
    if answer.status in _BACK_TO_FORM:
        minutes = -(-answer.wait_ms // 60_000)
        yield tag("p", words.text(f"join.{answer.status}", minutes=minutes), kind="bad")
        yield join_form(place, words, points=answer.points, is_sending=is_sending)
        return
    yield tag("section", *_ending(answer, words, is_sending=is_sending))


def _ending(answer: JoinAnswer, words: Words, *, is_sending: bool) -> Iterator[Html]:
    if answer.status in {"used", "over"}:
        yield tag("h1", words.text("join.closed"))
        yield tag("p", words.text(f"join.{answer.status}"))
        return
    yield tag("h1", words.text("join.welcome"))
    if not is_sending:
        # Nobody proved the number: whether it was a member's is not told to whoever typed it.
        yield tag("p", words.text("join.maybe"))
    elif answer.status == "known":
        yield tag("p", words.text("join.known"))
    elif answer.points:
        yield tag("p", words.text("join.credited", points=f"{answer.points:,}"))
    yield tag("p", words.text("join.next"))


def _code_form(answer: JoinAnswer, words: Words, *, place: str, wish: JoinWish) -> Html:
    wrong = [tag("p", words.text("join.code_wrong"), kind="bad")] if answer.status == "code_wrong" else []
    kept = [void("input", type="hidden", name="phone", value=wish.phone)]
    kept += [void("input", type="hidden", name="terms", value="1")]
    kept += [void("input", type="hidden", name="marketing", value="1")] if wish.marketing else []
    entry = void(
        "input",
        type="text",
        name="code",
        inputmode="numeric",
        autocomplete="one-time-code",
        maxlength="12",
        required="",
    )
    return tag(
        "section",
        tag("h1", words.text("join.code_title")),
        tag("p", words.text("join.code_sent")),
        *wrong,
        tag(
            "form",
            *kept,
            tag("label", words.text("join.code_label"), entry),
            tag("button", words.text("join.do"), kind="button"),
            method="post",
            action=place,
        ),
        kind="call",
    )


def _tick(name: str, label: str, *, needed: bool = False) -> Html:
    box = void("input", type="checkbox", name=name, value="1", **({"required": ""} if needed else {}))
    return tag("label", box, tag("span", label), kind="tick")
