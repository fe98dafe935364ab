"""Words of members: finding, joining, and what is written about them."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

MEMBER_TEXTS: dict[str, str] = {
    "member.birthday_wrong": QT_TRANSLATE_NOOP("texts", "A birthday is month and day, 05-17 for instance."),
    "member.card_number": QT_TRANSLATE_NOOP(
        "texts", "This is no card number: one of its 16 digits is wrong."
    ),
    "member.reason_needed": QT_TRANSLATE_NOOP("texts", "Say first why you look."),
    "member.search_short": QT_TRANSLATE_NOOP(
        "texts", "Type at least 3 last digits, 2 initials, or a character of the name."
    ),
    "member.terms_needed": QT_TRANSLATE_NOOP(
        "texts", "Without a yes to the terms of membership nobody becomes a member."
    ),
    "member.text_too_long": QT_TRANSLATE_NOOP("texts", "This text is too long: {0} characters at most."),
    "member.no_right": QT_TRANSLATE_NOOP("texts", "Head office does not allow this person to do that."),
    "member.reveal_offline": QT_TRANSLATE_NOOP(
        "texts", "Only head office knows the number, and it cannot be asked now."
    ),
    "member.joined": QT_TRANSLATE_NOOP("texts", "A member from now on: points count with this purchase."),
    "member.joined_before": QT_TRANSLATE_NOOP("texts", "This number is a member's already."),
    "reveal_reason.call_back": QT_TRANSLATE_NOOP("texts", "Call back"),
    "reveal_reason.verify": QT_TRANSLATE_NOOP("texts", "Check identity"),
    "reveal_reason.correction": QT_TRANSLATE_NOOP("texts", "Correct it"),
    "reveal_reason.other": QT_TRANSLATE_NOOP("texts", "Other"),
    "member.saved": QT_TRANSLATE_NOOP("texts", "Saved."),
    "member.found_offline": QT_TRANSLATE_NOOP(
        "texts", "Without the network only members that this till knows are found."
    ),
    "member.found_none": QT_TRANSLATE_NOOP(
        "texts", "Nobody was found. The whole phone number finds every member."
    ),
}
