"""Puts ages and moments into words, as seen from now."""

from pos_app.services.payment_model import Payment
from pos_app.services.price_basket import SetAside
from pos_app.services.safety import Concern
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.said import Said
from pos_app.ui.texts import text_of
from retail_core.money import Money

SECOND_MS = 1_000
FRESH_MS = 5 * SECOND_MS
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


class HealthWords:
    """Writes how long ago something was."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def age(self, then_ms: int, *, now_ms: int) -> str:
        """Return ``5 min ago`` and the like; what never came says so."""
        if not then_ms:
            return translate("Health", "Never came")
        age_ms = max(0, now_ms - then_ms)
        if age_ms < FRESH_MS:
            return translate("Health", "Just now")
        if age_ms < MINUTE_MS:
            return translate("Health", "{count} s ago").format(count=age_ms // SECOND_MS)
        if age_ms < HOUR_MS:
            return translate("Health", "{count} min ago").format(count=age_ms // MINUTE_MS)
        if age_ms < DAY_MS:
            return translate("Health", "{count} h ago").format(count=age_ms // HOUR_MS)
        return self._formats.date_time(then_ms)

    def since(self, then_ms: int, *, now_ms: int) -> str:
        """Return since when, with the day if it is not of the last 24 hours; empty when not known."""
        if not then_ms:
            return ""
        recent = now_ms - then_ms < DAY_MS
        moment = self._formats.time(then_ms) if recent else self._formats.date_time(then_ms)
        return translate("Health", "Since {moment}").format(moment=moment)

    def share(self, have: int, of: int) -> str:
        """Return ``x of y``; empty where that means nothing."""
        if not of:
            return ""
        number = self._formats.number
        return translate("Health", "{have} of {all}").format(have=number(have), all=number(of))

    def concern(self, concern: Concern, *, now_ms: int) -> str:
        """Return what is wrong and since when."""
        return translate("Health", "{reason} {since}").format(
            reason=text_of(concern.code, *concern.arguments),
            since=self.since(concern.since_ms, now_ms=now_ms),
        )

    def set_aside(self, campaign: SetAside) -> str:
        """Return which campaign it is and what is wrong with it."""
        return translate("Health", "{name}: {reason}").format(
            name=self._formats.name(campaign.names), reason=text_of(campaign.reason)
        )

    def about_set_aside(self, not_shown: int) -> str:
        """Return what happens with the campaigns, of which so many are not named."""
        if not_shown > 0:
            words = translate("Health", "Head office corrects them. {count} more are not shown.")
            return words.format(count=self._formats.number(not_shown))
        return translate("Health", "Head office corrects them; selling goes on without them.")

    def number(self, value: int) -> str:
        """Return a count as it is written."""
        return self._formats.number(value)

    def payment(self, payment: Payment) -> tuple[str, str]:
        """Return amount and time of a payment that waits, and what is the matter with it."""
        head = translate("Health", "{amount} at {time}").format(
            amount=self._formats.money(payment.amount), time=self._formats.date_time(payment.started_ms)
        )
        if payment.has_failed:
            return head, translate("Health", "The provider does not give this money back for a return.")
        if payment.is_free:
            return head, translate("Health", "The customer's money is here, and no sale uses it.")
        if payment.kind == "refund":
            return head, translate("Health", "Nobody knows yet whether this money is back with the customer.")
        return head, translate("Health", "Nobody knows yet whether this money has moved.")

    def say(self, said: Said) -> str:
        """Return a message with its amounts written as money."""
        if not said.code:
            return ""
        return text_of(
            said.code,
            *(self._formats.money(each) if isinstance(each, Money) else each for each in said.arguments),
        )
