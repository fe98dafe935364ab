"""The words of why a campaign is set aside; part of ``texts``. The till shows them below the campaign."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

CAMPAIGN_TEXTS: dict[str, str] = {
    "status.campaigns_set_aside": QT_TRANSLATE_NOOP(
        "texts", "Some campaigns are wrong and set aside. Selling goes on without them."
    ),
    "rule.bad_choice": QT_TRANSLATE_NOOP("texts", "A word in it is not among the choices."),
    "rule.bad_date": QT_TRANSLATE_NOOP("texts", "Something in it is no date."),
    "rule.bad_id": QT_TRANSLATE_NOOP("texts", "Its id is not possible."),
    "rule.broken": QT_TRANSLATE_NOOP("texts", "The till cannot work it out."),
    "rule.contradiction": QT_TRANSLATE_NOOP("texts", "Two of its fields contradict each other."),
    "rule.discount_above_minimum": QT_TRANSLATE_NOOP("texts", "It takes off more than it asks to be spent."),
    "rule.duplicate_id": QT_TRANSLATE_NOOP("texts", "Another campaign has the same id."),
    "rule.empty_window": QT_TRANSLATE_NOOP("texts", "It ends before it begins."),
    "rule.ladder_not_rising": QT_TRANSLATE_NOOP("texts", "Its steps do not rise."),
    "rule.missing_field": QT_TRANSLATE_NOOP("texts", "A field is missing."),
    "rule.not_a_record": QT_TRANSLATE_NOOP("texts", "It is no record of fields."),
    "rule.out_of_range": QT_TRANSLATE_NOOP("texts", "A number is out of its range."),
    "rule.reserved_id": QT_TRANSLATE_NOOP("texts", "Its id belongs to the till itself."),
    "rule.shares_not_whole": QT_TRANSLATE_NOOP("texts", "The shares of who pays do not make a whole."),
    "rule.too_long": QT_TRANSLATE_NOOP("texts", "A list or text is too long."),
    "rule.unknown_field": QT_TRANSLATE_NOOP("texts", "A field is not known."),
    "rule.unknown_kind": QT_TRANSLATE_NOOP("texts", "Its kind is not known."),
    "rule.wrong_type": QT_TRANSLATE_NOOP("texts", "A field has the wrong type."),
}
"""Words by code."""
