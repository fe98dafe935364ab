"""The words of points and stored value; part of ``texts``."""

from pos_app.ui.i18n import QT_TRANSLATE_NOOP

BALANCE_TEXTS: dict[str, str] = {
    "points.overdrawn": QT_TRANSLATE_NOOP("texts", "More points were spent than there were."),
    "doubt.points_overdrawn": QT_TRANSLATE_NOOP("texts", "More points were spent than there were"),
    "doubt.stored_value_overdrawn": QT_TRANSLATE_NOOP("texts", "More of a balance was spent than there was"),
    "doubt.stored_value_nobody": QT_TRANSLATE_NOOP("texts", "A balance paid, and nobody knows whose"),
    "tender.points": QT_TRANSLATE_NOOP("texts", "Points"),
    "tender.stored_value": QT_TRANSLATE_NOOP("texts", "Member balance"),
    "top_up.done": QT_TRANSLATE_NOOP("texts", "Topped up by {0}. Slip {1}"),
    "top_up.done_with_bonus": QT_TRANSLATE_NOOP(
        "texts", "Topped up by {0}, and {1} from the store. Slip {2}"
    ),
    "reward.unknown": QT_TRANSLATE_NOOP("texts", "This reward is not offered any more. Choose another one."),
    "top_up.not_offered": QT_TRANSLATE_NOOP(
        "texts", "This amount is not offered any more. Choose another one."
    ),
    "top_up.already_done": QT_TRANSLATE_NOOP(
        "texts", "This top-up is written already. Look at its slip before you take money again."
    ),
    "points.planned": QT_TRANSLATE_NOOP("texts", "Points that pay when you open Pay: {0}."),
    "adjust.nothing": QT_TRANSLATE_NOOP("texts", "Nothing would change. Type how much."),
    "adjust.reason_needed": QT_TRANSLATE_NOOP("texts", "No reason yet. Say first why it is corrected."),
    "adjust.below_zero": QT_TRANSLATE_NOOP("texts", "That is more than there is. Type less."),
    "adjust.other_request": QT_TRANSLATE_NOOP(
        "texts", "This correction was made already. Look at the figures."
    ),
    "adjust.offline": QT_TRANSLATE_NOOP(
        "texts", "Head office does not answer. Corrections need it: try again later."
    ),
    "member.over_limit": QT_TRANSLATE_NOOP("texts", "That is above this person's limit. Type less."),
    "ask.adjust_points": QT_TRANSLATE_NOOP("texts", "{0}: correct the points by {1}"),
    "ask.adjust_principal": QT_TRANSLATE_NOOP("texts", "{0}: correct the principal by {1}"),
    "ask.adjust_bonus": QT_TRANSLATE_NOOP("texts", "{0}: correct the bonus by {1}"),
    "ask.points_limit": QT_TRANSLATE_NOOP("texts", "Your limit is {0} points for one correction."),
    "adjust_reason.goodwill": QT_TRANSLATE_NOOP("texts", "Goodwill"),
    "adjust_reason.mistake": QT_TRANSLATE_NOOP("texts", "Mistake"),
    "adjust_reason.complaint": QT_TRANSLATE_NOOP("texts", "Complaint"),
    "adjust_reason.other": QT_TRANSLATE_NOOP("texts", "Other"),
    "spend.no_member": QT_TRANSLATE_NOOP("texts", "Nobody is attached. Scan the member's code first."),
    "spend.not_present": QT_TRANSLATE_NOOP(
        "texts",
        "A number alone only collects. To spend, scan the code on the member's phone; PIN or message code "
        "work, too.",
    ),
    "doubt.spend_not_proven": QT_TRANSLATE_NOOP("texts", "Spent by a number alone, without a proof"),
    "spend.not_proven": QT_TRANSLATE_NOOP(
        "texts", "Somebody known by a number alone spent points or a balance. Talk it over with who took it."
    ),
    "proof.sent": QT_TRANSLATE_NOOP(
        "texts", "A code is on its way to the number that ends in {0}. It is good for 5 minutes."
    ),
    "proof.wrong": QT_TRANSLATE_NOOP("texts", "That is not right. Tries left: {0}."),
    "proof.locked": QT_TRANSLATE_NOOP(
        "texts", "Too many wrong PINs. The next try in {0} min; a message code or the phone's code works."
    ),
    "proof.no_pin": QT_TRANSLATE_NOOP(
        "texts", "This member has chosen no PIN. Send a code, or scan the phone's code."
    ),
    "proof.no_code": QT_TRANSLATE_NOOP("texts", "No code was sent yet. Send one first."),
    "proof.expired": QT_TRANSLATE_NOOP("texts", "This code is over. Send a new one."),
    "proof.offline": QT_TRANSLATE_NOOP(
        "texts", "Head office does not answer. Scan the code on the member's phone: that works offline."
    ),
    "proof.wait": QT_TRANSLATE_NOOP("texts", "A code was sent already. Another one in {0} s."),
    "proof.no_phone": QT_TRANSLATE_NOOP("texts", "This member has told no phone number. Use the PIN."),
    "proof.no_channel": QT_TRANSLATE_NOOP(
        "texts", "This shop sends no messages. Use the PIN, or scan the phone's code."
    ),
    "proof.other_member": QT_TRANSLATE_NOOP(
        "texts", "This is the code of another member. Scan that of this one."
    ),
    "proof.card": QT_TRANSLATE_NOOP(
        "texts", "A printed card proves nothing here. Scan the code on the member's phone."
    ),
    "spend.card_offline": QT_TRANSLATE_NOOP(
        "texts", "A printed card spends only with head office. Scan the code on the member's phone."
    ),
    "spend.unknown": QT_TRANSLATE_NOOP("texts", "Nobody can say now what this member has. Pay otherwise."),
    "spend.not_enough": QT_TRANSLATE_NOOP("texts", "That is more than there is. At most {0} now."),
    "spend.offline_used_up": QT_TRANSLATE_NOOP(
        "texts", "Head office does not answer. At most {0} can be spent at this till until it does."
    ),
    "spend.over_most": QT_TRANSLATE_NOOP("texts", "At most {0} of this sale can be paid with points."),
    "spend.worth_nothing": QT_TRANSLATE_NOOP("texts", "So few points are worth nothing. Type more."),
}
