"""The words of what can go wrong with shifts and drawers; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

DRAWER_TEXTS: dict[str, str] = {
    "shift.other_drawer": QT_TRANSLATE_NOOP("texts", "This is the drawer of {0}. Suspend the shift first."),
    "shift.needs_own": QT_TRANSLATE_NOOP(
        "texts", "This is the drawer of {0}. Money needs a drawer of your own, and you may not open one."
    ),
    "shift.bad_reason": QT_TRANSLATE_NOOP("texts", "Choose why the shift is suspended."),
    "shift.counted_out": QT_TRANSLATE_NOOP(
        "texts", "It was counted as often as the store lets you. Somebody has to allow the difference."
    ),
    "right.own_act": QT_TRANSLATE_NOOP(
        "texts", "Nobody allows a difference of their own. Ask another person."
    ),
    "approval.involved": QT_TRANSLATE_NOOP(
        "texts", "{0} counted, or it is their drawer. Ask somebody who had no part in it."
    ),
    "training.ended": QT_TRANSLATE_NOOP(
        "texts", "Training did not end as it should ({0}). The till is as it was."
    ),
    "training_news.noted": QT_TRANSLATE_NOOP(
        "texts", "Receipts made in training: {0}. Their number stands in the Z."
    ),
    "ask.read_x": QT_TRANSLATE_NOOP("texts", "Show what the shift came to so far (X)"),
    "shift.not_counted": QT_TRANSLATE_NOOP(
        "texts", "Something happened to the drawer since the last count. Count again."
    ),
    "shift.explanation_missing": QT_TRANSLATE_NOOP("texts", "Say why there is a difference."),
    "shift.bad_left": QT_TRANSLATE_NOOP("texts", "No more can stay in the drawer than was counted."),
    "cash.bad_amount": QT_TRANSLATE_NOOP("texts", "The amount must be above 0, as the counted pieces are."),
    "cash.bad_reason": QT_TRANSLATE_NOOP("texts", "Choose a reason."),
    "cash.note_missing": QT_TRANSLATE_NOOP("texts", "This reason needs a note."),
    "cash.already_moved": QT_TRANSLATE_NOOP("texts", "This movement is written already."),
    "drawer.left_open": QT_TRANSLATE_NOOP("texts", "The cash drawer has stood open for {0}. Shut it."),
    "day_news.closed": QT_TRANSLATE_NOOP("texts", "The day {0} is closed."),
    "day.not_yet": QT_TRANSLATE_NOOP("texts", "This day has not begun."),
    "day.nothing": QT_TRANSLATE_NOOP(
        "texts", "No shift of this day is closed, so there is nothing to state."
    ),
}
