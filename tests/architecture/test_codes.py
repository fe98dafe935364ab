"""Every code that can reach a person has words: on the till, and on the page that support reads."""

from collections.abc import Iterable

from installer import error_codes, error_page
from installer.error_codes import Use, uses
from installer.error_words import STATUSES, STEPS, WORDS
from pos_app.ui.texts import known_codes
from tests.architecture.source import report

NEVER_SHOWN = frozenset(
    {
        # Become "member.code_…", "coupon.code_…" and "pickup.code_…" before anybody sees them.
        *("code.expired", "code.forged", "code.key_period", "code.no_keys"),
        *("code.too_early", "code.unknown_key"),
        # Stops the program when it is built wrongly.
        "keymap.conflict",
    }
)
NOT_FOR_TILLS = frozenset(
    {
        # The parts that tills ask serve the import and the web shop too.
        *(
            "campaign.bad_issuing",
            "campaign.no_coupons",
            *("campaign.no_reason", "campaign.no_right", "campaign.offline_not_ended"),
            "campaign.unknown",
            "member.has_history",
            "member.tier",
            "product.unknown",
        ),
        # Commands of an operator.
        *("keys.already_revoked", "keys.none_left", "keys.unknown"),
        *("store.bad_payment_url", "store.bad_tender", "terminal.not_quarantined"),
        # What head office looks at; the till's facts are accepted all the same.
        *("park.malformed_body", "park.unknown_type", "sale.stated_twice", "staff.inactive"),
        "sale.acts_wrong",
        *("coupon.issued_twice", "coupon.not_allotted"),
        *("campaign.not_first_purchase", "campaign.offline_ended"),
        # Members' apps.
        *("coupon.not_claimable", "coupon.not_transferable"),
        # The coupon counts: the till says so in its own words.
        "coupon.held",
    }
)
_ADVICE = "Give it words in pos_app/ui/texts_*.py, then see docs/translations.md."


def test_every_code_of_the_till_has_words_on_the_till() -> None:
    found = error_codes.codes(*error_codes.TILL, *error_codes.SCREENS)
    report(_without_words(found, NEVER_SHOWN), _ADVICE)


def test_every_refusal_that_a_till_can_get_has_words_on_the_till() -> None:
    found = [*error_codes.codes(*error_codes.HEARD), *STATUSES]
    report(_without_words(found, NOT_FOR_TILLS), _ADVICE)


def test_every_code_says_on_the_page_what_happened_and_what_to_do() -> None:
    found = error_codes.codes(*error_codes.TILL, *error_codes.SCREENS, *error_codes.CORE, *error_codes.SERVER)
    silent = [code for code in sorted(found) if error_page.is_listed(code) and not all(error_page.told(code))]
    report(
        silent, "Give it words in pos_app/ui/texts_*.py, or in installer/error_words.py if no till shows it."
    )


def test_the_page_of_codes_is_current() -> None:
    current = error_page.PAGE.read_text(encoding="utf-8") == error_page.page()
    assert current, "run: python installer/error_page.py"


def test_every_code_that_is_put_together_has_its_endings_listed() -> None:
    parts = (*error_codes.TILL, *error_codes.SCREENS, *error_codes.CORE, *error_codes.SERVER)
    strangers = sorted(error_codes.families(*parts) - error_codes.FAMILIES.keys())
    report(
        strangers,
        "List its endings in FAMILIES of installer/error_codes.py, so that their words are checked.",
    )


def test_nothing_is_said_about_codes_that_are_gone() -> None:
    found = error_codes.codes(*error_codes.TILL, *error_codes.SCREENS, *error_codes.CORE, *error_codes.SERVER)
    said = {*WORDS, *STATUSES, *NEVER_SHOWN, *NOT_FOR_TILLS, *(step for step in STEPS if "." in step)}
    report(sorted(said - found.keys()), "No source has this code any more: take it out.")


def test_a_code_has_its_words_in_one_place() -> None:
    report(sorted(WORDS.keys() & known_codes()), "The till has words for it: take it out of error_words.py.")


def test_a_raised_code_is_found_wherever_it_stands() -> None:
    source = "def f(a):\n    code = 'a.one'\n    raise RuleError('b.two' if a else 'b.three', a)\n"
    assert _texts(uses(source)) == ["a.one", "b.two", "b.three"]


def test_a_refusal_is_found_with_its_status() -> None:
    assert list(uses("raise ApiError(409, 'a.one', detail=x)")) == [Use("a.one", frozenset({409}))]


def test_the_beginning_of_a_code_is_found() -> None:
    assert list(uses("raise RuleError(f'a.code_{reason}')")) == [Use("a.code_", is_family=True)]


def test_a_code_between_the_braces_of_a_text_is_found() -> None:
    assert list(uses("show(f'{mark} {text_of(f\"a.{level}\")}')", only_said=True)) == [
        Use("a.", is_family=True)
    ]


def test_names_of_widgets_and_files_are_no_codes() -> None:
    source = "pay = TillButton('pay.back')\nself.note(Said('a.one'))\nsave('till.db')\n"
    assert _texts(uses(source, only_said=True)) == ["a.one"]
    assert _texts(uses("save('till.db')")) == []


def _without_words(found: Iterable[str], exempt: frozenset[str]) -> list[str]:
    return sorted(set(found) - known_codes() - exempt)


def _texts(found: Iterable[Use]) -> list[str]:
    return [use.text for use in found]
