"""How a message with its arguments becomes a sentence in the language in use."""

from collections.abc import Callable

from pos_app.services.records import Names
from pos_app.ui.format import Formats
from pos_app.ui.i18n import LanguageName
from pos_app.ui.said import Campaign, Quantity, Rate, Said
from pos_app.ui.texts import text_of
from retail_core.money import Money


class Sayings:
    """Puts messages into words."""

    def __init__(
        self,
        formats: Formats,
        language: Callable[[], LanguageName],
        *,
        campaign_name: Callable[[str, str], str] = lambda rule_id, _language: rule_id,
    ) -> None:
        self._formats = formats
        self._language = language
        self._campaign_name = campaign_name

    def __call__(self, what: Said) -> str:
        """Return a message; nothing for no code."""
        return text_of(what.code, *(self._argument(each) for each in what.arguments)) if what.code else ""

    def _argument(self, argument: object) -> object:
        if isinstance(argument, Money):
            return self._formats.money(argument)
        if isinstance(argument, Rate):
            return self._formats.percent(argument.basis_points)
        if isinstance(argument, Quantity):
            return self._formats.quantity(argument.qty_milli)
        if isinstance(argument, Campaign):
            return self._campaign_name(argument.rule_id, self._language())
        if isinstance(argument, Said):
            return self(argument)
        return argument.in_language(self._language()) if isinstance(argument, Names) else argument
