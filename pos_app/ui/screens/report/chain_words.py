"""Puts what head office said of its stores, and what it could not say, into words."""

from __future__ import annotations

from collections.abc import Mapping

from pos_app.services.reporting.chain_model import ChainAnswer, ChainQuestion
from pos_app.ui.figure_names import figure_name
from pos_app.ui.format import Formats
from pos_app.ui.i18n import translate
from pos_app.ui.lack_words import lack_text
from pos_app.ui.screens.report.chain_state import ChainState
from pos_app.ui.screens.report.words import ReportWords
from pos_app.ui.widgets.labels import Kind
from retail_core.reporting.report import Scope


class ChainWords:
    """Writes questions, their answers' age, and what is missing in them."""

    def __init__(self, words: ReportWords, formats: Formats) -> None:
        self.words = words
        self._formats = formats

    def question(self, question: ChainQuestion, names: Mapping[str, str]) -> str:
        """Return the stores and days that are asked about; all stores need no word, the page says it."""
        is_day = question.first_day == question.last_day
        scope = Scope("day" if is_day else "period", question.first_day, question.last_day)
        stores = self.stores(question, names)
        return f"{stores} · {self.words.scope(scope)}"

    def stores(self, question: ChainQuestion, names: Mapping[str, str]) -> str:
        """Return which stores are asked about."""
        if question.region:
            return translate("Report", "Region {name}").format(name=question.region)
        if len(question.stores) == 1:
            return names.get(question.stores[0], question.stores[0])
        if question.stores:
            count = self.words.count(len(question.stores))
            return translate("Report", "{count} stores").format(count=count)
        return translate("Report", "All stores")

    def tag(self, state: ChainState) -> tuple[str, Kind]:
        """Return in few words how far the figures can be trusted."""
        answer = state.answer
        if state.loading:
            return translate("Report", "Asking …"), "primary"
        if answer is None:
            return translate("Report", "No figures"), "warn"
        if answer.kept_ms is not None:
            as_of_ms = answer.report.as_of_ms
            is_today = self._formats.date(as_of_ms) == self.words.full_day(state.today)
            moment = self._formats.time(as_of_ms) if is_today else self.words.moment(as_of_ms)
            return translate("Report", "As of {time}, no connection since").format(time=moment), "warn"
        told = answer.report.completeness
        if told.present < told.expected or not told.open:
            return self.words.completeness(told)
        count = self.words.count(told.open)
        return translate("Report", "{count} shifts go on").format(count=count), "primary"

    def as_of(self, answer: ChainAnswer) -> str:
        """Return for which moment the figures are true, and how many tills told them."""
        report = answer.report
        moment = self._formats.date_time(report.as_of_ms)
        if answer.kept_ms is not None:
            text = translate(
                "Report",
                "Head office does not answer. These are the figures as of {moment}; "
                "what stands by person is not kept.",
            )
            return text.format(moment=moment)
        told = report.completeness
        text = translate(
            "Report", "As of {moment} · {stores} stores · {present} of {expected} tills told all"
        )
        return text.format(
            moment=moment,
            stores=self.words.count(answer.told.stores),
            present=self.words.count(told.present),
            expected=self.words.count(told.expected),
        )

    def lack_rows(self, answer: ChainAnswer) -> list[tuple[str, str]]:
        """Return the figures that are not known, each with its reason."""
        return [
            (f"{each.code} {figure_name(each.figure_id)}".strip(), lack_text(each.why) or each.why)
            for each in answer.told.not_known
        ]

    def silent_rows(self, answer: ChainAnswer, names: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
        """Return the tills that have not told everything: store, till, last heard, and facts until when."""
        return [
            (
                names.get(each.store_id, each.store_id),
                each.terminal_id,
                self._moment(each.heard_ms),
                self._moment(each.told_ms),
            )
            for each in answer.told.not_heard
        ]

    def late(self, answer: ChainAnswer) -> str:
        """Return what came after days were closed; empty for nothing."""
        late = answer.told.adjustments
        if not late.facts:
            return translate("Report", "Nothing came after a day was closed.")
        amount = self.words.value(late.net_minor, "minor", currency=answer.report.currency)
        text = translate(
            "Report",
            "Facts that came after their day was closed: {count}, {amount} of net sales. "
            "They are in these figures, and no closed day was changed.",
        )
        return text.format(count=self.words.count(late.facts), amount=amount)

    def left_out(self, answer: ChainAnswer) -> str:
        """Return how many stores are not added up here; empty for none."""
        if not answer.told.left_out:
            return ""
        text = translate(
            "Report", "Stores of another currency, not in these figures: {count}. Look at them by themselves."
        )
        return text.format(count=self.words.count(answer.told.left_out))

    def _moment(self, at_ms: int) -> str:
        return self.words.moment(at_ms) if at_ms else translate("Report", "never")
