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
    "spend.no_member": QT_TRANSLATE_NOOP("texts", "Nobody is attached. Scan the member's code first."),
    "spend.not_present": QT_TRANSLATE_NOOP(
        "texts", "By phone number one can only collect. To spend, scan the code on the member's phone."
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
