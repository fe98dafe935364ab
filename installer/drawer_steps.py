"""The next steps of what can go wrong with shifts and drawers; part of ``error_words``."""

DRAWER_STEPS: dict[str, str] = {
    "shift.other_drawer": "Suspend it and open or resume a shift of your own.",
    "shift.needs_own": "Let the owner of the drawer take the money, or ask for the right to open shifts.",
    "shift.bad_reason": "Choose one of the reasons.",
    "shift.counted_out": "Explain the difference, and ask another person to allow it.",
    "shift.not_counted": "Count the drawer once more.",
    "training.ended": "Open training again; if it does not come, start it afresh or see the till's log.",
    "right.own_act": "Ask another person; the store of one person sets shop set-counts --persons 1.",
    "approval.involved": "Ask another person with the right.",
    "shift.explanation_missing": "Type what you know about the difference.",
    "shift.bad_left": "Type what stays in the drawer again.",
    "cash.bad_amount": "Type the amount or count the pieces again.",
    "cash.bad_reason": "Choose one of the reasons.",
    "cash.note_missing": "Type a note.",
    "cash.already_moved": "Look at the list of movements; nothing has to be done.",
    "day.not_yet": "Look at today or an earlier day.",
    "day.nothing": "Close the shifts of the day first, or look at another day.",
}

DRAWER_STATES = frozenset(
    {"cash_reason", "day_end_news", "day_news", "difference", "drawer", "training_news"}
)
"""Areas that name reasons and what was done; they have words, and nothing to do about them."""
